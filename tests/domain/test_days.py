"""Days as people say them, in three languages: each means one day, or none."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod.domain.days import day_of

TODAY = date(2026, 5, 14)
"""A Thursday."""


CASES = [
    ("2026-06-30", "2026-06-30"),
    ("2026/6/30", "2026-06-30"),
    ("2026年6月30日", "2026-06-30"),
    ("2026년 6월 30일", "2026-06-30"),
    ("today", "2026-05-14"),
    ("今日", "2026-05-14"),
    ("tomorrow", "2026-05-15"),
    ("あした", "2026-05-15"),
    ("내일", "2026-05-15"),
    ("あさって", "2026-05-16"),
    ("the day after tomorrow", "2026-05-16"),
    ("Friday", "2026-05-15"),
    ("Thursday", "2026-05-21"),
    ("by Friday", "2026-05-15"),
    ("next Friday", "2026-05-22"),
    ("Next Fri.", "2026-05-22"),
    ("this Sunday", "2026-05-17"),
    ("来週金曜", "2026-05-22"),
    ("来週の金曜日まで", "2026-05-22"),
    ("金曜日", "2026-05-15"),
    ("今週土曜", "2026-05-16"),
    ("再来週の月曜", "2026-05-25"),
    ("다음 주 금요일", "2026-05-22"),
    ("이번 주 토요일까지", "2026-05-16"),
    ("in two weeks", "2026-05-28"),
    ("in 3 days", "2026-05-17"),
    ("a week from today", "2026-05-21"),
    ("３日後", "2026-05-17"),
    ("二週間後", "2026-05-28"),
    ("3일 후", "2026-05-17"),
    ("2주 뒤", "2026-05-28"),
    ("June 30", "2026-06-30"),
    ("30 June", "2026-06-30"),
    ("Sept 1st", "2026-09-01"),
    ("6月30日", "2026-06-30"),
    ("6월 30일", "2026-06-30"),
    ("6/30", "2026-06-30"),
    ("March 3", "2027-03-03"),
    ("来月10日", "2026-06-10"),
    ("다음 달 10일", "2026-06-10"),
    ("月末", "2026-05-31"),
    ("the end of the month", "2026-05-31"),
    ("来月末", "2026-06-30"),
    ("end of next month", "2026-06-30"),
    ("다음 달 말", "2026-06-30"),
]


@pytest.mark.parametrize(("said", "meant"), CASES)
def test_what_is_said_means_a_day(said: str, meant: str) -> None:
    assert day_of(said, TODAY) == date.fromisoformat(meant)


@pytest.mark.parametrize(
    "said",
    [
        "",
        "soon",
        "そのうち",
        "2026-02-30",
        "31 June",
        "30/6",
        "来月31日",
        "in 0.5 days",
        "Fri next",
        "日",
        "12",
    ],
)
def test_what_means_no_day_is_not_guessed(said: str) -> None:
    assert day_of(said, TODAY) is None


@given(
    today=st.dates(date(1990, 1, 1), date(2100, 12, 31)), day=st.dates(date(1990, 1, 1), date(2100, 12, 31))
)
def test_a_date_is_itself_whenever_it_is_written(today: date, day: date) -> None:
    assert day_of(day.isoformat(), today) == day
    assert day_of(f"{day.year}年{day.month}月{day.day}日", today) == day


@given(today=st.dates(date(1990, 1, 1), date(2100, 12, 31)), day=st.integers(0, 6))
def test_a_weekday_is_the_next_one_to_come_and_that_of_next_week_is_in_it(today: date, day: int) -> None:
    name = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][day]
    plain, following = day_of(name, today), day_of(f"来週{'月火水木金土日'[day]}曜", today)
    assert plain is not None
    assert following is not None
    assert plain.weekday() == following.weekday() == day
    assert timedelta(0) < plain - today <= timedelta(7)
    assert following.isocalendar()[:2] == (today + timedelta(7)).isocalendar()[:2]


@given(today=st.dates(), text=st.text(max_size=30))
def test_any_text_is_read(today: date, text: str) -> None:
    assert isinstance(day_of(text, today), date | None)


@pytest.mark.parametrize("said", ["next year in 9 days", "in 999 days", "9999-12-31"])
def test_the_end_of_time_is_no_trouble(said: str) -> None:
    assert isinstance(day_of(said, date.max), date | None)
