"""Between the log on this machine and an organisation's server: a thread that brings what is new to where it lacks.

An act is acknowledged when it is kept here. The server may be away for a day: it is tried again, nothing is lost, and
nothing is there twice.
"""

from __future__ import annotations

import logging
from queue import Empty, SimpleQueue
from threading import Event, Thread
from typing import TYPE_CHECKING, TypeAlias

from coprod.domain.terms import Phase
from coprod.service.both_sides import Exchange
from coprod.service.ports import StoreFailed

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from coprod.service.both_sides import Here, Live, Server
    from coprod.service.ports import Clock

_FIRST_WAIT, _LONGEST_WAIT, _LOOK = 0.5, 30.0, 5.0
"""Seconds before a server that is away is tried again; and how often all is looked at without a notice."""

_CLOSING, _CLOSING_AWAY = 8.0, 2.0
"""Seconds in which what is waiting is sent at the end; and where the server was away. Else it is sent the next time."""

_OF_ONE_SESSION = (
    "damaged",
    "failed",
    "full",
    "key",
    "locked",
    "newer",
    "no-place",
    "no-store",
    "older",
    "readonly",
)
"""What may fail for one session alone; whatever else a server says is so for all of them."""

_log = logging.getLogger("coprod.courier")

Connect: TypeAlias = "Callable[[], AbstractContextManager[Server]]"


class Courier:
    """A thread beside the windows. `told` is called from it with `trouble`, whenever that changes."""

    def __init__(self, local: Here, connect: Connect, clock: Clock) -> None:
        self._local, self._connect, self._clock = local, connect, clock
        self.told: Callable[[str], None] | None = None
        self._lives: dict[str, Live] = {}
        self._asked: SimpleQueue[str] = SimpleQueue()
        self._ended, self._left, self._looked = Event(), Event(), Event()
        self._trouble: str | None = None
        self._failing: set[tuple[str, str]] = set()
        self._thread = Thread(target=self._run, name="courier", daemon=True)
        self._thread.start()

    @property
    def trouble(self) -> str | None:
        """What came between this machine and the server last, as StoreFailed says it; "": nothing; None: not tried."""
        return self._trouble

    @property
    def near(self) -> bool:
        """Whether the server could be reached last."""
        return self._trouble == ""

    def looked(self, seconds: float) -> None:
        """Wait until all that is going on there is here, or the server is away; no longer than that."""
        self._looked.wait(seconds)

    def kick(self, session: str) -> None:
        """Something is new in a session here; "": look at all of them."""
        self._asked.put(session)

    def meet(self, session: str, live: Live | None) -> None:
        """From now on what comes in goes through a session that is open; None: it is open no more."""
        if live is None:
            self._lives.pop(session, None)
        else:
            self._lives[session] = live
        self.kick(session)

    def close(self) -> None:
        """Send what is waiting, as far as the server is there and it is a matter of seconds, and end."""
        self._ended.set()
        self._asked.put("")
        self._thread.join(_CLOSING if self.near else _CLOSING_AWAY)
        self._left.set()

    def _run(self) -> None:
        wait, last = _FIRST_WAIT, False
        while True:
            near = self._visit()
            if last or (near and self._ended.is_set()):
                return
            wait = _FIRST_WAIT if near else wait
            last = self._ended.wait(wait)  # then it is tried once more
            wait = min(_LONGEST_WAIT, wait * 2)

    def _visit(self) -> bool:
        """Whether the server was there. Whatever happens, it is tried again."""
        near = False
        try:
            with self._connect() as server:
                near = True
                self._say("")
                self._exchange(server)
        except StoreFailed as failed:
            self._say(failed.code)
        except Exception as bug:
            _log.error("%s", type(bug).__name__)
            self._say("failed")
        return near

    def _exchange(self, server: Server) -> None:
        """What is asked for comes first, and of the rest one after the other: nobody waits for what is old."""
        listener = _Listener(server, self._asked)
        exchange = Exchange(self._local, server, self._clock, self._lives)
        due: dict[str, None] = {}
        look = self._clock.waited()
        try:
            while not self._ended.is_set():
                if look <= self._clock.waited():
                    due.update(dict.fromkeys(self._unlike(exchange, server)))
                    look = self._clock.waited() + _LOOK
                if not due:
                    self._looked.set()
                asked = self._heard(0 if due else look - self._clock.waited())
                listener.check()
                if "" in asked:
                    look = self._clock.waited()
                due = dict.fromkeys(one for one in (*asked, *due) if one)
                if due:
                    session = next(iter(due))
                    del due[session]
                    self._sync(exchange, session)
            for session in self._unlike(exchange, server):
                if not self._left.is_set():
                    self._sync(exchange, session)
        finally:
            listener.close()

    def _heard(self, seconds: float) -> list[str]:
        """What was asked for; it waits for the first."""
        asked = []
        try:
            asked.append(self._asked.get(timeout=max(0, seconds)))
            while True:
                asked.append(self._asked.get_nowait())
        except Empty:
            return asked

    def _unlike(self, exchange: Exchange, server: Server) -> list[str]:
        """Of all that is here, and of what is there and not over yet, what differs: those that are open here first."""
        going_on = [row.session for row in server.sessions() if row.phase != Phase.CLOSED]
        return exchange.unlike(list(dict.fromkeys((*tuple(self._lives), *self._local.known(), *going_on))))

    def _sync(self, exchange: Exchange, session: str) -> None:
        """One session; what fails there holds up no other, and is tried again with the next look at all."""
        try:
            exchange.sync(session)
        except StoreFailed as failed:
            if failed.code not in _OF_ONE_SESSION:
                raise
            self._note(session, failed.code, failed.code)
        except Exception as bug:
            self._note(session, type(bug).__name__, "failed")
        else:
            if session in self._lives:
                self._say("")
            self._failing = {one for one in self._failing if one[0] != session}

    def _note(self, session: str, what: str, trouble: str) -> None:
        """Log once what fails: ids and kinds, no message, which may hold words. Of what is open here it is told."""
        if session in self._lives:
            self._say(trouble)
        if (session, what) not in self._failing:
            self._failing.add((session, what))
            _log.error("%s %s", session, what)

    def _say(self, trouble: str) -> None:
        if trouble != self._trouble:
            self._trouble = trouble
            if trouble:
                self._looked.set()
            told = self.told
            try:
                if told is not None:
                    told(trouble)
            except RuntimeError:  # its window has just gone
                self.told = None


class _Listener:
    """Hears of new facts, on a connection of its own."""

    def __init__(self, server: Server, asked: SimpleQueue[str]) -> None:
        self._server, self._asked = server, asked
        self._ended, self._failed = Event(), Event()
        self._thread = Thread(target=self._run, name="courier-listener", daemon=True)
        self._thread.start()

    def check(self) -> None:
        """Raises StoreFailed where nothing is heard any more."""
        if self._failed.is_set():
            raise StoreFailed("away")

    def close(self) -> None:
        self._ended.set()
        self._thread.join()

    def _run(self) -> None:
        heard = self._server.listening(0.2)
        try:
            for session in heard:
                if self._ended.is_set():
                    return
                if session is not None:
                    self._asked.put(session)
        except Exception as failed:
            if not isinstance(failed, StoreFailed):
                _log.error("%s", type(failed).__name__)
            self._failed.set()
            self._asked.put("")
        finally:
            heard.close()  # type: ignore[attr-defined]
