"""Mix people within their limits: standpoints and supporters spread, languages served, neighbours varied."""

from __future__ import annotations

from collections import Counter
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from coprod.domain.grouping.limits import Limits
    from coprod.domain.groups import Sitter

_SPREAD, _ALONE, _AGAIN = 4.0, 6.0, 1.0
"""What it costs that a trait is not spread, that somebody shares no language, that two sit together again."""
_MOST_TRIES = 10_000


def mixed(
    people: Sequence[Sitter], limits: Limits, neighbours: frozenset[frozenset[str]], seed: int
) -> list[tuple[str, ...]]:
    """The groups, each in seating order; the same for the same seed."""
    start = limits.assignment or ()
    mix = _Mix(people, limits, neighbours, [list(group) for group in start], Random(seed))
    mix.shuffle()
    mix.improve()
    seats = {one.id: at for at, one in enumerate(people)}
    return [tuple(sorted(group, key=seats.__getitem__)) for group in mix.people()]


class _Mix:
    """Blocks in groups, and what that costs."""

    def __init__(
        self,
        people: Sequence[Sitter],
        limits: Limits,
        neighbours: frozenset[frozenset[str]],
        groups: list[list[str]],
        chance: Random,
    ) -> None:
        self._by_id = {one.id: one for one in people}
        self._blocks, self._foes = limits.blocks, limits.foes
        self._groups, self._chance = groups, chance
        self._traits = {one.id: _traits(one) for one in people}
        counted = Counter(trait for traits in self._traits.values() for trait in traits)
        self._shares = {trait: count / len(people) for trait, count in counted.items()}
        self._near: dict[str, set[str]] = {one.id: set() for one in people}
        for one, other in (
            tuple(pair) for pair in neighbours if self._by_id.keys() >= pair and len(pair) > 1
        ):
            self._near[one].add(other)
            self._near[other].add(one)

    def people(self) -> list[list[str]]:
        return [self._members(group) for group in self._groups]

    def shuffle(self) -> None:
        """Forget the order in which the limits were kept: exchange blocks of one size by chance."""
        for _ in range(4 * len(self._by_id)):
            first, second = self._two()
            if first[0] != second[0] and self._may(first, second):
                self._exchange(first, second)

    def improve(self) -> None:
        """Exchange what makes it better, until nothing does or enough was tried."""
        costs = [self._cost(group) for group in self._groups]
        quiet, places = 0, sum(map(len, self._groups))
        for _ in range(_MOST_TRIES):
            if quiet > 20 * places:
                break
            quiet += 1
            first, second = self._two()
            if first[0] == second[0] or not self._may(first, second):
                continue
            self._exchange(first, second)
            now = self._cost(self._groups[first[0]]), self._cost(self._groups[second[0]])
            if sum(now) < costs[first[0]] + costs[second[0]] - 1e-9:
                costs[first[0]], costs[second[0]] = now
                quiet = 0
            else:
                self._exchange(first, second)

    def _two(self) -> tuple[tuple[int, int], tuple[int, int]]:
        """The places of two blocks: group, and where in it."""
        chance, groups = self._chance, self._groups
        first, second = (int(chance.random() * len(groups)) for _ in range(2))
        return (first, int(chance.random() * len(groups[first]))), (
            second,
            int(chance.random() * len(groups[second])),
        )

    def _may(self, first: tuple[int, int], second: tuple[int, int]) -> bool:
        """Whether two blocks are of one size, and neither would meet whom it may not."""
        one, other = self._groups[first[0]][first[1]], self._groups[second[0]][second[1]]
        if len(self._blocks[one]) != len(self._blocks[other]):
            return False
        return not any(
            head in self._foes[coming]
            for coming, leaving, group in ((one, other, second[0]), (other, one, first[0]))
            for head in self._groups[group]
            if head != leaving
        )

    def _exchange(self, first: tuple[int, int], second: tuple[int, int]) -> None:
        groups = self._groups
        groups[first[0]][first[1]], groups[second[0]][second[1]] = (
            groups[second[0]][second[1]],
            groups[first[0]][first[1]],
        )

    def _members(self, group: list[str]) -> list[str]:
        return [who for head in group for who in self._blocks[head]]

    def _cost(self, group: list[str]) -> float:
        members = self._members(group)
        there = dict.fromkeys(self._shares, 0)
        for who in members:
            for trait in self._traits[who]:
                there[trait] += 1
        spread = sum((there[trait] - share * len(members)) ** 2 for trait, share in self._shares.items())
        again = sum(len(self._near[who].intersection(members)) for who in members) / 2
        return _SPREAD * spread + _AGAIN * again + _ALONE * self._alone(members)

    def _alone(self, members: list[str]) -> int:
        """How many share no language with anybody in their group."""
        spoken = [self._by_id[who].languages for who in members]
        return sum(
            bool(own)
            and all(other and own.isdisjoint(other) for at, other in enumerate(spoken) if at != place)
            for place, own in enumerate(spoken)
            if len(members) > 1
        )


def _traits(one: Sitter) -> tuple[Hashable, ...]:
    """What is spread: a standpoint, or several as one; and supporters."""
    return (one.standpoints, "supporter") if one.supporter else (one.standpoints,)
