"""The palette: a field to say what one would like to do, and what is called so."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from coprod.ui.console.overlay import Overlay
from coprod.ui.kit.keycap import keys_width, paint_keys
from coprod.ui.kit.text import Words
from coprod.ui.theme import BODY, SAID, SMALL

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QInputMethodEvent

    from coprod.i18n import Catalogue
    from coprod.present.palette import Choice
    from coprod.ui.theme import Theme


_Index: TypeAlias = QModelIndex | QPersistentModelIndex


class _Field(QLineEdit):
    """A line that knows when an input method is at work."""

    composing = False

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self.composing = bool(event.preeditString())
        super().inputMethodEvent(event)


class _Rows(QStyledItemDelegate):
    """Paints a row: what can be done, and its keys at the right."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(self.theme.px(200), self.theme.px(36))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        theme, row = self.theme, QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        ink, edge = (theme.on_accent, theme.on_accent) if chosen else (theme.ink, theme.edge)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.accent)
            painter.drawRoundedRect(row, 8, 8)
        keys = index.data(Qt.ItemDataRole.UserRole) or ()
        inner = row.adjusted(theme.px(12), 0, -theme.px(12), 0)
        paint_keys(painter, theme, keys, QPointF(inner.right(), row.center().y()), (ink, edge), bold=False)
        painter.setPen(ink)
        painter.setFont(theme.font(BODY))
        room = round(inner.width() - keys_width(theme, keys) - theme.px(12))
        words = painter.fontMetrics().elidedText(index.data(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        painter.restore()


class Palette(Overlay):
    """Finds by name whatever can be done; arrows choose, Enter does it."""

    chosen = Signal(object)
    """The `Choice` that somebody made."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(theme, window)
        self._found: Callable[[str], Sequence[Choice]] = lambda _query: ()
        self._choices: Sequence[Choice] = ()
        self._head = Words(theme, BODY, bold=True, parent=self)
        self._field, self._list = _Field(self), QListWidget(self)
        self._foot = Words(theme, SMALL, token="ink2", parent=self)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # arrows move in it from the field
        self._rows = _Rows(theme, self._list)
        self._list.setItemDelegate(self._rows)
        self._column = QVBoxLayout(self)
        for part in (self._head, self._field, self._list, self._foot):
            self._column.addWidget(part)
        self._field.textChanged.connect(self._look)
        self._list.itemClicked.connect(lambda item: self._take(self._list.row(item)))
        self.set_theme(theme)

    def ask(self, found: Callable[[str], Sequence[Choice]], words: Catalogue) -> None:
        """Open, empty; `found` tells what is called like a text."""
        self._found = found
        self._head.say(words.say("What would you like to do?"), words.lang)
        self._foot.say(words.say("↑ ↓ choose, Enter does it, Esc closes"), words.lang)
        self._field.setAccessibleName(words.say("What would you like to do?"))
        self._list.setAccessibleName(words.say("What can be done now"))
        self._field.clear()
        self._look("")
        self.open()
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def choices(self) -> Sequence[Choice]:
        """What is shown."""
        return self._choices

    def press(self, key: str) -> bool:
        """Arrows and Enter; nothing while an input method composes."""
        if self._field.composing:
            return False
        steps = {"Up": -1, "Down": 1}
        if key in steps and self._choices:
            self._list.setCurrentRow((self._list.currentRow() + steps[key]) % len(self._choices))
            return True
        if key == "Return":
            self._take(self._list.currentRow())
            return True
        return super().press(key)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and another scale."""
        px = theme.px
        self._column.setContentsMargins(px(24), px(20), px(24), px(16))
        self._column.setSpacing(px(12))
        for part in (self._head, self._foot):
            part.set_theme(theme)
        self._field.setFont(theme.font(SAID))
        self._field.setMinimumHeight(px(44))
        self._list.setFont(theme.font(BODY))
        self._rows.theme = theme
        super().set_theme(theme)

    def _look(self, query: str) -> None:
        self._choices = self._found(query)
        self._list.clear()
        for choice in self._choices:
            item = QListWidgetItem(choice.words)
            item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, "+".join(choice.keys))
            item.setData(Qt.ItemDataRole.UserRole, choice.keys)
            self._list.addItem(item)
        self._list.setCurrentRow(0)

    def _take(self, row: int) -> None:
        if 0 <= row < len(self._choices):
            choice = self._choices[row]
            self.close_again()
            self.chosen.emit(choice)
