"""Setting type for the wall. Each text is measured once; every size and width is reckoned from that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFont

from coprod.ui.kit.lines import Measured, broken, count, measure
from coprod.ui.kit.text import Block, advance_of, block
from coprod.ui.theme import font

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coprod.present.room import Pair, Run

LINE = 1.38
"""The height of a line, in sizes."""

_LARGE = 90  # above this a line height of its own is air enough
_PROBE = 100  # the size at which texts are measured
_TOLERANCE = 0.5
_ENDLESS = 3000  # characters; more than any wall holds


class Setting:
    """Sets the texts of one sheet."""

    def __init__(self) -> None:
        self._measured: dict[tuple[Run, bool], Measured] = {}

    def run(self, run: Run, px: float, *, bold: bool = False, width: float | None = None) -> Block:
        """Set a text at a size, in lines of at most `width`."""
        lines = [run.text] if width is None else broken(self._measure(run, bold), _limit(width, px))
        return block(lines, run.lang, _face(px, bold=bold), px * LINE)

    def pair(self, pair: Pair, sizes: tuple[int, int], width: float | None) -> tuple[Block, ...]:
        """Set the languages one under the other: the first bold, at the first size."""
        return tuple(
            self.run(run, size, bold=first, width=width)
            for run, size, first in zip(pair, sizes, (True, False), strict=False)
        )

    def height(self, pair: Pair, sizes: tuple[int, int], width: float) -> float:
        """Tell how high a pair would be; endless, where it is so long that no wall holds it."""
        if any(len(run.text) > _ENDLESS for run in pair):
            return float("inf")
        lines = [
            count(self._measure(run, first), _limit(width, size)) * size * LINE
            for run, size, first in zip(pair, sizes, (True, False), strict=False)
        ]
        return sum(lines) + (between(sizes[0]) if len(lines) > 1 else 0.0)

    def _measure(self, run: Run, bold: bool) -> Measured:
        if (run, bold) not in self._measured:
            advance = advance_of(_face(_PROBE, bold=bold), run.lang)
            self._measured[run, bold] = measure(run.text, run.lang, advance)
        return self._measured[run, bold]


def between(size: float) -> float:
    """The space under a text of a size, before the same in the other language."""
    return size * (0.1 if size <= _LARGE else -0.06)


def height(blocks: Sequence[Block]) -> float:
    """The height of blocks one under the other."""
    return sum(each.height for each in blocks) + sum(between(each.font.pixelSize()) for each in blocks[:-1])


def _limit(width: float, px: float) -> float:
    return width * _PROBE / px - _TOLERANCE


def _face(px: float, *, bold: bool) -> QFont:
    face = font(px, bold=bold)
    face.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return face
