"""A part that scrolls from top to bottom, and brings into view whatever has the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from coprod.ui.theme import Theme

_BAR, _SIDE, _AROUND = 10, 6, 24


class _Body(QWidget):
    """As wide as there is room, never wider."""

    def minimumSizeHint(self) -> QSize:
        """Allow any width."""
        return QSize(0, super().minimumSizeHint().height())


class Scroll(QScrollArea):
    """Holds widgets one under the other."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self._body = _Body()
        self.column = QVBoxLayout(self._body)
        self.column.setSpacing(0)
        self.setWidget(self._body)
        self.viewport().setAutoFillBackground(False)
        self._body.setAutoFillBackground(False)
        self.set_theme(theme)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and another scale."""
        self._theme = theme
        width = theme.px(_BAR)
        side = _SIDE
        self.column.setContentsMargins(side, side, side + width, side)
        handle = f"background: {theme.edge.name()}; border-radius: {width // 2}px; min-height: {4 * width}px;"
        self.verticalScrollBar().setStyleSheet(
            f"QScrollBar:vertical {{ background: transparent; width: {width}px; margin: 0; }}"
            f"QScrollBar::handle:vertical {{ {handle} }}"
            "QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page"
            " { background: none; height: 0; }"
        )

    def reveal(self, widget: QWidget) -> None:
        """Bring something into view that has just been shown."""
        self.column.activate()
        self.ensureWidgetVisible(widget, 0, self._theme.px(_AROUND))

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self._body.isAncestorOf(now):
            self.ensureWidgetVisible(now, 0, self._theme.px(_AROUND))
