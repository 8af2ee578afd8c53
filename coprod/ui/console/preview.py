"""A small true picture of the wall: composed and painted as the room display does it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from coprod.ui.room.page import compose, paint, read_aloud

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from coprod.present.room import RoomView
    from coprod.ui.room.sheet import Sheet
    from coprod.ui.theme import Theme

WALL = QSize(1920, 1080)
"""The shape of a usual wall; the room display tells another one."""


class RoomPreview(QWidget):
    """The wall, small. The breath stands still here: only the room breathes."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._wall = theme, WALL
        self._colours: Theme | None = None
        self._scale = 1.0
        self._view: RoomView | None = None
        self._sheet: Sheet | None = None
        self._picture: QPixmap | None = None
        self._called = ""

    def show_room(self, view: RoomView | None) -> None:
        """Show what the room sees; None leaves the place empty."""
        if view != self._view:
            self._view, self._sheet, self._picture = view, None, None
            self.setAccessibleDescription(read_aloud(self.sheet()) if view else "")
            self.update()

    def view(self) -> RoomView | None:
        """What is shown."""
        return self._view

    def sheet(self) -> Sheet:
        """The wall as composed. Raises ValueError where nothing is shown."""
        if self._view is None:
            raise ValueError("there is no picture of the wall")
        if self._sheet is None:
            self._sheet = compose(
                self._view, self._wall, self._colours or self._theme, scale=self._scale, reduced=True
            )
        return self._sheet

    def set_wall(self, size: QSize) -> None:
        """Take the shape of the wall that is really there."""
        if size != self._wall and not size.isEmpty():
            self._wall, self._sheet, self._picture = size, None, None
            self.updateGeometry()
            self.update()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme, self._sheet, self._picture = theme, None, None
        self.update()

    def set_look(self, colours: Theme, scale: float) -> None:
        """Take the colours of the wall, which may be others than the window's, and its size of text."""
        self._colours, self._scale, self._sheet, self._picture = colours, scale, None, None
        if self._view is not None:
            self.setAccessibleDescription(read_aloud(self.sheet()))
        self.update()

    def width_for(self, height: int) -> int:
        """The width of a wall so high."""
        return round(height * self._wall.width() / self._wall.height())

    def height_for(self, width: int) -> int:
        """The height of a wall so wide."""
        return round(width * self._wall.height() / self._wall.width())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture with round corners and an edge."""
        if self._view is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        corners = QPainterPath()
        corners.addRoundedRect(frame, self._theme.px(6), self._theme.px(6))
        painter.setClipPath(corners)
        painter.drawPixmap(0, 0, self._painted())
        painter.setClipping(False)
        painter.setPen(QPen(self._theme.edge, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(corners)

    def _painted(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        size = self.size() * ratio
        if self._picture is None or self._picture.size() != size:
            self._picture = QPixmap(size)
            self._picture.setDevicePixelRatio(ratio)
            painter = QPainter(self._picture)
            paint(painter, QRectF(self.rect()), self.sheet(), reduced=True)
            painter.end()
        return self._picture
