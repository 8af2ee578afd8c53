"""Lucide's icons in the colours of the theme. An icon never stands without a word."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtSvg import QSvgRenderer

from coprod import paths

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QPainter

STROKE = 1.75


class Icon:
    """One icon in one colour, read once and painted at any size."""

    def __init__(self, name: str, colour: QColor) -> None:
        """Take the icon of that file name in `resources/icons`."""
        self.name = name
        self._drawing = QSvgRenderer(QByteArray(_drawn(name).replace("currentColor", colour.name()).encode()))

    def paint(self, painter: QPainter, x: float, y: float, size: float) -> None:
        """Paint it with its top left at (x, y)."""
        self._drawing.render(painter, QRectF(x, y, size, size))


@cache
def _drawn(name: str) -> str:
    """The drawing as text, read once."""
    source = (paths.resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    return re.sub(r'stroke-width="[^"]*"', f'stroke-width="{STROKE}"', source)
