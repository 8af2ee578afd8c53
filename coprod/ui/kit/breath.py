"""The breathing disc: four seconds in, six seconds out. Nobody has to follow it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPen

if TYPE_CHECKING:
    from coprod.ui.theme import Theme

IN, OUT = 4.0, 6.0
SMALL, FULL, STILL = 0.62, 1.0, 0.8
"""The radius of the disc as a share of the outer breath: at its smallest, at its largest, and where it stands still."""

FRAME_MS = 17
"""How often it is painted: thirty times a second."""

_OUTER = 0.847  # of the ring around it


def breath_at(seconds: float, *, reduced: bool = False) -> float:
    """Give the radius of the disc, as a share of the outer breath, so long after the pause began."""
    if reduced:
        return STILL
    moment = seconds % (IN + OUT)
    phase = moment / IN if moment < IN else 1 - (moment - IN) / OUT
    return SMALL + (FULL - SMALL) * (1 - math.cos(math.pi * phase)) / 2


def paint_breath(painter: QPainter, centre: QPointF, radius: float, level: float, theme: Theme) -> None:
    """Paint ring, outer breath and disc; `radius` is that of the ring, `level` comes from `breath_at`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.edge, radius * 0.009))
    painter.drawEllipse(centre, radius, radius)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.accent_soft)
    painter.drawEllipse(centre, radius * _OUTER, radius * _OUTER)
    disc = radius * _OUTER * level
    if theme.filled_breath:
        painter.setBrush(theme.breath)
    else:
        painter.setBrush(theme.paper)
        painter.setPen(QPen(theme.breath, radius * 0.048))
        disc -= radius * 0.024
    painter.drawEllipse(centre, disc, disc)
    painter.restore()
