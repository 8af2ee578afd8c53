"""The agenda beside the notes: each item with how many notes there are of it; chosen, its notes come into sight."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from coprod.ui.kit.text import lay
from coprod.ui.theme import BODY, SMALL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from coprod.present.notebook import AgendaLine
    from coprod.ui.theme import Theme

_PAD, _HIGH = 12, 38
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class ItemButton(QAbstractButton):
    """One item: its name, its number of notes at the right; the one that is open stands on a ground of its own."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._line: AgendaLine | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setProperty("radius", 8)

    def show_line(self, line: AgendaLine) -> None:
        """Show an item."""
        if line != self._line:
            self._line = line
            self.setText(line.name)
            self.setAccessibleName(", ".join(filter(None, (line.name, line.count))))
            self.updateGeometry()
            self.update()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and another scale."""
        self._theme = theme
        self.updateGeometry()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the arrow keys to the column."""
        if Qt.Key(event.key()) in _STEPS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def hasHeightForWidth(self) -> bool:
        """Say that a narrower row is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height that the name needs beside its count."""
        theme = self._theme
        if self._line is None:
            return theme.px(_HIGH)
        tall = lay(
            self._line.name, "", theme.font(BODY, bold=True), theme.px(BODY.line), self._room(width)
        ).height
        return max(theme.px(_HIGH), round(tall) + theme.px(12))

    def sizeHint(self) -> QSize:
        """Be as wide as there is room."""
        width = self._theme.px(200)
        return QSize(width, self.heightForWidth(self.width() or width))

    def _room(self, width: int) -> float:
        theme = self._theme
        count = self._line.count if self._line else ""
        beside = lay(count, "", theme.font(SMALL), theme.px(SMALL.line)).width if count else 0
        return max(60.0, width - 2 * theme.px(_PAD) - beside - (theme.px(8) if count else 0))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, name and count."""
        if self._line is None:
            return
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._line.open or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.surface)
            painter.drawRoundedRect(QRectF(self.rect()), theme.px(8), theme.px(8))
        font = theme.font(BODY, bold=self._line.open)
        name = lay(self._line.name, "", font, theme.px(BODY.line), self._room(self.width()))
        name.paint(painter, theme.px(_PAD), (self.height() - name.height) / 2, theme.ink)
        count = lay(self._line.count, "", theme.font(SMALL), theme.px(SMALL.line))
        count.paint(
            painter, self.width() - theme.px(_PAD), (self.height() - count.height) / 2, theme.ink2, align=1.0
        )


class AgendaColumn(QWidget):
    """The items under one another on the sunk ground; one stop of Tab each, the arrow keys walk."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._buttons: list[ItemButton] = []
        self._ids: list[str] = []
        self._column = QVBoxLayout(self)
        self._column.addStretch(1)
        self.set_theme(theme)

    def show_lines(self, lines: Sequence[AgendaLine]) -> None:
        """Show these items."""
        while len(self._buttons) < len(lines):
            button = ItemButton(self._theme, self)
            button.clicked.connect(partial(self._choose, len(self._buttons)))
            self._column.insertWidget(len(self._buttons), button)
            self._buttons.append(button)
            button.show()
        self._ids = [line.id for line in lines]
        for button, line in zip(self._buttons, lines, strict=False):
            button.show_line(line)
        for place, button in enumerate(self._buttons):
            button.setVisible(place < len(lines))

    def buttons(self) -> list[ItemButton]:
        """The items, from the top."""
        return self._buttons[: len(self._ids)]

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and another scale."""
        self._theme = theme
        px = theme.px
        self._column.setContentsMargins(px(12), px(12), px(12), px(12))
        self._column.setSpacing(0)
        for button in self._buttons:
            button.set_theme(theme)
        self.update()

    def minimumSizeHint(self) -> QSize:
        """Leave the height to the width that there is: Qt would take that of the narrowest."""
        return QSize(0, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the item above or below."""
        buttons = self.buttons()
        at = next((n for n, one in enumerate(buttons) if one.hasFocus()), None)
        step = _STEPS.get(Qt.Key(event.key()))
        if at is None or step is None:
            event.ignore()
        elif 0 <= at + step < len(buttons):
            buttons[at + step].setFocus(Qt.FocusReason.TabFocusReason)

    def _choose(self, place: int, _ticked: bool = False) -> None:
        self.chosen.emit(self._ids[place])

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground."""
        QPainter(self).fillRect(self.rect(), self._theme.sunk)
