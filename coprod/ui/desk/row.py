"""How a row of the desk looks: who and what, the words as they were said, and beside them the translation."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from coprod.ui.kit.text import lay
from coprod.ui.notes.row import Laid
from coprod.ui.theme import BODY, SAID, SMALL

if TYPE_CHECKING:
    from coprod.present.desk_rows import DeskLine
    from coprod.ui.theme import Theme

_ABOVE, _MARK, _GAP, _CHIP, _SHARE = 14, 22, 28, 10, 0.5


@dataclass(slots=True)
class Pair(Laid):
    """The same, and where the translation is written. `icons`: name, x, y, in px."""

    edit: QRectF = field(default_factory=QRectF)
    icons: list[tuple[str, float, float]] = field(default_factory=list)


def lay_pair(row: DeskLine, theme: Theme, width: int, editing: int) -> Pair:
    """Lay out a row. `editing`: the height in px of the field in the place of the translation; 0: it is not open."""
    px, laid = theme.px, Pair(bar=False)
    right = translated_from(theme, width)
    room = right - px(_GAP)
    top = _first_line(laid, row, theme, room)
    source = lay(row.source.body, row.source.lang, theme.font(SAID), px(SAID.line), room)
    left_foot = top + laid.put(source, 0.0, top, "ink").height
    start = float(px(_ABOVE))
    if editing:
        laid.edit = QRectF(right, start, width - right, editing)
        right_foot = start + editing + px(4)
    else:
        words = lay(row.target.body, row.target.lang, theme.font(SAID), px(SAID.line), width - right)
        laid.edit = QRectF(right, start, width - right, max(words.height, px(SAID.line)))
        right_foot = start + (laid.put(words, right, start, "ink").height if row.target.body else 0)
    laid.height = round(max(left_foot, _foot(laid, row, theme, (right, right_foot), width))) + px(_ABOVE)
    return laid


def translated_from(theme: Theme, width: int) -> float:
    """Where the translations begin, in a row of that width."""
    return (width - theme.px(_GAP)) * _SHARE + theme.px(_GAP)


def about_as_high(row: DeskLine, theme: Theme, width: int) -> int:
    """The height of a row that is not laid out, near enough to scroll by."""
    room = max(80, width // 2 - theme.px(_GAP))
    longest = max(len(row.source.body), len(row.target.body))
    return (2 + longest * theme.px(SAID.px) // room) * theme.px(SAID.line) + 2 * theme.px(_ABOVE)


def _first_line(laid: Pair, row: DeskLine, theme: Theme, room: float) -> float:
    """Standpoint, kind and time, and what else there is; where the words begin."""
    px, line = theme.px, theme.px(BODY.line)
    x, y = 0.0, float(px(_ABOVE))
    if row.mark is not None:
        laid.mark = (row.mark, QPointF(px(7), y + line / 2))
        x += px(_MARK)
    name = laid.put(lay(row.standpoint, "", theme.font(BODY, bold=True), line, room - x), x, y, "ink")
    x, y = x + name.width + px(10), y + name.height - line
    for word, chip in ((row.about, False), *((sign, True) for sign in row.signs)):
        block = lay(word, "", theme.font(SMALL), line)
        wide = block.width + (2 * px(_CHIP) if chip else 0)
        if x + wide > room:
            x, y = 0.0, y + line
        if chip:
            laid.chips.append(QRectF(x, y + px(1), wide, line - px(2)))
        laid.put(block, x + (px(_CHIP) if chip else 0), y, "ink" if chip else "ink2")
        x += wide + px(10)
    return y + line


def _foot(laid: Pair, row: DeskLine, theme: Theme, at: tuple[float, float], width: int) -> float:
    """How far the translation is, and what of the list it says otherwise, under it; where that ends."""
    x, y = at
    px, font, line = theme.px, theme.font(SMALL), theme.px(SMALL.line)
    if row.said:
        laid.icons.append((row.icon, x, y + px(4)))
        block = lay(row.said, "", font, line)
        laid.put(block, x + px(22), y + px(2), "ink2")
        y += px(2) + block.height
    for told in row.unlisted:
        y += laid.put(lay(told, "", font, line, width - x), x, y + px(2), "ink2").height + px(2)
    return y
