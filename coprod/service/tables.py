"""Tables that other programs wrote: rows of cells, as text."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Protocol, TypeAlias

if TYPE_CHECKING:
    from pathlib import Path

Table: TypeAlias = "tuple[tuple[str, ...], ...]"
"""Rows from the top, each with as many cells as the widest; none is empty from end to end."""

MOST_ROWS, MOST_COLUMNS = 20_000, 64


class WhyNoTable(StrEnum):
    """Why a file is not taken as a table."""

    NOT_READ = "not-read"
    NOT_A_TABLE = "not-a-table"
    OLD_KIND = "old-kind"
    TOO_BIG = "too-big"
    NO_TEXT = "no-text"
    EMPTY = "empty"


class TableRefused(Exception):
    """A file that is no table, or none that can be read. Without a word of what is in it."""

    def __init__(self, why: WhyNoTable) -> None:
        super().__init__(why.value)
        self.why = why


class TableReader(Protocol):
    """Reads tables of text (CSV, TSV) and of spreadsheets (XLSX)."""

    def __call__(self, path: Path) -> Table:
        """The first table in a file that holds anything. Raises TableRefused."""
