"""Somebody who translates, at the real desk, by keys alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from coprod.i18n import Catalogue
from coprod.present.desk import DeskLine
from coprod.ui import theme as themes
from coprod.ui.bridge import Bridge
from coprod.ui.desk.window import DeskWindow
from tests.ui.console.driving import strike_at

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from coprod.service.live import LiveSession
    from coprod.ui.theme import Theme


class Translator:
    """Somebody at the desk; `stale`: what the record is said to know of translations whose original changed."""

    def __init__(self, qtbot: QtBot, live: LiveSession, lang: str = "en", look: Theme | None = None) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        theme = look or themes.load("light")
        themes.apply(app, theme)
        self.qtbot, self.live = qtbot, live
        self.stale: frozenset[tuple[str, str]] = frozenset()
        self.bridge = Bridge(live)
        self.window = DeskWindow(self.bridge, Catalogue(lang), theme, lambda _live: self.stale)
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

    def type(self, text: str) -> None:
        self.window.pairs.editor.insertPlainText(text)
        self.settle()

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: not self.bridge.busy, timeout=5000)
        for _ in range(3):
            QApplication.sendPostedEvents()
            QApplication.processEvents()

    def close(self) -> None:
        self.bridge.close()
        self.window.close()

    def lines(self) -> list[DeskLine]:
        view = self.window.view()
        assert view is not None
        return [row for row in view.rows if isinstance(row, DeskLine)]

    def states(self) -> list[str]:
        return [line.state for line in self.lines()]
