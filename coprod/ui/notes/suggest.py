"""What is offered at the cursor while somebody writes: people after @, kinds after /."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from coprod.ui.notes.choice import Choice, Look

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from coprod.present.notes import Option
    from coprod.ui.theme import Theme

_PAD = 6


class Suggest(QWidget):
    """A list of choices over its window; it never takes the focus: the keys come from whoever writes."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._at = theme, 0
        self._options: Sequence[Option] = ()
        self._choices: list[Choice] = []
        self._column = QVBoxLayout(self)
        self._column.setSpacing(2)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def offer(self, options: Sequence[Option], name: str, at: QPoint) -> None:
        """Offer these at a point of the parent, above it; nothing to offer puts it away."""
        self._options, self._at = options, 0
        self.setAccessibleName(name)
        while len(self._choices) < len(options):
            choice = Choice(self._theme, Look.WORDS, self)
            choice.clicked.connect(partial(self._click, len(self._choices)))
            self._choices.append(choice)
            self._column.addWidget(choice)
        self._mark()
        self.setVisible(bool(options))
        if options:
            self.resize(self.sizeHint())
            room = self.window().size()
            left = max(0, min(at.x(), room.width() - self.width()))
            top = at.y() - self.height()
            self.move(
                left, top if top >= 0 else min(at.y() + self._theme.px(40), room.height() - self.height())
            )
            self.raise_()

    def options(self) -> Sequence[Option]:
        """What is offered."""
        return self._options

    def press(self, key: str) -> bool:
        """Arrows walk, Enter and Tab take, Escape puts it away; whether it was one of them."""
        if not self.isVisible():
            return False
        if key in {"Up", "Down"}:
            self._at = (self._at + (1 if key == "Down" else -1)) % len(self._options)
            self._mark()
        elif key in {"Return", "Tab"}:
            self._take(self._at)
        elif key == "Escape":
            self.hide()
        else:
            return False
        return True

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and another scale."""
        self._theme = theme
        pad = theme.px(_PAD)
        self._column.setContentsMargins(pad, pad, pad, pad)
        for choice in self._choices:
            choice.set_theme(theme)

    def sizeHint(self) -> QSize:
        """Be as wide as the longest, and as high as all."""
        hints = [choice.sizeHint() for choice in self._choices[: len(self._options)]]
        pad = 2 * self._theme.px(_PAD)
        wide = max((hint.width() for hint in hints), default=0)
        return QSize(wide + pad, sum(hint.height() + 2 for hint in hints) + pad)

    def _mark(self) -> None:
        for place, choice in enumerate(self._choices):
            choice.setVisible(place < len(self._options))
            if place < len(self._options):
                choice.show_option(self._options[place])
                choice.setChecked(place == self._at)
        if self._options:
            self.setAccessibleDescription(self._options[self._at].word)

    def _click(self, place: int, _ticked: bool = False) -> None:
        self._take(place)

    def _take(self, place: int) -> None:
        self.hide()
        self.chosen.emit(self._options[place].key)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground with its edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.edge, 1))
        painter.setBrush(self._theme.surface)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
