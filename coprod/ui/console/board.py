"""The board: where the parts of the console stand, and what yields when there is little room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from coprod.ui.console.actions import Actions
from coprod.ui.console.banner import Banner
from coprod.ui.console.centre import BAR, Centre
from coprod.ui.console.flow import NARROW, WIDTH, FlowColumn
from coprod.ui.console.latest import Latest
from coprod.ui.console.strip import Strip
from coprod.ui.notes.panel import NotePanel
from coprod.ui.notes.tray import Tray

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from coprod.i18n import Catalogue
    from coprod.present.console import ConsoleView
    from coprod.ui.theme import Theme

_WIDE, _HIGH, _BOTH = 1080, 560, 600
"""In px at scale 1: narrower, the latest notes yield; lower, the row of rarer actions, and the stage while writing."""


class Board(QWidget):
    """The parts of the console. `pressed` names the command of a button; the parts show what they are told."""

    pressed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.strip, self.banner = Strip(theme, self), Banner(theme, self)
        self.flow, self.centre = FlowColumn(theme, self), Centre(theme, self)
        self.buttons, self.latest = Actions(theme, self), Latest(theme, self)
        self.panel = NotePanel(theme)
        self._tray = Tray(self.panel, self)
        self._tray.hide()
        self._theme, self._folded = theme, False
        self._lay_out()
        for part in (self.strip, self.banner, self.flow, self.centre.stage, self.buttons):
            part.pressed.connect(self.pressed)
        self.centre.head.toast.undo.connect(lambda: self.pressed.emit("undo"))
        self.set_theme(theme)

    def _lay_out(self) -> None:
        self._grid = QGridLayout()
        self._grid.addWidget(self.centre, 0, 0)
        self._grid.addWidget(self.buttons, 1, 0)
        self._grid.addWidget(self.latest, 0, 1, 2, 1)
        self._grid.setColumnStretch(0, 1)
        self._grid.setRowStretch(0, 1)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self.flow)
        body.addLayout(self._grid, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.strip)
        column.addWidget(self.banner)
        column.addLayout(body, 1)

    def show_view(self, view: ConsoleView, addressed: str, words: Catalogue) -> None:
        """Show a session; `addressed` is the note that R is about."""
        self.strip.show_view(view.strip)
        self.flow.show_view(view.flow, view.actions, words)
        self.centre.show_view(view, words)
        self.buttons.show_view(view.actions)
        self.latest.show_notes(view.latest, addressed, words)

    def fold(self, *, folded: bool) -> None:
        """Put the notes away, or show them."""
        self._folded = folded
        self._yield()

    def writing(self) -> bool:
        """Whether the composer is open."""
        return self._tray.isVisibleTo(self)

    def compose(self, *, writing: bool) -> None:
        """Put the composer at the foot, over the actions, or the actions back."""
        if writing == self.writing():
            return
        for widget in (self.buttons, self.latest, self._tray):
            self._grid.removeWidget(widget)
        self._grid.addWidget(self.latest, 0, 1, 1 if writing else 2, 1)
        if writing:
            self._grid.addWidget(self._tray, 1, 0, 1, 2)
        else:
            self._grid.addWidget(self.buttons, 1, 0)
        self.buttons.setVisible(not writing)
        self._tray.setVisible(writing)
        self._yield()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and another scale."""
        self._theme = theme
        px = theme.px
        self.strip.set_theme(theme)
        self.banner.set_theme(theme)
        self.flow.set_theme(theme)
        self.centre.set_theme(theme)
        self.buttons.set_theme(theme)
        self.latest.set_theme(theme)
        self._tray.set_theme(theme)
        self._grid.setHorizontalSpacing(max(0, px(18) - BAR))
        self._grid.setVerticalSpacing(px(8))
        self._yield()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let yield what yields first."""
        super().resizeEvent(event)
        self._yield()

    def _yield(self) -> None:
        writing = self.writing()
        both = not writing or self.height() >= self._theme.px(_BOTH)
        wide = self.width() >= self._theme.px(_WIDE)
        self.flow.narrow(WIDTH if wide else NARROW)
        side = self._theme.px(18 if wide else 8)
        self._grid.setContentsMargins(side, self._theme.px(8), side, self._theme.px(18))
        self.centre.setVisible(both)
        self.latest.setVisible(both and wide and not self._folded)
        self.buttons.make_room(high=self.height() >= self._theme.px(_HIGH), wide=wide)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground."""
        QPainter(self).fillRect(QRectF(self.rect()), self._theme.paper)
