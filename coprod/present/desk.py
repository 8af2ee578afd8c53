"""The minutes desk: what was said and its translation, row by row, and what to look at before minutes are issued."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coprod.domain import acts
from coprod.domain.checks import Finding, checks, lines_of
from coprod.domain.languages import fitting
from coprod.domain.minutes import minutes
from coprod.domain.terms import TranslationState
from coprod.i18n import N_
from coprod.present.checks import check_rows
from coprod.present.commands import Command
from coprod.present.flow import clock_time
from coprod.present.kinds import item_name
from coprod.present.latest import standpoints_of
from coprod.present.marks import Mark, mark_of
from coprod.present.notebook import AgendaLine, Heading
from coprod.present.recognise import LANGUAGE_NAMES
from coprod.present.texts import NOTHING, Said
from coprod.present.voices import standpoint_word
from coprod.vocabulary import NOTES

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from coprod.domain.acts import Act
    from coprod.domain.checks import Check
    from coprod.domain.facts import NoteKept, Word
    from coprod.domain.state import State
    from coprod.i18n import Catalogue
    from coprod.present.checks import CheckRow
    from coprod.present.texts import Texts

DESK_COMMANDS: tuple[Command, ...] = (
    Command("keep", N_("Keep, and go on"), ("Ctrl+Return",)),
    Command("checked", N_("Mark as checked"), ("Ctrl+K",)),
    Command("next-open", N_("The next that is open"), ("Ctrl+Down",)),
    Command("find", N_("Find a note"), ("Ctrl+F",)),
    Command("close", N_("Close"), ("Ctrl+W",)),
)
DESK_KEYS: Mapping[str, str] = {key: command.id for command in DESK_COMMANDS for key in command.keys}

_SHORT: Mapping[Finding, str] = {
    Finding.NAME: N_("Names not wanted"),
    Finding.NAME_IN_ONE_LANGUAGE: N_("Named on one side"),
    Finding.SMALL_ROOM: N_("A standpoint of one"),
    Finding.UNTRANSLATED: N_("Not translated"),
    Finding.MACHINE: N_("Machine, unread"),
    Finding.DRAFT: N_("Drafts"),
    Finding.UNCONFIRMED: N_("Not yet confirmed"),
    Finding.NO_OWNER: N_("Actions without anybody"),
    Finding.NO_DATE: N_("Actions without a date"),
    Finding.TERM: N_("Words on your list"),
    Finding.NO_EASY_WORDS: N_("Without easy words"),
}
"""The findings in short, in the order in which they matter."""

MISSING = "missing"
STALE = "stale"
_STATES: Mapping[str, tuple[str, str]] = {
    MISSING: (N_("not translated"), "languages"),
    STALE: (N_("the original changed after this translation"), "history"),
    TranslationState.MACHINE: (N_("by a machine, nobody has read it yet"), "languages"),
    TranslationState.DRAFT: (N_("draft"), "pencil"),
    TranslationState.CHECKED: (N_("checked"), "check"),
    TranslationState.CONFIRMED: (N_("confirmed by the speaker"), "circle-check"),
}
"""What a row says of its translation, and its icon."""
OPEN = frozenset({MISSING, STALE, TranslationState.MACHINE, TranslationState.DRAFT})
"""The states that leave something to do."""


@dataclass(frozen=True, slots=True)
class DeskLine:
    """One row: a note as it was said, and its translation into `lang`; `state` as in `_STATES`, "" where none is due.

    `about`: kind and time. `told`: all of it for a screen reader.
    """

    id: str
    mark: Mark | None
    standpoint: str
    about: str
    signs: tuple[str, ...]
    source: Said
    lang: str
    target: Said
    state: str
    said: str
    icon: str
    told: str


@dataclass(frozen=True, slots=True)
class FindingLine:
    """Findings of one kind: how many, and the note of the first; "" where it is in none."""

    finding: str
    name: str
    count: int
    first: str


@dataclass(frozen=True, slots=True)
class DeskView:
    """The window. `sections`: the items with their number of rows; `rows`: headings and lines; `done`, `due`: rows."""

    title: str
    sections: tuple[AgendaLine, ...]
    rows: tuple[Heading | DeskLine, ...]
    findings: tuple[FindingLine, ...]
    done: int
    due: int


def desk_view(
    state: State,
    texts: Texts,
    words: Catalogue,
    stale: Collection[tuple[str, str]] = (),
    query: str = "",
) -> DeskView:
    """Show the desk; `stale`: notes and languages whose original changed after the translation was made."""
    bodies = {id: word.body for id, word in texts.words.items()}
    doc = minutes(state, bodies)
    order = {line.note: place for place, line in enumerate(lines_of(doc))}
    notes = sorted((note for note in state.notes() if note.entry in order), key=lambda one: order[one.entry])
    lines = {note.entry: _line(state, doc.languages, note, texts, words, stale) for note in notes}
    shown = {id: line for id, line in lines.items() if query.casefold() in line.told.casefold()}
    rows, counts = _rows(state, notes, shown, texts, words)
    due = [line for line in lines.values() if line.state]
    return DeskView(
        title=words.say(
            "Minutes: {title}", title=texts.body(state.description.title) if state.description else ""
        ),
        sections=tuple(
            AgendaLine(item.id, item_name(item, texts, words), str(counts[item.id]), open=False)
            for item in state.agenda
            if counts[item.id]
        ),
        rows=rows,
        findings=_findings(checks(doc, state, bodies), words),
        done=sum(line.state not in OPEN for line in due),
        due=len(due),
    )


def findings_of(
    state: State, words_by_id: Mapping[str, Word], texts: Texts, words: Catalogue, finding: str
) -> tuple[CheckRow, ...]:
    """The findings of one kind, each with its place."""
    bodies = {id: word.body for id, word in words_by_id.items()}
    found = (one for one in checks(minutes(state, bodies), state, bodies) if one.finding == finding)
    return check_rows(found, state, texts, words)


def kept(line: DeskLine, body: str) -> Act | None:
    """Keep a translation as a draft; None where nothing was changed, or nothing stands there."""
    text = body.strip()
    if not text or text == line.target.body:
        return None
    return acts.TranslateNote(line.id, line.lang, TranslationState.DRAFT, text)


def checked(line: DeskLine, body: str) -> Act | None:
    """Say that a translation was checked, with the words that stand there; None where there are none."""
    text = body.strip()
    if not text:
        return None
    changed = None if text == line.target.body else text
    if changed is None and line.state == TranslationState.CHECKED:
        return None
    return acts.TranslateNote(line.id, line.lang, TranslationState.CHECKED, changed)


def next_open(rows: Sequence[Heading | DeskLine], after: str) -> str:
    """The next row with something to do: after the one that is chosen, then from the top; "" where there is none."""
    lines = [row for row in rows if isinstance(row, DeskLine)]
    at = next((n for n, one in enumerate(lines) if one.id == after), -1)
    ordered = (*lines[at + 1 :], *lines[: at + 1])
    return next((one.id for one in ordered if one.state in OPEN), "")


def _rows(
    state: State,
    notes: Sequence[NoteKept],
    shown: Mapping[str, DeskLine],
    texts: Texts,
    words: Catalogue,
) -> tuple[tuple[Heading | DeskLine, ...], Counter[str]]:
    rows: list[Heading | DeskLine] = []
    counts: Counter[str] = Counter()
    before: str | None = None
    for note in notes:
        item = state.item(note.content.item)
        counts[note.content.item or ""] += 1
        if note.entry not in shown:
            continue
        if item is not None and item.id != before:
            rows.append(Heading(item.id, item_name(item, texts, words), texts.said(item.prompt)))
        before = item.id if item else before
        rows.append(shown[note.entry])
    return tuple(rows), counts


def _line(
    state: State,
    languages: Sequence[str],
    note: NoteKept,
    texts: Texts,
    words: Catalogue,
    stale: Collection[tuple[str, str]],
) -> DeskLine:
    content, say = note.content, words.say
    prose = texts.prose(content.text)
    source = content.said_in if content.said_in in prose else next(iter(prose), "")
    lang = next((one for one in languages if not fitting(one, (source,))), "")
    own = fitting(lang, prose) if lang else None
    target = Said(own, prose[own]) if own else NOTHING
    known = dict(content.translations).get(own or "")
    where = "" if not lang else _state(note, own, lang, known.state if known else None, stale)
    said, icon = _STATES.get(where, ("", ""))
    standpoints = standpoints_of(state, note)
    attributed = bool(content.who or standpoints)
    about = say("{what}, {time}", what=say(NOTES[content.kind]), time=clock_time(state, words, note.at))
    signs = (say("Minority opinion"),) if content.minority else ()
    standpoint = standpoint_word(state, standpoints, texts, words) if attributed else say("Nobody named")
    told = (standpoint, about, *signs, prose.get(source, ""), target.body, say(said) if said else "")
    return DeskLine(
        id=note.entry,
        mark=mark_of(standpoints) if attributed else None,
        standpoint=standpoint,
        about=about,
        signs=signs,
        source=Said(source, prose.get(source, "")),
        lang=lang,
        target=target,
        state=where,
        said=say(said) if said else "",
        icon=icon,
        told=say(", ").join(filter(None, told)),
    )


def _state(
    note: NoteKept,
    own: str | None,
    lang: str,
    known: TranslationState | None,
    stale: Collection[tuple[str, str]],
) -> str:
    """How far a translation is; "" where both languages are originals and none is called a translation."""
    if own is None:
        return MISSING
    if (note.entry, own) in stale or (note.entry, lang) in stale:
        return STALE
    if note.content.said_in is None:
        return ""
    return known or TranslationState.DRAFT


def _findings(found: Sequence[Check], words: Catalogue) -> tuple[FindingLine, ...]:
    counts = Counter(one.finding for one in found)
    first = {one.finding: one.note for one in reversed(found)}
    return tuple(
        FindingLine(finding, words.say(name), counts[finding], first[finding])
        for finding, name in _SHORT.items()
        if counts[finding]
    )


def language_word(lang: str, words: Catalogue) -> str:
    """The name of a language, in that of the windows."""
    name = LANGUAGE_NAMES.get(lang.split("-", maxsplit=1)[0])
    return words.say(name) if name else lang


def progress(view: DeskView, words: Catalogue) -> str:
    """How many translations are done, in words."""
    return words.say("{n} of {all} translated", n=view.done, all=view.due) if view.due else ""
