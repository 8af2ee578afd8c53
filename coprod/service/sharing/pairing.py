"""Who is let in: by the word on the wall to a ticket, by the ticket to one place, and from then on by a token.

Nothing here outlives the sharing. Of tokens and tickets only digests are kept, and wrong words are slowed down.
"""

from __future__ import annotations

import secrets
import uuid
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

FREE, LONGEST_WAIT, MOST_WRONG = 5, 60.0, 24
"""Wrong words without a wait, from one address; the longest wait, in seconds; and how many close the door for all."""

TICKET_SECONDS = 120.0

AWAY_SECONDS = 40.0
"""A page that was not heard for so long is away; it says every 15 seconds that it is there."""


class Role(StrEnum):
    """As what somebody is let in."""

    NOTES = "notes"
    PARTICIPANT = "participant"


class WhyNotIn(StrEnum):
    """Why somebody is not let in."""

    WRONG_WORD = "wrong-word"
    WAIT = "wait"
    CLOSED = "closed"
    EXPIRED = "expired"
    TAKEN = "taken"
    UNKNOWN_PLACE = "unknown-place"


class NotLetIn(Exception):
    """Nothing was given. `seconds`: how long to wait."""

    def __init__(self, why: WhyNotIn, seconds: float = 0.0) -> None:
        super().__init__(why.value)
        self.why, self.seconds = why, seconds


@dataclass(frozen=True, slots=True)
class Guest:
    """A device that was let in. `place`: its group, or whose it is; `stream`: in which it writes."""

    role: Role
    place: str
    stream: str = field(default_factory=lambda: str(uuid.uuid4()))
    notes: set[str] = field(default_factory=set, compare=False)
    """The notes that it made, which it may take back."""


@dataclass(slots=True)
class _Tries:
    wrong: int = 0
    until: float = 0.0


class Door:
    """`read` gives the word that somebody typed, "" where it is none; `roles`: as what each of the day lets in.

    `now` gives seconds. `participants`: as many at most. `sharing`: what is shared, as pages are told it.

    May be asked from several threads.
    """

    def __init__(
        self,
        read: Callable[[str], str],
        roles: Mapping[str, Role],
        now: Callable[[], float],
        participants: int = 0,
        sharing: str = "sharing",
    ) -> None:
        self._read, self._roles, self._now, self._participants = read, roles, now, participants
        self._lock = Lock()
        self._tries: dict[str, _Tries] = {}
        self._wrong, self._open = 0, True
        self._sharing = sharing
        self._tickets: dict[str, tuple[Role, float]] = {}
        self._guests: dict[str, Guest] = {}

    @property
    def open(self) -> bool:
        """Whether anybody is let in; those who are in stay, as long as it is not closed for good."""
        return self._open

    @property
    def sharing(self) -> str:
        """What is shared, no secret; "" when it is over."""
        return self._sharing

    def ask(self, typed: str, address: str) -> tuple[str, Role]:
        """A ticket for whoever knows a word, and as what it lets in. Raises NotLetIn."""
        self.check(address)
        word = self._read(typed)
        role = self._roles.get(word)
        if role is None:
            self.count_wrong(address, guess=bool(word))
            raise NotLetIn(WhyNotIn.WRONG_WORD)
        return self.admit(address, role), role

    def check(self, address: str) -> None:
        """Whether somebody at that address may try. Raises NotLetIn."""
        with self._lock:
            if not self._open:
                raise NotLetIn(WhyNotIn.CLOSED)
            left = self._tries.get(address, _Tries()).until - self._now()
            if left > 0:
                raise NotLetIn(WhyNotIn.WAIT, left)

    def count_wrong(self, address: str, *, guess: bool = True) -> None:
        """A wrong word was tried: the next from there waits, and after many nobody is let in any more.

        What could be no word at all is no `guess`, but a slip.
        """
        with self._lock:
            tries = self._tries.setdefault(address, _Tries())
            tries.wrong += 1
            self._wrong += guess
            if tries.wrong >= FREE:
                tries.until = self._now() + min(LONGEST_WAIT, 2.0 ** (tries.wrong - FREE))
            if self._wrong >= MOST_WRONG:
                self._open = False

    def admit(self, address: str, role: Role) -> str:
        """A ticket: good once, and for a short while."""
        ticket = secrets.token_urlsafe(32)
        with self._lock:
            self._tries.pop(address, None)
            now = self._now()
            self._tickets = {key: one for key, one in self._tickets.items() if one[1] > now}
            self._tickets[_digest(ticket)] = (role, now + TICKET_SECONDS)
        return ticket

    def enter(
        self,
        ticket: str,
        place: str,
        places: Callable[[Role], set[str]],
        silent: Callable[[Guest], float] = lambda _guest: 0.0,
    ) -> tuple[str, Guest]:
        """A token for one place that nobody has yet; `places`: those that there are. Raises NotLetIn.

        A participant who says no name takes the place "", which is there as often as there are people. Where nothing
        was heard of a participant any more (`silent`: for how many seconds), as from a page that was closed, another
        may take that place. A table's place is freed by the facilitator alone.
        """
        with self._lock:
            role, until = self._tickets.get(_digest(ticket), (Role.NOTES, 0.0))
            if not self._open or until <= self._now():
                raise NotLetIn(WhyNotIn.EXPIRED)
            nameless = role is Role.PARTICIPANT and not place
            if not nameless and place not in places(role):
                raise NotLetIn(WhyNotIn.UNKNOWN_PLACE)
            if role is Role.PARTICIPANT:
                self._make_room(place, silent)
            if self._full(role) or (not nameless and self._at(role, place)):
                raise NotLetIn(WhyNotIn.TAKEN)
            del self._tickets[_digest(ticket)]
            return self._let_in(Guest(role, place))

    def move(self, token: str, place: str, places: set[str]) -> tuple[str, Guest]:
        """A token for another place, in exchange for that of one that is no more; `places`: those that there are.

        What was written in the place before may still be taken back. Raises NotLetIn.
        """
        with self._lock:
            old = self._guests.get(_digest(token))
            if old is None or old.place in places:
                raise NotLetIn(WhyNotIn.CLOSED)
            if place not in places:
                raise NotLetIn(WhyNotIn.UNKNOWN_PLACE)
            if self._at(old.role, place):
                raise NotLetIn(WhyNotIn.TAKEN)
            del self._guests[_digest(token)]
            return self._let_in(Guest(old.role, place, old.stream, old.notes))

    def guest(self, token: str) -> Guest | None:
        """Whose token it is. It is looked up by its digest, so that no time tells how much of it was right."""
        return self._guests.get(_digest(token))

    def guests(self) -> list[Guest]:
        """All who are in."""
        return list(self._guests.values())

    def leave(self, token: str) -> None:
        """Forget a token."""
        with self._lock:
            self._guests.pop(_digest(token), None)

    def free(self, role: Role, place: str) -> None:
        """Let another device take a place; the one that has it is out."""
        with self._lock:
            self._guests = {
                key: one for key, one in self._guests.items() if (one.role, one.place) != (role, place)
            }

    def close(self) -> None:
        """Nobody is in any more, and nobody is let in."""
        with self._lock:
            self._open, self._sharing = False, ""
            self._guests.clear()
            self._tickets.clear()

    def _make_room(self, place: str, silent: Callable[[Guest], float]) -> None:
        """Let go of who is away: of whoever had that place, else, where all are taken, of the longest."""
        away = {key: silent(one) for key, one in self._guests.items() if one.role is Role.PARTICIPANT}
        away = {key: seconds for key, seconds in away.items() if seconds > AWAY_SECONDS}
        there = [key for key in away if place and self._guests[key].place == place]
        if not there and away and self._full(Role.PARTICIPANT):
            there = [max(away, key=lambda key: away[key])]
        for key in there:
            del self._guests[key]

    def _let_in(self, guest: Guest) -> tuple[str, Guest]:
        token = secrets.token_urlsafe(32)
        self._guests[_digest(token)] = guest
        return token, guest

    def _at(self, role: Role, place: str) -> bool:
        return any((one.role, one.place) == (role, place) for one in self._guests.values())

    def _full(self, role: Role) -> bool:
        inside = sum(one.role is Role.PARTICIPANT for one in self._guests.values())
        return role is Role.PARTICIPANT and inside >= self._participants


def _digest(secret: str) -> str:
    return sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()
