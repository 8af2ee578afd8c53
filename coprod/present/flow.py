"""The flow of the agenda with its times of day: planned ones, and from when an item was opened the actual ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from coprod.domain.facts import ItemOpened
from coprod.domain.moments import from_ms, to_ms, zone_of
from coprod.domain.parts import Ms
from coprod.domain.terms import Phase
from coprod.present.kinds import item_name
from coprod.present.texts import Said

if TYPE_CHECKING:
    from coprod.domain.parts import AgendaItem
    from coprod.domain.state import State
    from coprod.i18n import Catalogue
    from coprod.present.texts import Texts

_MINUTE = 60_000
_STEP = 10_000
"""Soft time moves every ten seconds at most."""


class Stage(StrEnum):
    """Where an item is in the session."""

    DONE = "done"
    OPEN = "open"
    NEXT = "next"
    TO_COME = "to-come"


@dataclass(frozen=True, slots=True)
class FlowItem:
    """One item: its time of day, its name, the same in the other language, what else there is to say of it.

    `share`: how much of its planned time has passed, where it is open and has a planned time.
    """

    id: str
    time: str
    name: str
    beside: Said
    detail: str
    stage: Stage
    share: float | None = None


@dataclass(frozen=True, slots=True)
class FlowView:
    """The left column: the items, the time now, and the time of the end."""

    items: tuple[FlowItem, ...]
    now: str
    ends: str


@dataclass(frozen=True, slots=True)
class Plan:
    """When each item begins and ends, in UTC ms; None where nobody planned a time."""

    begins: Mapping[str, Ms | None]
    ends: Mapping[str, Ms | None]
    opened: frozenset[str]


def plan_of(state: State) -> Plan:
    """Reckon the times: what was opened began then; what is to come follows the open item, or the planned start."""
    actual = _opened(state)
    current = state.open_item()
    about = state.description
    at = to_ms(about.planned_start) if about and about.planned_start else None
    begins: dict[str, Ms | None] = {}
    ends: dict[str, Ms | None] = {}
    for item in state.agenda:
        passed = item.id in actual and item is not current
        begin = actual.get(item.id, at)
        begins[item.id] = begin
        ends[item.id] = at = _plus(begin, lasts(state, item))
        if passed:
            at = max(filter(None, (at, begin)), default=None)
    return Plan(begins, ends, frozenset(actual))


def lasts(state: State, item: AgendaItem) -> float | None:
    """The minutes an item has: as planned, and what it was given beyond that."""
    return item.minutes + state.extended.get(item.id, 0) if item.minutes else item.minutes


def following(state: State) -> AgendaItem | None:
    """The item after the open one; before the beginning, the first."""
    current = state.open_item()
    if current is None:
        return state.agenda[0] if state.agenda and state.phase is Phase.PLANNED else None
    return next(iter(_after(state, current)), None)


def before(state: State) -> AgendaItem | None:
    """The item before the open one."""
    current = state.open_item()
    place = state.agenda.index(current) if current in state.agenda else 0
    return state.agenda[place - 1] if place else None


def flow_view(state: State, texts: Texts, words: Catalogue, now: Ms, plan: Plan | None = None) -> FlowView:
    """Show the agenda at the moment `now`; `plan` where it is known already."""
    plan, current, coming = plan or plan_of(state), state.open_item(), following(state)
    day = _Day(state, words)
    items = []
    for item in state.agenda:
        stage = _stage(item, current, coming, plan, state.phase)
        length = words.minutes(round(item.minutes)) if item.minutes else ""
        end = day.time(plan.ends[item.id]) if item.minutes else ""
        detail = {
            Stage.OPEN: words.say("until {time}", time=end) if end else "",
            Stage.NEXT: " · ".join(filter(None, (words.say("next"), length))),
            Stage.TO_COME: length,
        }.get(stage, "")
        begin = plan.begins[item.id]
        share = _share(begin, lasts(state, item), now) if stage is Stage.OPEN else None
        name = item_name(item, texts, words)
        items.append(FlowItem(item.id, day.time(begin), name, texts.beside(item.title), detail, stage, share))
    return FlowView(tuple(items), day.time(now), day.time(_end(state, plan)))


class _Day:
    """Writes moments as times of day in the session's own zone."""

    def __init__(self, state: State, words: Catalogue) -> None:
        about = state.description
        like = state.started or (about.planned_start if about else None)
        self._zone = zone_of(about.zone if about else None, like)
        self._words = words

    def time(self, at: Ms | None) -> str:
        return self._words.time(from_ms(at, self._zone)) if at is not None else ""


def clock_time(state: State, words: Catalogue, at: Ms | None) -> str:
    """Write a moment as a time of day in the session's zone; nothing where nobody wrote it down."""
    return _Day(state, words).time(at)


def _opened(state: State) -> dict[str, Ms | None]:
    """When each item was opened in the whole room, the last time."""
    entries = (one for one in state.record.values() if isinstance(one, ItemOpened) and one.group is None)
    return {entry.item: entry.at for entry in entries}


def _stage(
    item: AgendaItem, current: AgendaItem | None, coming: AgendaItem | None, plan: Plan, phase: Phase
) -> Stage:
    if item is current and phase is Phase.OPEN:
        return Stage.OPEN
    if item is coming and phase is not Phase.CLOSED:
        return Stage.NEXT
    return Stage.DONE if item.id in plan.opened else Stage.TO_COME


def _share(begin: Ms | None, minutes: float | None, now: Ms) -> float | None:
    if begin is None or not minutes:
        return None
    passed = max(0, now - begin) // _STEP * _STEP
    return min(1.0, passed / (minutes * _MINUTE))


def _end(state: State, plan: Plan) -> Ms | None:
    if state.phase is Phase.CLOSED and state.ended:
        return to_ms(state.ended)
    about = state.description
    planned = to_ms(about.planned_end) if about and about.planned_end else None
    last = plan.ends[state.agenda[-1].id] if state.agenda else None
    return planned if planned is not None else last


def _plus(at: Ms | None, minutes: float | None) -> Ms | None:
    return at if at is None or not minutes else at + round(minutes * _MINUTE)


def _after(state: State, item: AgendaItem) -> tuple[AgendaItem, ...]:
    return state.agenda[state.agenda.index(item) + 1 :] if item in state.agenda else ()
