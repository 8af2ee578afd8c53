"""Under the rows, while one is written: how earlier texts like it were translated, and what the word list says."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from coprod.present.commands import caps
from coprod.present.desk_help import MOST, HelpView
from coprod.ui.kit.keycap import keys_width, paint_keys
from coprod.ui.kit.text import Words, lay
from coprod.ui.theme import BODY, SMALL

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from coprod.i18n import Catalogue
    from coprod.present.desk_help import MatchLine
    from coprod.ui.kit.text import Block
    from coprod.ui.theme import Theme

_PAD = 10


class MatchButton(QAbstractButton):
    """One earlier translation, whole; chosen, it goes into the field."""

    def __init__(self, theme: Theme, place: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._keys = theme, caps(f"Alt+{place}")
        self._line: MatchLine | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setProperty("radius", 8)

    def show_line(self, line: MatchLine | None) -> None:
        """Show a translation, or nothing."""
        self._line = line
        self.setText(line.body if line else "")
        self.setAccessibleName(f"{line.body} ({line.about})" if line else "")
        self.setAccessibleDescription("+".join(self._keys))
        self.setVisible(line is not None)
        self.updateGeometry()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and another scale."""
        self._theme = theme
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Say that a narrower one is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height that the words need."""
        return round(sum(block.height for block in self._blocks(width))) + self._theme.px(_PAD)

    def sizeHint(self) -> QSize:
        """Be as wide as there is room."""
        width = self._theme.px(400)
        return QSize(width, self.heightForWidth(self.width() or width))

    def _blocks(self, width: int) -> list[Block]:
        """The words, and under them what they were of."""
        if self._line is None:
            return []
        theme, line = self._theme, self._line
        room = max(80.0, width - 2 * theme.px(_PAD) - keys_width(theme, self._keys) - theme.px(_PAD))
        about = f"{line.about}  {line.source}" if line.source else line.about
        return [
            lay(line.body, line.lang, theme.font(BODY), theme.px(BODY.line), room),
            lay(about, "", theme.font(SMALL), theme.px(SMALL.line), room),
        ]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, words and keys."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.surface if self.underMouse() or self.isDown() else theme.sunk)
        painter.drawRoundedRect(QRectF(self.rect()), theme.px(8), theme.px(8))
        y = theme.px(_PAD) / 2
        for block, ink in zip(self._blocks(self.width()), (theme.ink, theme.ink2), strict=False):
            block.paint(painter, theme.px(_PAD), y, ink)
            y += block.height
        right = QRectF(self.rect()).center()
        right.setX(self.width() - theme.px(_PAD))
        paint_keys(painter, theme, self._keys, right, (theme.ink2, theme.edge), bold=False)


class HelpPanel(QWidget):
    """Hidden as long as there is nothing to offer. `taken`: the words of a translation that somebody wants."""

    taken = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = HelpView()
        self._terms = Words(theme, SMALL, token="ink2", parent=self)
        self._matches = [MatchButton(theme, place + 1, self) for place in range(MOST)]
        self._column = QVBoxLayout(self)
        for place, button in enumerate(self._matches):
            button.clicked.connect(partial(self.take, place))
            self._column.addWidget(button)
        self._column.addWidget(self._terms)
        self.set_theme(theme)
        self.hide()

    def show_help(self, view: HelpView, words: Catalogue) -> None:
        """Show what there is for a row."""
        self._view = view
        for place, button in enumerate(self._matches):
            button.show_line(view.matches[place] if place < len(view.matches) else None)
        terms = [words.say("{term}: {other}", term=term, other=other) for term, other in view.terms]
        self._terms.say(words.say(" · ").join((words.say("Word list"), *terms)), words.lang)
        self._terms.setVisible(bool(view.terms))
        self.setVisible(bool(view.matches or view.terms))

    def take(self, place: int, _ticked: bool = False) -> None:
        """Take the words of a match; there may be none at that place."""
        if self.isVisible() and place < len(self._view.matches):
            self.taken.emit(self._view.matches[place].body)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and another scale."""
        for button in self._matches:
            button.set_theme(theme)
        self._terms.set_theme(theme)
        self._column.setContentsMargins(0, 0, theme.px(26), 0)
        self._column.setSpacing(theme.px(4))
