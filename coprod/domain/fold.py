"""Fold facts into the state of a session.

Any well-formed facts are accepted, in any number and order of merging: what a fact speaks of and is not there is
passed over. Facts are put in order by (time, stream, seq), each counts once, and those of voided acts not at all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coprod.domain.facts import Fact, Voided, Withdrawn
from coprod.domain.folding.builder import Builder
from coprod.domain.folding.steps import STEPS
from coprod.domain.state import State

if TYPE_CHECKING:
    from collections.abc import Iterable


def fold(session: str, facts: Iterable[Fact]) -> State:
    """The state of `session` after all `facts`; O(n) after one sort."""
    ordered = in_order(facts)
    voided = {fact.body.act for fact in ordered if isinstance(fact.body, Voided)}
    builder = Builder.of(State(session, tombstones=_tombstones(ordered)))
    for fact in ordered:
        if fact.act not in voided:
            _step(builder, fact)
    return builder.freeze()


def apply(state: State, facts: Iterable[Fact]) -> State:
    """The state after some more facts, all of which come after those folded so far.

    Raises ValueError for a `Voided` or `Withdrawn`, which reach back: fold again.
    """
    builder = Builder.of(state)
    for fact in facts:
        if reaches_back(fact):
            raise ValueError("a fact that reaches back can't be applied; fold again")
        _step(builder, fact)
    return builder.freeze()


def reaches_back(fact: Fact) -> bool:
    """Whether a fact changes what came before it, so that only a new fold is right."""
    return isinstance(fact.body, Voided | Withdrawn)


def in_order(facts: Iterable[Fact]) -> list[Fact]:
    """Each fact once, ordered by (time, stream, seq)."""
    return sorted({fact.id: fact for fact in facts}.values(), key=lambda fact: fact.order)


def _step(builder: Builder, fact: Fact) -> None:
    if not reaches_back(fact):
        builder.acts[fact.act] = fact.stream
    STEPS[type(fact.body)](builder, fact)


def _tombstones(facts: Iterable[Fact]) -> frozenset[str]:
    """Who and which notes were erased, in whichever order it became known: that is never undone."""
    gone = [fact.body for fact in facts if isinstance(fact.body, Withdrawn)]
    people = {body.participant for body in gone if body.participant is not None}
    return frozenset(people.union(*(body.notes for body in gone)))
