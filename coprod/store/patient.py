"""A connection to a server that is given up where nothing comes any more: nobody waits for it for ever.

A network that is gone is noticed below (keepalives). A server that is stopped still has its network answer for it: so
the silence itself is measured, and no statement, lock or open transaction lasts longer than that on the server.
"""

from __future__ import annotations

import os
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING, Any, TypeVar

import psycopg
from psycopg.waiting import READY_NONE

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

T = TypeVar("T")

CONNECT, STATEMENT, LOCK, IDLE, SILENCE = 5, 10, 5, 10, 12.0
"""Seconds: until somebody answers; on the server for a statement, for a lock, between two of a transaction; without a
byte. The last is the longest: what the server ends itself it says."""


class Patient(psycopg.Connection[Any]):
    """A connection that is closed after `silence` seconds in which it waits and nothing comes or goes."""

    silence = SILENCE

    @contextmanager
    def waiting(self, seconds: float) -> Iterator[None]:
        """Wait for so long, for a while."""
        before, self.silence = self.silence, seconds
        try:
            yield
        finally:
            self.silence = before

    def wait(self, gen: Generator[Any, Any, T], interval: float = 0.1, timeout: float | None = None) -> T:
        """Carry on what waits for the server. Raises psycopg.OperationalError."""
        return super().wait(self._heard(gen) if timeout is None else gen, interval, timeout)

    def _heard(self, gen: Generator[Any, Any, T]) -> Generator[Any, Any, T]:
        last = monotonic()
        try:
            wanted = next(gen)
            while True:
                ready = yield wanted
                if ready != READY_NONE:
                    last = monotonic()
                elif monotonic() - last > self.silence:
                    self.close()
                    raise psycopg.OperationalError("no answer")
                wanted = gen.send(ready)
        except StopIteration as done:
            result: T = done.value
            return result


def settings(asked: object) -> dict[str, object]:
    """What libpq is told when it connects. `asked`: options for the server, as the address has them."""
    limits = (
        ("statement_timeout", STATEMENT),
        ("lock_timeout", LOCK),
        ("idle_in_transaction_session_timeout", IDLE),
    )
    own = asked or os.environ.get("PGOPTIONS", "")
    return {
        "connect_timeout": CONNECT,
        "application_name": "coprod",
        "keepalives": 1,
        "keepalives_idle": 10,
        "keepalives_interval": 3,
        "keepalives_count": 3,
        "tcp_user_timeout": int(SILENCE * 1000),
        "options": " ".join([str(own), *(f"-c {name}={seconds}s" for name, seconds in limits)]).strip(),
    }
