"""Which agenda item each entry of the record belongs to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from coprod.domain.facts import Entry, ItemOpened, NoteKept, NotesLinked, PauseBegun, PromptAsked

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coprod.domain.state import State


@dataclass(slots=True)
class Places:
    """What the record says of its items: which were opened, which prompts asked, what belongs where."""

    opened: dict[str, None] = field(default_factory=dict)
    asked: set[str] = field(default_factory=set)
    links: list[NotesLinked] = field(default_factory=list)
    items: dict[str, str | None] = field(default_factory=dict)
    held: list[PauseBegun] = field(default_factory=list)

    def item_of(self, entry: Entry) -> str | None:
        """The agenda item of a note or a pause; None is the session as a whole."""
        return self.items.get(entry.entry)

    def pauses(self, item: str | None = None) -> list[PauseBegun]:
        """The pauses of an item, or (None) of the session."""
        return [one for one in self.held if item is None or self.items[one.entry] == item]


def places(state: State) -> Places:
    """Read the record once. An entry that names no item belongs to the one open on its track at its time.

    Where nobody wrote down the time, its place in the record tells.
    """
    found = Places()
    known = {item.id for item in state.agenda}
    openings = [one for one in state.record.values() if isinstance(one, ItemOpened)]
    last: dict[str | None, str] = {}
    for entry in state.record.values():
        if isinstance(entry, ItemOpened):
            found.opened[entry.item] = None
            last[entry.group] = entry.item
        elif isinstance(entry, PromptAsked) and entry.prompt:
            found.asked.add(entry.prompt)
        elif isinstance(entry, NotesLinked):
            found.links.append(entry)
        elif isinstance(entry, NoteKept | PauseBegun):
            named = entry.content.item if isinstance(entry, NoteKept) else None
            item = named or _open_at(entry, openings, last)
            found.items[entry.entry] = item if item in known else None
            if isinstance(entry, PauseBegun):
                found.held.append(entry)
    return found


def _open_at(entry: Entry, openings: Iterable[ItemOpened], last: dict[str | None, str]) -> str | None:
    for track in dict.fromkeys((entry.group, None)):
        if entry.at is None:
            item = last.get(track)
        else:
            before = [
                one for one in openings if one.group == track and one.at is not None and one.at <= entry.at
            ]
            item = max(before, key=lambda one: one.at or 0).item if before else None
        if item is not None:
            return item
    return None
