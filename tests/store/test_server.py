"""The store on a real PostgreSQL keeps every promise that the one on this machine keeps, and a few more."""

from __future__ import annotations

import time
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from coprod.domain.facts import Reopened
from coprod.service.ports import Batch, StoreFailed
from coprod.store.server import ServerStore, open_server
from tests.contracts.batches import a_fact, a_note, new_id
from tests.contracts.store import StoreContract
from tests.postgres import PASSWORD, Server

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def store(url: str) -> Iterator[ServerStore]:
    with open_server(url) as opened:
        yield opened


class TestServerStore(StoreContract):
    @pytest.fixture
    def store(self, url: str) -> Iterator[ServerStore]:
        with open_server(url) as opened:
            yield opened


def test_whoever_listens_is_told_the_id_of_the_session_and_nothing_else(store: ServerStore, url: str) -> None:
    with open_server(url) as other:
        heard = other.listening(0.2)
        assert next(heard) is None
        session = new_id()
        store.append(a_note(session, new_id(), 1))
        assert next(heard) == session
        assert next(heard) is None
        heard.close()  # type: ignore[attr-defined]


def test_of_what_anybody_may_call_out_only_what_is_there_is_heard(
    store: ServerStore, url: str, postgres: Server, database: str
) -> None:
    sessions = [new_id() for _ in range(3)]
    for session in sessions:
        store.append(a_note(session, new_id(), 1))
    with open_server(url) as other, postgres.connect(database) as connection:
        heard = other.listening(0.2)
        assert next(heard) is None
        for called in ("phantom", new_id(), "x" * 7000, "", "'; DROP TABLE fact; --", *sessions):
            connection.execute("SELECT pg_notify('coprod', %s)", (called,))
        told = [next(heard) for _ in range(12)]
        assert [one for one in told if one] == sessions
        heard.close()  # type: ignore[attr-defined]


def test_what_is_new_is_found_by_stream_with_its_words(store: ServerStore) -> None:
    session, ours, theirs = new_id(), new_id(), new_id()
    batches = [a_note(session, stream, seq) for stream in (ours, theirs) for seq in (1, 2)]
    for batch in batches:
        store.append(batch)
    assert store.heads(session) == {ours: 2, theirs: 2}
    found = store.since(session, {ours: 2, theirs: 1})
    assert list(found.facts) == list(batches[3].facts)
    assert dict(found.words) == {word.id: word for word in batches[3].words}
    assert store.since(session, store.heads(session)).facts == []
    assert store.heads(new_id()) == {}


def test_a_head_stops_at_a_gap_so_that_what_comes_late_is_not_missed(store: ServerStore) -> None:
    session, stream = new_id(), new_id()
    for seq in (1, 3, 4):
        store.append(Batch(session, [a_fact(session, stream, seq, Reopened())]))
    assert store.heads(session) == {stream: 1}
    late = a_fact(session, stream, 2, Reopened())
    store.append(Batch(session, [late]))
    assert late in store.since(session, {stream: 1}).facts
    assert store.heads(session) == {stream: 4}


def test_two_that_begin_at_once_make_the_tables_once(postgres: Server) -> None:
    name = postgres.new_database()
    opened: list[ServerStore] = []
    threads = [Thread(target=lambda: opened.append(open_server(postgres.url(name)))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(opened) == 4
    for store in opened:
        assert store.known() == []
        store.close()


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda url: url.replace(PASSWORD, "wrong"), "login"),
        (lambda url: url.rpartition("/")[0] + "/nothing_there", "no-store"),
        (lambda _url: "postgresql+psycopg://u:p@127.0.0.1:1/d", "away"),
    ],
)
def test_a_server_that_can_not_be_had_is_said_without_its_password(
    url: str, change: object, code: str
) -> None:
    with pytest.raises(StoreFailed) as failed:
        open_server(change(url))  # type: ignore[operator]
    assert failed.value.code == code
    assert PASSWORD not in failed.value.place
    assert PASSWORD not in str(failed.value)
    assert failed.value.__cause__ is None


def test_without_tables_it_is_not_opened_to_read_and_newer_ones_are_refused(
    postgres: Server, url: str, database: str
) -> None:
    with pytest.raises(StoreFailed) as failed:
        open_server(postgres.url(postgres.new_database()), write=False)
    assert failed.value.code == "no-store"
    with postgres.connect(database) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StoreFailed) as failed:
        open_server(url)
    assert failed.value.code == "newer"


def test_a_server_that_was_away_is_used_again(store: ServerStore, postgres: Server) -> None:
    session = new_id()
    store.append(a_note(session, new_id(), 1))
    with postgres.connect("postgres") as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'coprod'"
        )
    time.sleep(0.1)
    store.append(a_note(session, new_id(), 1))
    assert len(store.load(session).facts) == 2
