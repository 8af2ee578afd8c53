"""The middle of the console: the stage over the round. The stage takes what height the round leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from coprod.ui.console.round import RoundHead, Seats
from coprod.ui.console.stage import Stage
from coprod.ui.kit.focus import REACH as RIM
from coprod.ui.kit.text import Words
from coprod.ui.theme import SMALL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from coprod.i18n import Catalogue
    from coprod.present.console import ConsoleView
    from coprod.ui.theme import Theme


BAR = 14
"""The width of a scroll bar, kept free whether it is there or not: nothing jumps when it comes."""


class _Pile(QWidget):
    """The parts one over the other; as high as they need."""

    def __init__(self, stage: Stage, head: RoundHead, seats: Seats, unheard: Words) -> None:
        super().__init__()
        self._stage, self._head, self._seats, self._unheard = stage, head, seats, unheard
        self._gap, self._width = 8, 0
        for part in (stage, head, seats, unheard):
            part.setParent(self)

    def pile(self, gap: int, width: int) -> None:
        """Place the parts with a gap between them, in a width that is the same with and without a scroll bar."""
        self._gap, self._width = gap, width
        width = self._width - 2 * RIM
        seats, head = self._seats.height_for(width), self._head.height_for(width)
        unheard = self._unheard.heightForWidth(width) + gap if self._unheard.text() else 0
        least = self._stage.minimumSizeHint().height()
        view = self.parentWidget()
        if view is not None and least + head + unheard + seats + 2 * (gap + RIM) > view.height():
            unheard = 0  # it yields before anything scrolls
        self._unheard.setVisible(bool(unheard))
        self.setMinimumHeight(least + head + unheard + seats + 2 * gap + 2 * RIM)
        stage = max(least, self.height() - head - unheard - seats - 2 * gap - 2 * RIM)
        self._stage.setGeometry(RIM, RIM, width, stage)
        self._head.setGeometry(RIM, RIM + stage + gap, width, head)
        self._unheard.setGeometry(RIM, RIM + stage + head + 2 * gap, width, max(0, unheard - gap))
        self._seats.setGeometry(RIM, RIM + stage + head + unheard + 2 * gap, width, seats)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the parts anew."""
        super().resizeEvent(event)
        self.pile(self._gap, self._width)


class Centre(QScrollArea):
    """Stage, name of the round, and seats; it scrolls where the window is too low for them."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stage, self.head, self.seats = Stage(theme), RoundHead(theme), Seats(theme)
        self._theme = theme
        self.unheard = Words(theme, SMALL, token="ink2")
        self._pile = _Pile(self.stage, self.head, self.seats, self.unheard)
        self.setWidget(self._pile)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.verticalScrollBar().setFixedWidth(BAR)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_view(self, view: ConsoleView, words: Catalogue) -> None:
        """Show a session."""
        self.stage.show_view(view, words)
        self.head.show_view(view.round, words)
        invited = self.unheard.text() != view.round.invitation
        self.unheard.say(view.round.invitation, words.lang)
        if self.seats.show_seats(view.round) or invited:
            self._repile()

    def tell(self, sentence: str, undo: str, keys: Sequence[str], lang: str) -> None:
        """Say what was just done, with the word for undoing it where it can be undone."""
        if sentence != self.head.toast.text():
            self.head.toast.show_text(sentence, undo, keys, lang)
            self._repile()

    def _repile(self) -> None:
        self._pile.pile(self._theme.px(8), self.width() - BAR)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the parts anew."""
        super().resizeEvent(event)
        self._repile()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and another scale."""
        self._theme = theme
        for part in (self.stage, self.head, self.seats, self.unheard):
            part.set_theme(theme)
        self._repile()

    def minimumSizeHint(self) -> QSize:
        """Allow any height: it scrolls."""
        return QSize(self._theme.px(420), self._theme.px(120))

    def sizeHint(self) -> QSize:
        """Ask for little: it gets what the foot leaves."""
        return self.minimumSizeHint()
