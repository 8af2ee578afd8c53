"""The shapes of standpoints and pauses, drawn as paths: one colour, no character of a font."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_BOX = 24.0


class Shape(Enum):
    """A shape; its word always stands beside it or, in a figure, below."""

    DISC = auto()
    SQUARE = auto()
    DIAMOND = auto()
    RING = auto()
    CROSS = auto()
    ARC = auto()
    DASH = auto()
    BARS = auto()


_PAUSES = frozenset({Shape.ARC, Shape.DASH, Shape.BARS})


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
    elif shape in _PAUSES:
        _draw_pause(canvas, shape, (middle, y), scale)
    else:
        corners = _diamond(11.5) if shape is Shape.DIAMOND else _cross(10.3, 3.4)
        _polygon(canvas, [(middle + dx * scale, y + dy * scale) for dx, dy in corners])


def _draw_pause(canvas: Canvas, shape: Shape, middle: tuple[float, float], scale: float) -> None:
    """A breath rises and falls, a silence stays level, a break parts."""
    x, y = middle
    if shape is Shape.ARC:
        canvas.setLineWidth(2.6 * scale)
        canvas.arc(x - 9.5 * scale, y - 14.9 * scale, x + 9.5 * scale, y + 4.1 * scale, 0, 180)
        return
    sides = [(-8.0, 16.0, 4.4)] if shape is Shape.DASH else [(-6.2, 3.6, 15.0), (2.6, 3.6, 15.0)]
    for left, wide, high in sides:
        box = (x + left * scale, y - high / 2 * scale, wide * scale, high * scale)
        canvas.rect(*box, stroke=0, fill=1)


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
