"""A breath, a silence, a break: named on the wall, so that nobody has to wonder."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from coprod.present.room import Kind, Run
from coprod.ui.kit.seats import paint_seats
from coprod.ui.room.fit import QUESTION, pages, scaled
from coprod.ui.room.frame import ROW
from coprod.ui.room.setting import height
from coprod.ui.room.sheet import GAP, SMALLEST

if TYPE_CHECKING:
    from coprod.present.room import RoomView
    from coprod.ui.kit.text import Block
    from coprod.ui.room.sheet import Sheet

_RADIUS = 288.0
_TITLE: tuple[tuple[int, int], ...] = ((88, 74), (76, 64), *QUESTION[2:])
_CLOCK = 400


def compose_pause(sheet: Sheet, view: RoomView, _top: float, _bottom: float) -> None:
    """Put a breath or a silence in the middle, with its name and what is fine."""
    middle = sheet.width / 2
    below = sheet.set_pair(view.foot, (SMALLEST, SMALLEST), sheet.measure)
    in_a_row = len(below) == 2 and below[0].width + GAP + below[1].width <= sheet.measure
    foot = sheet.height - sheet.foot - (ROW if in_a_row else height(below))
    title = pages(
        sheet.setting,
        view.title,
        sheet.measure,
        foot * (0.4 if sheet.scale == 1 else 0.6),
        scaled(_TITLE, sheet.scale),
    )[0]
    top = foot - 30 - height(title)
    radius = min(_RADIUS, (top - 24 - sheet.head) / 2)
    centre = QPointF(middle, (sheet.head + top) / 2)
    if view.kind is Kind.BREATH:
        sheet.breath = (centre, radius)
    else:
        sheet.draw(partial(paint_seats, centre=centre, radius=radius * 0.8, colour=sheet.theme.accent))
    sheet.put_stack(title, middle, top, align=0.5)
    if in_a_row:
        _centre_row(sheet, below, foot + ROW * 0.72)
    else:
        sheet.put_stack(below, middle, foot, align=0.5)


def _centre_row(sheet: Sheet, row: tuple[Block, ...], baseline: float) -> None:
    x = (sheet.width - row[0].width - GAP - row[1].width) / 2
    for block in row:
        x = sheet.put_on(block, x, baseline) + GAP


def compose_break(sheet: Sheet, view: RoomView, top: float, bottom: float) -> None:
    """Put the clock of the return, very large; without one, the word alone."""
    if view.clock is None:
        steps = scaled(((140, 105), *_TITLE), sheet.scale)
        title = pages(sheet.setting, view.title, sheet.measure, bottom - top, steps)[0]
        sheet.put_stack(title, sheet.side, top + (bottom - top - height(title)) * 0.35)
        return
    digits = Run("", view.clock.time)
    size = next(px for px in range(_CLOCK, 0, -20) if sheet.set_run(digits, px).width <= sheet.measure)
    time = sheet.set_run(digits, size)
    label = sheet.set_pair(view.clock.label, (84, 72), None)
    baseline = top + 60 + 84
    if sum(block.width for block in label) + GAP * len(label) <= sheet.measure:
        x = sheet.side
        for block in label:
            x = sheet.put_on(block, x, baseline) + GAP * 1.2
    else:
        baseline = sheet.put_stack(sheet.set_pair(view.clock.label, (72, 60), sheet.measure), sheet.side, top)
    sheet.put(time, sheet.side, baseline - 4)
