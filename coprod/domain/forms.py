"""The forms of what is written as a string and is no prose: moments, dates, languages, zones."""

from __future__ import annotations

import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)", re.ASCII)
_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_LANGUAGE = re.compile(
    r"""(?: (?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4,8})   # language
            (?:-[a-z]{4})?                                # script
            (?:-(?:[a-z]{2}|\d{3}))?                      # region
            (?:-(?:[a-z0-9]{5,8}|\d[a-z0-9]{3}))*         # variants
            (?:-[a-wy-z0-9](?:-[a-z0-9]{2,8})+)*          # extensions
            (?:-x(?:-[a-z0-9]{1,8})+)?                    # private use
          | (?:x(?:-[a-z0-9]{1,8})+) | i(?:-[a-z]{3,8})+ )""",
    re.ASCII | re.IGNORECASE | re.VERBOSE,
)
_ZONE = re.compile(r"[A-Za-z0-9_+-]{1,32}(/[A-Za-z0-9_+-]{1,32}){0,3}", re.ASCII)
_LONGEST_TAG = 64


def is_moment(text: str) -> bool:
    """Whether `text` is an RFC 3339 date and time with an offset."""
    try:
        return bool(_MOMENT.fullmatch(text.upper())) and bool(datetime.fromisoformat(text.upper()))
    except ValueError:
        return False


def is_date(text: str) -> bool:
    """Whether `text` is a calendar date."""
    try:
        return bool(_DATE.fullmatch(text)) and bool(date.fromisoformat(text))
    except ValueError:
        return False


def is_language(text: str) -> bool:
    """Whether `text` is a well-formed BCP 47 tag."""
    return len(text) <= _LONGEST_TAG and bool(_LANGUAGE.fullmatch(text))


def zone_named(text: str) -> ZoneInfo | None:
    """The IANA time zone of that name; None where this machine knows of none."""
    try:
        return ZoneInfo(text) if _ZONE.fullmatch(text) else None
    except (ValueError, OSError, LookupError):
        return None
