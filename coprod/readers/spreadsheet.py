"""Tables of a spreadsheet (XLSX): the values that stand in its cells, never its formulas or its looks."""

from __future__ import annotations

import datetime as dt
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from coprod.service.tables import MOST_COLUMNS, MOST_ROWS, TableRefused, WhyNoTable

if TYPE_CHECKING:
    from collections.abc import Iterator

UNPACKED = 256 * 1024 * 1024
"""Bytes that a spreadsheet may unfold into."""


def spreadsheet(data: bytes) -> list[tuple[str, ...]]:
    """The rows of the first sheet that holds anything. Raises TableRefused."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            if sum(part.file_size for part in archive.infolist()) > UNPACKED:
                raise TableRefused(WhyNoTable.TOO_BIG)
        return next((rows for rows in _sheets(data) if rows), [])
    except TableRefused:
        raise
    except BadZipFile:
        raise TableRefused(WhyNoTable.NOT_A_TABLE) from None
    except Exception:  # whatever openpyxl stumbles over, it is the file's fault
        raise TableRefused(WhyNoTable.NOT_A_TABLE) from None


def _sheets(data: bytes) -> Iterator[list[tuple[str, ...]]]:
    from openpyxl import load_workbook  # noqa: PLC0415 - a second to read, for those who bring a spreadsheet

    book = load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
    try:
        for sheet in book.worksheets:
            if sheet.sheet_state != "visible":
                continue
            found: list[tuple[str, ...]] = []
            for row in sheet.iter_rows(values_only=True, max_col=MOST_COLUMNS + 1):
                cells = tuple(map(_written, row))
                if any(cells):
                    found.append(cells)
                if len(found) > MOST_ROWS:
                    raise TableRefused(WhyNoTable.TOO_BIG)
            yield found
    finally:
        book.close()


def _written(value: object) -> str:
    """A value as people write it: a day without its midnight, a whole number without its point."""
    match value:
        case None:
            return ""
        case dt.datetime() if value.time() == dt.time():
            return value.date().isoformat()
        case dt.datetime() | dt.date() | dt.time():
            return value.isoformat()
        case float() if value.is_integer():
            return str(int(value))
    return str(value)
