"""What a person said about themselves, unfolded under their line: texts, answers, and the way off the list."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from coprod.domain import acts
from coprod.ui.kit.button import ActionButton, Role
from coprod.ui.kit.text import Words
from coprod.ui.notes.choice import ChoiceRow, Look
from coprod.ui.plan.entry import Entry
from coprod.ui.theme import SMALL, Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from coprod.i18n import Catalogue
    from coprod.present.person import FieldView, PersonSheet, RowView


_LARGE_TEXT = 1.4


class PersonForm(QWidget):
    """The sheet of one person. It is filled anew for whoever is open."""

    acted = Signal(object)
    withdrawal_asked = Signal(str, str)
    """Who wants all that is theirs erased, and what is to be asked first."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sheet: PersonSheet | None = None
        self._shape: tuple[object, ...] = ()
        self._heads: list[Words] = []
        self._entries: dict[tuple[str, str], Entry] = {}
        self._answers: dict[str, ChoiceRow] = {}
        self._column = QVBoxLayout(self)
        self._stays = Words(theme, SMALL, token="ink2", parent=self)
        self._presence = ActionButton(theme, role=Role.LINK, icon="door-open", height=36, parent=self)
        self._remove = ActionButton(theme, role=Role.LINK, icon="x", keys=("Delete",), height=36, parent=self)
        self._withdraw = ActionButton(theme, role=Role.LINK, icon="minus", height=36, parent=self)
        self._presence.clicked.connect(self._come_or_go)
        self._withdraw.clicked.connect(self._ask_to_erase)
        self._remove.clicked.connect(self._take_off)
        self._set_margins()

    def show_sheet(self, sheet: PersonSheet, words: Catalogue) -> None:
        """Show a sheet; where the questions are the same, their fields stay and keep the focus."""
        shape = (
            self._stacked(),
            *((one.key, one.lang) for row in sheet.fields for one in row),
            *(row.key for row in sheet.rows),
        )
        if self._sheet is not None and self._sheet.id != sheet.id:
            self.settle()
        if shape != self._shape:
            self._build(sheet, shape)
        self._sheet = sheet
        texts = [one for row in sheet.fields for one in row]
        said = [*(one.head for one in texts), *(row.head for row in sheet.rows)]
        for head, sentence in zip(self._heads, said, strict=True):
            head.say(sentence, words.lang)
        for one in texts:
            self._entries[one.key, one.lang].show_text(one.text, one.name)
        for row in sheet.rows:
            self._answers[row.key].show_options(row.options, row.head)
        self._show_foot(sheet, words)

    def settle(self) -> None:
        """Let a field that is being written tell what it holds."""
        for entry in self._entries.values():
            if entry.hasFocus():
                entry.editingFinished.emit()

    def entry(self, key: str, lang: str) -> Entry:
        """The field of a text in a language."""
        return self._entries[key, lang]

    def answers(self, key: str) -> ChoiceRow:
        """The answers to a question."""
        return self._answers[key]

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and another scale."""
        self._theme = theme
        for head in (*self._heads, self._stays):
            head.set_theme(theme)
        for entry in self._entries.values():
            entry.set_theme(theme)
        for answers in self._answers.values():
            answers.set_theme(theme)
        for button in (self._presence, self._remove, self._withdraw):
            button.set_theme(theme)
        self._set_margins()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground that joins the sheet to its line."""
        QPainter(self).fillRect(self.rect(), self._theme.surface)

    def _set_margins(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(min(px(10), 12), px(6), min(px(10), 12), px(12))
        self._column.setSpacing(px(4))

    def _build(self, sheet: PersonSheet, shape: tuple[object, ...]) -> None:
        while (item := self._column.takeAt(0)) is not None:
            _discard(item.layout())
        for one in (*self._heads, *self._entries.values(), *self._answers.values()):
            one.hide()
            one.deleteLater()
        self._heads, self._entries, self._answers, self._shape = [], {}, {}, shape
        for fields in sheet.fields:
            self._add_fields(fields)
        for row in sheet.rows:
            self._add_row(row)
        for widget in (self._stays, self._presence, self._remove, self._withdraw):
            widget.setParent(None)
            widget.setParent(self)
            self._column.addWidget(widget)

    def _add_fields(self, fields: tuple[FieldView, ...]) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(self._theme.px(10))
        grid.setVerticalSpacing(0)
        for place, field in enumerate(fields):
            row, column = (2 * place, 0) if self._stacked() else (0, place)
            head, entry = self._head(), Entry(self._theme, self)
            entry.settled.connect(partial(self._write, field.key, field.lang))
            self._entries[field.key, field.lang] = entry
            grid.addWidget(head, row, column)
            grid.addWidget(entry, row + 1, column)
            grid.setColumnStretch(column, 1)
        self._column.addLayout(grid)

    def _stacked(self) -> bool:
        """Whether the text is so large that two languages stand one under the other."""
        return self._theme.scale >= _LARGE_TEXT

    def _add_row(self, row: RowView) -> None:
        self._column.addWidget(self._head())
        answers = ChoiceRow(self._theme, Look.CHIPS, self, several=row.several)
        answers.setObjectName(row.key)
        answers.chosen.connect(partial(self._choose, row.key))
        answers.added.connect(partial(self._choose, row.key))
        self._answers[row.key] = answers
        self._column.addWidget(answers)

    def _head(self) -> Words:
        self._heads.append(Words(self._theme, SMALL, token="ink2", parent=self))
        self._heads[-1].show()
        return self._heads[-1]

    def _show_foot(self, sheet: PersonSheet, words: Catalogue) -> None:
        self._stays.say(sheet.stays, words.lang)
        self._stays.setVisible(bool(sheet.stays))
        self._remove.say(words.say("Off the list"))
        self._remove.setVisible(not sheet.stays)
        self._withdraw.say(sheet.withdraw)
        self._withdraw.setVisible(bool(sheet.withdraw))
        self._presence.setVisible(sheet.presence is not None)
        if sheet.presence is not None:
            self._presence.say(sheet.presence[0])

    def _write(self, key: str, lang: str, text: str) -> None:
        if self._sheet is not None:
            self._ask(self._sheet.written(key, lang, text))

    def _choose(self, key: str, answer: str) -> None:
        if self._sheet is not None:
            self._ask(self._sheet.chosen(key, answer))

    def _come_or_go(self) -> None:
        if self._sheet is not None and self._sheet.presence is not None:
            self._ask(self._sheet.presence[1])

    def _take_off(self) -> None:
        if self._sheet is not None:
            self._ask(acts.RemoveParticipant(self._sheet.id))

    def _ask_to_erase(self) -> None:
        if self._sheet is not None:
            self.withdrawal_asked.emit(self._sheet.id, self._sheet.sure)

    def _ask(self, act: object) -> None:
        if act is not None:
            self.acted.emit(act)


def _discard(layout: object) -> None:
    """Let a layout go whose widgets go by themselves."""
    if isinstance(layout, QGridLayout):
        while layout.takeAt(0) is not None:
            pass
        layout.deleteLater()
