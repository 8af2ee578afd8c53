"""The sheet that a picture of the wall is composed on: text and shapes with their places, in units of H/1080.

Everything is laid out once for a wall 1080 units high and scaled as it is painted: what the console previews is,
line by line, what the room sees.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
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
    scale: float = 1.0

    @property
    def rect(self) -> QRectF:
        """The room that the text takes."""
        width = self.block.width * self.scale
        return QRectF(self.x - self.align * width, self.y, width, self.block.height * self.scale)

    @property
    def px(self) -> float:
        """The size of the text, enlarged as it is, in units of the sheet."""
        return self.block.font.pixelSize() * self.scale

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """Paint the text where it stands."""
        painter.save()
        painter.translate(self.x, self.y)
        painter.scale(self.scale, self.scale)
        self.block.paint(painter, 0.0, 0.0, getattr(theme, self.token), self.align)
        painter.restore()


@dataclass(slots=True)
class Sheet:
    """What has been put on the wall so far. `breath`: centre and radius of the breathing disc, where there is one.

    `pages`: how many pages the view needs. `too_long`: ids of notes that fit nowhere; they are not shown.
    `scale`: how much larger the text is; what frames it stays, and the margins yield. `enlarged`: this is the place
    between the frame, in units of the larger text.
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
    scale: float = 1.0
    enlarged: bool = False

    @property
    def side(self) -> float:
        """The margin at the sides."""
        return SIDE / self.scale

    @property
    def head(self) -> float:
        """The margin above."""
        return HEAD / self.scale

    @property
    def foot(self) -> float:
        """The margin below."""
        return FOOT / self.scale

    @property
    def right(self) -> float:
        """Where the right margin begins."""
        return self.width - self.side

    @property
    def measure(self) -> float:
        """The width between the margins."""
        return self.width - 2 * self.side

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

    def enlarge(self, room: float) -> Sheet:
        """Give the place between the frame, so high, as a sheet of its own in larger units."""
        width = self.measure / self.scale + 2 * SIDE
        return Sheet(self.theme, width, room / self.scale, setting=self.setting, enlarged=True)

    def again(self) -> Sheet:
        """Give an empty sheet of the same size."""
        return Sheet(
            self.theme, self.width, self.height, self.setting, scale=self.scale, enlarged=self.enlarged
        )

    def embed(self, inner: Sheet, top: float) -> None:
        """Put in what was composed on such a place."""
        left, scale = self.side - SIDE * self.scale, self.scale
        self.pages, self.too_long = inner.pages, inner.too_long
        self.placed += [
            replace(one, x=left + one.x * scale, y=top + one.y * scale, scale=scale) for one in inner.placed
        ]
        self.drawings += [partial(_drawn, drawing, QPointF(left, top), scale) for drawing in inner.drawings]


def _drawn(drawing: Drawing, origin: QPointF, scale: float, painter: QPainter) -> None:
    painter.save()
    painter.translate(origin)
    painter.scale(scale, scale)
    drawing(painter)
    painter.restore()
