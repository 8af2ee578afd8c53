"""The window of people over a meeting in memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from coprod.domain.rules.pen import Refused
from coprod.present.refusals import refusal
from coprod.ui.console.people import PeopleWindow
from coprod.ui.plan.people_rows import PersonRow
from tests.present.meeting import Meeting

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from coprod.domain.acts import Act
    from coprod.ui.theme import Theme


def paint() -> None:
    for _ in range(6):
        QApplication.processEvents()


class PeopleDesk:
    """Does what is asked for, and shows what came of it."""

    def __init__(
        self, qtbot: QtBot, theme: Theme, lang: str, size: tuple[int, int], meeting: Meeting | None
    ) -> None:
        self.qtbot, self.theme, self.lang = qtbot, theme, lang
        self.meeting = meeting or Meeting()
        self.acts: list[Act] = []
        self.window = PeopleWindow(theme)
        self.window.asked.connect(self._do)
        self.window.resize(*size)
        self.window.show()
        self.show()
        self.window.activateWindow()
        paint()

    def _do(self, act: Act) -> None:
        self.acts.append(act)
        done = self.meeting.live.do(act)
        self.show()
        if isinstance(done, Refused):
            state, texts, words = (
                self.meeting.state,
                self.meeting.texts(self.lang),
                self.meeting.words(self.lang),
            )
            self.window.refuse(refusal(done, state, texts, words), act)
        else:
            self.window.came(act)
        paint()

    def show(self) -> None:
        self.window.show_session(
            self.meeting.state, self.meeting.texts(self.lang), self.meeting.words(self.lang)
        )

    def names(self) -> list[str]:
        comma = self.meeting.words(self.lang).say(", ")
        return [row.accessibleName().split(comma)[0] for row in self.rows()]

    def rows(self) -> list[PersonRow]:
        found = [row for row in self.window.findChildren(PersonRow) if row.isVisible()]
        return sorted(found, key=lambda row: row.y())

    def open(self, name: str) -> None:
        self.window.column.open_person(self.meeting.who(name))
        paint()

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        now: QWidget | None = self.window.focusWidget()
        QTest.keyClick(now if isinstance(now, QWidget) else self.window, key, held)
        paint()
