"""The read tables: what a batch changes in them, and what is read from them."""

from __future__ import annotations

from dataclasses import fields
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeAlias

from sqlalchemy import bindparam, delete, select
from sqlalchemy.dialects.sqlite import insert

from coprod.service.rows import NoteRow, SessionRow, latest_first
from coprod.store.schema import note, session, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import Connection, Executable, Table

    from coprod.service.ports import Batch

Writes: TypeAlias = "Iterator[tuple[Executable, Sequence[dict[str, Any]]]]"
"""Statements, each with the rows it is for."""


def _put(table: Table) -> Executable:
    """Put a row in the place of the one with the same key."""
    put = insert(table)
    keys = [column.key for column in table.primary_key]
    return put.on_conflict_do_update(
        index_elements=list(table.primary_key),
        set_={column.name: put.excluded[column.key] for column in table.c if column.key not in keys},
    )


_PUT_SESSION = _put(session)
_PUT_NOTE = _put(note)
_DROP_NOTE = delete(note).where(note.c.session == bindparam("of"), note.c.note == bindparam("gone"))
_SESSIONS = select(session)
_NOTES = select(note).where(note.c.session == bindparam("of")).order_by(note.c.note)
_BODIES = select(words.c.id, words.c.body).where(words.c.id.in_(bindparam("ids", expanding=True)))

_SESSION_FIELDS = tuple(field.name for field in fields(SessionRow))
_NOTE_FIELDS = tuple(field.name for field in fields(NoteRow))
_session_values = attrgetter(*_SESSION_FIELDS)
_note_values = attrgetter(*_NOTE_FIELDS)


def writes(batch: Batch) -> Writes:
    """What a batch changes in the read tables."""
    rows = batch.rows
    if rows.session:
        yield _PUT_SESSION, [dict(zip(_SESSION_FIELDS, _session_values(rows.session), strict=True))]
    yield _PUT_NOTE, [dict(zip(_NOTE_FIELDS, _note_values(row), strict=True)) for row in rows.notes]
    yield _DROP_NOTE, [{"of": batch.session, "gone": gone} for gone in rows.gone]


def sessions(connection: Connection) -> list[SessionRow]:
    """All sessions, the latest first."""
    return latest_first(SessionRow(*row) for row in connection.execute(_SESSIONS))


def notes(connection: Connection, of: str) -> list[NoteRow]:
    """The rows of one session's notes, by id."""
    return [NoteRow(*row) for row in connection.execute(_NOTES, {"of": of})]


def titles(connection: Connection, rows: Sequence[SessionRow]) -> dict[str, str]:
    """The words of the titles of these rows."""
    ids = [word for row in rows for _, word in row.title]
    return dict(connection.execute(_BODIES, {"ids": ids}).all())


def matching(connection: Connection, prefix: str) -> list[str]:
    """Ids of the sessions whose id begins with `prefix`."""
    begins = session.c.session.startswith(prefix, autoescape=True)
    return list(
        connection.execute(select(session.c.session).where(begins).order_by(session.c.session)).scalars()
    )
