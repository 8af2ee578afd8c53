"""What a guest's page shows: plain values, ready to be sent, of its own place and no other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coprod.domain.sheets import question
from coprod.domain.terms import NoteKind, Phase, Visibility
from coprod.i18n import Catalogue
from coprod.present.flow import clock_time, plan_of
from coprod.present.marks import mark_of
from coprod.service.sharing.pairing import Role
from coprod.service.sharing.room import ROOM, may_be_seen, members, places, supporters

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coprod.domain.facts import NoteKept, Word
    from coprod.domain.parts import AgendaItem, Text
    from coprod.domain.state import State
    from coprod.service.sharing.pairing import Guest

Prose = dict[str, str]
"""Language to words; the language of a name is ""."""


class Telling:
    """Reads a session for pages. `messages`: whether there is anybody who could be asked to read one."""

    def __init__(self, state: State, words: Mapping[str, Word], *, messages: bool = True) -> None:
        self._state, self._words, self._messages = state, words, messages

    def view(self, guest: Guest) -> dict[str, Any]:
        """What its page shows now."""
        return self._notes_view(guest) if guest.role is Role.NOTES else self._participant_view(guest)

    def places(self, role: Role, taken: set[str]) -> list[dict[str, Any]]:
        """The places that a device may take."""
        there = places(self._state, role)
        told = self._people() if role is Role.PARTICIPANT else self._groups()
        return [{"id": id, "name": name, "taken": id in taken} for id, name in told if id in there]

    def _groups(self) -> list[tuple[str, Prose]]:
        groups = [(group.id, self._prose(group.name)) for group in self._state.small_groups()]
        return groups or [(ROOM, {})]

    def _people(self) -> list[tuple[str, Prose]]:
        return [
            (person.id, self._prose(person.called))
            for person in self._state.participants.values()
            if may_be_seen(self._state, person.id)
        ]

    def _shared(self, item: AgendaItem | None) -> dict[str, Any]:
        about = self._state.description
        return {
            "languages": list(about.languages) if about else [],
            "phase": self._phase(),
            "ends": self._ends(item),
        }

    def _notes_view(self, guest: Guest) -> dict[str, Any]:
        state, group = self._state, self._state.groups.get(guest.place)
        item = question(state) if group else state.open_item()
        mine = None if guest.place == ROOM else guest.place
        return {
            **self._shared(item),
            "role": guest.role,
            "group": self._prose(group.name) if group else {},
            "item": item.id if item else "",
            "question": self._question(item),
            "off_record": state.off_record,
            "people": [self._person(who) for who in members(state, guest)],
            "kinds": [kind.value for kind in NoteKind],
            "reaches": [reach.value for reach in Visibility],
            "notes": [
                {**self._note(note), "own": note.entry in guest.notes}
                for note in reversed(state.notes())
                if note.group == mine and self._may_see(note, guest)
            ],
        }

    def _participant_view(self, guest: Guest) -> dict[str, Any]:
        state = self._state
        item = state.open_item()
        person = state.participants.get(guest.place)
        return {
            **self._shared(item),
            "role": guest.role,
            "item": {"id": item.id, "kind": item.kind.value, "question": self._question(item)}
            if item
            else None,
            "person": self._prose(person.called) if person else None,
            "support": [
                {"id": who, "name": self._prose(state.participants[who].called)}
                for who in (supporters(state) if self._messages else ())
            ],
            "notes": [self._note(note) for note in reversed(state.notes()) if note.entry in guest.notes],
        }

    def _may_see(self, note: NoteKept, guest: Guest) -> bool:
        """What is for the review alone is shown to whoever wrote it down: the word is on the wall for anybody."""
        return note.content.visibility is not Visibility.REVIEW or note.entry in guest.notes

    def _phase(self) -> str:
        state = self._state
        if state.phase is Phase.OPEN and state.open_pause() is not None:
            return "pause"
        return state.phase.value

    def _ends(self, item: AgendaItem | None) -> str | None:
        """The time of day at which the open item ends, where that is planned."""
        state = self._state
        if item is None or not item.minutes or state.open_item() is not item:
            return None
        return clock_time(state, Catalogue("en"), plan_of(state).ends[item.id])

    def _question(self, item: AgendaItem | None) -> Prose:
        if item is None:
            return {}
        return self._prose(item.prompt) or next(
            (self._prose(one.text) for one in item.prompts), self._prose(item.title)
        )

    def _person(self, who: str) -> dict[str, Any]:
        person = self._state.participants[who]
        return {
            "id": who,
            "called": self._prose(person.called),
            "mark": mark_of(self._state.standpoints(who)).value,
        }

    def _note(self, note: NoteKept) -> dict[str, Any]:
        content = note.content
        return {
            "id": note.entry,
            "text": self._prose(content.text),
            "who": list(content.who),
            "kind": content.kind.value,
            "minority": bool(content.minority),
        }

    def _prose(self, text: Text) -> Prose:
        return {lang: self._words[id].body for lang, id in text if id in self._words}
