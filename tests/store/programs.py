"""Programs on machines of their own that work on one server, as the tests drive them."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from coprod.domain import acts
from coprod.domain.terms import NoteKind
from coprod.service.both_sides import Exchange
from coprod.service.live import LiveSession
from coprod.service.syncing import Courier
from coprod.store import LocalStore
from coprod.store.server import ServerStore, open_server
from tests.postgres import PASSWORD, Server
from tests.present.meeting import Meeting

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from coprod.domain.facts import Fact, Word
    from coprod.domain.state import State


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
