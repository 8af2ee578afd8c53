"""The people in mid-meeting: somebody comes who was not expected, leaves, or says their standpoint anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from coprod.present.people import people_view
from coprod.service.names import parse
from coprod.ui.console.side import SideWindow
from coprod.ui.plan.entry import Entry
from coprod.ui.plan.people import PeopleColumn

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QAbstractButton, QWidget

    from coprod.ui.theme import Theme

_SIZE = (560, 690)


class PeopleWindow(SideWindow):
    """The plan's column of people beside the console. Escape folds who is open, then closes it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.column = PeopleColumn(theme, parse)
        self.column.acted.connect(self.ask)
        self.fill(self.column)
        self.measure(_SIZE)
        self.set_theme(theme)

    def first(self) -> QWidget:
        """The first person, else what adds one."""
        return self.column.first()

    def buttons(self) -> Mapping[str, QAbstractButton]:
        """The keys of the column."""
        return self.column.buttons()

    def present(self) -> None:
        """Show the people."""
        if self._context is not None:
            self.setWindowTitle(self._context[2].say("People"))
            self.column.show_view(people_view(*self._context), self._context[2])

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and another scale."""
        super().set_theme(theme)
        self.column.set_theme(theme)

    def _press(self, key: str, typing: bool) -> bool:
        if key == "Escape" and not self.composing:
            focus = QApplication.focusWidget()
            if isinstance(focus, Entry) and focus.pending:
                return False
            if self.column.step_back():
                return True
        return super()._press(key, typing)
