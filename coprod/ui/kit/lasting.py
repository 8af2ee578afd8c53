"""What somebody has to be told, and what stays until they say that they have read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from coprod.ui.kit.button import ActionButton, Role
from coprod.ui.kit.text import Words
from coprod.ui.theme import BODY

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from coprod.i18n import Catalogue
    from coprod.ui.theme import Theme


class Lasting(QWidget):
    """Lines on a quiet ground, and the button that puts them away; what comes meanwhile stands under them."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told: list[str] = []
        self._words = Words(theme, BODY, token="ink", parent=self)
        self.read = ActionButton(theme, role=Role.SURFACE, height=36, parent=self)
        self.read.clicked.connect(self._put_away)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._words, 1)
        self._row.addWidget(self.read, 0, Qt.AlignmentFlag.AlignBottom)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_theme(theme)
        self.hide()

    def tell(self, lines: str, words: Catalogue) -> None:
        """Show lines more, until they are read."""
        self._told.append(lines)
        self._words.say("\n".join(self._told), words.lang)
        self.setAccessibleName(self._words.text())
        self.retranslate(words)
        self.show()

    def text(self) -> str:
        """The lines that are shown; "" once they are read."""
        return "\n".join(self._told)

    def retranslate(self, words: Catalogue) -> None:
        """Speak another language from now on."""
        self.read.say(words.say("I have read it"))

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and another scale."""
        self._theme = theme
        self._words.set_theme(theme)
        self.read.set_theme(theme)
        self._row.setContentsMargins(theme.px(16), theme.px(8), theme.px(8), theme.px(8))
        self._row.setSpacing(theme.px(14))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.accent_soft)
        painter.drawRoundedRect(QRectF(self.rect()), self._theme.px(8), self._theme.px(8))

    def _put_away(self) -> None:
        self._told.clear()
        self._words.say("")
        self.hide()
