"""The editions of the minutes: which notes belong to one, and what of the record it does not say."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coprod.domain.minutes_doc import Cell, Credit, Issue, ItemMinutes, MinutesDoc, Voices
from coprod.domain.minuting.flow import public
from coprod.domain.terms import Edition, ItemKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coprod.domain.facts import Issued, NoteKept
    from coprod.domain.minutes_doc import ActionLine, Line, Numbered, Wording
    from coprod.domain.minuting.wordings import Wordings
    from coprod.domain.state import State

_OF_THE_ROOM = frozenset({ItemKind.CHECK_IN, ItemKind.CHECK_OUT})
"""Items of which the public does not read what was said: people told how they were. The flow tells that they were."""
_CELLS = tuple(Cell)


@dataclass(frozen=True, slots=True)
class Belonging:
    """What belongs to an edition; `whose`: the participant whose own copy it is."""

    edition: Edition
    whose: str | None

    def holds(self, note: NoteKept) -> bool:
        """Whether a note that may be minuted belongs to it."""
        return self.edition is not Edition.OWN or self.whose in note.content.who

    def words(self, note: NoteKept, wordings: Wordings) -> Wording | None:
        """The words of a note as this edition says them; None where it has none for it."""
        if self.edition is Edition.EASY:
            return wordings.of(note.content.easy)
        return wordings.of_note(note)

    def called(self, state: State, wordings: Wordings) -> Wording | None:
        """What the person wants to be called whose own copy it is."""
        person = state.participants.get(self.whose or "")
        return wordings.of(person.called) if person and self.edition is Edition.OWN else None


def issue_of(state: State, edition: Edition, number: int) -> Issue:
    """Under which number an edition goes out, and which one it replaces."""
    approved = tuple(dict.fromkeys(str(one.part) for one in state.approved))
    return Issue(number, replaced(state.issued, edition, number), approved)


def replaced(issued: Iterable[Issued], edition: str | None, number: int) -> int | None:
    """The number of the one before it of the same edition; of own copies none: whose one was, nobody keeps."""
    if edition == Edition.OWN:
        return None
    of_it = (one.number for one in issued if one.edition == edition and one.number is not None)
    return max((earlier for earlier in of_it if earlier < number), default=None)


def edited(doc: MinutesDoc) -> MinutesDoc:
    """The same document without what its edition does not say."""
    if doc.edition is Edition.SUMMARY:
        return _summary(doc)
    if doc.edition is Edition.OWN:
        header = replace(doc.header, names=())
        return replace(doc, header=header, items=_spoken(doc.items), guidelines=(), pauses=(), flow=None)
    if doc.edition is Edition.EASY:
        return replace(doc, items=_spoken(doc.items))
    return doc


def _spoken(items: Iterable[ItemMinutes]) -> tuple[ItemMinutes, ...]:
    """The items in which something is told: a heading above nothing would say that nobody spoke."""
    return tuple(item for item in items if item.voices)


def _summary(doc: MinutesDoc) -> MinutesDoc:
    """The public summary names nobody, and tells nothing of check-in and check-out. It may reorder: by standpoint."""
    return replace(
        doc,
        header=replace(doc.header, names=()),
        items=_spoken(map(_public, doc.items)),
        questions=_gathered(doc.questions),
        decisions=tuple(map(_unnamed, doc.decisions)),
        actions=tuple(map(_unowned, doc.actions)),
        differences=_lines(doc.differences),
        minority=_lines(doc.minority),
        held_over=_lines(doc.held_over),
        pauses=(),
        flow=public(doc.flow) if doc.flow else None,
    )


def _public(item: ItemMinutes) -> ItemMinutes:
    voices = () if item.kind in _OF_THE_ROOM else _gathered(item.voices)
    return replace(item, voices=voices, pauses=())


def _gathered(voices: Iterable[Voices]) -> tuple[Voices, ...]:
    """The same order of standpoints in every item, and nobody beside a line."""
    ordered = sorted(voices, key=lambda one: _CELLS.index(one.cell))
    return tuple(Voices(one.cell, _lines(one.lines)) for one in ordered)


def _lines(lines: Iterable[Line]) -> tuple[Line, ...]:
    return tuple(replace(line, credit=Credit()) for line in lines)


def _unnamed(entry: Numbered) -> Numbered:
    return replace(entry, line=replace(entry.line, credit=Credit()))


def _unowned(action: ActionLine) -> ActionLine:
    return replace(
        action,
        line=replace(action.line, credit=Credit()),
        owners=(),
        unnamed_owners=action.unnamed_owners + len(action.owners),
    )
