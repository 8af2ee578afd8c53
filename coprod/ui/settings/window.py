"""Room display and looks: a row for each setting; Enter on it chooses the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from coprod.present.settings import looks_rows, turned
from coprod.ui.console.side import SideWindow
from coprod.ui.settings.kept import keep_looks, kept_looks

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from coprod.ui.theme import Theme

_SIZE = (640, 520)


class LooksWindow(SideWindow):
    """Keeps each choice at once, and says so."""

    looks_chosen = Signal(object)
    """The `Looks` from now on."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._scroll.hide()
        self.undo.hide()  # nothing here is part of the record
        self.undo.setEnabled(False)
        self.set_theme(theme)
        self.measure(_SIZE)

    def present(self) -> None:
        """Show what is chosen."""
        if self._context is None:
            return
        words = self._context[2]
        head = words.say("Room display and looks")
        self.setWindowTitle(head)
        self.head.say(head, words.lang)
        self.lead.say(words.say("Enter chooses the next. It is kept on this computer."), words.lang)
        self.rows.show_rows(looks_rows(kept_looks(), words), "")

    def open(self, row: str) -> None:
        """Choose the next of a setting."""
        looks = turned(kept_looks(), row)
        keep_looks(looks)
        self.present()
        if self._context is not None:
            chosen = next(one for one in looks_rows(looks, self._context[2]) if one.id == row)
            self.said.say(chosen.name, self.lang())
        self.looks_chosen.emit(looks)
