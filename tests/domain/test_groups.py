"""Small groups: everybody once, limits before all else, then a fair mix; the same seed draws the same."""

from __future__ import annotations

from collections import Counter
from itertools import combinations, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod.domain import acts
from coprod.domain.groups import Drawn, Sitter, Unmet, Wish, draw, sitters, sizes
from coprod.domain.terms import Attendance, Part, Standpoint
from tests.stage import Stage, added, opened

PEER, PROFESSIONAL = frozenset({Standpoint.PEER}), frozenset({Standpoint.PROFESSIONAL})
NAMES = "abcdefgh"


def room(kinds: str, supporters: str = "", languages: dict[str, str] | None = None) -> list[Sitter]:
    """One letter for each person: `p` a peer, `q` a professional, `o` somebody who did not say."""
    of = {"p": PEER, "q": PROFESSIONAL, "o": frozenset[Standpoint]()}
    spoken = languages or {}
    return [
        Sitter(name, of[kind], name in supporters, frozenset(spoken.get(name, "")))
        for name, kind in zip("abcdefghijklmnopqrstuvwxyz", kinds, strict=False)
    ]


def together(drawn: Drawn, one: str, other: str) -> bool:
    return any(one in group and other in group for group in drawn.groups)


# ---- sizes


@pytest.mark.parametrize(
    ("people", "size", "expected"),
    [
        (12, 6, [6, 6]),
        (13, 6, [7, 6]),
        (15, 6, [5, 5, 5]),
        (60, 6, [6] * 10),
        (1, 6, [1]),
        (2, 3, [2]),
        (5, 3, [5]),  # two groups would be under three
        (9, 8, [5, 4]),  # one would be over eight
        (8, 8, [8]),
        (7, 3, [4, 3]),
    ],
)
def test_how_many_sit_in_each_group(people: int, size: int, expected: list[int]) -> None:
    assert sizes(people, size) == expected


@given(st.integers(1, 500), st.integers(3, 8))
def test_sizes_hold_everybody_and_differ_by_one_at_most(people: int, size: int) -> None:
    made = sizes(people, size)
    assert sum(made) == people
    assert max(made) - min(made) <= 1
    assert max(made) <= 8
    assert min(made) >= 3 or people < 6


@pytest.mark.parametrize("size", [2, 9])
def test_groups_of_another_size_are_not_drawn(size: int) -> None:
    with pytest.raises(ValueError, match=str(size)):
        draw(room("pppp"), size)


# ---- limits

pairs = st.lists(st.sampled_from(list(combinations(NAMES, 2))), max_size=7)


@given(st.integers(6, 8), pairs, pairs, st.integers(0, 3))
def test_limits_are_kept_where_all_of_them_can_be(
    people: int, apart: list[tuple[str, str]], joined: list[tuple[str, str]], seed: int
) -> None:
    sitting = room("pq" * 4)[:people]
    drawn = draw(sitting, 3, apart=apart, together=joined, seed=seed)
    assert sorted(who for group in drawn.groups for who in group) == [one.id for one in sitting]
    assert sorted(map(len, drawn.groups)) == sorted(sizes(people, 3))
    known = {one.id for one in sitting}
    wishes = [Unmet(Wish.APART, pair) for pair in apart] + [Unmet(Wish.TOGETHER, pair) for pair in joined]
    there = [wish for wish in dict.fromkeys(wishes) if known.issuperset(wish.people)]
    for wish in there:
        if wish not in drawn.unmet:
            assert together(drawn, *wish.people) is (wish.wish is Wish.TOGETHER)
    assert set(drawn.unmet) <= set(there)
    assert bool(drawn.unmet) is not possible(sorted(known), sizes(people, 3), there)


def possible(people: list[str], of: list[int], wishes: list[Unmet]) -> bool:
    """Whether any way of sitting keeps all wishes; by trying every one."""
    seats = [number for number, size in enumerate(of) for _ in range(size)]
    for places in set(permutations(seats)) if len(people) < 7 else distinct(tuple(seats)):
        at = dict(zip(people, places, strict=True))
        if all((at[w.people[0]] == at[w.people[1]]) is (w.wish is Wish.TOGETHER) for w in wishes):
            return True
    return False


def distinct(seats: tuple[int, ...]) -> list[tuple[int, ...]]:
    """Every different order of some numbers, of which many are alike."""
    counts = Counter(seats)

    def go(left: int) -> list[tuple[int, ...]]:
        if not left:
            return [()]
        found = []
        for number in list(counts):
            if counts[number]:
                counts[number] -= 1
                found += [(number, *rest) for rest in go(left - 1)]
                counts[number] += 1
        return found

    return go(len(seats))


@given(pairs, st.integers(0, 3))
def test_what_is_not_met_can_t_be_met_with_what_is(apart: list[tuple[str, str]], seed: int) -> None:
    sitting = room("pq" * 3)
    drawn = draw(sitting, 3, apart=apart, seed=seed)
    known = [one.id for one in sitting]
    wishes = [Unmet(Wish.APART, pair) for pair in dict.fromkeys(apart) if set(pair) <= set(known)]
    met = [wish for wish in wishes if wish not in drawn.unmet]
    for wish in drawn.unmet:
        assert not possible(known, [3, 3], [*met, wish])


def test_people_who_stay_together_and_apart_at_once_are_told() -> None:
    drawn = draw(room("pqpqpq"), 3, apart=[("a", "b")], together=[("a", "b")])
    assert drawn.unmet == (Unmet(Wish.TOGETHER, ("a", "b")),)
    assert not together(drawn, "a", "b")


def test_a_set_that_is_larger_than_a_group_is_kept_as_far_as_it_goes() -> None:
    drawn = draw(room("pqpqpq"), 3, together=[("a", "b", "c", "d")])
    assert drawn.unmet == (Unmet(Wish.TOGETHER, ("c", "d")),)
    assert together(drawn, "a", "c")


def test_more_people_apart_than_there_are_groups() -> None:
    drawn = draw(room("pqpqpq"), 3, apart=[("a", "b", "c")])
    assert drawn.unmet == (Unmet(Wish.APART, ("b", "c")),)
    assert not together(drawn, "a", "b")


def test_who_is_not_there_is_passed_over() -> None:
    drawn = draw(room("pqpqpq"), 3, apart=[("a", "z")], together=[("y", "z")])
    assert drawn.unmet == ()


def test_a_wish_that_is_said_twice_is_one() -> None:
    drawn = draw(room("pqpqpq"), 3, together=[("a", "b"), ("b", "a"), ("a", "b", "c")])
    assert drawn.unmet == ()
    assert together(drawn, "a", "c")


def test_what_can_t_be_found_in_time_counts_as_not_met() -> None:
    people = [Sitter(f"p{n}") for n in range(40)]
    everybody = [one.id for one in people]
    threes = [tuple(everybody[at : at + 3]) for at in range(0, 39, 3)]  # of which a group of eight holds two
    drawn = draw(people, 8, together=threes)
    assert drawn.unmet
    assert sorted(who for group in drawn.groups for who in group) == sorted(everybody)


def test_a_hall_of_five_hundred_is_drawn_as_well() -> None:
    drawn = draw([Sitter(f"p{n}", PEER if n % 2 else PROFESSIONAL) for n in range(500)], 6)
    assert len({who for group in drawn.groups for who in group}) == 500


# ---- the mix


@given(st.text("pqo", min_size=3, max_size=24), st.integers(3, 8), st.integers(0, 5))
def test_the_same_seed_draws_the_same(kinds: str, size: int, seed: int) -> None:
    assert draw(room(kinds), size, seed=seed) == draw(room(kinds), size, seed=seed)


@given(st.integers(2, 4), st.integers(3, 6), st.integers(0, 9))
def test_standpoints_and_supporters_are_spread(groups: int, size: int, seed: int) -> None:
    half = groups * size // 2
    kinds = "p" * half + "q" * (groups * size - half)
    drawn = draw(room(kinds, supporters=NAMES[:groups]), size, seed=seed)
    of = {one.id: one for one in room(kinds, supporters=NAMES[:groups])}
    peers = [sum(of[who].standpoints == PEER for who in group) for group in drawn.groups]
    supporters = [sum(of[who].supporter for who in group) for group in drawn.groups]
    assert max(peers) - min(peers) <= 1
    assert supporters == [1] * groups


def test_another_seed_draws_others() -> None:
    assert len({draw(room("pq" * 6), 4, seed=seed).groups for seed in range(10)}) > 5


@given(st.integers(0, 20))
def test_nobody_is_where_nobody_speaks_their_language(seed: int) -> None:
    spoken = dict.fromkeys("abcdefghij", "J") | {"k": "E", "l": "E"}
    drawn = draw(room("pq" * 6, languages=spoken), 4, seed=seed)
    assert together(drawn, "k", "l")


@given(st.integers(0, 20))
def test_last_times_neighbours_are_varied(seed: int) -> None:
    sitting = room("pqpqpqpq")
    before = [pair for group in ("abcd", "efgh") for pair in combinations(group, 2)]
    drawn = draw(sitting, 4, neighbours=before, seed=seed)
    again = sum(together(drawn, *pair) for pair in before)
    assert again == 4  # two of each in each group: fewer there can't be


def test_neighbours_who_are_not_there_change_nothing() -> None:
    assert draw(room("pqpqpq"), 3, neighbours=[("a", "z"), ("a", "a")]) == draw(room("pqpqpq"), 3)


# ---- drawn again in part


def test_a_group_that_is_kept_stays_as_it_is_and_the_others_are_drawn() -> None:
    drawn = draw(room("pqpqpqpqp"), 3, keep=[("i", "a", "b")], seed=1)
    assert drawn.groups[0] == ("i", "a", "b")
    assert sorted(who for group in drawn.groups[1:] for who in group) == list("cdefgh")


def test_wishes_across_a_group_that_is_kept() -> None:
    wishes = {"apart": [("a", "b"), ("a", "c")], "together": [("b", "d"), ("c", "d")]}
    drawn = draw(room("pqpqpqpqp"), 3, keep=[("a", "b", "i")], **wishes)  # type: ignore[arg-type]
    assert drawn.unmet == (Unmet(Wish.TOGETHER, ("b", "d")),)
    assert together(drawn, "c", "d")


def test_where_everybody_stays_nothing_is_drawn() -> None:
    assert draw(room("ppp"), 3, keep=[("a", "b", "c")]) == Drawn((("a", "b", "c"),), ())


def test_groups_are_in_seating_order() -> None:
    drawn = draw(room("pq" * 6), 4, seed=3)
    assert all(list(group) == sorted(group) for group in drawn.groups)


# ---- who sits in groups


def test_everybody_who_is_there_sits_in_a_group_with_what_they_said_of_themselves() -> None:
    stage, (one, two, three) = opened()
    draft = acts.ParticipantDraft(
        {"": "d"}, languages=("ja-JP", "en"), parts=(Part.SUPPORTER,), attendance=Attendance.ONLINE
    )
    four = added(stage.do(acts.AddParticipant(draft)))
    stage.do(acts.AddParticipant(acts.ParticipantDraft({"": "e"}, attendance=Attendance.ABSENT)))
    stage.do(acts.Leave(two))
    stage.do(acts.DeclareStandpoints(one, ()))
    assert sitters(stage.state) == [
        Sitter(one),
        Sitter(three, PEER | PROFESSIONAL),
        Sitter(four, frozenset(), True, frozenset({"ja", "en"})),
    ]


def test_nobody_there_nobody_sits() -> None:
    assert sitters(Stage().state) == []
