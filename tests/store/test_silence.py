"""A server that says nothing any more keeps nobody waiting, and nobody who hangs keeps the others waiting."""

from __future__ import annotations

import time
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from coprod.bootstrap import SystemClock
from coprod.service.ports import StoreFailed
from coprod.service.syncing import Courier
from coprod.store import open_store
from coprod.store.patient import Patient
from coprod.store.replica import connect
from coprod.store.server import ServerStore, open_server
from tests.contracts.batches import a_note, new_id
from tests.postgres import Server

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from coprod.store.engine import Driver


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Patient, "silence", 1.5)
    monkeypatch.setattr("coprod.store.patient.CONNECT", 2)
    monkeypatch.setattr("coprod.store.patient.LOCK", 1)
    monkeypatch.setattr("coprod.store.patient.IDLE", 1)
    monkeypatch.setattr("coprod.store.sweeping.SILENCE", 1.5)


@pytest.fixture
def server() -> Iterator[Server]:
    """One of the test's own: it is stopped, and others use theirs."""
    made = Server()
    yield made
    made.stop()


def test_what_a_connection_may_take_is_known_to_the_server(url: str) -> None:
    asked = "SELECT name, setting FROM pg_settings WHERE name ~ 'timeout$' AND source = 'client' ORDER BY 1"
    with open_server(f"{url}?options=-c work_mem=4MB") as store:
        rows = store._write(lambda driver: driver.execute(asked).fetchall())  # noqa: SLF001
        assert rows == [
            ("idle_in_transaction_session_timeout", "1000"),
            ("lock_timeout", "1000"),
            ("statement_timeout", "10000"),
        ]
        assert store._write(lambda driver: driver.execute("SHOW work_mem").fetchone()) == ("4MB",)  # noqa: SLF001


def test_a_server_that_is_stopped_is_away_after_a_while_and_there_when_it_goes_on(server: Server) -> None:
    with open_server(server.url(server.new_database())) as store:
        batch = a_note(new_id(), new_id(), 1)
        store.append(batch)
        with server.silent():
            for ask in (lambda: store.heads(batch.session), lambda: store.since(batch.session, {})):
                begun = time.monotonic()
                with pytest.raises(StoreFailed) as failed:
                    ask()
                assert failed.value.code == "away"
                assert time.monotonic() - begun < 6
            assert not store.sweep()
        assert list(store.load(batch.session).facts) == list(batch.facts)


def test_whoever_leaves_is_not_kept_by_a_server_that_is_stopped(server: Server, tmp_path: Path) -> None:
    url = server.url(server.new_database())
    with open_server(url) as store, open_store(tmp_path / "here.db") as here:
        courier = Courier(here, lambda: connect(url), SystemClock())
        first, second = (a_note(new_id(), new_id(), 1) for _ in range(2))
        here.append(first)
        courier.kick(first.session)
        end = time.monotonic() + 10
        while first.session not in store.known():
            assert time.monotonic() < end
            time.sleep(0.05)
        with server.silent():
            here.append(second)
            courier.kick(second.session)
            time.sleep(0.3)
            leaving = Thread(target=courier.close)
            leaving.start()
            leaving.join(8)
            assert not leaving.is_alive()


def test_what_takes_long_but_goes_on_is_waited_for(url: str) -> None:
    def slowly(driver: Driver) -> None:
        driver.executemany("SELECT pg_sleep(?)", [(0.004,)] * 600)

    with open_server(url) as store:
        begun = time.monotonic()
        store._write(slowly)  # noqa: SLF001
        assert time.monotonic() - begun > 2


def test_somebody_who_hangs_in_the_middle_of_writing_keeps_the_others_only_for_a_while(
    url: str, postgres: Server, database: str
) -> None:
    session = new_id()
    with postgres.connect(database) as hanging, open_server(url) as store:
        hanging.execute("BEGIN")
        hanging.execute("SELECT coprod_turn(%s)", (session,))
        with pytest.raises(StoreFailed, match="away"):
            store.deliver(a_note(session, new_id(), 1), rows=True, seen={})
        hanging.execute("ROLLBACK")
        assert store.deliver(a_note(session, new_id(), 1), rows=True, seen={})


def test_one_of_ours_that_hangs_lets_go_by_itself(url: str) -> None:
    session = new_id()

    def hangs(driver: Driver) -> None:
        driver.execute("SELECT coprod_turn(?)", (session,))
        time.sleep(1.5)

    def delivers(store: ServerStore) -> bool:
        try:
            return store.deliver(a_note(session, new_id(), 1), rows=True, seen={})
        except StoreFailed:
            return False

    with open_server(url) as one, open_server(url) as other:
        with pytest.raises(StoreFailed, match="away"):
            one._write(hangs)  # noqa: SLF001
        assert delivers(other)
