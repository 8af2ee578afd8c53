"""A clock that moves only when it is told to."""

from __future__ import annotations


class MovedClock:
    """Fulfils the port Clock; starts at `start` (UTC ms)."""

    def __init__(self, start: int) -> None:
        self._now = start

    def now(self) -> int:
        """The moment it was moved to."""
        return self._now

    def waited(self) -> float:
        """The same in seconds."""
        return self._now / 1000

    def move(self, minutes: float) -> None:
        """Let so many minutes pass."""
        self._now += round(minutes * 60_000)
