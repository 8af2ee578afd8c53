"""One group of the arrange window: its name, its people with their shapes, and whether it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from coprod.ui.kit.dragged import Dragged
from coprod.ui.kit.focus import REACH
from coprod.ui.kit.shapes import paint_mark
from coprod.ui.kit.text import Words, shape
from coprod.ui.notes.choice import Tick
from coprod.ui.plan.entry import Entry
from coprod.ui.theme import BODY, SMALL

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from coprod.i18n import Catalogue
    from coprod.present.groups import Sitting, Table
    from coprod.ui.theme import Theme


class PersonButton(Dragged):
    """One person: pressed, they are chosen for a wish; the arrow keys move them, and so does a hand."""

    def __init__(self, theme: Theme, sitting: Sitting, *, chosen: bool) -> None:
        super().__init__()
        self._theme, self.sitting = theme, sitting
        self.setCheckable(True)
        self.setChecked(chosen)
        self.setText(sitting.name)
        self.setToolTip(sitting.name)
        self.setAccessibleName(sitting.told)
        self.setAccessibleDescription("← →")
        self.setProperty("radius", theme.px(8))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Give a hand room; a long name ends in … and is whole in its tool tip."""
        return QSize(self._theme.px(150), self._theme.px(36))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, shape and name."""
        theme, px, painter = self._theme, self._theme.px, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        painter.setPen(QPen(theme.accent, 2) if chosen else Qt.PenStyle.NoPen)
        painter.setBrush(theme.surface if chosen else QColor(Qt.GlobalColor.transparent))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), px(8), px(8))
        middle, left = self.height() / 2, px(30)
        paint_mark(painter, self.sitting.mark, QPointF(px(16), middle), px(14), theme.ink)
        font = theme.font(BODY, bold=chosen)
        room = self.width() - left - px(6)
        line = shape(QFontMetricsF(font).elidedText(self.text(), Qt.TextElideMode.ElideRight, room), font)
        painter.setPen(theme.ink)
        line.draw(painter, QPointF(left, middle - line.lineAt(0).height() / 2))


class TableBox(QWidget):
    """A group beside the others. Its name can be written over; `over`: somebody is held over it by a hand."""

    def __init__(self, theme: Theme, table: Table, chosen: tuple[str, ...], words: Catalogue) -> None:
        super().__init__()
        self._theme = theme
        self.name, self.count = Entry(theme), Words(theme, SMALL, token="ink2")
        self._over = False
        self.people = [PersonButton(theme, one, chosen=one.id in chosen) for one in table.people]
        self.keep = Tick(theme)
        self.name.show_text(table.name, words.say("Name of the group: {name}", name=table.name))
        self.count.say(table.count, words.lang)
        self.keep.say(words.say("Keep this group"), "")
        self.keep.setAccessibleName(words.say("Keep this group: {name}", name=table.name))
        self.keep.setChecked(table.kept)
        column, side = QVBoxLayout(self), theme.px(10)
        column.setContentsMargins(side, side, side, side)
        column.setSpacing(REACH)
        for part in (self.name, self.count, *self.people):
            column.addWidget(part)
        column.addStretch(1)
        column.addWidget(self.keep)

    def hold_over(self, *, over: bool) -> None:
        """Show whether somebody who is dragged would come here."""
        if over != self._over:
            self._over = over
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground of a group."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.accent, 2) if self._over else Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.fill)
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(1, 1, -1, -1), self._theme.px(10), self._theme.px(10)
        )
