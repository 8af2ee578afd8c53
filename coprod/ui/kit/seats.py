"""The mark of the product: a ring of seats, all alike, none at the head."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

_SEAT = 17.0  # degrees, of twelve seats


def paint_seats(painter: QPainter, centre: QPointF, radius: float, colour: QColor, seats: int = 12) -> None:
    """Paint the ring of seats; `radius` reaches to the outer edge."""
    stroke = radius * 0.131
    middle = radius - stroke / 2
    seat = _SEAT * 12 / seats
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, stroke, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    ring = QRectF(centre.x() - middle, centre.y() - middle, 2 * middle, 2 * middle)
    for number in range(seats):
        start = 90 - number * 360 / seats - seat / 2
        painter.drawArc(ring, round(start * 16), round(seat * 16))
    painter.restore()
