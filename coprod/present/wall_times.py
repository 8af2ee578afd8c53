"""The times of day on the wall: one number for both languages, in the session's own zone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coprod.domain.moments import parsed, to_ms
from coprod.domain.terms import Phase
from coprod.present.flow import clock_time, lasts, plan_of
from coprod.present.room import Clock

if TYPE_CHECKING:
    from coprod.domain.parts import Ms
    from coprod.domain.state import State
    from coprod.present.speech import Speech

_MINUTE, _SOON = 60_000, 5
_STEP = 10_000
"""Soft time moves every ten seconds at most."""


def planned(state: State, speech: Speech) -> Clock | None:
    """From when to when the session is planned."""
    about = state.description
    moments = [about.planned_start, about.planned_end] if about else []
    known = [_time(state, speech, to_ms(moment)) for moment in moments if moment]
    return Clock((), " – ".join(known)) if known else None


def next_time(state: State, speech: Speech) -> Clock | None:
    """The day and the time of the next session, where it is known."""
    about = state.description
    start = about.next_time.start if about and about.next_time else None
    if start is None:
        return None
    day = parsed(start).date()
    days = [words.say("Next time: {day}", day=words.day(day)) for words in speech.catalogues]
    return Clock(speech.each(days), _time(state, speech, to_ms(start)))


def end_of_item(state: State, speech: Speech, label: str, left: int | None = None) -> Clock | None:
    """When the open item ends, where it has a planned length; `label` is one of the program's texts.

    `left`: minutes that are named before it.
    """
    end = _end(state)
    if end is None:
        return None
    said = speech.say(label)
    if left is not None:
        said = speech.say("{n} min left. {what}", n=str(left), what=said)
    return Clock(said, _time(state, speech, end))


def end_of_pause(state: State, speech: Speech, label: str) -> Clock | None:
    """When the room begins again after the pause that is held, where that was said."""
    pause = state.open_pause()
    again = state.returns.get(pause.entry) if pause else None
    return Clock(speech.say(label), _time(state, speech, again)) if again is not None else None


def minutes_left(state: State, now: Ms) -> int | None:
    """The whole minutes that the open item has left, never under 0; None unless the room chose digits."""
    end = _end(state) if state.digits and state.phase is Phase.OPEN else None
    return max(0, -((now - end) // _MINUTE)) if end is not None else None


def nearly_over(state: State, now: Ms) -> bool:
    """Whether the open item is in its last minutes: five, or the last quarter of a short one."""
    item, end = state.open_item(), _end(state)
    if item is None or end is None:
        return False
    return end - now <= min(_SOON, (lasts(state, item) or 0) / 4) * _MINUTE


def _end(state: State) -> Ms | None:
    item = state.open_item()
    return plan_of(state).ends[item.id] if item and item.minutes else None


def soft_time(state: State, now: Ms) -> float | None:
    """How much of the open item's planned time has passed, 0 to 1."""
    item = state.open_item()
    if item is None or not item.minutes:
        return None
    plan = plan_of(state)
    begin, end = plan.begins[item.id], plan.ends[item.id]
    if begin is None or end is None or end <= begin:
        return None
    return min(1.0, max(0, now - begin) // _STEP * _STEP / (end - begin))


def _time(state: State, speech: Speech, at: Ms) -> str:
    return clock_time(state, speech.catalogues[0], at)
