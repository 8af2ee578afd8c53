"""The shapes of the standpoints, drawn as paths: one area, one colour, no character of a font."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_BOX = 24.0


class Shape(Enum):
    """A shape; it always stands beside its word."""

    DISC = auto()
    SQUARE = auto()
    DIAMOND = auto()
    RING = auto()
    CROSS = auto()


def draw_shape(canvas: Canvas, shape: Shape, x: float, y: float, size: float) -> None:
    """Draw a shape in the box of `size` whose left edge is `x` and whose middle is at `y`, in the colours set."""
    scale = size / _BOX
    middle = x + size / 2
    if shape is Shape.DISC:
        canvas.circle(middle, y, 9.2 * scale, stroke=0, fill=1)
    elif shape is Shape.RING:
        canvas.setLineWidth(2.6 * scale)
        canvas.circle(middle, y, 7.9 * scale, stroke=1, fill=0)
    elif shape is Shape.SQUARE:
        side = 16.3 * scale
        canvas.rect(middle - side / 2, y - side / 2, side, side, stroke=0, fill=1)
    else:
        corners = _diamond(11.5) if shape is Shape.DIAMOND else _cross(10.3, 3.4)
        _polygon(canvas, [(middle + dx * scale, y + dy * scale) for dx, dy in corners])


def _diamond(half: float) -> list[tuple[float, float]]:
    return [(-half, 0), (0, half), (half, 0), (0, -half)]


def _cross(arm: float, half: float) -> list[tuple[float, float]]:
    quarter = [(half, arm), (half, half), (arm, half), (arm, -half)]
    right = [*quarter, (half, -half), (half, -arm)]
    return right + [(-dx, -dy) for dx, dy in right]


def _polygon(canvas: Canvas, points: list[tuple[float, float]]) -> None:
    path = canvas.beginPath()
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
    path.close()
    canvas.drawPath(path, stroke=0, fill=1)
