"""The actions: one main button that says what it will do, and rows of others, each with its key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coprod.present.commands import BY_ID, caps
from coprod.ui.console.centre import BAR
from coprod.ui.kit.button import LOW, TALL, ActionButton, Role
from coprod.ui.kit.focus import REACH

if TYPE_CHECKING:
    from coprod.present.action import ActionsView
    from coprod.ui.theme import Theme

_ROWS = (
    (("main", ""), ("pass", ""), ("later", ""), ("breath", "wind")),
    (
        ("edit-guidelines", "pencil"),
        ("written", "pencil"),
        ("silence", "minus"),
        ("break", "coffee"),
        ("agree", "check"),
    ),
    (("guidelines", "list"), ("blank", "square"), ("note", "pencil"), ("undo", "undo-2")),
)
_HEIGHTS = (TALL, 36, LOW)
_WHEN_POSSIBLE = frozenset({"agree", "reopen"})
"""Buttons that are there only while they can do something."""


class Actions(QWidget):
    """The rows of buttons under the round."""

    pressed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: dict[str, ActionButton] = {}
        self._column = QVBoxLayout(self)
        self._rows = []
        self._away: frozenset[str] = frozenset()
        self._out_of_place: frozenset[str] = frozenset()
        for commands, height in zip(_ROWS, _HEIGHTS, strict=True):
            row = QHBoxLayout()
            self._rows.append(row)
            self._column.addLayout(row)
            for command, icon in commands:
                row.addWidget(self._button(theme, command, icon, height), int(command == "main"))
        self.set_theme(theme)

    def _button(self, theme: Theme, command: str, icon: str, height: int) -> ActionButton:
        role = Role.MAIN if command == "main" else Role.PLAIN
        keys = caps(BY_ID[command].keys[0])
        button = ActionButton(theme, role=role, icon=icon or None, keys=keys, height=height, parent=self)
        button.clicked.connect(lambda: self.pressed.emit(command))
        self._buttons[command] = button
        return button

    def show_view(self, view: ActionsView) -> None:
        """Show what each button would do now."""
        for command, button in self._buttons.items():
            text = view.words[command]
            if button.text() != text:
                button.say(text)
            button.setEnabled(command in view.enabled)
        self._out_of_place = view.out_of_place
        self._show_buttons()

    def make_room(self, *, high: bool, wide: bool) -> None:
        """Put away what yields: the row of rarer actions, and Undo (which the strip above has, too)."""
        self._away = frozenset() if high else frozenset(command for command, _ in _ROWS[1])
        self._away |= frozenset() if wide else {"undo"}
        self._show_buttons()

    def _show_buttons(self) -> None:
        for command, button in self._buttons.items():
            possible = command not in _WHEN_POSSIBLE or button.isEnabled()
            button.setVisible(possible and command not in self._away | self._out_of_place)

    def focus_main(self) -> None:
        """Give the focus to the main button."""
        self._buttons["main"].setFocus()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and another scale."""
        for button in self._buttons.values():
            button.set_theme(theme)
        self._column.setSpacing(theme.px(8))
        self._column.setContentsMargins(REACH, 0, REACH + BAR, REACH)
        for row in self._rows:
            row.setSpacing(theme.px(8))
