"""Words, dates and times in one language: a plain object, so that one document can hold two languages."""

from __future__ import annotations

import gettext
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

from coprod import paths

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

LANGUAGES = {"ja": "日本語", "en": "English", "ko": "한국어"}
"""The languages of the program, each under its own name (which is never translated)."""


def is_known(tag: str) -> bool:
    """Whether a language has a name, whatever script or region its tag adds (`en`, `zh-Hant`; never `xx`)."""
    from babel import Locale  # noqa: PLC0415 - not before the first paint

    return tag.replace("_", "-").split("-")[0].lower() in Locale("en").languages


def N_(msgid: str) -> str:  # noqa: N802 - gettext's own name for "translate this later"
    """Mark a constant for extraction; the words are looked up later, by `Catalogue.say`."""
    return msgid


def NN_(one: str, many: str) -> tuple[str, str]:  # noqa: N802 - the same for a pair that `say_n` looks up
    """Mark a pair for extraction: `catalogue.say_n(*NN_("{n} draft", "{n} drafts"), n)`."""
    return one, many


class _Calendar(NamedTuple):
    """How one language writes dates and lengths of time. Own tables: no start-up cost, no library's change of mind."""

    date: str
    day: str
    weekdays: tuple[str, ...]
    months: tuple[str, ...]
    hours: str
    minutes: str
    gap: str


_NUMBERS = tuple(str(n) for n in range(1, 13))
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_CALENDARS = {
    "ja": _Calendar(
        "{y}年{m}月{d}日({w})", "{m}月{d}日", tuple("月火水木金土日"), _NUMBERS, "{n}時間", "{n}分", ""
    ),
    "ko": _Calendar(
        "{y}년 {m}월 {d}일({w})", "{m}월 {d}일", tuple("월화수목금토일"), _NUMBERS, "{n}시간", "{n}분", " "
    ),
    "en": _Calendar(
        "{w} {d} {m} {y}",
        "{d} {m}",
        ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
        _MONTHS,
        "{n} h",
        "{n} min",
        " ",
    ),
}


class Catalogue:
    """One language. Texts are written in English in the code and translated in `translations/<lang>.po`."""

    def __init__(self, lang: str, folder: Path | None = None, *, era: bool = False) -> None:
        """Take `lang` (`ja`, `ja-JP` …); a language that the program does not know is English.

        `tag` is what was asked for: the words of others are shown in it, wherever they have it. `era`: years in
        Japanese are those of the era.
        """
        self.tag = lang
        primary = lang.replace("_", "-").split("-")[0].lower()
        self.lang = primary if primary in LANGUAGES else "en"
        self._texts = _load(self.lang, folder or paths.translations())
        self._calendar = _CALENDARS[self.lang]
        self._era = era and self.lang == "ja"

    def say(self, msgid: str, /, **values: object) -> str:
        """Give the text in this language, with its `{name}` places filled."""
        text = self._texts.gettext(msgid)
        return text.format(**values) if values else text

    def say_n(self, one: str, many: str, n: int, /, **values: object) -> str:
        """Give the text that fits the number `n`, which fills `{n}`."""
        return self._texts.ngettext(one, many, n).format(n=n, **values)

    def date(self, day: dt.date) -> str:
        """Write a date in full with its weekday: `2026年5月12日(火)`, `Tuesday 12 May 2026`."""
        return self._write(self._calendar.date, day)

    def day(self, day: dt.date) -> str:
        """Write a day without its year: `6月5日`, `5 June`; by the era, with it: `令和8年6月5日`."""
        pattern = self._calendar.day
        return self._write("{y}年" + pattern if self._era else pattern, day)

    def time(self, moment: dt.datetime | dt.time) -> str:
        """Write a time of day as it stands: `14:25`. The caller has brought it into the session's zone."""
        return f"{moment.hour:02}:{moment.minute:02}"

    def span(self, begin: dt.datetime | dt.time, end: dt.datetime | dt.time) -> str:
        """Write from when to when: `13:33 – 15:28`."""
        return f"{self.time(begin)} – {self.time(end)}"

    def minutes(self, n: int) -> str:
        """Write a planned length: `25分`, `25 min`; from an hour on `1時間30分`, `1 h 30 min`."""
        hours, rest = divmod(n, 60)
        parts = [self._calendar.hours.format(n=hours)] if hours else []
        if rest or not hours:
            parts.append(self._calendar.minutes.format(n=rest))
        return self._calendar.gap.join(parts)

    def length(self, n: int) -> str:
        """Write a length as a sentence has it: `25分`, `25 minutes`; from an hour on `1 hour 30 minutes`."""
        if self.lang != "en":
            return self.minutes(n)
        named = zip(divmod(n, 60), ("hour", "minute"), strict=True)
        parts = [f"{many} {unit}{'s' * (many != 1)}" for many, unit in named if many]
        return " ".join(parts) or "0 minutes"

    def _write(self, pattern: str, day: dt.date) -> str:
        months, weekdays = self._calendar.months, self._calendar.weekdays
        return pattern.format(
            y=self._year(day), m=months[day.month - 1], d=day.day, w=weekdays[day.weekday()]
        )

    def _year(self, day: dt.date) -> str | int:
        if not self._era:
            return day.year
        from coprod.domain.eras import year_of  # noqa: PLC0415 - not before the first paint

        return year_of(day) or day.year


@cache
def _load(lang: str, folder: Path) -> gettext.NullTranslations:
    """Read `<lang>.mo`, or compile `<lang>.po` in memory where the `.mo` is missing or older."""
    if lang == "en":
        return gettext.NullTranslations()
    source, compiled = folder / f"{lang}.po", folder / f"{lang}.mo"
    if compiled.exists() and not (source.exists() and source.stat().st_mtime > compiled.stat().st_mtime):
        return gettext.GNUTranslations(BytesIO(compiled.read_bytes()))
    return gettext.GNUTranslations(BytesIO(compile_po(source)))


def compile_po(source: Path) -> bytes:
    """Compile one `.po` file to the bytes of a `.mo`; fuzzy entries are left out."""
    from babel.messages import mofile, pofile  # noqa: PLC0415 - 0.1 s that an installed program never spends

    with source.open("rb") as lines:
        catalogue = pofile.read_po(lines, locale=source.stem)
    compiled = BytesIO()
    mofile.write_mo(compiled, catalogue)
    return compiled.getvalue()
