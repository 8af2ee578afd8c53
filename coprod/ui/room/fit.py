"""Fitting a text into its place: smaller in steps down to the smallest that can be read, then on several pages."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtGui import QFontMetricsF

from coprod.ui.room.sheet import LINE, SMALLEST, height, set_pair
from coprod.ui.theme import font

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coprod.present.room import Pair, Run
    from coprod.ui.kit.text import Block

Steps: TypeAlias = "Sequence[tuple[int, int]]"
"""Sizes to try, largest first: of the first language and of the second."""

QUESTION: Steps = ((84, 62), (76, 57), (68, 52), (60, 48), (52, 46), (SMALLEST, SMALLEST))
_PROBE = 100
_ENDLESS = 3000  # characters; more than any wall holds

NOTE: Steps = ((50, 45), (47, SMALLEST), (SMALLEST, SMALLEST))


def fit(pair: Pair, width: float, room: float, steps: Steps) -> tuple[Block, ...] | None:
    """Set a text as large as it goes into a place; None where even the smallest is too large."""
    least = [_least(run, width) for run in pair]
    for sizes in steps:
        if _hopeless(least, room, sizes):
            continue
        blocks = set_pair(pair, sizes, width)
        if height(blocks) <= room:
            return blocks
    return None


def pages(pair: Pair, width: float, room: float, steps: Steps) -> list[tuple[Block, ...]]:
    """Set a text on as many pages as it needs: both languages on one, else one after the other, else line by line."""
    whole = fit(pair, width, room, steps)
    if whole is not None:
        return [whole]
    turned: list[tuple[Block, ...]] = []
    for number, run in enumerate(pair):
        alone = fit((run,), width, room, [(step[number], step[number]) for step in steps])
        turned += [alone] if alone else _split(set_pair((run,), steps[-1], width)[0], room)
    return turned or [()]


def _split(block: Block, room: float) -> list[tuple[Block, ...]]:
    count = max(1, int(room // block.line))
    starts = range(0, len(block.layouts), count)
    return [(replace(block, layouts=block.layouts[start : start + count]),) for start in starts]


def _least(run: Run, width: float) -> float:
    """Tell, without setting it, how many lines a text at size 1 would fill at least in a column of width 1."""
    if len(run.text) > _ENDLESS:
        return float("inf")
    return QFontMetricsF(font(_PROBE)).horizontalAdvance(run.text.strip()) / _PROBE / width


def _hopeless(least: Sequence[float], room: float, sizes: tuple[int, int]) -> bool:
    lines = (
        size * LINE * max(1, math.ceil(share * size * 0.9)) for share, size in zip(least, sizes, strict=False)
    )
    return sum(lines) > room
