"""Two programs on one server: each sees the other's notes, whatever happens to the server in between."""

from __future__ import annotations

import time
from threading import Thread
from typing import TYPE_CHECKING

from coprod.domain import acts
from coprod.domain.terms import NoteKind
from coprod.service.both_sides import Exchange
from coprod.service.ports import Batch
from coprod.service.verify import verify
from coprod.store import open_store
from coprod.store.server import ServerStore, open_server
from tests.contracts.batches import a_note, new_id
from tests.postgres import Server
from tests.store.programs import SESSION, OpenHere, Program, SystemClock, bodies, planned, sync, until

if TYPE_CHECKING:
    from pathlib import Path

    from coprod.service.both_sides import Live


def test_each_sees_the_others_notes_and_the_rows_of_the_server_are_right(
    programs: tuple[Program, Program], url: str
) -> None:
    one, other = programs
    for program in programs:
        program.begin()
    until(lambda: SESSION in other.store.known())
    for n in range(5):
        one.note(f"こちら {n}")
        other.note(f"あちら {n}")
    until(lambda: len(one.notes()) == len(other.notes()) == 10)
    assert one.notes() == other.notes()
    with open_server(url, write=False) as server:
        until(lambda: len(server.notes(SESSION)) == 10 and verify(server) == [])
    assert verify(one.store) == verify(other.store) == []


def test_what_was_kept_while_the_server_was_away_arrives_later(programs: tuple[Program, Program]) -> None:
    one, other = programs
    address, one.url = one.url, "postgresql+psycopg://u:p@127.0.0.1:1/nothing"
    one.begin()
    other.begin()
    for n in range(3):
        one.note(f"離れて {n}")
    courier = one.courier
    assert courier is not None
    until(lambda: courier.trouble == "away")
    assert not courier.near
    one.url = address
    until(lambda: len(other.store.load(SESSION).facts) > 0 and len(other.notes()) == 3)
    assert courier.near


def test_what_came_between_looking_and_sending_is_seen_first(
    programs: tuple[Program, Program], url: str
) -> None:
    one, other = programs
    with open_server(url) as server, open_server(url) as second:
        for program in programs:
            sync(program, server)
        one.note("先")
        other.note("あと")
        between = Exchange(one.store, server, SystemClock(), {})
        heads = server.heads

        def late(session: str) -> object:
            found = heads(session)
            if "あと" not in bodies(second):
                sync(other, second)
            return found

        server.heads = late  # type: ignore[method-assign, assignment]
        between.sync(SESSION)
        assert one.notes() == ["あと", "先"]
        assert verify(second) == []


def test_a_notice_of_a_session_that_is_not_there_makes_none(
    programs: tuple[Program, Program], url: str
) -> None:
    one, _ = programs
    with open_server(url) as server:
        Exchange(one.store, server, SystemClock(), {}).sync("no-such-session")
        assert server.known() == []
        assert one.store.known() == [SESSION]


def test_what_was_taken_in_while_a_window_opened_is_shown_there(
    programs: tuple[Program, Program], url: str
) -> None:
    one, other = programs
    with open_server(url) as server:
        for program in programs:
            sync(program, server)
        lives: dict[str, Live] = {}
        exchange = Exchange(one.store, server, SystemClock(), lives)
        window = one.live()  # it has read the log, and is not met yet
        other.note("あいだに")
        sync(other, server)
        exchange.sync(SESSION)
        lives[SESSION] = OpenHere(window)
        exchange.sync(SESSION)
        assert [window.words[note.content.text[0][1]].body for note in window.state.notes()] == ["あいだに"]
        before = window.facts()
        exchange.sync(SESSION)
        assert window.facts() == before
        window.do(acts.KeepNote(acts.NoteDraft(NoteKind.IDEA, {"ja": "あとで"}, original="ja")))
        exchange.sync(SESSION)
        assert bodies(server) == bodies(one.store)
        assert verify(server) == verify(one.store) == []


def _pour(program: Program, name: str) -> None:
    for n in range(20):
        program.note(f"{name} {n}")
        time.sleep(0.03)


def test_all_that_was_acknowledged_is_there_after_the_server_was_killed(tmp_path: Path) -> None:
    server = Server(durable=True)
    try:
        url = server.url(server.new_database())
        made = [Program(open_store(tmp_path / f"{name}.db"), url) for name in ("one", "other")]
        planned(made[0].store)
        for program in made:
            program.begin()
        until(lambda: SESSION in made[1].store.known())
        threads = [Thread(target=_pour, args=(program, str(n))) for n, program in enumerate(made)]
        for thread in threads:
            thread.start()
        time.sleep(0.4)
        server.kill()
        time.sleep(0.3)
        server.start()
        for thread in threads:
            thread.join()
        until(lambda: all(len(program.notes()) == 40 for program in made), 60)
        with open_server(url, write=False) as store:
            until(lambda: len(store.notes(SESSION)) == 40 and verify(store) == [])
        assert all("away" in program.told for program in made)
        for program in made:
            program.close()
    finally:
        server.stop()


def test_of_fifty_writers_at_once_no_late_commit_is_missed(url: str) -> None:
    session, streams = new_id(), [new_id() for _ in range(50)]

    def write(stream: str, late: float) -> None:
        with open_server(url) as store:
            for seq in (1, 2, 3):
                writes = a_note(session, stream, seq)
                _append_late(store, writes, late)

    with open_server(url) as reader:
        threads = [Thread(target=write, args=(stream, n % 7 / 50)) for n, stream in enumerate(streams)]
        for thread in threads:
            thread.start()
        known: dict[str, int] = {}
        seen: set[str] = set()
        end = time.monotonic() + 60
        while len(seen) < 150:
            assert time.monotonic() < end
            heads = dict(reader.heads(session))
            seen |= {fact.id for fact in reader.since(session, known).facts}
            known = heads
        for thread in threads:
            thread.join()
        assert {fact.id for fact in reader.load(session).facts} == seen
        assert dict(reader.heads(session)) == dict.fromkeys(streams, 3)


def _append_late(store: ServerStore, batch: object, late: float) -> None:
    """Commit a while after it was written: others begin later, and are there sooner."""
    from coprod.store import log  # noqa: PLC0415
    from coprod.store.statements import run  # noqa: PLC0415

    assert isinstance(batch, Batch)

    def write(driver: object) -> None:
        run(driver, log.writes(batch))
        time.sleep(late)

    store._write(write)  # noqa: SLF001 - as a slow client does
