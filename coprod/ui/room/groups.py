"""Small groups: who sits where, by name. No shape stands beside a name: it would tell the room who has lived experience."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPen

from coprod.ui.room.fit import QUESTION, fit
from coprod.ui.room.frame import ROW, inline
from coprod.ui.room.sheet import SIDE, SMALLEST, set_pair

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from coprod.present.room import RoomView, Table
    from coprod.ui.kit.text import Block
    from coprod.ui.room.sheet import Sheet

_GAP, _AIR, _MOST = 64.0, 36.0, 3
_SIZES = (60, 54, 48, SMALLEST)


def compose_groups(sheet: Sheet, view: RoomView, top: float, bottom: float) -> None:
    """Put the question, and up to three groups on a page; more groups, or long ones, go on."""
    question = fit(view.title, sheet.measure, (bottom - top) * 0.4, QUESTION[1:]) or ()
    start = sheet.put_stack(question, SIDE, top) + (_AIR if question else 0.0)
    wide = min(_MOST, max(1, len(view.tables)))
    column = (sheet.measure - _GAP * (wide - 1)) / wide
    room = bottom - start - _AIR - ROW - 12
    parts = [part for table in view.tables for part in _parts(table, column, room)]
    turned = [parts[first : first + _MOST] for first in range(0, len(parts), _MOST)] or [[]]
    sheet.pages = len(turned)
    for number, (table, names) in enumerate(turned[view.page % len(turned)]):
        x = SIDE + number * (column + _GAP)
        sheet.draw(partial(_rule, x=x, y=start, width=column, pen=QPen(sheet.theme.line, 2)))
        y = inline(sheet, table.name, x, start + _AIR * 0.6, column, "accent") + 12
        for block in names:
            y = sheet.put(block, x, y)


def _rule(painter: QPainter, x: float, y: float, width: float, pen: QPen) -> None:
    painter.setPen(pen)
    painter.drawLine(QPointF(x, y), QPointF(x + width, y))


def _parts(table: Table, width: float, room: float) -> list[tuple[Table, list[Block]]]:
    """Set the names as large as they go; a group too long for its column goes on in the next."""
    names: list[Block] = []
    for size in _SIZES:
        names = [set_pair(member[:1], (size, size), width)[0] for member in table.members if member]
        if sum(name.height for name in names) <= room:
            return [(table, names)]
    parts: list[list[Block]] = [[]]
    for name in names:
        if parts[-1] and sum(each.height for each in parts[-1]) + name.height > room:
            parts.append([])
        parts[-1].append(name)
    return [(table, part) for part in parts]
