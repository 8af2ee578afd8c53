"""Acts that help to run the meeting: time, hands, the order of voices, and who sits with whom."""

from __future__ import annotations

from dataclasses import dataclass

from coprod.domain.acts.drafts import GroupDraft
from coprod.domain.terms import RoundOrder


@dataclass(frozen=True, slots=True)
class ExtendItem:
    """Give the open item more minutes than were planned."""

    minutes: float = 5
    group: str | None = None


@dataclass(frozen=True, slots=True)
class ExtendPause:
    """Begin again later after this pause; a break that was planned as an item gets longer with it."""

    minutes: float = 5
    group: str | None = None


@dataclass(frozen=True, slots=True)
class RaiseHand:
    """Somebody would like to speak."""

    who: str
    group: str | None = None


@dataclass(frozen=True, slots=True)
class LowerHand:
    """Somebody would no longer like to speak."""

    who: str
    group: str | None = None


@dataclass(frozen=True, slots=True)
class ChooseOrder:
    """Choose in which order the voices of an item's first round come."""

    item: str
    order: RoundOrder


@dataclass(frozen=True, slots=True)
class WishCompany:
    """Keep people apart in small groups, or together, whole; no reason is asked."""

    apart: tuple[tuple[str, ...], ...] = ()
    together: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class FormGroups:
    """Form all small groups anew; those that are there are over."""

    groups: tuple[GroupDraft, ...]


@dataclass(frozen=True, slots=True)
class CallGroup:
    """Ask a small group to tell everybody what it brings."""

    group: str


@dataclass(frozen=True, slots=True)
class PutPenDown:
    """Go off the record: until the pen is taken up, nothing is kept, not even this."""


@dataclass(frozen=True, slots=True)
class TakePenUp:
    """Go on recording, from where the record stood."""


@dataclass(frozen=True, slots=True)
class ChooseTime:
    """Show the time in digits, and give a sound at its end, because the room wants it."""

    digits: bool
    sound: bool
