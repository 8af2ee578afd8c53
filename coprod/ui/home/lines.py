"""Sessions in columns: each a line that can be chosen, painted as a whole, so that hundreds come at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractButton, QWidget

from coprod.ui.kit.text import Block, Words, lay
from coprod.ui.theme import BODY, SMALL, Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from coprod.present.home import Column, SessionLine

_ABOVE, _BETWEEN = 12, 16
ARROWS = {
    Qt.Key.Key_Down: (0, 1),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Left: (-1, 0),
}
"""The arrow keys: how far across the columns and down the lines each goes."""


class LineButton(QAbstractButton):
    """One session: its titles, when it is, and what it is waiting for. The whole line can be chosen."""

    def __init__(self, theme: Theme, view: SessionLine, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._view = theme, view
        self._laid: tuple[int, list[Block]] = (0, [])
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        titles = " / ".join(title.text for title in view.titles)
        self.setText(titles)
        self.setAccessibleName(f"{titles}, {view.when}, {view.missing}")

    def height_at(self, width: int) -> int:
        """Give the height of titles and foot in a column of that width."""
        *titles, when, missing = self._blocks(width)
        foot = when.height + (0 if _side_by_side(when, missing, width, self._theme) else missing.height)
        return round(sum(title.height for title in titles) + foot) + 2 * self._theme.px(_ABOVE) + 1

    def sizeHint(self) -> QSize:
        """Give the size that it has now."""
        return self.size()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the arrow keys to the sheet, which knows the columns."""
        if event.key() in ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint titles, foot, and the hairline under them."""
        theme, width, painter = self._theme, self.width(), QPainter(self)
        if self.underMouse() or self.isDown():
            painter.fillRect(self.rect(), theme.surface)
        painter.fillRect(QRectF(0, self.height() - 1, width, 1), theme.line)
        *titles, when, missing = self._blocks(width)
        y = float(theme.px(_ABOVE))
        for title in titles:
            title.paint(painter, 0, y, theme.ink)
            y += title.height
        when.paint(painter, 0, y, theme.ink2)
        if _side_by_side(when, missing, width, theme):
            missing.paint(painter, width, y, theme.ink2, align=1.0)
        else:
            missing.paint(painter, 0, y + when.height, theme.ink2)

    def _blocks(self, width: int) -> list[Block]:
        """Lay out the titles, when it is, and what is missing; once for a width."""
        if self._laid[0] != width:
            view, theme = self._view, self._theme
            texts = [(title.text, title.lang, BODY, not n) for n, title in enumerate(view.titles)]
            texts += [(text, "", SMALL, False) for text in (view.when, view.missing)]
            laid = [
                lay(text, lang, theme.font(step, bold=bold), theme.px(step.line), width)
                for text, lang, step, bold in texts
            ]
            self._laid = (width, laid)
        return self._laid[1]


def _side_by_side(one: Block, other: Block, width: int, theme: Theme) -> bool:
    return one.width + theme.px(_BETWEEN) + other.width <= width


class ColumnOfLines(QWidget):
    """A heading with a count, and its sessions. It places them itself: a layout would measure each many times over."""

    chosen = Signal(str)
    planned = Signal(str)
    """One that has not begun was chosen."""

    def __init__(self, theme: Theme, view: Column) -> None:
        super().__init__()
        self._theme = theme
        self._heading, self._count = Words(theme, BODY, bold=True, parent=self), str(len(view.lines))
        self._heading.say(view.heading)
        self._lines = [LineButton(theme, line, self) for line in view.lines]
        for button, line in zip(self._lines, view.lines, strict=True):
            asked = self.planned if line.planned else self.chosen
            button.clicked.connect(lambda _=False, asked=asked, line=line: asked.emit(line.session))

    def lines(self) -> list[LineButton]:
        """The lines, from top to bottom."""
        return self._lines

    def fit(self, width: int) -> int:
        """Place everything in a column of that width; its height."""
        y = self._foot_of_heading()
        self._heading.setGeometry(0, 0, width - self._theme.px(48), self._theme.px(BODY.line))
        for line in self._lines:
            height = line.height_at(width)
            line.setGeometry(0, y, width, height)
            y += height
        return y

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the count, and the hairline under the heading."""
        theme, painter = self._theme, QPainter(self)
        count = lay(self._count, "", theme.font(BODY), theme.px(BODY.line))
        count.paint(painter, self.width(), 0, theme.ink2, align=1.0)
        painter.fillRect(QRectF(0, self._foot_of_heading() - 1, self.width(), 1), theme.line)

    def _foot_of_heading(self) -> int:
        return self._theme.px(BODY.line) + self._theme.px(11)
