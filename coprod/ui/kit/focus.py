"""The ring around what has the focus: 2 px of accent, 3 px away, the same for every control of a window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from coprod.ui.theme import Theme

AWAY, STROKE = 3, 2
REACH = AWAY + STROKE
"""How much has to be free around a control, so that its ring is whole."""

_MOVES = {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide}


class FocusRing(QWidget):
    """Lies over a window and follows its focus. A control may say its corner with a property `radius` (px)."""

    def __init__(self, window: QWidget, theme: Theme) -> None:
        super().__init__(window)
        self._theme, self._window = theme, window
        self._chain: list[QWidget] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.update()

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        for widget in filter(isValid, self._chain):  # what had the focus may be gone
            widget.removeEventFilter(self)
        self._chain = []
        while now is not None and now is not self._window and self._window.isAncestorOf(now):
            now.installEventFilter(self)
            now.destroyed.connect(self._forget)
            self._chain.append(now)
            now = now.parentWidget()
        self._place()

    def _forget(self) -> None:
        self._chain = []
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move with the control, and with whatever it stands on."""
        if event.type() in _MOVES and watched in self._chain:
            self._place()
        return False

    def _place(self) -> None:
        widget = self._chain[0] if self._chain else None
        if widget is None or not widget.isVisible() or widget.visibleRegion().isEmpty():
            self.hide()
            return
        corner = widget.mapTo(self._window, QPoint(0, 0))
        self.setGeometry(QRect(corner, widget.size()).adjusted(-REACH, -REACH, REACH, REACH))
        self.raise_()
        self.show()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ring."""
        if not self._chain:
            return
        radius = (self._chain[0].property("radius") or self._theme.px(8)) + AWAY + STROKE / 2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.accent, STROKE))
        half = STROKE / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), radius, radius)
