"""How long the items of a session really took: what the next plan can learn from. Of items alone, never of people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coprod.domain.facts import ItemOpened
from coprod.domain.moments import to_ms
from coprod.domain.terms import Phase

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coprod.domain.state import State

_MINUTE = 60_000


def actual_minutes(state: State) -> Mapping[str, float]:
    """The minutes that each item took in the whole room, all its openings together; without the one still open.

    An item that was opened at an unknown time, or ended at one, is not there: a guess is no figure.
    """
    openings = [
        entry for entry in state.record.values() if isinstance(entry, ItemOpened) and entry.group is None
    ]
    closed = to_ms(state.ended) if state.phase is Phase.CLOSED and state.ended else None
    ends = [*(entry.at for entry in openings[1:]), closed]
    minutes: dict[str, float] = {}
    unknown = set()
    for opening, end in zip(openings, ends, strict=False):
        if opening.at is None or end is None or end < opening.at:
            unknown.add(opening.item)
        else:
            minutes[opening.item] = minutes.get(opening.item, 0) + (end - opening.at) / _MINUTE
    return {item: length for item, length in minutes.items() if item not in unknown}
