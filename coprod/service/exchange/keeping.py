"""Bring a session file into the store, once; and take a stored session out as a file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coprod.domain.fold import fold
from coprod.service.exchange.bad import BadFile
from coprod.service.exchange.equality import file_id, same
from coprod.service.exchange.incoming import incoming
from coprod.service.exchange.outgoing import outgoing
from coprod.service.ports import Batch
from coprod.service.rows import all_rows

if TYPE_CHECKING:
    from coprod.service.exchange.format import SessionFile
    from coprod.service.ports import Clock, Log, Stored


@dataclass(frozen=True, slots=True)
class Kept:
    """The session that a file is in the store; `added`: it was not there before."""

    session: str
    added: bool


def keep(file: SessionFile, log: Log, clock: Clock) -> Kept:
    """Keep the session of a file, unless it is there already.

    Raises BadFile where the store has the session and it says something else, and StoreFailed.
    """
    session = str(file_id(file))
    stored = log.load(session)
    if stored.facts:
        if not _says(stored, session, file):
            raise BadFile(
                "id",
                "is that of a session kept here already, which says something else; leave it out, or give another",
            )
        return Kept(session, added=False)
    came = incoming(file, clock.now())
    rows = all_rows(fold(session, came.facts))
    log.append(Batch(session, came.facts, tuple(came.words.values()), rows, came.links))
    return Kept(session, added=True)


def taken_out(session: str, log: Log, *, people: bool = False) -> SessionFile | None:
    """The file of a stored session, or None where nothing describes one; who is who only where `people` is asked."""
    return _file(log.load(session), session, people=people)


def _says(stored: Stored, session: str, file: SessionFile) -> bool:
    """Whether a stored session says what a file says; who is who need not be said again."""
    ours = (_file(stored, session, people=people) for people in (True, False))
    return any(one is not None and same(one, file) for one in ours)


def _file(stored: Stored, session: str, *, people: bool) -> SessionFile | None:
    state = fold(session, stored.facts)
    return outgoing(state, stored.words, stored.links if people else None) if state.description else None
