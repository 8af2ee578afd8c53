"""What a file says of itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from coprod.i18n import Catalogue


@dataclass(frozen=True, slots=True)
class About:
    """The words and the moment of a file, from the session alone. `titles`: one for each catalogue.

    `publishers`: what the organisation is called that it is of, where it is one's.
    """

    session: str
    titles: Sequence[str]
    subject: str
    moment: datetime | None
    catalogues: Sequence[Catalogue]
    publishers: Sequence[str] = ()

    @property
    def title(self) -> str:
        """The title in all its languages."""
        return " / ".join(dict.fromkeys(self.titles))
