"""Fitting a text into its place: smaller in steps down to the smallest that can be read, then on several pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from coprod.ui.room.sheet import SMALLEST

if TYPE_CHECKING:
    from coprod.present.room import Pair
    from coprod.ui.kit.text import Block
    from coprod.ui.room.setting import Setting
    from coprod.ui.room.sheet import Sheet

Steps: TypeAlias = Sequence[tuple[int, int]]
"""Sizes to try, largest first: of the first language and of the second."""

QUESTION: Steps = ((84, 62), (76, 57), (68, 52), (60, 48), (52, 46), (SMALLEST, SMALLEST))
NOTE: Steps = ((50, 45), (47, SMALLEST), (SMALLEST, SMALLEST))


def fit(setting: Setting, pair: Pair, width: float, room: float, steps: Steps) -> tuple[Block, ...] | None:
    """Set a text as large as it goes into a place; None where even the smallest is too large."""
    fits = (sizes for sizes in steps if setting.height(pair, sizes, width) <= room)
    sizes = next(fits, None)
    return setting.pair(pair, sizes, width) if sizes else None


def pages(setting: Setting, pair: Pair, width: float, room: float, steps: Steps) -> list[tuple[Block, ...]]:
    """Set a text on as many pages as it needs: both languages on one, else one after the other, else line by line."""
    whole = fit(setting, pair, width, room, steps)
    if whole is not None:
        return [whole]
    turned: list[tuple[Block, ...]] = []
    for number, run in enumerate(pair):
        alone = fit(setting, (run,), width, room, [(step[number], step[number]) for step in steps])
        turned += [alone] if alone else _split(setting.run(run, steps[-1][number], width=width), room)
    return turned or [()]


def scaled(steps: Steps, scale: float) -> Steps:
    """Give steps for text so much larger; where even the least of them is too large, the usual ones follow."""
    larger = [(round(first * scale), round(second * scale)) for first, second in steps]
    return larger if scale == 1 else (*larger, *steps)


def turn(sheet: Sheet, turned: Sequence[Callable[[], None]], page: int) -> None:
    """Put the page that is shown, of so many."""
    sheet.pages = max(1, len(turned))
    if turned:
        turned[page % len(turned)]()


def _split(block: Block, room: float) -> list[tuple[Block, ...]]:
    count = max(1, int(room // block.line))
    starts = range(0, len(block.layouts), count)
    return [(replace(block, layouts=block.layouts[start : start + count]),) for start in starts]
