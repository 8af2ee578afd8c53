"""A table from a file: spreadsheets by openpyxl, text with commas, semicolons or tabs by ourselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coprod.readers.separated import separated
from coprod.readers.spreadsheet import spreadsheet
from coprod.service.tables import MOST_COLUMNS, MOST_ROWS, TableRefused, WhyNoTable

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from coprod.service.tables import Table

LARGEST = 16 * 1024 * 1024
"""Bytes of a file."""
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How a file begins that is a modern spreadsheet, and one that is an older one, or sealed with a password."""


def read_table(path: Path) -> Table:
    """Fulfils the port TableReader. What a file is, its first bytes say, not its name."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError:
        raise TableRefused(WhyNoTable.NOT_READ) from None
    if len(data) > LARGEST:
        raise TableRefused(WhyNoTable.TOO_BIG)
    if data.startswith(_OLE):
        raise TableRefused(WhyNoTable.OLD_KIND)
    table = _squared(spreadsheet(data) if data.startswith(_ZIP) else separated(data))
    if not table:
        raise TableRefused(WhyNoTable.EMPTY)
    return table


def _squared(rows: Iterable[tuple[str, ...]]) -> Table:
    """The rows that hold anything, all as wide as the widest."""
    found: list[tuple[str, ...]] = []
    for row in rows:
        cells = tuple(cell.strip() for cell in row)
        while cells and not cells[-1]:
            cells = cells[:-1]
        if cells:
            found.append(cells)
        if len(found) > MOST_ROWS or len(cells) > MOST_COLUMNS:
            raise TableRefused(WhyNoTable.TOO_BIG)
    width = max(map(len, found), default=0)
    return tuple((*row, *("",) * (width - len(row))) for row in found)
