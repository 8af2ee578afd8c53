"""What the types of a file can't say of its values: keys written twice, characters, lengths, dates, languages.

One walk over the plain JSON knows the place of each value; which rule holds is told by the name of its key.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

from coprod.domain.forms import is_date, is_language, is_moment, zone_named
from coprod.domain.prose import TEXT_LIMIT, TITLE_LIMIT, forbidden
from coprod.service.exchange.bad import BadFile, inside

_DECIMALS = 3
_YEARS = ("0002", "9999")
"""Moments outside these can't be put in another zone."""
_KEY = re.compile(r"[A-Za-z0-9_-]{1,32}", re.ASCII)
_TOKEN = re.compile(r"[A-Za-z0-9._-]{1,128}", re.ASCII)
_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.ASCII | re.IGNORECASE)
_SHORT = frozenset(("title", "name", "called"))
_LONG = (
    "place",
    "purpose",
    "text",
    "reading",
    "discipline",
    "label",
    "prompt",
    "owner_text",
    "reason",
    "easy",
)
_BY_LANGUAGE = frozenset((*_SHORT, *_LONG, "translations"))
_CHILD = {"labels": "label", "translations": "translation"}
"""The name under which the values of these objects are looked at."""

_Rule = tuple[Callable[[str], object], str]
_MOMENT: _Rule = (
    lambda text: is_moment(text) and _YEARS[0] <= text < _YEARS[1],
    "is not a date and time with an offset, like 2026-05-12T13:30:00+09:00",
)
_ID: _Rule = (_UUID.fullmatch, "is not a UUID")
_LANGUAGE: _Rule = (is_language, "is not a language tag, like ja or en")
_WORD: _Rule = (
    _TOKEN.fullmatch,
    "may hold letters, digits, dots, hyphens and underscores alone, 128 at most",
)
_RULES: Mapping[str, _Rule] = {
    **dict.fromkeys(("start", "end", "started", "ended", "at"), _MOMENT),
    **dict.fromkeys(("id", "person", "previous", "note", "from", "to"), _ID),
    **dict.fromkeys(("languages", "original"), _LANGUAGE),
    **dict.fromkeys(("edition", "sha256"), _WORD),
    "due": (is_date, "is not a date, like 2026-06-30"),
    "zone": (zone_named, "is not a time zone, like Asia/Tokyo"),
    "key": (_KEY.fullmatch, "may hold letters, digits, hyphens and underscores alone, 1 to 32 of them"),
    "listed": (("name", "count").__contains__, "is neither name nor count"),
    "wall": (("name", "none").__contains__, "is neither name nor none"),
}
_CONSENT = {("consents", "to"): "consent to"}
"""What a consent is for is not the id of a note, though its key is the same."""


class _Twice(dict[str, Any]):
    """An object in which a key is written twice."""

    key: str = ""


def parse(text: str) -> Any:  # noqa: ANN401 (any JSON)
    """The plain JSON; raises ValueError or RecursionError where there is none."""
    return json.loads(text, object_pairs_hook=_object, parse_constant=_no_number)


def _no_number(name: str) -> float:
    raise ValueError(name)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) == len(pairs):
        return made
    twice = _Twice(made)
    twice.key = Counter(key for key, _ in pairs).most_common(1)[0][0]
    return twice


def check(value: object, name: str = "", place: str = "") -> None:
    """Look at a value under the key `name`, and at all below it. Raises BadFile at the first that is wrong."""
    if isinstance(value, dict):
        _check_object(value, name, place)
    elif isinstance(value, list):
        for index, one in enumerate(value):
            check(one, name, inside(place, index))
    elif isinstance(value, str):
        _check_string(value, name, place)
    elif value is None:
        raise BadFile(place, "is null: leave the key out")
    elif isinstance(value, int | float):
        _check_number(value, name, place)


def _check_object(value: dict[str, Any], name: str, place: str) -> None:
    if isinstance(value, _Twice):
        raise BadFile(inside(place, value.key), "is written twice")
    for key, one in value.items():
        where = inside(place, key)
        if name in _BY_LANGUAGE:
            if not is_language(key):
                raise BadFile(where, _LANGUAGE[1])
            check(one, _CHILD.get(name, name), where)
        else:
            check(one, _CONSENT.get((name, key)) or _CHILD.get(name, key), where)


def _check_string(value: str, name: str, place: str) -> None:
    bad = forbidden(value)
    if bad is not None:
        raise BadFile(place, f"holds the character U+{ord(bad):04X}, which no text may hold")
    limit = TITLE_LIMIT if name in _SHORT else TEXT_LIMIT
    if len(value) > limit:
        raise BadFile(place, f"has {len(value):,} characters; {limit:,} are the most")
    fits, reason = _RULES.get(name, (None, ""))
    if fits is not None and not fits(value):
        raise BadFile(place, reason)


def _check_number(value: float, name: str, place: str) -> None:
    if name in ("at", "until") and round(value, _DECIMALS) != value:
        raise BadFile(place, "has more than three decimals")
    if name in ("number", "version", "minor") and value % 1 != 0:
        raise BadFile(place, "is not a whole number")
