"""A panel over a window: it has the keys while it is open, and gives the focus back when it is closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from coprod.ui.theme import Theme

_WIDE, _HIGH, _MARGIN = 640, 600, 24


class Overlay(QWidget):
    """Stands in the middle of its window, on a ground of its own."""

    KEYS: frozenset[str] = frozenset()
    """Keys of its own that else would be commands, whatever has the focus."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme, self._window = theme, window
        self._before: QWidget | None = None
        self.hide()

    def open(self) -> None:
        """Stand over the window."""
        self._before = QApplication.focusWidget()
        self.fit()
        self.show()
        self.raise_()

    def close_again(self) -> None:
        """Go, and leave the focus where it was."""
        if not self.isVisible():
            return
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)

    def press(self, key: str) -> bool:
        """Whether a key is one of its own, and was carried out."""
        if key == "Escape":
            self.close_again()
            return True
        return False

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and another scale."""
        self._theme = theme
        self.fit()
        self.update()

    def fit(self) -> None:
        """Take the middle of the window, as large as there is room."""
        px, room = self._theme.px, self._window.size()
        wide = min(px(_WIDE), room.width() - 2 * _MARGIN)
        high = min(px(_HIGH), room.height() - 2 * _MARGIN)
        self.setGeometry((room.width() - wide) // 2, (room.height() - high) // 2, wide, high)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and its edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.edge, 1))
        painter.setBrush(self._theme.surface)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 12, 12)
