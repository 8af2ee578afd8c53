"""Somebody who takes notes, at the real window, by keys alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from coprod.i18n import Catalogue
from coprod.present.notebook import NoteLine
from coprod.present.texts import reading
from coprod.readers import read_table
from coprod.ui.notes.window import NotesWindow
from tests.ui.at_window import AtWindow

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from coprod.domain.facts import NoteKept
    from coprod.present.texts import Texts
    from coprod.service.holders import Keeping
    from coprod.service.live import LiveSession
    from coprod.ui.theme import Theme


class NoteTaker(AtWindow[NotesWindow]):
    """Somebody at the window of notes."""

    def __init__(
        self,
        qtbot: QtBot,
        live: LiveSession,
        now: Callable[[], int],
        lang: str = "en",
        look: Theme | None = None,
        store: Keeping | None = None,
    ) -> None:
        super().__init__(
            qtbot,
            live,
            look,
            lambda bridge, theme: NotesWindow(bridge, Catalogue(lang), theme, now, read_table, store),
        )

    def type(self, text: str) -> None:
        """Type, as a keyboard does; what it has no key for, as an input method commits it."""
        focus = QApplication.focusWidget()
        assert focus is not None
        if text.isascii():
            QTest.keyClicks(focus, text)
        else:
            event = QInputMethodEvent()
            event.setCommitString(text)
            QApplication.sendEvent(focus, event)
        QApplication.processEvents()

    def compose(self, text: str, commit: str = "") -> None:
        """Let an input method hold a text that is not yet part of the words; "": it holds nothing any more."""
        event = QInputMethodEvent(text, [])
        event.setCommitString(commit)
        QApplication.sendEvent(self.window.panel.words.editor(), event)

    def texts(self, lang: str) -> Texts:
        return reading(self.bridge.words, lang, ("ja", "en"))

    def close(self) -> None:
        self.window.end()
        super().close()

    def kept(self) -> list[NoteKept]:
        return self.bridge.state.notes()

    def said(self, lang: str = "en") -> list[str]:
        return [self.texts(lang).body(note.content.text) for note in self.kept()]

    def lines(self) -> list[NoteLine]:
        view = self.window.view()
        assert view is not None
        return [row for row in view.rows if isinstance(row, NoteLine)]
