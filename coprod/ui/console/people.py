"""The people in mid-meeting: somebody comes who was not expected, leaves, or says their standpoint anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication

from coprod.present.people import people_view
from coprod.service.names import parse
from coprod.ui.console.side import SideWindow
from coprod.ui.kit.lasting import Lasting
from coprod.ui.plan.entry import Entry
from coprod.ui.plan.people import PeopleColumn

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QAbstractButton, QWidget

    from coprod.ui.theme import Theme

_SIZE = (560, 690)


class PeopleWindow(SideWindow):
    """The plan's column of people beside the console. Escape folds who is open, then closes it."""

    withdrawal_asked = Signal(str, str)
    """Who wants all that is theirs erased, and what is to be asked first."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.column = PeopleColumn(theme, parse)
        self.column.acted.connect(self.ask)
        self.column.withdrawal_asked.connect(self.withdrawal_asked)
        self.left = Lasting(theme)
        self.foot.addWidget(self.left)
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
            self.left.retranslate(self._context[2])
            self.column.show_view(people_view(*self._context), self._context[2])

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and another scale."""
        super().set_theme(theme)
        self.column.set_theme(theme)
        self.left.set_theme(theme)

    def tell_left(self, lines: str) -> None:
        """Say what may still hold what was erased, until it is read."""
        if self._context is not None:
            self.left.tell(lines, self._context[2])

    def _press(self, key: str, typing: bool) -> bool:
        if key == "Escape" and not self.composing:
            focus = QApplication.focusWidget()
            if isinstance(focus, Entry) and focus.pending:
                return False
            if self.column.step_back():
                return True
        return super()._press(key, typing)
