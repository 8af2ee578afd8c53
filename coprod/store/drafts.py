"""What is being written in a session and is no note yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, select

from coprod.store.schema import draft
from coprod.store.statements import put, sql

if TYPE_CHECKING:
    from sqlalchemy import BindParameter, Connection

    from coprod.store.statements import Writes

_OF: BindParameter[str] = bindparam("of")
_PUT = sql(put(draft))
_DROP = sql(delete(draft).where(draft.c.session == _OF))
_ONE = select(draft.c.body).where(draft.c.session == _OF)


def of_session(connection: Connection, session: str) -> str:
    """What was begun; "" where nothing was."""
    return connection.execute(_ONE, {"of": session}).scalar() or ""


def keep(session: str, text: str) -> Writes:
    """What keeps it, or lets it go where it is empty."""
    return [(_PUT, [(session, text)])] if text else [(_DROP, [(session,)])]
