"""Group sheets: made for a group that goes where there is no network, and brought home from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from coprod.present.sheets import sheet_rows
from coprod.ui.console.paper import PaperChoice
from coprod.ui.console.side import SideWindow
from coprod.ui.kit.button import ActionButton
from coprod.ui.kit.text import Words
from coprod.ui.theme import BODY, TITLE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QHideEvent
    from PySide6.QtWidgets import QAbstractButton, QWidget

    from coprod.ui.theme import Theme

_SIZE = (900, 560)


class SheetsWindow(SideWindow):
    """A row for each group; Enter makes its sheet. The code stands here once, until the window is closed."""

    issue_asked = Signal(str)
    """A group whose sheet is wanted."""
    paper_asked = Signal(str)
    """A group whose sheet is wanted on paper."""
    home_asked = Signal()
    """A sheet is to be brought home."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._code, self._group = "", ""
        self.home = ActionButton(theme, icon="upload", keys=("Alt", "H"))
        self.code_head, self.code = (
            Words(theme, BODY, bold=True),
            Words(theme, TITLE, bold=True, token="accent"),
        )
        self.code_foot = Words(theme, BODY, token="ink2")
        self.top.addWidget(self.home)
        self.top.addStretch(1)
        self.paper = PaperChoice(theme)
        for part in (self.code_head, self.code, self.code_foot, self.paper):
            self.detail_column.addWidget(part)
        self.detail_column.addStretch(1)
        self.paper.chosen.connect(self.paper_asked)
        self.undo.hide()  # neither can be taken back
        self.undo.setEnabled(False)
        self.home.clicked.connect(lambda _=False: self.home_asked.emit())
        self.set_theme(theme)
        self.measure(_SIZE)

    def buttons(self) -> Mapping[str, QAbstractButton]:
        """The keys of this window."""
        return {"Alt+H": self.home, **self.paper.buttons()}

    def open(self, row: str) -> None:
        """Ask for the sheet of a group."""
        self.issue_asked.emit(row)

    def show_code(self, group: str, code: str) -> None:
        """Show the code of a sheet that was made."""
        self._group, self._code = group, code
        self.said.say("")
        self.present()

    def tell(self, sentence: str) -> None:
        """Say what came of it."""
        self.said.say(sentence, self.lang())

    def present(self) -> None:
        """Show the groups, and the code of the sheet that was made last."""
        if self._context is None:
            return
        state, texts, words = self._context
        say = words.say
        self.setWindowTitle(say("Group sheets"))
        self.head.say(say("Group sheets"), words.lang)
        rows = sheet_rows(state, texts, words)
        lead = say("Choose a group to make its sheet: a file that opens on any laptop, without a network.")
        none = say("There are no groups yet. Arrange them first.")
        self.lead.say(lead if rows else none, words.lang)
        self.rows.show_rows(rows, self._group)
        self.home.say(say("Bring a sheet home"))
        named = next((row.texts[0].body for row in rows if row.id == self._group), "")
        self.code_head.say(say("The sheet of {table} opens with these six words:", table=named), words.lang)
        self.code.say(self._code)
        self.code_foot.say(
            say("Write them down for the group now. They are shown once, and kept nowhere."), words.lang
        )
        for part in (self.code_head, self.code, self.code_foot):
            part.setVisible(bool(self._code))
        self.paper.show_groups({row.id: row.texts[0].body for row in rows}, words)

    def hideEvent(self, event: QHideEvent) -> None:
        """Forget the code."""
        super().hideEvent(event)
        self._code = self._group = ""

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and another scale."""
        super().set_theme(theme)
        self.home.set_theme(theme)
        self.paper.set_theme(theme)
        for words in (self.code_head, self.code, self.code_foot):
            words.set_theme(theme)
