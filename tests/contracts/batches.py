"""Batches to write: one act after another, as a session makes them."""

from __future__ import annotations

from uuid import uuid4

from coprod.domain.facts import Body, Fact, NoteKept, Word
from coprod.domain.parts import NoteContent
from coprod.domain.terms import NoteKind
from coprod.service.ports import Batch
from coprod.service.rows import NoteRow, Rows, SessionRow

PROSE = "話す順番を決めておくと、話し始めやすい。" * 3


def new_id() -> str:
    return str(uuid4())


def a_fact(session: str, stream: str, seq: int, body: Body) -> Fact:
    return Fact(new_id(), session, new_id(), stream, seq, 1_700_000_000_000 + seq, body)


def session_row(session: str, title: str = "", started: str | None = None, notes: int = 0) -> SessionRow:
    return SessionRow(
        session=session,
        phase="open",
        title=(("ja", title),) if title else (),
        languages=("ja", "en"),
        started=started,
        planned_start=None,
        planned_end=None,
        zone="Asia/Tokyo",
        number=3,
        programme=(),
        place=(("", "a-place"),),
        people=5,
        items=7,
        untranslated=notes,
        unconfirmed=notes,
    )


def note_row(session: str, note: str, words: str, at: int | None = None) -> NoteRow:
    return NoteRow(note, session, "idea", None, at, "minutes", "", None, (("ja", words),))


def a_note(session: str, stream: str, seq: int) -> Batch:
    """One act as it happens live: a note is kept."""
    note, word, who = new_id(), new_id(), new_id()
    content = NoteContent(kind=NoteKind.IDEA, text=(("ja", word),), who=(who,), original="ja")
    kept = a_fact(session, stream, seq, NoteKept(entry=note, at=seq, content=content))
    rows = Rows(session_row(session, notes=seq), [note_row(session, note, word, seq)])
    return Batch(session, [kept], [Word(word, "ja", PROSE, (who,))], rows)
