"""The field in which notes are looked for; it stands there only while somebody looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from coprod.ui.theme import BODY

if TYPE_CHECKING:
    from coprod.i18n import Catalogue
    from coprod.ui.theme import Theme


class SearchField(QLineEdit):
    """Hidden until it is begun."""

    def __init__(self) -> None:
        super().__init__()
        self.hide()

    def begin(self) -> None:
        """Come, with the hand on what was looked for last."""
        self.show()
        self.setFocus()
        self.selectAll()

    def leave(self) -> None:
        """Go, and look for nothing any more."""
        self.clear()
        self.hide()

    def retranslate(self, words: Catalogue) -> None:
        """Name it in another language."""
        self.setPlaceholderText(words.say("Find a note: words, a name, a kind"))
        self.setAccessibleName(words.say("Find a note"))

    def set_theme(self, theme: Theme) -> None:
        """Take another scale."""
        self.setFont(theme.font(BODY))
        self.setFixedHeight(theme.px(40))
        self.setTextMargins(theme.px(8), 0, theme.px(8), 0)
