"""The guidelines: as many on a page as can be read, at most six; more go on further pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coprod.present.room import Run
from coprod.ui.kit.text import Block
from coprod.ui.room.fit import Steps, fit, pages
from coprod.ui.room.setting import height
from coprod.ui.room.sheet import SIDE, SMALLEST

if TYPE_CHECKING:
    from coprod.present.room import Guidance, RoomView
    from coprod.ui.room.sheet import Sheet

MOST = 6
_NUMBER = 80.0  # from the number to its text
_COLUMNS, _ROWS = 64.0, 30.0
_STEPS: Steps = ((52, 46), (48, 45), (SMALLEST, SMALLEST))
_WIDE: Steps = ((64, 54), *_STEPS)


@dataclass(frozen=True, slots=True)
class _Cell:
    """A guideline set in its column, or in the whole width."""

    number: int
    blocks: tuple[Block, ...]


def compose_guidelines(sheet: Sheet, view: RoomView, top: float, bottom: float) -> None:
    """Put the guidelines of the page shown."""
    turned = _pages(sheet, view.guidelines, bottom - top)
    sheet.pages = len(turned)
    rows = turned[view.page % len(turned)]
    free = bottom - top - sum(map(_tall, rows))
    gap = min(free / max(1, len(rows)), 90.0)
    y = top + min(gap * 0.5, (free - gap * (len(rows) - 1)) / 2)
    for row in rows:
        for column, cell in enumerate(row):
            _put(sheet, cell, SIDE + column * (_column(sheet) + _COLUMNS), y)
        y += _tall(row) + gap


def _put(sheet: Sheet, cell: _Cell, x: float, y: float) -> None:
    first = cell.blocks[0] if cell.blocks else None
    number = sheet.set_run(
        Run("", str(cell.number)), first.font.pixelSize() if first else SMALLEST, bold=True
    )
    baseline = y + (first.baseline if first else number.baseline)
    sheet.put_on(number, x, baseline, "accent")
    indent = max(_NUMBER, number.width + 24)
    sheet.put_stack(cell.blocks, x + indent, y)


def _column(sheet: Sheet) -> float:
    return (sheet.measure - _COLUMNS) / 2


def _tall(row: tuple[_Cell, ...]) -> float:
    return max(height(cell.blocks) for cell in row)


def _pages(sheet: Sheet, guidelines: tuple[Guidance, ...], room: float) -> list[list[tuple[_Cell, ...]]]:
    if len(guidelines) * 2 <= MOST:
        few = _fill(sheet, guidelines, room, columns=1)
        if len(few) <= 1:
            return few or [[]]
    return _fill(sheet, guidelines, room, columns=2)


def _fill(
    sheet: Sheet, guidelines: tuple[Guidance, ...], room: float, columns: int
) -> list[list[tuple[_Cell, ...]]]:
    """Fill pages at the largest size that needs the fewest of them."""
    best: list[list[tuple[_Cell, ...]]] = []
    for step in _WIDE if columns == 1 else _STEPS:
        filled = _fill_at(sheet, guidelines, room, columns, step)
        if not best or len(filled) < len(best):
            best = filled
    return best


def _fill_at(
    sheet: Sheet, guidelines: tuple[Guidance, ...], room: float, columns: int, step: tuple[int, int]
) -> list[list[tuple[_Cell, ...]]]:
    turned: list[list[tuple[_Cell, ...]]] = [[]]
    width = (_column(sheet) if columns == 2 else sheet.measure) - _NUMBER
    for start in range(0, len(guidelines), columns):
        group = guidelines[start : start + columns]
        fitted = [fit(sheet.setting, each.text, width, room, (step,)) for each in group]
        if all(fitted):
            row = tuple(_Cell(each.number, blocks or ()) for each, blocks in zip(group, fitted, strict=True))
            used = sum(map(_tall, turned[-1])) + _ROWS * len(turned[-1])
            if used + _tall(row) > room or sum(map(len, turned[-1])) + len(row) > MOST:
                turned.append([])
            turned[-1].append(row)
        else:
            for each in group:
                alone = pages(sheet.setting, each.text, sheet.measure - _NUMBER, room, _STEPS)
                turned += [[(_Cell(each.number, blocks),)] for blocks in alone]
            turned.append([])
    return [page for page in turned if page]
