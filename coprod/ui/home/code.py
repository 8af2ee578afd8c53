"""The six words that open a group's sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from coprod.ui.kit.button import ActionButton, Role
from coprod.ui.kit.focus import FocusRing
from coprod.ui.kit.text import Words
from coprod.ui.plan.entry import Entry
from coprod.ui.theme import BODY, LARGE

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from coprod.i18n import Catalogue
    from coprod.ui.theme import Theme


class CodeDialog(QDialog):
    """Asks for the code; it stays open, and says why, until the sheet opens. The code is kept nowhere."""

    given = Signal(str)

    def __init__(self, theme: Theme, words: Catalogue, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, say = theme, words.say
        self._lang = words.lang
        self.setWindowTitle(say("Open a group’s sheet"))
        self._head, self._told = Words(theme, LARGE, bold=True), Words(theme, BODY, bold=True, token="accent")
        self.entry = Entry(theme)
        self._open = ActionButton(theme, role=Role.MAIN, keys=("Enter",))
        self._leave = ActionButton(theme, keys=("Esc",))
        self._head.say(say("Which six words open this sheet?"), words.lang)
        self.entry.setAccessibleName(say("The six words"))
        self.entry.setPlaceholderText(say("The six words, with a space between them"))
        self._open.say(say("Open it"))
        self._leave.say(say("Close"))
        column, row = QVBoxLayout(self), QHBoxLayout()
        side = theme.px(24)
        column.setContentsMargins(side, side, side, side)
        column.setSpacing(theme.px(14))
        for part in (self._head, self.entry, self._told):
            column.addWidget(part)
        row.addStretch(1)
        row.addWidget(self._leave)
        row.addWidget(self._open)
        column.addLayout(row)
        self._told.hide()
        self._ring = FocusRing(self, theme)
        self._open.clicked.connect(self._give)
        self._leave.clicked.connect(self.reject)
        self.entry.returnPressed.connect(self._give)
        self.resize(theme.px(620), theme.px(240))
        self.entry.setFocus()

    def tell(self, sentence: str) -> None:
        """Say why it does not open."""
        self._told.say(sentence, self._lang)
        self._told.setVisible(bool(sentence))
        self._open.setEnabled(True)
        layout = self.layout()
        if layout is not None:  # as high as the sentence needs
            layout.activate()
            self.resize(self.width(), max(self.height(), layout.totalHeightForWidth(self.width())))

    def _give(self) -> None:
        code = " ".join(self.entry.text().split())
        if code and not self.entry.composing and self._open.isEnabled():
            self._open.setEnabled(False)
            self.given.emit(code)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground."""
        QPainter(self).fillRect(self.rect(), self._theme.paper)
