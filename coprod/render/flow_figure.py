"""The flow of the meeting as a figure: its items along one thin line, and the shapes of their pauses.

Where in an item a pause was it does not show, so that none points at the voice before it.
"""

from __future__ import annotations

from datetime import UTC, timedelta
from typing import TYPE_CHECKING

from coprod.domain.terms import PauseKind
from coprod.render import flow, wording
from coprod.render.layout import Column
from coprod.render.paired import Row
from coprod.render.shapes import Shape
from coprod.render.tags import Kind, Node, entry
from coprod.render.text import Mark, Span, Stroke, Style

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coprod.domain.minutes_doc import Flow, MinutesDoc, Stretch
    from coprod.render.compose import Composer
    from coprod.render.text import Line

PAUSES = {PauseKind.BREATH: Shape.ARC, PauseKind.SILENCE: Shape.DASH, PauseKind.BREAK: Shape.BARS}
_STEPS = tuple(60 * minutes for minutes in (5, 10, 15, 30, 60, 120, 180, 360))
_APART = 3.0  # labels of the clock, in their width
_BELOW = 2.5  # of the line under the shapes
_EDGE, _TICK = 5.0, 3.0  # how far the edge of an item stands up, and a tick of the clock down


def flow_rows(doc: MinutesDoc, compose: Composer) -> Iterator[Row]:
    """The section: the figure, its items by number, and the pauses by kind."""
    msgid = flow.heading(doc)
    if msgid:
        yield compose.section(msgid)
    if doc.flow:
        yield _Figure(doc.flow, compose).row()
        yield _key(doc.flow, compose)
    lines = list(flow.told(doc))
    listed = Node(Kind.LIST)
    for n, told in enumerate(lines, start=1):
        row = compose.said(told.text, each=compose.inset if doc.flow else 0)
        row.inside = entry(listed)
        if doc.flow:
            compose.mark_first(row, PAUSES[told.kind])
            row.before = compose.layout.lead / 2 if n == 1 else 0
            row.keep_next = n < len(lines)
        yield row


def _key(of: Flow, compose: Composer) -> Row:
    """The items by number, none of them parted."""
    row = compose.row(
        lambda catalogue: [
            Span(text, compose.quiet, catalogue.lang, whole=True) for text in flow.key(of, catalogue)
        ]
    )
    row.keep_next, row.whole = bool(of.pauses), True
    return row


class _Figure:
    """One drawing of a flow, across all columns."""

    def __init__(self, of: Flow, compose: Composer) -> None:
        self._flow, self._compose = of, compose
        layout, setter = compose.layout, compose.typesetter
        size = layout.size * (0.9 if layout.small == 1 else 1)
        self._style = Style(size, colour=compose.quiet.colour)
        self._width = setter.width
        self._room = Column(layout.columns[0].x, layout.right - layout.columns[0].x)
        self._begin, self._end = of.stretches[0].begin.timestamp(), of.stretches[-1].end.timestamp()

    def row(self) -> Row:
        compose, stretches = self._compose, self._flow.stretches
        numbers = [(self._middle(one), self._numbers(one)) for one in stretches]
        ticks = self._ticks()
        line = (*self._line([x for x, _ in ticks]), *(mark for one in stretches for mark in self._marks(one)))
        row = Row([[self._labels(numbers), line, self._labels(ticks)]], compose.layout.lead)
        row.kind, row.alt = Kind.FIGURE, flow.spoken(self._flow, compose.catalogues[0])
        row.keep_next = row.binds = True
        row.before = compose.layout.lead / 2
        return row

    def _numbers(self, stretch: Stretch) -> str:
        return wording.joined((str(n + 1) for n in stretch.items), self._compose.catalogues[0])

    def _x(self, moment: float) -> float:
        return self._room.x + self._room.width * (moment - self._begin) / (self._end - self._begin)

    def _middle(self, stretch: Stretch) -> float:
        return (self._x(stretch.begin.timestamp()) + self._x(stretch.end.timestamp())) / 2

    def _ticks(self) -> list[tuple[float, str]]:
        """Full hours or their parts, as many as have room."""
        begin, span = self._flow.stretches[0].begin, self._end - self._begin
        label = self._width(self._span("00:00")) * _APART
        step = next((one for one in _STEPS if self._room.width * one / span >= label), _STEPS[-1])
        ahead = begin.utcoffset() or timedelta(0)
        wait = -(self._begin + ahead.total_seconds()) % step
        waits = [wait + n * step for n in range(int((span - wait) // step) + 1)]
        say = self._compose.catalogues[0].time
        moments = [(begin.astimezone(UTC) + timedelta(seconds=one)).astimezone(begin.tzinfo) for one in waits]
        return [(self._x(self._begin + one), say(moment)) for one, moment in zip(waits, moments, strict=True)]

    def _line(self, ticks: list[float]) -> Line:
        """The line, where items begin and end on it, and where the clock stands."""
        edges = [self._x(one.begin.timestamp()) for one in self._flow.stretches] + [self._x(self._end)]
        return (
            Stroke(edges[0], edges[-1], -_BELOW, -_BELOW),
            *(Stroke(x, x, -_BELOW, _EDGE - _BELOW) for x in edges),
            *(Stroke(x, x, -_BELOW - _TICK, -_BELOW) for x in ticks),
        )

    def _marks(self, stretch: Stretch) -> Line:
        """The shapes of its pauses, kind by kind, together in its middle."""
        shapes = [PAUSES[kind] for kind, n in stretch.pauses.items() for _ in range(n)]
        room = self._x(stretch.end.timestamp()) - self._x(stretch.begin.timestamp())
        size = self._compose.layout.size
        step = min(size, (room - size) / len(shapes)) if shapes else 0
        left = self._middle(stretch) - (step * (len(shapes) - 1) + size) / 2
        return tuple(Mark(left + n * step, shape, size) for n, shape in enumerate(shapes))

    def _labels(self, labels: list[tuple[float, str]]) -> Line:
        """Words centred above or below the line, inside of it; one that has no room is left out."""
        line: Line = ()
        free, right = self._room.x, self._room.x + self._room.width
        for middle, text in labels:
            span = self._span(text)
            wide = self._width(span)
            x = min(max(middle - wide / 2, self._room.x), right - wide)
            if x >= free:
                line += (self._compose.typesetter.segment(span, x),)
                free = x + wide + self._style.size / 3
        return line

    def _span(self, text: str) -> Span:
        return Span(text, self._style, self._compose.catalogues[0].lang)
