"""A window beside the console: rows at the left, the chosen one at the right, what came of it and Undo at the foot."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from coprod.domain import acts
from coprod.present.commands import BY_ID, BY_KEY, caps, works_in_text
from coprod.present.deeds import deed
from coprod.ui.console.keys import Keys
from coprod.ui.kit.bars import quiet_bar
from coprod.ui.kit.button import ActionButton, Role
from coprod.ui.kit.focus import REACH, FocusRing
from coprod.ui.kit.rows import RowList
from coprod.ui.kit.text import Words
from coprod.ui.theme import BODY, TITLE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from PySide6.QtGui import QPaintEvent, QShowEvent
    from PySide6.QtWidgets import QLayout

    from coprod.domain.acts import Act
    from coprod.domain.state import State
    from coprod.i18n import Catalogue
    from coprod.present.texts import Texts
    from coprod.ui.theme import Theme

_SIZE = (1040, 620)


class SideWindow(QWidget):
    """What such windows have in common. It asks for acts, and learns what came of them."""

    asked = Signal(object)
    """An act."""
    command = Signal(str)
    """A command of the console that works everywhere."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._theme = theme
        self._context: tuple[State, Texts, Catalogue] | None = None
        self._under_way: list[Act] = []
        self.head, self.lead = Words(theme, TITLE, bold=True), Words(theme, BODY, token="ink2")
        self.rows = RowList(theme)
        self.detail = QWidget()
        self.detail_column = QVBoxLayout(self.detail)
        self._scroll = QScrollArea()
        self.said = Words(theme, BODY, bold=True, token="accent")
        self.undo = ActionButton(theme, icon="undo-2", keys=caps(BY_ID["undo"].keys[0]))
        self.close_button = ActionButton(theme, role=Role.LINK, keys=("Esc",))
        self._lay_out()
        self._ring, self._keys = FocusRing(self, theme), Keys(self, self._press)
        self.rows.chosen.connect(self.open)
        self.undo.clicked.connect(lambda: self.ask(acts.Undo()))
        self.close_button.clicked.connect(self.close)
        self.measure(_SIZE)

    def _lay_out(self) -> None:
        self._scroll.setWidget(self.detail)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for one in (self._scroll.viewport(), self.detail):
            one.setAutoFillBackground(False)
        self._column, self._body, self._foot = QVBoxLayout(self), QHBoxLayout(), QHBoxLayout()
        self.top, self.foot = QHBoxLayout(), QVBoxLayout()
        self._body.addWidget(self.rows, 5)
        self._body.addWidget(self._scroll, 6)
        self._foot.addWidget(self.said, 1)
        self._foot.addWidget(self.undo)
        self._foot.addWidget(self.close_button)
        self._column.addWidget(self.head)
        self._column.addWidget(self.lead)
        self._column.addLayout(self.top)
        self._column.addLayout(self._body, 1)
        self._column.addLayout(self.foot)
        self._column.addLayout(self._foot)

    # ---- what the console tells it

    def show_session(self, state: State, texts: Texts, words: Catalogue) -> None:
        """Show a session as it is now."""
        self._context = (state, texts, words)
        self.undo.say(words.say(BY_ID["undo"].name))
        self.close_button.say(words.say("Close"))
        self.present()
        self._put_in_order()

    def came(self, act: Act | None) -> None:
        """Learn that an act was committed."""
        if act is not None and act in self._under_way:
            self._under_way.remove(act)
            self.kept(act)
            if self._context is not None:
                self.said.say(deed(act, *self._context), self.lang())

    def refuse(self, sentence: str, act: Act) -> None:
        """Show why an act of this window may not be."""
        if act in self._under_way:
            self._under_way.remove(act)
            self.said.say(sentence, self.lang())
            self.present()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and another scale."""
        self._theme = theme
        for part in (self.head, self.lead, self.rows, self.said, self.undo, self.close_button, self._ring):
            part.set_theme(theme)
        self._scroll.setStyleSheet(quiet_bar(theme))
        px = theme.px
        self._column.setContentsMargins(px(28), px(20), px(28), px(16))
        self._column.setSpacing(px(12))
        self._body.setSpacing(px(24))
        self._foot.setSpacing(px(14))
        self.detail_column.setContentsMargins(REACH, REACH, px(14), REACH)
        self.detail_column.setSpacing(px(10))

    # ---- what each window does in its own way

    def present(self) -> None:
        """Show what there is."""

    def open(self, row: str) -> None:
        """Open a row."""

    def kept(self, act: Act) -> None:
        """An act of this window was committed."""

    @property
    def composing(self) -> bool:
        """Whether an input method is at work in what has the focus: no key is a command then."""
        return bool(getattr(QApplication.focusWidget(), "composing", False))

    def first(self) -> QWidget:
        """What has the focus when the window opens: the first row, else what comes first."""
        return next(iter(self.rows.buttons()), self.close_button)

    # ---- for them

    def measure(self, size: tuple[int, int]) -> None:
        """Take a size in px at scale 1, at most that of the console."""
        wanted, console = QSize(*(self._theme.px(length) for length in size)), self.parentWidget()
        self.resize(wanted.boundedTo(console.size()) if console else wanted)

    def ask(self, act: Act) -> None:
        """Ask for an act; what is asked for already is not asked for twice."""
        if act not in self._under_way:
            self._under_way.append(act)
            self.asked.emit(act)

    def fill(self, widget: QWidget) -> None:
        """Let one widget stand where otherwise the heading, the rows and what is open are."""
        for part in (self.head, self.lead, self.rows, self._scroll):
            part.hide()
        self._body.addWidget(widget, 1)

    def lang(self) -> str:
        """The language of this window."""
        return self._context[2].lang if self._context else ""

    def buttons(self) -> Mapping[str, QAbstractButton]:
        """The keys of this window alone, and what each presses."""
        return {}

    def _press(self, key: str, typing: bool) -> bool:
        focus = QApplication.focusWidget()
        if self.composing:
            return False
        if key == "Escape":
            self.close()
        elif key == "Return" and isinstance(focus, QAbstractButton):
            focus.click()
        elif key == "Ctrl+Z" and not typing:
            self.undo.click()
        elif key in self.buttons():
            self.buttons()[key].click()
        else:
            command = BY_KEY.get(key)
            if command is None or not (works_in_text(key) and key.startswith("F")):
                return False
            self.command.emit(command.id)
        return True

    def _put_in_order(self) -> None:
        """Let Tab go as the eye does: the top, the rows, what is open, the foot."""
        order = [
            *_in(self.top),
            *self.rows.buttons(),
            *_in(self.detail_column),
            *_in(self.foot),
            self.undo,
            self.close_button,
        ]
        reached = [one for one in order if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
        for before, after in pairwise(reached):
            QWidget.setTabOrder(before, after)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the beginning."""
        super().showEvent(event)
        self.first().setFocus()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground."""
        QPainter(self).fillRect(QRectF(self.rect()), self._theme.paper)


def _in(layout: QLayout) -> Iterator[QWidget]:
    """The widgets of a layout, and of those in it, in their order."""
    for place in range(layout.count()):
        item = layout.itemAt(place)
        widget, inner = (item.widget(), item.layout()) if item else (None, None)
        held = widget.layout() if widget is not None and not widget.focusPolicy() else None
        if held is not None:
            yield from _in(held)
        elif widget is not None:
            yield widget
        elif inner is not None:
            yield from _in(inner)
