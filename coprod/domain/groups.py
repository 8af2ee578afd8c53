"""Draw small groups: who is kept apart or together first, then a fair mix of standpoints, supporters and languages.

Wishes about company are limits: they are kept wherever all of them can be, at sizes that differ by one at most. Where
they can't, as many are kept, in their order, as still fit each other; the others are told, and nothing else gives way.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from coprod.domain.grouping.limits import Limits
from coprod.domain.grouping.mixing import mixed
from coprod.domain.rounds import seated
from coprod.domain.terms import Part, Standpoint

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from coprod.domain.state import State

SMALLEST, LARGEST = 3, 8
"""People in a small group."""

Sets: TypeAlias = "Sequence[Sequence[str]]"
"""Sets of people, each of two or more."""


class Wish(StrEnum):
    """What was wished of two people."""

    APART = "apart"
    TOGETHER = "together"


@dataclass(frozen=True, slots=True)
class Sitter:
    """Somebody who will sit in a group, as far as drawing needs to know. No languages: nothing is known of them."""

    id: str
    standpoints: frozenset[Standpoint] = frozenset()
    supporter: bool = False
    languages: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Unmet:
    """A wish that could not be kept together with those before it: of which two people."""

    wish: Wish
    people: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Drawn:
    """The groups, and what could not be met."""

    groups: tuple[tuple[str, ...], ...]
    unmet: tuple[Unmet, ...]


def draw(
    people: Sequence[Sitter],
    size: int,
    *,
    apart: Sets = (),
    together: Sets = (),
    neighbours: Iterable[tuple[str, str]] = (),
    seed: int = 0,
    keep: Sets = (),
) -> Drawn:
    """Draw groups of about `size` (3 to 8); the same seed draws the same. Raises ValueError for another size.

    `neighbours`: who sat together last time; they are mixed where it can be. `keep`: groups that stay as they are, and
    come first; wishes between their people are not looked at. Who is named and not among `people` is passed over.
    """
    if not SMALLEST <= size <= LARGEST:
        raise ValueError(size)
    kept = [tuple(group) for group in keep]
    staying = {who for group in kept for who in group}
    left = [one for one in people if one.id not in staying]
    wishes = _wishes(apart, together, {one.id for one in people}, staying)
    free = [wish for wish in wishes if staying.isdisjoint(wish.people)]
    broken = [wish for wish in wishes if wish not in free and wish.wish is Wish.TOGETHER]
    if not left:
        return Drawn(tuple(kept), tuple(broken))
    limits, unmet = _limits(left, sizes(len(left), size), free)
    groups = mixed(left, limits, frozenset(frozenset(pair) for pair in neighbours), seed)
    return Drawn((*kept, *groups), (*broken, *unmet))


def sizes(people: int, size: int) -> list[int]:
    """How many sit in each group: about `size`, never over 8, under 3 only where there are too few people."""
    groups = max(1, (2 * people + size) // (2 * size), -(-people // LARGEST))
    while groups > 1 and people // groups < SMALLEST and -(-people // (groups - 1)) <= LARGEST:
        groups -= 1
    each, over = divmod(people, groups)
    return [each + 1] * over + [each] * (groups - over)


def sitters(state: State) -> list[Sitter]:
    """Everybody who is there now, in seating order."""
    known = (state.participants[who] for who in seated(state) if who not in state.away)
    return [
        Sitter(
            one.id,
            frozenset(state.standpoints(one.id)),
            Part.SUPPORTER in one.parts,
            frozenset(lang.split("-")[0].lower() for lang in one.languages),
        )
        for one in known
    ]


def _wishes(apart: Sets, together: Sets, known: set[str], staying: set[str]) -> list[Unmet]:
    """Each wish of two people once, in the order in which they were given; those between people who stay fall away."""
    pairs = [(Wish.APART, pair) for one in apart for pair in _every_two(one)]
    pairs += [(Wish.TOGETHER, pair) for one in together for pair in itertools.pairwise(one)]
    return [
        Unmet(wish, pair)
        for wish, pair in dict.fromkeys(pairs)
        if known.issuperset(pair) and not staying.issuperset(pair) and pair[0] != pair[1]
    ]


def _every_two(people: Sequence[str]) -> list[tuple[str, str]]:
    return [(one, other) for at, one in enumerate(people) for other in people[at + 1 :]]


def _limits(
    people: Sequence[Sitter], of: Sequence[int], wishes: Sequence[Unmet]
) -> tuple[Limits, list[Unmet]]:
    """The wishes that can be kept at once, and those that can't."""
    ids = [one.id for one in people]
    all_of_them = _with(Limits(ids, of), wishes)
    if all_of_them is not None and all_of_them.assignment is not None:
        return all_of_them, []
    limits, unmet = Limits(ids, of), []
    for wish in wishes:
        more = _with(limits, (wish,))
        if more is not None and more.assignment is not None:
            limits = more
        else:
            unmet.append(wish)
    return limits, unmet


def _with(limits: Limits, wishes: Sequence[Unmet]) -> Limits | None:
    """The limits with more wishes; None where two of them contradict each other."""
    grown: Limits | None = limits
    for wish in wishes:
        if grown is not None:
            grown = grown.joined(*wish.people) if wish.wish is Wish.TOGETHER else grown.parted(*wish.people)
    return grown
