"""The sample session: always in reach, and as good as new once it has been run to its end."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

import msgspec

from coprod.domain.fold import fold
from coprod.domain.terms import Phase
from coprod.service.exchange.equality import file_id
from coprod.service.exchange.keeping import keep
from coprod.service.exchange.reading import read_path

if TYPE_CHECKING:
    from pathlib import Path

    from coprod.service.ports import Clock, Log


def sample_session(log: Log, clock: Clock, path: Path) -> str:
    """The id of a sample session that can be run, kept in `log`: the one at `path`, or a copy where that is closed.

    Copies are numbered, so that the first one still to be run is found again. Raises BadFile and StoreFailed.
    """
    file = read_path(path)
    first = session = file_id(file)
    copies = 0
    while (stored := log.load(str(session))).facts:
        if fold(str(session), stored.facts).phase is not Phase.CLOSED:
            return str(session)
        copies += 1
        session = uuid.uuid5(first, str(copies))
    return keep(msgspec.structs.replace(file, id=str(session)), log, clock).session
