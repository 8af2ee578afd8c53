"""Beside the rows: what to look at before minutes are issued, each with its number, leading to its place."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coprod.present.notebook import AgendaLine
from coprod.ui.kit.scroll import Scroll
from coprod.ui.kit.text import Words
from coprod.ui.notes.agenda import AgendaColumn
from coprod.ui.theme import BODY, SMALL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coprod.i18n import Catalogue
    from coprod.present.desk import FindingLine
    from coprod.ui.theme import Theme


class FindingsColumn(QWidget):
    """The findings by kind; choosing one leads to the next note in which it is."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._head, self._none = Words(theme, BODY, bold=True, token="ink2"), Words(theme, BODY, token="ink2")
        self._foot = Words(theme, SMALL, token="ink2")
        self.lines = AgendaColumn(theme)
        self._scroll = Scroll(theme)
        self._scroll.column.addWidget(self.lines)
        self._scroll.column.addStretch(1)
        self._column = QVBoxLayout(self)
        for part in (self._head, self._none):
            self._column.addWidget(part)
        self._column.addWidget(self._scroll, 1)
        self._column.addWidget(self._foot)
        self.lines.chosen.connect(partial(self.chosen.emit))
        self.set_theme(theme)

    def show_findings(self, found: Sequence[FindingLine], words: Catalogue) -> None:
        """Show these; where there are none, say so."""
        self._head.say(words.say("Before you issue them"), words.lang)
        self._none.say(words.say("Nothing is left to look at."), words.lang)
        self._none.setVisible(not found)
        self._foot.say(
            words.say("Open translations do not stop you. They are named at the foot of the minutes."),
            words.lang,
        )
        self.lines.show_lines(
            [AgendaLine(one.finding, one.name, str(one.count), open=False) for one in found]
        )

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and another scale."""
        for part in (self._head, self._none, self._foot, self.lines, self._scroll):
            part.set_theme(theme)
        self._column.setContentsMargins(theme.px(12), theme.px(14), theme.px(12), theme.px(14))
        self._column.setSpacing(theme.px(8))
