"""The first and the last picture: a welcome, and thanks, beside the ring of seats."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from coprod.ui.kit.seats import paint_seats
from coprod.ui.room.fit import Steps, fit, pages, turn
from coprod.ui.room.setting import height
from coprod.ui.room.sheet import SIDE, SMALLEST

if TYPE_CHECKING:
    from coprod.present.room import RoomView
    from coprod.ui.kit.text import Block
    from coprod.ui.room.sheet import Sheet

_RING = 190.0
_AIR = 44.0
_GREETING: Steps = ((140, 104), (112, 84), (96, 72), (72, 56), (56, SMALLEST), (SMALLEST, SMALLEST))
_TODAY: Steps = ((64, 58), (56, 52), (50, 46), (SMALLEST, SMALLEST))


def compose_opening(sheet: Sheet, view: RoomView, top: float, bottom: float) -> None:
    """Put the greeting, the ring, and under them what today is about."""
    if sheet.enlarged:
        _compose_enlarged(sheet, view, top, bottom)
        return
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


def _compose_enlarged(sheet: Sheet, view: RoomView, top: float, bottom: float) -> None:
    """Put the words alone: on one page where they go in, else the greeting first."""
    room = bottom - top
    for greeting_steps in (_GREETING[number:] for number in range(len(_GREETING))):
        greeting = fit(sheet.setting, view.title, sheet.measure, room * 0.6, greeting_steps) or ()
        under = fit(sheet.setting, view.under, sheet.measure, room - height(greeting) - _AIR, _TODAY)
        if greeting and under is not None:
            y = sheet.put_stack(greeting, SIDE, top)
            sheet.put_stack(under, SIDE, y + _AIR)
            return
    texts = ((view.title, _GREETING), (view.under, _TODAY))
    turned = [
        partial(_put_page, sheet, blocks, top)
        for pair, steps in texts
        if pair
        for blocks in pages(sheet.setting, pair, sheet.measure, room, steps)
    ]
    turn(sheet, turned, view.page)


def _put_page(sheet: Sheet, blocks: tuple[Block, ...], top: float) -> None:
    sheet.put_stack(blocks, SIDE, top)
