"""The orders of a round, in words, for the menu that begins another one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coprod.domain.terms import RoundOrder
from coprod.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coprod.i18n import Catalogue

ORDERS: Mapping[RoundOrder, str] = {
    RoundOrder.SEATED: N_("As seated"),
    RoundOrder.LAST: N_("From where it ended last time"),
    RoundOrder.DRAWN: N_("Drawn by lot"),
    RoundOrder.ALTERNATING: N_("Standpoints in turn"),
    RoundOrder.OPEN: N_("No order: whoever takes the piece"),
}


@dataclass(frozen=True, slots=True)
class OrderChoice:
    """One order: its words, and the digit that chooses it while the menu is open."""

    order: RoundOrder
    words: str
    key: str


@dataclass(frozen=True, slots=True)
class OrdersView:
    """The menu of orders."""

    head: str
    choices: tuple[OrderChoice, ...]


def orders_view(words: Catalogue) -> OrdersView:
    """Offer every order of a round."""
    choices = tuple(
        OrderChoice(order, words.say(name), str(place))
        for place, (order, name) in enumerate(ORDERS.items(), 1)
    )
    return OrdersView(words.say("Begin another round"), choices)
