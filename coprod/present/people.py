"""The people of a session as the plan and the console show them: a line for each, and a sheet that unfolds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coprod.domain import acts
from coprod.domain.facts import NoteKept
from coprod.domain.terms import Attendance, Phase
from coprod.present.marks import MARKS, Mark, mark_of
from coprod.present.person import PersonSheet, sheet_of
from coprod.present.voices import called, standpoint_word
from coprod.vocabulary import PARTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coprod.domain.acts import Act, ParticipantDraft
    from coprod.domain.parts import Participant
    from coprod.domain.state import State
    from coprod.i18n import Catalogue
    from coprod.present.texts import Texts


@dataclass(frozen=True, slots=True)
class PersonLine:
    """One person in their seat; `part`: what they do today; `told`: the whole line for a screen reader."""

    id: str
    name: str
    mark: Mark
    mark_word: str
    part: str
    told: str


@dataclass(frozen=True, slots=True)
class PeopleView:
    """Everybody in seating order; `sheets` stand in the same order. `foot` says whose word a standpoint is."""

    heading: str
    heads: tuple[str, str, str]
    lines: tuple[PersonLine, ...]
    sheets: tuple[PersonSheet, ...]
    foot: str
    empty: str

    def sheet(self, person: str | None) -> PersonSheet | None:
        """The sheet of that person."""
        return next((one for one in self.sheets if one.id == person), None)

    def moved(self, person: str, step: int) -> Act | None:
        """Ask for somebody to sit one seat further, or back; None at the ends."""
        order = [line.id for line in self.lines]
        place = order.index(person) + step if person in order else -1
        if not 0 <= place < len(order):
            return None
        return self.seated(person, place if step < 0 else place + 1)

    def seated(self, person: str, place: int) -> Act | None:
        """Ask for somebody to sit before the one who has that place now; past the last, at the end."""
        order = [line.id for line in self.lines]
        if person not in order or place in {order.index(person), order.index(person) + 1}:
            return None
        return acts.MoveParticipant(person, order[place] if place < len(order) else None)


def people_view(state: State, texts: Texts, words: Catalogue) -> PeopleView:
    """Show everybody on the list, and what each said about themselves."""
    recorded = in_the_record(state)
    people = state.participants.values()
    return PeopleView(
        heading=words.say("Participants"),
        heads=(words.say("Called"), words.say("Standpoint"), words.say("Part today")),
        lines=tuple(_line(state, person, texts, words) for person in people),
        sheets=tuple(sheet_of(state, person, texts, words, person.id in recorded) for person in people),
        foot=words.say(
            "Each person declares their own standpoint, and can change it for any one contribution."
        ),
        empty=words.say("Nobody is on the list yet. Add people one by one, or paste a list of names."),
    )


def in_the_record(state: State) -> frozenset[str]:
    """Everybody who has a place in the record, and so can't be taken off the list by a click."""
    found: set[str] = set()
    for entry in state.record.values():
        if isinstance(entry, NoteKept):
            content = entry.content
            found.update((*content.who, *content.owners, *content.confirmed))
        else:
            found.add(getattr(entry, "who", None) or "")
    return frozenset(found - {""})


def add_person(name: str) -> Act | None:
    """Ask for somebody to be added by the name they want to be called."""
    called_ = " ".join(name.split())
    return acts.AddParticipant(acts.ParticipantDraft({"": called_})) if called_ else None


def add_people(drafts: Sequence[ParticipantDraft]) -> Act | None:
    """Ask for several people at once, so that one undo takes all back."""
    return acts.AddParticipants(tuple(drafts)) if drafts else None


def understood(drafts: Sequence[ParticipantDraft], words: Catalogue) -> tuple[str, ...]:
    """Say of each draft what was understood: the name in its languages, then the standpoints."""
    lines = []
    for draft in drafts:
        names = tuple(dict.fromkeys(draft.called.values()))
        reading = tuple(draft.reading.values())
        said = [" / ".join((*names, *reading))]
        if draft.standpoints:
            said.append(words.say(MARKS[mark_of(draft.standpoints)]))
        said += [words.say(PARTS[part]) for part in draft.parts]
        lines.append(words.say(", ").join(said))
    return tuple(lines)


def _line(state: State, person: Participant, texts: Texts, words: Catalogue) -> PersonLine:
    standpoints = state.standpoints(person.id)
    name = called(state, person.id, texts)
    word = standpoint_word(state, standpoints, texts, words)
    part = words.say(", ").join(_today(state, person, words))
    told = words.say(", ").join(filter(None, (name, word, part)))
    return PersonLine(person.id, name, mark_of(standpoints), word, part, told)


def _today(state: State, person: Participant, words: Catalogue) -> list[str]:
    """Their parts, and how they are there where it is not in the room."""
    today = [words.say(PARTS[part]) for part in person.parts]
    if state.phase is Phase.OPEN and person.id in state.away:
        return [*today, words.say("away")]
    if person.attendance is Attendance.ONLINE:
        today.append(words.say("Online"))
    elif person.attendance is Attendance.ABSENT:
        today.append(words.say("Absent"))
    return today
