"""What one item of the agenda is, unfolded under its line: kind, title and questions, length, order of voices."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from coprod.domain import acts
from coprod.domain.terms import ItemKind
from coprod.present.commands import BY_ID, caps
from coprod.ui.kit.button import ActionButton, Role
from coprod.ui.kit.text import Words
from coprod.ui.notes.choice import ChoiceRow, Look
from coprod.ui.plan.entry import Entry
from coprod.ui.theme import SMALL, Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from coprod.i18n import Catalogue
    from coprod.present.plan import Field, ItemSheet


class ItemForm(QWidget):
    """The sheet of one item. It is filled anew for whichever is open."""

    acted = Signal(object)
    library = Signal()
    groups = Signal()
    """Who sits with whom is to be arranged."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sheet: ItemSheet | None = None
        self._shape: tuple[tuple[str, str], ...] = ()
        self._entries: dict[tuple[str, str], Entry] = {}
        self._heads: list[Words] = []
        self._kinds, self._orders = ChoiceRow(theme, Look.WORDS, self), ChoiceRow(theme, Look.WORDS, self)
        self._less = ActionButton(theme, icon="minus", height=36, parent=self)
        self._more = ActionButton(theme, icon="plus", height=36, parent=self)
        self._minutes = Entry(theme, self)
        self._from = ActionButton(theme, role=Role.LINK, icon="library", height=36, parent=self)
        self._groups = ActionButton(theme, role=Role.LINK, keys=caps("Ctrl+B"), height=36, parent=self)
        self._remove = ActionButton(theme, role=Role.LINK, icon="x", keys=("Delete",), height=36, parent=self)
        self._lay_out()
        self._connect()
        self.set_theme(theme)

    def _lay_out(self) -> None:
        self._column, self._grid = QVBoxLayout(self), QGridLayout()
        self._grid.setColumnStretch(1, 1)
        self._length, self._foot = QHBoxLayout(), QHBoxLayout()
        for part in (self._less, self._minutes, self._more):
            self._length.addWidget(part)
        self._length.addStretch(1)
        self._foot.addWidget(self._groups)
        self._foot.addWidget(self._from)
        self._foot.addWidget(self._remove)
        self._foot.addStretch(1)
        self._column.addWidget(self._kinds)
        self._column.addLayout(self._grid)
        self._column.addLayout(self._length)
        self._column.addWidget(self._orders)
        self._column.addLayout(self._foot)

    def _connect(self) -> None:
        self._kinds.chosen.connect(lambda kind: self._ask("of_kind", kind))
        self._orders.chosen.connect(lambda order: self._ask("in_order", order))
        self._less.clicked.connect(lambda _=False: self._ask("longer", -1))
        self._more.clicked.connect(lambda _=False: self._ask("longer", 1))
        self._minutes.settled.connect(lambda text: self._ask("lasting", text))
        self._from.clicked.connect(lambda _=False: self.library.emit())
        self._groups.clicked.connect(lambda _=False: self.groups.emit())
        self._remove.clicked.connect(self._take_off)

    def show_sheet(self, sheet: ItemSheet, words: Catalogue) -> None:
        """Show a sheet; where the fields are the same, they stay and keep the focus."""
        if self._sheet is not None and self._sheet.id != sheet.id:
            self.settle()
        shape = tuple((field.key, field.lang) for field in sheet.fields)
        if shape != self._shape:
            self._build(sheet.fields, shape)
        self._sheet = sheet
        for head, field in zip(self._heads, sheet.fields, strict=True):
            name = words.say("{what} ({language})", what=field.head, language=field.tongue)
            head.say(name, words.lang)
            entry = self._entries[field.key, field.lang]
            entry.show_text(field.text, name)
        self._kinds.show_options(sheet.kinds, words.say("Kind of item"))
        self._orders.show_options(sheet.orders, words.say("Order of voices"))
        self._minutes.show_text(sheet.minutes, words.say("Minutes"))
        self._less.setAccessibleName(words.say("Five minutes fewer"))
        self._more.setAccessibleName(words.say("Five minutes more"))
        self._groups.say(words.say(BY_ID["groups"].name))
        self._groups.setVisible(sheet.draft.kind is ItemKind.SMALL_GROUPS)
        self._from.say(words.say("From the library"))
        self._remove.say(words.say("Take off the agenda"))

    def _build(self, fields: tuple[Field, ...], shape: tuple[tuple[str, str], ...]) -> None:
        for widget in (*self._entries.values(), *self._heads):
            widget.hide()
            widget.deleteLater()
        self._entries, self._heads, self._shape = {}, [], shape
        before: QWidget = self._kinds
        for row, field in enumerate(fields):
            head, entry = Words(self._theme, SMALL, token="ink2", parent=self), Entry(self._theme, self)
            entry.settled.connect(partial(self._written, field.key, field.lang))
            self._heads.append(head)
            self._entries[field.key, field.lang] = entry
            self._grid.addWidget(head, row, 0)
            self._grid.addWidget(entry, row, 1)
            QWidget.setTabOrder(before, entry)
            before = entry
            head.show()
            entry.show()
        for after in (
            self._less,
            self._minutes,
            self._more,
            self._orders,
            self._groups,
            self._from,
            self._remove,
        ):
            QWidget.setTabOrder(before, after)
            before = after

    def settle(self) -> None:
        """Tell what is still being written."""
        for entry in (*self._entries.values(), self._minutes):
            if entry.hasFocus():
                entry.editingFinished.emit()

    def first(self) -> QWidget:
        """Where the hand goes when an item is opened: its first text."""
        return next(iter(self._entries.values()), self._kinds)

    def ask_prompt(self, prompt: object) -> None:
        """Add a question from the library."""
        self._ask("asked", prompt)

    def _written(self, key: str, lang: str, text: str) -> None:
        if self._sheet is not None:
            self.acted.emit(self._sheet.written(key, lang, text))

    def _ask(self, what: str, value: object) -> None:
        if self._sheet is not None:
            self.acted.emit(getattr(self._sheet, what)(value))

    def _take_off(self, _ticked: bool = False) -> None:
        if self._sheet is not None:
            self.acted.emit(acts.RemoveItem(self._sheet.id))

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and another scale."""
        self._theme = theme
        px = theme.px
        for part in (
            self._kinds,
            self._orders,
            self._less,
            self._more,
            self._minutes,
            self._groups,
            self._from,
            self._remove,
        ):
            part.set_theme(theme)
        for entry in self._entries.values():
            entry.set_theme(theme)
        for head in self._heads:
            head.set_theme(theme)
        self._minutes.setMaximumWidth(px(72))
        self._column.setContentsMargins(px(24), px(4), px(16), px(14))
        self._column.setSpacing(px(10))
        self._grid.setHorizontalSpacing(px(14))
        self._grid.setVerticalSpacing(px(8))
        self._length.setSpacing(px(8))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground of what is open."""
        QPainter(self).fillRect(self.rect(), self._theme.surface)
