"""Words with an icon beside them, in one line; nothing that can be pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from coprod.ui.kit.icons import Icon
from coprod.ui.kit.text import shape
from coprod.ui.theme import BODY, Step, Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_ICON, _GAP, _LEAST = 18, 8, 160


class Label(QWidget):
    """One line of text with its icon. Where it may be narrower than its text, that ends in … and is whole beside it."""

    def __init__(
        self,
        theme: Theme,
        step: Step = BODY,
        *,
        icon: str = "",
        bold: bool = False,
        token: str = "ink2",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._step, self._bold, self._token, self._icon_name = theme, step, bold, token, icon
        self._text = ""
        self._icon: Icon | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_theme(theme)

    def say(self, text: str, icon: str | None = None) -> None:
        """Show a text, and another icon where it changes."""
        if (text, icon or self._icon_name) != (self._text, self._icon_name):
            self._text, self._icon_name = text, icon or self._icon_name
            self.setAccessibleName(text)
            self.set_theme(self._theme)

    def text(self) -> str:
        """The text shown."""
        return self._text

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and another scale."""
        self._theme = theme
        self._icon = Icon(self._icon_name, theme.ink2) if self._icon_name else None
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Give room for icon and text."""
        font = self._theme.font(self._step, bold=self._bold)
        width = QFontMetricsF(font).horizontalAdvance(self._text)
        return QSize(round(width + self._indent()) + 1, self._theme.px(self._step.line))

    def minimumSizeHint(self) -> QSize:
        """Allow a narrow line, where the layout may take it."""
        return self.sizeHint().boundedTo(QSize(self._theme.px(_LEAST), self._theme.px(self._step.line)))

    def _indent(self) -> int:
        return self._theme.px(_ICON + _GAP) if self._icon else 0

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint icon and text."""
        painter = QPainter(self)
        theme, middle = self._theme, self.height() / 2
        if self._icon is not None:
            size = theme.px(_ICON)
            self._icon.paint(painter, 0, middle - size / 2, size)
        font = theme.font(self._step, bold=self._bold)
        room = self.width() - self._indent()
        line = shape(QFontMetricsF(font).elidedText(self._text, Qt.TextElideMode.ElideRight, room), font)
        painter.setPen(getattr(theme, self._token))
        line.draw(painter, QPointF(self._indent(), middle - line.lineAt(0).height() / 2))
