"""Years by the eras of Japan: the day on which each began, and its first year."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod.domain.eras import year_of


@pytest.mark.parametrize(
    ("day", "year"),
    [
        (date(2026, 11, 27), "令和8"),
        (date(2019, 5, 1), "令和元"),
        (date(2019, 4, 30), "平成31"),
        (date(1989, 1, 8), "平成元"),
        (date(1989, 1, 7), "昭和64"),
        (date(1926, 12, 25), "昭和元"),
        (date(1926, 12, 24), "大正15"),
        (date(1912, 7, 30), "大正元"),
        (date(1912, 7, 29), "明治45"),
        (date(1873, 1, 1), "明治6"),
        (date(1872, 12, 31), None),
        (date(1600, 1, 1), None),
    ],
)
def test_a_day_has_the_year_of_its_era(day: date, year: str | None) -> None:
    assert year_of(day) == year


@given(st.dates(date(1873, 1, 1), date(2200, 1, 1)))
def test_each_day_of_a_calendar_year_within_an_era_has_the_same_year(day: date) -> None:
    year = year_of(day)
    assert year is not None
    last = year_of(date(day.year, 12, 31))
    assert last is not None
    assert year == last or year[:2] != last[:2]
