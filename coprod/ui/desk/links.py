"""At the foot of the left column: who translates, and what else can be done at the desk, each with its key."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coprod.present.commands import caps
from coprod.present.desk import DESK_COMMANDS
from coprod.ui.kit.button import ActionButton, Role
from coprod.ui.kit.text import Words
from coprod.ui.plan.entry import Entry
from coprod.ui.theme import SMALL

if TYPE_CHECKING:
    from coprod.i18n import Catalogue
    from coprod.ui.theme import Theme

_SHOWN = ("replace", "word-list", "send", "bring", "draft")


class Links(QWidget):
    """`asked`: the id of a command. `named`: who translates from now on."""

    asked = Signal(str)
    named = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drafts = False
        self._commands = [command for command in DESK_COMMANDS if command.id in _SHOWN]
        self._name, self.who = Words(theme, SMALL, token="ink2", parent=self), Entry(theme, self)
        self._column = QVBoxLayout(self)
        self._buttons = [
            ActionButton(theme, role=Role.LINK, keys=caps(one.keys[0]), height=36, parent=self)
            for one in self._commands
        ]
        for button, command in zip(self._buttons, self._commands, strict=True):
            button.clicked.connect(partial(self._ask, command.id))
            self._column.addWidget(button)
        self._writing = QVBoxLayout()
        self._writing.addWidget(self._name)
        self._writing.addWidget(self.who)
        self._column.addLayout(self._writing)
        self.who.settled.connect(self.named)
        self.set_theme(theme)

    def show_name(self, name: str, words: Catalogue) -> None:
        """Show who translates."""
        self.who.show_text(name, words.say("Who translates"))

    def show_drafting(self, words: Catalogue, *, runs: bool) -> None:
        """While a machine drafts, its link is there to stop it."""
        self._drafts = runs
        self.retranslate(words)

    def retranslate(self, words: Catalogue) -> None:
        """Name it in another language."""
        for button, command in zip(self._buttons, self._commands, strict=True):
            stops = self._drafts and command.id == "draft"
            button.say(words.say("Stop the machine") if stops else words.say(command.name))
        self._name.say(words.say("Who translates"), words.lang)
        self.who.setAccessibleName(words.say("Who translates"))
        self.who.setPlaceholderText(words.say("A name, if it may stand there"))

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and another scale."""
        for button in self._buttons:
            button.set_theme(theme)
        self._name.set_theme(theme)
        self.who.set_theme(theme)
        self._column.setContentsMargins(theme.px(20), theme.px(8), theme.px(8), theme.px(16))
        self._writing.setContentsMargins(theme.px(4), theme.px(4), theme.px(8), 0)
        self._column.setSpacing(theme.px(2))

    def _ask(self, command: str, _ticked: bool = False) -> None:
        self.asked.emit(command)
