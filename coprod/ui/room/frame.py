"""What frames every picture of the wall: where we are, what is always allowed, when it ends, and soft time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from coprod.present.room import Run
from coprod.ui.kit.arc import paint_arc, stepped
from coprod.ui.room.sheet import FOOT, GAP, HEAD, SIDE, SMALLEST, between, set_pair, set_run

if TYPE_CHECKING:
    from coprod.present.room import Clock, Pair
    from coprod.ui.kit.text import Block
    from coprod.ui.room.sheet import Sheet

ROW = SMALLEST * 1.4
_ARC = 420.0
_TIME = 58
_APART = 64.0  # between what stands left and right in one row
_CLEAR = 30.0  # between the frame and what it frames


def head(
    sheet: Sheet, where: Pair, arc: float | None, *, token: str = "accent", reduced: bool = False
) -> float:
    """Put where we are at the top left and soft time at the top right; give where the place below begins."""
    width = sheet.measure
    if arc is not None:
        width -= _ARC + _APART
        place = QRectF(sheet.right - _ARC, HEAD, _ARC, ROW)
        share, colours = stepped(arc, reduced=reduced), (sheet.theme.accent, sheet.theme.edge)
        sheet.draw(lambda painter: paint_arc(painter, place, share, colours))
    bottom = _row(sheet, where, HEAD, width, token)
    return max(bottom, HEAD + ROW) + _CLEAR


def foot(sheet: Sheet, allowed: Pair, clock: Clock | None) -> float:
    """Put what is allowed at the foot left and the clock right; give where the place above ends."""
    last = sheet.height - FOOT - ROW  # the top of the last row
    width = sheet.measure
    if clock is not None:
        width -= _clock(sheet, clock, last) + _APART
    row = _inline(allowed, width)
    if row is None:
        stack = set_pair(allowed, (SMALLEST, SMALLEST), width)
        tall = sum(block.height for block in stack) + sum(between(block) for block in stack[:-1])
        top = last + ROW - tall
        sheet.put_stack(stack, SIDE, top)
        return top - _CLEAR
    _put_row(sheet, row, SIDE, last, "ink")
    return last - _CLEAR


def page_mark(sheet: Sheet, page: int) -> None:
    """Say which of several pages this is."""
    if sheet.pages > 1:
        mark = set_run(Run("", f"{page + 1} / {sheet.pages}"), SMALLEST)
        sheet.put_on(mark, sheet.right, HEAD + ROW * 0.72, "ink2", align=1.0)


def inline(sheet: Sheet, pair: Pair, x: float, y: float, width: float, token: str = "ink") -> float:
    """Put both languages in one line, or one under the other where that is too wide; give where they end."""
    return _row(sheet, pair, y, width, token, x)


def _row(sheet: Sheet, pair: Pair, y: float, width: float, token: str, x: float = SIDE) -> float:
    row = _inline(pair, width)
    if row is None:
        return sheet.put_stack(set_pair(pair, (SMALLEST, SMALLEST), width), x, y, token)
    _put_row(sheet, row, x, y, token)
    return y + ROW if row else y


def _inline(pair: Pair, width: float) -> tuple[Block, ...] | None:
    row = set_pair(pair, (SMALLEST, SMALLEST), None)
    wide = sum(block.width for block in row) + GAP * (len(row) - 1)
    return row if wide <= width and all(len(block.layouts) == 1 for block in row) else None


def _put_row(sheet: Sheet, row: tuple[Block, ...], x: float, y: float, token: str) -> None:
    for block in row:
        x = sheet.put_on(block, x, y + ROW * 0.72, token) + GAP


def _clock(sheet: Sheet, clock: Clock, y: float) -> float:
    """Put the clock at the right; give how wide it is."""
    baseline, x = y + ROW * 0.72, sheet.right
    time = set_run(Run("", clock.time), _TIME, bold=True)
    sheet.put_on(time, x, baseline, align=1.0)
    x -= time.width + GAP * 0.8
    for run in reversed(clock.label):
        word = set_run(run, SMALLEST)
        sheet.put_on(word, x, baseline, align=1.0)
        x -= word.width + GAP * 0.6
    return sheet.right - x
