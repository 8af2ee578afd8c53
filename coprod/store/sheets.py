"""Group sheets in the tables: the secret of a session, and the keys of the sheets that it issued."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select
from sqlalchemy.dialects.sqlite import insert

from coprod.service.sheets import Sheet
from coprod.store.schema import sheet, signing
from coprod.store.statements import as_stored, put, sql

if TYPE_CHECKING:
    from sqlalchemy import BindParameter, Connection

    from coprod.store.engine import Driver
    from coprod.store.statements import Writes

_OF: BindParameter[str] = bindparam("of")
_SECRET = select(signing.c.secret).where(signing.c.session == _OF)
_SECRET_NOW = sql(_SECRET)
_ADD_SECRET = sql(insert(signing).on_conflict_do_nothing())
_PUT = sql(put(sheet))
_ONE = select(sheet).where(sheet.c.id == _OF)
_OF_SESSION = select(sheet).where(sheet.c.session == _OF)


def secret_of(connection: Connection, session: str) -> bytes | None:
    """The secret that a session signs with."""
    return connection.execute(_SECRET, {"of": session}).scalar()


def keep_secret(driver: Driver, session: str, secret: bytes) -> bytes:
    """The same, kept where there is none."""
    driver.execute(_ADD_SECRET, (session, secret))
    ((kept,),) = driver.execute(_SECRET_NOW, (session,)).fetchall()
    return bytes(kept)


def keep(one: Sheet) -> Writes:
    """What keeps a sheet."""
    return [(_PUT, [as_stored((one.id, one.session, one.group, one.members, one.key, one.issued))])]


def one(connection: Connection, id: str) -> Sheet | None:
    """The sheet of that id."""
    row = connection.execute(_ONE, {"of": id}).first()
    return Sheet(*row) if row else None


def of_session(connection: Connection, session: str) -> list[Sheet]:
    """The sheets of a session, the first first."""
    found = (Sheet(*row) for row in connection.execute(_OF_SESSION, {"of": session}))
    return sorted(found, key=attrgetter("issued", "id"))
