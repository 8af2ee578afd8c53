"""The people in mid-meeting: somebody comes who was not expected, leaves, or says their standpoint anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from coprod.ui.console.keys import Keys
from coprod.ui.kit.focus import FocusRing
from coprod.ui.plan.people import PEOPLE_COMMANDS, Parse, PeopleColumn

if TYPE_CHECKING:
    from coprod.i18n import Catalogue
    from coprod.present.commands import Command
    from coprod.present.people import PeopleView
    from coprod.ui.theme import Theme

_SIZE = (440, 640)
_KEYS: dict[str, Command] = {key: command for command in PEOPLE_COMMANDS for key in command.keys}


class PeopleWindow(QDialog):
    """The column of people in a window of its own beside the console, never in its way. Escape closes it."""

    acted = Signal(object)

    def __init__(
        self, theme: Theme, words: Catalogue, parent: QWidget | None = None, parse: Parse | None = None
    ) -> None:
        super().__init__(parent)
        self._words = words
        self.column = PeopleColumn(theme, parse, self)
        self.column.acted.connect(self.acted)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.column)
        self._ring = FocusRing(self, theme)
        self._keys = Keys(self, self._carry_out)
        self.setModal(False)
        self.setWindowTitle(words.say("People"))
        self.resize(theme.px(_SIZE[0]), theme.px(_SIZE[1]))

    def show_view(self, view: PeopleView, words: Catalogue) -> None:
        """Show the people."""
        self._words = words
        self.setWindowTitle(words.say("People"))
        self.column.show_view(view, words)

    def tell(self, sentence: str) -> None:
        """Say why something was refused."""
        self.column.tell(sentence)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and another scale."""
        self.column.set_theme(theme)
        self._ring.set_theme(theme)

    def _carry_out(self, key: str, _typing: bool) -> bool:
        command = _KEYS.get(key)
        return command is not None and self.column.run(command.id)
