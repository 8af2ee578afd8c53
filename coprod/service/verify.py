"""Compare the read tables with what the log says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coprod.domain.fold import fold
from coprod.service.rows import all_rows

if TYPE_CHECKING:
    from coprod.service.ports import Archive, Log
    from coprod.service.rows import SessionRow


@dataclass(frozen=True, slots=True)
class Difference:
    """A row that is not as the log tells it: of a session (`note` None) or of one of its notes."""

    session: str
    note: str | None = None


def verify(log: Log, archive: Archive) -> list[Difference]:
    """Rebuild every session's rows from its facts; what differs, is missing or is too many."""
    return [one for row in archive.sessions() for one in _compared(log, archive, row)]


def _compared(log: Log, archive: Archive, row: SessionRow) -> list[Difference]:
    rebuilt = all_rows(fold(row.session, log.load(row.session).facts))
    wanted = {note.note: note for note in rebuilt.notes}
    stored = {note.note: note for note in archive.notes(row.session)}
    differing = sorted(id for id in wanted.keys() | stored.keys() if wanted.get(id) != stored.get(id))
    own = [] if rebuilt.session == row else [Difference(row.session)]
    return own + [Difference(row.session, note) for note in differing]
