"""What somebody at the notes and somebody at the desk have in common: a window over a bridge, moved by keys alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtWidgets import QApplication

from coprod.ui import theme as themes
from coprod.ui.bridge import Bridge
from coprod.ui.desk.window import DeskWindow
from coprod.ui.notes.window import NotesWindow
from tests.ui.console.driving import strike_at

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from coprod.service.live import LiveSession
    from coprod.ui.theme import Theme

W = TypeVar("W", DeskWindow, NotesWindow)


class AtWindow(Generic[W]):
    """Somebody at a window. `made`: the window over a bridge, in a theme."""

    def __init__(
        self, qtbot: QtBot, live: LiveSession, look: Theme | None, made: Callable[[Bridge, Theme], W]
    ) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        theme = look or themes.load("light")
        themes.apply(app, theme)
        self.qtbot, self.live = qtbot, live
        self.bridge = Bridge(live)
        self.window: W = made(self.bridge, theme)
        qtbot.addWidget(self.window)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(lambda: QApplication.activeWindow() is self.window)
        self.window.begin()
        self.settle()

    def press(self, *keys: str) -> None:
        for key in keys:
            strike_at(QApplication.focusWidget() or self.window, key)
            self.settle()

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: not self.bridge.busy, timeout=5000)
        for _ in range(3):
            QApplication.sendPostedEvents()
            QApplication.processEvents()

    def close(self) -> None:
        self.bridge.close()
        self.window.close()
