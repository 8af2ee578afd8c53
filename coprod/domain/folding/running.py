"""Steps for what helps to run the meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coprod.domain import facts
    from coprod.domain.folding.builder import Builder


def item_extended(builder: Builder, body: facts.ItemExtended) -> None:
    """The minutes are added to those an item was given before."""
    builder.extended[body.item] = builder.extended.get(body.item, 0) + body.minutes


def return_planned(builder: Builder, body: facts.ReturnPlanned) -> None:
    """The last plan holds."""
    builder.returns[body.pause] = body.at


def hand_raised(builder: Builder, body: facts.HandRaised) -> None:
    """Who raises a hand comes after those who did before, and once."""
    raised = builder.hands.get(body.group, ())
    if body.who not in raised:
        builder.hands[body.group] = (*raised, body.who)


def hand_lowered(builder: Builder, body: facts.HandLowered) -> None:
    """The hand is down."""
    builder.lower_hand(body.who, body.group)


def order_chosen(builder: Builder, body: facts.OrderChosen) -> None:
    """The last choice holds."""
    builder.orders[body.item] = body.order


def company_wished(builder: Builder, body: facts.CompanyWished) -> None:
    """The wishes are set whole."""
    builder.apart, builder.together = body.apart, body.together


def group_removed(builder: Builder, body: facts.GroupRemoved) -> None:
    """The group is gone, with its track."""
    builder.groups.pop(body.group, None)
    builder.tracks.pop(body.group, None)


def group_called(builder: Builder, body: facts.GroupCalled) -> None:
    """The group that is called last has its turn."""
    others = [group for group in builder.called_groups if group != body.group]
    builder.called_groups = (*others, body.group)


def time_chosen(builder: Builder, body: facts.TimeChosen) -> None:
    """The last choice holds."""
    builder.digits, builder.sound = body.digits, body.sound
