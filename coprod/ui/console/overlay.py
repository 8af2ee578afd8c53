"""A panel over the console that waits for one answer: Esc puts it away, and function keys still reach the console."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from coprod.ui.console.keys import key_name
from coprod.ui.kit.focus import FocusRing

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from coprod.ui.theme import Theme

_EVERYWHERE = frozenset({"F5", "F6", "F7"})


class Overlay(QDialog):
    """Stands in the middle of its window until it is answered."""

    passed_on = Signal(str)
    """A key for the console: next voice, pause and blank work everywhere."""

    def __init__(self, theme: Theme, name: str, window: QWidget) -> None:
        super().__init__(window, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(name)
        self.setAccessibleName(name)
        self._theme = theme
        self._ring = FocusRing(self, theme)
        self.column = QVBoxLayout(self)
        side = theme.px(24)
        self.column.setContentsMargins(side, side, side, side)
        self.column.setSpacing(theme.px(8))

    def stand(self, width: int, height: int) -> None:
        """Open in the middle of the window, no larger than it."""
        window = self.parentWidget()
        if window is not None:
            width, height = min(width, window.width() - 32), min(height, window.height() - 32)
            middle = window.mapToGlobal(window.rect().center())
            self.setGeometry(middle.x() - width // 2, middle.y() - height // 2, width, height)
        self.open()

    def press(self, _name: str, /) -> bool:
        """Take a key of its own; whether it was one."""
        return False

    def done(self, result: int) -> None:
        """Give the keys back to the window; not every system does so by itself."""
        super().done(result)
        window = self.parentWidget()
        if window is not None and window.isVisible():
            window.activateWindow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Carry out a key once, however long it is held."""
        name = key_name(event)
        if event.isAutoRepeat() and name not in {"Up", "Down"}:
            return
        if name in _EVERYWHERE:
            self.passed_on.emit(name)
        elif not self.press(name):
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the panel and its edge."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.surface)
        painter.setPen(QPen(self._theme.edge, 1))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
