"""Joining from a laptop that runs Coprod: the port, and why it may not be."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol, TypeAlias

if TYPE_CHECKING:
    from pathlib import Path


class WhyNotJoined(StrEnum):
    """Why a laptop did not get in."""

    AWAY = "away"
    NO_ADDRESS = "no-address"
    WRONG_WORD = "wrong-word"
    WRONG_CERTIFICATE = "wrong-certificate"
    WAIT = "wait"
    CLOSED = "closed"
    EXPIRED = "expired"
    TAKEN = "taken"
    UNKNOWN_PLACE = "unknown-place"
    GONE = "gone"
    OFF_RECORD = "off-record"
    NOT_BEGUN = "not-begun"
    LATE = "late"
    REFUSED = "refused"


class NotJoined(Exception):
    """Nothing was given, and nothing was told of the word. `seconds`: how long to wait."""

    def __init__(self, why: WhyNotJoined, seconds: float = 0.0) -> None:
        super().__init__(why.value)
        self.why, self.seconds = why, seconds


@dataclass(frozen=True, slots=True)
class Place:
    """A table that a laptop may take notes for."""

    id: str
    name: Mapping[str, str]
    taken: bool


class Sending(StrEnum):
    """How what is written on this laptop stands."""

    ARRIVES = "arrives"
    WAITS = "waits"
    ELSEWHERE = "elsewhere"
    OFF_RECORD = "off-record"
    NOT_BEGUN = "not-begun"
    LATE = "late"
    OVER = "over"
    """Nothing is sent any more; from each of the others it may still come to arrive."""


Heard: TypeAlias = Callable[[Sending], None]
"""Told from the thread that sends."""


class Sender(Protocol):
    """Sends a sheet home each time that it changed."""

    def close(self, seconds: float) -> bool:
        """Send once more what is not there yet, leave the table, and end; whether everything is there.

        Waits for `seconds` at most.
        """


class Joined(Protocol):
    """A laptop that is in."""

    @property
    def code(self) -> str:
        """The six words that open its sheet."""

    @property
    def data(self) -> bytes:
        """The sheet, as a file."""

    def send(self, path: Path, heard: Heard, earlier: Sequence[Path] = ()) -> Sender:
        """Send the sheet at `path` home from now on, and once what `earlier` sheets of the table still hold."""

    def leave(self) -> None:
        """Give the table back, as far as that is heard."""


class Met(Protocol):
    """The service and this laptop know each other; its certificate is pinned."""

    @property
    def places(self) -> Sequence[Place]:
        """The tables that have a sheet; none, where the room is not divided."""

    def take(self, place: str) -> Joined:
        """Take notes for one; without its sheet it is given back. Raises NotJoined."""


class Join(Protocol):
    """Meets the service at an address, by the word of the day."""

    def __call__(self, address: str, word: str) -> Met:
        """Meet it. Raises NotJoined."""
