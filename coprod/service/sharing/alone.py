"""A session that is shared without windows: its record has a thread of its own."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from concurrent.futures import Future

    from coprod.domain.facts import Word
    from coprod.domain.state import State
    from coprod.service.live import LiveSession

T = TypeVar("T")


class AloneRecord:
    """Fulfils `Record`."""

    def __init__(self, live: LiveSession) -> None:
        self._live = live
        self._worker = ThreadPoolExecutor(1, "record")

    def seen(self) -> tuple[State, Mapping[str, Word]]:
        """The session as it is committed, and its words."""
        return self._live.state, self._live.words

    def lend(self, work: Callable[[LiveSession], T]) -> Future[T]:
        """Do something with the session in its thread."""
        return self._worker.submit(work, self._live)

    def close(self) -> None:
        """Wait for what is under way."""
        self._worker.shutdown(wait=True)
