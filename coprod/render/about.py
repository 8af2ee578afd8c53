"""What a file says of itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from coprod.i18n import Catalogue


@dataclass(frozen=True, slots=True)
class About:
    """The words and the moment of a file, from the session alone. `titles`: one for each catalogue."""

    session: str
    titles: Sequence[str]
    subject: str
    moment: datetime | None
    catalogues: Sequence[Catalogue]

    @property
    def title(self) -> str:
        """The title in all its languages."""
        return " / ".join(dict.fromkeys(self.titles))
