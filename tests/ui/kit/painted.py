"""Looking at what a control paints."""

from __future__ import annotations

from array import array
from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QImage, QPainter

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QSize
    from PySide6.QtWidgets import QWidget


def counted(image: QImage) -> Counter[str]:
    """How many pixels of each colour, by name."""
    flat = image.convertToFormat(QImage.Format.Format_RGB32)
    pixels = Counter(array("I", bytes(flat.constBits())))
    return Counter({QColor.fromRgb(pixel).name(): count for pixel, count in pixels.items()})


def seen(widget: QWidget) -> Counter[str]:
    """The colours of a control at its usual size."""
    widget.resize(widget.sizeHint())
    return counted(widget.grab().toImage())


def drawn(draw: Callable[[QPainter], None], size: QSize, ground: str = "#ffffff") -> QImage:
    """What some painting leaves on a ground."""
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(QColor(ground))
    painter = QPainter(image)
    draw(painter)
    painter.end()
    return image


def covered(image: QImage, ground: str = "#ffffff") -> float:
    """How many pixels something black covers on white, a half-covered one counting half."""
    return sum(
        count * (1 - QColor(name).lightnessF()) for name, count in counted(image).items() if name != ground
    )


def band(image: QImage, x: int, colour: QColor) -> list[int]:
    """The rows of one column that are of a colour."""
    return [y for y in range(image.height()) if image.pixelColor(x, y) == colour]
