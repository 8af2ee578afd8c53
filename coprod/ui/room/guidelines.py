"""The guidelines: as many on a page as can be read, at most six; more go on further pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from coprod.present.room import Run
from coprod.ui.kit.text import Block
from coprod.ui.room.fit import Steps, fit, pages
from coprod.ui.room.setting import height
from coprod.ui.room.sheet import SIDE, SMALLEST, Sheet

if TYPE_CHECKING:
    from coprod.present.room import Guidance, RoomView

MOST = 6
_NUMBER = 80.0  # from the number to its text
_COLUMNS, _ROWS = 64.0, 30.0
_NARROW = 440.0  # a column of less would break every line
_STEPS: Steps = ((52, 46), (48, 45), (SMALLEST, SMALLEST))
_WIDE: Steps = ((64, 54), *_STEPS)


@dataclass(frozen=True, slots=True)
class _Cell:
    """A guideline set in its column, or in the whole width."""

    number: int
    blocks: tuple[Block, ...]


_Row: TypeAlias = tuple[_Cell, ...]


def compose_guidelines(sheet: Sheet, view: RoomView, top: float, bottom: float) -> None:
    """Put the guidelines of the page shown."""
    largest = sheet.set_run(Run("", str(len(view.guidelines))), _STEPS[0][0], bold=True)
    grid = _Grid(sheet, bottom - top, max(_NUMBER, largest.width + 28))
    turned = grid.pages(view.guidelines)
    sheet.pages = len(turned)
    rows = turned[view.page % len(turned)]
    free = bottom - top - sum(map(_tall, rows))
    gap = min(free / max(1, len(rows)), 90.0)
    y = top + min(gap * 0.5, (free - gap * (len(rows) - 1)) / 2)
    for row in rows:
        for column, cell in enumerate(row):
            grid.put(cell, SIDE + column * (grid.column + _COLUMNS), y)
        y += _tall(row) + gap


def _tall(row: tuple[_Cell, ...]) -> float:
    return max(height(cell.blocks) for cell in row)


@dataclass(frozen=True, slots=True)
class _Grid:
    """Two columns, or one, on a sheet; `indent` is from the number to its text."""

    sheet: Sheet
    room: float
    indent: float

    @property
    def column(self) -> float:
        return (self.sheet.measure - _COLUMNS) / 2

    def put(self, cell: _Cell, x: float, y: float) -> None:
        size = cell.blocks[0].font.pixelSize() if cell.blocks else SMALLEST
        number = self.sheet.set_run(Run("", str(cell.number)), size, bold=True)
        self.sheet.put(number, x, y, "accent")
        self.sheet.put_stack(cell.blocks, x + self.indent, y)

    def pages(self, guidelines: tuple[Guidance, ...]) -> list[list[_Row]]:
        """Few guidelines stand large, one under the other; more in two columns where there is room for them."""
        if self.column - self.indent < _NARROW:
            return self._fill(guidelines, 1, _STEPS) or [[]]
        if len(guidelines) * 2 <= MOST:
            few = self._fill(guidelines, 1, _WIDE)
            if len(few) <= 1:
                return few or [[]]
        return self._fill(guidelines, 2, _STEPS)

    def _fill(self, guidelines: tuple[Guidance, ...], columns: int, steps: Steps) -> list[list[_Row]]:
        """Fill pages at the largest size that needs the fewest of them."""
        filled = self._fill_at(guidelines, columns, steps[0])
        for step in steps[1:]:
            if len(filled) == 1:
                break
            filled = min(filled, self._fill_at(guidelines, columns, step), key=len)
        return filled

    def _fill_at(
        self, guidelines: tuple[Guidance, ...], columns: int, step: tuple[int, int]
    ) -> list[list[_Row]]:
        turned: list[list[_Row]] = [[]]
        width = (self.column if columns > 1 else self.sheet.measure) - self.indent
        for start in range(0, len(guidelines), columns):
            group = guidelines[start : start + columns]
            fitted = [fit(self.sheet.setting, each.text, width, self.room, (step,)) for each in group]
            if not all(fitted):
                turned += [*(page for each in group for page in self._alone(each)), []]
                continue
            row = tuple(_Cell(each.number, blocks or ()) for each, blocks in zip(group, fitted, strict=True))
            used = sum(map(_tall, turned[-1])) + _ROWS * len(turned[-1])
            if used + _tall(row) > self.room or sum(map(len, turned[-1])) + len(row) > MOST:
                turned.append([])
            turned[-1].append(row)
        return [page for page in turned if page]

    def _alone(self, guideline: Guidance) -> list[list[_Row]]:
        """Give a guideline too long for its column as many pages as it needs."""
        width = self.sheet.measure - self.indent
        turned = pages(self.sheet.setting, guideline.text, width, self.room, _STEPS)
        return [[(_Cell(guideline.number, blocks),)] for blocks in turned]
