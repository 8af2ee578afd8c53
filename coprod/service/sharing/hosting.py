"""The port of the room's service: what runs it, and what can be asked of it while it runs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeAlias

from coprod.service.sharing.pairing import Door, Guest, Role
from coprod.service.sharing.room import Message, Record, Wish
from coprod.service.sharing.words import RoomWord

if TYPE_CHECKING:
    from coprod.service.sharing.laptops import Laptops
    from coprod.service.sharing.words import WordBook

USUAL_PORT = 8443
"""Where a session is shared, unless that port is taken or another is asked for."""

Told: TypeAlias = Callable[[Wish | Message], None]
"""Takes what participants say quietly, in the thread of the service."""


@dataclass(frozen=True, slots=True)
class Where:
    """An address of this machine and a port; 0: one that is free.

    `certificate` and `key`: files of the organisation's own, in PEM; None: a certificate is made on the spot.
    """

    address: str
    port: int = 0
    certificate: Path | None = None
    key: Path | None = None


class WhyNotHosted(StrEnum):
    """What is wrong with the files that were given."""

    UNREADABLE = "unreadable"
    EXPIRED = "expired"
    NAMELESS = "nameless"


class NotHosted(Exception):
    """The files that were given are no certificate and its key that can be shown now."""

    def __init__(self, why: WhyNotHosted) -> None:
        super().__init__(why.value)
        self.why = why


class Hosting(Protocol):
    """A service that runs."""

    @property
    def address(self) -> str:
        """Where it is reached: host and port; the host as the organisation's own certificate names it."""

    @property
    def known(self) -> bool:
        """Whether browsers know the certificate, as far as this machine can tell."""

    def changed(self) -> None:
        """The session is different now; from any thread."""

    def here(self) -> dict[Guest, float]:
        """Who is in, and how many seconds ago each was last heard."""

    def free(self, role: Role, place: str) -> None:
        """Let another device take a place."""

    def end(self) -> None:
        """End it: tokens are gone, and pages are told; nobody waits for them."""

    def close(self) -> None:
        """The same, and wait until pages know and the port is free: a second or two."""


class Host(Protocol):
    """Runs the service."""

    def __call__(
        self,
        record: Record,
        door: Door,
        where: Where,
        told: Told,
        laptops: Laptops | None = None,
        *,
        messages: bool = True,
    ) -> Hosting:
        """Begin to listen; without `laptops` only browsers are let in, without `messages` no quiet one is taken.

        Raises OSError where the address or the port can't be had, NotHosted.
        """


@dataclass(frozen=True, slots=True)
class Words:
    """The words of the day: one for note-takers, and, where the room wants them to join, another for participants."""

    notes: RoomWord
    everyone: RoomWord | None = None


def drawn(book: WordBook, *, everyone: bool) -> Words:
    """New words, of which none is the other's."""
    notes = book.draw()
    return Words(notes, next(one for one in iter(book.draw, None) if one != notes) if everyone else None)


def door_for(book: WordBook, words: Words, now: Callable[[], float], people: int, session: str) -> Door:
    """A door that opens for those words, in whichever letters they are typed; `people`: how many are in the room.

    Its name is of the session, which nobody can guess from it: so what a page wrote before this laptop fell still has
    where to go, and what it wrote for another session does not.
    """
    roles = {words.notes.roman: Role.NOTES}
    if words.everyone is not None:
        roles[words.everyone.roman] = Role.PARTICIPANT
    name = sha256(session.encode()).hexdigest()[:16]
    return Door(book.read, roles, now, people if words.everyone else 0, name)
