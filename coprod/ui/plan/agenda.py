"""The agenda: a line for each item, with the clock time that follows; the open one unfolds in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coprod.domain import acts
from coprod.present.plan import PlanLine, library_kind
from coprod.ui.kit.button import ActionButton, Role
from coprod.ui.kit.scroll import Scroll
from coprod.ui.kit.text import Words, lay
from coprod.ui.plan.item_form import ItemForm
from coprod.ui.plan.rows import Placed, Row, Rows
from coprod.ui.theme import BODY, Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPainter

    from coprod.i18n import Catalogue
    from coprod.present.plan import PlanView

_TIME, _SIDE, _AIR = 68, 12, 9


class PlanRow(Row[PlanLine]):
    """One item of the agenda."""

    def lay_out(self, item: PlanLine, width: int) -> tuple[list[Placed], int]:
        """Place time, both names and minutes; the second name stands below where it does not fit."""
        theme, px = self._theme, self._theme.px
        line, y = px(BODY.line), float(px(_AIR))
        minutes = lay(item.minutes, "", theme.font(BODY), line)
        left, right = px(_SIDE + _TIME), width - px(_SIDE)
        room = max(px(60), right - left - minutes.width - px(16))
        name = lay(item.name, "", theme.font(BODY, bold=True), line, room)
        beside = lay(item.beside.body, item.beside.lang, theme.font(BODY), line, room)
        placed = [
            Placed(lay(item.time, "", theme.font(BODY), line), px(_SIDE), y, theme.ink2),
            Placed(name, left, y, theme.ink),
            Placed(minutes, right - minutes.width, y, theme.ink),
        ]
        if not item.beside.body:
            return placed, round(y + name.height) + px(_AIR)
        if len(name.layouts) == 1 and name.width + px(14) + beside.width <= room:
            placed.append(Placed(beside, left + name.width + px(14), y, theme.ink))
            return placed, round(y + name.height) + px(_AIR)
        placed.append(Placed(beside, left, y + name.height, theme.ink))
        return placed, round(y + name.height + beside.height) + px(_AIR)

    def paint_more(self, painter: QPainter) -> None:
        """Paint the hairline under a folded item."""
        if not self.open:
            px = self._theme.px
            painter.fillRect(px(_SIDE), self.height() - 1, self.width() - 2 * px(_SIDE), 1, self._theme.line)


class Agenda(QWidget):
    """Shows the items, and asks for what is to change. Which of them is open is the agenda's own."""

    acted = Signal(object)
    library = Signal()
    groups = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: PlanView | None = None
        self._words: Catalogue | None = None
        self._open: str | None = None
        self._known: frozenset[str] = frozenset()
        self.form = ItemForm(theme)
        self._rows: Rows[PlanLine] = Rows(theme, PlanRow, self.form)
        self._scroll = Scroll(theme, self)
        self._add = ActionButton(
            theme, role=Role.LINK, icon="plus", keys=("Alt", "A"), height=36, parent=self
        )
        self._ends = Words(theme, BODY, bold=True, parent=self)
        self._empty = Words(theme, BODY, token="ink2")
        self._column, self._foot = QVBoxLayout(self), QHBoxLayout()
        self._scroll.column.addWidget(self._empty)
        self._scroll.column.addWidget(self._rows)
        self._scroll.column.addStretch(1)
        self._foot.addWidget(self._add)
        self._foot.addStretch(1)
        self._foot.addWidget(self._ends, 2)
        self._column.addWidget(self._scroll, 1)
        self._column.addLayout(self._foot)
        self._connect()
        self.set_theme(theme)

    def _connect(self) -> None:
        self._add.clicked.connect(lambda _=False: self.add())
        self.form.acted.connect(self.acted)
        self.form.library.connect(self.library)
        self.form.groups.connect(self.groups)
        self._rows.opened.connect(self._toggle)
        self._rows.moved.connect(lambda item, step: self._ask(self._view and self._view.moved(item, step)))
        self._rows.seated.connect(lambda item, at: self._ask(self._view and self._view.placed(item, at)))
        self._rows.removed.connect(lambda item: self.acted.emit(acts.RemoveItem(item)))

    def show_view(self, view: PlanView, words: Catalogue) -> None:
        """Show the agenda; an item that has just come is open."""
        new = {line.id for line in view.lines} - self._known
        if self._view is not None and len(new) == 1:
            (self._open,) = new
        self._view, self._words = view, words
        self._known = frozenset(line.id for line in view.lines)
        self._add.say(words.say("Add an item"))
        self._ends.say(view.ends, words.lang)
        self._empty.say(words.say("Nothing is planned yet. Add an item."), words.lang)
        self._empty.setVisible(not view.lines)
        self._show()

    def _show(self) -> None:
        if self._view is None or self._words is None:
            return
        sheet = self._view.sheet(self._open)
        self._open = sheet.id if sheet else None
        if sheet is not None:
            self.form.show_sheet(sheet, self._words)
        self._rows.show_rows([(line.id, line) for line in self._view.lines], self._open)

    def add(self) -> None:
        """Ask for one more item, after the open one."""
        if self._view is not None:
            self.form.settle()
            self.acted.emit(self._view.added(self._open))

    def open_item(self, item: str | None) -> None:
        """Unfold an item; None folds all."""
        self.form.settle()
        self._open = item
        self._show()

    def kind_of_library(self) -> str:
        """Which part of the library fits the item that is open."""
        sheet = self._view.sheet(self._open) if self._view else None
        return library_kind(sheet.draft.kind) if sheet else ""

    def rows(self) -> Rows[PlanLine]:
        """The lines."""
        return self._rows

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape folds the open item; anything else is for others."""
        if event.key() == Qt.Key.Key_Escape and self._open is not None:
            row = self._rows.row(self._open)
            self.open_item(None)
            if row is not None:
                row.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            event.ignore()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and another scale."""
        px = theme.px
        for part in (self.form, self._rows, self._scroll, self._add, self._ends, self._empty):
            part.set_theme(theme)
        self._column.setContentsMargins(px(20), 0, px(12), px(12))
        self._column.setSpacing(px(8))

    def _toggle(self, item: str) -> None:
        self.open_item(None if item == self._open else item)

    def _ask(self, act: object) -> None:
        if act is not None:
            self.acted.emit(act)
