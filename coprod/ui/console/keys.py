"""Keys: one place that turns key presses of a window into the names of keys, whatever has the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from shiboken6 import isValid

if TYPE_CHECKING:
    from collections.abc import Callable

_NAMED = {
    Qt.Key.Key_Space: "Space",
    Qt.Key.Key_Return: "Return",
    Qt.Key.Key_Enter: "Return",
    Qt.Key.Key_Escape: "Escape",
    Qt.Key.Key_Left: "Left",
    Qt.Key.Key_Right: "Right",
    Qt.Key.Key_Up: "Up",
    Qt.Key.Key_Down: "Down",
    Qt.Key.Key_PageUp: "PageUp",
    Qt.Key.Key_Tab: "Tab",
    Qt.Key.Key_Delete: "Delete",
    Qt.Key.Key_PageDown: "PageDown",
}
_SIGNS = {Qt.Key.Key_Question: "?", Qt.Key.Key_Period: "."}
_MODIFIERS = (
    (Qt.KeyboardModifier.ControlModifier, "Ctrl"),
    (Qt.KeyboardModifier.AltModifier, "Alt"),
    (Qt.KeyboardModifier.ShiftModifier, "Shift"),
    (Qt.KeyboardModifier.MetaModifier, "Meta"),
)


def key_name(event: QKeyEvent) -> str:
    """Name a key press as the table of commands does: `Space`, `Shift+P`, `Ctrl+Right`; "" for keys it never has."""
    key = Qt.Key(event.key())
    if key in _NAMED:
        name = _NAMED[key]
    elif Qt.Key.Key_F1 <= key <= Qt.Key.Key_F12:
        name = f"F{key - Qt.Key.Key_F1 + 1}"
    elif key in _SIGNS:  # Shift is how some keyboards write them
        return _SIGNS[key]
    elif Qt.Key.Key_0 <= key <= Qt.Key.Key_9 or Qt.Key.Key_A <= key <= Qt.Key.Key_Z:
        name = chr(key)
    else:
        return ""
    held = event.modifiers()
    return "+".join([word for modifier, word in _MODIFIERS if held & modifier] + [name])


def in_text(widget: QWidget | None) -> bool:
    """Whether a widget takes typed text."""
    return isinstance(widget, QLineEdit | QTextEdit | QPlainTextEdit)


class Keys(QObject):
    """Listens to the key presses of one window, at whatever in it has the focus.

    `carry_out` gets the name of a key, and whether the focus is where text is typed; it says whether the key was one
    of its own, and then the widget does not get it. While an input method composes, keys do not come here.
    """

    def __init__(self, window: QWidget, carry_out: Callable[[str, bool], bool]) -> None:
        super().__init__(window)
        self._window, self._carry_out = window, carry_out
        self._watched: QWidget | None = None
        window.installEventFilter(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Carry out a key that is a command; a key that is held down counts once."""
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        name = key_name(event)
        if not name:
            return False
        typing = in_text(watched if isinstance(watched, QWidget) else None)
        if event.isAutoRepeat():
            return not typing and name == "Space"
        return self._carry_out(name, typing)

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        if self._watched is not None and isValid(
            self._watched
        ):  # what had the focus may be gone with its window
            self._watched.removeEventFilter(self)
            self._watched.destroyed.disconnect(self._forget)
        self._watched = None
        if now is not None and now is not self._window and self._window.isAncestorOf(now):
            now.installEventFilter(self)
            now.destroyed.connect(self._forget)
            self._watched = now

    def _forget(self) -> None:
        self._watched = None
