"""Rows that pair the cells of all languages, and where they stand on a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TYPE_CHECKING

from coprod.render.tags import Kind, Node
from coprod.render.text import Line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from coprod.render.layout import Layout

BASELINE = 0.72
"""Of the way down a line."""
TOGETHER = 2  # lines of a row that stay together at a foot or a head


class Rule(Enum):
    """A rule above a row."""

    NONE = auto()
    SECTION = auto()
    HAIR = auto()


@dataclass(slots=True)
class Row:
    """Cells side by side, one for each column; one below the other where it is `stacked`.

    `before`: space above it and above its rule, left out at the head of a page; `pad`: space below the rule.
    `label`: lines for the left margin; rows of a group share the same list, and it stands once on each page.
    `kind`, `inside`: what each cell is, and in what; of a list each piece is an entry. `labelling`: what the label is.
    `outline`: the words for the outline of the document, which leads here; `place`: by what links do.
    `alt`: what is said of a figure. `binds`: it and all that it leads to stand on one page, where one holds them, and
    if not at least it and the next row; `whole`: it goes on over the next page only where no page holds it.
    `again`: what stands above it once more where a page begins with it; that is `repeated`, and no part of the text.
    """

    cells: Sequence[Sequence[Line]]
    lead: float
    before: float = 0
    pad: float = 0
    keep_next: bool = False
    clings: bool = False
    rule: Rule = Rule.NONE
    tint: bool = False
    label: Sequence[Line] = ()
    stacked: bool = False
    kind: Kind = Kind.PARAGRAPH
    inside: Node | None = None
    labelling: Node | None = None
    outline: str = ""
    place: str = ""
    alt: str = ""
    binds: bool = False
    whole: bool = False
    again: Row | None = None
    repeated: bool = False
    length: int = field(init=False)
    _nodes: dict[int, Node] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        lengths = [len(cell) for cell in self.cells]
        self.length = sum(lengths) if self.stacked else max(lengths, default=0)

    @property
    def height(self) -> float:
        """All of it, its rule and the space below that; not what stands before it."""
        return self.pad + self.length * self.lead

    @property
    def beginning(self) -> float:
        """As much of that as has to stand on the page where the row begins."""
        together = self.whole or self.length <= TOGETHER + 1
        return self.pad + (self.length if together else TOGETHER) * self.lead

    def node(self, cell: int) -> Node:
        """The element of a cell, the same for all its lines."""
        if cell not in self._nodes:
            self._nodes[cell] = Node(self.kind, self.inside, alt=self.alt)
        return self._nodes[cell]

    def pieces(self, start: int, stop: int) -> Iterator[tuple[int, Sequence[Line], int]]:
        """Of each cell, by its number, the lines from `start` to `stop`, and how many lines stand above them."""
        above = 0
        for n, cell in enumerate(self.cells):
            lines = cell[max(0, start - above) : max(0, stop - above)]
            if lines:
                yield n, lines, max(0, above - start)
            above += len(cell) if self.stacked else 0


@dataclass(frozen=True, slots=True)
class Placed:
    """The lines from `start` to `stop` of a row, with its top (below its `before`) at `y`."""

    row: Row
    y: float
    start: int
    stop: int
    labelled: bool

    @property
    def text_top(self) -> float:
        """The top of its first line."""
        return self.y + (self.row.pad if self.start == 0 else 0)

    @property
    def bottom(self) -> float:
        """The foot of its last line."""
        return self.text_top + (self.stop - self.start) * self.row.lead


Page = list[Placed]


def air(layout: Layout) -> float:
    """What stands between the rule at the head of a page and text."""
    return layout.lead / 4


def inside(outer: Node, rows: Iterable[Row]) -> Iterator[Row]:
    """The same rows, with `outer` around all that they are in."""
    for row in rows:
        row.inside = row.inside.within(outer) if row.inside else outer
        if row.labelling:
            row.labelling.within(outer)
        yield row
