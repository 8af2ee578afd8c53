"""One program writes: a lock that dies with the process that holds it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from coprod.service.ports import StoreFailed

if TYPE_CHECKING:
    from pathlib import Path


class Held:
    """A lock; closing it lets go."""

    def __init__(self, lock: FileLock) -> None:
        self._lock = lock

    def close(self) -> None:
        """Let go. The file stays: whoever waits for it holds the same one."""
        self._lock.release()


def hold(store: Path) -> Held:
    """The lock of a store, in a tiny file beside it. Raises StoreFailed ("locked") where another holds it, OSError.

    It is no POSIX lock, as SQLite's own are: those go as soon as anything in this process closes the same file, and a
    file dialog does, to see of what kind it is. It is not on the store itself, so that others may read there.
    """
    lock = FileLock(store.with_name(f"{store.name}.lock"), timeout=0, thread_local=False)
    try:
        lock.acquire()
    except Timeout:
        raise StoreFailed("locked", str(store)) from None
    return Held(lock)
