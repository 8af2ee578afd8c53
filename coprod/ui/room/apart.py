"""Small groups in larger text: fewer beside one another, and the question on a page of its own where it is long."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from coprod.ui.room.fit import QUESTION, fit, pages, turn
from coprod.ui.room.groups import compose_groups
from coprod.ui.room.sheet import SIDE

if TYPE_CHECKING:
    from collections.abc import Callable

    from coprod.present.room import RoomView, Table
    from coprod.ui.kit.text import Block
    from coprod.ui.room.sheet import Sheet

_COLUMN = 380.0
_PARTS = (16, 12, 10, 8, 7, 6, 5, 4, 3, 2, 1)
_SHARE = 0.25  # of the place may be the question's


def compose_groups_enlarged(sheet: Sheet, view: RoomView, top: float, bottom: float) -> None:
    """Put as many groups on a page as have room beside one another."""
    if not sheet.enlarged:
        compose_groups(sheet, view, top, bottom)
        return
    room = (bottom - top) * _SHARE
    beside = fit(sheet.setting, view.title, sheet.measure, room, QUESTION) is not None
    many = max(1, min(3, int(sheet.measure // _COLUMN)))
    shown = view if beside else replace(view, title=())
    turned: list[Callable[[], None]] = [
        partial(compose_groups, sheet, replace(shown, tables=tables, page=0), top, bottom)
        for tables in _tables(sheet, shown, top, bottom, many)
    ]
    if not beside or not turned:
        asked = pages(sheet.setting, view.title, sheet.measure, bottom - top, QUESTION)
        turned += [partial(_put, sheet, blocks, top) for blocks in asked]
    turn(sheet, turned, view.page)
    sheet.pages = max(1, len(turned))  # the groups count theirs


def _tables(sheet: Sheet, view: RoomView, top: float, bottom: float, many: int) -> list[tuple[Table, ...]]:
    """Part long groups so that each part goes in its column whole; then so many to a page."""
    longest = max((len(table.members) for table in view.tables), default=0)
    turned: list[tuple[Table, ...]] = []
    for most in [longest, *(number for number in _PARTS if number < longest)]:
        parts = [
            replace(table, members=table.members[first : first + most])
            for table in view.tables
            for first in range(0, max(1, len(table.members)), max(1, most))
        ]
        turned = [tuple(parts[first : first + many]) for first in range(0, len(parts), many)]
        if all(
            _goes_in(sheet.again(), replace(view, tables=tables, page=0), top, bottom) for tables in turned
        ):
            break
    return turned


def _goes_in(probe: Sheet, view: RoomView, top: float, bottom: float) -> bool:
    """Whether every group stands whole in its column, on one page."""
    compose_groups(probe, view, top, bottom)
    ends = [text.rect for text in probe.placed]
    return probe.pages == 1 and all(
        end.right() <= probe.right + 1 and end.bottom() <= bottom + 1 for end in ends
    )


def _put(sheet: Sheet, blocks: tuple[Block, ...], top: float) -> None:
    sheet.put_stack(blocks, SIDE, top)
