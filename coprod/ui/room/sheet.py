"""The sheet that a picture of the wall is composed on: text and shapes with their places, in units of H/1080.

Everything is laid out once for a wall 1080 units high and scaled as it is painted: what the console previews is,
line by line, what the room sees.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont

from coprod.ui.kit.text import Block, lay
from coprod.ui.theme import Theme, font

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QPainter

    from coprod.present.room import Pair, Run

HEIGHT = 1080.0
SMALLEST = 44
"""The smallest text of all: H/24.5."""

SIDE, HEAD, FOOT = 112.0, 72.0, 64.0
"""Margins: at the sides, above and below."""

GAP = 40.0
"""Between the two languages where they stand in one line."""

_LARGE = 90  # above this a line height of its own is air enough

LINE = 1.38
"""The height of a line, in sizes."""

Drawing: TypeAlias = "Callable[[QPainter], None]"


@dataclass(frozen=True, slots=True)
class Placed:
    """A block of text and where it stands; `align` 0.5 centres it about x, 1 ends it there."""

    block: Block
    x: float
    y: float
    token: str
    align: float

    @property
    def rect(self) -> QRectF:
        """The room that the text takes."""
        left = self.x - self.align * self.block.width
        return QRectF(left, self.y, self.block.width, self.block.height)


@dataclass(slots=True)
class Sheet:
    """What has been put on the wall so far. `breath`: centre and radius of the breathing disc, where there is one.

    `pages`: how many pages the view needs. `too_long`: ids of notes that fit nowhere; they are not shown.
    """

    theme: Theme
    width: float
    height: float = HEIGHT
    placed: list[Placed] = field(default_factory=list)
    drawings: list[Drawing] = field(default_factory=list)
    breath: tuple[QPointF, float] | None = None
    pages: int = 1
    too_long: tuple[str, ...] = ()

    @property
    def right(self) -> float:
        """Where the right margin begins."""
        return self.width - SIDE

    @property
    def measure(self) -> float:
        """The width between the margins."""
        return self.width - 2 * SIDE

    def put(self, block: Block, x: float, y: float, token: str = "ink", align: float = 0.0) -> float:
        """Place a block with its top at y; give where it ends."""
        self.placed.append(Placed(block, x, y, token, align))
        return y + block.height

    def put_on(
        self, block: Block, x: float, baseline: float, token: str = "ink", align: float = 0.0
    ) -> float:
        """Place a line upon a baseline; give the x where it ends."""
        self.put(block, x, baseline - block.baseline, token, align)
        return x + (1 - align) * block.width

    def put_stack(
        self, blocks: Sequence[Block], x: float, y: float, token: str = "ink", align: float = 0.0
    ) -> float:
        """Place blocks one under the other; give where the last ends."""
        for number, block in enumerate(blocks):
            y = self.put(block, x, y + (between(blocks[number - 1]) if number else 0.0), token, align)
        return y

    def draw(self, drawing: Drawing) -> None:
        """Add a shape."""
        self.drawings.append(drawing)


def set_run(run: Run, px: float, *, bold: bool = False, width: float | None = None) -> Block:
    """Set a text at a size, in lines of at most `width`."""
    face = font(px, bold=bold)
    face.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return lay(run.text, run.lang, face, px * LINE, width)


def set_pair(pair: Pair, sizes: tuple[int, int], width: float | None) -> tuple[Block, ...]:
    """Set the languages one under the other: the first bold, at the first size."""
    return tuple(
        set_run(run, size, bold=first, width=width)
        for run, size, first in zip(pair, sizes, (True, False), strict=False)
    )


def between(block: Block) -> float:
    """The space under a text, before the same in the other language."""
    size = block.font.pixelSize()
    return size * (0.1 if size <= _LARGE else -0.06)


def height(blocks: Sequence[Block]) -> float:
    """The height of blocks one under the other."""
    return sum(block.height for block in blocks) + sum(between(block) for block in blocks[:-1])
