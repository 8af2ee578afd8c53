"""The finding that is looked at: where it is, what it says, and a line in which somebody says why it may stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coprod.ui.kit.button import ActionButton, Role
from coprod.ui.kit.text import Words
from coprod.ui.plan.entry import Entry
from coprod.ui.theme import BODY, SMALL

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from coprod.i18n import Catalogue
    from coprod.present.findings import FindingCard
    from coprod.ui.theme import Theme

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class Card(QWidget):
    """Hidden until a finding is chosen. `left`: why it is left as it is; `opened`: it is to be open again."""

    left = Signal(str)
    opened = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told, self._place = (
            Words(theme, SMALL, token="ink2"),
            Words(theme, BODY, bold=True, token="ink"),
        )
        self._said, self._because = Words(theme, BODY, token="ink"), Words(theme, BODY, token="ink2")
        self.why = Entry(theme, self)
        self._again = ActionButton(theme, role=Role.LINK, height=36, parent=self)
        self._column = QVBoxLayout(self)
        for part in (self._told, self._place, self._said, self._because, self.why):
            self._column.addWidget(part)
        self._column.addWidget(self._again, 0, Qt.AlignmentFlag.AlignLeft)
        self._again.clicked.connect(lambda _=False: self.opened.emit())
        self.set_theme(theme)
        self.hide()

    def show_card(self, card: FindingCard | None, words: Catalogue) -> None:
        """Show a finding, or none."""
        self.setVisible(card is not None)
        if card is None:
            return
        say = words.say
        self._told.say(card.told, words.lang)
        self._place.say(card.place)
        self._said.say(card.said, words.lang)
        self._because.say(say("Because: {reason}", reason=card.because) if card.because else "")
        self._because.setVisible(bool(card.because))
        self.why.show_text("", say("Why it may stay as it is"))
        self.why.setPlaceholderText(say("Why it may stay as it is"))
        self.why.setVisible(card.may_stay and not card.because)
        self._again.say(say("Look at it again"))
        self._again.setVisible(bool(card.because))

    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops."""
        return (self.why, self._again)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and another scale."""
        for part in (self._told, self._place, self._said, self._because):
            part.set_theme(theme)
        self.why.set_theme(theme)
        self._again.set_theme(theme)
        self._column.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(8))
        self._column.setSpacing(theme.px(4))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps the reason."""
        if event.key() in _ENTER and self.why.hasFocus() and not self.why.composing:
            reason = self.why.text()
            self.why.clear()
            self.left.emit(reason)
        else:
            super().keyPressEvent(event)
