"""A window of a strip over three columns: what there is, the work in the middle, and what stands beside it."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coprod.ui.kit.scroll import Scroll

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from coprod.ui.theme import Theme

_NARROW = 1080
"""In px at scale 1: narrower, what stands beside the work yields."""
_WIDTH, _HEIGHT, _MOST = 1366, 690, 1.25
"""The size in px that it is made for; in a larger window all of it grows, so much at most."""


class ColumnsWindow(QWidget):
    """`side` scrolls at the left, over what stands `under` it; `widths`: of side and beside, in px at scale 1."""

    def __init__(
        self, theme: Theme, beside: QWidget, widths: tuple[int, int], under: QWidget | None = None
    ) -> None:
        super().__init__()
        self._base = self._theme = theme
        self.strip, self.middle, self.side, self.beside = QHBoxLayout(), QVBoxLayout(), Scroll(theme), beside
        self._widths, self._under, self._yields = widths, under, False
        left, body, column = QVBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        left.addWidget(self.side, 1)
        if under is not None:
            left.addWidget(under)
        body.addLayout(left)
        body.addLayout(self.middle, 1)
        body.addWidget(beside)
        column.addLayout(self.strip)
        column.addLayout(body, 1)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)  # it takes what there is
        for box in (left, body, column):
            box.setContentsMargins(0, 0, 0, 0)
            box.setSpacing(0)
        self.resize(theme.px(_WIDTH), theme.px(768))

    def set_theme(self, theme: Theme) -> None:
        """Take other colours, and another size of text."""
        self._base = theme
        self._fit(force=True)

    @abstractmethod
    def dress(self, theme: Theme) -> None:
        """Give each part its colours and its scale."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the scale that fits."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self, *, force: bool = False) -> None:
        fit = min(self.width() / _WIDTH, self.height() / _HEIGHT, _MOST)
        scale = max(1.0, int(fit * 20) / 20) * self._base.scale
        if force or scale != self._theme.scale:
            theme = self._theme = self._base.scaled(scale)
            px = theme.px
            self.side.set_theme(theme)
            self.dress(theme)
            self.strip.setContentsMargins(px(24), px(8), px(24), px(8))
            self.strip.setSpacing(px(14))
            self.middle.setSpacing(px(8))
            self.side.column.setContentsMargins(0, 0, 0, 0)
            for part in (self.side, self._under):
                if part is not None:
                    part.setFixedWidth(px(self._widths[0]))
            self.beside.setFixedWidth(px(self._widths[1]))
            self.update()
        self._place_beside()

    def let_yield(self, *, yields: bool) -> None:
        """Let what stands beside the work yield, or come back where there is room."""
        self._yields = yields
        self._place_beside()

    def _place_beside(self) -> None:
        self.beside.setVisible(not self._yields and self.width() >= self._theme.px(_NARROW))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground, and that of strip and side."""
        painter = QPainter(self)
        painter.fillRect(QRectF(self.rect()), self._theme.paper)
        painter.fillRect(QRectF(0, 0, self.width(), self.strip.geometry().bottom() + 1), self._theme.sunk)
        if self.side.isVisible():
            painter.fillRect(QRectF(0, self.side.y(), self.side.width(), self.height()), self._theme.sunk)
