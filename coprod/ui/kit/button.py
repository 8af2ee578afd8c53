"""The button: an icon, a word and the keys that do the same. One in each window is the main one."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from coprod.ui.kit.icons import Icon
from coprod.ui.kit.keycap import keys_width, paint_keys
from coprod.ui.kit.text import shape
from coprod.ui.theme import BODY, LARGE, SAID, Step, Theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent


class Role(Enum):
    """What a button stands for: the main action, another, one upon a side column, or words that act like a link."""

    MAIN = "main"
    PLAIN = "plain"
    SURFACE = "surface"
    LINK = "link"


LOW, TALL = 44, 64
"""Heights in px; a link may be lower (36)."""


_WIDEST = 300
"""A word wider than this may end in … where there is little room; it is whole in its tool tip."""


class ActionButton(QAbstractButton):
    """A button that says what it will do. Where there is little room the key caps yield first, not the word."""

    def __init__(self, theme: Theme, text: str = "", *, role: Role = Role.PLAIN, icon: str | None = None,
                 keys: Sequence[str] = (), height: int = LOW, parent: QWidget | None = None) -> None:  # fmt: skip
        super().__init__(parent)
        self._theme, self._role, self._keys, self._height = theme, role, tuple(keys), height
        self._icon_name = icon
        self._icon: Icon | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.say(text)
        self.set_theme(theme)

    def say(self, text: str, keys: Sequence[str] | None = None) -> None:
        """Name what the button will do, and its keys where they change."""
        caps = self._keys if keys is None else tuple(keys)
        if (text, caps) == (self.accessibleName(), self._keys):
            return
        self._keys = caps
        if self.toolTip() == self.text():
            self.setToolTip("")
        self.setText(text)
        if self._word_width() > self._theme.px(_WIDEST):
            self.setToolTip(text)
        self.setAccessibleName(text)
        self.setAccessibleDescription("+".join(self._keys))
        self.updateGeometry()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and another scale."""
        self._theme = theme
        self._icon = Icon(self._icon_name, self._ink()) if self._icon_name else None
        self.setProperty("radius", theme.px(8))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Give room for icon, word and keys."""
        keys = keys_width(self._theme, self._keys, bold=self._main())
        return QSize(
            round(self._word_width() + (keys + self._theme.px(20) if self._keys else 0)), self._px_height()
        )

    def minimumSizeHint(self) -> QSize:
        """Keep room for icon and word, unless the word is very long."""
        return QSize(round(min(self._word_width(), self._theme.px(_WIDEST))), self._px_height())

    def changeEvent(self, event: QEvent) -> None:
        """Take the colours of a button that can, or cannot, be used now."""
        if event.type() == QEvent.Type.EnabledChange:
            self.set_theme(self._theme)
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, icon, word and keys."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        theme, x, middle = self._theme, float(self._side()), self.height() / 2
        if self._icon is not None:
            self._icon.paint(painter, x, middle - self._icon_size() / 2, self._icon_size())
            x += self._icon_size() + theme.px(10)
        font = theme.font(self._step(), bold=self._bold())
        room = self.width() - x - self._side() + 1
        line = shape(QFontMetricsF(font).elidedText(self.text(), Qt.TextElideMode.ElideRight, room), font)
        painter.setPen(self._ink())
        line.draw(painter, QPointF(x, middle - line.lineAt(0).height() / 2))
        keys = keys_width(theme, self._keys, bold=self._main())
        if self._keys and self.width() >= self._word_width() + keys + theme.px(12):
            colours = (self._ink(), self._ink() if self._main() or not self.isEnabled() else theme.edge)
            right = QPointF(self.width() - self._side(), middle)
            paint_keys(painter, theme, self._keys, right, colours, bold=self._main())

    def _paint_ground(self, painter: QPainter) -> None:
        ground = self._ground()
        edged = not self.isEnabled() or (self._theme.edged_fill and self._role is not Role.LINK)
        pen = QPen(self._theme.edge, 1)
        if not self.isEnabled():
            pen.setStyle(Qt.PenStyle.DotLine)
        painter.setPen(pen if edged else Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        inset = 0.5 if edged else 0.0
        radius = self._theme.px(8)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), radius, radius)

    def _ground(self) -> QColor:
        theme = self._theme
        if not self.isEnabled() or (self._role is Role.LINK and not self.isDown()):
            return QColor(Qt.GlobalColor.transparent)
        grounds = {Role.MAIN: theme.accent, Role.PLAIN: theme.fill, Role.SURFACE: theme.surface}
        ground = grounds.get(self._role, theme.fill)
        if self.isDown() or self.underMouse():
            ground = ground.lighter(118) if self._main() else ground.darker(104)
        return ground

    def _ink(self) -> QColor:
        if not self.isEnabled():
            return self._theme.ink2
        inks = {Role.MAIN: self._theme.on_accent, Role.LINK: self._theme.accent}
        return inks.get(self._role, self._theme.ink)

    def _main(self) -> bool:
        return self._role is Role.MAIN

    def _bold(self) -> bool:
        return self._main()

    def _step(self) -> Step:
        if self._role is Role.LINK or self._height < TALL:
            return BODY
        return LARGE if self._main() else SAID

    def _px_height(self) -> int:
        return self._theme.px(self._height)

    def _side(self) -> int:
        return self._theme.px(4 if self._role is Role.LINK else 16)

    def _icon_size(self) -> int:
        return self._theme.px({Role.LINK: 15}.get(self._role, 22 if self._height >= TALL else 18))

    def _word_width(self) -> float:
        theme = self._theme
        metrics = QFontMetricsF(theme.font(self._step(), bold=self._bold()))
        icon = self._icon_size() + theme.px(10) if self._icon_name else 0
        return metrics.horizontalAdvance(self.text()) + icon + 2 * self._side() + 1
