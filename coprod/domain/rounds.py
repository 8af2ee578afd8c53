"""A round: who has had a turn in it, and who is next."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import takewhile
from typing import TYPE_CHECKING

from coprod.domain.facts import RoundBegun, TurnBegun, TurnPassed
from coprod.domain.terms import Attendance, PassHow, RoundOrder

if TYPE_CHECKING:
    from coprod.domain.state import State


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
    """The round on a track: `voices` in seating order; `following` is who comes next, None when all were asked."""

    number: int
    voices: tuple[tuple[str, Voice], ...]
    following: str | None


def round_of(state: State, group: str | None = None) -> Round | None:
    """The round open on a track, or None.

    Next is, going round from the last voice, who has not been asked; then who said "later", in the order in which
    they said it. Who passed or wrote is not called again. In an open round nobody is called: voices come as they like.
    """
    begun = state.record.get(state.track(group).round or "")
    if not isinstance(begun, RoundBegun):
        return None
    seats = seated(state, group)
    voices = dict.fromkeys(seats, Voice.NOT_YET)
    later: list[str] = []
    last = ""
    speaking = state.track(group).turn
    for entry in _since(state, begun, group):
        who, voice = entry.who, _heard(entry, speaking)
        if who not in voices:
            continue
        voices[who] = voice
        last = who
        later = [one for one in later if one != who] + ([who] if voice is Voice.LATER else [])
    for who in state.away & voices.keys():
        voices[who] = Voice.AWAY
    following = _following(seats, voices, last, later) if begun.order is not RoundOrder.OPEN else None
    return Round(begun.number or 1, tuple(voices.items()), following)


def seated(state: State, group: str | None = None) -> list[str]:
    """Who sits in the room or in a group, in seating order, without those absent from the whole session."""
    small = state.groups.get(group or "")
    members = small.members if small else state.participants
    return [
        one.id
        for one in state.participants.values()
        if one.id in members and one.attendance is not Attendance.ABSENT
    ]


def _since(state: State, begun: RoundBegun, group: str | None) -> list[TurnBegun | TurnPassed]:
    """The turns and passes of a track since its round began, in order; read from the end of the record."""
    entries = takewhile(lambda entry: entry.entry != begun.entry, reversed(list(state.record.values())))
    return [one for one in entries if isinstance(one, TurnBegun | TurnPassed) and one.group == group][::-1]


def _heard(entry: TurnBegun | TurnPassed, speaking: str | None) -> Voice:
    if isinstance(entry, TurnPassed):
        return _OF_PASS[entry.how]
    return Voice.SPEAKING if entry.entry == speaking else Voice.SPOKEN


def _following(seats: list[str], voices: dict[str, Voice], last: str, later: list[str]) -> str | None:
    start = seats.index(last) + 1 if last in seats else 0
    around = seats[start:] + seats[:start]
    waiting = [who for who in around if voices[who] is Voice.NOT_YET]
    waiting += [who for who in later if voices[who] is Voice.LATER]
    return waiting[0] if waiting else None
