"""What is going on at an organisation, on this machine: a store of its own, and a courier to the server beside it."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from coprod.files import write_whole
from coprod.service.ports import StoreFailed
from coprod.service.syncing import Courier
from coprod.store.errors import AsStoreFailed
from coprod.store.local import open_store
from coprod.store.server import named, open_server

if TYPE_CHECKING:
    from pathlib import Path

    from coprod.service.ports import Clock
    from coprod.store.local import LocalStore
    from coprod.store.server import ServerStore


def open_replica(address: str, folder: Path, clock: Clock) -> LocalStore:
    """Open it; the server may be away for a day, but not refuse, nor be another than before. Raises StoreFailed."""
    name = sha256(named(address).encode()).hexdigest()[:16]
    known = folder / f"server-{name}.id"
    try:
        _recognised(open_server(address), known).close()
    except StoreFailed as failed:
        if failed.code != "away":
            raise
    store = open_store(folder / f"server-{name}.db")
    store.courier = Courier(store, lambda: _recognised(connect(address), known), clock)
    return store


def connect(address: str) -> ServerStore:
    """Connect the courier; what was erased there and not yet cleared is cleared on the way. Raises StoreFailed."""
    server = open_server(address, write=False)
    server.sweep()
    return server


def _recognised(server: ServerStore, known: Path) -> ServerStore:
    """The same, if it is the one of which this machine has a part: nothing of one organisation goes to another.

    `known`: the file in which its id is kept. Raises StoreFailed.
    """
    try:
        with AsStoreFailed(known):
            id = server.own_id()
            if known.exists() and id != known.read_text("ascii"):
                raise StoreFailed("another", server.path)
            if id and not known.exists():
                known.parent.mkdir(parents=True, exist_ok=True)
                write_whole(known, id.encode("ascii"))
    except BaseException:
        server.close()
        raise
    return server
