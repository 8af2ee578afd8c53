"""The left column: the agenda with its times of day, the open item with soft time, and the way to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from coprod.present.commands import BY_ID, caps
from coprod.present.flow import FlowItem, FlowView, Stage
from coprod.ui.kit.arc import paint_arc, stepped
from coprod.ui.kit.button import LOW, ActionButton, Role
from coprod.ui.kit.icons import Icon
from coprod.ui.kit.text import Block, lay
from coprod.ui.theme import BODY, SAID, SMALL, TITLE, Step, Theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from coprod.i18n import Catalogue
    from coprod.present.action import ActionsView

WIDTH, NARROW = 248, 212
DETAIL = Step(BODY.px, 20)
_MARGIN = 12
_TIME, _NAME, _PAD, _ARC = 10, 63, 6, 30
_CHECK = 26


class FlowRow(QWidget):
    """One item of the agenda."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._item: FlowItem | None = None

    def show_item(self, item: FlowItem) -> None:
        """Show an item."""
        if item != self._item:
            self._item = item
            self.setAccessibleName(", ".join(filter(None, (item.time, item.name, item.detail))))
            self.update()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and another scale."""
        self._theme = theme
        self.update()

    def height_for(self, width: int) -> int:
        """Give the height that the item needs."""
        theme, pads = self._theme, 2 * self._theme.px(_PAD)
        height = sum(block.height for block, _ in self._blocks(width))
        return round(height + pads + (theme.px(_ARC) if self._has_arc() else 0))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground of the open item, the time, and the lines."""
        theme, item = self._theme, self._item
        if item is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if item.stage is Stage.OPEN:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.surface)
            painter.drawRoundedRect(QRectF(self.rect()), theme.px(12), theme.px(12))
        y, left = float(theme.px(_PAD)), theme.px(_NAME)
        time = lay(item.time, "", theme.font(BODY), theme.px(SAID.line))
        time.paint(painter, theme.px(_TIME), y, theme.ink2)
        for number, (block, token) in enumerate(self._blocks(self.width())):
            if self._has_arc() and number == len(self._blocks(self.width())) - 1:
                y = self._paint_arc(painter, y)
            block.paint(painter, left, y, getattr(theme, token))
            if number == 0 and item.stage is Stage.DONE:
                self._paint_check(
                    painter, left + block.widths[-1], y + block.height - theme.px(SAID.line) / 2
                )
            y += block.height

    def _paint_arc(self, painter: QPainter, y: float) -> float:
        theme = self._theme
        rect = QRectF(theme.px(_NAME), y, self.width() - theme.px(_NAME + 20), theme.px(_ARC))
        share = self._item.share if self._item else None
        paint_arc(painter, rect, stepped(share or 0.0, reduced=False), (theme.accent, theme.edge))
        return y + theme.px(_ARC)

    def _paint_check(self, painter: QPainter, x: float, middle: float) -> None:
        size = self._theme.px(15)
        Icon("check", self._theme.ink2).paint(painter, x + self._theme.px(8), middle - size / 2, size)

    def _has_arc(self) -> bool:
        return self._item is not None and self._item.share is not None

    def _blocks(self, width: int) -> list[tuple[Block, str]]:
        """The lines: the name, the same in the other language where it is open, what else there is to say."""
        item, theme = self._item, self._theme
        if item is None:
            return []
        opened = item.stage is Stage.OPEN
        room = max(theme.px(60), width - theme.px(_NAME + (_CHECK if item.stage is Stage.DONE else 4)))
        token = "ink" if item.stage in {Stage.OPEN, Stage.NEXT} else "ink2"

        def block(text: str, step: Step, lang: str = "", *, bold: bool = False) -> Block:
            return lay(text, lang, theme.font(step, bold=bold), theme.px(step.line), room)

        lines = [(block(item.name, SAID, bold=opened), token)]
        if opened and item.beside.body:
            lines.append((block(item.beside.body, BODY, item.beside.lang), "ink"))
        if item.detail:
            lines.append((block(item.detail, DETAIL), "ink2"))
        return lines


class Agenda(QWidget):
    """The items one under the other."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._rows: list[FlowRow] = []
        self._count, self._width = 0, WIDTH

    def show_items(self, items: Sequence[FlowItem]) -> None:
        """Show the items; rows that are no longer needed are put away."""
        while len(self._rows) < len(items):
            self._rows.append(FlowRow(self._theme, self))
        for row, item in zip(self._rows, items, strict=False):
            row.show_item(item)
        self._count = len(items)
        self.place()

    def row(self, place: int) -> QWidget:
        """The row of an item."""
        return self._rows[place]

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and another scale."""
        self._theme = theme
        for row in self._rows:
            row.set_theme(theme)
        self.place()

    def narrow(self, width: int) -> None:
        """Stand in a column of another width (px at scale 1)."""
        if width != self._width:
            self._width = width
            self.place()

    def place(self) -> None:
        """Give each row the height it needs at the width there is."""
        y, width = 0, self._theme.px(self._width - 2 * _MARGIN)
        for number, row in enumerate(self._rows):
            high = row.height_for(width) if number < self._count else 0
            row.setVisible(number < self._count)
            row.setGeometry(0, y, width, high)
            y += high
        self.setMinimumHeight(y)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the rows anew."""
        super().resizeEvent(event)
        self.place()


class Times(QWidget):
    """The time now and the time of the end, side by side."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._texts = ("", "", "", "")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_times(self, now: tuple[str, str], ends: tuple[str, str]) -> None:
        """Show both times, each with its word."""
        if self._texts != (*now, *ends):
            self._texts = (*now, *ends)
            self.setAccessibleName(", ".join((" ".join(now), " ".join(ends))))
            self.update()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and another scale."""
        self._theme = theme
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Give room for a word over a time."""
        return QSize(self._theme.px(200), self._theme.px(SMALL.line + TITLE.line))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the words and the times."""
        theme, painter = self._theme, QPainter(self)
        for place, (word, time) in enumerate((self._texts[:2], self._texts[2:])):
            x, align = (self.width(), 1.0) if place else (0, 0.0)
            label = lay(word, "", theme.font(BODY), theme.px(SMALL.line))
            label.paint(painter, x, 0, theme.ink2, align)
            digits = lay(time, "", theme.font(TITLE, bold=bool(place)), theme.px(TITLE.line))
            digits.paint(painter, x, theme.px(SMALL.line), theme.ink, align)


class FlowColumn(QWidget):
    """The agenda, the time, and the button for the next item."""

    pressed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._agenda = Agenda(theme)
        self._scroll = QScrollArea(self)
        self._scroll.setWidget(self._agenda)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.viewport().setAutoFillBackground(False)
        self._agenda.setAutoFillBackground(False)
        self._times = Times(theme, self)
        self._next = ActionButton(
            theme, role=Role.SURFACE, keys=caps(BY_ID["next-item"].keys[0]), height=LOW - 8
        )
        self._next.clicked.connect(lambda: self.pressed.emit("next-item"))
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._scroll, 1)
        self._foot = QVBoxLayout()
        self._foot.addWidget(self._times)
        self._foot.addWidget(self._next)
        self._column.addLayout(self._foot)
        self._view: FlowView | None = None
        self._width = WIDTH
        self.set_theme(theme)

    def show_view(self, view: FlowView, actions: ActionsView, words: Catalogue) -> None:
        """Show the agenda."""
        self._next.say(actions.words["next-item"])
        self._next.setEnabled("next-item" in actions.enabled)
        self._times.show_times((words.say("Now"), view.now), (words.say("Ends"), view.ends))
        if view == self._view:
            return
        self._view = view
        self._agenda.show_items(view.items)
        opened = next((n for n, item in enumerate(view.items) if item.stage is Stage.OPEN), None)
        if opened is not None:
            self._scroll.ensureWidgetVisible(self._agenda.row(opened), 0, 0)
        self._scroll.setAccessibleName(words.say("The agenda"))

    def narrow(self, width: int = NARROW) -> None:
        """Take less width, or (`WIDTH`) the usual one again."""
        self._width = width
        self._agenda.narrow(width)
        self.setFixedWidth(self._theme.px(width))

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and another scale."""
        self._theme = theme
        self._agenda.set_theme(theme)
        self._times.set_theme(theme)
        self._next.set_theme(theme)
        self._column.setContentsMargins(theme.px(_MARGIN), theme.px(8), 0, theme.px(16))
        self._foot.setContentsMargins(0, 0, theme.px(_MARGIN), 0)
        self._foot.setSpacing(theme.px(8))
        self._column.setSpacing(theme.px(8))
        self.narrow(width=self._width)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground."""
        QPainter(self).fillRect(QRectF(self.rect()), self._theme.sunk)
