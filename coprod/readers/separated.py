"""Tables of text: in the encodings that spreadsheets write in Japan, Korea and the West."""

from __future__ import annotations

import csv
import re
from collections import Counter
from io import StringIO
from itertools import islice
from typing import TYPE_CHECKING

from coprod.service.tables import TableRefused, WhyNoTable

if TYPE_CHECKING:
    from collections.abc import Iterator

_SEPARATORS = "\t;,"
_LOOKED_AT = 100
_LARGEST_CELL = 1_000_000
_KANA = re.compile(r"[぀-ヿ]")
_FEW = 0.1
"""Where fewer of the bytes than this are no ASCII, a text is in a Western language, unless it holds kana."""


def separated(data: bytes) -> Iterator[tuple[str, ...]]:
    """The rows of a text. Raises TableRefused."""
    text = _text(data)
    if "\0" in text:
        raise TableRefused(WhyNoTable.NOT_A_TABLE)
    yield from _rows(text, _separator(text))


def _text(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _in(data, "utf-16")
    for encoding in ("utf-8-sig", *_older(data)):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise TableRefused(WhyNoTable.NO_TEXT)


def _in(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise TableRefused(WhyNoTable.NO_TEXT) from None


def _older(data: bytes) -> tuple[str, ...]:
    """The encodings to try where it is not UTF-8, the likeliest first.

    Kana lie outside of what EUC-KR allows; what it allows is Korean. A stray curly quote among English is Western.
    """
    few = sum(byte > 0x7F for byte in data) < _FEW * len(data)  # noqa: PLR2004 - the end of ASCII
    japanese = _KANA.search(data.decode("cp932", errors="ignore")) is not None
    if few and not japanese:
        return ("euc_kr", "cp1252", "cp932", "cp949") if _pairs(data) else ("cp1252", "cp932", "cp949")
    return ("euc_kr", "cp932", "cp949", "cp1252")


def _pairs(data: bytes) -> bool:
    """Whether what is no ASCII comes in pairs, as Korean does."""
    return all(len(run) % 2 == 0 for run in re.findall(rb"[\xa1-\xfe]+", data))


def _separator(text: str) -> str:
    """The separator that parts the first rows into the most columns, as most of them have."""

    def columns(separator: str) -> int:
        widths = Counter(len(row) for row in islice(_rows(text, separator), _LOOKED_AT) if any(row))
        return max(widths, key=lambda width: (widths[width], width), default=0)

    return max(_SEPARATORS, key=columns)


def _rows(text: str, separator: str) -> Iterator[tuple[str, ...]]:
    csv.field_size_limit(_LARGEST_CELL)
    try:
        for row in csv.reader(StringIO(text, newline=""), delimiter=separator):
            yield tuple(row)
    except csv.Error:
        raise TableRefused(WhyNoTable.NOT_A_TABLE) from None
