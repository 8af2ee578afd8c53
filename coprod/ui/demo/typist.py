"""A typist: presses keys in whatever has the focus, as a person would, and waits until what came of it is kept."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

_PATIENCE = 20.0
"""Seconds after which something that should have happened has not."""


class Typist:
    """Types into the window given by `window`; `busy` tells whether an act is still under way."""

    def __init__(self, window: Callable[[], QWidget], busy: Callable[[], bool]) -> None:
        self._window, self._busy = window, busy

    def press(self, keys: str) -> None:
        """Press a key by its name: `Space`, `Ctrl+Right`, `Alt+1`."""
        combination = QKeySequence(keys)[0]
        key, held = combination.key(), combination.keyboardModifiers()
        plain = held in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
        text = chr(key) if plain and Qt.Key.Key_Space <= key <= Qt.Key.Key_Z else ""
        self._send(key, held, text if held else text.lower())

    def type(self, text: str) -> None:
        """Type a text, a key for each character, in any script."""
        for char in text:
            self._send(Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, char)

    def settle(self) -> None:
        """Wait until everything asked for is kept and shown. Raises TimeoutError."""
        self.wait(lambda: not self._busy())

    def wait(self, done: Callable[[], bool]) -> None:
        """Let the windows work until something is so. Raises TimeoutError."""
        end = time.monotonic() + _PATIENCE
        QApplication.processEvents()
        while not done():
            if time.monotonic() > end:
                message = "the windows did not do what was asked of them"
                raise TimeoutError(message)
            time.sleep(0.001)
            QApplication.processEvents()

    def _send(self, key: Qt.Key, held: Qt.KeyboardModifier, text: str) -> None:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            target = QApplication.focusWidget() or self._window()
            QCoreApplication.sendEvent(target, QKeyEvent(kind, key, held, text))
        self.settle()
