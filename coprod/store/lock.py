"""One program writes: a lock that dies with the process that holds it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import sqlcipher3.dbapi2 as driver

if TYPE_CHECKING:
    from pathlib import Path


class Held(Protocol):
    """A lock; closing it lets go."""

    def close(self) -> None:
        """Let go."""


def hold(store: Path) -> Held:
    """The lock of a store, in a tiny file beside it which is never deleted. Raises the driver's error (busy) if held.

    It is SQLite's own, so that it works on every system in the same way; and not on the store itself, so that others
    may read there.
    """
    beside = store.with_name(f"{store.name}.lock")
    connection = driver.connect(
        f"{beside.as_uri()}?mode=rwc", uri=True, isolation_level=None, timeout=0, check_same_thread=False
    )
    try:
        connection.execute("BEGIN EXCLUSIVE")
    except driver.Error:
        connection.close()
        raise
    held: Held = connection
    return held
