"""The shapes of standpoints, drawn, equal in area."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPolygonF

from coprod.present.marks import Mark

BOX = 24.0
"""The box in which the measures below are given."""

_DISC = 9.2
_AREA = math.pi * _DISC**2
_RING, _RING_STROKE = 7.9, 2.6


def paint_mark(painter: QPainter, mark: Mark, centre: QPointF, box: float, colour: QColor) -> None:
    """Paint a standpoint's shape in a square box about a centre."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(centre)
    painter.scale(box / BOX, box / BOX)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPath(outline(mark))
    painter.restore()


def outline(mark: Mark) -> QPainterPath:
    """Give the shape about (0, 0), in a box of 24."""
    path = QPainterPath()
    if mark is Mark.PEER:
        path.addEllipse(QPointF(0, 0), _DISC, _DISC)
    elif mark is Mark.NOT_SAID:
        path.addEllipse(QPointF(0, 0), _RING + _RING_STROKE / 2, _RING + _RING_STROKE / 2)
        path.addEllipse(QPointF(0, 0), _RING - _RING_STROKE / 2, _RING - _RING_STROKE / 2)
    elif mark is Mark.PROFESSIONAL:
        path.addRect(QRectF(-8.15, -8.15, 16.3, 16.3))
    elif mark is Mark.OTHER:
        path.addPolygon(_cross(math.sqrt(_AREA / 5) / 2))
    else:
        sides = {Mark.BOTH: 4, Mark.FAMILY: 3, Mark.COMMUNITY: 6}[mark]
        path.addPolygon(_polygon(sides))
    path.closeSubpath()
    return path


def _polygon(sides: int) -> QPolygonF:
    """A regular polygon of the common area, standing on its middle (a triangle a little lower, to look centred)."""
    radius = math.sqrt(2 * _AREA / (sides * math.sin(2 * math.pi / sides)))
    drop = radius / 6 if sides == 3 else 0.0
    angles = (2 * math.pi * corner / sides for corner in range(sides))
    return QPolygonF([QPointF(radius * math.sin(a), drop - radius * math.cos(a)) for a in angles])


def _cross(half: float) -> QPolygonF:
    arm = 3 * half
    corners = [(-half, -arm), (half, -arm), (half, -half), (arm, -half), (arm, half), (half, half)]
    return QPolygonF([QPointF(x, y) for x, y in corners] + [QPointF(-x, -y) for x, y in corners])
