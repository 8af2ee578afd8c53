"""Clocks for tests."""

from __future__ import annotations


class Still:
    """A clock that stands still."""

    def __init__(self, at: int = 1_778_554_800_000) -> None:
        self._at = at

    def now(self) -> int:
        return self._at

    def waited(self) -> float:
        return 0.0
