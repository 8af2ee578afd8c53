"""A picture of the wall: composed once for a shape of wall, painted at any size. The console's preview is the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter

from coprod.present.room import Kind, RoomView
from coprod.ui.kit.breath import breath_at, paint_breath
from coprod.ui.room import frame
from coprod.ui.room.apart import compose_groups_enlarged
from coprod.ui.room.guidelines import compose_guidelines
from coprod.ui.room.invitation import compose_invitation
from coprod.ui.room.notes import compose_notes
from coprod.ui.room.opening import compose_opening
from coprod.ui.room.question import compose_question
from coprod.ui.room.sheet import HEIGHT, Sheet
from coprod.ui.room.stillness import compose_break, compose_pause

if TYPE_CHECKING:
    from PySide6.QtCore import QSizeF

    from coprod.ui.theme import Theme

_NARROWEST = 1.25
"""Walls narrower than 5:4 are laid out as such, and higher."""

_COMPOSERS = {
    Kind.WELCOME: compose_opening,
    Kind.GUIDELINES: compose_guidelines,
    Kind.QUESTION: compose_question,
    Kind.NOTES: compose_notes,
    Kind.BREATH: compose_pause,
    Kind.SILENCE: compose_pause,
    Kind.BREAK: compose_break,
    Kind.GROUPS: compose_groups_enlarged,
    Kind.CLOSING: compose_opening,
    Kind.JOIN: compose_invitation,
}
_STILL = frozenset({Kind.BREATH, Kind.SILENCE})
_OPENING = frozenset({Kind.WELCOME, Kind.CLOSING})


def compose(
    view: RoomView, size: QSize | QSizeF, theme: Theme, *, scale: float = 1.0, reduced: bool = False
) -> Sheet:
    """Lay a view out for a wall of that shape. The sheet tells how many pages it has and which notes are too long.

    `scale` enlarges the text; what frames it stays, and where it does not go in the wall has more pages.
    """
    unit = _unit(size.width(), size.height())
    sheet = Sheet(theme, size.width() / unit, size.height() / unit, scale=scale)
    if view.kind is Kind.BLANK:
        return sheet
    top, bottom = 0.0, sheet.height
    if view.kind not in _STILL:
        token = "ink" if view.kind in _OPENING else "accent"
        top = frame.head(sheet, view.where, view.arc, token=token, reduced=reduced)
        bottom = frame.foot(sheet, view.foot, None if view.kind is Kind.BREAK else view.clock)
    if scale == 1.0 or view.kind in _STILL or view.kind is Kind.BREAK:
        _COMPOSERS[view.kind](sheet, view, top, bottom)
    else:
        inner = sheet.enlarge(bottom - top)
        _COMPOSERS[view.kind](inner, view, 0.0, inner.height)
        sheet.embed(inner, top)
    frame.page_mark(sheet, view.page % sheet.pages, beside_arc=view.arc is not None)
    return sheet


def _unit(width: float, height: float) -> float:
    """How many px one unit of the sheet has."""
    return max(1e-3, min(height / HEIGHT, width / (HEIGHT * _NARROWEST)))


def paint(
    painter: QPainter, rect: QRectF, sheet: Sheet, *, seconds: float = 0.0, reduced: bool = False
) -> None:
    """Paint a sheet into a rectangle of its shape; `seconds` since the pause began move the breath."""
    paint_still(painter, rect, sheet)
    paint_moving(painter, rect, sheet, seconds=seconds, reduced=reduced)


def paint_still(painter: QPainter, rect: QRectF, sheet: Sheet) -> None:
    """Paint all but the breath."""
    painter.save()
    _scale(painter, rect, sheet)
    painter.fillRect(QRectF(0, 0, sheet.width, sheet.height), sheet.theme.paper)
    for drawing in sheet.drawings:
        drawing(painter)
    for text in sheet.placed:
        text.paint(painter, sheet.theme)
    painter.restore()


def paint_moving(
    painter: QPainter, rect: QRectF, sheet: Sheet, *, seconds: float, reduced: bool = False
) -> None:
    """Paint the breath, where there is one."""
    if sheet.breath is None:
        return
    painter.save()
    _scale(painter, rect, sheet)
    centre, radius = sheet.breath
    paint_breath(painter, centre, radius, breath_at(seconds, reduced=reduced), sheet.theme)
    painter.restore()


def _scale(painter: QPainter, rect: QRectF, sheet: Sheet) -> None:
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / sheet.width, rect.height() / sheet.height)


def render(
    view: RoomView,
    size: QSize,
    theme: Theme,
    *,
    seconds: float = 0.0,
    scale: float = 1.0,
    reduced: bool = False,
) -> QImage:
    """Give a picture of what the room sees."""
    image = QImage(size, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    sheet = compose(view, size, theme, scale=scale, reduced=reduced)
    paint(painter, QRectF(image.rect()), sheet, seconds=seconds, reduced=reduced)
    painter.end()
    return image


def read_aloud(sheet: Sheet) -> str:
    """Give the text on the wall, line by line, for a screen reader."""
    return "\n".join(" ".join(text.block.lines) for text in sheet.placed)
