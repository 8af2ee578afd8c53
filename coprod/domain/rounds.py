"""A round: in which order voices come, who has had a turn in it, and who is next."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from itertools import takewhile
from typing import TYPE_CHECKING, TypeGuard

from coprod.domain.facts import RoundBegun, TurnBegun, TurnPassed
from coprod.domain.terms import Attendance, PassHow, RoundOrder

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coprod.domain.facts import Entry
    from coprod.domain.state import State
    from coprod.domain.terms import Standpoint


class Voice(StrEnum):
    """Where a participant stands in a round."""

    NOT_YET = "not-yet"
    SPEAKING = "speaking"
    SPOKEN = "spoken"
    PASSED = "passed"
    LATER = "later"
    WRITTEN = "written"
    AWAY = "away"


_OF_PASS = {PassHow.PASS: Voice.PASSED, PassHow.LATER: Voice.LATER, PassHow.WRITTEN: Voice.WRITTEN}


@dataclass(frozen=True, slots=True)
class Round:
    """The round on a track: `voices` in their order; `following` is who comes next, None when all were asked.

    `offering`: all were asked, nobody speaks, and some passed: the room is asked once more, without names.
    """

    number: int
    voices: tuple[tuple[str, Voice], ...]
    following: str | None
    order: RoundOrder = RoundOrder.SEATED
    offering: bool = False

    @property
    def unheard(self) -> tuple[str, ...]:
        """Who is here and was not asked yet."""
        return tuple(who for who, voice in self.voices if voice is Voice.NOT_YET)


def round_of(state: State, group: str | None = None) -> Round | None:
    """The round open on a track, or None.

    Next is, going round from the last voice, who has not been asked; then who said "later", in the order in which
    they said it. Who passed or wrote is not called again. In an open round voices come as they like: next is who
    raised a hand first.
    """
    begun = state.record.get(state.track(group).round or "")
    if not isinstance(begun, RoundBegun):
        return None
    order, speaking = begun.order or RoundOrder.SEATED, state.track(group).turn
    seats = _in_order(state, begun, order)
    voices = dict.fromkeys(seats, Voice.NOT_YET)
    later: list[str] = []
    last = ""
    for entry in _since(state, begun, group):
        who, voice = entry.who, _heard(entry, speaking)
        if who not in voices:
            continue
        voices[who] = voice
        last = who
        later = [one for one in later if one != who] + ([who] if voice is Voice.LATER else [])
    for who in state.away & voices.keys():
        voices[who] = Voice.AWAY
    free = order is RoundOrder.OPEN
    hands = state.hands.get(group, ())
    following = next(iter(hands), None) if free else _following(seats, voices, last, later)
    over = following is None and speaking is None and not free
    offering = over and Voice.PASSED in voices.values()
    return Round(begun.number or 1, tuple(voices.items()), following, order, offering)


def seated(state: State, group: str | None = None) -> list[str]:
    """Who sits in the room or in a group, in seating order, without those absent from the whole session."""
    small = state.groups.get(group or "")
    members = small.members if small else state.participants
    return [
        one.id
        for one in state.participants.values()
        if one.id in members and one.attendance is not Attendance.ABSENT
    ]


def last_voice(state: State) -> str | None:
    """Who was asked last in the whole room, whatever they answered; None where nobody was."""
    asked = (entry.who for entry in reversed(list(state.record.values())) if _is_asked(entry, None))
    return next(asked, None)


def _in_order(state: State, begun: RoundBegun, order: RoundOrder) -> list[str]:
    """The seats in the order of a round; one that is drawn is the same on every device and after a restart."""
    seats = seated(state, begun.group)
    if order is RoundOrder.LAST:
        return _after(seats, _last_before(state, begun, seats))
    if order is RoundOrder.DRAWN:
        return sorted(seats, key=lambda who: sha256(f"{begun.entry} {who}".encode()).digest())
    if order is RoundOrder.ALTERNATING:
        return _alternating([(who, frozenset(state.standpoints(who))) for who in seats])
    return seats


def _alternating(seats: list[tuple[str, frozenset[Standpoint]]]) -> list[str]:
    """Seats so that standpoints alternate as long as they can: of those that may follow, the one most are left of."""
    left = list(seats)
    order: list[str] = []
    last: frozenset[Standpoint] | None = None
    while left:
        counts = Counter(standpoints for _, standpoints in left)
        others = [one for one in left if one[1] != last] or left
        chosen = max(others, key=lambda one: counts[one[1]])  # the first seat of them
        left.remove(chosen)
        order.append(chosen[0])
        last = chosen[1]
    return order


def _last_before(state: State, begun: RoundBegun, seats: Iterable[str]) -> str:
    """Who was asked last on this track before a round began; "" where nobody was."""
    before = takewhile(lambda entry: entry.entry != begun.entry, state.record.values())
    asked = [entry.who for entry in before if _is_asked(entry, begun.group)]
    known = set(seats)
    return next((who for who in reversed(asked) if who in known), "")


def _since(state: State, begun: RoundBegun, group: str | None) -> list[TurnBegun | TurnPassed]:
    """The turns and passes of a track since its round began, in order; read from the end of the record."""
    entries = takewhile(lambda entry: entry.entry != begun.entry, reversed(list(state.record.values())))
    return [one for one in entries if _is_asked(one, group)][::-1]


def _is_asked(entry: Entry, group: str | None) -> TypeGuard[TurnBegun | TurnPassed]:
    return isinstance(entry, TurnBegun | TurnPassed) and entry.group == group


def _heard(entry: TurnBegun | TurnPassed, speaking: str | None) -> Voice:
    if isinstance(entry, TurnPassed):
        return _OF_PASS[entry.how]
    return Voice.SPEAKING if entry.entry == speaking else Voice.SPOKEN


def _after(seats: list[str], last: str) -> list[str]:
    start = seats.index(last) + 1 if last in seats else 0
    return seats[start:] + seats[:start]


def _following(seats: list[str], voices: dict[str, Voice], last: str, later: list[str]) -> str | None:
    waiting = [who for who in _after(seats, last) if voices[who] is Voice.NOT_YET]
    waiting += [who for who in later if voices[who] is Voice.LATER]
    return waiting[0] if waiting else None
