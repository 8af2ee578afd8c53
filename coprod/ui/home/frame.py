"""The frame of the home window: the side column and today's date. All that its first paint shows.

Nothing here may touch the namespace `Qt`, nor a call that takes a flag of it, such as those of layouts: PySide6 makes
hundreds of enums when it is first needed, and that takes longer than all else before the first paint.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QWidget

from coprod.ui.theme import LARGE, TITLE, Step, Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

_SIDE, _MARGIN, _TOP, _BRAND = 280, 40, 32, 40
MARK = (28, 28, 32)
"""Where the mark of the product stands in the side column: left, top and size in px."""
_WIDTH, _HEIGHT = 1366, 690
_LARGEST = 1.25
"""How much larger than at 1366 × 690 everything is on a large screen, at most."""


class HomeFrame(QWidget):
    """The home window without its sessions. `side` and `main` take the rest, after the first paint."""

    painted = Signal()
    """The frame is on the screen: what takes its time may begin."""
    scaled = Signal(object)
    """The `Theme` at the scale that fits the window from now on."""

    def __init__(self, theme: Theme, today: str) -> None:
        super().__init__()
        self.setObjectName("home")
        self.setWindowTitle("Coprod")
        self._theme, self._own_scale, self._today, self._seen = theme, theme.scale, today, False
        self.side, self.main = _Side(theme), QWidget(self)
        self.side.setParent(self)
        self.setMinimumSize(theme.px(640), theme.px(360))
        self.resize(_WIDTH, 768)

    def theme(self) -> Theme:
        """The theme at the scale that fits the window now."""
        return self._theme

    def set_theme(self, theme: Theme) -> None:
        """Take other colours, and another size of text."""
        self._theme, self._own_scale = theme, theme.scale
        self._fit(force=True)
        self.update()

    def say_today(self, today: str) -> None:
        """Show another date."""
        self._today = today
        self.setAccessibleDescription(today)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint today's date, large."""
        px = self._theme.px
        _write(self, self._theme, TITLE, self._today, self.side.width() + px(_MARGIN), px(_TOP))
        if not self._seen:
            self._seen = True
            QTimer.singleShot(0, self, self.painted.emit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the scale that fits: a larger window has larger text, not stretched space."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self, *, force: bool = False) -> None:
        fit = min(self.width() / _WIDTH, self.height() / _HEIGHT, _LARGEST)
        scale = max(1.0, int(fit * 20) / 20) * self._own_scale
        if force or scale != self._theme.scale:
            self._theme = self._theme.scaled(scale)
            self.side.set_theme(self._theme)
            self.scaled.emit(self._theme)
        left, top = self._theme.px(_SIDE), self._theme.px(_TOP + TITLE.line + 16)
        self.side.setGeometry(0, 0, left, self.height())
        self.main.setGeometry(left, top, self.width() - left, self.height() - top)


class _Side(QWidget):
    """The sunk column at the left, with the name of the product; its mark stands at the left of it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setAccessibleName("Coprod")
        self.setAutoFillBackground(True)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take another scale."""
        self._theme = theme
        sunk = self.palette()
        sunk.setColor(QPalette.ColorRole.Window, theme.sunk)
        self.setPalette(sunk)

    def paintEvent(self, _event: QPaintEvent) -> None:
        px = self._theme.px
        _write(self, self._theme, LARGE, "Coprod", px(72), px(24) + px(_BRAND - LARGE.line) // 2)


def _write(widget: QWidget, theme: Theme, step: Step, text: str, x: int, y: int) -> None:
    """Paint one bold line, in the ink of the widget's palette."""
    painter, font = QPainter(widget), theme.font(step, bold=True)
    metrics = QFontMetrics(font)
    painter.setFont(font)
    painter.drawText(x, y + (theme.px(step.line) - metrics.height()) // 2 + metrics.ascent(), text)
    painter.end()
