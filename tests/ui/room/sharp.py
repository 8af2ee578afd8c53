"""The wall on a screen of any density, told by its pixels. Run as a program: Qt learns of the density at the start."""

from __future__ import annotations

import json
import sys

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from coprod.i18n import Catalogue
from coprod.ui import theme as themes
from coprod.ui.room.window import RoomWindow
from tests.ui.room.walls import VIEWS

WIDE, HIGH = 640, 360


def main() -> None:
    """Print how many pixels a wall of 640 × 360 has, and how much of it is lost when those of 640 × 360 must do."""
    app = QApplication(sys.argv[:1])
    theme = themes.load("light")
    themes.apply(app, theme)
    room = RoomWindow(theme, Catalogue("en"), reduced=True)
    room.resize(WIDE, HIGH)
    room.show_view(VIEWS["turn"])
    room.show()
    app.processEvents()
    seen = room.grab().toImage().convertToFormat(room.grab().toImage().Format.Format_RGB32)
    smooth = Qt.TransformationMode.SmoothTransformation
    seen.setDevicePixelRatio(1)
    rough = seen.scaled(WIDE, HIGH, mode=smooth).scaled(seen.size(), mode=smooth)
    lost = sum(
        abs(seen.pixelColor(x, y).value() - rough.pixelColor(x, y).value()) > 24
        for x in range(seen.width())
        for y in range(seen.height())
    )
    sys.stdout.write(
        json.dumps({"size": [seen.width(), seen.height()], "lost": lost / (seen.width() * seen.height())})
    )


if __name__ == "__main__":
    main()
