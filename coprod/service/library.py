"""The library of prompts and guidelines: what came with the program, and what the organisation made of it.

A row of the organisation's own with the id of a text that came with the program stands in its place; one without words
hides it. Taking the row away brings the text back as it came.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Shelved:
    """One text of the library. `kind`: what it is for; `own`: the organisation's."""

    id: str
    kind: str
    text: Mapping[str, str]
    own: bool = False


class Shelf(Protocol):
    """Where the organisation's own texts are kept."""

    def shelved(self) -> list[Shelved]:
        """All of them, by id; one without words hides the text of its id. Raises StoreFailed."""

    def shelve(self, entry: Shelved) -> None:
        """Keep one, in the place of that with the same id. Raises StoreFailed."""

    def unshelve(self, entry: str) -> None:
        """Let one go; what is not there is let go already. Raises StoreFailed."""


def shipped(path: Path) -> tuple[Shelved, ...]:
    """The texts that came with the program. Raises OSError."""
    return tuple(msgspec.json.decode(path.read_bytes(), type=list[Shelved]))


def library(came: Iterable[Shelved], own: Iterable[Shelved]) -> tuple[Shelved, ...]:
    """All that is offered: texts that came, in their order and as the organisation has them; then its own."""
    theirs = {entry.id: entry for entry in own}
    known = [theirs.pop(entry.id, entry) for entry in came]
    return tuple(entry for entry in (*known, *theirs.values()) if entry.text)


def kept(shelf: Shelf, entry: str, kind: str, text: Mapping[str, str]) -> None:
    """Keep a text as it was written: a new one (`entry` ""), or in the place of another. Raises StoreFailed."""
    said = {lang: body.strip() for lang, body in text.items() if body.strip()}
    if said:
        shelf.shelve(Shelved(entry or str(uuid.uuid4()), kind, said, own=True))


def hidden(shelf: Shelf, came: Iterable[Shelved], entry: str) -> None:
    """Show a text no more: one that came with the program is hidden, one of the organisation's own is gone."""
    ours = next((one for one in came if one.id == entry), None)
    if ours is None:
        shelf.unshelve(entry)
    else:
        shelf.shelve(Shelved(ours.id, ours.kind, {}, own=True))
