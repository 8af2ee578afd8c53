"""The store on this machine: one SQLite file, written by one program at a time and read by any number."""

from __future__ import annotations

import os
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from coprod.service.ports import StoreFailed
from coprod.store import lock, migrate
from coprod.store.engine import connect, make_engine
from coprod.store.errors import AsStoreFailed
from coprod.store.tables import TableStore
from coprod.store.writer import Writer

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from sqlalchemy import Connection, Engine

    from coprod.service.holders import InBackup
    from coprod.service.syncing import Courier
    from coprod.store.engine import Driver

T = TypeVar("T")
P = ParamSpec("P")

_SMALLEST = 512
"""The bytes of SQLite's smallest page."""
_HEAD = b"SQLite format 3\0"


class LocalStore(TableStore):
    """Fulfils the ports Log, Archive, Shelf and Keeping; made by `open_store`, and a context manager."""

    def __init__(
        self, path: Path, engine: Engine, writer: Writer | None, held: ExitStack, *, keyed: bool
    ) -> None:
        self.path = path
        self._engine = engine
        self._writer = writer
        self._held = held
        self._failing = AsStoreFailed(path, keyed=keyed)
        self.courier: Courier | None = None
        """Who speaks with an organisation's server, where this store is a part of its."""

    def __enter__(self) -> LocalStore:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Write what is waiting, and let go of the store."""
        if self.courier is not None:
            self.courier.close()
        self._held.close()

    def backups(self) -> list[InBackup]:
        """The copies of the store that were made beside it, the first first."""
        with self._failing:
            return migrate.backups(self.path)

    def _read(self, query: Callable[Concatenate[Connection, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        with self._failing, self._engine.connect() as connection:
            return query(connection, *args, **kwargs)

    def _write(self, write: Callable[[Driver], T], then: Callable[[Driver], bool] | None = None) -> T:
        if self._writer is None:
            raise StoreFailed("readonly", str(self.path))
        with self._failing:
            return self._writer.do(write, then)


def open_store(path: Path, *, key: bytes | None = None, write: bool = True) -> LocalStore:
    """Open the store at `path`. `key`: 32 random bytes for one that is encrypted.

    To write: made where there is none, migrated where it is older, and refused while another program writes. Only to
    read: works beside a writer, and makes and changes nothing. Raises StoreFailed.
    """
    path = Path(os.path.realpath(path))
    with AsStoreFailed(path, keyed=key is not None), ExitStack() as opening:
        if write:
            engine = _to_write(path, key, opening)
            writer = Writer(connect(path, key=key, mode="rw"))
            opening.callback(writer.close)
        else:
            engine, writer = _to_read(path, key, opening), None
        return LocalStore(path, engine, writer, opening.pop_all(), keyed=key is not None)


def _to_write(path: Path, key: bytes | None, opening: ExitStack) -> Engine:
    _check_file(path, keyed=key is not None)
    path.parent.mkdir(parents=True, exist_ok=True)
    opening.callback(lock.hold(path).close)
    engine = make_engine(path, key=key, mode="rwc")
    opening.callback(engine.dispose)
    migrate.to_head(engine, path, key)
    return engine


def _to_read(path: Path, key: bytes | None, opening: ExitStack) -> Engine:
    if not path.exists():
        raise StoreFailed("no-store", str(path))
    _check_file(path, keyed=key is not None)
    engine = make_engine(path, key=key, mode="ro")
    opening.callback(engine.dispose)
    with engine.connect() as connection:
        migrate.check(migrate.revision(connection, path), path)
    return engine


def _check_file(path: Path, *, keyed: bool) -> None:
    """Refuse what is no file or no database, before anything is made beside it.

    One that is too short SQLite would take for empty and write over; one that is encrypted has no head.
    """
    if path.is_dir():
        raise StoreFailed("damaged", str(path))
    if not path.exists() or not path.stat().st_size:
        return
    with path.open("rb") as file:
        first = file.read(_SMALLEST)
    if len(first) < _SMALLEST or not (keyed or first.startswith(_HEAD)):
        raise StoreFailed("damaged", str(path))
