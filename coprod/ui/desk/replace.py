"""Find and replace over the rows: what is looked for, what is put in its place, and how often it stands there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from coprod.ui.console.label import Label
from coprod.ui.kit.button import ActionButton
from coprod.ui.plan.entry import Entry

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from coprod.i18n import Catalogue
    from coprod.ui.theme import Theme

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class ReplaceBar(QWidget):
    """Hidden until it is begun. It is told the rows by whoever holds them.

    `sought`: other characters are looked for; `next_asked`: the next row that holds them; `asked`: put the other words
    in their place everywhere.
    """

    sought = Signal(str)
    next_asked = Signal()
    asked = Signal(str, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._find, self._put = Entry(theme, self), Entry(theme, self)
        self._count = Label(theme)
        self._all = ActionButton(theme, height=36, parent=self)
        self._row = QHBoxLayout(self)
        for field in (self._find, self._put):
            self._row.addWidget(field, 1)
        self._row.addWidget(self._count)
        self._row.addWidget(self._all)
        self._find.textChanged.connect(self.sought)
        self._all.clicked.connect(lambda _=False: self._ask())
        self.set_theme(theme)
        self.hide()

    def begin(self) -> None:
        """Come, with the hand on what is looked for."""
        self.show()
        self._find.setFocus()
        self._find.selectAll()
        self.sought.emit(self._find.text())

    def leave(self) -> None:
        """Go, and hold nothing any more."""
        self._find.clear()
        self._put.clear()
        self.hide()

    def text(self) -> str:
        """What is looked for; "" while it is not there."""
        return self._find.text() if self.isVisible() else ""

    def holds_focus(self) -> bool:
        """Whether somebody writes in it."""
        return self._find.hasFocus() or self._put.hasFocus()

    @property
    def composing(self) -> bool:
        """Whether an input method is at work in it."""
        return self._find.composing or self._put.composing

    def show_count(self, rows: int, words: Catalogue) -> None:
        """Say in how many rows it stands."""
        told = words.say_n("in {n} row", "in {n} rows", rows) if self._find.text() else ""
        self._count.say(told)
        self._all.setEnabled(rows > 0)

    def retranslate(self, words: Catalogue) -> None:
        """Name it in another language."""
        for field, name in (
            (self._find, words.say("Find in what is written")),
            (self._put, words.say("Put instead")),
        ):
            field.setAccessibleName(name)
            field.setPlaceholderText(name)
        self._all.say(words.say("Replace in all rows"))

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and another scale."""
        for part in (self._find, self._put, self._count, self._all):
            part.set_theme(theme)
        self._row.setContentsMargins(0, 0, theme.px(26), 0)
        self._row.setSpacing(theme.px(10))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the next row that holds it."""
        if event.key() in _ENTER and self._find.hasFocus():
            self.next_asked.emit()
        else:
            super().keyPressEvent(event)

    def _ask(self) -> None:
        self.asked.emit(self._find.text(), self._put.text())
