"""The frozen state of a session: what `fold` makes of its facts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from coprod.domain.facts import Approved, Entry, Issued, ItemOpened, NoteKept, PauseBegun, TurnBegun
from coprod.domain.parts import AgendaItem, Description, Group, Guideline, NoteContent, Participant, Text
from coprod.domain.terms import Finding, Phase, RoundOrder, Standpoint


@dataclass(frozen=True, slots=True)
class Track:
    """What is open now in the whole room or in one group, by entry id. An item stays open until the next one."""

    opened: str | None = None
    round: str | None = None
    turn: str | None = None
    pause: str | None = None


@dataclass(frozen=True, slots=True)
class Clash:
    """A change made from an older version of a note, kept beside the one standing until a person chooses."""

    version: str
    content: NoteContent


Found: TypeAlias = tuple[Finding, str, str, tuple[str, ...]]
"""Which finding: what, of which note ("" of none), in which language ("" in all), and about whom."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Why a finding is left as it is, and the words, by id, that this was said of."""

    against: tuple[str, ...]
    reason: Text


@dataclass(frozen=True, slots=True)
class State:
    """A session as its facts tell it. Mappings keep the order of the room and of the record.

    `participants`: in seating order. `declared`: standpoints declared during the session, the last of each. `away`:
    who left and has not come back. `guidelines`: agreed; `proposals`: before the room, not yet agreed. `record`:
    entry id to entry as it reads now; notes taken out are not in it. `wall`: notes on the wall, oldest first.
    `dissolved`: groups that came back to the room; what they said keeps their name. `tracks`: None is the whole room.
    `extended`: item to the minutes it has more than planned. `returns`: pause to the moment (UTC ms) when the room
    begins again. `hands`: track to who would like to speak, in order. `orders`: item to the order of its first round.
    `apart`, `together`: for small groups, seen by the organiser alone. `called_groups`: who had their turn in the
    share-back, the one that has it last. `digits`, `sound`: how the room wants the time.
    `versions`: note to the id of the fact that last set its words, where changed.
    `answers`: finding to why it is left as it is.
    `sheet`: the group whose sheet this is; None for a whole session.
    `off_record`: the pen is down; what such a state tells of turns and pauses stands on the screen alone.
    `acts`: act to stream, oldest first, without those voided. `tombstones`: participants and notes that were erased.
    """

    session: str
    description: Description | None = None
    phase: Phase = Phase.PLANNED
    started: str | None = None
    ended: str | None = None
    participants: Mapping[str, Participant] = field(default_factory=dict)
    declared: Mapping[str, tuple[Standpoint, ...]] = field(default_factory=dict)
    away: frozenset[str] = frozenset()
    agenda: tuple[AgendaItem, ...] = ()
    guidelines: tuple[Guideline, ...] = ()
    proposals: tuple[Guideline, ...] = ()
    groups: Mapping[str, Group] = field(default_factory=dict)
    dissolved: frozenset[str] = frozenset()
    record: Mapping[str, Entry] = field(default_factory=dict)
    tracks: Mapping[str | None, Track] = field(default_factory=dict)
    wall: tuple[str, ...] = ()
    versions: Mapping[str, str] = field(default_factory=dict)
    clashes: Mapping[str, tuple[Clash, ...]] = field(default_factory=dict)
    approved: tuple[Approved, ...] = ()
    issued: tuple[Issued, ...] = ()
    acts: Mapping[str, str] = field(default_factory=dict)
    tombstones: frozenset[str] = frozenset()
    extended: Mapping[str, float] = field(default_factory=dict)
    returns: Mapping[str, int] = field(default_factory=dict)
    hands: Mapping[str | None, tuple[str, ...]] = field(default_factory=dict)
    orders: Mapping[str, RoundOrder] = field(default_factory=dict)
    apart: tuple[tuple[str, ...], ...] = ()
    together: tuple[tuple[str, ...], ...] = ()
    called_groups: tuple[str, ...] = ()
    digits: bool = False
    sound: bool = False
    answers: Mapping[Found, Answer] = field(default_factory=dict)
    sheet: Group | None = None
    off_record: bool = False

    def item(self, item: str | None) -> AgendaItem | None:
        """The agenda item of that id."""
        return next((one for one in self.agenda if one.id == item), None)

    def track(self, group: str | None = None) -> Track:
        """What is open in the whole room (None) or in a group."""
        return self.tracks.get(group, Track())

    def open_item(self, group: str | None = None) -> AgendaItem | None:
        """The agenda item open on a track."""
        opened = self.record.get(self.track(group).opened or "")
        return self.item(opened.item) if isinstance(opened, ItemOpened) else None

    def open_turn(self, group: str | None = None) -> TurnBegun | None:
        """The turn being taken on a track."""
        turn = self.record.get(self.track(group).turn or "")
        return turn if isinstance(turn, TurnBegun) else None

    def open_pause(self, group: str | None = None) -> PauseBegun | None:
        """The pause being held on a track."""
        pause = self.record.get(self.track(group).pause or "")
        return pause if isinstance(pause, PauseBegun) else None

    @property
    def called_group(self) -> str | None:
        """The group that has its turn in the share-back."""
        return self.called_groups[-1] if self.called_groups else None

    def small_groups(self) -> list[Group]:
        """The groups that are there now, without those that came back to the room."""
        return [group for group in self.groups.values() if group.id not in self.dissolved]

    def note(self, note: str) -> NoteKept | None:
        """The note of that id, unless it was taken out."""
        entry = self.record.get(note)
        return entry if isinstance(entry, NoteKept) else None

    def notes(self) -> list[NoteKept]:
        """All notes in the order of the record."""
        return [entry for entry in self.record.values() if isinstance(entry, NoteKept)]

    def standpoints(self, participant: str) -> tuple[Standpoint, ...]:
        """The standpoints that a participant last declared."""
        if participant in self.declared:
            return self.declared[participant]
        known = self.participants.get(participant)
        return known.standpoints if known else ()
