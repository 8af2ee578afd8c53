"""Make the minutes of a session: state and words in, a language-neutral document out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coprod.domain.minutes_doc import (
    ActionLine,
    Cell,
    ItemMinutes,
    Line,
    MinutesDoc,
    Numbered,
    PauseLine,
    Standing,
    Voices,
    lines_of,
)
from coprod.domain.minuting.crediting import Crediting
from coprod.domain.minuting.editions import Belonging, edited, issue_of
from coprod.domain.minuting.flow import flow
from coprod.domain.minuting.header import header, next_session
from coprod.domain.minuting.items import places
from coprod.domain.minuting.labels import labelled
from coprod.domain.minuting.standing import standing
from coprod.domain.minuting.wordings import Wordings
from coprod.domain.moments import from_ms, parsed, zone_of
from coprod.domain.terms import Edition, ItemKind, LinkKind, NoteKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from coprod.domain.facts import NoteKept, PauseBegun
    from coprod.domain.parts import AgendaItem, Description
    from coprod.domain.state import State

_VOICED = frozenset({NoteKind.CONTRIBUTION, NoteKind.EXPERIENCE, NoteKind.IDEA})
_ASKED = frozenset({NoteKind.QUESTION, NoteKind.CONCERN})
_NUMBERED = frozenset({NoteKind.DECISION, NoteKind.ACTION})
_TURNING = (Cell.PEERS, Cell.PROFESSIONALS, Cell.BOTH)
_FRAMES = frozenset({ItemKind.WELCOME, ItemKind.GUIDELINES, ItemKind.BREAK})


def minutes(
    state: State,
    words: Mapping[str, str],
    languages: Sequence[str] = (),
    edition: Edition = Edition.RECORD,
    whose: str | None = None,
    number: int | None = None,
) -> MinutesDoc:
    """An edition of the minutes in `languages` (without any: the first two of the session). `words`: words id to text.

    `whose`: the participant whose own copy it is. `number`: under which it is issued; a draft has none. Raises
    ValueError for a session that has no description. What was erased, is for the review alone, or came from somebody
    who does not agree to minutes, is in no edition.
    """
    about = state.description
    if about is None:
        raise ValueError("a session without a description has no minutes")
    langs = tuple(languages) or about.languages[:2]
    doc = _Minuting(state, about, Wordings(words), langs, Belonging(edition, whose)).doc()
    issue = issue_of(state, edition, number) if number is not None else None
    return replace(doc, standing=replace(doc.standing, issue=issue))


class _Minuting:
    """One making of minutes: what all of its parts need to know."""

    def __init__(
        self,
        state: State,
        about: Description,
        wordings: Wordings,
        languages: tuple[str, ...],
        belonging: Belonging,
    ) -> None:
        self._state = state
        self._about = about
        self._wordings = wordings
        self._languages, self._belonging = languages, belonging
        self._zone = zone_of(about.zone, state.started)
        self._places = places(state)
        self._crediting = Crediting(state, wordings)
        notes = [
            note for note in state.notes() if self._crediting.may_be_minuted(note) and belonging.holds(note)
        ]
        self._said = {note.entry: said for note in notes if (said := belonging.words(note, wordings))}
        self._notes = {note.entry: note for note in notes if note.entry in self._said}
        self._replies = self._answers()
        self._answering = {reply.entry for replies in self._replies.values() for reply in replies}

    def doc(self) -> MinutesDoc:
        """The document; its foot counts what it shows."""
        doc = labelled(edited(self._whole()))
        shown = {line.note for line in lines_of(doc)} | self._answering
        said = [(note, self._said[entry]) for entry, note in self._notes.items() if entry in shown]
        return replace(doc, standing=standing(said, self._languages, self._belonging.edition))

    def _whole(self) -> MinutesDoc:
        """All that belongs to an edition, before it is told what it does not say."""
        own = [note for note in self._notes.values() if note.entry not in self._answering]
        plain = [note for note in own if not _is_minority(note)]
        return MinutesDoc(
            session=self._state.session,
            languages=self._languages,
            header=header(self._state, self._about, self._wordings, self._zone),
            small_room=self._crediting.small_room,
            labels={
                key.value: label for key, text in self._about.labels if (label := self._wordings.of(text))
            },
            guidelines=self._wordings.all(one.text for one in self._state.guidelines),
            items=self._items([note for note in plain if note.content.kind in _VOICED]),
            questions=self._voices([note for note in plain if note.content.kind in _ASKED]),
            decisions=self._decisions([note for note in plain if note.content.kind is NoteKind.DECISION]),
            actions=self._actions([note for note in plain if note.content.kind is NoteKind.ACTION]),
            differences=self._lines(note for note in plain if note.content.kind is NoteKind.DIFFERENCE),
            minority=self._lines(note for note in own if _is_minority(note)),
            held_over=self._lines(note for note in plain if note.content.kind is NoteKind.HELD_OVER),
            pauses=self._pauses(self._places.pauses()),
            next_session=next_session(self._about, self._wordings, self._zone),
            standing=Standing(0, 0, {}),
            edition=self._belonging.edition,
            whose=self._belonging.called(self._state, self._wordings),
            flow=flow(self._state, self._places, self._wordings, self._zone),
        )

    def _items(self, notes: list[NoteKept]) -> tuple[ItemMinutes, ...]:
        said: dict[str | None, list[NoteKept]] = {}
        for note in notes:
            said.setdefault(self._places.item_of(note), []).append(note)
        items = [
            self._item(item, said.get(item.id, []), turned)
            for turned, item in enumerate(self._state.agenda)
            if item.id in said or self._stands_alone(item)
        ]
        if None in said:
            items.append(ItemMinutes(None, None, (), self._voices(said[None]), ()))
        return tuple(items)

    def _item(self, item: AgendaItem, notes: list[NoteKept], turned: int) -> ItemMinutes:
        questions = (item.prompt, *(one.text for one in item.prompts if one.id in self._places.asked))
        return ItemMinutes(
            kind=item.kind,
            title=self._wordings.of(item.title),
            prompts=self._wordings.all(questions),
            voices=self._voices(notes, turned),
            pauses=self._pauses(self._places.pauses(item.id)),
            id=item.id,
        )

    def _stands_alone(self, item: AgendaItem) -> bool:
        """Whether an item without a note is worth a line: it was opened, and is more than a frame."""
        return item.id in self._places.opened and (
            item.kind not in _FRAMES or bool(self._places.pauses(item.id))
        )

    def _voices(self, notes: Iterable[NoteKept], turned: int = 0) -> tuple[Voices, ...]:
        """Lines by cell. The order of standpoints turns from item to item, so that it is never a ranking."""
        first = turned % len(_TURNING)
        order = (*_TURNING[first:], *_TURNING[:first], Cell.OTHERS, Cell.UNATTRIBUTED)
        by_cell: dict[Cell, list[Line]] = {cell: [] for cell in order}
        for line in self._lines(notes):
            by_cell[line.cell].append(line)
        return tuple(Voices(cell, tuple(lines)) for cell, lines in by_cell.items() if lines)

    def _lines(self, notes: Iterable[NoteKept]) -> tuple[Line, ...]:
        return tuple(map(self._line, notes))

    def _line(self, note: NoteKept) -> Line:
        cell, credit = self._crediting.of(note)
        replies = tuple(self._said[reply.entry] for reply in self._replies.get(note.entry, ()))
        return Line(note.entry, note.content.kind, self._said[note.entry], cell, credit, replies)

    def _decisions(self, notes: list[NoteKept]) -> tuple[Numbered, ...]:
        numbered = self._numbered("D", notes)
        return tuple(Numbered(number, self._line(note), self._place(note)) for number, note in numbered)

    def _actions(self, notes: list[NoteKept]) -> tuple[ActionLine, ...]:
        return tuple(self._action(number, note) for number, note in self._numbered("A", notes))

    def _action(self, number: str, note: NoteKept) -> ActionLine:
        content = note.content
        owners = self._crediting.owners(note)
        return ActionLine(
            number=number,
            line=self._line(note),
            owners=owners,
            unnamed_owners=len(content.owners) - len(owners),
            owner_text=self._wordings.of(content.owner_text),
            due=parsed(content.due).date() if content.due else None,
            status=content.status,
            reason=self._wordings.of(content.reason),
            item=self._place(note),
        )

    def _place(self, note: NoteKept) -> str:
        return self._places.item_of(note) or ""

    def _numbered(self, letter: str, notes: list[NoteKept]) -> list[tuple[str, NoteKept]]:
        """Each note with its number: the one it was given, else the next that is free."""
        series = self._about.programme.number if self._about.programme else None
        prefix = letter if series is None else f"{letter}{series}-"
        given = {note.content.number for note in notes}
        free = (number for number in range(1, len(notes) + len(given) + 1) if number not in given)
        return [
            (f"{prefix}{note.content.number if note.content.number is not None else next(free)}", note)
            for note in notes
        ]

    def _pauses(self, pauses: Iterable[PauseBegun]) -> tuple[PauseLine, ...]:
        return tuple(
            PauseLine(
                pause.kind,
                from_ms(pause.at or 0, self._zone),
                from_ms(pause.until, self._zone) if pause.until is not None else None,
            )
            for pause in pauses
        )

    def _answers(self) -> dict[str, list[NoteKept]]:
        """Minority opinion to the notes that answer it; such a note stands there, and nowhere else."""
        answers: dict[str, list[NoteKept]] = {}
        placed: set[str] = set()
        for link in self._places.links:
            reply, opinion = self._notes.get(link.source), self._notes.get(link.target)
            if link.kind is not LinkKind.ANSWERS or reply is None or opinion is None:
                continue
            if _is_minority(opinion) and _may_answer(reply) and reply.entry not in placed:
                placed.add(reply.entry)
                answers.setdefault(opinion.entry, []).append(reply)
        return answers


def _is_minority(note: NoteKept) -> bool:
    return bool(note.content.minority) and note.content.kind not in _NUMBERED


def _may_answer(note: NoteKept) -> bool:
    return not note.content.minority and note.content.kind not in _NUMBERED
