"""What happens to the people: who they are, what they wish, and in which group they are."""

from __future__ import annotations

from dataclasses import dataclass

from coprod.domain.parts import Consent, Group, Participant
from coprod.domain.terms import Attribution, Shown


@dataclass(frozen=True, slots=True)
class ParticipantAdded:
    """A participant, seated before another or (None) at the end."""

    participant: Participant
    before: str | None = None


@dataclass(frozen=True, slots=True)
class ParticipantChanged:
    """A participant, whole, in their seat."""

    participant: Participant


@dataclass(frozen=True, slots=True)
class ParticipantMoved:
    """A participant in another seat."""

    participant: str
    before: str | None = None


@dataclass(frozen=True, slots=True)
class ParticipantRemoved:
    """A participant who was never part of the session."""

    participant: str


@dataclass(frozen=True, slots=True)
class WishStated:
    """How a participant wants to be named; None leaves a wish as it was."""

    participant: str
    attribution: Attribution | None = None
    listed: Shown | None = None
    wall: Shown | None = None


@dataclass(frozen=True, slots=True)
class ConsentStated:
    """A participant consents, or takes a consent back."""

    participant: str
    consent: Consent


@dataclass(frozen=True, slots=True)
class Erased:
    """What a fact told is gone; it keeps its place in its stream."""


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """The tombstone of an erasure: this participant and these notes are gone, and late facts don't bring them back."""

    participant: str | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GroupFormed:
    """A small group, or the same group changed, whole."""

    group: Group


@dataclass(frozen=True, slots=True)
class SheetBegun:
    """This is no whole session but the sheet of one group, whose room it is."""

    group: Group


@dataclass(frozen=True, slots=True)
class GroupDissolved:
    """A small group is no more."""

    group: str
