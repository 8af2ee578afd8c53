"""Soft time: a shallow arc that fills slowly. No digits, no sound, no change of colour; full, it stays full."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from coprod.ui.theme import Theme

RISE = 0.1
"""How high the arc is, as a share of its width."""


def paint_arc(painter: QPainter, rect: QRectF, share: float, colours: tuple[QColor, QColor]) -> None:
    """Paint the arc across the middle of a rectangle; `colours` are those of what has passed and of the rest."""
    thick = rect.width() * 0.027
    width = rect.width() - thick
    rise = width * RISE
    radius = (width**2 / 4 + rise**2) / (2 * rise)
    half = math.degrees(math.asin(width / (2 * radius)))
    top = rect.center().y() - rise / 2
    circle = QRectF(rect.center().x() - radius, top, 2 * radius, 2 * radius)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    passed, rest = colours
    for colour, stroke, sweep in ((rest, thick * 0.27, 1.0), (passed, thick, min(max(share, 0.0), 1.0))):
        if sweep > 0:
            painter.setPen(QPen(colour, stroke, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            path = QPainterPath()
            path.arcMoveTo(circle, 90 + half)
            path.arcTo(circle, 90 + half, -2 * half * sweep)
            painter.drawPath(path)
    painter.restore()


def stepped(share: float, *, reduced: bool) -> float:
    """Give the share that is drawn: in ten steps where motion is reduced."""
    return math.floor(share * 10 + 1e-9) / 10 if reduced else share


class SoftTime(QWidget):
    """The arc as a control of a window; without a share there is nothing to see."""

    def __init__(self, theme: Theme, *, reduced: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._reduced = theme, reduced
        self._share: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(self, share: float | None, words: str = "") -> None:
        """Show how much of the planned time has passed; `words` tell a screen reader the clock time of the end."""
        self.setAccessibleName(words)
        if share != self._share:
            self._share = share
            self.update()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and another scale."""
        self._theme = theme
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Give the usual size in a side column."""
        return QSize(self._theme.px(136), self._theme.px(28))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the arc."""
        if self._share is not None:
            share = stepped(self._share, reduced=self._reduced)
            paint_arc(QPainter(self), QRectF(self.rect()), share, (self._theme.accent, self._theme.edge))
