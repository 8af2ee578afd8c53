"""Rules for rounds, turns, passes and pauses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coprod.domain import acts, facts
from coprod.domain.facts import Body, PauseBegun, RoundBegun, TurnBegun, TurnPassed
from coprod.domain.moments import to_ms
from coprod.domain.rounds import Voice, round_of
from coprod.domain.rules.life import ended, pause_begun
from coprod.domain.rules.pen import LONGEST_ITEM, Pen, Refused, Ruling, Why

if TYPE_CHECKING:
    from coprod.domain.state import State


def begin_round(state: State, act: acts.BeginRound, pen: Pen) -> Ruling:
    """One more round in the open item."""
    item = state.open_item(act.group)
    if item is None:
        return Refused(Why.NO_ITEM)
    before = state.record.get(state.track(act.group).round or "")
    number = (before.number or 1) if isinstance(before, RoundBegun) else 0
    if number == 0 or _asked(state, act.group):
        number += 1
    entry = pen.new_id()
    begun = facts.RoundBegun(
        entry=entry, at=pen.at, group=act.group, item=item.id, number=number, order=act.order
    )
    return [*ended(state, act.group, pen), begun]


def begin_turn(state: State, act: acts.BeginTurn, pen: Pen) -> Ruling:
    """A voice begins; who is speaking already goes on after a pause, and does not begin again."""
    refused = _may_speak(state, act.who)
    if refused:
        return refused
    speaking = state.open_turn(act.group)
    if speaking is not None and speaking.who == act.who:
        held = state.open_pause(act.group)
        return [facts.PauseEnded(held.entry, pen.at)] if held else Refused(Why.SPEAKING, (act.who,))
    return [*ended(state, act.group, pen), _turn(state, act.who, act.group, pen)]


def end_turn(state: State, act: acts.EndTurn, pen: Pen) -> Ruling:
    """The open turn ends."""
    turn = state.open_turn(act.group)
    return [facts.TurnEnded(turn.entry, pen.at)] if turn else Refused(Why.NO_TURN)


def pass_turn(state: State, act: acts.PassTurn, pen: Pen) -> Ruling:
    """A pass; where that person's turn was just begun, it ends with it."""
    refused = _may_speak(state, act.who)
    if refused:
        return refused
    item = state.open_item(act.group)
    bodies: list[Body] = []
    turn = state.open_turn(act.group)
    if turn is not None and turn.who == act.who:
        bodies.append(facts.TurnEnded(turn.entry, pen.at))
    passed = facts.TurnPassed(
        entry=pen.new_id(),
        at=pen.at,
        group=act.group,
        who=act.who,
        item=item.id if item else None,
        how=act.how,
    )
    return [*bodies, passed]


def begin_pause(state: State, act: acts.BeginPause, pen: Pen) -> Ruling:
    """A pause; one that is held already goes over into the new one."""
    held = state.open_pause(act.group)
    if held is not None and held.kind is act.kind:
        return Refused(Why.NOTHING_CHANGES, (held.entry,))
    before: list[Body] = [facts.PauseEnded(held.entry, pen.at)] if held else []
    if act.minutes is not None and not 0 <= act.minutes <= LONGEST_ITEM:
        return Refused(Why.NOT_A_LENGTH)
    return [*before, *pause_begun(pen, act.kind, act.group, act.minutes)]


def end_pause(state: State, act: acts.EndPause, pen: Pen) -> Ruling:
    """A person ends the pause."""
    held = state.open_pause(act.group)
    return [facts.PauseEnded(held.entry, pen.at)] if held else Refused(Why.NO_PAUSE)


def correct(state: State, act: acts.CorrectEntry, pen: Pen) -> Ruling:
    """The right speaker and times of a turn, a pass or a pause, within the session; a pause is nobody's."""
    entry = state.record.get(act.entry)
    if not isinstance(entry, TurnBegun | TurnPassed | PauseBegun):
        return Refused(Why.UNKNOWN_ENTRY, (act.entry,))
    if not isinstance(entry, PauseBegun) and act.who not in state.participants:
        return Refused(Why.UNKNOWN_PERSON, (act.who or "",))
    began = to_ms(state.started) if state.started else None
    times = [at for at in (began, act.at, act.until, pen.at) if at is not None]
    if times != sorted(times):
        return Refused(Why.UNTIL_BEFORE_AT, (act.entry,))
    who = None if isinstance(entry, PauseBegun) else act.who
    return [facts.EntryCorrected(act.entry, who, act.at, act.until)]


def _asked(state: State, group: str | None) -> bool:
    """Whether anybody was asked in the open round; one that was never used is begun again, not counted."""
    round_ = round_of(state, group)
    return round_ is not None and any(voice not in {Voice.NOT_YET, Voice.AWAY} for _, voice in round_.voices)


def _may_speak(state: State, who: str) -> Refused | None:
    if who not in state.participants:
        return Refused(Why.UNKNOWN_PERSON, (who,))
    return Refused(Why.AWAY, (who,)) if who in state.away else None


def _turn(state: State, who: str, group: str | None, pen: Pen) -> Body:
    item = state.open_item(group)
    return facts.TurnBegun(
        entry=pen.new_id(), at=pen.at, group=group, who=who, item=item.id if item else None
    )
