"""The breathing disc in a real room window at 1920 × 1080: frames in a second, and what they cost one core."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from benchmarks.table import Row
from coprod.i18n import Catalogue
from coprod.present.room import Kind, RoomView, Run
from coprod.ui import theme as themes
from coprod.ui.room.window import RoomWindow

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

SETTLING, SECONDS = 1.0, 4.0
BREATH = RoomView(Kind.BREATH, title=(Run("ja", "ひと呼吸おきます"), Run("en", "Let us take a breath")))


class CountingWindow(RoomWindow):
    """The room window, which counts how often it is painted."""

    frames = 0

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint, and count."""
        super().paintEvent(event)
        self.frames += 1


def rows() -> list[Row]:
    """Frames per second and the share of one core, once the fade is over."""
    app = QApplication([])
    theme = themes.load("light")
    themes.apply(app, theme)
    window = CountingWindow(theme, Catalogue("ja"))
    window.resize(1920, 1080)
    window.show()
    window.show_view(BREATH)
    _wait(SETTLING)
    frames, begin, cpu = window.frames, time.perf_counter(), time.process_time()
    _wait(SECONDS)
    span = time.perf_counter() - begin
    share = (time.process_time() - cpu) / span
    fps = (window.frames - frames) / span
    window.close()
    return [
        Row("breathing disc, 1920 × 1080", fps, 55, "frames/s", ">="),
        Row("breathing disc, share of one core", share * 100, 15, "%"),
    ]


def _wait(seconds: float) -> None:
    loop = QEventLoop()
    QTimer.singleShot(int(seconds * 1000), loop.quit)
    loop.exec()


if __name__ == "__main__":
    for row in rows():
        print(*row.cells())
