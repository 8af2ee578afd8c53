"""The sheet of all keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from coprod.present.commands import BY_ID
from coprod.present.key_sheet import GROUPS
from coprod.ui.kit.bars import quiet_bar
from coprod.ui.kit.keycap import Caps
from coprod.ui.kit.overlay import Overlay
from coprod.ui.kit.text import Words
from coprod.ui.theme import BODY, LARGE, SMALL

if TYPE_CHECKING:
    from coprod.i18n import Catalogue
    from coprod.ui.theme import Theme


_WIDE, _HIGH = 1240, 716


class KeySheet(Overlay):
    """Every command of the console with its keys; it scrolls by the arrows, and closes by the key that opened it."""

    KEYS = frozenset({"F1", "?"})

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(theme, window)
        self._head = Words(theme, LARGE, bold=True, parent=self)
        self._foot = Words(theme, SMALL, token="ink2", parent=self)
        self._scroll = QScrollArea(self)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.viewport().setAutoFillBackground(False)
        self._column = QVBoxLayout(self)
        for part in (self._head, self._scroll, self._foot):
            self._column.addWidget(part)
        self._parts: list[Words | Caps] = []
        self.set_theme(theme)

    def tell(self, words: Catalogue) -> None:
        """Open, in the language of the window."""
        self._fill(words)
        self.open()
        self._scroll.setFocus(Qt.FocusReason.OtherFocusReason)

    def press(self, key: str) -> bool:
        """The keys that opened it close it."""
        if key in self.KEYS:
            self.close_again()
            return True
        return super().press(key)

    def _fill(self, words: Catalogue) -> None:
        self._head.say(words.say("All keys"), words.lang)
        self._foot.say(words.say("Letters act only while no text is being written. Esc closes."), words.lang)
        self._scroll.setAccessibleName(words.say("All keys"))
        table = QWidget()
        table.setAutoFillBackground(False)
        beside = self._window.width() >= self._theme.px(_WIDE)
        outer = QBoxLayout(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        table.setLayout(outer)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(self._theme.px(28 if beside else 4))
        self._parts = []
        for groups in GROUPS:
            grid = QGridLayout()
            grid.setHorizontalSpacing(self._theme.px(12))
            grid.setVerticalSpacing(self._theme.px(2))
            grid.setColumnStretch(1, 1)
            outer.addLayout(grid, 1)
            for head, commands in groups:
                self._group(grid, table, (words.say(head), commands), words)
            grid.setRowStretch(grid.rowCount(), 1)
        self._scroll.setWidget(table)
        table.setAutoFillBackground(False)  # Qt fills what is scrolled

    def _group(
        self, grid: QGridLayout, table: QWidget, group: tuple[str, tuple[str, ...]], words: Catalogue
    ) -> None:
        """Add a group below those that are there."""
        head, commands = group
        title = Words(self._theme, BODY, bold=True, token="accent", parent=table)
        title.say(head, words.lang)
        first = grid.rowCount()
        grid.addWidget(title, first, 0, 1, 2)
        self._parts.append(title)
        for row, command in enumerate(commands, start=first + 1):
            known = BY_ID[command]
            caps_row = QHBoxLayout()
            caps_row.setSpacing(self._theme.px(6))
            for key in known.keys:
                cap = Caps(self._theme, key, table)
                caps_row.addWidget(cap, 0, Qt.AlignmentFlag.AlignTop)
                self._parts.append(cap)
            caps_row.addStretch(1)
            grid.addLayout(caps_row, row, 0)
            name = Words(self._theme, BODY, parent=table)
            name.say(words.say(known.name), words.lang)
            grid.addWidget(name, row, 1)
            self._parts.append(name)
        grid.setRowMinimumHeight(grid.rowCount(), self._theme.px(10))

    def fit(self) -> None:
        """Take the width of the columns, where there is room, and the height of the window."""
        room, px = self._window.size(), self._theme.px
        wide, high = min(px(_WIDE), room.width() - 32), min(px(_HIGH), room.height() - 32)
        self.setGeometry((room.width() - wide) // 2, (room.height() - high) // 2, wide, high)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and another scale."""
        px = theme.px
        self._column.setContentsMargins(px(24), px(20), px(24), px(16))
        self._column.setSpacing(px(12))
        self._scroll.setStyleSheet(quiet_bar(theme))
        for part in (self._head, self._foot, *self._parts):
            part.set_theme(theme)
        super().set_theme(theme)
