"""The menu of orders: another round as seated, drawn, in turn; each by its digit, by arrows, or by a click."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from coprod.ui.console.overlay import Overlay
from coprod.ui.kit.button import ActionButton
from coprod.ui.kit.text import Words
from coprod.ui.theme import SAID

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from coprod.domain.terms import RoundOrder
    from coprod.present.orders import OrdersView
    from coprod.ui.theme import Theme


class OrdersMenu(Overlay):
    """Asks in which order another round goes."""

    chosen = Signal(object)
    """A `RoundOrder`."""

    def __init__(self, theme: Theme, view: OrdersView, window: QWidget, lang: str = "") -> None:
        super().__init__(theme, view.head, window)
        self._orders = {choice.key: choice.order for choice in view.choices}
        head = Words(theme, SAID, bold=True, parent=self)
        head.say(view.head, lang)
        self.column.addWidget(head)
        self._buttons = []
        for choice in view.choices:
            button = ActionButton(theme, choice.words, keys=(choice.key,), parent=self)
            button.clicked.connect(lambda _checked=False, order=choice.order: self._choose(order))
            button.setAutoRepeat(False)
            self._buttons.append(button)
            self.column.addWidget(button)
        self._buttons[0].setFocus()

    def show_menu(self) -> None:
        """Open it."""
        hint = self.sizeHint()
        self.stand(max(hint.width(), self._theme.px(420)), hint.height())

    def press(self, name: str, /) -> bool:
        """Choose by digit, walk by arrows."""
        if name in self._orders:
            self._choose(self._orders[name])
        elif name in {"Up", "Down"}:
            at = next((n for n, button in enumerate(self._buttons) if button.hasFocus()), 0)
            self._buttons[(at + (1 if name == "Down" else -1)) % len(self._buttons)].setFocus()
        elif name == "Return":
            next((button for button in self._buttons if button.hasFocus()), self._buttons[0]).click()
        else:
            return False
        return True

    def _choose(self, order: RoundOrder) -> None:
        self.close()
        self.chosen.emit(order)
