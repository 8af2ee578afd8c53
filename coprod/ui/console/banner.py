"""The banner of what could not be saved: it stays until it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from coprod.present.commands import BY_ID, caps
from coprod.ui.kit.button import ActionButton, Role
from coprod.ui.kit.icons import Icon
from coprod.ui.kit.text import Words
from coprod.ui.theme import BODY, Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_ICON = 18


class Banner(QWidget):
    """One sentence that says what to do, and the button that tries again."""

    pressed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Words(theme, BODY, bold=True, parent=self)
        keys = caps(BY_ID["retry"].keys[0])
        self._again = ActionButton(theme, role=Role.SURFACE, keys=keys, height=36, parent=self)
        self._again.clicked.connect(lambda: self.pressed.emit("retry"))
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._words, 1)
        self._row.addWidget(self._again)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.set_theme(theme)
        self.hide()

    def show_text(self, text: str, again: str) -> None:
        """Show what could not be saved and why; "" puts the banner away."""
        self._words.say(text)
        self._again.say(again)
        self.setAccessibleName(text)
        self.setVisible(bool(text))

    def text(self) -> str:
        """The sentence shown."""
        return self._words.text()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and another scale."""
        self._theme = theme
        self._words.set_theme(theme)
        self._again.set_theme(theme)
        self._row.setContentsMargins(theme.px(24 + _ICON + 10), theme.px(6), theme.px(24), theme.px(6))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and the sign."""
        painter = QPainter(self)
        painter.fillRect(QRectF(self.rect()), self._theme.accent_soft)
        size = self._theme.px(_ICON)
        icon = Icon("triangle-alert", self._theme.accent)
        icon.paint(painter, self._theme.px(24), (self.height() - size) / 2, size)
