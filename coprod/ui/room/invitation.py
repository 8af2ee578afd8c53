"""The card for joining: steps one under another, and beside them the code to point a camera at."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from coprod.present.room import Run
from coprod.ui.room.fit import turn
from coprod.ui.room.sheet import GAP, SMALLEST

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coprod.present.room import Invitation, Pair, RoomView
    from coprod.ui.kit.text import Block
    from coprod.ui.room.sheet import Sheet

_CODE = 0.34  # of the measure
_APART, _NUMBER, _QUIET = (
    72.0,
    80.0,
    4,
)  # between the columns; for a number; the light edge of a code, in squares
_TYPES = (
    ((58, 52), 84, 34.0),
    ((52, 47), 76, 28.0),
    ((48, SMALLEST), 72, 22.0),
    ((SMALLEST, SMALLEST), 66, 16.0),
)
"""To be tried: the sizes of a step and of the word, and the air between two steps."""
_NARROW = (56, 50, SMALLEST)  # of the word, where it would not go in one row
_LEAST = 520.0  # the width of steps beside the code
_RADIUS = 18.0
_DARK, _LIGHT = QColor("#000000"), QColor("#ffffff")
"""A code is dark on light in every theme: many cameras read no other."""


def compose_invitation(sheet: Sheet, view: RoomView, top: float, bottom: float) -> None:
    """Put the steps beside the code; where there is no room for both, the code first and the steps after it."""
    if view.invitation is None:
        return
    invitation, room = view.invitation, bottom - top
    side = min(sheet.measure * _CODE, room - 2 * SMALLEST)
    address = _address(sheet, invitation.address, side)
    width = sheet.measure - max(side, address.width) - _APART - _NUMBER
    beside = width >= _LEAST
    pages = _pages(sheet, invitation, width if beside else sheet.measure - _NUMBER, room)
    put_code = partial(_put_code, sheet, invitation.squares, address, top, side)
    turned = [partial(_put_steps, sheet, steps, top) for steps in pages]
    if beside:
        put_code()
    turn(sheet, turned if beside else [put_code, *turned], view.page)


def _put_steps(sheet: Sheet, steps: Sequence[_Step], top: float) -> None:
    y = top
    for step in steps:
        first = step.rows[0][0]
        if step.number:
            number = sheet.set_run(Run("en", step.number), first.font.pixelSize(), bold=True)
            sheet.put_on(number, sheet.side, y + first.baseline, "accent")
        for row in step.rows:
            x, baseline = sheet.side + _NUMBER, y + row[0].baseline
            for block in row:
                x = sheet.put_on(block, x, baseline) + GAP
            y += row[0].height
        y += step.air


class _Step(NamedTuple):
    """A step, set: rows of what stands side by side, and the air below."""

    number: str
    rows: tuple[tuple[Block, ...], ...]
    air: float

    @property
    def height(self) -> float:
        """With the air below."""
        return sum(row[0].height for row in self.rows) + self.air


def _pages(sheet: Sheet, invitation: Invitation, width: float, room: float) -> list[list[_Step]]:
    """All steps on one page, in the largest type in which they go there; else on as many as they need."""
    steps: list[_Step] = []
    for sizes, large, air in _TYPES:
        steps = [
            _Step(str(number), tuple((block,) for block in sheet.set_pair(step, sizes, width)), air)
            for number, step in enumerate(invitation.steps, start=1)
        ]
        steps[-1] = steps[-1]._replace(rows=(*steps[-1].rows, *_word(sheet, invitation.word, large, width)))
        if sum(step.height for step in steps) - air <= room:
            return [steps]
    pages: list[list[_Step]] = []
    for step in steps:
        if not pages or sum(one.height for one in (*pages[-1], step)) - step.air > room:
            pages.append([])
        pages[-1].append(step)
    return pages


def _word(sheet: Sheet, word: Pair, size: int, width: float) -> tuple[tuple[Block, ...], ...]:
    """The word in all its letters: in one row where they go in, else one under another."""
    for px in (size, *_NARROW):
        row = tuple(sheet.set_run(run, px, bold=not n) for n, run in enumerate(word))
        if sum(block.width + GAP for block in row) - GAP <= width:
            return (row,)
    return tuple((sheet.set_run(run, SMALLEST, bold=not n, width=width),) for n, run in enumerate(word))


def _address(sheet: Sheet, address: str, side: float) -> Block:
    """The address as large as it goes under a code of that side."""
    run = Run("en", address)
    size = next((px for px in (52, 48) if sheet.set_run(run, px).width <= side), SMALLEST)
    return sheet.set_run(run, size)


def _put_code(sheet: Sheet, squares: tuple[str, ...], address: Block, top: float, side: float) -> None:
    """Put the code at the right on its light ground, and under it the address in figures."""
    middle = sheet.right - max(side, address.width) / 2
    place = QRectF(middle - side / 2, top, side, side)
    sheet.draw(partial(_paint_code, rows=squares, place=place))
    sheet.put(address, middle, place.bottom() + 8, align=0.5)


def _paint_code(painter: QPainter, rows: tuple[str, ...], place: QRectF) -> None:
    """Paint its squares, those of a row that touch as one."""
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_LIGHT)
    painter.drawRoundedRect(place, _RADIUS, _RADIUS)
    painter.setBrush(_DARK)
    painter.setRenderHint(
        QPainter.RenderHint.Antialiasing, on=False
    )  # or a line of light is seen between squares
    unit = place.width() / (len(rows) + 2 * _QUIET)
    start = place.topLeft() + QPointF(unit * _QUIET, unit * _QUIET)
    for y, row in enumerate(rows):
        x = 0
        while (x := row.find("1", x)) >= 0:
            end = row.find("0", x)
            end = len(row) if end < 0 else end
            painter.drawRect(QRectF(start.x() + x * unit, start.y() + y * unit, (end - x) * unit, unit))
            x = end
    painter.restore()
