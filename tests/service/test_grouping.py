"""Who sat with whom before: earlier that day, and last time as the same persons; never by name."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pytest

from coprod.domain import acts
from coprod.domain.acts import GroupDraft, ItemDraft, SessionDraft
from coprod.domain.facts import Fact
from coprod.domain.terms import ItemKind, Standpoint
from coprod.service.grouping import Unfit, drawn, neighbours
from coprod.service.live import LiveSession
from coprod.service.ports import Batch
from tests.fakes.memory import MemoryStore
from tests.service.clocks import Still
from tests.stage import an_id, opened, person

if TYPE_CHECKING:
    from collections.abc import Sequence


def session(
    store: MemoryStore, number: int, groups: Sequence[Sequence[int]], previous: int | None = None
) -> list[str]:
    """A session of six in the store, in these groups; its participants."""
    live = LiveSession(an_id(number), store, Still())
    before = an_id(previous) if previous is not None else None
    live.do(acts.Describe(SessionDraft({"en": "Talk"}, ("en",), previous=before)))
    for name in "abcdef":
        live.do(person(name, Standpoint.PEER))
    live.do(acts.AddItem(ItemDraft(ItemKind.SMALL_GROUPS)))
    people = list(live.state.participants)
    live.do(acts.StartSession())
    for members in groups:
        live.do(acts.FormGroups((GroupDraft({}, tuple(people[at] for at in members)),)))
    return people


def link(store: MemoryStore, number: int, people: Sequence[str], persons: Sequence[str]) -> None:
    store.append(Batch(an_id(number), list[Fact](), links=dict(zip(people, persons, strict=True))))


def pairs(people: Sequence[str], *places: int) -> set[tuple[str, str]]:
    return {(min(pair), max(pair)) for pair in combinations([people[at] for at in places], 2)}


def test_groups_of_the_same_day_that_are_over_are_neighbours() -> None:
    store = MemoryStore()
    people = session(store, 1, [(0, 1, 2), (3, 4, 5)])
    assert neighbours(an_id(1), store) == pairs(people, 0, 1, 2)


def test_who_sat_together_last_time_are_neighbours_where_they_are_known_as_persons() -> None:
    store = MemoryStore()
    persons = [an_id(700 + n) for n in range(6)]
    last = session(store, 1, [(0, 1, 2)])
    now = session(store, 2, [], previous=1)
    assert (
        neighbours(an_id(2), store) == set()
    )  # the same names, and nobody said that they are the same people
    link(store, 1, last, persons)
    link(store, 2, now[:2], persons[:2])
    assert neighbours(an_id(2), store) == pairs(now, 0, 1)


def test_a_session_before_that_is_not_in_the_store() -> None:
    store = MemoryStore()
    session(store, 2, [], previous=1)
    assert neighbours(an_id(2), store) == set()


def test_the_wishes_of_the_session_count_with_those_given() -> None:
    stage, (one, two, three) = opened()
    stage.do(person("p3"))
    stage.do(acts.WishCompany(apart=((one, two),)))
    made = drawn(stage.state, stage.words, 3, together=[("p2", "p3")])
    assert made.groups == [["p1", "p2", "p3", "p4"]]
    assert made.unmet == [{"wish": "apart", "people": ["p1", "p2"]}]
    assert three in stage.state.participants


def test_nobody_is_drawn_alone() -> None:
    stage, _ = opened(1)
    with pytest.raises(Unfit, match="fewer than two"):
        drawn(stage.state, stage.words, 3)
