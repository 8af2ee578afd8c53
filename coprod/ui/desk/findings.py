"""Beside the rows: what to look at before minutes are issued, each kind with its number, one of them at a time."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from coprod.ui.desk.card import Card
from coprod.ui.kit.icons import Icon
from coprod.ui.kit.scroll import Scroll
from coprod.ui.kit.text import Words, lay
from coprod.ui.theme import BODY, SMALL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from coprod.i18n import Catalogue
    from coprod.present.findings import FindingCard, FindingLine
    from coprod.ui.kit.text import Block
    from coprod.ui.theme import Theme

_PAD, _ICON, _HIGH = 12, 18, 44
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class KindButton(QAbstractButton):
    """One kind: icon, name and number, over a hairline."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._line: FindingLine | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setProperty("radius", 8)

    def show_line(self, line: FindingLine | None) -> None:
        """Show a kind, or nothing."""
        self._line = line
        self.setVisible(line is not None)
        if line is not None:
            self.setText(line.name)
            self.setAccessibleName(f"{line.name}, {line.count}")
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
        """Say that a narrower one is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height that the name needs."""
        theme = self._theme
        return max(theme.px(_HIGH), round(self._name(width).height) + theme.px(20))

    def sizeHint(self) -> QSize:
        """Be as wide as there is room."""
        width = self._theme.px(240)
        return QSize(width, self.heightForWidth(self.width() or width))

    def _name(self, width: int) -> Block:
        theme = self._theme
        room = max(80, width - theme.px(2 * _PAD + _ICON + 2 * _PAD + 36))
        return lay(self.text(), "", theme.font(BODY), theme.px(BODY.line), room)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint icon, name and number."""
        if self._line is None:
            return
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.surface)
            painter.drawRoundedRect(QRectF(self.rect()), theme.px(8), theme.px(8))
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), theme.line)
        top, size = theme.px(10), theme.px(_ICON)
        Icon(self._line.icon, theme.ink).paint(painter, theme.px(_PAD), top + theme.px(3), size)
        self._name(self.width()).paint(painter, theme.px(_PAD + _ICON + _PAD), top, theme.ink)
        count = lay(str(self._line.count), "", theme.font(BODY), theme.px(BODY.line))
        count.paint(painter, self.width() - theme.px(_PAD), top, theme.ink, align=1.0)


class FindingsColumn(QWidget):
    """Choosing a kind leads to the next finding of it, which stands on the card under them."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._head, self._none = Words(theme, BODY, bold=True, token="ink2"), Words(theme, BODY, token="ink2")
        self._foot, self.card = Words(theme, SMALL, token="ink2"), Card(theme)
        self._buttons: list[KindButton] = []
        self._kinds: list[str] = []
        self._scroll = Scroll(theme)
        self._scroll.column.addWidget(self._none)
        self._scroll.column.addWidget(self.card)
        self._scroll.column.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._head)
        self._column.addWidget(self._scroll, 1)
        self._column.addWidget(self._foot)
        self.set_theme(theme)

    def show_findings(self, lines: Sequence[FindingLine], words: Catalogue) -> None:
        """Show these kinds; where there are none, say so."""
        self._head.say(words.say("Before you issue them"), words.lang)
        self._none.say(words.say("Nothing is left to look at."), words.lang)
        self._none.setVisible(not lines)
        self._foot.say(
            words.say("Open translations do not stop you. They are named at the foot of the minutes."),
            words.lang,
        )
        while len(self._buttons) < len(lines):
            button = KindButton(self._theme, self)
            button.clicked.connect(partial(self._choose, len(self._buttons)))
            self._scroll.column.insertWidget(len(self._buttons) + 1, button)
            self._buttons.append(button)
            for before, after in pairwise((*self._buttons, *self.card.stops())):
                QWidget.setTabOrder(before, after)
        self._kinds = [line.kind for line in lines]
        for place, button in enumerate(self._buttons):
            button.show_line(lines[place] if place < len(lines) else None)

    def show_card(self, card: FindingCard | None, words: Catalogue) -> None:
        """Show one finding, or none."""
        self.card.show_card(card, words)
        if card is not None:
            self._scroll.reveal(self.card)

    def buttons(self) -> list[KindButton]:
        """The kinds, from the top."""
        return self._buttons[: len(self._kinds)]

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and another scale."""
        self._theme = theme
        for part in (self._head, self._none, self._foot):
            part.set_theme(theme)
        self.card.set_theme(theme)
        self._scroll.set_theme(theme)
        for button in self._buttons:
            button.set_theme(theme)
        self._scroll.column.setContentsMargins(0, 0, theme.px(8), 0)
        self._column.setContentsMargins(theme.px(12), theme.px(14), theme.px(12), theme.px(14))
        self._column.setSpacing(theme.px(8))
        margin = theme.px(_PAD)
        for part in (self._head, self._foot, self._none):
            part.setContentsMargins(margin, 0, margin, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the kind above or below."""
        buttons = self.buttons()
        at = next((n for n, one in enumerate(buttons) if one.hasFocus()), None)
        step = _STEPS.get(Qt.Key(event.key()))
        if at is None or step is None:
            event.ignore()
        elif 0 <= at + step < len(buttons):
            buttons[at + step].setFocus(Qt.FocusReason.TabFocusReason)

    def _choose(self, place: int, _ticked: bool = False) -> None:
        self.chosen.emit(self._kinds[place])
