"""Dates, languages and zones as the session file writes them."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from coprod.domain.parts import Ms

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)", re.ASCII)
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


def moment(text: str) -> datetime:
    """The moment that an RFC 3339 date and time with an offset names. Raises ValueError."""
    text = text.upper()
    if not _RFC3339.fullmatch(text):
        raise ValueError
    return datetime.fromisoformat(text)


def milliseconds(text: str) -> Ms:
    """The same moment in UTC milliseconds since 1970, rounded down. Raises ValueError."""
    return (moment(text) - _EPOCH) // timedelta(milliseconds=1)


def is_moment(text: str) -> bool:
    """Whether `text` is an RFC 3339 date and time with an offset."""
    try:
        moment(text)
    except ValueError:
        return False
    return True


def is_date(text: str) -> bool:
    """Whether `text` is a calendar date."""
    try:
        return bool(_DATE.fullmatch(text)) and bool(date.fromisoformat(text))
    except ValueError:
        return False


def is_language(text: str) -> bool:
    """Whether `text` is a well-formed BCP 47 tag."""
    return len(text) <= _LONGEST_TAG and bool(_LANGUAGE.fullmatch(text))


def is_zone(text: str) -> bool:
    """Whether `text` is an IANA time zone."""
    try:
        return bool(_ZONE.fullmatch(text)) and bool(ZoneInfo(text))
    except (ValueError, OSError, LookupError):
        return False
