"""The read tables: what a batch changes in them, and what is read from them."""

from __future__ import annotations

from dataclasses import fields
from operator import attrgetter
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, select, union

from coprod.service.ports import Held
from coprod.service.rows import NoteRow, SessionRow, latest_first
from coprod.store import log
from coprod.store.schema import fact, note, session, words
from coprod.store.statements import as_stored, put, sql

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from coprod.service.ports import Batch
    from coprod.store.statements import Writes

_PUT_SESSION = sql(put(session))
_PUT_NOTE = sql(put(note))
_DROP_NOTE = sql(delete(note).where(note.c.session == bindparam("of"), note.c.note == bindparam("gone")))
_SESSIONS = select(session)
_SESSION = _SESSIONS.where(session.c.session == bindparam("of"))
_KNOWN = union(select(fact.c.session), select(session.c.session), select(note.c.session))
_NOTES = select(note).where(note.c.session == bindparam("of"))
_BODIES = select(words.c.id, words.c.body).where(words.c.id.in_(bindparam("ids", expanding=True)))

_session_values = attrgetter(*(field.name for field in fields(SessionRow)))
_note_values = attrgetter(*(field.name for field in fields(NoteRow)))


def writes(batch: Batch) -> Writes:
    """What a batch changes in the read tables."""
    rows = batch.rows
    return [
        (_PUT_SESSION, [as_stored(_session_values(rows.session))] if rows.session else []),
        (_PUT_NOTE, [as_stored(_note_values(row)) for row in rows.notes]),
        (_DROP_NOTE, [(batch.session, gone) for gone in rows.gone]),
    ]


def sessions(connection: Connection) -> list[SessionRow]:
    """All sessions, the latest first."""
    return latest_first(SessionRow(*row) for row in connection.execute(_SESSIONS))


def notes(connection: Connection, of: str) -> list[NoteRow]:
    """The rows of one session's notes, by id."""
    rows = (NoteRow(*row) for row in connection.execute(_NOTES, {"of": of}))
    return sorted(rows, key=attrgetter("note"))  # by the bytes, whatever order a server has for letters


def titles(connection: Connection, rows: Sequence[SessionRow]) -> dict[str, str]:
    """The words of the titles of these rows, and of their programmes."""
    ids = [word for row in rows for _, word in (*row.title, *row.programme)]
    return dict(connection.execute(_BODIES, {"ids": ids}).all())


def matching(connection: Connection, prefix: str) -> list[str]:
    """Ids of the sessions whose id begins with `prefix`."""
    begins = session.c.session.istartswith(prefix, autoescape=True)
    return sorted(connection.execute(select(session.c.session).where(begins)).scalars())


def known(connection: Connection) -> list[str]:
    """Ids of all sessions of which there is a fact or a row, in order."""
    return sorted(connection.execute(_KNOWN).scalars())


def held(connection: Connection, of: str) -> Held:
    """What the log and the read tables hold of a session: one transaction, so that both are of one moment."""
    row = connection.execute(_SESSION, {"of": of}).first()
    return Held(log.load(connection, of).facts, SessionRow(*row) if row else None, notes(connection, of))
