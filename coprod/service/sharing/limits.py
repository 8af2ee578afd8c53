"""How often: a bucket for each key, which fills again with time."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_MOST_KEYS = 4096


class Rate:
    """At most `burst` at once, and `per_second` in the long run, for each key; `now` gives seconds."""

    def __init__(self, per_second: float, burst: int, now: Callable[[], float]) -> None:
        self._per_second, self._burst, self._now = per_second, burst, now
        self._left: dict[str, tuple[float, float]] = {}

    def take(self, key: str) -> bool:
        """Whether one more may be."""
        now = self._now()
        left, at = self._left.get(key, (float(self._burst), now))
        left = min(self._burst, left + (now - at) * self._per_second)
        if left < 1:
            return False
        self._left[key] = (left - 1, now)
        if len(self._left) > _MOST_KEYS:
            self._forget(now)
        return True

    def _forget(self, now: float) -> None:
        """Let go of the keys whose bucket is full again, and of the oldest where that is not enough."""
        full = self._burst / self._per_second
        kept = {key: one for key, one in self._left.items() if now - one[1] < full}
        newest = sorted(kept.items(), key=lambda one: one[1][1])[-_MOST_KEYS:]
        self._left = dict(newest)
