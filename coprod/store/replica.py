"""What is going on at an organisation, on this machine: a store of its own, and a courier to the server beside it."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from coprod.service.ports import StoreFailed
from coprod.service.syncing import Courier
from coprod.store.local import open_store
from coprod.store.server import named, open_server

if TYPE_CHECKING:
    from pathlib import Path

    from coprod.service.ports import Clock
    from coprod.store.local import LocalStore
    from coprod.store.server import ServerStore


def open_replica(address: str, folder: Path, clock: Clock) -> LocalStore:
    """Open it; the server may be away for a day, but not refuse. Raises StoreFailed."""
    try:
        open_server(address).close()
    except StoreFailed as failed:
        if failed.code != "away":
            raise
    name = sha256(named(address).encode()).hexdigest()[:16]
    store = open_store(folder / f"server-{name}.db")
    store.courier = Courier(store, lambda: connect(address), clock)
    return store


def connect(address: str) -> ServerStore:
    """Connect the courier; what was erased there and not yet cleared is cleared on the way. Raises StoreFailed."""
    server = open_server(address, write=False)
    server.sweep()
    return server
