"""How long the event loop of the windows is held up."""

from __future__ import annotations

import time

from PySide6.QtCore import QTimer


class Beat:
    """Turns of the event loop, and the longest time between two."""

    def __init__(self) -> None:
        self.longest, self._last = 0.0, 0.0
        self._timer = QTimer(interval=0)
        self._timer.timeout.connect(self._turn)

    def begin(self) -> None:
        """Measure from now on."""
        self._last = time.perf_counter()
        self._timer.start()

    def end(self) -> None:
        """Measure no more."""
        self._timer.stop()

    def _turn(self) -> None:
        now = time.perf_counter()
        self.longest, self._last = max(self.longest, now - self._last), now
