"""Drives a console as a person does: by keys, and by what a screen reader would say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from coprod.i18n import Catalogue
from coprod.ui import theme as themes
from coprod.ui.bridge import Bridge
from coprod.ui.console.window import ConsoleWindow
from tests.present.meeting import Meeting

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

_MODIFIERS = {
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
    "Shift": Qt.KeyboardModifier.ShiftModifier,
    "Alt": Qt.KeyboardModifier.AltModifier,
}


_SIGNS = {"?": "Question", ".": "Period"}


def strike_at(widget: QWidget | None, key: str) -> None:
    """Press a key, with what is held: `Ctrl+Return`."""
    assert widget is not None
    *held, name = key.split("+")
    modifiers = Qt.KeyboardModifier.NoModifier
    for one in held:
        modifiers |= _MODIFIERS[one]
    QTest.keyClick(widget, Qt.Key[f"Key_{_SIGNS.get(name, name)}"], modifiers)


class Facilitator:
    """Somebody at the console of a small meeting."""

    def __init__(
        self,
        qtbot: QtBot,
        lang: str = "en",
        size: tuple[int, int] = (1366, 690),
        meeting: Meeting | None = None,
    ) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self.qtbot, self.meeting = qtbot, meeting or Meeting()
        self.theme = themes.load("light")
        themes.apply(app, self.theme)
        self.bridge = Bridge(self.meeting.live)
        self.window = ConsoleWindow(self.bridge, Catalogue(lang), self.theme, self.meeting.clock.now)
        qtbot.addWidget(self.window)
        self.window.resize(*size)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(lambda: QApplication.activeWindow() is self.window)
        self.settle()

    def press(self, *keys: str) -> None:
        """Press keys one after another, at whatever has the focus."""
        for key in keys:
            self.strike(key)
            self.settle()

    def strike(self, key: str) -> None:
        """Press a key and wait for nothing."""
        strike_at(self.focus(), key)

    def type(self, text: str) -> None:
        """Type text, as a keyboard or an input method that has committed gives it."""
        for line in text:
            QTest.keyClicks(self.focus(), line)

    def settle(self) -> None:
        """Wait until everything asked for has been carried out and shown."""
        self.qtbot.waitUntil(lambda: not self.bridge.busy, timeout=5000)
        for _ in range(3):  # a layout may ask for another
            QApplication.sendPostedEvents()
            QApplication.processEvents()

    def focus(self) -> QWidget:
        """What has the focus."""
        return QApplication.focusWidget() or self.window

    def button(self, name: str) -> QAbstractButton:
        """The visible button of that accessible name."""
        found = [one for one in self.buttons() if one.accessibleName() == name]
        assert found, f"no button {name!r} among {[one.accessibleName() for one in self.buttons()]}"
        return found[0]

    def buttons(self) -> list[QAbstractButton]:
        """All visible buttons."""
        return [one for one in self.window.findChildren(QAbstractButton) if one.isVisible()]

    def chip(self, name: str) -> QAbstractButton:
        """The chip of a person in the round."""
        return next(one for one in self.buttons() if one.accessibleName().startswith(f"{name},"))

    def main(self) -> str:
        """What Space will do, in the words on the button."""
        view = self.window.view()
        assert view is not None
        self.button(view.actions.words["main"])
        return view.actions.words["main"]

    def toast(self) -> str:
        """What the strip says was just done."""
        return self.window.board.centre.head.toast.text()
