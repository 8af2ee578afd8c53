"""What was just done, with its Undo: in a place of its own, hiding nothing, staying until the next act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from coprod.ui.kit.button import ActionButton, Role
from coprod.ui.kit.text import Words
from coprod.ui.theme import BODY

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from coprod.ui.theme import Theme

HEIGHT = 44
"""Kept free even when there is nothing to say."""


class Toast(QWidget):
    """A dark strip with one sentence, and Undo where there is something to undo."""

    undo = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Words(theme, BODY, token="paper", parent=self)
        self._button = ActionButton(theme, role=Role.SURFACE, height=36, parent=self)
        self._button.clicked.connect(self.undo)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._words, 1, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self._button)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.set_theme(theme)
        self.show_text("")

    def show_text(self, text: str, undo: str = "", keys: Sequence[str] = (), lang: str = "") -> None:
        """Show what was done, and the word of the button that undoes it (none: no button)."""
        self._words.say(text, lang)
        self._words.setVisible(bool(text))
        self._button.say(undo, keys)
        self._button.setVisible(bool(text and undo))
        self.setAccessibleName(text)
        self.updateGeometry()  # at once: what it stands in asks for its height before the next event
        self.update()

    def text(self) -> str:
        """The sentence shown."""
        return self._words.text()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and another scale."""
        self._theme = theme
        self._words.set_theme(theme)
        self._button.set_theme(theme)
        self._row.setContentsMargins(theme.px(16), theme.px(4), theme.px(4), theme.px(4))
        self._row.setSpacing(theme.px(14))
        self.setMinimumHeight(theme.px(HEIGHT))

    def sizeHint(self) -> QSize:
        """Keep its height when there is nothing to say."""
        return self._row.sizeHint().expandedTo(QSize(0, self._theme.px(HEIGHT)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the strip, if there is something on it."""
        if self._words.text():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.ink)
            painter.drawRoundedRect(QRectF(self.rect()), self._theme.px(8), self._theme.px(8))
