"""How rows are shared out among pages.

The cells of a row start together and may go on over the next page. What leads to a row (a heading, a question, a
standpoint) never stays behind at the foot of a page, and what clings to the row above (a pause, who will do it) never
goes on alone. Questions may stay behind with their heading where they would else leave much of a page empty. The last
page is not left with next to nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coprod.render.paired import TOGETHER, Placed, Rule, air

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from coprod.render.layout import Layout
    from coprod.render.paired import Page, Row
    from coprod.render.text import Line

_MOST_CLINGING = 4  # lines for which the row above gives up its own last ones
_EMPTY = 0.25  # of a page: what may be left empty below a chain that goes on to the next one
_SLIGHT = 0.2  # of a page: what a last one holds at least
_HAIR = 0.01  # sums of heights differ by less


def balanced(rows: Sequence[Row], layout: Layout, first_top: float) -> list[Page]:
    """Share out rows among pages; the first page begins lower, at `first_top`.

    Where next to nothing is left for the last one, sections stand closer if that saves it; else more goes on to it.
    """
    pages = paginate(rows, layout, first_top)
    missing = (layout.bottom - layout.top) * _SLIGHT - _filled(pages[-1], layout)
    if len(pages) == 1 or missing <= 0:
        return pages
    closer = paginate(rows, layout, first_top, closer=layout.lead / 2)
    if len(closer) < len(pages):
        return closer
    turn = _turning(pages[-2], rows, layout, missing)
    return paginate(rows, layout, first_top, turn=turn) if turn else pages


def paginate(
    rows: Sequence[Row], layout: Layout, first_top: float, *, closer: float = 0, turn: Row | None = None
) -> list[Page]:
    """The same, however much is left for the last page.

    `closer`: how much less stands before each section; `turn`: what begins a page in any case.
    """
    flow = _Flow(layout, first_top, closer)
    clinging = _clinging(rows)
    placed = 0
    for chain in _chains(rows, layout.bottom - layout.top):
        if chain[0] is turn:
            flow.turn()
        for part in flow.parted(chain, clinging[placed + len(chain) - 1]):
            flow.make_room(part, clinging[placed + len(part) - 1])
            for row in part:
                flow.place(row, clinging[placed])
                placed += 1
    return flow.pages


def _filled(page: Page, layout: Layout) -> float:
    """How far down a page is filled."""
    return max((placed.bottom for placed in page), default=layout.top) - layout.top


def _turning(page: Page, rows: Sequence[Row], layout: Layout, missing: float) -> Row | None:
    """What may go on to the next page so that `missing` does, or so much of that as leaves this one not too empty."""
    leading = {id(chain[0]) for chain in _chains(rows, layout.bottom - layout.top)}
    found = None
    for placed in reversed(page):
        if placed.y - layout.top < (layout.bottom - layout.top) * (1 - _EMPTY):
            break
        if placed.start == 0 and id(placed.row) in leading and not placed.row.clings:
            found = placed.row
            if page[-1].bottom - placed.y >= missing:
                break
    return found


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

    def __init__(self, layout: Layout, first_top: float, closer: float) -> None:
        self._layout = layout
        self._closer = closer
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
            if sum(row.length for row in chain[1:n]) >= TOGETHER and self._holds(chain[:n], 0):
                return [chain[:n], chain[n:]]
        return [chain]

    def make_room(self, chain: Sequence[Row], clinging: float) -> None:
        """Begin a page where a chain has no room left on this one."""
        if not self._holds(chain, clinging):
            self.turn()

    def _holds(self, chain: Sequence[Row], clinging: float) -> bool:
        """Whether this page has room for a chain, up to the first lines of its last row."""
        first, last = chain[0], chain[-1]
        led = sum(self._before(row) + row.height for row in chain[:-1])
        label = 0 if last.label is self._label else last.pad + len(last.label) * last.lead
        need = led + self._before(last) + max(last.beginning + clinging, label) - self._before(first)
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
            self.turn()

    def _start_of(self, row: Row) -> float:
        """The top of the row's rule, or of its text: below the row before it and below another group's label."""
        if not self.pages[-1]:
            if row.rule is Rule.SECTION:
                return self._y
            return self._y + self._air + _again(row) - (row.pad if row.rule is Rule.HAIR else 0)
        foot = max(self._y, self._label_foot) if row.label is not self._label else self._y
        return foot + self._before(row)

    def _before(self, row: Row) -> float:
        return max(0.0, row.before - self._closer) if row.rule is Rule.SECTION else row.before

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

    def turn(self) -> None:
        """Begin a page."""
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
    if stop == length or length - start <= TOGETHER + 1:
        return stop if stop == length else start
    stop = min(stop, length - TOGETHER)
    return stop if stop - start >= TOGETHER else start
