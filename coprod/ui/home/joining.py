"""Joining the room of another laptop: its address and the word of the day, then one's table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from coprod.present.notes import Option
from coprod.ui.kit.button import ActionButton, Role
from coprod.ui.kit.focus import FocusRing
from coprod.ui.kit.text import Words
from coprod.ui.notes.choice import ChoiceRow, Look
from coprod.ui.plan.entry import Entry
from coprod.ui.theme import BODY, LARGE, SMALL

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QPaintEvent

    from coprod.i18n import Catalogue
    from coprod.service.sharing.joining import Place
    from coprod.ui.theme import Theme


class JoinDialog(QDialog):
    """Stays open, and says why, until a table is taken. The word is kept nowhere."""

    asked = Signal(str, str)
    """An address and a word."""
    taken = Signal(str)
    """A table."""

    def __init__(self, theme: Theme, words: Catalogue, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._head, self._told = Words(theme, LARGE, bold=True), Words(theme, BODY, bold=True, token="accent")
        self._labels = [Words(theme, SMALL, token="ink2") for _ in range(3)]
        self.address, self.word = Entry(theme), Entry(theme)
        self.tables = ChoiceRow(theme, Look.CHIPS, self)
        self._go = ActionButton(theme, role=Role.MAIN, keys=("Enter",))
        self._leave = ActionButton(theme, keys=("Esc",))
        self._lay_out()
        self._ring = FocusRing(self, theme)
        self._go.clicked.connect(self._ask)
        self._leave.clicked.connect(self.reject)
        self.tables.chosen.connect(self.taken)
        self.resize(theme.px(620), theme.px(300))
        self.address.setFocus()

    def _lay_out(self) -> None:
        say, px = self._words.say, self._theme.px
        self.setWindowTitle(say("Join a room"))
        self._head.say(say("Join a room"), self._words.lang)
        texts = (
            say("The address on the wall"),
            say("The word of the day"),
            say("Which table do you write for?"),
        )
        for label, text in zip(self._labels, texts, strict=True):
            label.say(text, self._words.lang)
        for entry, text in zip((self.address, self.word), texts, strict=False):
            entry.setAccessibleName(text)
        self._go.say(say("Go in"))
        self._leave.say(say("Close"))
        column, row = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(*[px(24)] * 4)
        column.setSpacing(px(8))
        column.addWidget(self._head)
        for label, part in zip(self._labels, (self.address, self.word, self.tables), strict=True):
            column.addWidget(label)
            column.addWidget(part)
        column.addWidget(self._told)
        column.addStretch(1)
        row.addStretch(1)
        row.addWidget(self._leave)
        row.addWidget(self._go)
        column.addLayout(row)
        for hidden in (self._labels[2], self.tables, self._told):
            hidden.hide()

    def tell(self, sentence: str) -> None:
        """Say why it did not work."""
        self._told.say(sentence, self._words.lang)
        self._told.setVisible(bool(sentence))
        self._go.setEnabled(True)
        self._fit()

    def show_tables(self, places: Sequence[Place]) -> None:
        """Ask for the table; one that is taken can't be had. Where there is none, one may come in again."""
        self.tell("")
        free = [one for one in places if not one.taken]
        named = {one.id: _named(one.name, self._words.lang) or self._words.say("A table") for one in free}
        self.tables.show_options(
            [Option(id, name, chosen=False) for id, name in named.items()], self._labels[2].text()
        )
        self._ask_for(table=bool(free))
        if not places:
            self.tell(self._words.say("There are no tables yet. Come in again when the groups are formed."))
        elif not free:
            self.tell(self._words.say("Every table has a device already. The facilitator can free a place."))
        self._fit()
        (self.tables if free else self._go).setFocus()

    def ask_again(self, sentence: str) -> None:
        """Say why the table can't be had by that word any more, and ask for the word; the address stays."""
        self._ask_for(table=False)
        self.word.clear()
        self.tell(sentence)
        self.word.setFocus()

    def _ask_for(self, *, table: bool) -> None:
        for part in (*self._labels[:2], self.address, self.word, self._go):
            part.setVisible(not table)
        for part in (self._labels[2], self.tables):
            part.setVisible(table)

    def _fit(self) -> None:
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.resize(self.width(), max(self.height(), layout.totalHeightForWidth(self.width())))

    def _ask(self, _pressed: bool = False) -> None:
        address, word = self.address.text().strip(), self.word.text().strip()
        if address and word and self._go.isEnabled():
            self._go.setEnabled(False)
            self.asked.emit(address, word)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes in, or presses the button that has the focus."""
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)
        elif self._leave.hasFocus():
            self.reject()
        elif self._go.isVisible() and not (self.address.composing or self.word.composing):
            self._ask()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground."""
        QPainter(self).fillRect(self.rect(), self._theme.paper)


def _named(name: Mapping[str, str], lang: str) -> str:
    """A name in that language, else in any that it has."""
    return next(
        (body for tag, body in name.items() if tag.split("-")[0] == lang), next(iter(name.values()), "")
    )
