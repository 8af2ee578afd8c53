"""The choice of a kind of meeting, before a new one is planned."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coprod.ui.kit.button import LOW, ActionButton
from coprod.ui.kit.overlay import Overlay
from coprod.ui.kit.scroll import Scroll
from coprod.ui.kit.text import Words
from coprod.ui.theme import LARGE, SMALL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from coprod.i18n import Catalogue
    from coprod.present.home import Kind
    from coprod.ui.theme import Theme


class Chooser(Overlay):
    """A button for each kind, with one sentence under it."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(theme, window)
        self._head, self._scroll = Words(theme, LARGE, bold=True), Scroll(theme)
        self._foot = Words(theme, SMALL, token="ink2")
        self._column = QVBoxLayout(self)
        for part in (self._head, self._scroll, self._foot):
            self._column.addWidget(part)
        self._parts: list[ActionButton | Words] = []
        self.set_theme(theme)

    def ask(self, kinds: Sequence[Kind], words: Catalogue) -> None:
        """Open with these kinds; the first has the focus."""
        self._head.say(words.say("What kind of meeting will it be?"), words.lang)
        self._foot.say(words.say("Everything can be changed afterwards. Esc closes."), words.lang)
        for old in self._parts:
            old.hide()
            old.deleteLater()
        self._parts = []
        for place, kind in enumerate(kinds):
            button, said = (
                ActionButton(self._theme, kind.title, height=LOW),
                Words(self._theme, SMALL, token="ink2"),
            )
            button.clicked.connect(partial(self._take, kind.id))
            said.say(kind.purpose, words.lang)
            self._scroll.column.insertWidget(2 * place, button)
            self._scroll.column.insertWidget(2 * place + 1, said)
            self._parts += [button, said]
        self.open()
        if self._parts:
            self._parts[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def buttons(self) -> list[ActionButton]:
        """The kinds, from the top."""
        return [part for part in self._parts if isinstance(part, ActionButton)]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes; the arrows walk by themselves."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_again()
        else:
            event.ignore()

    def _take(self, kind: str, _ticked: bool = False) -> None:
        self.close_again()
        self.chosen.emit(kind)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and another scale."""
        px = theme.px
        self._column.setContentsMargins(px(24), px(20), px(24), px(16))
        self._column.setSpacing(px(12))
        self._scroll.column.setSpacing(px(6))
        for part in (self._head, self._scroll, self._foot, *self._parts):
            part.set_theme(theme)
        super().set_theme(theme)
