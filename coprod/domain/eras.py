"""Years by the eras of Japan, as official papers there write them.

The first day of each era since Meiji, by the day on which its year began to be counted so; before 1873 the calendar
of Japan was another, and no year is written by an era here.
"""

from __future__ import annotations

from datetime import date

_CALENDAR_BEGAN = date(1873, 1, 1)
_ERAS = (
    (date(2019, 5, 1), "令和"),
    (date(1989, 1, 8), "平成"),
    (date(1926, 12, 25), "昭和"),
    (date(1912, 7, 30), "大正"),
    (date(1868, 1, 1), "明治"),
)
_FIRST = "元"


def year_of(day: date) -> str | None:
    """The era and its year, `令和8`, `令和元`; None before the calendar that they are counted in."""
    if day < _CALENDAR_BEGAN:
        return None
    begin, name = next((begin, name) for begin, name in _ERAS if begin <= day)
    number = day.year - begin.year + 1
    return f"{name}{_FIRST if number == 1 else number}"
