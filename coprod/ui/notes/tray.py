"""Where the composer stands: as high as it wants to be, and scrolling where there is less room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from coprod.ui.kit.bars import quiet_bar

if TYPE_CHECKING:
    from coprod.ui.notes.panel import NotePanel
    from coprod.ui.theme import Theme


class Tray(QScrollArea):
    """Holds the composer, as high as it wants to be; where there is less room, it scrolls."""

    def __init__(self, panel: NotePanel, parent: QWidget) -> None:
        super().__init__(parent)
        self._panel = panel
        self.setWidget(panel)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and another scale, with the composer."""
        self.setStyleSheet(quiet_bar(theme))
        self._panel.set_theme(theme)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Grow and shrink with the composer."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        """Ask for the height of the composer."""
        return self._panel.sizeHint().expandedTo(self._panel.minimumSizeHint())
