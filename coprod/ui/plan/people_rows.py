"""Rows of people: shape, name, standpoint and part of today, in columns where they fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from coprod.present.people import PersonLine
from coprod.ui.kit.shapes import paint_mark
from coprod.ui.kit.text import lay
from coprod.ui.plan.rows import Placed, Row
from coprod.ui.theme import BODY, SMALL

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from coprod.ui.theme import Theme

MARK, NAME, WORD, GAP = 22, 92, 112, 8
"""Widths of the columns: the shape, the name, the standpoint; the part has the rest."""
_SIDE, _AIR = 8, 5


class PersonRow(Row[PersonLine]):
    """One person of the list."""

    def lay_out(self, item: PersonLine, width: int) -> tuple[list[Placed], int]:
        """Place name, standpoint and part side by side, or what does not fit below the name."""
        theme = self._theme
        px, left = theme.px, theme.px(_SIDE + MARK)
        room = max(px(60), width - left - px(_SIDE))
        name = lay(item.name, "", theme.font(BODY), px(BODY.line))
        word = lay(item.mark_word, "", theme.font(BODY), px(BODY.line))
        rest = room - px(NAME + WORD)
        part = lay(item.part, "", theme.font(SMALL), px(BODY.line), max(px(60), rest))
        fits = name.width <= px(NAME - GAP) and word.width <= px(WORD - GAP) and rest >= px(100)
        y = px(_AIR)
        if fits and part.width <= max(px(60), rest):
            xs = (left, left + px(NAME), left + px(NAME + WORD))
            placed = [
                Placed(block, x, y, colour)
                for block, x, colour in zip(
                    (name, word, part), xs, (theme.ink, theme.ink, theme.ink2), strict=True
                )
            ]
            return placed, round(max(name.height, part.height)) + 2 * px(_AIR)
        return _stacked(item, theme, left, room)

    def paint_more(self, painter: QPainter) -> None:
        """Paint the shape of the standpoint before the name."""
        if self._item is not None:
            px = self._theme.px
            centre = QPointF(px(_SIDE + 7), px(_AIR) + px(BODY.line) / 2)
            paint_mark(painter, self._item.mark, centre, px(14), self._theme.ink)


def _stacked(item: PersonLine, theme: Theme, left: int, room: int) -> tuple[list[Placed], int]:
    """The name on its own lines, the rest below it."""
    px, y = theme.px, float(theme.px(_AIR))
    placed = []
    texts = ((item.name, theme.ink), (item.mark_word, theme.ink), (item.part, theme.ink2))
    for text, colour in texts:
        if text:
            block = lay(text, "", theme.font(BODY if colour is theme.ink else SMALL), px(BODY.line), room)
            placed.append(Placed(block, left, y, colour))
            y += block.height
    return placed, round(y) + px(_AIR)
