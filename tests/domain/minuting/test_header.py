"""Counts by standpoint: no count is under three, and small ones are joined."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod.domain.minutes_doc import Group
from coprod.domain.minuting.header import SMALLEST, counts

P, R, B, X, N = Group


@pytest.mark.parametrize(
    ("people", "rows"),
    [
        ({}, []),
        ({P: 5}, []),
        ({P: 5, R: 4}, [((P,), 5), ((R,), 4)]),
        ({P: 5, R: 4, B: 1, N: 2}, [((P,), 5), ((R,), 4), ((B, N), 3)]),
        ({P: 5, R: 4, B: 1}, [((P,), 5), ((R, B), 5)]),
        ({P: 5, R: 4, B: 1, N: 1}, [((P,), 5), ((R, B, N), 6)]),
        ({P: 1, R: 7}, []),
        ({P: 2, R: 2, X: 2}, []),
        ({P: 1, R: 1, X: 1, N: 3}, [((P, R, X), 3), ((N,), 3)]),
    ],
)
def test_counts(people: dict[Group, int], rows: list[tuple[tuple[Group, ...], int]]) -> None:
    everybody = [group for group, number in people.items() for _ in range(number)]
    assert [(row.groups, row.people) for row in counts(everybody)] == rows


@given(st.lists(st.sampled_from(Group), max_size=30))
def test_no_count_is_small_and_all_are_counted(everybody: list[Group]) -> None:
    rows = counts(everybody)
    assert all(row.people >= SMALLEST for row in rows)
    assert not rows or sum(row.people for row in rows) == len(everybody)
    assert len(rows) != 1
