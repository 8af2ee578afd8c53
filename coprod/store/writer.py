"""The one thread that writes: what is waiting goes into one transaction, and whoever asked waits till it is durable."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, field
from queue import Empty, SimpleQueue
from threading import Lock, Thread
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from sqlalchemy import Connection

from coprod.store.engine import WRITES

if TYPE_CHECKING:
    from sqlalchemy import Engine

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Job(Generic[T]):
    """Something to write, and whoever waits for it."""

    write: Callable[[Connection], T]
    done: Future[T] = field(default_factory=Future)


class Writer:
    """A thread with a connection of its own."""

    def __init__(self, engine: Engine) -> None:
        self._connection = engine.connect().execution_options(**WRITES)
        self._queue: SimpleQueue[_Job[Any] | None] = SimpleQueue()
        self._open = True
        self._gate = Lock()
        self._thread = Thread(target=self._run, name="store-writer", daemon=True)
        self._thread.start()

    def do(self, write: Callable[[Connection], T]) -> T:
        """What `write` returns, once its transaction is durable; its error, when nothing of it was kept."""
        job = _Job(write)
        with self._gate:
            if not self._open:
                raise RuntimeError("the store was closed")
            self._queue.put(job)
        return job.done.result()

    def close(self) -> None:
        """Write what is waiting, and end."""
        with self._gate:
            if self._open:
                self._open = False
                self._queue.put(None)
        self._thread.join()
        self._connection.close()

    def _run(self) -> None:
        last: _Job[Any] | None
        while True:
            *jobs, last = self._waiting()
            self._commit([job for job in (*jobs, last) if job is not None])
            if last is None:
                return

    def _waiting(self) -> list[_Job[Any] | None]:
        """All that is waiting, at least one; None comes last of all."""
        waiting = [self._queue.get()]
        with suppress(Empty):
            while True:
                waiting.append(self._queue.get_nowait())
        return waiting

    def _commit(self, jobs: list[_Job[Any]]) -> None:
        """One transaction for all; where it fails, one for each, so that the error reaches only whose it is."""
        try:
            with self._connection.begin():
                results = [job.write(self._connection) for job in jobs]
        except BaseException as error:  # whoever waits must never wait for ever
            if len(jobs) == 1:
                jobs[0].done.set_exception(error)
                return
            for job in jobs:
                self._commit([job])
        else:
            for job, result in zip(jobs, results, strict=True):
                job.done.set_result(result)
