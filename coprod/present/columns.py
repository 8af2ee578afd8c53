"""A table of other people's notes: what each column holds, and the notes that its rows make."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coprod.domain.acts import NoteDraft
from coprod.domain.days import day_of
from coprod.domain.terms import NoteKind, Visibility
from coprod.i18n import LANGUAGES, N_
from coprod.present.notes import Option
from coprod.present.recognise import everywhere, known, plain

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping, Sequence

    from coprod.domain.state import State
    from coprod.i18n import Catalogue
    from coprod.present.recognise import Known
    from coprod.present.texts import Texts
    from coprod.service.tables import Table, WhyNoTable

NOTHING, WHO, KIND, WORDS, LANGUAGE = "", "who", "kind", "words", "language"
REACH, OWNER, DUE = "reach", "owner", "due"
WORDS_IN = "words-"
"""Followed by a language: the words in that language."""

_NAMES: Mapping[str, str] = {
    NOTHING: N_("Nothing"),
    WHO: N_("Who said it"),
    KIND: N_("Kind"),
    WORDS: N_("The words"),
    LANGUAGE: N_("Language"),
    REACH: N_("How far it may travel"),
    OWNER: N_("Who takes it on"),
    DUE: N_("By when"),
}
_HEADS: Mapping[str, tuple[str, ...]] = {
    WHO: (
        *("name", "who", "speaker", "person", "said by", "participant"),
        *("名前", "氏名", "発言者", "話した人", "参加者", "이름", "발언자", "말한 사람", "참가자"),
    ),
    KIND: ("kind", "type", "category", "種類", "区分", "分類", "종류", "구분"),
    WORDS: (
        *("words", "note", "notes", "text", "comment", "contribution", "what was said"),
        *("言葉", "発言", "内容", "メモ", "記録", "말", "글", "발언", "내용", "메모", "기록"),
    ),
    LANGUAGE: ("language", "lang", "言語", "言葉の種類", "언어"),
    REACH: ("visibility", "公開", "公開範囲", "공개", "공개 범위"),
    OWNER: ("owner", "responsible", "担当", "担当者", "담당", "담당자"),
    DUE: ("due", "deadline", "by", "期限", "いつまで", "기한", "마감"),
}
"""What the first row calls such a column elsewhere; our own words are known, too."""
_MOSTLY, _LOOKED_AT, _SHOWN = 0.6, 200, 3
"""A column is what that share of its first filled cells is."""


@dataclass(frozen=True, slots=True)
class Mapped:
    """What each column holds, and whether the first row says so and is no note."""

    roles: tuple[str, ...]
    head: bool


@dataclass(frozen=True, slots=True)
class ColumnView:
    """One column: its name, what stands in its first rows, and what it can be."""

    name: str
    first: tuple[str, ...]
    roles: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Understood:
    """The notes; and what in the table means nothing here: names, kinds and days."""

    drafts: tuple[NoteDraft, ...] = ()
    strangers: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    days: tuple[str, ...] = ()


def guessed(table: Table, state: State, texts: Texts) -> Mapped:
    """What the columns seem to hold, by the names in the first row and by what stands below."""
    found = known(state, texts)
    heads = _heads(found.languages)
    named = [_named(place, table, heads) for place in range(len(table[0]))] if table else []
    head = len(table) > 1 and any(named)
    roles = list(named) if head else [NOTHING for _ in named]
    rows = table[1:][:_LOOKED_AT] if head else table[:_LOOKED_AT]
    columns = [[row[place] for row in rows if row[place]] for place in range(len(named))]
    for place, cells in enumerate(columns):
        seems = _seems(cells, found)
        if roles[place] == NOTHING and seems not in roles:
            roles[place] = seems
    if not any(role == WORDS or role.startswith(WORDS_IN) for role in roles):
        longest = max(
            (place for place, role in enumerate(roles) if role == NOTHING),
            key=lambda place: sum(map(len, columns[place])),
            default=None,
        )
        if longest is not None and columns[longest]:
            roles[longest] = WORDS
    return Mapped(tuple(roles), head)


def chosen(mapped: Mapped, place: int, role: str) -> Mapped:
    """Let a column hold that; what only one column can hold, no other does any more."""
    roles = [NOTHING if one == role else one for one in mapped.roles]
    roles[place] = role
    return replace(mapped, roles=tuple(roles))


def columns_view(
    table: Table, mapped: Mapped, languages: Sequence[str], words: Catalogue
) -> tuple[ColumnView, ...]:
    """Show each column with its first cells and what it can be."""
    rows = table[1:] if mapped.head else table
    names = {**{role: words.say(name) for role, name in _NAMES.items()}, **_in_each(languages, words)}
    return tuple(
        ColumnView(
            (table[0][place] if mapped.head else "") or words.say("Column {n}", n=place + 1),
            tuple(row[place] for row in rows if row[place])[:_SHOWN],
            tuple(Option(one, name, one == role) for one, name in names.items()),
        )
        for place, role in enumerate(mapped.roles)
    )


def understood(table: Table, mapped: Mapped, state: State, texts: Texts, today: dt.date) -> Understood:
    """One note for each row that has words."""
    found = known(state, texts)
    rows = [
        _row(
            {role: row[place] for place, role in enumerate(mapped.roles) if role and row[place]}, found, today
        )
        for row in (table[1:] if mapped.head else table)
    ]
    return Understood(
        tuple(draft for row in rows for draft in row.drafts),
        _each(row.strangers for row in rows),
        _each(row.kinds for row in rows),
        _each(row.days for row in rows),
    )


def _each(found: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one for several in found for one in several))


def unclear(came: Understood, words: Catalogue) -> list[str]:
    """Say what was not understood, and what becomes of it."""
    said = []
    for names, sentence in (
        (came.strangers, N_("Nobody here is called so: {names}. Their notes name nobody.")),
        (came.kinds, N_("No kind is called so: {names}. These are contributions.")),
        (came.days, N_("These are no days: {names}. The actions have no date.")),
    ):
        if names:
            said.append(words.say(sentence, names=words.say(", ").join(names)))
    return said


_REFUSED: Mapping[str, str] = {
    "not-read": N_("This file can’t be read. Check that it is there and may be opened."),
    "not-a-table": N_("This is no table, or it is damaged. Save it as CSV or XLSX, and choose it again."),
    "old-kind": N_("This is an older spreadsheet, or one with a password. Save it as XLSX without one."),
    "too-big": N_("This table is too large. Save the part with the notes as a file of its own."),
    "no-text": N_("The letters in this file can’t be read. Save it as CSV in UTF-8, or as XLSX."),
    "empty": N_("Nothing stands in this table."),
}


def no_table(why: WhyNoTable, words: Catalogue) -> str:
    """Say why a file is not taken as a table, and what to do."""
    return words.say(_REFUSED[why.value])


def _row(cells: Mapping[str, str], found: Known, today: dt.date) -> Understood:
    said = {role.removeprefix(WORDS_IN): cell for role, cell in cells.items() if role.startswith(WORDS_IN)}
    lang = found.tongues.get(plain(cells.get(LANGUAGE, "")), "")
    if WORDS in cells:
        lang = lang or found.language(cells[WORDS])
        said = {lang: "\n".join(filter(None, (cells[WORDS], said.pop(lang, "")))), **said}
    if not said:
        return Understood()
    who, strangers = found.everyone(cells.get(WHO, ""))
    kind = found.kinds.get(plain(cells.get(KIND, "")))
    unknown = (cells[KIND],) if KIND in cells and kind is None else ()
    draft = NoteDraft(
        kind or (NoteKind.ACTION if {OWNER, DUE} & cells.keys() and not unknown else NoteKind.CONTRIBUTION),
        said,
        who,
        original=lang if lang in said else next(iter(said)) if len(said) == 1 else None,
        visibility=found.reaches.get(plain(cells.get(REACH, "")), Visibility.MINUTES),
    )
    draft, days = _taken_on(draft, cells, found, today)
    return Understood((draft,), strangers, unknown, days)


def _taken_on(
    draft: NoteDraft, cells: Mapping[str, str], found: Known, today: dt.date
) -> tuple[NoteDraft, tuple[str, ...]]:
    """An action with its owner and its day; who is nobody here stays as it is written."""
    if draft.kind is not NoteKind.ACTION:
        return draft, ()
    owners, others = found.everyone(cells.get(OWNER, ""))
    day = day_of(cells[DUE], today) if DUE in cells else None
    lang = draft.original or next(iter(draft.text))
    return (
        replace(
            draft,
            owners=owners,
            owner_text={lang: ", ".join(others)} if others else {},
            due=day.isoformat() if day else None,
        ),
        (cells[DUE],) if DUE in cells and day is None else (),
    )


def _seems(cells: Sequence[str], found: Known) -> str:
    """What a column without a name seems to hold."""

    def mostly(names: Mapping[str, object]) -> bool:
        return sum(plain(cell) in names for cell in cells) >= _MOSTLY * len(cells)

    if not cells:
        return NOTHING
    if sum(bool(found.everyone(cell)[0]) for cell in cells) >= _MOSTLY * len(cells):
        return WHO
    return next(
        (
            role
            for role, names in ((KIND, found.kinds), (LANGUAGE, found.tongues), (REACH, found.reaches))
            if mostly(names)
        ),
        NOTHING,
    )


def _named(place: int, table: Table, heads: Mapping[str, str]) -> str:
    """What the first cell of a column says it holds; one that goes on in the same way is no heading."""
    below = [row[place] for row in table[1:_LOOKED_AT] if row[place]]
    goes_on = sum(plain(cell) in heads for cell in below) >= _MOSTLY * len(below)
    return NOTHING if below and goes_on else heads.get(plain(table[0][place]), NOTHING)


def _heads(languages: Sequence[str]) -> dict[str, str]:
    """The names of columns, plain, and what such a column holds."""
    heads = {plain(name): role for role, names in _HEADS.items() for name in names}
    for words in everywhere():
        heads |= {plain(words.say(name)): role for role, name in _NAMES.items() if role}
        heads |= {plain(name): role for role, name in _in_each(languages, words).items()}
    for lang in languages:
        base = lang.split("-")[0]
        heads |= {plain(name): f"{WORDS_IN}{lang}" for name in (lang, base, LANGUAGES.get(base, lang))}
    return heads


def _in_each(languages: Sequence[str], words: Catalogue) -> dict[str, str]:
    """The roles of the words in each language, where there are several."""
    if len(languages) < 2:  # noqa: PLR2004 - in one language they are the words
        return {}
    names = {lang: LANGUAGES.get(lang.split("-")[0], lang) for lang in languages}
    return {
        f"{WORDS_IN}{lang}": words.say("The words, in {language}", language=name)
        for lang, name in names.items()
    }
