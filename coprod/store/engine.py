"""Connections to the store's file, with or without a key, and durable ones where they write."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, TypeAlias

import sqlcipher3.dbapi2 as driver
from sqlalchemy import QueuePool, create_engine, event

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from sqlalchemy import Connection, Engine

Driver: TypeAlias = Any
"""A connection of the driver, which has no types."""

KEY_BYTES = 32

WRITES = {"begins": "BEGIN IMMEDIATE"}
"""The execution options of a connection that writes: it waits for its turn at once, not at its first insert."""

ALWAYS = ("PRAGMA foreign_keys=ON", "PRAGMA secure_delete=ON")
TO_WRITE: tuple[str, ...] = (
    "PRAGMA synchronous=FULL",
    "PRAGMA fullfsync=ON",
    "PRAGMA checkpoint_fullfsync=ON",
)
TO_READ = ("PRAGMA query_only=ON",)


def make_engine(path: Path, *, key: bytes | None, mode: str) -> Engine:
    """An engine for the file at `path`; `mode`: "rwc", "rw" or "ro" (reads only). `key`: 32 random bytes.

    The driver keeps to autocommit, and every transaction is begun here by name.
    """
    engine = create_engine(
        "sqlite://",
        module=driver,
        creator=lambda: connect(path, key=key, mode=mode),
        poolclass=QueuePool,
        hide_parameters=True,  # they hold the words
    )
    event.listen(engine, "begin", _begin)
    return engine


def connect(path: Path, *, key: bytes | None, mode: str) -> Driver:
    """One connection of the driver. It is used by one thread at a time, not always the one that made it.

    One that only reads opens the file so that it can't, as the last that closes it, take away the log of a writer
    whose locks were lost: see `lock`.
    """
    if key is not None and len(key) != KEY_BYTES:
        raise ValueError("a key has 32 bytes")  # SQLCipher would take any other for a passphrase
    if mode != "ro":
        return _connect(path, f"mode={mode}", key, TO_WRITE)
    if path.with_name(f"{path.name}-shm").exists():
        try:
            return _connect(path, "mode=ro", key, (*TO_READ, "SELECT count(*) FROM sqlite_schema"))
        except (
            driver.OperationalError
        ):  # left by a program that was killed: the next one has to put it in order
            pass
    return _connect(path, _uri(path), key, TO_READ)


def _connect(path: Path, how: str, key: bytes | None, to_begin_with: Iterable[str]) -> Driver:
    connection = driver.connect(
        f"{path.as_uri()}?{how}", uri=True, isolation_level=None, check_same_thread=False
    )
    try:
        if key is not None:
            connection.execute("PRAGMA cipher_log_level=NONE")  # it would write to stderr
            connection.execute(f"PRAGMA key=\"x'{key.hex()}'\"")
        for statement in (*ALWAYS, *to_begin_with):
            connection.execute(statement)
    except driver.Error:
        connection.close()
        raise
    return connection


def _uri(path: Path) -> str:
    """How SQLite opens a file to read it, where no index lies beside it: it needs one, and may have to make it."""
    wal = path.with_name(f"{path.name}-wal")
    return "mode=rw" if wal.exists() or os.access(path.parent, os.W_OK) else "immutable=1"


def raw(connection: Connection) -> Driver:
    """The driver's own connection, for what stands outside of transactions."""
    return connection.connection.driver_connection


def _begin(connection: Connection) -> None:
    raw(connection).execute(connection.get_execution_options().get("begins", "BEGIN"))
