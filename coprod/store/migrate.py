"""Bring a store's tables to the form that this program knows.

Alembic is loaded here alone, and only when there is something to do: it takes half a second.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from sqlalchemy import text

from coprod.service.holders import InBackup
from coprod.service.ports import StoreFailed
from coprod.store import schema
from coprod.store.engine import WRITES, connect, raw

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection, Engine

    from coprod.store.engine import Driver

STEPS = "coprod.store:migrations"
"""Where Alembic finds the steps: a package, and a folder in it."""

_BACKUP, _UNFINISHED = ".backup", ".part"
"""How the names of copies end."""


def revision(connection: Connection, place: Path) -> str | None:
    """The revision of the tables; None where there are none. Raises StoreFailed where they are another program's."""
    tables = connection.execute(text("SELECT name FROM sqlite_master")).scalars().all()
    if not tables:
        return None
    if connection.execute(text("PRAGMA application_id")).scalar() != schema.APPLICATION:
        raise StoreFailed("damaged", str(place))
    found: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    if found is None:
        raise StoreFailed("damaged", str(place))
    return found


def check(found: str | None, place: Path, *, known: str = schema.REVISION) -> None:
    """Refuse tables that can't be read as they are."""
    if found is None:
        raise StoreFailed("no-store", str(place))
    if found != known:
        raise StoreFailed("newer" if found > known else "older", str(place))


def to_head(
    engine: Engine, path: Path, key: bytes | None, *, known: str = schema.REVISION, steps: str = STEPS
) -> None:
    """Make sure that the file can be written, and bring its tables to the revision `known`; a backup comes before."""
    with engine.connect() as connection:
        found = revision(connection, path)
        if found is not None and found > known:
            check(found, path, known=known)
        connection.rollback()
        driver = raw(connection)
        driver.execute("PRAGMA journal_mode=WAL")
        if found is not None and found < known:
            back_up(driver, path.with_name(f"{path.name}.{found}{_BACKUP}"), key)
        if found != known:
            _upgrade(connection, path, steps)
        driver.execute("DELETE FROM stream WHERE 0")  # a file that may only be read is refused now


_NAME_IT = """DO $$ BEGIN IF obj_description('alembic_version'::regclass, 'pg_class') IS NULL THEN
    EXECUTE format('COMMENT ON TABLE alembic_version IS %L', gen_random_uuid()); END IF; END $$"""
"""An id that every login may read, and that goes along with a dump: the same store, wherever it is put back."""


def server_id(connection: Connection) -> str:
    """The id of a server's store; "" where none was made."""
    return (
        connection.execute(text("SELECT obj_description('alembic_version'::regclass, 'pg_class')")).scalar()
        or ""
    )


def server_to_head(engine: Engine, place: str, *, write: bool) -> None:
    """Check the tables of a server; make them, or bring them up to date, where the login may. Raises StoreFailed."""
    with engine.connect() as connection:
        there = connection.execute(text("SELECT to_regclass('alembic_version')")).scalar()
        found = (
            connection.execute(text("SELECT version_num FROM alembic_version")).scalar() if there else None
        )
    if found == schema.REVISION:
        return
    if found is not None and found > schema.REVISION:
        raise StoreFailed("newer", place)
    if not write:
        raise StoreFailed("older" if found else "no-store", place)
    from alembic import command  # noqa: PLC0415 - slow to load, and hardly ever needed
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", STEPS)
    with engine.begin() as connection:
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": schema.APPLICATION})
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        connection.execute(text(_NAME_IT))


def backups(path: Path) -> list[InBackup]:
    """The copies that were made beside the store at `path`, the first first; one that was left unfinished, too."""
    found = [one for one in path.parent.iterdir() if _is_backup(one.name, path.name)]
    made = [InBackup(str(one), one.stat().st_mtime_ns // 1_000_000) for one in found]
    return sorted(made, key=lambda one: (one.made, one.path))


def _is_backup(name: str, store: str) -> bool:
    return name.startswith(f"{store}.") and name.removesuffix(_UNFINISHED).endswith(_BACKUP)


def back_up(source: Driver, to: Path, key: bytes | None) -> None:
    """Copy a store as it stands, whole and readable, or raise: a copy that was not checked is no backup."""
    unfinished = to.with_name(f"{to.name}{_UNFINISHED}")
    unfinished.unlink(missing_ok=True)
    copy = connect(unfinished, key=key, mode="rwc")
    try:
        source.backup(copy)
        sound = copy.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    finally:
        copy.close()
    if not sound:
        raise StoreFailed("damaged", str(to))
    with unfinished.open("rb+") as file:
        os.fsync(file.fileno())
    unfinished.replace(to)


def _upgrade(connection: Connection, path: Path, steps: str) -> None:
    """All steps in one transaction, with foreign keys off: a parent table rebuilt would take its children with it."""
    from alembic import command  # noqa: PLC0415 — slow to load, and hardly ever needed
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", steps)
    connection = connection.execution_options(**WRITES)
    config.attributes["connection"] = connection
    driver = raw(connection)
    driver.execute("PRAGMA foreign_keys=OFF")
    try:
        with connection.begin():
            command.upgrade(config, "head")
            if driver.execute("PRAGMA foreign_key_check").fetchall():
                raise StoreFailed("damaged", str(path))
    finally:
        driver.execute("PRAGMA foreign_keys=ON")
