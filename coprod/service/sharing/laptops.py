"""Laptops that run Coprod: let in by the same word, and given their group's sheet, which comes home again and again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from coprod.domain.rules.pen import Refused, Why
from coprod.service.ports import Clock
from coprod.service.sheets import Given, Seal, SheetRefused, Sheets, WhyNot, issue, merge, unsealed

if TYPE_CHECKING:
    from coprod.service.live import LiveSession
    from coprod.service.sharing.pairing import Guest
    from coprod.service.sheets import Home


class NotIntroduced(Exception):
    """The other side has another word, or sees another certificate."""


class Introduction(Protocol):
    """One attempt to make sure of each other by a word."""

    @property
    def message(self) -> bytes:
        """What is sent to the other side first."""

    def hear(self, message: bytes) -> bytes:
        """Take the first message of the other side; what proves to it that this one knows. Raises NotIntroduced."""

    def prove(self, proof: bytes) -> None:
        """Make sure of the other side. Raises NotIntroduced."""


class Introduce(Protocol):
    """Begins an attempt, of the service or of a laptop; `certificate`: the SHA-256 of the one that it sees."""

    def __call__(self, word: str, certificate: bytes, *, host: bool) -> Introduction:
        """Begin."""


@dataclass(frozen=True, slots=True)
class Laptops:
    """What the service needs for them. `word`: the word of the day, as `WordBook.read` gives it."""

    word: str
    introduce: Introduce
    store: Sheets
    seal: Callable[[], Seal]
    clock: Clock

    def issue(self, live: LiveSession, guest: Guest) -> Given:
        """The sheet of a guest's group. Raises SheetRefused, StoreFailed."""
        group = live.state.groups.get(guest.place)
        if group is None:
            raise SheetRefused(WhyNot.FOREIGN)
        return issue(live.state, live.words, group, self.clock.now(), self.store, self.seal())

    def bring(self, live: LiveSession, guest: Guest, data: bytes) -> Home | Refused:
        """Take in what is new in a sheet of the guest's own group; while the pen is down, nothing.

        Raises SheetRefused, StoreFailed.
        """
        if live.state.off_record:
            return Refused(Why.OFF_RECORD)
        brought = unsealed(data, self.store, self.seal())
        if (brought.sheet.session, brought.sheet.group) != (live.state.session, guest.place):
            raise SheetRefused(WhyNot.FOREIGN)
        return merge(brought, live, self.clock.now())
