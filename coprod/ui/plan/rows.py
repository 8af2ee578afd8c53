"""Rows in an order that people change: by Alt+Up and Alt+Down, or by drag; one of them unfolds in its place."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from coprod.ui.kit.dragged import Dragged

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QColor, QKeyEvent, QPaintEvent

    from coprod.ui.kit.text import Block
    from coprod.ui.theme import Theme


class Placed:
    """A block of text, where it stands in its row, and its colour."""

    def __init__(self, block: Block, x: float, y: float, colour: QColor) -> None:
        self.block, self.x, self.y, self.colour = block, x, y, colour


class Told(Protocol):
    """What a row shows: anything with words for a screen reader."""

    @property
    def told(self) -> str:
        """The whole row in words."""


Item = TypeVar("Item", bound=Told)


class Row(Dragged, Generic[Item]):
    """One row. Enter, Space or a click unfolds it; Alt with an arrow moves it; Delete asks for it to go."""

    walked = Signal(int)
    stepped = Signal(int)
    removed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._item: Item | None = None
        self._laid: tuple[int, list[Placed], int] = (-1, [], 0)
        self.open = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_item(self, item: Item, *, unfolded: bool) -> None:
        """Show an item; `unfolded`: what it holds stands below."""
        self._item, self.open = item, unfolded
        self._laid = (-1, [], 0)
        self.setText(item.told)
        self.setAccessibleName(item.told)
        self.updateGeometry()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and another scale."""
        self._theme = theme
        self._laid = (-1, [], 0)
        self.updateGeometry()
        self.update()

    def lay_out(self, item: Item, width: int) -> tuple[list[Placed], int]:
        """Place the texts of an item at a width; also the height they need."""
        raise NotImplementedError

    def placed(self, width: int) -> list[Placed]:
        """The texts at a width, laid out once for each."""
        if self._laid[0] != width and self._item is not None:
            self._laid = (width, *self.lay_out(self._item, width))
        return self._laid[1]

    def hasHeightForWidth(self) -> bool:
        """Say that a narrower row is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height that the texts need."""
        self.placed(width)
        return max(self._laid[2], self._theme.px(36))

    def sizeHint(self) -> QSize:
        """Give the height at the width there is."""
        width = self.width() or self._theme.px(320)
        return QSize(self._theme.px(200), self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Allow a narrow row."""
        return QSize(self._theme.px(80), self._theme.px(36))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, move, unfold or ask for it to go."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is not None:
            (self.stepped if event.modifiers() & Qt.KeyboardModifier.AltModifier else self.walked).emit(step)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            self.click()
        elif event.key() == Qt.Key.Key_Delete:
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the texts, and the hairline under a folded row."""
        theme, painter = self._theme, QPainter(self)
        if self.open or self.underMouse() or self.isDown():
            painter.fillRect(self.rect(), theme.surface)
        for one in self.placed(self.width()):
            one.block.paint(painter, one.x, one.y, one.colour)
        self.paint_more(painter)

    def paint_more(self, painter: QPainter) -> None:
        """Paint what is no text."""


class Rows(QWidget, Generic[Item]):
    """Rows from top to bottom, with `fold` under the one that is open."""

    opened = Signal(str)
    moved = Signal(str, int)
    seated = Signal(str, int)
    removed = Signal(str)

    def __init__(self, theme: Theme, make: Callable[[Theme, QWidget], Row[Item]], fold: QWidget) -> None:
        super().__init__()
        self._theme, self._make, self._fold = theme, make, fold
        self._rows: dict[str, Row[Item]] = {}
        self._marker = _Marker(self)
        self._marker.colour = theme.accent
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        fold.setParent(self)
        fold.hide()

    def show_rows(self, items: Sequence[tuple[str, Item]], unfolded: str | None) -> None:
        """Show items by key; the row that had the focus keeps it, wherever it stands now."""
        keys = [key for key, _ in items]
        focused = next((n for n, row in enumerate(self._rows.values()) if row.hasFocus()), None)
        for gone in [key for key in self._rows if key not in keys]:
            row = self._rows.pop(gone)
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = {key: self._rows.get(key) or self._made(key) for key in keys}
        for key, item in items:
            self._rows[key].show_item(item, unfolded=key == unfolded)
        self._order(unfolded)
        if focused is not None and keys and not any(row.hasFocus() for row in self._rows.values()):
            self._rows[keys[min(focused, len(keys) - 1)]].setFocus(Qt.FocusReason.TabFocusReason)

    def rows(self) -> list[Row[Item]]:
        """The rows, from top to bottom."""
        return list(self._rows.values())

    def row(self, key: str) -> Row[Item] | None:
        """The row of that key."""
        return self._rows.get(key)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and another scale."""
        self._theme, self._marker.colour = theme, theme.accent
        for row in self._rows.values():
            row.set_theme(theme)

    def _made(self, key: str) -> Row[Item]:
        row = self._make(self._theme, self)
        row.clicked.connect(lambda _=False: self.opened.emit(key))
        row.walked.connect(lambda step: self._walk(key, step))
        row.stepped.connect(lambda step: self.moved.emit(key, step))
        row.removed.connect(lambda: self.removed.emit(key))
        row.dragged.connect(self._drag)
        row.dropped.connect(lambda at: self._drop(key, at))
        row.show()
        return row

    def _order(self, unfolded: str | None) -> None:
        """Put the rows in their order, for the eye and for Tab."""
        self._fold.setVisible(unfolded in self._rows)
        for place, widget in enumerate(self._in_order(unfolded)):
            if self._column.indexOf(widget) != place:
                self._column.removeWidget(widget)
                self._column.insertWidget(place, widget)
        stops: list[QWidget] = []
        for widget in self._in_order(unfolded):
            stops += _stops(widget) if widget is self._fold else [widget]
        for before, after in itertools.pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _in_order(self, unfolded: str | None) -> list[QWidget]:
        order: list[QWidget] = []
        for key, row in self._rows.items():
            order += [row, self._fold] if key == unfolded else [row]
        return order

    def _walk(self, key: str, step: int) -> None:
        keys = list(self._rows)
        place = keys.index(key) + step
        if 0 <= place < len(keys):
            self._rows[keys[place]].setFocus(Qt.FocusReason.TabFocusReason)

    def _place_at(self, at: QPoint) -> int:
        return sum(at.y() > row.geometry().center().y() for row in self._rows.values())

    def _drag(self, at: QPoint) -> None:
        rows, place = self.rows(), self._place_at(at)
        y = rows[place].y() if place < len(rows) else rows[-1].geometry().bottom()
        self._marker.setGeometry(0, max(0, y - 1), self.width(), 3)
        self._marker.raise_()
        self._marker.show()

    def _drop(self, key: str, at: QPoint) -> None:
        self._marker.hide()
        self.seated.emit(key, self._place_at(at))


class _Marker(QWidget):
    """A line where what is dragged would stand."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.colour = parent.palette().accent().color()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line."""
        QPainter(self).fillRect(self.rect(), self.colour)


def _stops(widget: QWidget) -> list[QWidget]:
    """The stops of Tab in a widget, in the order in which they were made."""
    return [
        one
        for one in widget.findChildren(QWidget)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus and not one.isHidden()
    ]
