"""The frame of the home window: the side column with the mark, and today's date. All that its first paint needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coprod.ui.kit.seats import paint_seats
from coprod.ui.theme import LARGE, TITLE, Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

_SIDE, _MARGIN, _TOP, _BRAND = 280, 40, 32, 40
_WIDTH, _HEIGHT = 1366, 690
_LARGEST = 1.25
"""How much larger than at 1366 × 690 everything is on a large screen, at most."""


class HomeFrame(QWidget):
    """The home window without its sessions. `side` and `main` are where the rest is put, after the first paint."""

    painted = Signal()
    """The frame is on the screen: what takes its time may begin."""
    scaled = Signal(object)
    """The `Theme` at the scale that fits the window from now on."""

    def __init__(self, theme: Theme, today: str) -> None:
        super().__init__()
        self.setObjectName("home")
        self.setWindowTitle("Coprod")
        self._theme, self._own_scale, self._today, self._seen = theme, theme.scale, today, False
        self._side = _Side(theme)
        self.side, self.main = QVBoxLayout(self._side), QVBoxLayout()
        both = QHBoxLayout(self)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(0)
        both.addWidget(self._side)
        both.addLayout(self.main, 1)
        self.main.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        both.setSizeConstraint(
            QVBoxLayout.SizeConstraint.SetNoConstraint
        )  # it may be made as small as one likes
        self._measure()
        self.resize(_WIDTH, 768)

    def theme(self) -> Theme:
        """The theme at the scale that fits the window now."""
        return self._theme

    def say_today(self, today: str) -> None:
        """Show another date."""
        self._today = today
        self.setAccessibleDescription(today)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint today's date, large."""
        theme, painter = self._theme, QPainter(self)
        painter.setFont(theme.font(TITLE, bold=True))
        painter.setPen(theme.ink)
        left, top = self._side.width() + theme.px(_MARGIN), theme.px(_TOP)
        line = QRectF(left, top, self.width() - left, theme.px(TITLE.line))
        painter.drawText(line, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), self._today)
        if not self._seen:
            self._seen = True
            QTimer.singleShot(0, self.painted.emit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the scale that fits: a larger window has larger text, not stretched space."""
        super().resizeEvent(event)
        fit = min(self.width() / _WIDTH, self.height() / _HEIGHT, _LARGEST)
        scale = max(1.0, int(fit * 20) / 20) * self._own_scale
        if scale != self._theme.scale:
            self._theme = self._theme.scaled(scale)
            self._side.set_theme(self._theme)
            self._measure()
            self.scaled.emit(self._theme)

    def _measure(self) -> None:
        px = self._theme.px
        self.side.setContentsMargins(px(24), px(24 + _BRAND), px(16), px(16))
        self.main.setContentsMargins(0, px(_TOP + TITLE.line + 16), 0, 0)
        self.setMinimumSize(px(640), px(360))


class _Side(QWidget):
    """The sunk column at the left, with the mark of the product and its name."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setAccessibleName("Coprod")
        self.setAutoFillBackground(True)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take another scale."""
        self._theme = theme
        sunk = QPalette(self.palette())
        sunk.setColor(QPalette.ColorRole.Window, theme.sunk)
        self.setPalette(sunk)
        self.setFixedWidth(theme.px(_SIDE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        px, painter = self._theme.px, QPainter(self)
        radius, middle = px(16), px(24 + _BRAND / 2)
        paint_seats(painter, QPointF(px(28) + radius, middle), radius, self._theme.accent)
        painter.setFont(self._theme.font(LARGE, bold=True))
        painter.setPen(self._theme.ink)
        name = QRectF(px(72), middle - px(LARGE.line) / 2, self.width(), px(LARGE.line))
        painter.drawText(name, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), "Coprod")
