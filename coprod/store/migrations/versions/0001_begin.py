"""Begin: facts, words, the read tables, and the plain tables of organisation, people, programmes and libraries."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.execute(f"PRAGMA application_id={0x436F7072}")
    _plain()
    _people()
    _facts()
    _words()
    _read()


def _uuid(name: str = "id", *, unique: bool = False, key: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String(36), nullable=False, unique=unique, primary_key=key)


def _text(*names: str, required: bool = True) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text(), nullable=not required) for name in names]


def _integer(*names: str, required: bool = True) -> list[sa.Column[int]]:
    return [sa.Column(name, sa.Integer(), nullable=not required) for name in names]


def _moment(name: str, *, required: bool = True) -> sa.Column[int]:
    kind = sa.Integer().with_variant(sa.BigInteger(), "postgresql")
    return sa.Column(name, kind, nullable=not required)


def _plain() -> None:
    op.create_table(
        "organisation",
        _uuid(key=True),
        *_text("name", "labels"),
        *_integer("smallest_cell"),
        *_text("era", required=False),
    )
    op.create_table("programme", _uuid(key=True), *_text("title", "cohort", required=False))
    op.create_table(
        "library", _uuid(key=True), *_text("kind"), *_text("title", required=False), *_text("text")
    )


def _people() -> None:
    op.create_table("person", _uuid(key=True), *_text("name", required=False))
    op.create_table(
        "participant_link",
        _uuid("participant", key=True),
        _uuid("session"),
        sa.Column("person", sa.String(36), sa.ForeignKey("person.id"), nullable=False),
    )
    op.create_index("ix_participant_link_person", "participant_link", ["person"])
    op.create_index("ix_participant_link_session", "participant_link", ["session"])


def _facts() -> None:
    op.create_table("stream", _uuid("session", key=True), _uuid("stream", unique=True))
    op.create_table(
        "fact",
        _uuid("session"),
        _uuid("stream"),
        *_integer("seq"),
        _uuid(unique=True),
        _uuid("act"),
        _moment("time"),
        *_text("kind"),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("session", "stream", "seq"),
        sa.UniqueConstraint("stream", "seq"),
        sqlite_with_rowid=False,
    )


def _words() -> None:
    op.create_table("words", _uuid(key=True), _uuid("session"), *_text("lang", "body"))
    op.create_index("ix_words_session", "words", ["session"])
    op.create_table(
        "words_subject",
        sa.Column("words", sa.String(36), sa.ForeignKey("words.id", ondelete="CASCADE"), primary_key=True),
        _uuid("participant", key=True),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_words_subject_participant", "words_subject", ["participant"])


def _read() -> None:
    op.create_table(
        "session",
        _uuid(key=True),
        *_text("phase", "title", "languages"),
        *_text("started", "planned_start", "planned_end", "zone", required=False),
        *_integer("number", required=False),
        *_text("programme", "place"),
        *_integer("people", "items", "untranslated", "unconfirmed"),
    )
    op.create_table(
        "note",
        _uuid(),
        _uuid("session"),
        *_text("kind"),
        *_text("item", required=False),
        _moment("at", required=False),
        *_text("visibility", "status"),
        *_text("due", required=False),
        *_text("text"),
        sa.PrimaryKeyConstraint("session", "id"),
        sqlite_with_rowid=False,
    )
