"""The courier goes on whatever happens, looks at everything, and ends in time."""

from __future__ import annotations

import json
import time
from threading import Event
from typing import TYPE_CHECKING, Any

import pytest

from coprod.service import syncing
from coprod.service.both_sides import Exchange
from coprod.service.ports import Batch, StoreFailed
from coprod.service.syncing import Courier
from coprod.service.verify import verify
from coprod.store.server import ServerStore, open_server
from tests.contracts.batches import a_note, new_id
from tests.store.programs import SESSION, OpenHere, Program, SystemClock, bodies, until

if TYPE_CHECKING:
    from tests.postgres import Server


def spoilt(postgres: Server, database: str, session: str, body: str) -> None:
    """A fact on the server that can't be taken in."""
    with postgres.connect(database) as connection:
        connection.execute(
            "INSERT INTO fact (session, stream, seq, id, act, time, kind, body)"
            " VALUES (%s, %s, 1, %s, %s, 1, 'note-kept/1', %s)",
            (session, new_id(), new_id(), new_id(), body.encode()),
        )


TOO_LARGE = json.dumps({"entry": new_id(), "at": 2**63, "content": {"kind": "idea", "text": []}})


@pytest.mark.parametrize("body", ["nonsense", TOO_LARGE])
def test_what_is_wrong_with_one_session_stops_no_other(
    programs: tuple[Program, Program],
    postgres: Server,
    database: str,
    body: str,
    caplog: pytest.LogCaptureFixture,
) -> None:
    one, other = programs
    first, last = "0" * 8 + new_id()[8:], "f" * 8 + new_id()[8:]
    for session in (first, last):
        one.store.append(a_note(session, new_id(), 1))
        spoilt(postgres, database, session, body)
    for program in programs:
        program.begin()
    until(lambda: SESSION in other.store.known())
    one.note("届く")
    until(lambda: other.notes() == ["届く"])
    assert {*one.told, *other.told} <= {""}
    told = [record.getMessage() for record in caplog.records if record.name == "coprod.courier"]
    assert {line.split()[0] for line in told} == {first, last}
    assert len(told) <= 2 * len(programs), "once for each, not at each look"


def test_what_fails_for_the_session_that_is_open_is_told(
    programs: tuple[Program, Program], url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, _ = programs
    one.begin()
    courier = one.courier
    assert courier is not None
    with open_server(url) as server:
        until(lambda: SESSION in server.known())
    courier.meet(SESSION, OpenHere(one.live()))
    deliver = ServerStore.deliver

    def full(*_: object, **__: object) -> bool:
        raise StoreFailed("full")

    monkeypatch.setattr(ServerStore, "deliver", full)
    one.note("まだ")
    until(lambda: courier.trouble == "full")
    monkeypatch.setattr(ServerStore, "deliver", deliver)
    courier.kick(SESSION)
    until(lambda: courier.near)


def test_whatever_happens_the_courier_goes_on(programs: tuple[Program, Program]) -> None:
    one, _ = programs
    bugs = [ValueError("言葉"), KeyError("言葉")]

    def connect() -> ServerStore:
        if bugs:
            raise bugs.pop()
        return open_server(one.url)

    one.courier = Courier(one.store, connect, SystemClock())
    until(lambda: one.courier is not None and one.courier.near)


def test_all_is_looked_at_while_notices_come_all_the_time(
    programs: tuple[Program, Program], url: str
) -> None:
    one, _ = programs
    one.begin()
    assert one.courier is not None
    with open_server(url) as server:
        until(lambda: SESSION in server.known())
        other = new_id()
        one.store.append(a_note(other, new_id(), 1))  # without a kick
        end = time.monotonic() + 15
        while other not in server.known():
            assert time.monotonic() < end
            one.courier.kick(SESSION)
            time.sleep(0.1)


def test_a_look_asks_each_side_once_whatever_there_is(
    programs: tuple[Program, Program], url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, _ = programs
    sessions = [SESSION, *(new_id() for _ in range(5))]
    for session in sessions[1:]:
        one.store.append(a_note(session, new_id(), 1))
    with open_server(url) as server:
        exchange = Exchange(one.store, server, SystemClock(), {})
        assert exchange.unlike(sessions) == sessions
        for session in sessions:
            exchange.sync(session)
        asked = 0
        read = ServerStore._read  # noqa: SLF001 - a question each

        def counted(store: ServerStore, *given: Any) -> object:
            nonlocal asked
            asked += 1
            return read(store, *given)

        monkeypatch.setattr(ServerStore, "_read", counted)
        assert exchange.unlike(sessions) == []
        assert asked == 1
        exchange.sync(SESSION)
        assert asked == 2, "and where nothing is new, no more than that"
        one.note("新しい")
        server.append(a_note(sessions[3], new_id(), 1))
        assert exchange.unlike(sessions) == [SESSION, sessions[3]]


def test_that_a_login_is_refused_is_told_as_such(
    programs: tuple[Program, Program], postgres: Server, database: str
) -> None:
    one, _ = programs
    one.url = postgres.url(database, password="another")
    one.begin()
    courier = one.courier
    assert courier is not None
    until(lambda: courier.trouble == "login")
    one.url = postgres.url(database)
    until(lambda: courier.near)
    until(lambda: one.told[-1:] == [""])


def test_what_waits_is_sent_at_the_end(
    programs: tuple[Program, Program], url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, _ = programs
    one.begin()
    assert one.courier is not None
    with open_server(url) as server:
        until(lambda: SESSION in server.known())
        deliver = ServerStore.deliver

        def slow(store: ServerStore, batch: Batch, **how: Any) -> bool:
            time.sleep(0.15)
            return deliver(store, batch, **how)

        monkeypatch.setattr(ServerStore, "deliver", slow)
        for n in range(4):
            one.note(f"終わりに {n}")
        one.courier.close()
        assert {f"終わりに {n}" for n in range(4)} <= bodies(server)
        assert verify(server) == []


def test_a_server_that_is_there_again_is_tried_once_more_at_the_end(
    programs: tuple[Program, Program], url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(syncing, "_FIRST_WAIT", 60.0)
    one, _ = programs
    one.url = "postgresql+psycopg://u:p@127.0.0.1:1/nothing"
    one.begin()
    courier = one.courier
    assert courier is not None
    until(lambda: courier.trouble == "away")
    one.url = url
    one.note("あとから")
    courier.close()
    with open_server(url, write=False) as server:
        until(lambda: "あとから" in bodies(server))


def test_the_end_waits_for_no_server_that_says_nothing(
    programs: tuple[Program, Program], url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(syncing, "_CLOSING", 0.5)
    one, _ = programs
    one.begin()
    assert one.courier is not None
    with open_server(url) as server:
        until(lambda: SESSION in server.known())
    goes_on = Event()

    def silent(*_: object, **__: object) -> bool:
        goes_on.wait(30)
        raise StoreFailed("away")

    monkeypatch.setattr(ServerStore, "deliver", silent)
    one.note("待たない")
    begun = time.monotonic()
    one.courier.close()
    took = time.monotonic() - begun
    goes_on.set()
    assert took < 5
    assert "待たない" in bodies(one.store)
