"""A button for each group, which prints its sheet for paper."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coprod.ui.kit.button import ActionButton
from coprod.ui.kit.text import Words
from coprod.ui.theme import BODY

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QAbstractButton

    from coprod.i18n import Catalogue
    from coprod.ui.theme import Theme

_KEYS = 9


class PaperChoice(QWidget):
    """Says what a sheet on paper is for; under it the groups, the first nine with a key."""

    chosen = Signal(str)
    """A group whose sheet is to be printed."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._made: dict[str, ActionButton] = {}
        self._head, self._lead = Words(theme, BODY, bold=True), Words(theme, BODY, token="ink2")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (self._head, self._lead):
            self._column.addWidget(part)
        self.set_theme(theme)

    def show_groups(self, groups: Mapping[str, str], words: Catalogue) -> None:
        """Show a button for each group, by its id; a button that stays keeps the focus."""
        self._head.say(words.say("On paper"), words.lang)
        lead = words.say(
            "A page with room to write by hand, for whoever has no laptop. It is typed in later."
        )
        self._lead.say(lead, words.lang)
        for gone in self._made.keys() - groups.keys():
            button = self._made.pop(gone)
            self._column.removeWidget(button)
            button.hide()
            button.deleteLater()
        for number, (group, name) in enumerate(groups.items(), start=1):
            if group not in self._made:
                button = ActionButton(self._theme, icon="file-text")
                button.clicked.connect(partial(self._choose, group))
                self._made[group] = button
            button = self._made[group]
            if self._column.indexOf(button) != number + 1:
                self._column.insertWidget(number + 1, button)
            keys = ("Alt", str(number)) if number <= _KEYS else ()
            button.say(words.say("Print for paper: {table}", table=name), keys)
        self._made = {group: self._made[group] for group in groups}
        self.setVisible(bool(groups))

    def buttons(self) -> Mapping[str, QAbstractButton]:
        """The keys, and what each presses."""
        return {f"Alt+{n}": one for n, one in enumerate(self._made.values(), start=1) if n <= _KEYS}

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and another scale."""
        self._theme = theme
        self._column.setSpacing(theme.px(10))
        for words in (self._head, self._lead):
            words.set_theme(theme)
        for button in self._made.values():
            button.set_theme(theme)

    def _choose(self, group: str, _ticked: bool = False) -> None:
        self.chosen.emit(group)
