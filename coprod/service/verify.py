"""Compare the read tables with what the log says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coprod.domain.fold import fold
from coprod.service.ports import StoreFailed
from coprod.service.rows import Rows, all_rows

if TYPE_CHECKING:
    from coprod.service.ports import Archive, Held


@dataclass(frozen=True, slots=True)
class Difference:
    """A session whose rows are not as the log tells them.

    `row`: its own row differs, is missing or is too many; `notes`: those of which that is so. `unreadable`: the log
    itself is damaged here, and nothing could be compared.
    """

    session: str
    row: bool = False
    notes: tuple[str, ...] = ()
    unreadable: bool = False


def verify(archive: Archive) -> list[Difference]:
    """Rebuild the rows of every session from its facts; those that differ. Raises StoreFailed.

    Each session is seen at one moment, so that another program may go on writing.
    """
    return [found for session in archive.known() if (found := _compared(archive, session)) is not None]


def _compared(archive: Archive, session: str) -> Difference | None:
    try:
        held = archive.held(session)
    except StoreFailed as failed:
        if failed.code != "damaged":
            raise
        return Difference(session, unreadable=True)
    rebuilt = _rebuilt(session, held)
    wanted = {note.note: note for note in rebuilt.notes}
    stored = {note.note: note for note in held.notes}
    notes = tuple(sorted(id for id in wanted.keys() | stored.keys() if wanted.get(id) != stored.get(id)))
    row = rebuilt.session != held.row
    return Difference(session, row, notes) if row or notes else None


def _rebuilt(session: str, held: Held) -> Rows:
    return all_rows(fold(session, held.facts)) if held.facts else Rows()
