"""The sheet that a picture of the wall is composed on: text and shapes with their places, in units of H/1080.

Everything is laid out once for a wall 1080 units high and scaled as it is painted: what the console previews is,
line by line, what the room sees.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QPointF, QRectF

from coprod.ui.kit.text import Block
from coprod.ui.room.setting import Setting, between
from coprod.ui.theme import Theme

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
    setting: Setting = field(default_factory=Setting)
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
            y += between(blocks[number - 1].font.pixelSize()) if number else 0.0
            y = self.put(block, x, y, token, align)
        return y

    def set_run(self, run: Run, px: float, *, bold: bool = False, width: float | None = None) -> Block:
        """Set a text at a size, in lines of at most `width`."""
        return self.setting.run(run, px, bold=bold, width=width)

    def set_pair(self, pair: Pair, sizes: tuple[int, int], width: float | None) -> tuple[Block, ...]:
        """Set the languages one under the other: the first bold, at the first size."""
        return self.setting.pair(pair, sizes, width)

    def draw(self, drawing: Drawing) -> None:
        """Add a shape."""
        self.drawings.append(drawing)
