"""What comes from elsewhere is looked at before it is taken: what was understood stands above the button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from coprod.ui.kit.button import ActionButton, Role
from coprod.ui.kit.focus import FocusRing
from coprod.ui.kit.scroll import Scroll
from coprod.ui.kit.text import Words
from coprod.ui.theme import BODY, SMALL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from coprod.i18n import Catalogue
    from coprod.ui.theme import Theme

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class IntakeDialog(QDialog):
    """Holds what was understood, and the buttons that take it or leave it. `count`: the word for one and for many."""

    def __init__(
        self, theme: Theme, words: Catalogue, count: tuple[str, str], parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self._theme, self._words, self._count = theme, words, count
        self._lead = Words(theme, BODY, parent=self)
        self._head = Words(theme, SMALL, bold=True, token="ink2", parent=self)
        self._unclear = Words(theme, BODY, bold=True, token="accent", parent=self)
        self._found = Words(theme, BODY)
        self._scroll = Scroll(theme, self)
        self._scroll.column.addWidget(self._found)
        self._scroll.column.addStretch(1)
        self._add = ActionButton(theme, role=Role.MAIN, parent=self)
        self._cancel = ActionButton(theme, words.say("Cancel"), keys=("Esc",), parent=self)
        self._ring = FocusRing(self, theme)
        self._head.say(words.say("This is what was understood"), words.lang)
        self._unclear.hide()
        self._add.clicked.connect(lambda _=False: self.accept())
        self._cancel.clicked.connect(lambda _=False: self.reject())

    def foot(self) -> QHBoxLayout:
        """The buttons."""
        foot = QHBoxLayout()
        foot.setSpacing(self._theme.px(10))
        foot.addStretch(1)
        foot.addWidget(self._cancel)
        foot.addWidget(self._add)
        return foot

    def understood(self) -> QVBoxLayout:
        """What was understood, under its heading."""
        column = QVBoxLayout()
        column.setSpacing(self._theme.px(10))
        column.addWidget(self._head)
        column.addWidget(self._unclear)
        column.addWidget(self._scroll, 1)
        return column

    def show_found(self, lines: Sequence[str], count: int, unclear: Sequence[str] = ()) -> None:
        """Show what was understood, a line each, and what was not."""
        self._found.say("\n".join(lines))
        self._unclear.say("\n".join(unclear), self._words.lang)
        self._unclear.setVisible(bool(unclear))
        self._add.say(self._words.say_n(*self._count, count))
        self._add.setEnabled(bool(count))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes without adding; Enter is for whatever has the focus."""
        now = self.focusWidget()
        if event.key() in _ENTER and isinstance(now, ActionButton):
            now.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the paper."""
        QPainter(self).fillRect(self.rect(), self._theme.paper)
