"""The builder: a state that can be changed, for as long as one fold lasts."""

from __future__ import annotations

from dataclasses import dataclass

from coprod.domain.facts import Approved, Entry, Issued, NoteKept
from coprod.domain.parts import AgendaItem, Description, Group, Guideline, NoteContent, Participant
from coprod.domain.state import Answer, Clash, Found, State, Track
from coprod.domain.terms import Phase, RoundOrder, Standpoint, Visibility


@dataclass(slots=True)
class OpenTrack:
    """A `Track`, as long as it can be changed."""

    opened: str | None = None
    round: str | None = None
    turn: str | None = None
    pause: str | None = None


@dataclass(slots=True)
class Builder:
    """The fields of `State`, in containers that can be changed; see there. `version`: the fact that is being taken."""

    session: str
    description: Description | None
    phase: Phase
    started: str | None
    ended: str | None
    participants: dict[str, Participant]
    declared: dict[str, tuple[Standpoint, ...]]
    away: set[str]
    agenda: list[AgendaItem]
    guidelines: list[Guideline]
    proposals: list[Guideline]
    groups: dict[str, Group]
    dissolved: set[str]
    record: dict[str, Entry]
    tracks: dict[str | None, OpenTrack]
    wall: list[str]
    versions: dict[str, str]
    clashes: dict[str, tuple[Clash, ...]]
    approved: list[Approved]
    issued: list[Issued]
    acts: dict[str, str]
    tombstones: frozenset[str]
    extended: dict[str, float]
    returns: dict[str, int]
    hands: dict[str | None, tuple[str, ...]]
    orders: dict[str, RoundOrder]
    apart: tuple[tuple[str, ...], ...]
    together: tuple[tuple[str, ...], ...]
    called_groups: tuple[str, ...]
    digits: bool
    sound: bool
    answers: dict[Found, Answer]
    sheet: Group | None
    version: str = ""

    @classmethod
    def of(cls, state: State) -> Builder:
        """A builder that starts from `state` and leaves it untouched."""
        return cls(
            session=state.session,
            description=state.description,
            phase=state.phase,
            started=state.started,
            ended=state.ended,
            participants=dict(state.participants),
            declared=dict(state.declared),
            away=set(state.away),
            agenda=list(state.agenda),
            guidelines=list(state.guidelines),
            proposals=list(state.proposals),
            groups=dict(state.groups),
            dissolved=set(state.dissolved),
            record=dict(state.record),
            tracks={
                group: OpenTrack(one.opened, one.round, one.turn, one.pause)
                for group, one in state.tracks.items()
            },
            wall=list(state.wall),
            versions=dict(state.versions),
            clashes=dict(state.clashes),
            approved=list(state.approved),
            issued=list(state.issued),
            acts=dict(state.acts),
            tombstones=state.tombstones,
            extended=dict(state.extended),
            returns=dict(state.returns),
            hands=dict(state.hands),
            orders=dict(state.orders),
            apart=state.apart,
            together=state.together,
            called_groups=state.called_groups,
            digits=state.digits,
            sound=state.sound,
            answers=dict(state.answers),
            sheet=state.sheet,
        )

    def freeze(self) -> State:
        """The state as built so far."""
        return State(
            session=self.session,
            description=self.description,
            phase=self.phase,
            started=self.started,
            ended=self.ended,
            participants=self.participants,
            declared=self.declared,
            away=frozenset(self.away),
            agenda=tuple(self.agenda),
            guidelines=tuple(self.guidelines),
            proposals=tuple(self.proposals),
            groups=self.groups,
            dissolved=frozenset(self.dissolved),
            record=self.record,
            tracks={
                group: Track(one.opened, one.round, one.turn, one.pause) for group, one in self.tracks.items()
            },
            wall=tuple(self.wall),
            versions=self.versions,
            clashes=self.clashes,
            approved=tuple(self.approved),
            issued=tuple(self.issued),
            acts=self.acts,
            tombstones=self.tombstones,
            extended=self.extended,
            returns=self.returns,
            hands=self.hands,
            orders=self.orders,
            apart=self.apart,
            together=self.together,
            called_groups=self.called_groups,
            digits=self.digits,
            sound=self.sound,
            answers=self.answers,
            sheet=self.sheet,
        )

    def track(self, group: str | None) -> OpenTrack:
        """What is open in the whole room (None) or in a group."""
        return self.tracks.setdefault(group, OpenTrack())

    def note(self, note: str) -> NoteKept | None:
        """The note of that id, if it is in the record."""
        entry = self.record.get(note)
        return entry if isinstance(entry, NoteKept) else None

    def set_content(self, note: NoteKept, content: NoteContent) -> None:
        """Put other content into a note; the wall holds what is for the room alone."""
        self.record[note.entry] = NoteKept(
            entry=note.entry,
            at=note.at,
            group=note.group,
            by=note.by,
            given=note.given,
            content=content,
            until=note.until,
        )
        if content.visibility is not Visibility.ROOM:
            self.take_down(note.entry)

    def take_down(self, note: str) -> None:
        """Take a note off the wall, if it is there."""
        self.wall = [one for one in self.wall if one != note]

    def lower_hand(self, who: str, group: str | None) -> None:
        """Take a hand down on a track; where nobody is left, the track has no queue."""
        left = tuple(one for one in self.hands.pop(group, ()) if one != who)
        if left:
            self.hands[group] = left
