"""A wording hint, quietly above the composer, and the key that leaves it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from coprod.present.commands import caps
from coprod.present.hints import hint_words
from coprod.ui.kit.button import ActionButton, Role
from coprod.ui.kit.text import Words
from coprod.ui.notes.face import HINTS
from coprod.ui.theme import SMALL

if TYPE_CHECKING:
    from coprod.i18n import Catalogue
    from coprod.present.hints import Hint
    from coprod.ui.theme import Theme


class HintLine(QWidget):
    """Shows one hint, or nothing."""

    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._said = Words(theme, SMALL, token="ink2")
        self._leave = ActionButton(theme, role=Role.LINK, keys=caps(HINTS["leave-hint"]), height=36)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._said, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._leave)
        self._leave.clicked.connect(lambda _=False: self.left.emit())
        self.hide()

    def show_hint(self, hint: Hint | None, words: Catalogue) -> None:
        """Show a hint; None puts it away."""
        self.setVisible(hint is not None)
        self._leave.say(words.say("Leave it"))
        if hint is not None:
            self._said.say(hint_words(hint, words), words.lang)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and another scale."""
        self._said.set_theme(theme)
        self._leave.set_theme(theme)
