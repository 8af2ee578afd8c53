"""Fold facts into the state of a session.

Any well-formed facts are accepted, in any number and order of merging: what a fact speaks of and is not there is
passed over. Facts are put in order by (time, stream, seq), each counts once, and those of acts that their own stream
voided not at all.
"""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from coprod.domain.erasure import own_notes, remaining
from coprod.domain.facts import EditionIssued, Voided, Withdrawn
from coprod.domain.folding.builder import Builder
from coprod.domain.folding.steps import STEPS
from coprod.domain.state import State

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from coprod.domain.facts import Body, Fact


_REACHING_BACK = (Voided, Withdrawn)
_ORDER = attrgetter("time", "stream", "seq")


def fold(session: str, facts: Iterable[Fact]) -> State:
    """The state of `session` after all `facts`; O(n) after one sort."""
    ordered = in_order(facts)
    reaching = [fact for fact in ordered if isinstance(fact.body, _REACHING_BACK)]
    gone = voided(reaching)
    builder = Builder.of(State(session, tombstones=tombstones(fact.body for fact in reaching)))
    _take(builder, [fact for fact in ordered if (fact.stream, fact.act) not in gone] if gone else ordered)
    return builder.freeze()


def apply(state: State, facts: Sequence[Fact]) -> State:
    """The state after some more facts, all of which come after those folded so far.

    Raises ValueError for a `Voided` or `Withdrawn`, which reach back: fold again.
    """
    if any(map(reaches_back, facts)):
        raise ValueError("a fact that reaches back can't be applied; fold again")
    builder = Builder.of(state)
    _take(builder, facts)
    return builder.freeze()


def reaches_back(fact: Fact) -> bool:
    """Whether a fact changes what came before it, so that only a new fold is right."""
    return isinstance(fact.body, _REACHING_BACK)


def in_order(facts: Iterable[Fact]) -> list[Fact]:
    """Each fact once, ordered by (time, stream, seq)."""
    return sorted({fact.id: fact for fact in facts}.values(), key=_ORDER)


def voided(facts: Iterable[Fact]) -> frozenset[tuple[str, str]]:
    """The acts that were undone, each with its stream: each device takes back its own acts alone."""
    return frozenset((fact.stream, fact.body.act) for fact in facts if isinstance(fact.body, Voided))


def tombstones(bodies: Iterable[Body]) -> frozenset[str]:
    """Who and which notes were erased, in whichever order it became known: that is never undone."""
    gone = [body for body in bodies if isinstance(body, Withdrawn)]
    people = {body.participant for body in gone if body.participant is not None}
    return frozenset(people.union(*(body.notes for body in gone)))


def left_alone(session: str, facts: Iterable[Fact]) -> tuple[str, ...]:
    """Notes that came to nobody's mind when their only contributors withdrew: another device knew of them."""
    told = list(facts)
    gone = tombstones(fact.body for fact in told)
    before = fold(session, [fact for fact in told if not isinstance(fact.body, Withdrawn)])
    return tuple(note for note in own_notes(before, gone) if note not in gone)


def _take(builder: Builder, facts: Iterable[Fact]) -> None:
    gone = builder.tombstones
    for fact in facts:
        body = remaining(fact.body, gone) if gone else fact.body
        step = STEPS.get(type(body))
        if step is not None:  # what reaches back has none, nor what was erased: it can't be undone
            if not isinstance(body, EditionIssued):  # a copy that went out can't be called back
                builder.acts[fact.act] = fact.stream
            builder.version = fact.id
            step(builder, body)
