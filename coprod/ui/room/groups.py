"""Small groups: who sits where. No shape stands beside a name: it would tell the room who has lived experience."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPen

from coprod.present.room import Table
from coprod.ui.kit.text import Block
from coprod.ui.room.fit import QUESTION, fit
from coprod.ui.room.frame import ROW, inline, inline_height
from coprod.ui.room.setting import height
from coprod.ui.room.sheet import SIDE, SMALLEST

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from coprod.present.room import RoomView
    from coprod.ui.room.sheet import Sheet

_GAP, _AIR, _MOST = 64.0, 36.0, 3
_SIZES = (60, 54, 48, SMALLEST)


@dataclass(frozen=True, slots=True)
class _Column:
    """A group in its column, or a part of it; the names are set."""

    table: Table
    names: list[Block]


def compose_groups(sheet: Sheet, view: RoomView, top: float, bottom: float) -> None:
    """Put the question, and up to three groups on a page; more groups, or long ones, go on."""
    many = min(_MOST, max(1, len(view.tables)))
    width = (sheet.measure - _GAP * (many - 1)) / many
    head = (
        _AIR * 0.6 + max((inline_height(sheet, table.name, width) for table in view.tables), default=ROW) + 12
    )
    for largest in (1, 3, 5):  # the question gives way before a group is parted
        question = (
            fit(sheet.setting, view.title, sheet.measure, (bottom - top) * 0.45, QUESTION[largest:]) or ()
        )
        start = top + height(question) + (_AIR if question else 0.0)
        columns = _columns(sheet, view.tables, width, bottom - start - head)
        if len(columns) == len(view.tables):
            break
    sheet.put_stack(question, SIDE, top)
    turned = [columns[first : first + _MOST] for first in range(0, len(columns), _MOST)] or [[]]
    sheet.pages = len(turned)
    for number, column in enumerate(turned[view.page % len(turned)]):
        x = SIDE + number * (width + _GAP)
        sheet.draw(partial(_rule, x=x, y=start, width=width, pen=QPen(sheet.theme.line, 2)))
        inline(sheet, column.table.name, x, start + _AIR * 0.6, width, "accent")
        y = start + head
        for block in column.names:
            y = sheet.put(block, x, y)


def _rule(painter: QPainter, x: float, y: float, width: float, pen: QPen) -> None:
    painter.setPen(pen)
    painter.drawLine(QPointF(x, y), QPointF(x + width, y))


def _columns(sheet: Sheet, tables: tuple[Table, ...], width: float, room: float) -> list[_Column]:
    """Set all names in one size, as large as the longest group allows; none is parted if that can be helped."""
    for size in _SIZES:
        columns = [_Column(table, _names(sheet, table, size, width)) for table in tables]
        if all(sum(name.height for name in column.names) <= room for column in columns):
            return columns
    return [part for column in columns for part in _parts(column, room)]


def _names(sheet: Sheet, table: Table, size: int, width: float) -> list[Block]:
    return [sheet.set_run(member[0], size, width=width) for member in table.members if member]


def _parts(column: _Column, room: float) -> list[_Column]:
    """Let a group too long for its column go on in the next."""
    parts: list[list[Block]] = [[]]
    for name in column.names:
        if parts[-1] and sum(each.height for each in parts[-1]) + name.height > room:
            parts.append([])
        parts[-1].append(name)
    return [_Column(column.table, part) for part in parts]
