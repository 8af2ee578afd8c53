"""The clock of a laptop that a sheet was carried to: it may be wrong, and there is no network to ask."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coprod.domain.parts import Ms
from coprod.service.ports import Clock

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coprod.domain.facts import Fact


@dataclass(frozen=True, slots=True)
class OffsetClock:
    """Fulfils Clock: another clock, put forward by `offset`."""

    clock: Clock
    offset: Ms

    def now(self) -> Ms:
        """UTC in milliseconds since 1970; may jump."""
        return self.clock.now() + self.offset

    def waited(self) -> float:
        """Seconds on a clock that never goes back."""
        return self.clock.waited()


def sheet_clock(clock: Clock, told: Iterable[Fact]) -> Clock:
    """The clock for a sheet that is opened now: no earlier than its issue, nor than what was written in it since.

    A clock that is behind goes on from there at its own pace, so that what lies between two notes is as long as it
    was. One that is ahead can't be known here: what it wrote is moved back when the sheet comes home.
    """
    offset = max((fact.time for fact in told), default=0) - clock.now()
    return OffsetClock(clock, offset) if offset > 0 else clock
