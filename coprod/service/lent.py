"""A session that another thread runs, as the courier sees it."""

from __future__ import annotations

from concurrent.futures import CancelledError
from typing import TYPE_CHECKING, TypeVar

from coprod.service.ports import StoreFailed

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from coprod.domain.facts import Fact, Word
    from coprod.domain.state import State
    from coprod.service.live import LiveSession
    from coprod.service.sharing.room import Record

T = TypeVar("T")


class Lent:
    """Fulfils `Live`."""

    def __init__(self, record: Record) -> None:
        self._record = record

    def take_in(self, facts: Sequence[Fact], words: Sequence[Word]) -> None:
        """Take in what others wrote; returns when it is kept. Raises StoreFailed."""
        self._done(lambda live: live.take_in(facts, words))

    def state(self) -> State:
        """The session as it is committed."""
        return self._record.seen()[0]

    def known(self) -> frozenset[str]:
        """The ids of all facts that it has. Raises StoreFailed."""
        return self._done(lambda live: frozenset(fact.id for fact in live.facts()))

    def begin_stream(self, after: int, make: Callable[[], str]) -> None:
        """Write in the stream that `make` makes, and count what stands after that place to it. Raises StoreFailed."""
        self._done(lambda live: live.begin_stream(after, make))

    def _done(self, work: Callable[[LiveSession], T]) -> T:
        try:
            return self._record.lend(work).result()
        except (RuntimeError, CancelledError):
            raise StoreFailed("failed") from None  # it is just being closed: it comes again
