"""Somebody who translates, at the real desk, by keys alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coprod.i18n import Catalogue
from coprod.present.desk import DeskLine
from coprod.ui.desk.window import DeskWindow
from tests.ui.at_window import AtWindow

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from coprod.service.live import LiveSession
    from coprod.ui.theme import Theme


class Translator(AtWindow[DeskWindow]):
    """Somebody at the desk; `stale`: what the record is said to know of translations whose original changed."""

    def __init__(self, qtbot: QtBot, live: LiveSession, lang: str = "en", look: Theme | None = None) -> None:
        self.stale: frozenset[tuple[str, str]] = frozenset()
        super().__init__(
            qtbot,
            live,
            look,
            lambda bridge, theme: DeskWindow(bridge, Catalogue(lang), theme, lambda _live: self.stale),
        )

    def type(self, text: str) -> None:
        self.window.pairs.editor.insertPlainText(text)
        self.settle()

    def lines(self) -> list[DeskLine]:
        view = self.window.view()
        assert view is not None
        return [row for row in view.rows if isinstance(row, DeskLine)]

    def states(self) -> list[str]:
        return [line.state for line in self.lines()]
