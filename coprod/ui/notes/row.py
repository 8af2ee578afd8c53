"""How a note looks in the list: when, who, what kind of note, how far it travels; then its words."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from coprod.present.marks import Mark
from coprod.present.notebook import Heading, NoteLine
from coprod.ui.kit.shapes import paint_mark
from coprod.ui.kit.text import Block, lay
from coprod.ui.theme import BODY, LARGE, SAID, SMALL

if TYPE_CHECKING:
    from coprod.present.notebook import NoteRow
    from coprod.ui.theme import Theme

_LEAD, _ABOVE, _CHIP, _MARK = 56, 12, 10, 22


@dataclass(slots=True)
class Laid:
    """A row laid out at a width; lengths in px. `texts`: block, x, y, token of the theme, and alignment about x.

    `bar`: a bar beside its words says that it is chosen.
    """

    height: int = 0
    texts: list[tuple[Block, float, float, str, float]] = field(default_factory=list)
    mark: tuple[Mark, QPointF] | None = None
    chips: list[QRectF] = field(default_factory=list)
    bar: bool = True

    def put(self, block: Block, x: float, y: float, token: str, align: float = 0.0) -> Block:
        """Place a text."""
        self.texts.append((block, x, y, token, align))
        return block


def lay_row(row: NoteRow, theme: Theme, width: int) -> Laid:
    """Lay out a heading, or a note."""
    return _heading(row, theme, width) if isinstance(row, Heading) else _note(row, theme, width)


def about_as_high(row: NoteRow, theme: Theme, width: int) -> int:
    """The height of a row that is not laid out, near enough to scroll by."""
    if isinstance(row, Heading):
        return theme.px(LARGE.line + 22)
    room = max(80, width - theme.px(_LEAD))
    lines = sum(1 + len(text.body) * theme.px(SAID.px) // room for text in row.texts)
    return theme.px(BODY.line) + lines * theme.px(SAID.line) + 2 * theme.px(_ABOVE)


def paint_row(painter: QPainter, theme: Theme, laid: Laid, rect: QRect, *, chosen: bool) -> None:
    """Paint a row; the one that is chosen has a ground and a bar."""
    px = theme.px
    painter.save()
    painter.translate(rect.topLeft())
    painter.setPen(Qt.PenStyle.NoPen)
    if chosen:
        painter.setBrush(theme.surface)
        painter.drawRoundedRect(QRectF(0, 1, rect.width(), rect.height() - 2), px(8), px(8))
        if laid.bar:
            bar = QRectF(px(_LEAD) - px(10), px(_ABOVE), px(3), rect.height() - 2 * px(_ABOVE))
            painter.fillRect(bar, theme.accent)
    painter.setBrush(theme.fill)
    for chip in laid.chips:
        painter.drawRoundedRect(chip, px(6), px(6))
    painter.setPen(QPen(theme.line, 1))
    painter.drawLine(0, rect.height() - 1, rect.width(), rect.height() - 1)
    if laid.mark is not None:
        paint_mark(painter, laid.mark[0], laid.mark[1], px(13), theme.ink)
    for block, x, y, token, align in laid.texts:
        block.paint(painter, x, y, getattr(theme, token), align)
    painter.restore()


def _heading(row: Heading, theme: Theme, width: int) -> Laid:
    px, above = theme.px, theme.px(14)
    laid = Laid()
    name = lay(row.name, "", theme.font(LARGE, bold=True), px(LARGE.line), width)
    laid.put(name, 0.0, above, "ink")
    room = width - name.width - px(12)
    beside = room > px(160)
    prompt = lay(row.prompt.body, row.prompt.lang, theme.font(BODY), px(BODY.line), room if beside else width)
    if beside:
        laid.put(prompt, name.width + px(12), above + px(5), "ink2")
        foot = max(name.height, prompt.height + px(5))
    else:
        laid.put(prompt, 0.0, above + name.height, "ink2")
        foot = name.height + prompt.height
    laid.height = round(above + foot) + px(8)
    return laid


def _note(row: NoteLine, theme: Theme, width: int) -> Laid:
    px, lead = theme.px, theme.px(_LEAD)
    laid = Laid()
    y = _first_lines(laid, row, theme, width)
    for number, text in enumerate(row.texts):
        block = lay(text.body, text.lang, theme.font(SAID), px(SAID.line), width - lead)
        y += laid.put(block, lead, y, "ink2" if number else "ink").height
    laid.height = round(y) + px(_ABOVE)
    return laid


def _first_lines(laid: Laid, row: NoteLine, theme: Theme, width: int) -> float:
    """When, who and what; what doesn't fit beside begins a line of its own. Where the words begin."""
    px, small, line = theme.px, theme.font(SMALL), theme.px(BODY.line)
    x, y = float(px(_LEAD)), float(px(_ABOVE))
    laid.put(lay(row.time, "", small, line), 0.0, y, "ink2")
    travels = laid.put(lay(row.travels, "", small, line), width, y, "accent" if row.seen else "ink2", 1.0)
    right = width - travels.width - px(14)
    if row.mark is not None:
        laid.mark = (row.mark, QPointF(x + px(7), y + line / 2))
        x += px(_MARK)
    if row.name:
        name = lay(row.name, "", theme.font(BODY, bold=True), line, max(px(80), right - x))
        laid.put(name, x, y, "ink")
        x, y = x + name.width + px(10), y + name.height - line
    for word, chip in ((row.about, False), *((sign, True) for sign in row.signs)):
        block = lay(word, "", small, line)
        wide = block.width + (2 * px(_CHIP) if chip else 0)
        if x + wide > right and x > px(_LEAD) + px(_MARK):
            x, y = float(px(_LEAD)), y + line
        if chip:
            laid.chips.append(QRectF(x, y + px(1), wide, line - px(2)))
        laid.put(block, x + (px(_CHIP) if chip else 0), y, "ink" if chip else "ink2")
        x += wide + px(10)
    return y + line
