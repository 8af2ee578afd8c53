"""Draw small groups by the keys of a session, and find who sat with whom before."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, TypedDict

from coprod.domain.fold import fold
from coprod.domain.groups import draw, sitters
from coprod.service.exchange.teller import Teller

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from coprod.domain.facts import Word
    from coprod.domain.state import State
    from coprod.service.ports import Log

_TOO_FEW = 2


class Unfit(Exception):
    """Something that no group can be drawn by: `place` says where it was said, `reason` why and what to do."""

    def __init__(self, place: str, reason: str) -> None:
        super().__init__(f"{place}: {reason}")
        self.place, self.reason = place, reason


class UnmetWish(TypedDict):
    """A wish that could not be kept: `apart` or `together`, and the keys of two people."""

    wish: str
    people: list[str]


@dataclass(frozen=True, slots=True)
class Keyed:
    """Groups as lists of keys, and what could not be met."""

    groups: list[list[str]]
    unmet: list[UnmetWish]


def drawn(
    state: State,
    words: Mapping[str, Word],
    size: int,
    *,
    apart: Sequence[Sequence[str]] = (),
    together: Sequence[Sequence[str]] = (),
    near: Iterable[tuple[str, str]] = (),
    seed: int = 0,
) -> Keyed:
    """Draw groups of those present; the session's own wishes count with those given by key. Raises Unfit."""
    keys = Teller(state, words).person_keys
    ids = {key: who for who, key in keys.items()}
    people = sitters(state)
    if len(people) < _TOO_FEW:
        raise Unfit("participants", "fewer than two are there; add people first")
    apart = [*state.apart, *_known(apart, ids, "--apart")]
    together = [*state.together, *_known(together, ids, "--together")]
    made = draw(people, size, apart=apart, together=together, neighbours=near, seed=seed)
    return Keyed(
        [[keys[who] for who in group] for group in made.groups],
        [{"wish": one.wish.value, "people": [keys[who] for who in one.people]} for one in made.unmet],
    )


def neighbours(session: str, log: Log) -> frozenset[tuple[str, str]]:
    """Pairs of participants of a session who sat in one group before: earlier that day, or last time (as persons)."""
    stored = log.load(session)
    state = fold(session, stored.facts)
    pairs = _pairs(group.members for group in state.groups.values() if group.id in state.dissolved)
    last = state.description.previous if state.description else None
    if last is None:
        return pairs
    before = log.load(last)
    here = {person: who for who, person in stored.links.items()}
    now = {who: here[person] for who, person in before.links.items() if person in here}
    earlier = fold(last, before.facts).groups.values()
    return pairs | _pairs([now[who] for who in group.members if who in now] for group in earlier)


def _pairs(groups: Iterable[Iterable[str]]) -> frozenset[tuple[str, str]]:
    return frozenset(pair for group in groups for pair in combinations(sorted(group), 2))


def _known(sets: Sequence[Sequence[str]], ids: Mapping[str, str], place: str) -> list[tuple[str, ...]]:
    for key in (key for one in sets for key in one):
        if key not in ids:
            raise Unfit(place, f"{key}: nobody has this key; `coprod export` shows them")
    made = [tuple(dict.fromkeys(ids[key] for key in one)) for one in sets]
    if any(len(one) < _TOO_FEW for one in made):
        raise Unfit(place, "names one person twice; give two keys or more")
    return made
