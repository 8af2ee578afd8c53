"""One row of a benchmark, and the table of all of them."""

from __future__ import annotations

import operator
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence

HEADINGS = ("", "measured", "goal", "")
_COMPARE = {"<=": operator.le, "<": operator.lt, ">=": operator.ge}


@dataclass(frozen=True, slots=True)
class Row:
    """What was measured, beside its goal; `unit` is empty for a ratio."""

    name: str
    measured: float
    goal: float
    unit: str = ""
    better: Literal["<=", "<", ">="] = "<="

    @property
    def met(self) -> bool:
        """Whether the goal is reached."""
        return bool(_COMPARE[self.better](self.measured, self.goal))

    def cells(self) -> tuple[str, str, str, str]:
        """Give the row as it stands in the table."""
        unit = f" {self.unit}" if self.unit else ""
        goal = f"{self.better.replace('<=', '≤').replace('>=', '≥')} {self.goal:g}{unit}"
        return self.name, f"{self.measured:.3g}{unit}", goal, "" if self.met else "falls short"


def table(rows: Sequence[Row]) -> str:
    """Set rows in columns, figures to the right."""
    cells = [HEADINGS, *(row.cells() for row in rows)]
    widths = [max(_width(row[column]) for row in cells) for column in range(len(HEADINGS))]
    return "\n".join(_line(row, widths) for row in cells)


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    gaps = [" " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)]
    columns = (f"{row[0]}{gaps[0]}", f"{gaps[1]}{row[1]}", f"{gaps[2]}{row[2]}", row[3])
    return "   ".join(columns).rstrip()


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)
