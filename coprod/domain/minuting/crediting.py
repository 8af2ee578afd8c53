"""Who may be seen behind a line: its cell, and the names or disciplines beside it."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from coprod.domain.consent import permits, recognised
from coprod.domain.minutes_doc import Cell, Credit, Table, Wording
from coprod.domain.placing import Present, Saying, place, small
from coprod.domain.terms import Attendance, Attribution, Purpose, Shown, Standpoint, Visibility

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coprod.domain.facts import NoteKept
    from coprod.domain.minuting.wordings import Wordings
    from coprod.domain.parts import Participant
    from coprod.domain.state import State

_RESERVE = tuple(Attribution)
"""From the least to the most reserved."""


class Crediting:
    """What the people of one session want, and what the room allows."""

    def __init__(self, state: State, wordings: Wordings) -> None:
        self._state = state
        self._wordings = wordings
        people = state.participants.values()
        self._room = tuple(self._present(one) for one in people if one.attendance is not Attendance.ABSENT)
        self.small_room = small(self._room) or small((*self._room, *self._written_in()))

    def may_be_minuted(self, note: NoteKept) -> bool:
        """Whether a note may stand in minutes: not for the review alone, and all who said it agree."""
        purposes = (Purpose.RECORD, Purpose.MINUTES)
        return note.content.visibility is not Visibility.REVIEW and all(
            permits(person, purpose) for person in self._contributors(note) for purpose in purposes
        )

    def of(self, note: NoteKept) -> tuple[Cell, Credit]:
        """The cell of a note, and who is named beside it."""
        contributors = self._contributors(note)
        wish = self._wish(note, contributors)
        disciplines = tuple(words for one in contributors if (words := self._discipline(one)))
        saying = Saying(wish, frozenset(note.content.standpoints), self._together(contributors), disciplines)
        cell = Cell.UNATTRIBUTED if self.small_room else place(saying, self._room)
        table = self._table(note, saying, cell)
        if wish is Attribution.NAMED:
            return cell, Credit(self._wordings.all(one.called for one in contributors), table=table)
        if wish is Attribution.DISCIPLINE and cell is not Cell.UNATTRIBUTED:
            disciplines_said = self._wordings.all(one.discipline for one in contributors)
            return cell, Credit(disciplines=disciplines_said, table=table)
        return cell, Credit(table=table)

    def _written_in(self) -> Iterator[Present]:
        """Those who were not there, and of whom there is a note all the same."""
        notes = (note for note in self._state.notes() if self.may_be_minuted(note))
        heard = {who for note in notes for who in note.content.who}
        absent = (one for one in self._state.participants.values() if one.attendance is Attendance.ABSENT)
        return (self._present(one) for one in absent if one.id in heard)

    def _table(self, note: NoteKept, saying: Saying, cell: Cell) -> Table | None:
        """The group that brings a note to everyone, unless among the few at its table it would point at somebody."""
        group = self._state.groups.get(note.group or "")
        if group is None or not note.content.share:
            return None
        if note.content.who:
            at_it = dict.fromkeys((*group.members, *note.content.who))
            members = (self._state.participants.get(who) for who in at_it)
            seated = tuple(self._present(one) for one in members if one is not None)
            if cell is Cell.UNATTRIBUTED or place(saying, seated) is not cell:
                return None
        return Table(self._wordings.of(group.name), list(self._state.groups).index(group.id) + 1)

    def owners(self, note: NoteKept) -> tuple[Wording, ...]:
        """The owners of an action who agreed to stand in the minutes by name, in one place or the other."""
        known = [
            self._state.participants[who] for who in note.content.owners if who in self._state.participants
        ]
        named = [one for one in known if one.attribution is Attribution.NAMED or one.listed is Shown.NAME]
        return self._wordings.all(one.called for one in named)

    def _contributors(self, note: NoteKept) -> list[Participant]:
        people = self._state.participants
        return [people[who] for who in note.content.who if who in people]

    def _wish(self, note: NoteKept, contributors: list[Participant]) -> Attribution:
        """The note's own wish; else the most reserved of its contributors'."""
        if note.content.attribution is not None:
            return note.content.attribution
        wishes = [one.attribution for one in contributors]
        return max(wishes, key=_RESERVE.index, default=Attribution.STANDPOINT)

    def _together(self, contributors: list[Participant]) -> frozenset[Standpoint]:
        return frozenset(said for one in contributors for said in self._state.standpoints(one.id))

    def _present(self, person: Participant) -> Present:
        standpoints = frozenset(self._state.standpoints(person.id))
        return Present(standpoints, self._discipline(person), recognised(person))

    def _discipline(self, person: Participant) -> frozenset[str]:
        wording = self._wordings.of(person.discipline)
        bodies = wording.bodies.values() if wording else ()
        return frozenset(unicodedata.normalize("NFKC", body).casefold().strip() for body in bodies)
