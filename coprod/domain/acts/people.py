"""Acts on the people and the small groups."""

from __future__ import annotations

from dataclasses import dataclass

from coprod.domain.acts.drafts import ParticipantDraft
from coprod.domain.prose import Prose
from coprod.domain.terms import Attendance, Attribution, Purpose, Shown, Standpoint


@dataclass(frozen=True, slots=True)
class AddParticipant:
    """Add a participant."""

    draft: ParticipantDraft
    before: str | None = None


@dataclass(frozen=True, slots=True)
class AddParticipants:
    """Add several participants at once, as from a list of names."""

    drafts: tuple[ParticipantDraft, ...]


@dataclass(frozen=True, slots=True)
class ChangeParticipant:
    """Change what is known of a participant, whole, but for wishes and consents, which have acts of their own."""

    participant: str
    draft: ParticipantDraft


@dataclass(frozen=True, slots=True)
class MoveParticipant:
    """Seat a participant elsewhere."""

    participant: str
    before: str | None = None


@dataclass(frozen=True, slots=True)
class WithdrawParticipant:
    """Erase a participant: name, wishes and turns, and the notes that nobody else contributed to. For good."""

    participant: str


@dataclass(frozen=True, slots=True)
class RemoveParticipant:
    """Take somebody off the list who has no place in the record."""

    participant: str


@dataclass(frozen=True, slots=True)
class Arrive:
    """Somebody arrives."""

    who: str
    how: Attendance | None = None


@dataclass(frozen=True, slots=True)
class Leave:
    """Somebody leaves; they may come back."""

    who: str


@dataclass(frozen=True, slots=True)
class DeclareStandpoints:
    """Somebody says from which standpoints they speak; none is an answer too."""

    who: str
    standpoints: tuple[Standpoint, ...]


@dataclass(frozen=True, slots=True)
class StateWish:
    """Somebody says how they want to be named; None leaves a wish as it was."""

    participant: str
    attribution: Attribution | None = None
    listed: Shown | None = None
    wall: Shown | None = None


@dataclass(frozen=True, slots=True)
class StateConsent:
    """Somebody consents, or takes a consent back."""

    participant: str
    to: Purpose
    given: bool


@dataclass(frozen=True, slots=True)
class FormGroup:
    """Form a small group; its members leave the groups they were in."""

    name: Prose
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RenameGroup:
    """Give a group another name."""

    group: str
    name: Prose


@dataclass(frozen=True, slots=True)
class MoveToGroup:
    """Somebody goes to a group."""

    who: str
    group: str


@dataclass(frozen=True, slots=True)
class DissolveGroup:
    """A group comes back to the room."""

    group: str
