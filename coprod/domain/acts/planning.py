"""Acts on the plan."""

from __future__ import annotations

from dataclasses import dataclass

from coprod.domain.acts.drafts import ItemDraft, SessionDraft
from coprod.domain.prose import Prose


@dataclass(frozen=True, slots=True)
class Describe:
    """Describe the session, whole."""

    draft: SessionDraft


@dataclass(frozen=True, slots=True)
class AddItem:
    """Put an item on the agenda."""

    draft: ItemDraft
    before: str | None = None


@dataclass(frozen=True, slots=True)
class ChangeItem:
    """Change an item, whole; its questions stay in their order, the first the first."""

    item: str
    draft: ItemDraft


@dataclass(frozen=True, slots=True)
class MoveItem:
    """Put an item in another place."""

    item: str
    before: str | None = None


@dataclass(frozen=True, slots=True)
class RemoveItem:
    """Take an item off the agenda; one that was opened stays."""

    item: str


@dataclass(frozen=True, slots=True)
class OfferGuidelines:
    """Lay guidelines before the room, whole."""

    texts: tuple[Prose, ...]
