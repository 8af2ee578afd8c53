"""The tables. Facts hold no prose and no names; words lie apart from them, so that they can be erased.

Ids are UUIDs in their usual text form. Facts and notes are clustered by session, so that one is read in one sweep.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)

if TYPE_CHECKING:
    from sqlalchemy import Dialect

REVISION = "0004"
"""The revision of the tables below; a store with a later one was written by a newer program."""

APPLICATION = 0x436F7072
"""SQLite's application id of a store ("Copr")."""

_encode = msgspec.json.Encoder().encode


def as_json(value: object) -> str:
    """A value as it stands in a column of type `Json`."""
    return _encode(value).decode()


class Json(TypeDecorator[Any]):
    """A value of type `shape` as JSON."""

    impl = Text
    cache_ok = True

    def __init__(self, shape: Any) -> None:  # noqa: ANN401 — a type such as tuple[str, ...]
        super().__init__()
        self.shape = shape
        self._decode = msgspec.json.Decoder(shape).decode

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:  # noqa: ANN401, ARG002, D102
        return None if value is None else as_json(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:  # noqa: ANN401, ARG002, D102
        return None if value is None else self._decode(value)


MS = Integer().with_variant(BigInteger(), "postgresql")
"""A moment in milliseconds. SQLite has one kind of whole numbers, and it is large enough."""

TEXT = tuple[tuple[str, str], ...]  # (language, words id)
WORDING = dict[str, str]  # language to prose: of ordinary rows, which are not of one session

metadata = MetaData()


def _id() -> Column[str]:
    return Column("id", String(36), primary_key=True)


def _of_session() -> Column[str]:
    return Column("session", String(36), nullable=False)


organisation = Table(
    "organisation",
    metadata,
    _id(),
    Column("name", Json(WORDING), nullable=False),
    Column("labels", Json(dict[str, WORDING]), nullable=False),
    Column("smallest_cell", Integer, nullable=False),
    Column("era", Text),
)

programme = Table(
    "programme", metadata, _id(), Column("title", Json(WORDING)), Column("cohort", Json(WORDING))
)

library = Table(
    "library",
    metadata,
    _id(),
    Column("kind", Text, nullable=False),
    Column("title", Json(WORDING)),
    Column("text", Json(WORDING), nullable=False),
)

person = Table("person", metadata, _id(), Column("name", Json(WORDING)))

participant_link = Table(
    "participant_link",
    metadata,
    Column("participant", String(36), primary_key=True),
    _of_session(),
    Column("person", ForeignKey("person.id"), nullable=False),
    Index("ix_participant_link_person", "person"),
    Index("ix_participant_link_session", "session"),
)

stream = Table(
    "stream",
    metadata,
    Column("session", String(36), primary_key=True),
    Column("stream", String(36), nullable=False, unique=True),
)

fact = Table(
    "fact",
    metadata,
    _of_session(),
    Column("stream", String(36), nullable=False),
    Column("seq", Integer, nullable=False),
    Column("id", String(36), nullable=False, unique=True),
    Column("act", String(36), nullable=False),
    Column("time", MS, nullable=False),
    Column("kind", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
    PrimaryKeyConstraint("session", "stream", "seq"),
    UniqueConstraint("stream", "seq"),
    sqlite_with_rowid=False,
)

words = Table(
    "words",
    metadata,
    _id(),
    _of_session(),
    Column("lang", Text, nullable=False),
    Column("body", Text, nullable=False),
    Index("ix_words_session", "session"),
)

words_subject = Table(
    "words_subject",
    metadata,
    Column("words", ForeignKey("words.id", ondelete="CASCADE"), primary_key=True),
    Column("participant", String(36), primary_key=True),
    Index("ix_words_subject_participant", "participant"),
    sqlite_with_rowid=False,
)

signing = Table(
    "signing",
    metadata,
    Column("session", String(36), primary_key=True),
    Column("secret", LargeBinary, nullable=False),
)

sheet = Table(
    "sheet",
    metadata,
    _id(),
    _of_session(),
    Column("part", String(36), nullable=False),
    Column("members", Json(tuple[str, ...]), nullable=False),
    Column("key", LargeBinary, nullable=False),
    Column("issued", MS, nullable=False),
    Index("ix_sheet_session", "session"),
)

draft = Table(
    "draft",
    metadata,
    Column("session", String(36), primary_key=True),
    Column("body", Text, nullable=False),
)

# The read tables: their columns are the fields of SessionRow and NoteRow, in that order.

session = Table(
    "session",
    metadata,
    Column("id", String(36), key="session", primary_key=True),
    Column("phase", Text, nullable=False),
    Column("title", Json(TEXT), nullable=False),
    Column("languages", Json(tuple[str, ...]), nullable=False),
    Column("started", Text),
    Column("planned_start", Text),
    Column("planned_end", Text),
    Column("zone", Text),
    Column("number", Integer),
    Column("programme", Json(TEXT), nullable=False),
    Column("place", Json(TEXT), nullable=False),
    Column("people", Integer, nullable=False),
    Column("items", Integer, nullable=False),
    Column("untranslated", Integer, nullable=False),
    Column("unconfirmed", Integer, nullable=False),
)

note = Table(
    "note",
    metadata,
    Column("id", String(36), key="note", nullable=False),
    _of_session(),
    Column("kind", Text, nullable=False),
    Column("item", Text),
    Column("at", MS),
    Column("visibility", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("due", Text),
    Column("text", Json(TEXT), nullable=False),
    PrimaryKeyConstraint("session", "note"),
    sqlite_with_rowid=False,
)
