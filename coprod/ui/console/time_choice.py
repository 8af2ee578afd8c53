"""How the time is shown: two plain choices for the room, both off until it wants them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout

from coprod.domain import acts
from coprod.present.time_choice import time_view
from coprod.ui.console.side import SideWindow
from coprod.ui.kit.text import Words
from coprod.ui.notes.choice import Tick
from coprod.ui.theme import SMALL

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QAbstractButton, QWidget

    from coprod.ui.theme import Theme

_SIZE = (620, 380)


class TimeWindow(SideWindow):
    """Two boxes to tick; each says what the room would see or hear."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.digits, self.sound = Tick(theme), Tick(theme)
        self._hints = Words(theme, SMALL, token="ink2"), Words(theme, SMALL, token="ink2")
        self._hint_rows = QHBoxLayout(), QHBoxLayout()
        for tick, hint, row in zip((self.digits, self.sound), self._hints, self._hint_rows, strict=True):
            row.addWidget(hint)
            self.detail_column.addWidget(tick)
            self.detail_column.addLayout(row)
        self.detail_column.addStretch(1)
        self.rows.hide()
        self.digits.clicked.connect(lambda: self._choose(turned="digits"))
        self.sound.clicked.connect(lambda: self._choose(turned="sound"))
        self.set_theme(theme)
        self.measure(_SIZE)

    def first(self) -> QWidget:
        """The first of the two choices."""
        return self.digits

    def buttons(self) -> Mapping[str, QAbstractButton]:
        """The keys of this window."""
        return {"Alt+D": self.digits, "Alt+S": self.sound}

    def _choose(self, turned: str) -> None:
        if self._context is None:
            return
        state = self._context[0]
        digits, sound = state.digits != (turned == "digits"), state.sound != (turned == "sound")
        self.present()  # the tick follows the record, not the hand
        self.ask(acts.ChooseTime(digits, sound))

    def present(self) -> None:
        """Show what the room chose."""
        if self._context is None:
            return
        words = self._context[2]
        view = time_view(self._context[0], words)
        self.setWindowTitle(view.head)
        self.head.say(view.head, words.lang)
        self.lead.say(view.lead, words.lang)
        self.digits.say(view.digits, "Alt+D")
        self.sound.say(view.sound, "Alt+S")
        self.digits.setChecked(view.digits_chosen)
        self.sound.setChecked(view.sound_chosen)
        for hint, text in zip(self._hints, (view.digits_hint, view.sound_hint), strict=True):
            hint.say(text, words.lang)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and another scale."""
        super().set_theme(theme)
        for part in (self.digits, self.sound, *self._hints):
            part.set_theme(theme)
        for row in self._hint_rows:
            row.setContentsMargins(theme.px(27), theme.px(4), 0, theme.px(10))
        self.detail_column.setSpacing(0)
