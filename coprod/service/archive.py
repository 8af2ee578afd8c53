"""Find sessions: the list, with its titles, and one by the beginning of its id."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coprod.domain.languages import fitting
from coprod.service.rows import SessionRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coprod.domain.parts import Text
    from coprod.service.ports import Archive

SHORTEST = 8
"""Characters of an id that are enough to name a session."""


class NoSuchSession(Exception):
    """No session, or more than one, has an id that begins so. `found`: how many."""

    def __init__(self, prefix: str, found: int) -> None:
        super().__init__(prefix)
        self.prefix = prefix
        self.found = found


@dataclass(frozen=True, slots=True)
class Listed:
    """A session in the list: its row, and its title and programme in their languages."""

    row: SessionRow
    title: Mapping[str, str]
    programme: Mapping[str, str]

    @property
    def heading(self) -> str:
        """The title in the first of the session's languages that it has; else in any."""
        return first_of(self.title, self.row.languages)


def listed(archive: Archive) -> list[Listed]:
    """All sessions, in the order of the archive."""
    rows = archive.sessions()
    words = archive.titles(rows)
    return [Listed(row, _bodies(row.title, words), _bodies(row.programme, words)) for row in rows]


def find(archive: Archive, prefix: str) -> str:
    """The one session whose id begins with `prefix`, of 8 characters or more. Raises NoSuchSession."""
    found = archive.matching(prefix.lower()) if len(prefix) >= SHORTEST else []
    if len(found) != 1:
        raise NoSuchSession(prefix, len(found))
    return found[0]


def first_of(bodies: Mapping[str, str], languages: Sequence[str]) -> str:
    """The text in the first of `languages` that it has; else in any; empty where there is none."""
    known = [bodies[own] for lang in languages if (own := fitting(lang, bodies)) is not None]
    return next(iter([*known, *bodies.values()]), "")


def _bodies(text: Text, words: Mapping[str, str]) -> dict[str, str]:
    return {lang: words[one] for lang, one in text if one in words}
