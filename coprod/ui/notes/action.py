"""Who does it, and until when: of an action alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from coprod.ui.kit.text import Words
from coprod.ui.notes.choice import ChoiceRow, Look
from coprod.ui.theme import BODY, SMALL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coprod.i18n import Catalogue
    from coprod.present.notes import Option
    from coprod.ui.theme import Theme


class ActionLine(QWidget):
    """The people as owners, and a day as people say it; under it the day that is meant."""

    owner = Signal(str)
    due = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._head = Words(theme, BODY, token="ink2")
        self.owners = ChoiceRow(theme, Look.CHIPS)
        self._due, self._means = QLineEdit(), Words(theme, SMALL, token="ink2")
        self._column, self._row = QVBoxLayout(self), QHBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._head, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self._due)
        self._row.addWidget(self._means, 1, Qt.AlignmentFlag.AlignVCenter)
        self._column.addLayout(self._row)
        self._column.addWidget(self.owners)
        self.owners.chosen.connect(self.owner)
        self._due.textEdited.connect(lambda due: self.due.emit(due.strip()))

    def show_action(self, owners: Sequence[Option], due: str, means: str, words: Catalogue) -> None:
        """Show it; where there is nobody to choose, it is no action."""
        self.setVisible(bool(owners))
        self.owners.show_options(owners, words.say("Who does it"))
        self._head.say(words.say("Who does it"), words.lang)
        self._due.setAccessibleName(words.say("Due"))
        self._due.setPlaceholderText(words.say("Such as: next Friday"))
        self._due.setAccessibleDescription(means)
        if self._due.text().strip() != due:
            self._due.setText(due)
        self._means.say(means, words.lang)

    def ask_for_the_day(self) -> None:
        """Give the focus to the day."""
        self._due.setFocus()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and another scale."""
        self._row.setSpacing(theme.px(14))
        self._column.setSpacing(theme.px(6))
        for part in (self._head, self.owners, self._means):
            part.set_theme(theme)
        self._due.setFont(theme.font(BODY))
        self._due.setFixedSize(theme.px(220), theme.px(36))
        edge, radius, pad = theme.edge.name(), theme.px(8), theme.px(8)
        look = f"border: 1px solid {edge}; border-radius: {radius}px; padding: 0 {pad}px"
        self._due.setStyleSheet(f"QLineEdit {{ {look} }}")
