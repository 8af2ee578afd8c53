"""Rows of people: shape, name, standpoint and part of today, in columns where they fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from coprod.present.people import PersonLine
from coprod.ui.kit.shapes import paint_mark
from coprod.ui.kit.text import lay
from coprod.ui.plan.rows import Placed, Row
from coprod.ui.theme import BODY, SMALL

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from coprod.ui.theme import Theme

MARK, NAME, WORD, GAP = 22, 92, 112, 8
"""Widths of the columns: the shape, the name, the standpoint; the part has the rest."""
_SIDE, _AIR = 8, 5


class PersonRow(Row[PersonLine]):
    """One person of the list."""

    def lay_out(self, item: PersonLine, width: int) -> tuple[list[Placed], int]:
        """Place name, standpoint and part side by side; what does not fit stands below."""
        theme, px, left = self._theme, self._theme.px, self._theme.px(_SIDE + MARK)
        room = max(px(60), width - left - px(_SIDE))
        placed, x, y, high = [], 0.0, float(px(_AIR)), 0.0
        cells = (
            (item.name, BODY, theme.ink, 0),
            (item.mark_word, BODY, theme.ink, NAME),
            (item.part, SMALL, theme.ink2, NAME + WORD),
        )
        for text, step, colour, column in cells:
            block = lay(text, "", theme.font(step), px(BODY.line), room)
            at = max(x, px(column)) if not high or y == px(_AIR) else x
            if high and at + block.width > room:
                y, at, high = y + high, 0.0, 0.0
            if text:
                placed.append(Placed(block, left + at, y, colour))
                x, high = at + block.width + px(GAP), max(high, block.height)
        return placed, round(y + high) + px(_AIR)

    def paint_more(self, painter: QPainter) -> None:
        """Paint the shape of the standpoint before the name."""
        if self._item is not None:
            px = self._theme.px
            centre = QPointF(px(_SIDE + 7), px(_AIR) + px(BODY.line) / 2)
            paint_mark(painter, self._item.mark, centre, px(14), self._theme.ink)


class Heads(QWidget):
    """What stands over the columns of a list of people, where they are columns."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._heads: tuple[str, ...] = ()
        self.set_theme(theme)

    def show_heads(self, heads: tuple[str, ...]) -> None:
        """Show the words over the columns; none hides them."""
        self._heads = heads
        self.setVisible(bool(heads))
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and another scale."""
        self._theme = theme
        self.setFixedHeight(theme.px(SMALL.line + 2))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the words, unless there is no room for all."""
        theme, px, painter = self._theme, self._theme.px, QPainter(self)
        left = px(_SIDE + MARK)
        ends = (px(NAME), px(NAME + WORD), self.width() - left - px(_SIDE))
        font, line = theme.font(SMALL, bold=True), px(SMALL.line)
        blocks = [lay(head, "", font, line) for head in self._heads]
        starts = (0, *ends)
        if any(start + block.width > end for start, block, end in zip(starts, blocks, ends, strict=False)):
            return
        for start, block in zip(starts, blocks, strict=False):
            block.paint(painter, left + start, 0, theme.ink2)
