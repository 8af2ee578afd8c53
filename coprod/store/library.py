"""The organisation's own texts of the library."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, select

from coprod.service.library import Shelved
from coprod.store.schema import as_json, library
from coprod.store.statements import put, sql

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from coprod.store.statements import Writes

_PUT = sql(put(library))
_DROP = sql(delete(library).where(library.c.id == bindparam("gone")))
_ALL = select(library.c.id, library.c.kind, library.c.text)


def shelved(connection: Connection) -> list[Shelved]:
    """All of them, by id."""
    return sorted((Shelved(*row, own=True) for row in connection.execute(_ALL)), key=attrgetter("id"))


def shelve(entry: Shelved) -> Writes:
    """What keeps one."""
    return [(_PUT, [(entry.id, entry.kind, None, as_json(dict(entry.text)))])]


def unshelve(entry: str) -> Writes:
    """What lets one go."""
    return [(_DROP, [(entry,)])]
