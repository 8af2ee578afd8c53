"""The sheet of the home window: what was told, the panel at the head, and the sessions; it scrolls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from coprod.ui.home.lines import ARROWS
from coprod.ui.kit.bars import quiet_bar
from coprod.ui.kit.focus import REACH
from coprod.ui.kit.text import Words
from coprod.ui.theme import BODY, Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from coprod.ui.home.lines import ColumnOfLines, LineButton
    from coprod.ui.home.panel import Panel

_SIDE, _BELOW, _GAP = 40, 24, 32
_NARROW = 860
"""Below this width the parts stand one under the other."""


class Sheet(QScrollArea):
    """Takes a panel and columns, and lets the arrow keys walk through the lines."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._panel: Panel | None = None
        self._columns: list[ColumnOfLines] = []
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self._notice = Words(theme, BODY, bold=True, token="accent")
        self._notice.hide()
        self.set_theme(theme)
        self.put(None, [])

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and another scale; what is put next has them."""
        self._theme = theme
        self._notice.set_theme(theme)
        self.setStyleSheet(quiet_bar(theme))

    def tell(self, sentence: str, lang: str) -> None:
        """Show a sentence above everything; "" puts it away."""
        self._notice.say(sentence, lang)
        self._notice.setVisible(bool(sentence))
        self._place()

    def notice(self) -> str:
        """The sentence shown."""
        return self._notice.text() if self._notice.isVisibleTo(self) else ""

    def put(self, panel: Panel | None, columns: list[ColumnOfLines]) -> None:
        """Show these, in the place of what was shown."""
        self._panel, self._columns = panel, columns
        body = QWidget()
        told = not self._notice.isHidden()
        for part in (self._notice, panel, *columns):
            if part is not None:
                part.setParent(body)
                part.setVisible(part is not self._notice or told)
        self.setWidget(body)
        body.show()
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place everything anew."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        """Give each part its place for the width there is; the body is as high as they need."""
        px, body = self._theme.px, self.widget()
        if body is None:
            return
        width = self.viewport().width() - 2 * px(_SIDE)
        narrow = width < px(_NARROW)
        y = REACH
        if not self._notice.isHidden():
            y = _put(self._notice, px(_SIDE), y, width, self._notice.heightForWidth(width)) + px(16)
        if self._panel is not None:
            self._panel.stand(upright=narrow)
            y = _put(self._panel, px(_SIDE), y, width, self._panel.heightForWidth(width)) + px(_GAP)
        y = self._place_columns(y, width, 1 if narrow else max(1, len(self._columns)))
        body.resize(self.viewport().width(), y + px(_BELOW))

    def _place_columns(self, y: int, width: int, beside: int) -> int:
        px = self._theme.px
        each = (width - (beside - 1) * px(_GAP)) // beside
        foot = y
        for number, column in enumerate(self._columns):
            if number % beside == 0:
                y = foot + (px(_GAP) if number else 0)
            x = px(_SIDE) + number % beside * (each + px(_GAP))
            foot = max(foot, _put(column, x, y, each, column.fit(each)))
        return foot

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk from line to line with the arrow keys; anything else is for others."""
        step = ARROWS.get(Qt.Key(event.key()))
        if step is None or not self._walk(*step):
            event.ignore()

    def _walk(self, across: int, down: int) -> bool:
        lines = [column.lines() for column in self._columns]
        now = self.focusWidget()
        at = next(
            ((x, y) for x, each in enumerate(lines) for y, line in enumerate(each) if line is now), None
        )
        target = _first(lines) if at is None else _beside(lines, (at[0] + across, at[1] + down), across)
        if target is None:
            return False
        target.setFocus(Qt.FocusReason.TabFocusReason)
        self.ensureWidgetVisible(target, 0, self._theme.px(_BELOW))
        return True


def _put(part: QWidget, x: int, y: int, width: int, height: int) -> int:
    """Put a part in its place; where its foot is."""
    part.setGeometry(x, y, width, height)
    return y + height


def _first(lines: list[list[LineButton]]) -> LineButton | None:
    return next((each[0] for each in lines if each), None)


def _beside(lines: list[list[LineButton]], at: tuple[int, int], across: int) -> LineButton | None:
    """The line at a place; from column to column the next that has lines, as far down as it goes."""
    x, y = at
    while across and 0 <= x < len(lines) and not lines[x]:
        x += across
    if not (0 <= x < len(lines) and lines[x]):
        return None
    if across:
        return lines[x][min(y, len(lines[x]) - 1)]
    return lines[x][y] if 0 <= y < len(lines[x]) else None
