"""A typist: presses keys in whatever has the focus, as a person would, and waits until what came of it is kept."""

from __future__ import annotations

import time
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

_PATIENCE = 20.0
"""Seconds after which something that should have happened has not."""
_BEAT_MS = 20
_HELD = {
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
    "Shift": Qt.KeyboardModifier.ShiftModifier,
    "Alt": Qt.KeyboardModifier.AltModifier,
}
_SIGNS = {"?": "Question", ".": "Period"}


class Typist:
    """Types into the window given by `window`; `busy` tells whether an act is still under way."""

    def __init__(self, window: Callable[[], QWidget], busy: Callable[[], bool]) -> None:
        self._window, self._busy = window, busy

    def press(self, keys: str) -> None:
        """Press a key by its name: `Space`, `Ctrl+Right`, `Alt+1`."""
        *names, last = keys.split("+")
        held = reduce(or_, (_HELD[name] for name in names), Qt.KeyboardModifier.NoModifier)
        letter = " " if last == "Space" else last
        plain = len(letter) == 1 and not held & ~Qt.KeyboardModifier.ShiftModifier
        self._send(
            Qt.Key[f"Key_{_SIGNS.get(last, last)}"],
            held,
            (letter if held else letter.lower()) if plain else "",
        )
        self.settle()

    def type(self, text: str) -> None:
        """Type a text, a key for each character, in any script."""
        for char in text:
            self._send(Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, char)
        self.settle()

    def settle(self) -> None:
        """Wait until everything asked for is kept and shown. Raises TimeoutError."""
        self.wait(lambda: not self._busy())

    def wait(self, done: Callable[[], bool]) -> None:
        """Let the windows work until something is so. Raises TimeoutError."""
        end = time.monotonic() + _PATIENCE
        beat = QTimer(interval=_BEAT_MS)  # so that waiting for the next event comes to an end
        beat.start()
        QApplication.processEvents()
        while not done():
            if time.monotonic() > end:
                message = "the windows did not do what was asked of them"
                raise TimeoutError(message)
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    def _send(self, key: Qt.Key, held: Qt.KeyboardModifier, text: str) -> None:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            target = QApplication.focusWidget() or self._window()
            QCoreApplication.sendEvent(target, QKeyEvent(kind, key, held, text))
