"""The note-taker's window: the notes under their items, who speaks, and how much of the time has passed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from operator import is_
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from coprod.domain.alike import holds
from coprod.domain.facts import ItemOpened, NoteKept
from coprod.domain.moments import parsed
from coprod.domain.terms import ItemKind, NoteKind, Visibility
from coprod.present.console import strip_view
from coprod.present.flow import Stage, clock_time, flow_view
from coprod.present.kinds import VISIBILITIES, item_name, table_name
from coprod.present.latest import standpoints_of
from coprod.present.marks import Mark, mark_of
from coprod.present.texts import Said, Texts
from coprod.present.voices import called, next_voice, standpoint_word
from coprod.vocabulary import NOTES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from coprod.domain.parts import Ms, NoteContent
    from coprod.domain.state import State
    from coprod.i18n import Catalogue

_QUIET = frozenset({ItemKind.CHECK_IN, ItemKind.CHECK_OUT})
"""Items of which nothing is noted, as a rule; the list says so, for those who wonder."""


@dataclass(frozen=True, slots=True)
class Heading:
    """An item over its notes."""

    id: str
    name: str
    prompt: Said


@dataclass(frozen=True, slots=True)
class NoteLine:
    """One note. `about`: standpoint and kind; `signs`: what else there is to say of it; `travels`: how far it may.

    `texts`: as it was said, then what else it is written in. `told`: all of it for a screen reader.
    """

    id: str
    time: str
    mark: Mark | None
    name: str
    about: str
    signs: tuple[str, ...]
    travels: str
    seen: bool
    texts: tuple[Said, ...]
    told: str


NoteRow: TypeAlias = Heading | NoteLine


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """One item of the agenda, and how many notes there are of it, in words."""

    id: str
    name: str
    count: str
    open: bool


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks, or comes next."""

    mark: Mark
    name: str


@dataclass(frozen=True, slots=True)
class NotebookView:
    """The whole window but its composer. `ends`: until when the item goes on; `share`: how much of it has passed."""

    title: str
    told: str
    agenda: tuple[AgendaLine, ...]
    rows: tuple[NoteRow, ...]
    now: Speaker | None
    next: Speaker | None
    share: float | None
    ends: str
    off_record: str


class _Old(NamedTuple):
    """The rows as they stood: of which notes, what else they were made of, and whether the newest note is the last."""

    about: tuple[object, ...] = ()
    notes: Sequence[NoteKept] = ()
    rows: tuple[NoteRow, ...] = ()
    last: bool = False


class Notebook:
    """Makes the view; the line of a note that did not change is made once."""

    def __init__(self) -> None:
        self._context: tuple[object, ...] = ()
        self._old = _Old()
        self._lines: dict[str, tuple[tuple[object, ...], NoteLine]] = {}

    def view(self, state: State, texts: Texts, words: Catalogue, now: Ms, query: str = "") -> NotebookView:
        """Show a session at a moment; of the notes those that hold the query."""
        about = state.description
        context = (state.participants, state.declared, about, words.lang, texts.languages)
        if context != self._context:
            self._context, self._lines, self._old = context, {}, _Old()
        flow = flow_view(state, texts, words, now)
        current = next((item for item in flow.items if item.stage is Stage.OPEN), None)
        turn, following = state.open_turn(), next_voice(state)
        return NotebookView(
            title=strip_view(state, texts, words).title,
            told=_note_takers(state, texts, words),
            agenda=_agenda(state, texts, words),
            rows=self._rows(state, texts, words, query),
            now=_speaker(state, turn.who if turn else None, texts),
            next=_speaker(state, following, texts),
            share=current.share if current else None,
            ends=current.detail if current else "",
            off_record=words.say("The pen is down: nothing is kept") if state.off_record else "",
        )

    def _rows(self, state: State, texts: Texts, words: Catalogue, query: str) -> tuple[NoteRow, ...]:
        """The rows; where only notes of the last item came, those before stand as they stood."""
        notes = state.notes()
        about = (query, state.wall, state.clashes, state.versions, state.agenda)
        old, count = self._old, len(self._old.notes)
        grown = about == old.about and old.last and len(notes) >= count and all(map(is_, notes, old.notes))
        item = old.notes[-1].content.item if count else None
        if grown and not query and all(note.content.item == item for note in notes[count:]):
            rows = (*old.rows, *(self._line(state, note, texts, words) for note in notes[count:]))
            self._old = _Old(about, notes, rows, last=True)
            return rows
        rows, last = self._anew(state, notes, texts, words, query)
        self._old = _Old(about, notes, rows, last)
        return rows

    def _anew(
        self, state: State, notes: Sequence[NoteKept], texts: Texts, words: Catalogue, query: str
    ) -> tuple[tuple[NoteRow, ...], bool]:
        """All rows, and whether the note that was kept last is the last of them."""
        places = {item.id: place for place, item in enumerate(state.agenda)}
        ordered = sorted(notes, key=lambda note: places.get(note.content.item or "", -1))
        rows: list[NoteRow] = []
        for item, theirs in groupby(ordered, key=lambda note: note.content.item):
            lines = [self._line(state, note, texts, words) for note in theirs]
            shown = [line for line in lines if not query or holds(query, line.told)]
            known = state.item(item)
            if shown and known is not None:
                rows.append(Heading(known.id, item_name(known, texts, words), texts.said(known.prompt)))
            rows += shown
        return tuple(rows), bool(notes) and ordered[-1] is notes[-1]

    def _line(self, state: State, note: NoteKept, texts: Texts, words: Catalogue) -> NoteLine:
        seen = note.entry in state.wall
        key = (note, seen, note.entry in state.clashes, state.versions.get(note.entry))
        known = self._lines.get(note.entry)
        if known is None or known[0][0] is not note or known[0][1:] != key[1:]:
            known = self._lines[note.entry] = (key, _line(state, note, texts, words))
        return known[1]


def _line(state: State, note: NoteKept, texts: Texts, words: Catalogue) -> NoteLine:
    content, say = note.content, words.say
    standpoints = standpoints_of(state, note)
    attributed = bool(content.who or standpoints)
    kind = say(NOTES[content.kind])
    standpoint = standpoint_word(state, standpoints, texts, words) if attributed else ""
    name = say(", ").join(filter(None, (called(state, who, texts) for who in content.who)))
    said = tuple(one for one in content.text if one[0] == content.said_in) or content.text[:1]
    others = tuple(one for one in content.text if one not in said)
    bodies = tuple(texts.said((one,)) for one in (*said, *others))
    seen = note.entry in state.wall
    signs = tuple(_signs(state, note, texts, words))
    travels = say("In the room now") if seen else say(VISIBILITIES[content.visibility])
    time = clock_time(state, words, note.at)
    about = " · ".join(filter(None, (standpoint, kind)))
    told = (time, name, about, *signs, travels, *(one.body for one in bodies))
    return NoteLine(
        id=note.entry,
        time=time,
        mark=mark_of(standpoints) if attributed else None,
        name=name,
        about=about,
        signs=signs,
        travels=travels,
        seen=seen or content.visibility is Visibility.ROOM,
        texts=tuple(one for one in bodies if one.body),
        told=say(", ").join(filter(None, told)),
    )


def _signs(state: State, note: NoteKept, texts: Texts, words: Catalogue) -> Iterable[str]:
    content = note.content
    if note.group in state.groups and state.sheet is None:
        yield table_name(state, note.group or "", texts, words)
    if content.kind is NoteKind.ACTION:
        yield from _taken_on(state, content, texts, words)
    if content.minority:
        yield words.say("Minority opinion")
    if note.entry in state.clashes:
        yield words.say("Two versions: choose one")
    if content.who and set(content.who) <= set(content.confirmed):
        yield words.say("Confirmed")
    if content.share:
        yield words.say("For everyone")


def _taken_on(state: State, content: NoteContent, texts: Texts, words: Catalogue) -> Iterable[str]:
    """Who does an action, and by when."""
    names = [called(state, who, texts) for who in content.owners if who in state.participants]
    owners = words.say(", ").join(filter(None, (*names, texts.body(content.owner_text))))
    if owners:
        yield words.say("Done by: {names}", names=owners)
    if content.due:
        yield words.say("by {day}", day=words.date(parsed(content.due).date()))


def _agenda(state: State, texts: Texts, words: Catalogue) -> tuple[AgendaLine, ...]:
    counts = Counter(note.content.item for note in state.notes())
    opened = {entry.item for entry in state.record.values() if isinstance(entry, ItemOpened)}
    current = state.open_item()
    return tuple(
        AgendaLine(
            item.id,
            item_name(item, texts, words),
            str(counts[item.id])
            if counts[item.id]
            else words.say("not noted")
            if item.kind in _QUIET and item.id in opened
            else "",
            item is current,
        )
        for item in state.agenda
    )


def _speaker(state: State, who: str | None, texts: Texts) -> Speaker | None:
    if who is None or who not in state.participants:
        return None
    return Speaker(mark_of(state.standpoints(who)), called(state, who, texts))


def _note_takers(state: State, texts: Texts, words: Catalogue) -> str:
    """On a sheet, the table it is of."""
    group = state.sheet
    return (
        words.say("Notes of {table}", table=texts.body(group.name))
        if group and group.name
        else words.say("Notes")
    )
