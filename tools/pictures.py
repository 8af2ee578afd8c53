"""How a picture is kept: with few colours, and only where somebody could tell it from the one before."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from PIL import Image, ImageChops
from PIL.ImageStat import Stat
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

MOST_COLOURS = 128
EDGE, WHOLE = 48, 0.05
"""How much a point, and a whole picture on average, may differ (of 255) before it is another picture."""


def save_palette(picture: Image.Image, path: Path) -> None:
    """Save a picture with a palette: our few colours lose nothing by it."""
    few = picture.convert("RGB").quantize(MOST_COLOURS, dither=Image.Dither.NONE)
    few.save(path, optimize=True)


def save(window: QWidget, path: Path) -> None:
    """Save what a window shows."""
    for _ in range(3):  # a layout may ask for another
        QApplication.processEvents()
    save_image(window.grab().toImage(), path)


def save_image(image: QImage, path: Path) -> None:
    """Save a picture of Qt's."""
    shown = image.convertToFormat(QImage.Format.Format_RGB888)
    size, rows = (shown.width(), shown.height()), shown.bytesPerLine()
    save_palette(Image.frombytes("RGB", size, bytes(shown.constBits()), "raw", "RGB", rows, 1), path)


def put(fresh: Path, folder: Path) -> None:
    """Put the pictures in the place of those before; one that looks as it did stays as it is."""
    for old in folder.glob("*.png"):
        if not (fresh / old.name).exists():
            old.unlink()
    for new in fresh.glob("*.png"):
        old = folder / new.name
        if not (old.exists() and alike(Image.open(old), Image.open(new))):
            shutil.copyfile(new, old)


def alike(one: Image.Image, other: Image.Image) -> bool:
    """Whether nobody could tell them apart: now and then Qt smooths the edges of letters a little differently."""
    if one.size != other.size:
        return False
    difference = Stat(ImageChops.difference(one.convert("RGB"), other.convert("RGB")))
    return max(most for _, most in difference.extrema) <= EDGE and max(difference.mean) <= WHOLE
