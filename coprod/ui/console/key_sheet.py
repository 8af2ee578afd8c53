"""The sheet of all keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from coprod.present.commands import COMMANDS, caps
from coprod.ui.console.overlay import Overlay
from coprod.ui.kit.keycap import keys_width, paint_keys
from coprod.ui.kit.text import Words
from coprod.ui.theme import BODY, LARGE, SMALL

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from coprod.i18n import Catalogue
    from coprod.ui.theme import Theme


class _Caps(QWidget):
    """One key of a command, as it looks on the keyboard."""

    def __init__(self, theme: Theme, key: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._caps = theme, caps(key)
        self.setAccessibleName("+".join(self._caps))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(round(keys_width(self._theme, self._caps)) + 2, self._theme.px(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, right = self._theme, QPointF(self.width() - 1, self.height() / 2)
        paint_keys(QPainter(self), theme, self._caps, right, (theme.ink, theme.edge), bold=False)


class KeySheet(Overlay):
    """Every command of the console with its keys; it scrolls by the arrows, and closes by the key that opened it."""

    KEYS = frozenset({"F1", "?"})

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(theme, window)
        self._lang = ""
        self._head = Words(theme, LARGE, bold=True, parent=self)
        self._foot = Words(theme, SMALL, token="ink2", parent=self)
        self._scroll = QScrollArea(self)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.viewport().setAutoFillBackground(False)
        self._column = QVBoxLayout(self)
        for part in (self._head, self._scroll, self._foot):
            self._column.addWidget(part)
        self._parts: list[Words | _Caps] = []
        self.set_theme(theme)

    def tell(self, words: Catalogue) -> None:
        """Open, in the language of the window."""
        if words.lang != self._lang:
            self._lang = words.lang
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
        grid = QGridLayout(table)
        grid.setColumnStretch(2, 1)
        self._parts = []
        for row, command in enumerate(COMMANDS):
            name = Words(self._theme, BODY, parent=table)
            name.say(words.say(command.name), words.lang)
            grid.addWidget(name, row, 2)
            self._parts.append(name)
            for column, key in enumerate(command.keys[:2]):
                cap = _Caps(self._theme, key, table)
                grid.addWidget(cap, row, column, Qt.AlignmentFlag.AlignLeft)
                self._parts.append(cap)
        self._scroll.setWidget(table)
        table.setAutoFillBackground(False)  # Qt fills what is scrolled

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and another scale."""
        px = theme.px
        self._column.setContentsMargins(px(24), px(20), px(24), px(16))
        self._column.setSpacing(px(12))
        for part in (self._head, self._foot, *self._parts):
            part.set_theme(theme)
        super().set_theme(theme)
