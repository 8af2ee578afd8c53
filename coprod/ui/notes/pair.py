"""A thing said in two languages at once: in a line, or on a button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from coprod.present.commands import caps
from coprod.ui.kit.keycap import keys_width, paint_keys
from coprod.ui.kit.text import lay
from coprod.ui.theme import BODY, SAID

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from coprod.present.room import Pair
    from coprod.ui.theme import Theme


def told(pair: Pair) -> str:
    """Both languages in one line."""
    return "  ".join(run.text for run in pair)


class PairButton(QAbstractButton):
    """A button that says what it does in two languages, one under the other, with its key."""

    def __init__(self, theme: Theme, key: str, *, main: bool = False) -> None:
        super().__init__()
        self._theme, self._keys, self._main = theme, caps(key), main
        self._pair: Pair = ()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def say(self, pair: Pair) -> None:
        """Name what it does; nothing puts it away."""
        self.setVisible(bool(pair))
        if pair != self._pair:
            self._pair = pair
            self.setText(told(pair))
            self.setAccessibleName(told(pair))
            self.setAccessibleDescription("+".join(self._keys))
            self.updateGeometry()
            self.update()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and another scale."""
        self._theme = theme
        self.setProperty("radius", theme.px(8))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Give room for both lines and the key."""
        theme = self._theme
        widest = max(
            (lay(run.text, "", theme.font(SAID, bold=True), 1).width for run in self._pair), default=0
        )
        return QSize(round(widest + keys_width(theme, self._keys)) + theme.px(56), theme.px(72))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, both lines and the key."""
        theme, px, painter = self._theme, self._theme.px, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = theme.on_accent if self._main else theme.ink
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.accent if self._main else theme.fill)
        painter.drawRoundedRect(QRectF(self.rect()), px(8), px(8))
        y = (
            self.height() - sum(px(step.line) for step, _ in zip((SAID, BODY), self._pair, strict=False))
        ) / 2
        for step, run in zip((SAID, BODY), self._pair, strict=False):
            line = lay(run.text, run.lang, theme.font(step, bold=step is SAID), px(step.line))
            line.paint(painter, px(20), y, ink)
            y += px(step.line)
        edge = theme.on_accent if self._main else theme.edge
        right = QPointF(self.width() - px(16), self.height() / 2)
        paint_keys(painter, theme, self._keys, right, (ink, edge), bold=self._main)
