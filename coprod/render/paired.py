"""Rows that pair the cells of all languages, and how they are shared out among pages.

The cells of a row start together and may go on over the next page. What leads to a row (a heading, a question, a
standpoint) never stays behind at the foot of a page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TYPE_CHECKING

from coprod.render.text import Line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coprod.render.layout import Layout

_AIR = 6.0  # between the rule at the head of a page and text
_TOGETHER = 2  # lines of a row that stay together at a foot or a head


class Rule(Enum):
    """A rule above a row."""

    NONE = auto()
    SECTION = auto()
    HAIR = auto()


@dataclass(slots=True)
class Row:
    """Cells side by side, one for each column.

    `before`: space above it and above its rule, left out at the head of a page; `pad`: space below the rule.
    `label`: lines for the left margin; rows of a group share the same list, and it stands once on each page.
    """

    cells: Sequence[Sequence[Line]]
    lead: float
    before: float = 0
    pad: float = 0
    keep_next: bool = False
    rule: Rule = Rule.NONE
    tint: bool = False
    label: Sequence[Line] = ()
    length: int = field(init=False)

    def __post_init__(self) -> None:
        self.length = max(map(len, self.cells), default=0)


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


def paginate(rows: Sequence[Row], layout: Layout, first_top: float) -> list[Page]:
    """Share out rows among pages; the first page begins lower, at `first_top`."""
    flow = _Flow(layout, first_top)
    for chain in _chains(rows):
        flow.keep_together(chain)
        for row in chain:
            flow.place(row)
    return flow.pages


def _chains(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Rows that lead to another, with the one that they lead to."""
    chain: list[Row] = []
    for row in rows:
        chain.append(row)
        if not row.keep_next:
            yield chain
            chain = []
    if chain:
        yield chain


class _Flow:
    """The pages so far, and where the next row begins."""

    def __init__(self, layout: Layout, first_top: float) -> None:
        self._layout = layout
        self._y = first_top
        self._label: Sequence[Line] = ()
        self._label_foot = 0.0
        self.pages: list[Page] = [[]]

    def keep_together(self, chain: Sequence[Row]) -> None:
        """Begin a page where the chain, up to the first lines of its last row, has no room left on this one."""
        last = chain[-1]
        led = sum(row.before + row.pad + row.length * row.lead for row in chain[:-1])
        lines = max(last.length if last.length <= _TOGETHER + 1 else _TOGETHER, len(last.label))
        need = led + last.before + last.pad + lines * last.lead - chain[0].before
        if self._start_of(chain[0]) + need > self._layout.bottom:
            self._turn()

    def place(self, row: Row) -> None:
        """Place a row, on as many pages as it needs."""
        start = 0
        while True:
            top = self._start_of(row) if start == 0 else self._y + _AIR
            pad = row.pad if start == 0 else 0
            room = int((self._layout.bottom - top - pad + 0.01) // row.lead)
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
            return self._y + (0 if row.rule is Rule.SECTION else _AIR)
        foot = max(self._y, self._label_foot) if row.label is not self._label else self._y
        return foot + row.before

    def _put(self, row: Row, top: float, start: int, stop: int) -> None:
        labelled = bool(row.label) and row.label is not self._label
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


def _stop(start: int, room: int, length: int) -> int:
    """Where to stop so that neither side keeps a single line of a longer row."""
    stop = min(start + room, length)
    if stop == length or length - start <= _TOGETHER + 1:
        return stop if stop == length else start
    stop = min(stop, length - _TOGETHER)
    return stop if stop - start >= _TOGETHER else start
