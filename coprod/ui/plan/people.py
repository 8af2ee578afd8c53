"""The column of people: who is on the list and where they sit; whoever is open unfolds in their place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QVBoxLayout, QWidget

from coprod.domain import acts
from coprod.domain.acts import ParticipantDraft
from coprod.i18n import N_
from coprod.present.commands import Command, caps
from coprod.present.people import PersonLine, add_people, add_person
from coprod.ui.kit.button import ActionButton, Role
from coprod.ui.kit.scroll import Scroll
from coprod.ui.kit.text import Words
from coprod.ui.plan.entry import Entry
from coprod.ui.plan.paste import NAMES, PasteDialog
from coprod.ui.plan.people_rows import Heads, PersonRow
from coprod.ui.plan.person_form import PersonForm
from coprod.ui.plan.rows import Rows
from coprod.ui.theme import LARGE, SMALL, Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent

    from coprod.i18n import Catalogue
    from coprod.present.people import PeopleView

Parse: TypeAlias = Callable[[str], Sequence[ParticipantDraft]]
"""Reads a pasted list of names."""

_WIDEST_SIDE = 20

PEOPLE_COMMANDS: tuple[Command, ...] = (
    Command("add-person", N_("Add a person"), ("Alt+P",)),
    Command("paste-names", N_("Paste names"), ("Alt+N",)),
)
"""What a window lets its keys do in the column, by `PeopleColumn.run`."""


class PeopleColumn(QWidget):
    """Shows the people, and asks for what is to change. Which of them is open is the column's own."""

    acted = Signal(object)
    withdrawal_asked = Signal(str, str)
    """As its form asks it."""

    def __init__(self, theme: Theme, parse: Parse | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._parse = theme, parse
        self._view: PeopleView | None = None
        self._words: Catalogue | None = None
        self._open: str | None = None
        self._heading = Words(theme, LARGE, bold=True, parent=self)
        self._add = ActionButton(
            theme, role=Role.LINK, icon="plus", keys=caps("Alt+P"), height=36, parent=self
        )
        self._paste = ActionButton(
            theme, role=Role.LINK, icon="clipboard-list", keys=caps("Alt+N"), height=36, parent=self
        )
        self._name = Entry(theme, self)
        self._told = Words(theme, SMALL, bold=True, token="accent", parent=self)
        self._empty = Words(theme, SMALL, token="ink2")
        self._foot = Words(theme, SMALL, token="ink2", parent=self)
        self._heads = Heads(theme)
        self._form = PersonForm(theme)
        self._rows: Rows[PersonLine] = Rows(theme, PersonRow, self._form)
        self._scroll = Scroll(theme, self)
        self._connect()
        self._lay_out()
        self.set_theme(theme)

    def _connect(self) -> None:
        self._add.clicked.connect(lambda _=False: self.begin_adding())
        self._paste.clicked.connect(lambda _=False: self.paste())
        self._name.returnPressed.connect(self._add_named)
        self._form.acted.connect(self.acted)
        self._form.withdrawal_asked.connect(self.withdrawal_asked)
        self._rows.opened.connect(self._toggle)
        self._rows.moved.connect(lambda who, step: self._ask(self._view and self._view.moved(who, step)))
        self._rows.seated.connect(lambda who, at: self._ask(self._view and self._view.seated(who, at)))
        self._rows.removed.connect(self._take_off)

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.addWidget(self._heading, 1)
        self._head.addWidget(self._add)
        self._column.addLayout(self._head)
        for widget in (self._name, self._told):
            widget.hide()
            self._column.addWidget(widget)
        self._scroll.column.addWidget(self._empty)
        self._scroll.column.addWidget(self._heads)
        self._scroll.column.addWidget(self._rows)
        self._scroll.column.addSpacing(self._theme.px(12))
        self._scroll.column.addWidget(self._paste, 0, Qt.AlignmentFlag.AlignLeft)
        self._scroll.column.addWidget(self._foot)
        self._scroll.column.addStretch(1)
        self._column.addWidget(self._scroll, 1)
        self._paste.setVisible(self._parse is not None)

    def show_view(self, view: PeopleView, words: Catalogue) -> None:
        """Show the people; who is open stays open, as long as they are on the list."""
        self._view, self._words = view, words
        self._heading.say(view.heading, words.lang)
        self._add.say(words.say("Add"))
        self._add.setAccessibleName(words.say("Add a person"))
        self._paste.say(words.say("Paste names"))
        self._name.setAccessibleName(words.say("What they want to be called"))
        self._name.setPlaceholderText(words.say("What they want to be called"))
        self._foot.say(view.foot, words.lang)
        self._empty.say(view.empty, words.lang)
        self._empty.setVisible(not view.lines)
        self._heads.show_heads(view.heads if view.lines else ())
        self._stand()
        self._show()

    def _show(self) -> None:
        if self._view is None or self._words is None:
            return
        sheet = self._view.sheet(self._open)
        self._open = sheet.id if sheet else None
        if sheet is not None:
            self._form.show_sheet(sheet, self._words)
        self._rows.show_rows([(line.id, line) for line in self._view.lines], self._open)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and another scale."""
        self._theme = theme
        px = theme.px
        side = min(px(18), _WIDEST_SIDE)
        self._column.setContentsMargins(side, side, side, side)
        self._column.setSpacing(px(6))
        for words in (self._heading, self._told, self._empty, self._foot):
            words.set_theme(theme)
        self._add.set_theme(theme)
        self._paste.set_theme(theme)
        self._name.set_theme(theme)
        self._form.set_theme(theme)
        self._heads.set_theme(theme)
        self._rows.set_theme(theme)
        self._scroll.set_theme(theme)
        self._stand()
        self._show()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the button under the heading where they do not fit side by side."""
        super().resizeEvent(event)
        self._stand()

    def _stand(self) -> None:
        margins = self._column.contentsMargins()
        room = self.width() - margins.left() - margins.right() - self._theme.px(16)
        beside = self._heading.sizeHint().width() + self._add.minimumSizeHint().width() <= room
        self._heading.setMinimumWidth(self._heading.sizeHint().width() if beside else 0)
        way = QBoxLayout.Direction
        self._head.setDirection(way.LeftToRight if beside else way.TopToBottom)

    def tell(self, sentence: str) -> None:
        """Say why something was refused, above the list; "" puts it away."""
        self._told.say(sentence, self._words.lang if self._words else "")
        self._told.setVisible(bool(sentence))

    def run(self, command: str) -> bool:
        """Carry out a command of the column; whether it is one."""
        if command == "add-person":
            self.begin_adding()
        elif command == "paste-names" and self._parse is not None:
            self.paste()
        else:
            return False
        return True

    def begin_adding(self) -> None:
        """Open the field for a name. Enter adds, and the next name can follow at once; Escape ends it."""
        self._name.show()
        self._name.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def paste(self) -> None:
        """Open the sheet for a list of names."""
        if self._parse is None or self._words is None:
            return
        dialog = PasteDialog(self._theme, self._words, self._parse, NAMES, self)
        dialog.accepted.connect(lambda: self._ask(add_people(dialog.drafts())))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def open_person(self, person: str | None) -> None:
        """Unfold somebody's sheet; None folds all."""
        self._form.settle()
        self._open = person
        self._show()
        if self._open is not None:
            self._reveal(self._open)

    def buttons(self) -> dict[str, QAbstractButton]:
        """The keys of the column, and what each presses."""
        return {"Alt+P": self._add, "Alt+N": self._paste}

    def first(self) -> QWidget:
        """The first person, else what adds one."""
        lines = self._view.lines if self._view else ()
        row = self._rows.row(lines[0].id) if lines else None
        return row or self._add

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape ends the adding, then folds the open sheet; anything else is for others."""
        if event.key() != Qt.Key.Key_Escape or not self.step_back():
            event.ignore()

    def step_back(self) -> bool:
        """End the adding, else fold the open sheet; whether there was either."""
        if self._name.isVisible() and self._name.hasFocus():
            self._name.hide()
            self._add.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._open is not None:
            row = self._rows.row(self._open)
            self.open_person(None)
            if row is not None:
                row.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            return False
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground of a side column."""
        QPainter(self).fillRect(self.rect(), self._theme.sunk)

    def _reveal(self, person: str) -> None:
        row = self._rows.row(person)
        if row is not None:
            self._scroll.reveal(self._form)
            self._scroll.reveal(row)

    def _toggle(self, person: str) -> None:
        self.open_person(None if person == self._open else person)

    def _add_named(self) -> None:
        if self._name.composing:
            return
        act = add_person(self._name.text())
        self._name.clear()
        self._ask(act)

    def _take_off(self, person: str) -> None:
        sheet = self._view.sheet(person) if self._view else None
        if sheet is None:
            return
        if sheet.stays:
            self.tell(sheet.stays)
        else:
            self._ask(acts.RemoveParticipant(person))

    def _ask(self, act: object) -> None:
        if act is not None:
            self.tell("")
            self.acted.emit(act)
