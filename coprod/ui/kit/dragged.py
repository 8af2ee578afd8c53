"""What a hand drags: a row of the plan, somebody in a group; and files from elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QAbstractButton, QApplication

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QWidget


class Dragged(QAbstractButton):
    """Tells where it is dragged to and dropped, in the coordinates of its parent. A click stays a click."""

    dragged = Signal(QPoint)
    dropped = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pressed: QPoint | None = None
        self._dragging = False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a drag may begin."""
        self._pressed, self._dragging = event.position().toPoint(), False
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag once the hand has moved far enough."""
        at = event.position().toPoint()
        if self._pressed is None:
            return
        if not self._dragging and (at - self._pressed).manhattanLength() < QApplication.startDragDistance():
            return
        self._dragging = True
        self.setDown(False)
        self.dragged.emit(self.mapToParent(at))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drop what was dragged; else it was a click."""
        self._pressed = None
        if self._dragging:
            self._dragging = False
            self.dropped.emit(self.mapToParent(event.position().toPoint()))
            return
        super().mouseReleaseEvent(event)


def files_in(dragged: QMimeData) -> list[Path]:
    """The files of this machine that are dragged."""
    return [Path(url.toLocalFile()) for url in dragged.urls() if url.isLocalFile()]
