"""The sheet of all keys, in groups; Esc, ? or its button put it away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from coprod.ui.console.overlay import Overlay
from coprod.ui.kit.button import ActionButton
from coprod.ui.kit.keycap import keys_width, paint_keys
from coprod.ui.kit.text import Block, Words, lay
from coprod.ui.theme import BODY, SAID, SMALL, Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from coprod.present.key_sheet import KeyGroup, KeyLine, KeySheetView

_KEYS, _BETWEEN, _COLUMNS, _WIDE = 120, 8, 3, 1120


class KeyRow(QWidget):
    """One command: its keys, and beside them what they do."""

    def __init__(self, theme: Theme, line: KeyLine, lang: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._line, self._lang = theme, line, lang
        spoken = ", ".join("+".join(caps) for caps in line.keys)
        self.setAccessibleName(f"{line.name}: {spoken}")
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Say that a narrower row is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height of the words beside the keys."""
        return max(self._theme.px(28), round(self._words(width).height) + self._theme.px(4))

    def sizeHint(self) -> QSize:
        """Give room for keys and a few words."""
        width = self._theme.px(_KEYS + 190)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Allow a narrow row: its words break."""
        return QSize(self._theme.px(_KEYS + 90), self._theme.px(28))

    def _words(self, width: int) -> Block:
        room = width - self._theme.px(_KEYS + _BETWEEN)
        return lay(self._line.name, self._lang, self._theme.font(BODY), self._theme.px(BODY.line), room)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the keys, then the words."""
        painter, theme = QPainter(self), self._theme
        left, middle = 0.0, theme.px(14)
        for caps in self._line.keys:
            left += keys_width(theme, caps)
            paint_keys(painter, theme, caps, QPointF(left, middle), (theme.ink, theme.edge), bold=False)
            left += theme.px(_BETWEEN)
        self._words(self.width()).paint(painter, theme.px(_KEYS + _BETWEEN), theme.px(2), theme.ink)


class KeySheet(Overlay):
    """Every key of the console."""

    def __init__(self, theme: Theme, view: KeySheetView, window: QWidget, lang: str = "") -> None:
        super().__init__(theme, view.head, window)
        head = Words(theme, SAID, bold=True, parent=self)
        head.say(view.head, lang)
        self.column.addWidget(head)
        self._page = QWidget()
        self._fill(view, lang)
        area = QScrollArea(self)
        area.setWidget(self._page)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.viewport().setAutoFillBackground(False)
        self._page.setAutoFillBackground(False)
        self._area = area
        self.column.addWidget(area, 1)
        note = Words(theme, SMALL, token="ink2", parent=self)
        note.say(view.note, lang)
        self.column.addWidget(note)
        close = ActionButton(theme, view.close, keys=("Esc",), height=36, parent=self)
        close.clicked.connect(self.close)
        self.column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        close.setFocus()

    def _fill(self, view: KeySheetView, lang: str) -> None:
        columns = max(1, min(_COLUMNS, self._room() // self._theme.px(_WIDE // _COLUMNS - 40)))
        grid = QGridLayout(self._page)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(self._theme.px(28))
        stacks = [QVBoxLayout() for _ in range(columns)]
        for place, stack in enumerate(stacks):
            stack.setSpacing(self._theme.px(2))
            grid.addLayout(stack, 0, place)
            grid.setColumnStretch(place, 1)
        filled = [0] * columns
        for group in sorted(view.groups, key=lambda group: -len(group.lines)):  # the columns come out even
            place = filled.index(min(filled))
            filled[place] += len(group.lines) + 2
            self._add(stacks[place], group, lang)
        for stack in stacks:
            stack.addStretch(1)

    def _add(self, stack: QVBoxLayout, group: KeyGroup, lang: str) -> None:
        head = Words(self._theme, BODY, bold=True, token="accent", parent=self._page)
        head.say(group.head, lang)
        stack.addWidget(head)
        for line in group.lines:
            stack.addWidget(KeyRow(self._theme, line, lang, self._page))
        stack.addSpacing(self._theme.px(14))

    def _room(self) -> int:
        window = self.parentWidget()
        return window.width() - self._theme.px(80) if window is not None else self._theme.px(_WIDE)

    def show_sheet(self) -> None:
        """Open it, as high as it needs."""
        px = self._theme.px
        width = min(px(_WIDE), self._room() + px(48))
        inner = self._page.layout()
        high = inner.totalHeightForWidth(width - px(48)) if inner is not None else 0
        self.stand(width, high + px(232))

    def press(self, name: str, /) -> bool:
        """Put it away by the key that opened it; scroll by arrows and page keys."""
        bar = self._area.verticalScrollBar()
        steps = {"Down": 48, "Up": -48, "PageDown": bar.pageStep(), "PageUp": -bar.pageStep()}
        if name in steps:
            bar.setValue(bar.value() + steps[name])
        elif name in {"?", "Return"}:
            self.close()
        else:
            return False
        return True
