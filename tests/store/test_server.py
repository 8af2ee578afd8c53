"""The store on a real PostgreSQL keeps every promise that the one on this machine keeps, and a few more."""

from __future__ import annotations

import time
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import pytest
import trustme

from coprod.domain.facts import Reopened
from coprod.paths import place
from coprod.service.ports import Batch, StoreFailed
from coprod.store.server import ServerStore, named, open_server
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
        (lambda _url: "postgresql+psycopg://[", "no-place"),
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


def test_a_certificate_is_verified_elsewhere_and_not_asked_for_here() -> None:
    from coprod.store.server import _url  # noqa: PLC0415

    assert _url("postgresql://u@db.example.org/c").query["sslmode"] == "verify-full"
    assert _url("postgresql://u@192.168.1.5/c").query["sslmode"] == "verify-full"
    assert _url("postgresql://u@db.example.org/c?sslmode=verify-ca").query["sslmode"] == "verify-ca"
    for here in ("127.0.0.1", "localhost", "[::1]", ""):
        assert "sslmode" not in _url(f"postgresql://u@{here}/c").query


def test_a_server_whose_certificate_is_anothers_is_refused(tmp_path: Path) -> None:
    ours, theirs = trustme.CA(), trustme.CA()
    leaf = ours.issue_cert("127.0.0.1")
    chain = b"".join(one.bytes() for one in leaf.cert_chain_pems)
    server = Server(certificate=(chain, leaf.private_key_pem.bytes()))
    try:
        url = server.url(server.new_database())
        for name, authority in (("ours", ours), ("theirs", theirs)):
            authority.cert_pem.write_to_path(str(tmp_path / name))
        asked = f"{url}?sslmode=verify-full&sslrootcert={tmp_path}"
        with open_server(f"{asked}/ours") as store:
            used = "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()"
            assert store._write(lambda driver: driver.execute(used).fetchone()) == (True,)  # noqa: SLF001
        with pytest.raises(StoreFailed) as failed:
            open_server(f"{asked}/theirs")
        assert failed.value.code == "certificate"
        with pytest.raises(StoreFailed) as failed:
            open_server(asked.replace("127.0.0.1", "localhost") + "/ours")  # it is not the one of that name
        assert failed.value.code == "certificate"
    finally:
        server.stop()


def test_an_address_is_known_from_a_path() -> None:
    assert place("postgresql+psycopg://u@h/d") == "postgresql+psycopg://u@h/d"
    assert place("stores/coprod.db") == Path("stores/coprod.db")
    assert "secret" not in named("postgresql://u:secret@h/d?sslkey=x")


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
