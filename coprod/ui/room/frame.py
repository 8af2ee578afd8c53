"""What frames every picture of the wall: where we are, what is always allowed, when it ends, and soft time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from coprod.present.room import Run
from coprod.ui.kit.arc import paint_arc, stepped
from coprod.ui.room.setting import height
from coprod.ui.room.sheet import GAP, SMALLEST

if TYPE_CHECKING:
    from coprod.present.room import Clock, Pair
    from coprod.ui.kit.text import Block
    from coprod.ui.room.sheet import Sheet

ROW = SMALLEST * 1.4
_ARC = 420.0
_TIME = 58
_BASE = 0.72  # where the baseline lies in a row
_WORD = 26.0  # between the words of the clock
_MARK = 140.0  # kept for the number of the page
_APART = 64.0  # between what stands left and right in one row
_CLEAR = 30.0  # between the frame and what it frames


def head(
    sheet: Sheet, where: Pair, arc: float | None, *, token: str = "accent", reduced: bool = False
) -> float:
    """Put where we are at the top left and soft time at the top right; give where the place below begins."""
    width = sheet.measure - _MARK
    if arc is not None:
        width -= _ARC + _APART
        place = QRectF(sheet.right - _ARC, sheet.head, _ARC, ROW)
        share, colours = stepped(arc, reduced=reduced), (sheet.theme.accent, sheet.theme.edge)
        sheet.draw(lambda painter: paint_arc(painter, place, share, colours))
    bottom = _row(sheet, where, sheet.head, width, token)
    return max(bottom, sheet.head + ROW) + _CLEAR / sheet.scale


def foot(sheet: Sheet, allowed: Pair, clock: Clock | None) -> float:
    """Put what is allowed at the foot left and the clock right; give where the place above ends.

    In one row if they go in; else the languages one under the other; else the clock in a row of its own.
    """
    words = _clock(sheet, clock) if clock else []
    wide = sum(word.width for word in words) + _WORD * len(words) + _APART if words else 0.0
    rows = _rows(sheet, allowed, sheet.measure, wide)
    own = bool(words) and bool(rows) and rows[-1][-1].widths[-1] + _offset(rows[-1]) + wide > sheet.measure
    last = sheet.height - sheet.foot - ROW
    y = last - (ROW if own else 0.0) + ROW - sum(_tall(row) for row in rows)
    top = min(y, last)
    for row in rows:
        _put_row(sheet, row, sheet.side, y, "ink")
        y += _tall(row)
    x = sheet.right
    for word in reversed(words):
        sheet.put_on(word, x, last + ROW * _BASE, align=1.0)
        x -= word.width + _WORD
    return top - _CLEAR / sheet.scale


def _rows(sheet: Sheet, pair: Pair, width: float, clock: float) -> list[tuple[Block, ...]]:
    """Choose how the languages stand: in one row beside the clock, else in rows of which the last is beside it."""
    row = _inline(sheet, pair, width - clock)
    if row is not None:
        return [row] if row else []
    stack: list[tuple[Block, ...]] = [(block,) for block in sheet.set_pair(pair, (SMALLEST, SMALLEST), width)]
    if stack[-1][0].widths[-1] + clock <= width:
        return stack
    row = _inline(sheet, pair, width)
    return [row] if row else stack


def _tall(row: tuple[Block, ...]) -> float:
    return max(ROW, row[0].height)


def _offset(row: tuple[Block, ...]) -> float:
    """How far from the margin the last language of a row begins."""
    return sum(block.width + GAP for block in row[:-1])


def page_mark(sheet: Sheet, page: int, *, beside_arc: bool) -> None:
    """Say which of several pages this is."""
    if sheet.pages > 1:
        mark = sheet.set_run(Run("", f"{page + 1} / {sheet.pages}"), SMALLEST)
        x = sheet.right - (_ARC + _APART / 2 if beside_arc else 0.0)
        sheet.put_on(mark, x, sheet.head + ROW * _BASE, "ink2", align=1.0)


def inline(sheet: Sheet, pair: Pair, x: float, y: float, width: float, token: str = "ink") -> float:
    """Put both languages in one line, or one under the other where that is too wide; give where they end."""
    return _row(sheet, pair, y, width, token, x)


def inline_height(sheet: Sheet, pair: Pair, width: float) -> float:
    """Tell how high `inline` makes it."""
    return (
        ROW
        if _inline(sheet, pair, width) is not None
        else height(sheet.set_pair(pair, (SMALLEST, SMALLEST), width))
    )


def _row(sheet: Sheet, pair: Pair, y: float, width: float, token: str, x: float | None = None) -> float:
    x = sheet.side if x is None else x
    row = _inline(sheet, pair, width)
    if row is None:
        return sheet.put_stack(sheet.set_pair(pair, (SMALLEST, SMALLEST), width), x, y, token)
    _put_row(sheet, row, x, y, token)
    return y + ROW if row else y


def _inline(sheet: Sheet, pair: Pair, width: float) -> tuple[Block, ...] | None:
    row = sheet.set_pair(pair, (SMALLEST, SMALLEST), None)
    wide = sum(block.width for block in row) + GAP * (len(row) - 1)
    return row if wide <= width and all(len(block.layouts) == 1 for block in row) else None


def _put_row(sheet: Sheet, row: tuple[Block, ...], x: float, y: float, token: str) -> None:
    for block in row:
        sheet.put(block, x, y + ROW * _BASE - block.baseline, token)
        x += block.width + GAP


def _clock(sheet: Sheet, clock: Clock) -> list[Block]:
    """Set the label in its languages, and the time of day."""
    return [
        *(sheet.set_run(run, SMALLEST) for run in clock.label),
        sheet.set_run(Run("", clock.time), _TIME, bold=True),
    ]
