"""Rows to choose one from, under one another: each reached by Tab or by the arrow keys, read aloud whole."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractButton, QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from coprod.ui.kit.bars import quiet_bar
from coprod.ui.kit.focus import REACH
from coprod.ui.kit.shapes import paint_mark
from coprod.ui.kit.text import Block, lay
from coprod.ui.theme import BODY, SMALL, Theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from coprod.present.side import Row

_LEAD, _PAD, _LEAST = 56, 12, 44
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class RowButton(QAbstractButton):
    """One row: what leads it at the left, its texts, and under them what there is to say of it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._row: Row | None = None
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_theme(theme)

    def show_row(self, row: Row, *, chosen: bool) -> None:
        """Show a row, chosen or not."""
        self.setChecked(chosen)
        if row != self._row:
            self._row = row
            self.setAccessibleName(row.name)
            self.updateGeometry()
        self.update()

    def nextCheckState(self) -> None:
        """Leave it to the window which one is chosen."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the arrow keys to the list."""
        if Qt.Key(event.key()) in _STEPS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and another scale."""
        self._theme = theme
        self.setProperty("radius", theme.px(8))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Say that a narrower row is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height that the texts need at a width."""
        tall = sum(block.height for block, _ in self._blocks(width))
        return max(self._theme.px(_LEAST), round(tall) + 2 * self._theme.px(8))

    def sizeHint(self) -> QSize:
        """Ask for a line of some length."""
        width = self._theme.px(360)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Allow a narrow row: the lines break."""
        return QSize(self._theme.px(200), self._theme.px(_LEAST))

    def _indent(self) -> int:
        row = self._row
        lead, mark = (bool(row and row.lead), bool(row and row.mark is not None))
        return self._theme.px(_PAD + (_LEAD if lead else 0) + (24 if mark else 0))

    def _blocks(self, width: int) -> list[tuple[Block, str]]:
        if self._row is None:
            return []
        theme, room = self._theme, float(max(40, width - self._indent() - self._theme.px(_PAD)))
        body, small = theme.font(BODY, bold=self.isChecked()), theme.font(SMALL)
        blocks = [
            (lay(text.body, text.lang, body, theme.px(BODY.line), room), "ink") for text in self._row.texts
        ]
        if self._row.tail:
            blocks.append((lay(self._row.tail, "", small, theme.px(SMALL.line), room), "ink2"))
        return blocks

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, lead, mark and texts; the chosen row has a bar and bold words."""
        painter, theme = QPainter(self), self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.surface)
            painter.drawRoundedRect(QRectF(self.rect()), theme.px(8), theme.px(8))
        if self.isChecked():
            painter.fillRect(
                QRectF(0, theme.px(8), theme.px(4), self.height() - 2 * theme.px(8)), theme.accent
            )
        if self._row is None:
            return
        blocks = self._blocks(self.width())
        y = (self.height() - sum(block.height for block, _ in blocks)) / 2
        lead = lay(self._row.lead, "", theme.font(BODY, bold=self.isChecked()), theme.px(BODY.line))
        lead.paint(painter, theme.px(_PAD), y, theme.ink2)
        if self._row.mark is not None:
            centre = QPointF(self._indent() - theme.px(16), y + theme.px(BODY.line) / 2)
            paint_mark(painter, self._row.mark, centre, theme.px(16), theme.ink)
        for block, token in blocks:
            block.paint(painter, self._indent(), y, getattr(theme, token))
            y += block.height


class RowList(QScrollArea):
    """Rows under one another; `chosen` names the one that was chosen."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._buttons: dict[str, RowButton] = {}
        self._body = QWidget()
        self._column = QVBoxLayout(self._body)
        self._column.setContentsMargins(REACH, REACH, REACH, REACH)
        self._column.setSpacing(2)
        self._column.addStretch(1)
        self.setWidget(self._body)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self._body.setAutoFillBackground(False)
        self.setStyleSheet(quiet_bar(theme))

    def show_rows(self, rows: Sequence[Row], opened: str) -> None:
        """Show these; a row that stays keeps the focus."""
        for gone in self._buttons.keys() - {row.id for row in rows}:
            button = self._buttons.pop(gone)
            self._column.removeWidget(button)
            button.hide()
            button.deleteLater()
        for place, row in enumerate(rows):
            if row.id not in self._buttons:
                made = RowButton(self._theme, self._body)
                made.clicked.connect(partial(self._choose, row.id))
                self._buttons[row.id] = made
            button = self._buttons[row.id]
            if self._column.indexOf(button) != place:
                self._column.removeWidget(button)
                self._column.insertWidget(place, button)
            button.show_row(row, chosen=row.id == opened)
            button.show()
        self._buttons = {row.id: self._buttons[row.id] for row in rows}

    def buttons(self) -> list[RowButton]:
        """The rows, from the top."""
        return list(self._buttons.values())

    def rows(self) -> list[str]:
        """The ids of the rows, from the top."""
        return list(self._buttons)

    def _choose(self, row: str, _ticked: bool = False) -> None:
        self.chosen.emit(row)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and another scale."""
        self._theme = theme
        self.setStyleSheet(quiet_bar(theme))
        for button in self._buttons.values():
            button.set_theme(theme)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the row above or below."""
        buttons = self.buttons()
        at = next((n for n, one in enumerate(buttons) if one.hasFocus()), None)
        if at is None or Qt.Key(event.key()) not in _STEPS:
            event.ignore()
            return
        there = buttons[max(0, min(len(buttons) - 1, at + _STEPS[Qt.Key(event.key())]))]
        there.setFocus(Qt.FocusReason.TabFocusReason)
        self.ensureWidgetVisible(there)
