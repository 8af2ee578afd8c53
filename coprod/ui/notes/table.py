"""A table of other people's notes: what each column holds is looked at, and put right, before any note is kept."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coprod.i18n import NN_
from coprod.present.columns import chosen, columns_view, guessed, unclear, understood
from coprod.present.intake import told
from coprod.ui.kit.scroll import Scroll
from coprod.ui.kit.text import Words
from coprod.ui.notes.choice import ChoiceRow, Look, Tick
from coprod.ui.plan.intake import IntakeDialog
from coprod.ui.theme import BODY, SMALL

if TYPE_CHECKING:
    import datetime as dt

    from coprod.domain.acts import NoteDraft
    from coprod.domain.state import State
    from coprod.i18n import Catalogue
    from coprod.present.columns import ColumnView, Mapped
    from coprod.present.notes import Option
    from coprod.present.texts import Texts
    from coprod.service.tables import Table
    from coprod.ui.theme import Theme

_SIZE, _COLUMNS = (1160, 680), 3
"""In px at scale 1; of the width, the columns have so many fifths."""


class ColumnBlock(QWidget):
    """One column: its name, what stands in its first rows, and what it holds. The hand on it opens the choice."""

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._name, self._first = Words(theme, BODY, bold=True), Words(theme, SMALL, token="ink2")
        self.roles = ChoiceRow(theme, Look.WORDS, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.px(16))
        column.setSpacing(theme.px(2))
        for part in (self._name, self._first, self.roles):
            column.addWidget(part)
        self._options: tuple[Option, ...] = ()
        self._told = ""
        self.roles.installEventFilter(self)
        self.roles.chosen.connect(self._choose)

    def show_column(self, view: ColumnView, words: Catalogue) -> None:
        """Show a column."""
        self._name.say(view.name)
        self._first.say(" / ".join(_short(cell) for cell in view.first))
        self._options, self._told = view.roles, words.say("{column} holds", column=view.name)
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open the choice where the hand is."""
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self._show()
        return super().eventFilter(watched, event)

    def _choose(self, role: str) -> None:
        self.roles.setFocus()
        self.chosen.emit(role)

    def _show(self) -> None:
        held = self.roles.hasFocus()
        self.roles.show_options([one for one in self._options if held or one.chosen], self._told)


class TableDialog(IntakeDialog):
    """Shows a table in the columns that were recognised. When accepted, `drafts` are the notes of its rows."""

    def __init__(
        self, theme: Theme, words: Catalogue, state: State, texts: Texts, today: dt.date, parent: QWidget
    ) -> None:
        super().__init__(theme, words, NN_("Keep {n} note", "Keep {n} notes"), parent)
        self._state, self._texts, self._today = state, texts, today
        self._table: Table = ()
        self._mapped = guessed((), state, texts)
        self._drafts: tuple[NoteDraft, ...] = ()
        self.blocks: list[ColumnBlock] = []
        self.head = Tick(theme, self)
        self._columns = Scroll(theme, self)
        self.setWindowTitle(words.say("Notes from a table"))
        self._lead.say(words.say("What does each column hold? Nothing is kept yet."), words.lang)
        self.head.say(words.say("The first row names the columns"), "")
        self.head.clicked.connect(lambda _=False: self._turn_head())
        self._lay_out(theme)

    def _lay_out(self, theme: Theme) -> None:
        px, column, sides, left = theme.px, QVBoxLayout(self), QHBoxLayout(), QVBoxLayout()
        column.setContentsMargins(px(24), px(20), px(24), px(20))
        column.setSpacing(px(14))
        sides.setSpacing(px(28))
        left.setSpacing(px(10))
        left.addWidget(self.head)
        left.addWidget(self._columns, 1)
        sides.addLayout(left, _COLUMNS)
        sides.addLayout(self.understood(), 5 - _COLUMNS)
        column.addWidget(self._lead)
        column.addLayout(sides, 1)
        column.addLayout(self.foot())
        self.resize(px(_SIZE[0]), px(_SIZE[1]))

    def show_table(self, table: Table) -> None:
        """Show a table, its columns as they are recognised."""
        self._table = table
        self._mapped = guessed(table, self._state, self._texts)
        for place in range(len(self._mapped.roles)):
            block = ColumnBlock(self._theme)
            block.chosen.connect(partial(self._choose, place))
            self._columns.column.addWidget(block)
            self.blocks.append(block)
        self._columns.column.addStretch(1)
        self._show()
        (self._add if self._drafts else self.head).setFocus()

    def drafts(self) -> tuple[NoteDraft, ...]:
        """The notes of the rows."""
        return self._drafts

    def _choose(self, place: int, role: str) -> None:
        self._map(chosen(self._mapped, place, role))

    def _turn_head(self) -> None:
        self._map(type(self._mapped)(self._mapped.roles, not self._mapped.head))

    def _map(self, mapped: Mapped) -> None:
        self._mapped = mapped
        self._show()

    def _show(self) -> None:
        state, words = self._state, self._words
        languages = state.description.languages if state.description else ()
        self.head.setChecked(self._mapped.head)
        views = columns_view(self._table, self._mapped, languages, words)
        for block, view in zip(self.blocks, views, strict=True):
            block.show_column(view, words)
        came = understood(self._table, self._mapped, state, self._texts, self._today)
        self._drafts = came.drafts
        shown = told(came.drafts[:_SHOWN], state, self._texts, words)
        more = len(came.drafts) - _SHOWN
        rest = [words.say_n("and {n} more", "and {n} more", more)] if more > 0 else []
        self.show_found([*shown, *rest], len(came.drafts), unclear(came, words))


_SHOWN, _LONGEST = 60, 40
"""No more notes are shown before they are kept; of a cell no more characters."""


def _short(cell: str) -> str:
    line = " ".join(cell.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
