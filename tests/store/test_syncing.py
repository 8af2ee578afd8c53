"""Two programs on one server: each sees the other's notes, whatever happens to the server in between."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass, field
from threading import Event, Thread
from typing import TYPE_CHECKING, Any

import pytest
import sqlcipher3.dbapi2 as driver

from coprod.domain import acts
from coprod.domain.facts import NoteKept
from coprod.domain.fold import in_order
from coprod.domain.terms import ItemKind, NoteKind
from coprod.service import syncing
from coprod.service.both_sides import Exchange
from coprod.service.live import Change, LiveSession
from coprod.service.ports import Batch, Stored, StoreFailed
from coprod.service.syncing import Courier
from coprod.service.verify import verify
from coprod.store import LocalStore, open_store
from coprod.store.server import ServerStore, open_server
from tests.contracts.batches import a_note, new_id
from tests.postgres import PASSWORD, Server
from tests.present.meeting import Meeting

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from coprod.domain.facts import Fact, Word
    from coprod.domain.state import State
    from coprod.service.both_sides import Live


SESSION = "5f1e0c52-94c5-4d4c-a0f5-a8e9c4a0b0b1"


class SystemClock:
    def now(self) -> int:
        return time.time_ns() // 1_000_000

    def waited(self) -> float:
        return time.monotonic()


@dataclass
class Program:
    """A store on a machine, and its courier."""

    store: LocalStore
    url: str
    told: list[str] = field(default_factory=list)
    courier: Courier | None = None

    def begin(self) -> None:
        self.courier = Courier(self.store, lambda: open_server(self.url), SystemClock())
        self.courier.told = self.told.append

    def live(self) -> LiveSession:
        return LiveSession(SESSION, self.store, SystemClock())

    def do(self, act: acts.Act) -> None:
        self.live().do(act)
        if self.courier is not None:
            self.courier.kick(SESSION)

    def note(self, text: str, *who: str) -> None:
        self.do(acts.KeepNote(acts.NoteDraft(NoteKind.IDEA, {"ja": text}, who, original="ja")))

    def notes(self) -> list[str]:
        live = self.live()
        return sorted(live.words[one.content.text[0][1]].body for one in live.state.notes())

    def close(self) -> None:
        if self.courier is not None:
            self.courier.close()
        self.store.close()


def planned(store: LocalStore) -> None:
    """A meeting that has begun, in a store."""
    made = Meeting()
    live = LiveSession(SESSION, store, SystemClock())
    live.take_in(tuple(made.live.facts()), tuple(made.live.words.values()))
    live.do(acts.StartSession())


@pytest.fixture
def programs(tmp_path: Path, url: str) -> Iterator[tuple[Program, Program]]:
    one, other = (Program(open_store(tmp_path / f"{name}.db"), url) for name in ("one", "other"))
    planned(one.store)
    yield one, other
    for program in (one, other):
        program.close()


def until(done: Callable[[], bool], seconds: float = 20) -> None:
    end = time.monotonic() + seconds
    while not done():
        assert time.monotonic() < end
        time.sleep(0.02)


def taker(postgres: Server, database: str) -> str:
    """The address of a server, with the login of a note-taker."""
    login = f"taker_{database}"
    with postgres.connect(database) as connection:
        grant = f"CREATE ROLE {login} LOGIN PASSWORD '{PASSWORD}'; GRANT coprod_note_taker TO {login}"
        connection.execute(grant.encode())
    return postgres.url(database, login)


def sync(program: Program, server: ServerStore) -> None:
    Exchange(program.store, server, SystemClock(), {}).sync(SESSION)


def bodies(store: LocalStore | ServerStore) -> set[str]:
    return {word.body for word in store.load(SESSION).words.values()}


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
    assert one.courier is not None
    until(lambda: one.told == ["away"])
    assert not one.courier.near
    one.url = address
    until(lambda: len(other.store.load(SESSION).facts) > 0 and len(other.notes()) == 3)
    assert one.courier.near


def test_a_withdrawal_travels_and_no_late_device_brings_words_back(
    programs: tuple[Program, Program], url: str
) -> None:
    one, other = programs
    with open_server(url) as server:
        for program in programs:
            sync(program, server)
        who = next(iter(one.live().state.participants))
        one.note("消してほしい言葉", who)
        other.note("遅れた言葉", who)
        sync(one, server)
        assert "消してほしい言葉" in bodies(server)
        one.do(acts.WithdrawParticipant(who))
        sync(one, server)
        assert "消してほしい言葉" not in bodies(server)
        for program in (other, one, other):
            sync(program, server)
        for store in (server, one.store, other.store):
            assert {"消してほしい言葉", "遅れた言葉"}.isdisjoint(bodies(store))
            assert verify(store) == []


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


def named(store: LocalStore | ServerStore) -> set[str]:
    """Whose notes and words there are."""
    stored = store.load(SESSION)
    subjects = {who for word in stored.words.values() for who in word.subjects}
    kept = (fact.body for fact in stored.facts)
    return subjects.union(*(body.content.who for body in kept if isinstance(body, NoteKept)))


def late(program: Program, server: ServerStore, text: str, *who: str) -> None:
    """A note that comes to the server by a program which has not heard of anything yet."""
    program.note(text, *who)
    server.append(Batch(SESSION, **_new(program.store.since(SESSION, server.heads(SESSION)))))


def _new(found: Stored) -> dict[str, Any]:
    return {"facts": found.facts, "words": tuple(found.words.values())}


def test_what_comes_late_of_somebody_who_withdrew_goes_from_the_server_too(
    programs: tuple[Program, Program], url: str
) -> None:
    one, other = programs
    with open_server(url) as server:
        steady = Exchange(one.store, server, SystemClock(), {})
        steady.sync(SESSION)
        sync(other, server)
        who, friend = list(one.live().state.participants)[:2]
        one.do(acts.WithdrawParticipant(who))
        steady.sync(SESSION)
        late(other, server, "ふたりの言葉", who, friend)
        assert who in named(server)
        steady.sync(SESSION)
        assert friend in named(server)
        assert who not in named(server)
        assert verify(server) == verify(one.store) == []


def test_what_was_brought_back_meanwhile_goes_at_the_next_beginning(
    programs: tuple[Program, Program], url: str
) -> None:
    one, other = programs
    with open_server(url) as server:
        for program in programs:
            sync(program, server)
        who = next(iter(one.live().state.participants))
        one.note("消してほしい言葉", who)
        before = one.store.load(SESSION)
        sync(one, server)
        one.do(acts.WithdrawParticipant(who))
        sync(one, server)
        lost = [word for word in before.words.values() if word.body == "消してほしい言葉"]
        server.append(Batch(SESSION, (), lost))
        sync(other, server)
        assert "消してほしい言葉" not in bodies(server)


def test_what_is_gone_already_is_not_erased_again(programs: tuple[Program, Program], url: str) -> None:
    one, other = programs
    with open_server(url) as server:
        who = next(iter(one.live().state.participants))
        one.note("消してほしい言葉", who)
        sync(one, server)
        one.do(acts.WithdrawParticipant(who))
        delivered: list[Batch] = []
        deliver = server.deliver

        def noted(batch: Batch, **how: Any) -> bool:
            delivered.append(batch)
            return deliver(batch, **how)

        server.deliver = noted  # type: ignore[method-assign]
        sync(one, server)
        assert [bool(batch.erased) for batch in delivered] == [True]
        for program in (one, other):
            sync(program, server)
        assert not any(batch.erased for batch in delivered[1:])


def test_a_withdrawal_on_a_note_takers_laptop_stays_there_and_notes_go_on(
    programs: tuple[Program, Program], url: str, postgres: Server, database: str
) -> None:
    one, other = programs
    with open_server(url) as server, open_server(taker(postgres, database)) as theirs:
        sync(one, server)
        sync(other, theirs)
        who = next(iter(other.live().state.participants))
        other.note("まえ", who)
        sync(other, theirs)
        other.do(acts.WithdrawParticipant(who))
        other.note("あと")
        sync(other, theirs)
        assert {"まえ", "あと"} <= bodies(server)


def owned(postgres: Server, database: str) -> set[str]:
    """The streams that note-takers made their own."""
    with postgres.connect(database) as connection:
        return {str(stream) for (stream,) in connection.execute("SELECT stream FROM stream_owner")}


def test_a_note_taker_waits_while_a_session_is_over_and_claims_nobodys_stream(
    programs: tuple[Program, Program], url: str, postgres: Server, database: str
) -> None:
    one, other = programs
    with open_server(url) as server, open_server(taker(postgres, database)) as theirs:
        sync(one, server)
        sync(other, theirs)
        other.note("送った")
        sync(other, theirs)
        sync(one, server)
        other.note("まだ送っていない")
        one.do(acts.CloseSession())
        sync(one, server)
        for _ in range(2):
            sync(other, theirs)
        assert owned(postgres, database) == {other.live().stream}
        assert "まだ送っていない" not in bodies(server)
        one.do(acts.ReopenSession())
        sync(one, server)
        sync(other, theirs)
        sync(one, server)
        assert one.notes() == ["まだ送っていない", "送った"]
        assert verify(server) == []


def test_a_note_taker_sends_its_own_notes_and_those_of_phones_and_no_other_words(
    programs: tuple[Program, Program], url: str, postgres: Server, database: str
) -> None:
    one, other = programs
    with open_server(url) as server, open_server(taker(postgres, database)) as theirs:
        sync(one, server)
        sync(other, theirs)
        one.note("まだ進行役の機械だけに")  # and brought to the other by hand
        one.do(acts.AddItem(acts.ItemDraft(ItemKind.OTHER, {"ja": "進行役の議題"})))
        found = one.store.since(SESSION, server.heads(SESSION))
        other.live().take_in(found.facts, tuple(found.words.values()))
        phone = new_id()
        other.live().do(
            acts.KeepNote(acts.NoteDraft(NoteKind.IDEA, {"ja": "電話から"}, (), original="ja")), phone
        )
        other.do(acts.AddItem(acts.ItemDraft(ItemKind.OTHER, {"ja": "勝手な議題"})))
        other.note("記録係から")
        sync(other, theirs)
        assert owned(postgres, database) == {phone, other.live().stream}
        assert {"電話から", "記録係から"} <= bodies(server)
        assert not {"勝手な議題", "進行役の議題", "まだ進行役の機械だけに"} & bodies(server)
        sync(one, server)
        assert one.notes() == sorted(["電話から", "記録係から", "まだ進行役の機械だけに"])
        assert "進行役の議題" in bodies(server)


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
    assert one.told == other.told == [""]
    told = [record.getMessage() for record in caplog.records if record.name == "coprod.courier"]
    assert {line.split()[0] for line in told} == {first, last}
    assert len(told) <= 2 * len(programs), "once for each, not at each look"


def test_whatever_happens_the_courier_goes_on(programs: tuple[Program, Program]) -> None:
    one, _ = programs
    bugs = [ValueError("言葉"), KeyError("言葉")]

    def connect() -> ServerStore:
        if bugs:
            raise bugs.pop()
        return open_server(one.url)

    one.courier = Courier(one.store, connect, SystemClock())
    until(lambda: one.courier is not None and one.courier.near)


def test_a_notice_of_a_session_that_is_not_there_makes_none(
    programs: tuple[Program, Program], url: str
) -> None:
    one, _ = programs
    with open_server(url) as server:
        Exchange(one.store, server, SystemClock(), {}).sync("no-such-session")
        assert server.known() == []
        assert one.store.known() == [SESSION]


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
        one.note("新しい")
        server.append(a_note(sessions[3], new_id(), 1))
        assert exchange.unlike(sessions) == [SESSION, sessions[3]]


class OpenHere:
    """A session in a window; fulfils `Live`."""

    def __init__(self, live: LiveSession) -> None:
        self.live = live

    def take_in(self, facts: Sequence[Fact], words: Sequence[Word]) -> None:
        self.live.take_in(facts, words)

    def state(self) -> State:
        return self.live.state

    def known(self) -> frozenset[str]:
        return frozenset(fact.id for fact in self.live.facts())

    def begin_stream(self, after: int, make: Callable[[], str]) -> None:
        self.live.begin_stream(after, make)


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


def test_that_a_login_is_refused_is_told_as_such(
    programs: tuple[Program, Program], postgres: Server, database: str
) -> None:
    one, _ = programs
    one.url = postgres.url(database, password="another")
    one.begin()
    until(lambda: one.told == ["login"])
    assert one.courier is not None
    assert one.courier.trouble == "login"
    one.url = postgres.url(database)
    until(lambda: one.told == ["login", ""])


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
    until(lambda: one.told == ["away"])
    assert one.courier is not None
    one.url = url
    one.note("あとから")
    one.courier.close()
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


def cloned(program: Program, path: Path) -> Program:
    """The folder of a laptop, as it was copied to another one."""
    with open_store(path):
        pass
    source, target = (driver.connect(str(one)) for one in (program.store.path, path))
    source.backup(target)
    for one in (source, target):
        one.close()
    return Program(open_store(path), program.url)


def test_two_laptops_with_the_same_folder_lose_nothing_and_part(
    programs: tuple[Program, Program], url: str, tmp_path: Path
) -> None:
    one, _ = programs
    with open_server(url) as server:
        one.note("前")
        sync(one, server)
        clone = cloned(one, tmp_path / "clone.db")
        stream = one.live().stream
        assert clone.live().stream == stream
        one.note("もとの機械で")
        for n in range(3):
            clone.note(f"写した機械で {n}")
        for program in (one, clone, one, clone):
            sync(program, server)
        wanted = sorted(["前", "もとの機械で", *(f"写した機械で {n}" for n in range(3))])
        assert one.notes() == clone.notes() == wanted
        assert one.live().stream == stream != clone.live().stream
        clone.do(acts.Undo())
        one.note("もっと")
        for program in (clone, one, clone):
            sync(program, server)
        wanted.remove("写した機械で 2")
        assert one.notes() == clone.notes() == sorted([*wanted, "もっと"])
        for store in (server, one.store, clone.store):
            assert verify(store) == []
        clone.close()


def test_a_window_goes_on_in_another_stream_where_its_own_is_written_elsewhere(
    programs: tuple[Program, Program], url: str, tmp_path: Path
) -> None:
    one, _ = programs
    with open_server(url) as server:
        sync(one, server)
        clone = cloned(one, tmp_path / "clone.db")
        window = clone.live()
        exchange = Exchange(clone.store, server, SystemClock(), {SESSION: OpenHere(window)})
        exchange.sync(SESSION)
        one.note("もとの機械で")
        sync(one, server)
        for n in range(2):
            window.do(acts.KeepNote(acts.NoteDraft(NoteKind.IDEA, {"ja": f"窓で {n}"}, original="ja")))
            exchange.sync(SESSION)
        assert isinstance(window.undo(), Change)
        exchange.sync(SESSION)
        sync(one, server)
        assert one.notes() == clone.notes() == ["もとの機械で", "窓で 0"]
        assert in_order(window.facts()) == in_order(clone.store.load(SESSION).facts)
        assert verify(server) == verify(clone.store) == []
        clone.close()


def test_a_store_that_was_put_back_goes_on_in_another_stream(
    programs: tuple[Program, Program], url: str, tmp_path: Path
) -> None:
    one, _ = programs
    with open_server(url) as server:
        sync(one, server)
        back = cloned(one, tmp_path / "back.db")
        one.note("あとで")
        sync(one, server)
        sync(back, server)
        assert back.notes() == ["あとで"]
        back.note("戻してから")
        sync(back, server)
        assert back.live().stream != one.live().stream
        assert "戻してから" in bodies(server)
        back.close()


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


def test_a_note_taker_sends_notes_and_a_facilitator_puts_the_rows_right(
    programs: tuple[Program, Program], url: str, postgres: Server, database: str
) -> None:
    one, other = programs
    other.url = taker(postgres, database)
    one.begin()
    until(lambda: one.courier is not None and one.courier.near)
    other.begin()
    until(lambda: SESSION in other.store.known())
    other.do(acts.AddItem(acts.ItemDraft(ItemKind.OTHER, {"ja": "勝手な議題"})))  # it stays on that laptop
    other.note("記録係から")
    other.note("まちがい")
    other.do(acts.Undo())
    until(lambda: one.notes() == ["記録係から"] and len(one.live().facts()) == len(other.live().facts()))
    assert len(one.live().state.agenda) == len(other.live().state.agenda) - 1
    with open_server(url, write=False) as server:
        until(lambda: verify(server) == [])
    other.close()
    other.courier = None
