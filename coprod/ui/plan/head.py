"""The head of the plan: the title in each language, and what is known of day, place and series."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from coprod.ui.kit.text import Words
from coprod.ui.plan.entry import Entry
from coprod.ui.theme import SMALL, Theme

if TYPE_CHECKING:
    from coprod.present.plan_about import AboutField, AboutSheet

_NARROW = frozenset({"day", "begins", "ends", "number"})


class PlanHead(QWidget):
    """Shows the head, and asks for what was written in it; `unread` names a field that can't be read."""

    acted = Signal(object)
    unread = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sheet: AboutSheet | None = None
        self._shape: tuple[str, ...] = ()
        self._entries: dict[str, Entry] = {}
        self._heads: dict[str, Words] = {}
        self._column, self._titles, self._grid = QVBoxLayout(self), QVBoxLayout(), QGridLayout()
        self._column.addLayout(self._titles)
        self._column.addLayout(self._grid)
        self.set_theme(theme)

    def show_sheet(self, sheet: AboutSheet, lang: str) -> None:
        """Show a head; fields that stay keep the focus and what is being written."""
        self._sheet = sheet
        fields = (*sheet.titles, *sheet.fields)
        shape = tuple(field.key for field in fields)
        if shape != self._shape:
            self._build(sheet)
            self._shape = shape
        for field in fields:
            self._entries[field.key].show_text(field.text, field.head)
            if field.key in self._heads:
                self._heads[field.key].say(field.head, lang)

    def entries(self) -> dict[str, Entry]:
        """The fields by their keys."""
        return self._entries

    def settle(self) -> None:
        """Tell what is still being written."""
        for entry in self._entries.values():
            if entry.hasFocus():
                entry.editingFinished.emit()

    def _build(self, sheet: AboutSheet) -> None:
        for widget in (*self._entries.values(), *self._heads.values()):
            widget.hide()
            widget.deleteLater()
        self._entries, self._heads = {}, {}
        for field in sheet.titles:
            self._titles.addWidget(self._entry(field))
        for column, field in enumerate(sheet.fields):
            head = Words(self._theme, SMALL, token="ink2", parent=self)
            self._heads[field.key] = head
            entry = self._entry(field)
            self._grid.addWidget(head, 0, column)
            self._grid.addWidget(entry, 1, column)
            self._grid.setColumnStretch(column, 2 if field.key in _NARROW else 3)
            head.show()
        self.set_theme(self._theme)

    def _entry(self, field: AboutField) -> Entry:
        entry = Entry(self._theme, self)
        entry.settled.connect(partial(self._written, field.key))
        self._entries[field.key] = entry
        entry.show()
        return entry

    def _written(self, key: str, text: str) -> None:
        act = self._sheet.written(key, text) if self._sheet else None
        if act is None:
            self.unread.emit(key)
        else:
            self.acted.emit(act)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and another scale."""
        self._theme = theme
        px = theme.px
        for entry in self._entries.values():
            entry.set_theme(theme)
        for head in self._heads.values():
            head.set_theme(theme)
        self._column.setContentsMargins(px(32), px(10), px(24), px(10))
        self._column.setSpacing(px(8))
        self._titles.setSpacing(px(6))
        self._grid.setHorizontalSpacing(px(10))
        self._grid.setVerticalSpacing(px(2))
