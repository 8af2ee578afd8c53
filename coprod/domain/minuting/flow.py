"""The flow of the meeting: its items on the clock, and how many pauses each of them had.

Made from the items that were opened in the whole room and from the pauses alone. It knows no turn and no person, and
its clock is coarse: see ADR 16.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from coprod.domain.facts import ItemOpened
from coprod.domain.minutes_doc import Flow, FlowItem, Stretch
from coprod.domain.moments import from_ms, to_ms
from coprod.domain.terms import PauseKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import tzinfo

    from coprod.domain.facts import PauseBegun
    from coprod.domain.minuting.items import Places
    from coprod.domain.minuting.wordings import Wordings
    from coprod.domain.state import State

_MINUTE = 60_000
GRID = 5 * _MINUTE
"""To this much each item's begin and end are rounded."""
SMALLEST = 10 * _MINUTE
"""No stretch is shorter: short items stand together, for one of them may have been one person's alone."""
_MOST = 24
"""No stretch is a smaller part of the whole than this, so that it can be seen."""
_LONGEST = 24 * 60 * _MINUTE


class _Run(NamedTuple):
    """Items one after the other, without a gap."""

    items: tuple[str, ...]
    begin: int
    end: int

    @property
    def length(self) -> int:
        return self.end - self.begin

    def then(self, other: _Run) -> _Run:
        """This one and the next, together."""
        return _Run(tuple(dict.fromkeys((*self.items, *other.items))), self.begin, other.end)


def flow(state: State, places: Places, wordings: Wordings, zone: tzinfo) -> Flow | None:
    """The flow of a meeting that is over and lasted less than a day; None where the clock tells of no two stretches."""
    runs = _joined(_runs(state))
    if not runs[1:]:
        return None
    known = {item.id: FlowItem(item.kind, wordings.of(item.title)) for item in state.agenda}
    order = list(dict.fromkeys(item for run in runs for item in run.items))
    left = {item: places.pauses(item) for item in order}
    stretches = [
        Stretch(
            items=tuple(order.index(item) for item in run.items),
            begin=from_ms(run.begin, zone),
            end=from_ms(run.end, zone),
            pauses=_counted(pause for item in run.items for pause in left.pop(item, ())),
        )
        for run in runs
    ]
    return Flow(
        items=tuple(known[item] for item in order),
        stretches=tuple(stretches),
        pauses=_counted(places.pauses()),
        break_minutes=_minutes(one for one in places.pauses() if one.kind is PauseKind.BREAK),
    )


def public(of: Flow) -> Flow:
    """The same as the public may see it: breaks, and no breath or silence, for which somebody may have had a reason."""
    stretches = tuple(replace(one, pauses=_breaks(one.pauses)) for one in of.stretches)
    return replace(of, stretches=stretches, pauses=_breaks(of.pauses))


def _runs(state: State) -> list[_Run]:
    """The items of the whole room as they followed each other, on the grid; none where a time is not known."""
    known = {item.id for item in state.agenda}
    openings = [
        (one.at, one.item)
        for one in state.record.values()
        if isinstance(one, ItemOpened) and one.group is None and one.item in known
    ]
    timed = sorted(((at, item) for at, item in openings if at is not None), key=lambda one: one[0])
    if state.ended is None or len(timed) < len(openings) or not timed:
        return []
    end = to_ms(state.ended)
    if not 0 < end - timed[0][0] < _LONGEST:
        return []
    edges = [*((_on_grid(min(at, end)), item) for at, item in timed), (_on_grid(end), "")]
    return [_Run((item,), begin, until) for (begin, item), (until, _) in pairwise(edges)]


def _on_grid(at: int) -> int:
    return (at + GRID // 2) // GRID * GRID


def _joined(runs: Sequence[_Run]) -> list[_Run]:
    """The short ones joined with the next, until none is short; the last with the one before it."""
    smallest = max(SMALLEST, (runs[-1].end - runs[0].begin) // _MOST) if runs else 0
    joined: list[_Run] = []
    for run in runs:
        if joined and (joined[-1].length < smallest or joined[-1].items == run.items):
            joined[-1] = joined[-1].then(run)
        else:
            joined.append(run)
    if len(joined) > 1 and joined[-1].length < smallest:
        last = joined.pop()
        joined[-1] = joined[-1].then(last)
    return joined


def _counted(pauses: Iterable[PauseBegun]) -> dict[PauseKind, int]:
    """How many of each kind, always in the same order, whatever came first."""
    numbers = Counter(one.kind for one in pauses)
    return {kind: numbers[kind] for kind in PauseKind if numbers[kind]}


def _breaks(pauses: Mapping[PauseKind, int]) -> dict[PauseKind, int]:
    return {kind: n for kind, n in pauses.items() if kind is PauseKind.BREAK}


def _minutes(breaks: Iterable[PauseBegun]) -> int | None:
    """How long all breaks were together, in whole minutes; None where it is not known of one."""
    total = 0
    for one in breaks:
        if one.at is None or one.until is None:
            return None
        total += max(0, one.until - one.at)
    return max(1, round(total / _MINUTE)) if total else None
