"""What happens to the plan, and in the life of a session."""

from __future__ import annotations

from dataclasses import dataclass

from coprod.domain.parts import AgendaItem, Description, Guideline


@dataclass(frozen=True, slots=True)
class Described:
    """The session is described anew, whole."""

    description: Description


@dataclass(frozen=True, slots=True)
class Started:
    """The session began; `moment` is RFC 3339 with its offset."""

    moment: str


@dataclass(frozen=True, slots=True)
class Closed:
    """The session ended; `moment` as in `Started`, None where nobody wrote it down."""

    moment: str | None


@dataclass(frozen=True, slots=True)
class Reopened:
    """A closed session is open again."""


@dataclass(frozen=True, slots=True)
class ItemAdded:
    """An agenda item, before another or (None) at the end."""

    item: AgendaItem
    before: str | None = None


@dataclass(frozen=True, slots=True)
class ItemChanged:
    """An agenda item, whole, in its place."""

    item: AgendaItem


@dataclass(frozen=True, slots=True)
class ItemMoved:
    """An agenda item in another place."""

    item: str
    before: str | None = None


@dataclass(frozen=True, slots=True)
class ItemRemoved:
    """An agenda item is no longer planned."""

    item: str


@dataclass(frozen=True, slots=True)
class GuidelinesOffered:
    """The guidelines laid before the room, whole; nobody has agreed yet."""

    guidelines: tuple[Guideline, ...]


@dataclass(frozen=True, slots=True)
class GuidelinesListed:
    """The guidelines that were agreed, whole (as a session file lists them)."""

    guidelines: tuple[Guideline, ...]
