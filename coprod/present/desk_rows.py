"""The rows of the minutes desk: each text as it stands, and beside it what somebody writes for it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from coprod.domain import acts
from coprod.domain.alike import holds
from coprod.domain.languages import fitting
from coprod.domain.terms import TranslationState
from coprod.domain.text_keys import TextKind, parts_of
from coprod.domain.translating import RowState
from coprod.domain.word_list import breaches
from coprod.i18n import LANGUAGES, N_
from coprod.present.flow import clock_time
from coprod.present.kinds import item_name
from coprod.present.latest import standpoints_of
from coprod.present.marks import Mark, mark_of
from coprod.present.notebook import Heading
from coprod.present.texts import NOTHING, Said
from coprod.present.voices import standpoint_word
from coprod.vocabulary import NOTES, TEXTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from coprod.domain.acts import Act
    from coprod.domain.facts import NoteKept
    from coprod.domain.state import State
    from coprod.domain.translating import Row
    from coprod.domain.word_list import Term
    from coprod.i18n import Catalogue
    from coprod.present.texts import Texts

HEAD, AGREED, APART, FOOT = "head", "agreed", "apart", "foot"
"""The parts of the desk that are no agenda items."""
_PARTS: Mapping[str, str] = {
    HEAD: N_("Title and place"),
    AGREED: N_("Guidelines of this day"),
    APART: N_("Of the whole session"),
    FOOT: N_("Next time"),
}
_STATES: Mapping[RowState, tuple[str, str]] = {
    RowState.MISSING: (N_("not translated"), "languages"),
    RowState.STALE: (N_("the original changed after this translation"), "history"),
    RowState.MACHINE: (N_("by a machine, nobody has read it yet"), "languages"),
    RowState.DRAFT: (N_("draft"), "pencil"),
    RowState.CHECKED: (N_("checked"), "check"),
    RowState.CONFIRMED: (N_("confirmed by the speaker"), "circle-check"),
}
"""What a row says of its translation, and its icon."""
_BY: Mapping[RowState, str] = {
    RowState.DRAFT: N_("draft by {name}"),
    RowState.CHECKED: N_("checked by {name}"),
}
_NO_EASY_WORDS = N_("no easy words yet")
OPEN = frozenset({RowState.MISSING, RowState.STALE, RowState.MACHINE, RowState.DRAFT})
"""The states that leave something to do."""
_TO_COME = {TextKind.NEXT_PLACE, TextKind.NEXT_TEXT}


@dataclass(frozen=True, slots=True)
class DeskLine:
    """One row: a text as it stands, and what is written beside it in `lang`.

    `note`: of which note it is; "" of none. `part`: the agenda item, or another part of the desk. `about`: kind and
    time. `said`: how far it is, in words. `unlisted`: words of the list that it says otherwise. `by`: who translated
    it. `told`: all of it for a screen reader.
    """

    id: str
    key: str
    kind: TextKind
    note: str
    part: str
    mark: Mark | None
    standpoint: str
    about: str
    signs: tuple[str, ...]
    source: Said
    lang: str
    target: Said
    state: RowState
    said: str
    icon: str
    unlisted: tuple[str, ...]
    by: str
    told: str


def desk_line(row: Row, state: State, texts: Texts, words: Catalogue, terms: Iterable[Term] = ()) -> DeskLine:
    """One row of the desk, in words. `terms`: the word list, from which it may differ."""
    kind, id = parts_of(row.key) or (row.kind, "")
    note = state.note(id)
    mark, who, about, signs = _whose(row, note, state, texts, words)
    said, icon = _how_far(row, words)
    target = NOTHING if row.target is None else Said(row.target_lang, row.target)
    langs = (row.source_lang, row.target_lang)
    unlike = () if row.kind is TextKind.EASY else breaches(row.source, target.body, langs, terms)
    unlisted = tuple(
        words.say("Word list: {term}, {other}", term=one.found, other=one.forms[0]) for one in unlike
    )
    told = (who, about, *signs, row.source, target.body, said, *unlisted)
    return DeskLine(
        id=f"{row.key}|{row.target_lang}",
        key=row.key,
        kind=kind,
        note=id if note else "",
        part=_part_of(row),
        mark=mark,
        standpoint=who,
        about=about,
        signs=signs,
        source=Said(row.source_lang, row.source),
        lang=row.target_lang,
        target=target,
        state=row.state,
        said=said,
        icon=icon,
        unlisted=unlisted,
        by=row.by,
        told=words.say(", ").join(filter(None, told)),
    )


def under_headings(
    lines: Iterable[DeskLine], state: State, texts: Texts, words: Catalogue
) -> tuple[Heading | DeskLine, ...]:
    """The rows, each part of the desk under its name."""
    rows: list[Heading | DeskLine] = []
    before = ""
    for line in lines:
        if line.part != before:
            item = state.item(line.part)
            prompt = texts.said(item.prompt) if item else NOTHING
            rows.append(Heading(line.part, part_name(line.part, state, texts, words), prompt))
        before = line.part
        rows.append(line)
    return tuple(rows)


def part_name(part: str, state: State, texts: Texts, words: Catalogue) -> str:
    """What a part of the desk is called."""
    item = state.item(part)
    return item_name(item, texts, words) if item else words.say(_PARTS[part])


def pairs(languages: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """The pairs that can be worked on; a session in one language may get any other."""
    if len(languages) == 1:
        (own,) = languages
        return tuple((own, lang) for lang in LANGUAGES if not fitting(lang, (own,)))
    return tuple(combinations(languages, 2))


def found_in(lines: Iterable[DeskLine], query: str) -> list[DeskLine]:
    """The rows that hold every part of a query."""
    return [line for line in lines if holds(query, line.told)] if query.strip() else list(lines)


def kept(line: DeskLine, body: str, by: str = "") -> Act | None:
    """Keep what was written as a draft; None where nothing was changed, or nothing stands there.

    `by`: who translates. Easy words may be taken away; a translation is only written over.
    """
    text = body.strip()
    if text == line.target.body or (not text and line.kind is not TextKind.EASY):
        return None
    return _written(line, text, TranslationState.DRAFT, by)


def checked(line: DeskLine, body: str, by: str = "") -> Act | None:
    """Say that a translation was checked, with the words that stand there; None where there are none."""
    if line.kind is not TextKind.NOTE:
        return kept(line, body)
    text = body.strip()
    if text != line.target.body:
        return _written(line, text, TranslationState.CHECKED, by) if text else None
    if not text or line.state in {RowState.CHECKED, RowState.CONFIRMED}:
        return None
    return acts.TranslateNote(line.note, line.lang, TranslationState.CHECKED, None, line.by, by)


def next_open(rows: Sequence[Heading | DeskLine], after: str) -> str:
    """The next row with something to do: after the one that is chosen, then from the top; "" where there is none."""
    lines = [row for row in rows if isinstance(row, DeskLine)]
    at = next((n for n, one in enumerate(lines) if one.id == after), -1)
    ordered = (*lines[at + 1 :], *lines[: at + 1])
    return next((one.id for one in ordered if one.state in OPEN), "")


def direction(rows: Iterable[Heading | DeskLine], pair: tuple[str, str]) -> tuple[str, str]:
    """From which language into which there is most to do; where nothing is, most at all."""
    lines = [row for row in rows if isinstance(row, DeskLine)]
    waiting = [line for line in lines if line.state in OPEN] or lines
    most = Counter((line.source.lang, line.lang) for line in waiting).most_common(1)
    return most[0][0] if most else pair


def _written(line: DeskLine, text: str, state: TranslationState, by: str) -> Act:
    """Write the words of a row; only those of a note have a state."""
    if line.kind is TextKind.NOTE:
        return acts.TranslateNote(line.note, line.lang, state, text, by)
    return acts.TranslateTexts((), (acts.TranslateText(line.key, line.lang, text),))


def _whose(
    row: Row, note: NoteKept | None, state: State, texts: Texts, words: Catalogue
) -> tuple[Mark | None, str, str, tuple[str, ...]]:
    """Mark and standpoint, kind and time, and what else there is to say; of what is no note, what it is."""
    say = words.say
    if note is None or row.kind not in {TextKind.NOTE, TextKind.EASY}:
        return None, say(TEXTS[row.kind]), say(NOTES[note.content.kind]) if note else "", ()
    content, standpoints = note.content, standpoints_of(state, note)
    about = say("{what}, {time}", what=say(NOTES[content.kind]), time=clock_time(state, words, note.at))
    signs = (say("Minority opinion"),) if content.minority else ()
    if not (content.who or standpoints):
        return None, say("Nobody named"), about, signs
    return mark_of(standpoints), standpoint_word(state, standpoints, texts, words), about, signs


def _how_far(row: Row, words: Catalogue) -> tuple[str, str]:
    if row.kind is TextKind.EASY:
        return (words.say(_NO_EASY_WORDS), "pencil") if row.state is RowState.MISSING else ("", "")
    said, icon = _STATES.get(row.state, ("", ""))
    name = row.checked_by if row.state is RowState.CHECKED else row.by
    if name and row.state in _BY:
        return words.say(_BY[row.state], name=name), icon
    return (words.say(said) if said else ""), icon


def _part_of(row: Row) -> str:
    if row.item is not None:
        return row.item
    if row.kind is TextKind.GUIDELINE:
        return AGREED
    if row.kind in _TO_COME:
        return FOOT
    return APART if row.note else HEAD
