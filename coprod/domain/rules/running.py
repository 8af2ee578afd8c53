"""Rules for what helps to run the meeting: time, hands, orders, groups."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING

from coprod.domain import acts, facts
from coprod.domain.facts import Body, ItemOpened
from coprod.domain.parts import Group
from coprod.domain.prose import TITLE_LIMIT
from coprod.domain.rules.life import ended
from coprod.domain.rules.pen import LONGEST_ITEM, Pen, Refused, Ruling, Why
from coprod.domain.terms import ItemKind, PauseKind

if TYPE_CHECKING:
    from coprod.domain.state import State

_MINUTE = 60_000


def extend_item(state: State, act: acts.ExtendItem, _pen: Pen) -> Ruling:
    """The open item, where it has a length that can grow."""
    item = state.open_item(act.group)
    if item is None:
        return Refused(Why.NO_ITEM)
    if not item.minutes or not _is_length(act.minutes):
        return Refused(Why.NO_LENGTH, (item.id,))
    return [facts.ItemExtended(item.id, act.minutes)]


def extend_pause(state: State, act: acts.ExtendPause, pen: Pen) -> Ruling:
    """From when it should have ended, or from now where that is past; a break's item gets longer with it."""
    pause, item = state.open_pause(act.group), state.open_item(act.group)
    if pause is None:
        return Refused(Why.NO_PAUSE)
    if not _is_length(act.minutes):
        return Refused(Why.NO_LENGTH, (pause.entry,))
    end = max(state.returns.get(pause.entry, pen.at), pen.at)
    returns: list[Body] = [facts.ReturnPlanned(pause.entry, end + round(act.minutes * _MINUTE))]
    if pause.kind is PauseKind.BREAK and item and item.kind is ItemKind.BREAK and item.minutes:
        returns.append(facts.ItemExtended(item.id, act.minutes))
    return returns


def raise_hand(state: State, act: acts.RaiseHand, _pen: Pen) -> Ruling:
    """Anybody who is here, once."""
    if act.who not in state.participants:
        return Refused(Why.UNKNOWN_PERSON, (act.who,))
    if act.who in state.away:
        return Refused(Why.AWAY, (act.who,))
    if act.who in state.hands.get(act.group, ()):
        return Refused(Why.NOTHING_CHANGES, (act.who,))
    return [facts.HandRaised(act.who, act.group)]


def lower_hand(state: State, act: acts.LowerHand, _pen: Pen) -> Ruling:
    """A hand that is up."""
    if act.who not in state.hands.get(act.group, ()):
        return Refused(Why.NOTHING_CHANGES, (act.who,))
    return [facts.HandLowered(act.who, act.group)]


def choose_order(state: State, act: acts.ChooseOrder, _pen: Pen) -> Ruling:
    """For an item of the agenda."""
    if state.item(act.item) is None:
        return Refused(Why.UNKNOWN_ITEM, (act.item,))
    return [facts.OrderChosen(act.item, act.order)]


def wish_company(state: State, act: acts.WishCompany, _pen: Pen) -> Ruling:
    """Sets of people who are on the list; nobody can be kept both apart from somebody and with them."""
    apart, together = (tuple(tuple(dict.fromkeys(one)) for one in sets) for sets in (act.apart, act.together))
    unknown = {who for one in (*apart, *together) for who in one} - state.participants.keys()
    if unknown:
        return Refused(Why.UNKNOWN_PERSON, tuple(sorted(unknown)))
    for one in together:
        for other in apart:
            both = tuple(who for who in one if who in other)
            if len(both) > 1:
                return Refused(Why.CONTRADICTION, both)
    if any(len(one) == 1 for one in (*apart, *together)):
        return Refused(Why.NOTHING_CHANGES)
    return [facts.CompanyWished(tuple(filter(None, apart)), tuple(filter(None, together)))]


def form_groups(state: State, act: acts.FormGroups, pen: Pen) -> Ruling:
    """Everybody is in one group at most. Groups that sat together keep what they said; the others are gone."""
    members = [who for draft in act.groups for who in draft.members]
    unknown = tuple(who for who in members if who not in state.participants)
    if unknown:
        return Refused(Why.UNKNOWN_PERSON, unknown)
    if len(set(members)) < len(members):
        return Refused(Why.CONTRADICTION, tuple(sorted({who for who in members if members.count(who) > 1})))
    over = [ending for group in state.small_groups() for ending in _over(state, group.id, pen)]
    formed = [
        facts.GroupFormed(Group(pen.new_id(), draft.members, name=pen.write(draft.name, limit=TITLE_LIMIT)))
        for draft in act.groups
    ]
    return [*over, *formed] or Refused(Why.NOTHING_CHANGES)


def call_group(state: State, act: acts.CallGroup, _pen: Pen) -> Ruling:
    """A group that is there and does not have its turn already."""
    if act.group == state.called_group or act.group in state.dissolved:
        return Refused(Why.NOTHING_CHANGES, (act.group,))
    return [facts.GroupCalled(act.group)]


def choose_time(state: State, act: acts.ChooseTime, _pen: Pen) -> Ruling:
    """What the room chose, where it is another choice than before."""
    if (act.digits, act.sound) == (state.digits, state.sound):
        return Refused(Why.NOTHING_CHANGES)
    return [facts.TimeChosen(act.digits, act.sound)]


def _over(state: State, group: str, pen: Pen) -> list[Body]:
    sat = any(
        entry.group == group or (isinstance(entry, ItemOpened) and _is_for_groups(state, entry.item))
        for entry in state.record.values()
    )
    return [*ended(state, group, pen), facts.GroupDissolved(group)] if sat else [facts.GroupRemoved(group)]


def _is_for_groups(state: State, item: str) -> bool:
    known = state.item(item)
    return known is not None and known.kind is ItemKind.SMALL_GROUPS


def _is_length(minutes: float) -> bool:
    return isfinite(minutes) and 0 < minutes <= LONGEST_ITEM


def put_pen_down(state: State, _act: acts.PutPenDown, _pen: Pen) -> Ruling:
    """Nothing is written of it."""
    return Refused(Why.NOTHING_CHANGES) if state.off_record else []


def take_pen_up(state: State, _act: acts.TakePenUp, _pen: Pen) -> Ruling:
    """Nothing is written of it."""
    return [] if state.off_record else Refused(Why.NOTHING_CHANGES)
