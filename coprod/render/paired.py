"""Rows that pair the cells of all languages, and how they are shared out among pages.

The cells of a row start together and may go on over the next page. What leads to a row (a heading, a question, a
standpoint) never stays behind at the foot of a page, and what clings to the row above (a pause, who will do it) never
goes on alone. Questions may stay behind with their heading where they would else leave much of a page empty.
"""

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
_TOGETHER = 2  # lines of a row that stay together at a foot or a head
_MOST_CLINGING = 4  # lines for which the row above gives up its own last ones
_EMPTY = 0.25  # of a page: what may be left empty below a chain that goes on to the next one
_HAIR = 0.01  # sums of heights differ by less


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
        together = self.whole or self.length <= _TOGETHER + 1
        return self.pad + (self.length if together else _TOGETHER) * self.lead

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


def paginate(rows: Sequence[Row], layout: Layout, first_top: float) -> list[Page]:
    """Share out rows among pages; the first page begins lower, at `first_top`."""
    flow = _Flow(layout, first_top)
    clinging = _clinging(rows)
    placed = 0
    for chain in _chains(rows, layout.bottom - layout.top):
        for part in flow.parted(chain, clinging[placed + len(chain) - 1]):
            flow.make_room(part, clinging[placed + len(part) - 1])
            for row in part:
                flow.place(row, clinging[placed])
                placed += 1
    return flow.pages


def _chains(rows: Iterable[Row], page: float) -> Iterator[list[Row]]:
    """Rows that lead to another, with the one that they lead to, as far as a page holds them."""
    chain: list[Row] = []
    for row in rows:
        chain.append(row)
        if not row.keep_next:
            yield from _cut(chain, page)
            chain = []
    if chain:
        yield from _cut(chain, page)


def _cut(chain: list[Row], page: float) -> list[list[Row]]:
    """Cut a chain that no page holds: its first row stays with the second, and its last with the one before."""
    if sum(row.before + row.height for row in chain) <= page:
        return [chain]
    *leading, last = chain
    pieces = [[last]]
    for row in reversed(leading):
        full = sum(one.height for one in pieces[0]) + row.height > page / 3
        if len(pieces[0]) > 1 and full and not row.binds:
            pieces.insert(0, [])
        pieces[0].insert(0, row)
    if len(pieces) > 1 and len(pieces[0]) == 1:
        pieces[:2] = [pieces[0] + pieces[1]]
    return pieces


def _clinging(rows: Sequence[Row]) -> list[float]:
    """For each row the height of those below that cling to it, as far as it makes room for them."""
    heights = [0.0] * len(rows)
    for n in range(len(rows) - 1, 0, -1):
        if rows[n].clings:
            below = rows[n].before + rows[n].beginning + heights[n]
            heights[n - 1] = min(below, _MOST_CLINGING * rows[n].lead)
    return heights


class _Flow:
    """The pages so far, and where the next row begins."""

    def __init__(self, layout: Layout, first_top: float) -> None:
        self._layout = layout
        self._air = air(layout)
        self._y = first_top
        self._label: Sequence[Line] = ()
        self._label_foot = 0.0
        self.pages: list[Page] = [[]]

    def parted(self, chain: Sequence[Row], clinging: float) -> list[Sequence[Row]]:
        """The chain; in two where it would leave too much of this page empty.

        The first row keeps at least two lines of what follows it, and the last one what leads to it alone.
        """
        page = self._layout.bottom - self._layout.top
        free = self._layout.bottom - self._start_of(chain[0])
        if self._holds(chain, clinging) or free <= page * _EMPTY or any(row.binds for row in chain):
            return [chain]
        for n in range(len(chain) - 2, 1, -1):
            if sum(row.length for row in chain[1:n]) >= _TOGETHER and self._holds(chain[:n], 0):
                return [chain[:n], chain[n:]]
        return [chain]

    def make_room(self, chain: Sequence[Row], clinging: float) -> None:
        """Begin a page where a chain has no room left on this one."""
        if not self._holds(chain, clinging):
            self._turn()

    def _holds(self, chain: Sequence[Row], clinging: float) -> bool:
        """Whether this page has room for a chain, up to the first lines of its last row."""
        first, last = chain[0], chain[-1]
        led = sum(row.before + row.height for row in chain[:-1])
        label = 0 if last.label is self._label else last.pad + len(last.label) * last.lead
        need = led + last.before + max(last.beginning + clinging, label) - first.before
        if need > self._layout.bottom - self._layout.top - self._air - _again(first):
            need = first.beginning
        return self._start_of(first) + need <= self._layout.bottom + _HAIR

    def place(self, row: Row, clinging: float) -> None:
        """Place a row, on as many pages as it needs; the last one has room for what clings to it."""
        start = 0
        while True:
            top = self._start_of(row) if start == 0 else self._y + self._air + _again(row)
            free = self._layout.bottom - top - (row.pad if start == 0 else 0) + _HAIR
            room, left = int(free // row.lead), row.length - start
            if room >= left and free < left * row.lead + clinging:
                room = left - 1
            stop = _stop(start, room, row.length)
            if stop > start or not self.pages[-1]:
                stop = max(stop, min(start + 1, row.length))
                self._put(row, top, start, stop)
            start = stop
            if start >= row.length:
                return
            self._turn()

    def _start_of(self, row: Row) -> float:
        """The top of the row's rule, or of its text: below the row before it and below another group's label."""
        if not self.pages[-1]:
            if row.rule is Rule.SECTION:
                return self._y
            return self._y + self._air + _again(row) - (row.pad if row.rule is Rule.HAIR else 0)
        foot = max(self._y, self._label_foot) if row.label is not self._label else self._y
        return foot + row.before

    def _put(self, row: Row, top: float, start: int, stop: int) -> None:
        labelled = bool(row.label) and row.label is not self._label
        if row.again and not self.pages[-1]:
            self.pages[-1].append(Placed(row.again, self._y + self._air, 0, row.again.length, labelled=False))
        placed = Placed(row, top, start, stop, labelled)
        self.pages[-1].append(placed)
        self._y = placed.bottom
        if row.label is not self._label:
            self._label = row.label
            self._label_foot = placed.text_top + len(row.label) * row.lead

    def _turn(self) -> None:
        if self.pages[-1]:
            self.pages.append([])
            self._y = self._layout.top
            self._label, self._label_foot = (), 0.0


def _again(row: Row) -> float:
    """The height of what stands above a row once more where a page begins with it."""
    return row.again.height if row.again else 0


def _stop(start: int, room: int, length: int) -> int:
    """Where to stop so that neither side keeps a single line of a longer row."""
    stop = min(start + room, length)
    if stop == length or length - start <= _TOGETHER + 1:
        return stop if stop == length else start
    stop = min(stop, length - _TOGETHER)
    return stop if stop - start >= _TOGETHER else start


def inside(outer: Node, rows: Iterable[Row]) -> Iterator[Row]:
    """The same rows, with `outer` around all that they are in."""
    for row in rows:
        row.inside = row.inside.within(outer) if row.inside else outer
        if row.labelling:
            row.labelling.within(outer)
        yield row
