"""The one thread that writes: what is waiting goes into one transaction, and whoever asked waits till it is durable."""

from __future__ import annotations

from queue import SimpleQueue
from threading import Lock, Thread
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable

    from coprod.store.engine import Driver

T = TypeVar("T")


class _Job(Generic[T]):
    """Something to write, and whoever waits for it (on a bare lock: a Future takes nearly twice as long)."""

    __slots__ = ("_done", "_error", "_result", "then", "write")

    def __init__(self, write: Callable[[Driver], T], then: Callable[[Driver], bool] | None) -> None:
        self.write = write
        self.then = then
        self._result: T | None = None
        self._error: BaseException | None = None
        self._done = Lock()
        self._done.acquire()

    def succeed(self, result: T) -> None:
        self._result = result
        self._done.release()

    def fail(self, error: BaseException) -> None:
        self._error = error
        self._done.release()

    def outcome(self) -> T:
        """Wait for it."""
        self._done.acquire()
        if self._error is not None:
            raise self._error
        return cast("T", self._result)


class Writer:
    """A thread with a connection of its own, which it closes at the end."""

    def __init__(self, connection: Driver) -> None:
        self._connection = connection
        self._queue: SimpleQueue[_Job[Any] | None] = SimpleQueue()
        self._after: list[Callable[[Driver], bool]] = []
        self._open = True
        self._gate = Lock()
        self._thread = Thread(target=self._run, name="store-writer", daemon=True)
        self._thread.start()

    def do(self, write: Callable[[Driver], T], then: Callable[[Driver], bool] | None = None) -> T:
        """What `write` returns, once its transaction is durable; its error, when nothing of it was kept.

        `then` is done after the transaction, and again after each one that follows until it says that it succeeded.
        """
        job = _Job(write, then)
        with self._gate:
            if not self._open:
                raise RuntimeError("the store was closed")
            self._queue.put(job)
        return job.outcome()

    def close(self) -> None:
        """Write what is waiting, and end."""
        with self._gate:
            if self._open:
                self._open = False
                self._queue.put(None)
        self._thread.join()
        self._connection.close()

    def _run(self) -> None:
        while True:
            waiting = [self._queue.get()]
            while not self._queue.empty():
                waiting.append(self._queue.get())
            self._commit([job for job in waiting if job is not None])
            if waiting[-1] is None:  # nothing comes after it
                return

    def _commit(self, jobs: list[_Job[Any]]) -> None:
        """One transaction for all; where it fails, one for each, so that the error reaches only whose it is."""
        try:
            results = self._transact(jobs) if jobs else []
        except BaseException as error:  # whoever waits must never wait for ever
            if len(jobs) == 1:
                jobs[0].fail(error)
                return
            for job in jobs:
                self._commit([job])
        else:
            self._follow(jobs)
            for job, result in zip(jobs, results, strict=True):
                job.succeed(result)

    def _follow(self, jobs: list[_Job[Any]]) -> None:
        """What could not be done now is done later: the transaction stands."""
        self._after.extend(job.then for job in jobs if job.then is not None)
        self._after = [then for then in self._after if not then(self._connection)]

    def _transact(self, jobs: list[_Job[Any]]) -> list[Any]:
        driver = self._connection
        driver.execute("BEGIN IMMEDIATE")
        try:
            results = [job.write(driver) for job in jobs]
            driver.execute("COMMIT")
        except BaseException:
            if driver.in_transaction:  # SQLite itself may have rolled back
                driver.execute("ROLLBACK")
            raise
        return results
