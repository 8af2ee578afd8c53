"""The first and the last picture: a welcome, and thanks, beside the ring of seats."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from coprod.ui.kit.seats import paint_seats
from coprod.ui.room.fit import Steps, fit, pages
from coprod.ui.room.setting import height
from coprod.ui.room.sheet import SIDE, SMALLEST

if TYPE_CHECKING:
    from coprod.present.room import RoomView
    from coprod.ui.room.sheet import Sheet

_RING = 190.0
_GREETING: Steps = ((140, 104), (112, 84), (96, 72), (72, 56), (56, SMALLEST), (SMALLEST, SMALLEST))
_TODAY: Steps = ((64, 58), (56, 52), (50, 46), (SMALLEST, SMALLEST))


def compose_opening(sheet: Sheet, view: RoomView, top: float, bottom: float) -> None:
    """Put the greeting, the ring, and under them what today is about."""
    middle = QPointF(sheet.right - _RING, top + 40 + _RING)
    sheet.draw(partial(paint_seats, centre=middle, radius=_RING, colour=sheet.theme.accent))
    width = sheet.measure - 2 * _RING - 64
    greeting = fit(sheet.setting, view.title, width, 2 * _RING + 60, _GREETING) or ()
    sheet.put_stack(greeting, SIDE, top + 40 + _RING - height(greeting) / 2)
    if view.under:
        under = top + 2 * _RING + 100
        turned = pages(sheet.setting, view.under, sheet.measure, bottom - under, _TODAY)
        sheet.pages = len(turned)
        blocks = turned[view.page % len(turned)]
        sheet.put_stack(blocks, SIDE, under + max(0.0, (bottom - under - height(blocks)) * 0.25))
