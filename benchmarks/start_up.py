"""From the start of the process to the first paint of home, over the same of a bare PySide6 window."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from benchmarks.table import Row

RUNS = 15

_BARE = """
import sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

class Window(QWidget):
    def paintEvent(self, event):
        QTimer.singleShot(0, painted)

def painted():
    print(time.monotonic(), flush=True)
    app.exit()

app = QApplication(sys.argv[:1])
window = Window()
window.resize(1366, 768)
window.show()
app.exec()
"""

_OURS = """
import os, time
from coprod import bootstrap
from coprod.ui import app

def painted(*parts, **options):
    print(time.monotonic(), flush=True)
    os._exit(0)

bootstrap._window_tools = lambda place: None  # what comes after the first paint is not waited for
app.begin = painted
bootstrap.main([])
"""


def rows() -> list[Row]:
    """The ratio: the frame of home with today's date in our own font, over a window with nothing in it."""
    with tempfile.TemporaryDirectory() as place:
        _seconds(_BARE, place), _seconds(_OURS, place)  # both find their byte code and their files in memory
        ratios = [1 / _seconds(_BARE, place) * _seconds(_OURS, place) for _ in range(RUNS)]
    return [Row("first paint of home ÷ bare PySide6 window", median(ratios), 1.1)]


def _seconds(program: str, place: str) -> float:
    """Run a program in a process of its own until its first paint; `place` keeps its byte code and settings."""
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": place, "XDG_CONFIG_HOME": place, "PYTHONPATH": "."}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    begun = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=Path(__file__).parents[1],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return float(done.stdout) - begun
