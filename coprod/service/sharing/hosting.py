"""The port of the room's service: what runs it, and what can be asked of it while it runs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeAlias

from coprod.service.sharing.pairing import Door, Guest, Role
from coprod.service.sharing.room import Message, Record, Wish

if TYPE_CHECKING:
    from coprod.service.sharing.laptops import Laptops
    from coprod.service.sharing.words import WordBook

Told: TypeAlias = Callable[[Wish | Message], None]
"""Takes what participants say quietly, in the thread of the service."""


@dataclass(frozen=True, slots=True)
class Where:
    """An address of this machine and a port; 0: one that is free. `names`: others by which it is asked.

    `certificate` and `key`: files of the organisation's own, in PEM; None: a certificate is made on the spot.
    """

    address: str
    port: int = 0
    names: tuple[str, ...] = ()
    certificate: Path | None = None
    key: Path | None = None


class NotHosted(Exception):
    """The files that were given are no certificate and its key."""


class Hosting(Protocol):
    """A service that runs."""

    @property
    def address(self) -> str:
        """Where it is reached: host and port."""

    def changed(self) -> None:
        """The session is different now; from any thread."""

    def here(self) -> dict[Guest, float]:
        """Who is in, and how many seconds ago each was last heard."""

    def free(self, role: Role, place: str) -> None:
        """Let another device take a place."""

    def close(self) -> None:
        """End it: pages are told, tokens are gone, the port is free."""


class Host(Protocol):
    """Runs the service."""

    def __call__(
        self, record: Record, door: Door, where: Where, told: Told, laptops: Laptops | None = None
    ) -> Hosting:
        """Begin to listen; without `laptops` only browsers are let in.

        Raises OSError where the address or the port can't be had, NotHosted.
        """


def door_for(book: WordBook, roman: str, now: Callable[[], float], participants: int) -> Door:
    """A door that opens for that word, in whichever letters it is typed."""
    return Door(lambda typed: book.read(typed) == roman, now, participants)
