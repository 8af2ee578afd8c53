"""Choices in a row that wraps: people, kinds, languages; reached by one Tab, moved through by arrow keys."""

from __future__ import annotations

from enum import Enum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from coprod.ui.kit.icons import Icon
from coprod.ui.kit.shapes import paint_mark
from coprod.ui.kit.text import shape
from coprod.ui.theme import BODY, Theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from coprod.present.marks import Mark
    from coprod.present.notes import Option


_LEAST = 240
_HIGH, _SEEN = 36, 30
"""How high a choice is to the hand, and to the eye."""


class Look(Enum):
    """Loose chips; plain words; parts of one box."""

    CHIPS = "chips"
    WORDS = "words"
    BOX = "box"


class Choice(QAbstractButton):
    """One choice: a word, with a mark where it is a person or a standpoint."""

    def __init__(self, theme: Theme, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._look = theme, look
        self._mark: Mark | None = None
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setProperty("radius", theme.px(8))

    def show_option(self, option: Option) -> None:
        """Show an option, chosen or not."""
        self._mark = option.mark
        self.setText(option.word)
        self.setToolTip(option.word)
        self.setAccessibleName(option.word)
        self.setAccessibleDescription(option.hint)
        self.setChecked(option.chosen)
        self.update()

    def nextCheckState(self) -> None:
        """Leave the tick to the row: what is chosen is told, not guessed."""

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and another scale."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """Give room for mark and word."""
        theme = self._theme
        width = QFontMetricsF(theme.font(BODY, bold=True)).horizontalAdvance(self.text())
        return QSize(round(width) + 2 * self._side() + self._indent() + 2, theme.px(_HIGH))

    def _side(self) -> int:
        return self._theme.px({Look.CHIPS: 11, Look.WORDS: 8, Look.BOX: 11}[self._look])

    def _indent(self) -> int:
        return self._theme.px(18) if self._mark is not None else 0

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, mark and word."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, edge, ink = self._colours()
        painter.setPen(QPen(edge, 2) if edge else Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        inset, air = 1.0 if edge else 0.0, (self.height() - theme.px(_SEEN)) / 2
        seen = QRectF(self.rect()).adjusted(inset, air + inset, -inset, -air - inset)
        round_ = seen.height() / 2 if self._look is Look.CHIPS else theme.px(7)
        painter.drawRoundedRect(seen, round_, round_)
        x, middle = self._side(), self.height() / 2
        if self._mark is not None:
            paint_mark(painter, self._mark, QPointF(x + theme.px(6), middle), theme.px(12), ink)
        font = theme.font(BODY, bold=self.isChecked())
        room = self.width() - 2 * self._side() - self._indent() + 1
        word = QFontMetricsF(font).elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        line = shape(word, font)
        painter.setPen(ink)
        line.draw(painter, QPointF(x + self._indent(), middle - line.lineAt(0).height() / 2))

    def _colours(self) -> tuple[QColor, QColor | None, QColor]:
        theme, none = self._theme, QColor(Qt.GlobalColor.transparent)
        if not self.isChecked():
            return (theme.fill if self._look is Look.CHIPS else none), None, theme.ink
        if self._look is Look.BOX:
            return theme.surface, theme.accent, theme.ink
        return theme.accent, None, theme.on_accent


class ChoiceRow(QWidget):
    """Options of which one is chosen, or several where `several`. Enter or a click chooses one alone, Space adds it.

    The row is one stop of Tab. Arrow keys move, and choose where there can be one alone; a typed letter goes to the
    next option that begins with it. `left` is emitted when Enter has chosen: the hand goes back to the words.
    """

    chosen = Signal(str)
    added = Signal(str)
    left = Signal()

    def __init__(
        self, theme: Theme, look: Look, parent: QWidget | None = None, *, several: bool = False
    ) -> None:
        super().__init__(parent)
        self._theme, self._look, self._several = theme, look, several
        self._choices: list[Choice] = []
        self._options: tuple[Option, ...] = ()
        self._at = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_options(self, options: Sequence[Option], name: str) -> None:
        """Show the options under the name of the row."""
        self.setAccessibleName(name)
        if tuple(options) == self._options:
            return
        self._options = tuple(options)
        while len(self._choices) < len(options):
            choice = Choice(self._theme, self._look, self)
            choice.clicked.connect(partial(self._click, len(self._choices)))
            self._choices.append(choice)
        for choice, option in zip(self._choices, options, strict=False):
            choice.show_option(option)
        if not self.hasFocus():
            self._at = next((n for n, one in enumerate(options) if one.chosen), 0)
        self._at = min(self._at, max(0, len(options) - 1))
        self.setVisible(bool(options))
        self.updateGeometry()
        self._place()

    def options(self) -> tuple[Option, ...]:
        """The options shown."""
        return self._options

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and another scale."""
        self._theme = theme
        for choice in self._choices:
            choice.set_theme(theme)
        self.updateGeometry()
        self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, choose or add."""
        key = event.key()
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
        if key in steps:
            self._go((self._at + steps[Qt.Key(key)]) % max(1, len(self._options)))
        elif key == Qt.Key.Key_Space:
            (self.added if self._several else self.chosen).emit(self._options[self._at].key)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.chosen.emit(self._options[self._at].key)
            self.left.emit()
        elif not (event.text().isprintable() and event.text() and self._seek(event.text())):
            event.ignore()

    def _go(self, place: int) -> None:
        self._at = place
        if not self._several:
            self.chosen.emit(self._options[place].key)
        self.update()
        self._choices[self._at].update()

    def _seek(self, letter: str) -> bool:
        words = [option.word.casefold() for option in self._options]
        order = [*range(self._at + 1, len(words)), *range(self._at + 1)]
        found = next((place for place in order if words[place].startswith(letter.casefold())), None)
        if found is not None:
            self._go(found)
        return found is not None

    def _click(self, place: int, _ticked: bool = False) -> None:
        self._at = place
        self.chosen.emit(self._options[place].key)

    def sizeHint(self) -> QSize:
        """Give the width of one row, and the height at the width there is."""
        sizes = [choice.sizeHint().width() for choice in self._shown()]
        gaps = self._gap() * max(0, len(sizes) - 1)
        return QSize(sum(sizes) + gaps + 2 * self._inset(), self._height_for(self.width()))

    def minimumSizeHint(self) -> QSize:
        """Allow as narrow a row as its widest option; of a chip that is wider, the name ends in …."""
        widest = max((choice.sizeHint().width() for choice in self._shown()), default=0)
        if self._look is Look.BOX:
            return self.sizeHint()
        if self._look is Look.CHIPS:
            widest = min(widest, self._theme.px(_LEAST))
        return QSize(widest, self._height_for(self.width()))

    def _height_for(self, width: int) -> int:
        places = self._places(width)
        return round(places[-1].y()) + self._theme.px(_HIGH) if places else 0

    def _shown(self) -> list[Choice]:
        return self._choices[: len(self._options)]

    def _gap(self) -> int:
        return self._theme.px({Look.CHIPS: 8, Look.WORDS: 0, Look.BOX: 0}[self._look])

    def _inset(self) -> int:
        return self._theme.px(3) if self._look is Look.BOX else 0

    def _places(self, width: int) -> list[QPointF]:
        places: list[QPointF] = []
        x, y = float(self._inset()), 0.0
        for choice in self._shown():
            wide = choice.sizeHint().width()
            if places and self._look is not Look.BOX and x + wide > width:
                x, y = 0.0, y + self._theme.px(_HIGH)
            places.append(QPointF(x, y))
            x += wide + self._gap()
        return places

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the options; a narrower row is higher."""
        super().resizeEvent(event)
        if self._height_for(event.oldSize().width()) != self._height_for(self.width()):
            self.updateGeometry()
        self._place()

    def _place(self) -> None:
        for choice, place in zip(self._shown(), self._places(self.width()), strict=True):
            choice.move(place.toPoint())
            wide = choice.sizeHint()
            choice.resize(
                wide.boundedTo(QSize(self.width(), wide.height())) if self._look is Look.CHIPS else wide
            )
            choice.show()
        for spare in self._choices[len(self._options) :]:
            spare.hide()

    def event(self, event: QEvent) -> bool:
        """Show or hide the sign of where the arrow keys are."""
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.update()
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the box, and a line under the option that the arrow keys are at."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._look is Look.BOX:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.fill)
            painter.drawRoundedRect(QRectF(self.rect()), self._theme.px(8), self._theme.px(8))
        if self.hasFocus() and self._at < len(self._options):
            at = self._choices[self._at].geometry()
            painter.setPen(QPen(self._theme.accent, 2))
            painter.drawLine(at.left() + 10, at.bottom(), at.right() - 10, at.bottom())


class Tick(QAbstractButton):
    """A box with a tick, and its word."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_theme(theme)

    def say(self, text: str, keys: str) -> None:
        """Name it, and the keys that tick it."""
        self.setText(text)
        self.setAccessibleName(text)
        self.setAccessibleDescription(keys)
        self.updateGeometry()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and another scale."""
        self._theme = theme
        self._icon = Icon("check", theme.accent)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Give room for box and word."""
        theme = self._theme
        width = QFontMetricsF(theme.font(BODY)).horizontalAdvance(self.text())
        return QSize(round(width) + theme.px(18 + 9 + 2), theme.px(36))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint box, tick and word."""
        theme, size, middle = self._theme, self._theme.px(18), self.height() / 2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.accent if self.isChecked() else theme.edge, 2 if self.isChecked() else 1))
        painter.setBrush(theme.surface)
        painter.drawRoundedRect(QRectF(1, middle - size / 2, size, size), 4, 4)
        if self.isChecked():
            self._icon.paint(painter, 1 + theme.px(2), middle - size / 2 + theme.px(2), size - theme.px(4))
        line = shape(self.text(), theme.font(BODY))
        painter.setPen(theme.ink)
        line.draw(painter, QPointF(size + theme.px(9), middle - line.lineAt(0).height() / 2))
