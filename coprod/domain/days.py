"""Days as people say them: next Friday, 来週金曜, 3일 후. Read against today; what is unclear is not guessed."""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_WEEKDAYS: Mapping[str, int] = {
    **{name: day for day, name in enumerate("月火水木金土日")},
    **{name: day for day, name in enumerate("월화수목금토일")},
    **{
        name: day
        for day, names in enumerate(
            (
                ("monday", "mon"),
                ("tuesday", "tue", "tues"),
                ("wednesday", "wed"),
                ("thursday", "thu", "thur", "thurs"),
                ("friday", "fri"),
                ("saturday", "sat"),
                ("sunday", "sun"),
            )
        )
        for name in names
    },
}
_MONTHS: Mapping[str, int] = {
    name: month
    for month, full in enumerate(
        (
            "january", "february", "march", "april", "may", "june",
            "july", "august", "september", "october", "november", "december",
        ),
        start=1,
    )
    for name in (full, full[:3], "sept" if month == 9 else full)  # noqa: PLR2004 - September
}  # fmt: skip
_NUMBERS: Mapping[str, int] = {
    **{word: n for n, word in enumerate("一二三四五六七八九十", start=1)},
    **{
        word: n
        for n, word in enumerate(
            ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), start=1
        )
    },
    "a": 1,
    "an": 1,
    "일": 1,
    "이": 2,
    "삼": 3,
    "사": 4,
    "한": 1,
    "두": 2,
    "세": 3,
    "네": 4,
}
_FAR: Mapping[str, int] = {
    **dict.fromkeys(("today", "今日", "本日", "오늘"), 0),
    **dict.fromkeys(("tomorrow", "明日", "あした", "あす", "내일"), 1),
    **dict.fromkeys(("the day after tomorrow", "day after tomorrow", "明後日", "あさって", "모레"), 2),
    **dict.fromkeys(("明々後日", "しあさって", "글피"), 3),
}
_WEEKS: Mapping[str, int] = {
    **dict.fromkeys(("this", "今週", "이번 주", "이번주"), 0),
    **dict.fromkeys(("next", "来週", "다음 주", "다음주"), 1),
    **dict.fromkeys(("再来週", "다다음 주", "다다음주"), 2),
}
_MONTHS_ON: Mapping[str, int] = {
    **dict.fromkeys(("this month", "今月", "이번 달", "이번달"), 0),
    **dict.fromkeys(("next month", "来月", "다음 달", "다음달"), 1),
    **dict.fromkeys(("再来月", "다다음 달"), 2),
}
_UNITS: Mapping[str, int] = {
    **dict.fromkeys(("day", "days", "日", "일"), 1),
    **dict.fromkeys(("week", "weeks", "週間", "週", "주", "주일"), 7),
}


def day_of(text: str, today: date) -> date | None:
    """The day that a text means; None where it means none, or more than one."""
    said = " ".join(unicodedata.normalize("NFKC", text).casefold().strip(" 。.").split())
    said = re.sub(r"(までに|まで|까지)$", "", re.sub(r"^(by|on|until) ", "", said)).strip()
    if said in _FAR:
        return today + timedelta(days=_FAR[said])
    for pattern, meaning in _PATTERNS:
        found = pattern.fullmatch(said)
        if found is not None:
            try:
                return meaning(found, today)
            except (ValueError, OverflowError):  # there is no such day
                return None
    return None


def _any(names: Mapping[str, int]) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))


def _number(text: str) -> int:
    return _NUMBERS[text] if text in _NUMBERS else int(text)


def _iso(found: re.Match[str], _today: date) -> date:
    return date(*(int(part) for part in found.groups()))


def _later(found: re.Match[str], today: date) -> date:
    return today + timedelta(days=_number(found["n"]) * _UNITS[found["unit"]])


def _weekday(found: re.Match[str], today: date) -> date:
    """A weekday in a week that is named, weeks beginning on Monday; one that is not, the next to come."""
    day, week = _WEEKDAYS[found["day"]], found["week"]
    if week is None:
        return today + timedelta(days=(day - today.weekday() - 1) % 7 + 1)
    monday = today - timedelta(days=today.weekday())
    return monday + timedelta(days=7 * _WEEKS[week] + day)


def _in_month(found: re.Match[str], today: date) -> date:
    month = found["month"]
    return _coming(_MONTHS[month] if month in _MONTHS else int(month), int(found["day"]), today)


def _in_month_on(found: re.Match[str], today: date) -> date:
    first = _months_on(today, _MONTHS_ON[found["month"]])
    return first.replace(day=int(found["day"]))


def _month_end(found: re.Match[str], today: date) -> date:
    month = found.groupdict().get("month")
    first = _months_on(today, _MONTHS_ON[month] if month else 0)
    return first.replace(day=monthrange(first.year, first.month)[1])


def _months_on(today: date, months: int) -> date:
    year, month = divmod(today.month - 1 + months, 12)
    return date(today.year + year, month + 1, 1)


def _coming(month: int, day: int, today: date) -> date:
    """A day of the year: this year's, or next year's where it is past."""
    this = date(today.year, month, day)
    return this if this >= today else date(today.year + 1, month, day)


_N = rf"(?P<n>\d{{1,3}}|{_any(_NUMBERS)})"
_DAY = rf"(?P<day>{_any(_WEEKDAYS)})"
_NAME = rf"(?P<day>{_any({name: day for name, day in _WEEKDAYS.items() if name.isascii()})})"
_D = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_M = rf"(?P<month>{_any(_MONTHS)})"
_PATTERNS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date], date]], ...] = tuple(
    (re.compile(pattern), meaning)
    for pattern, meaning in (
        (r"(\d{4})[-/.年] ?(\d{1,2})[-/.月] ?(\d{1,2})日?", _iso),
        (r"(\d{4})년 ?(\d{1,2})월 ?(\d{1,2})일", _iso),
        (rf"in {_N} (?P<unit>days?|weeks?)", _later),
        (rf"{_N} (?P<unit>days?|weeks?) from (?:now|today)", _later),
        (rf"{_N} ?(?P<unit>日|週間|週|일|주일|주) ?(?:後|후|뒤)", _later),
        (rf"(?:(?P<week>this|next) )?{_NAME}", _weekday),
        (rf"(?P<week>{_any(_WEEKS)})? ?の? ?{_DAY}(?:曜日?|요일)", _weekday),
        (rf"(?P<week>今週|来週|再来週)の?{_DAY}", _weekday),
        (rf"{_M}\.? {_D}", _in_month),
        (rf"{_D} (?:of )?{_M}", _in_month),
        (r"(?P<month>\d{1,2})(?:月|월) ?(?P<day>\d{1,2})(?:日|일)", _in_month),
        (r"(?P<month>\d{1,2})/(?P<day>\d{1,2})", _in_month),
        (rf"(?P<month>{_any(_MONTHS_ON)}) ?の? ?(?P<day>\d{{1,2}})(?:日|일)", _in_month_on),
        (r"(?:the )?end of (?:the|this) month|月末|월말", _month_end),
        (r"(?:the )?end of (?P<month>next month)", _month_end),
        (rf"(?P<month>{_any(_MONTHS_ON)}) ?の? ?(?:末|말)", _month_end),
    )
)
