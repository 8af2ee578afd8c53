"""What helps to run the meeting: live alone, with no place in a session file."""

from __future__ import annotations

from dataclasses import dataclass

from coprod.domain.parts import Ms
from coprod.domain.terms import RoundOrder


@dataclass(frozen=True, slots=True)
class ItemExtended:
    """An item has so many minutes more than were planned."""

    item: str
    minutes: float


@dataclass(frozen=True, slots=True)
class ReturnPlanned:
    """When the room begins again after a pause."""

    pause: str
    at: Ms


@dataclass(frozen=True, slots=True)
class HandRaised:
    """Somebody would like to speak."""

    who: str
    group: str | None = None


@dataclass(frozen=True, slots=True)
class HandLowered:
    """Somebody would no longer like to speak."""

    who: str
    group: str | None = None


@dataclass(frozen=True, slots=True)
class OrderChosen:
    """In which order the voices of an item's first round come."""

    item: str
    order: RoundOrder


@dataclass(frozen=True, slots=True)
class CompanyWished:
    """Who is kept apart in small groups, and who together, whole; no reason is kept."""

    apart: tuple[tuple[str, ...], ...]
    together: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class GroupRemoved:
    """A small group that was drawn and never sat together."""

    group: str


@dataclass(frozen=True, slots=True)
class GroupCalled:
    """A small group tells everybody what it brings."""

    group: str


@dataclass(frozen=True, slots=True)
class TimeChosen:
    """Whether the room wants the time in digits, and a sound at its end."""

    digits: bool
    sound: bool
