"""What each role of the server may read and write, by direct SQL: what is not for it is not there for it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import psycopg
import pytest

from coprod.domain.facts import (
    Body,
    Closed,
    Erased,
    ItemRemoved,
    NoteKept,
    NoteReleased,
    NoteTakenOut,
    ParticipantRemoved,
    Reopened,
    Voided,
    Withdrawn,
)
from coprod.service.ports import Batch, StoreFailed
from coprod.service.rows import Rows
from coprod.store.server import open_server
from tests.contracts.batches import a_fact, a_note, new_id, note_row
from tests.postgres import PASSWORD, Server

if TYPE_CHECKING:
    from collections.abc import Iterator

ROLES = ("facilitator", "note_taker", "reader")
HIDDEN = ("person", "participant_link", "signing", "sheet", "draft", "stream", "erasure")
TABLES = (
    *("organisation", "programme", "library", "person", "participant_link", "stream", "fact", "words"),
    *("words_subject", "signing", "sheet", "draft", "session", "note", "stream_owner", "erasure"),
)


@dataclass
class Filled:
    """A store with an open and a closed session, each with a note for the minutes, and one for the review."""

    server: Server
    database: str
    opened: Batch
    closed: Batch
    review: Batch

    def login(self, role: str) -> psycopg.Connection[tuple[object, ...]]:
        """Somebody to whom the role was given."""
        return self.server.connect(self.database, f"{role}_{self.database}")

    def url(self, role: str) -> str:
        return self.server.url(self.database, f"{role}_{self.database}")


@pytest.fixture
def filled(postgres: Server, database: str, url: str) -> Iterator[Filled]:
    with open_server(url) as store:
        opened, closed, review = _batches()
        for batch in (opened, closed, review):
            store.append(batch)
        store.signing(opened.session, lambda: b"s" * 32)
        store.keep_draft(opened.session, "begun")
    with postgres.connect(database) as connection:
        for role in ROLES:
            login = f"{role}_{database}"
            connection.execute(f"CREATE ROLE {login} LOGIN PASSWORD '{PASSWORD}'".encode())
            connection.execute(f"GRANT coprod_{role} TO {login}".encode())
    yield Filled(postgres, database, opened, closed, review)
    with postgres.connect(database) as connection:
        for role in ROLES:
            login = f"{role}_{database}"
            connection.execute(f"DROP OWNED BY {login}; DROP ROLE {login}".encode())


def _batches() -> tuple[Batch, Batch, Batch]:
    opened, closed = a_note(new_id(), new_id(), 1), a_note(new_id(), new_id(), 1)
    row = closed.rows.session
    assert row is not None
    closed = replace(closed, rows=replace(closed.rows, session=replace(row, phase="closed")))
    closed = replace(closed, links={closed.words[0].subjects[0]: new_id()})
    review = a_note(closed.session, new_id(), 1)
    hidden = replace(
        note_row(closed.session, review.rows.notes[0].note, review.words[0].id), visibility="review"
    )
    return opened, closed, replace(review, rows=Rows(None, [hidden]))


def rows(connection: psycopg.Connection[tuple[object, ...]], query: str) -> list[tuple[object, ...]]:
    return list(connection.execute(query.encode()).fetchall())


def test_a_facilitator_reads_and_writes_everything(filled: Filled) -> None:
    with open_server(filled.url("facilitator")) as store:
        assert len(store.known()) == 2
        assert store.may_write_rows()
        batch = a_note(filled.opened.session, new_id(), 1)
        store.append(batch)
        assert next(iter(batch.facts)) in store.load(filled.opened.session).facts
        assert store.draft(filled.opened.session) == "begun"


def test_a_note_taker_sees_open_sessions_alone(filled: Filled) -> None:
    with filled.login("note_taker") as connection:
        (session,) = rows(connection, "SELECT id FROM session")
        assert session == (filled.opened.session,)
        assert rows(connection, "SELECT id FROM fact") == [(filled.opened.facts[0].id,)]
        assert rows(connection, "SELECT id FROM words") == [(filled.opened.words[0].id,)]
        assert len(rows(connection, "SELECT words FROM words_subject")) == 1


def test_a_note_taker_adds_facts_in_streams_of_their_own_alone(filled: Filled) -> None:
    with open_server(filled.url("note_taker")) as store:
        assert not store.may_write_rows()
        mine, session = new_id(), filled.opened.session
        store.claim(mine)
        batch = a_note(session, mine, 1)
        store.deliver(batch, rows=False)
        assert batch.facts[0] in store.since(session, {}).facts
        for other in (filled.opened.facts[0].stream, new_id()):
            with pytest.raises(Exception, match="readonly"):
                store.deliver(a_note(session, other, 2), rows=False)
        with pytest.raises(Exception, match="readonly"):
            store.deliver(a_note(filled.closed.session, mine, 2), rows=False)
        with pytest.raises(Exception, match="readonly"):
            store.claim(filled.opened.facts[0].stream)


@pytest.mark.parametrize(
    "body",
    [
        Withdrawn("somebody"),
        Closed("2026-05-01T09:00:00Z"),
        Reopened(),
        ItemRemoved("an-item"),
        ParticipantRemoved("somebody"),
        NoteTakenOut("of somebody else"),
        Voided("an act of somebody else"),
        NoteReleased(entry="e", note="of somebody else"),
    ],
    ids=lambda body: type(body).__name__,
)
def test_a_note_taker_tells_of_notes_and_of_nothing_else(filled: Filled, body: Body) -> None:
    with open_server(filled.url("note_taker")) as store:
        mine, session = new_id(), filled.opened.session
        store.claim(mine)
        note = a_note(session, mine, 1)
        store.deliver(note, rows=False)
        with pytest.raises(StoreFailed, match="readonly"):
            store.deliver(Batch(session, [a_fact(session, mine, 2, body)]), rows=False)
        entry = note.rows.notes[0].note
        bodies: tuple[Body, ...] = (NoteTakenOut(entry), Voided(note.facts[0].act), Erased())
        for seq, own in enumerate(bodies, start=2):
            store.deliver(Batch(session, [a_fact(session, mine, seq, own)]), rows=False)
        assert store.heads(session)[mine] == 4


def test_what_comes_after_the_close_waits_until_the_session_is_open_again(filled: Filled) -> None:
    mine, session = new_id(), filled.closed.session
    late = a_note(session, mine, 1)
    row = filled.closed.rows.session
    assert row is not None
    with open_server(filled.url("note_taker")) as taker, open_server(filled.url("facilitator")) as store:
        taker.claim(mine)
        with pytest.raises(StoreFailed, match="readonly"):
            taker.deliver(late, rows=False)
        store.append(Batch(session, [], rows=Rows(replace(row, phase="open"))))
        assert taker.deliver(late, rows=False, seen=taker.heads(session))
        assert late.facts[0] in store.load(session).facts


@pytest.mark.parametrize("another", [NoteTakenOut("entry"), NoteReleased(entry="e", note="n")])
def test_nobody_passes_off_what_others_did_as_their_own(filled: Filled, another: Body) -> None:
    session, theirs = filled.opened.session, filled.opened.facts[0]
    kept = theirs.body
    assert isinstance(kept, NoteKept)
    with open_server(filled.url("facilitator")) as store:
        entry = another.entry if isinstance(another, NoteReleased) else kept.entry
        store.deliver(Batch(session, [a_fact(session, new_id(), 1, another)]), rows=False)
    with open_server(filled.url("note_taker")) as store:
        mine = new_id()
        store.claim(mine)
        for spoof in (
            replace(a_fact(session, mine, 1, Erased()), act=theirs.act),
            a_fact(session, mine, 1, replace(kept, entry=entry)),
        ):
            with pytest.raises(StoreFailed, match="readonly"):
                store.deliver(Batch(session, [spoof]), rows=False)
        for body in (Voided(theirs.act), NoteTakenOut(kept.entry)):
            with pytest.raises(StoreFailed, match="readonly"):
                store.deliver(Batch(session, [a_fact(session, mine, 1, body)]), rows=False)
        own = a_note(session, mine, 1)
        store.deliver(own, rows=False)
        store.deliver(own, rows=False)  # what had arrived, and nobody knew


@pytest.mark.parametrize(
    ("column", "value"),
    [
        *(("time", "9223372036854775807"), ("time", "-1"), ("seq", "0"), ("body", "'nonsense'")),
        *(("body", "'{\"at\":9223372036854775808}'"), ("body", '\'{"a":[{"at":-1}]}\'')),
    ],
)
def test_a_fact_that_nobody_could_read_is_not_taken(filled: Filled, column: str, value: str) -> None:
    values = {"seq": "1", "time": "1", "body": "'{}'", column: value}
    with filled.login("note_taker") as connection:
        mine = new_id()
        connection.execute("INSERT INTO stream_owner (stream) VALUES (%s)", (mine,))
        statement = (
            "INSERT INTO fact (session, stream, seq, id, act, time, kind, body) VALUES"
            f" (%s, %s, {values['seq']}, %s, %s, {values['time']}, 'erased/1', {values['body']})"
        )
        with pytest.raises(psycopg.Error):
            connection.execute(statement.encode(), (filled.opened.session, mine, new_id(), new_id()))


def test_no_stream_of_somebody_else_is_claimed_open_or_closed_or_made_and_not_yet_used(
    filled: Filled,
) -> None:
    with open_server(filled.url("facilitator")) as store:
        made = store.stream(new_id())
    with open_server(filled.url("note_taker")) as store:
        for stream in (
            made,
            *(batch.facts[0].stream for batch in (filled.opened, filled.closed, filled.review)),
        ):
            with pytest.raises(StoreFailed, match="readonly"):
                store.claim(stream)
        mine = new_id()
        store.claim(mine)
        store.deliver(a_note(filled.opened.session, mine, 1), rows=False)
        store.claim(mine)  # as before each sending


def test_whose_words_they_are_is_said_of_ones_own_alone(filled: Filled) -> None:
    session, theirs = filled.opened.session, filled.opened.words[0]
    with open_server(filled.url("note_taker")) as store:
        mine = new_id()
        store.claim(mine)
        note = a_note(session, mine, 1)
        store.deliver(note, rows=False)
        again = replace(note, facts=[], words=[*note.words, theirs])
        store.deliver(again, rows=False)  # it changes nothing
        for word in (theirs, note.words[0]):
            with pytest.raises(StoreFailed, match="readonly"):
                store.deliver(Batch(session, [], [replace(word, subjects=(new_id(),))]), rows=False)
        assert store.since(session, {}).words[theirs.id] == theirs


def test_a_turn_is_taken_by_whoever_writes_there_alone(filled: Filled) -> None:
    turn = "SELECT coprod_turn(%s)"
    with filled.login("reader") as connection, pytest.raises(psycopg.errors.InsufficientPrivilege):
        connection.execute(turn, (filled.opened.session,))
    with filled.login("note_taker") as connection:
        connection.execute(turn, (filled.opened.session,))
        for other in (filled.closed.session, new_id()):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                connection.execute(turn, (other,))
        for table in ("turn", "fact", "session"):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                connection.execute(f"BEGIN; LOCK TABLE {table} IN SHARE MODE".encode())
            connection.rollback()
    with filled.login("facilitator") as connection:
        connection.execute(turn, (new_id(),))


def test_a_lock_of_somebody_who_only_reads_keeps_nobody_waiting(filled: Filled) -> None:
    session = filled.opened.session
    with filled.login("reader") as connection:
        connection.execute("SELECT pg_advisory_lock(hashtextextended(%s, 0))", (session,))
        with open_server(filled.url("facilitator")) as store:
            assert store.deliver(a_note(session, new_id(), 1), rows=True, seen=store.heads(session))


def test_a_note_taker_sees_all_of_an_open_session_the_notes_for_the_review_too(filled: Filled) -> None:
    session = filled.opened.session
    hidden = a_note(session, new_id(), 1)
    row = replace(hidden.rows.notes[0], visibility="review")
    with open_server(filled.url("facilitator")) as store:
        store.append(replace(hidden, rows=Rows(None, [row])))
    with open_server(filled.url("note_taker")) as store:
        assert hidden.words[0].id in store.since(session, {}).words


def test_a_reader_sees_closed_sessions_and_the_words_that_minutes_may_show(filled: Filled) -> None:
    with filled.login("reader") as connection:
        assert rows(connection, "SELECT id FROM session") == [(filled.closed.session,)]
        assert rows(connection, "SELECT id FROM words") == [(filled.closed.words[0].id,)]
        assert rows(connection, "SELECT id FROM note") == [(filled.closed.rows.notes[0].note,)]
    with open_server(filled.url("reader"), write=False) as store:
        assert [row.session for row in store.sessions()] == [filled.closed.session]
        assert [row.note for row in store.notes(filled.closed.session)] == [filled.closed.rows.notes[0].note]


def mays(connection: psycopg.Connection[tuple[object, ...]], statement: str) -> bool:
    """Whether a statement is carried out and touches anything."""
    try:
        return connection.execute(statement.encode()).rowcount != 0
    except psycopg.Error:
        return False


@pytest.mark.parametrize("role", ["note_taker", "reader"])
def test_nobody_else_changes_or_takes_away_anything(filled: Filled, role: str) -> None:
    with filled.login(role) as connection:
        for table in TABLES:
            assert not mays(connection, f"DELETE FROM {table}"), table
            assert not mays(connection, f"TRUNCATE {table} CASCADE"), table
            assert not mays(connection, f"DROP TABLE {table} CASCADE"), table
            assert not mays(connection, f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY"), table
        for statement in (
            "UPDATE fact SET body = ''",
            "UPDATE words SET body = 'mine'",
            "UPDATE session SET phase = 'open'",
            "UPDATE stream_owner SET login = session_user",
            "INSERT INTO session SELECT * FROM session",
            "INSERT INTO note SELECT * FROM note",
            "CREATE POLICY all_of_it ON fact USING (true)",
            "SET ROLE coprod_facilitator",
            "SET SESSION AUTHORIZATION coprod",
            "SET row_security = off; SELECT * FROM fact",
            "GRANT coprod_facilitator TO session_user",
            "CREATE TABLE mine (a int)",
        ):
            assert not mays(connection, statement), statement


@pytest.mark.parametrize(
    ("role", "hidden"),
    [
        ("note_taker", (*HIDDEN, "note", "library", "organisation")),
        ("reader", (*HIDDEN, "fact", "words_subject", "stream_owner")),
    ],
)
def test_what_is_not_for_a_role_is_not_there(filled: Filled, role: str, hidden: tuple[str, ...]) -> None:
    with filled.login(role) as connection:
        for table in hidden:
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                connection.execute(f"SELECT * FROM {table}".encode())


def test_a_reader_writes_nothing_at_all(filled: Filled) -> None:
    with filled.login("reader") as connection:
        for table in TABLES:
            assert not mays(connection, f"INSERT INTO {table} DEFAULT VALUES"), table


def test_somebody_without_a_role_sees_nothing(filled: Filled) -> None:
    with filled.server.connect(filled.database) as connection:
        connection.execute(f"CREATE ROLE nobody_{filled.database} LOGIN PASSWORD '{PASSWORD}'".encode())
    with filled.server.connect(filled.database, f"nobody_{filled.database}") as connection:
        for table in TABLES:
            assert not mays(connection, f"SELECT * FROM {table}"), table
    with filled.server.connect(filled.database) as connection:
        connection.execute(f"DROP ROLE nobody_{filled.database}".encode())
    assert TABLES
