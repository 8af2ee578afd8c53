"""What windows beside the console are made of: rows to choose from."""

from __future__ import annotations

from dataclasses import dataclass

from coprod.present.marks import Mark
from coprod.present.texts import Said


@dataclass(frozen=True, slots=True)
class Row:
    """One row: what stands before its texts and after them. `mark`: of a person or of who said it."""

    id: str
    lead: str
    texts: tuple[Said, ...]
    tail: str = ""
    mark: Mark | None = None

    @property
    def name(self) -> str:
        """All of it in one line, as it is read aloud."""
        return ", ".join(filter(None, (self.lead, *(text.body for text in self.texts), self.tail)))
