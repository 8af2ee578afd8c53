"""Limits of who may sit with whom: blocks of people who stay together, and blocks that may not meet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

_MOST_STEPS = 2_000
"""Places that are tried before a limit counts as one that can't be met: far more than a room of 60 needs."""


class _Endless(Exception):
    """More was tried than there is time for."""


@dataclass(frozen=True)
class Limits:
    """`people` in seats of groups of sizes `of`. `block`: person to the first person of their block."""

    people: Sequence[str]
    of: Sequence[int]
    block: tuple[tuple[str, str], ...] = ()
    apart: frozenset[frozenset[str]] = frozenset()

    @cached_property
    def blocks(self) -> dict[str, tuple[str, ...]]:
        """First person of a block to all of it."""
        first, blocks = dict(self.block), dict[str, tuple[str, ...]]()
        for who in self.people:
            head = first.get(who, who)
            blocks[head] = (*blocks.get(head, ()), who)
        return blocks

    @cached_property
    def foes(self) -> dict[str, set[str]]:
        """First person of a block to those of the blocks it may not meet."""
        foes: dict[str, set[str]] = {head: set() for head in self.blocks}
        for one, other in map(tuple, self.apart):
            foes[one].add(other)
            foes[other].add(one)
        return foes

    def joined(self, one: str, other: str) -> Limits | None:
        """The limits in which two people stay together; None where they are kept apart."""
        first = dict(self.block)
        head, joining = first.get(one, one), first.get(other, other)
        if head == joining:
            return self
        if frozenset((head, joining)) in self.apart:
            return None
        block = {**first, **dict.fromkeys(self.blocks[joining], head)}
        apart = frozenset(frozenset(head if who == joining else who for who in pair) for pair in self.apart)
        return Limits(self.people, self.of, tuple(block.items()), apart)

    def parted(self, one: str, other: str) -> Limits | None:
        """The limits in which two people do not meet; None where they stay together."""
        first = dict(self.block)
        pair = frozenset((first.get(one, one), first.get(other, other)))
        return None if len(pair) == 1 else Limits(self.people, self.of, self.block, self.apart | {pair})

    @cached_property
    def assignment(self) -> tuple[tuple[str, ...], ...] | None:
        """Blocks in groups so that all limits are kept (by their first person); None where that can't be."""
        heads = sorted(self.blocks, key=lambda head: (-len(self.blocks[head]), -len(self.foes[head])))
        groups: list[list[str]] = [[] for _ in self.of]
        room = list(self.of)
        steps = 0

        def seat(at: int) -> bool:
            nonlocal steps
            if at == len(heads):
                return True
            steps += 1
            if steps > _MOST_STEPS:
                raise _Endless
            head = heads[at]
            size, foes = len(self.blocks[head]), self.foes[head]
            tried = set()
            for place in sorted(range(len(groups)), key=lambda one: -room[one]):
                alike = (room[place], not groups[place])
                if (
                    size > room[place]
                    or not foes.isdisjoint(groups[place])
                    or (not groups[place] and alike in tried)
                ):
                    continue
                tried.add(alike)
                groups[place].append(head)
                room[place] -= size
                if seat(at + 1):
                    return True
                groups[place].pop()
                room[place] += size
            return False

        try:
            return tuple(map(tuple, groups)) if seat(0) else None
        except _Endless:
            return None
