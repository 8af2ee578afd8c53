"""From wordings to rows: what every section of the minutes is made with."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from coprod.domain.minutes_doc import Cell, Group, Wording
from coprod.domain.sentences import by_sentence
from coprod.i18n import Catalogue
from coprod.render import wording
from coprod.render.layout import Column, Layout
from coprod.render.paired import Row, Rule, air
from coprod.render.shapes import Shape
from coprod.render.tags import Kind, Node, entry
from coprod.render.text import ACCENT, INK2, Line, Mark, Segment, Span, Style, Typesetter
from coprod.service.printing import NO_HOUSE, House

if TYPE_CHECKING:
    from collections.abc import Callable

    from coprod.domain.minutes_doc import Credit

SHAPES = {
    Cell.PEERS: Shape.DISC,
    Cell.PROFESSIONALS: Shape.SQUARE,
    Cell.BOTH: Shape.DIAMOND,
    Cell.OTHERS: Shape.CROSS,
}
GROUP_SHAPES = {
    Group.PEER: Shape.DISC,
    Group.PROFESSIONAL: Shape.SQUARE,
    Group.BOTH: Shape.DIAMOND,
    Group.OTHERS: Shape.CROSS,
    Group.NOT_SAID: Shape.RING,
}
_STANDPOINT = {
    Cell.PEERS: "peer",
    Cell.PROFESSIONALS: "professional",
    Group.PEER: "peer",
    Group.PROFESSIONAL: "professional",
}
_COMMAS = re.compile(r"[\s,、]+")
_LABEL_LINES = 6  # a label taller than this stands in the columns, not in the margin


class Link(NamedTuple):
    """Where something leads, as in `Row.place`, and what is said of it in the first language."""

    to: str
    told: str


@dataclass(frozen=True, slots=True)
class Composer:
    """Makes rows for one layout: the same section in every language, side by side or one under the other.

    `easy`: each sentence begins a line. `house`: whose minutes they are.
    """

    typesetter: Typesetter
    layout: Layout
    catalogues: Sequence[Catalogue]
    labels: Mapping[str, Wording]
    easy: bool = False
    house: House = NO_HOUSE

    @property
    def body(self) -> Style:
        """The type of what was said."""
        return Style(self.layout.size)

    @property
    def strong(self) -> Style:
        """The type of standpoints."""
        return Style(self.layout.size, bold=True)

    @property
    def quiet(self) -> Style:
        """The type of marks, credits and pauses."""
        return Style(self.layout.size, colour=INK2)

    @property
    def asked(self) -> Style:
        """The type of questions."""
        return Style(self.layout.size * 1.05, phrased=True, colour=ACCENT)

    def words(
        self, of: Wording, catalogue: Catalogue, style: Style, credit: Credit | None = None
    ) -> list[Span]:
        """A text as one column shows it; marks and credits follow it."""
        shown = wording.shown(of, catalogue)
        named = wording.credit(credit, catalogue) if credit else ""
        small = Style(self.layout.size * (0.9 if self.layout.small == 1 else 1), colour=INK2)
        after = [
            Span(text, small, catalogue.lang, gap=style.size / 3, whole=True)
            for text in (shown.mark, named)
            if text
        ]
        text = by_sentence(shown.text) if self.easy else shown.text
        return [Span(text, style, shown.lang), *after]

    def row(self, spans: Callable[[Catalogue], Sequence[Span]], *, each: float = 0, first: float = 0) -> Row:
        """One row: the same thing in each column; `each` column indented, or the `first` alone."""
        cells: list[list[Line]] = []
        for column, catalogue in zip(self.layout.columns, self.catalogues, strict=True):
            indent = each if cells and not self.layout.stacked else each + first
            room = Column(column.x + indent, column.width - indent)
            cells.append(self.typesetter.lines(self.toned(spans(catalogue), catalogue), room))
        return self.paired(cells)

    def paired(self, cells: Sequence[Sequence[Line]]) -> Row:
        """One row of a cell in each language; stacked, what is the same in both (names) stands once."""
        if self.layout.stacked:
            words = [_words(cell) for cell in cells]
            cells = [[] if words[n] in words[:n] else cell for n, cell in enumerate(cells)]
        return Row(cells, self.layout.lead, stacked=self.layout.stacked)

    def toned(self, spans: Sequence[Span], catalogue: Catalogue) -> Sequence[Span]:
        """The same spans; lighter, in the same ink, where they are of the second language, under the first."""
        if not self.layout.stacked or catalogue is self.catalogues[0]:
            return spans
        return [span._replace(style=replace(span.style, bold=False)) for span in spans]

    def head(self, spans: Callable[[Catalogue], Sequence[Span]], *, each: float = 0) -> Row:
        """One row of few words; stacked, all languages stand on one line, where it holds them."""
        row = self.row(spans, each=each)
        if not self.layout.stacked or not all(row.cells):
            return row
        column = self.layout.columns[0]
        joined: list[Span] = []
        for catalogue in self.catalogues:
            first, *rest = self.toned(spans(catalogue), catalogue)
            joined += [first._replace(gap=first.style.size), *rest]
        lines = self.typesetter.lines(joined, Column(column.x + each, column.width - each))
        return row if len(lines) > 1 else self.paired([lines])

    def wordings(
        self, of: Wording, style: Style | None = None, credit: Credit | None = None, *, first: float = 0
    ) -> Row:
        """One row of one text."""
        return self.row(lambda catalogue: self.words(of, catalogue, style or self.body, credit), first=first)

    def said(
        self,
        text: Callable[[Catalogue], str],
        style: Style | None = None,
        *,
        each: float = 0,
        first: float = 0,
    ) -> Row:
        """One row of the renderer's own words."""
        return self.row(
            lambda catalogue: [Span(text(catalogue), style or self.body, catalogue.lang)],
            each=each,
            first=first,
        )

    def heading(self, spans: Callable[[Catalogue, Style], Sequence[Span]]) -> Row:
        """The head of a section, under its rule."""
        style = Style(self.layout.size * 4 / 3, bold=True, phrased=True)
        row = self.head(lambda catalogue: spans(catalogue, style))
        row.lead, row.rule, row.keep_next = self.layout.lead * 1.5, Rule.SECTION, True
        row.before, row.pad = self.layout.lead * 1.25, air(self.layout)
        row.kind, row.inside = Kind.SPAN, Node(Kind.HEADING)
        row.outline = spans(self.catalogues[0], style)[0].text
        return row

    def section(self, msgid: str) -> Row:
        """The head of a section that the renderer names."""
        return self.heading(lambda catalogue, style: [Span(catalogue.say(msgid), style, catalogue.lang)])

    def standpoint(self, cell: Cell, catalogue: Catalogue) -> str:
        """The word for a standpoint: the organisation's own, where it has one."""
        return wording.own_word(self.labels.get(_STANDPOINT.get(cell, "")), wording.CELLS[cell], catalogue)

    def group(self, group: Group, catalogue: Catalogue) -> str:
        """The word for a group of those present."""
        return wording.own_word(self.labels.get(_STANDPOINT.get(group, "")), wording.GROUPS[group], catalogue)

    def led_by(self, cell: Cell, rows: list[Row]) -> list[Row]:
        """Rows under their standpoint: in the margin where there is one, else as a line above.

        It stands there again where they go on over the next page.
        """
        shape, group = SHAPES.get(cell), Node(Kind.GROUP)
        word = Node(Kind.STANDPOINT, group)
        for row in rows:
            row.inside = group
        label = self._margin_label(lambda catalogue: self.standpoint(cell, catalogue), shape)
        if label is None:
            head = self._standpoint_line(lambda catalogue: self.standpoint(cell, catalogue), shape)
            again = self._standpoint_line(lambda catalogue: self._continued(cell, catalogue), shape)
            again.repeated = True
            for row in rows:
                row.again = again
            head.keep_next, head.kind, head.inside = True, Kind.SPAN, word
            rows = [head, *rows]
        if label:
            for row in rows:
                row.label, row.labelling = label, word
        return rows

    def _standpoint_line(self, text: Callable[[Catalogue], str], shape: Shape | None) -> Row:
        row = self.head(
            lambda catalogue: [Span(text(catalogue), self.strong, catalogue.lang)],
            each=self.inset if shape else 0,
        )
        if shape:
            self.mark_first(row, shape)
        return row

    def _continued(self, cell: Cell, catalogue: Catalogue) -> str:
        """Of whom a page goes on."""
        return catalogue.say("{standpoint} (continued)", standpoint=self.standpoint(cell, catalogue))

    def numbered(
        self, number: str, row_of: Callable[[float], list[Row]], link: Link | None = None
    ) -> list[Row]:
        """Rows beside their number, which may be a link: once for all languages, in the margin or the first column."""
        span = Span(number, Style(self.layout.size, bold=True, colour=ACCENT), "en")
        margin = self.layout.margin
        if margin and self.typesetter.width(span) <= margin.width:
            rows = row_of(0)
            label: list[Line] = [(self.label(span, margin.x, None),)]
            word = self._listed(rows, link)
            for row in rows:
                row.label, row.labelling = label, word
            return rows
        rows = row_of(max(40.0, self.typesetter.width(span) + 8))
        first = list(rows[0].cells[0])
        first[0] = (self.label(span, self.layout.columns[0].x, self._listed(rows, link)), *first[0])
        rows[0].cells = [first, *rows[0].cells[1:]]
        return rows

    def label(self, span: Span, x: float, of: Node | None, lang: str = "") -> Segment:
        """A number or another label, set; it is read out in `lang`, or in the first language."""
        segment = self.typesetter.segment(span, x)
        return segment._replace(label=of, lang=lang or self.catalogues[0].lang)

    def _listed(self, rows: Sequence[Row], link: Link | None) -> Node:
        """Make rows the body of an entry of a list; returns the entry's label, or the link in it."""
        body = entry()
        for row in rows:
            row.inside = body
        label = Node(Kind.LABEL, body.parent)
        return Node(Kind.LINK, label, alt=link.told, to=link.to) if link else label

    @property
    def inset(self) -> float:
        """The room that a shape takes before its word."""
        return self.layout.size * 1.25

    def mark(self, shape: Shape, x: float) -> Mark:
        """A shape as high as the letters of what was said."""
        return Mark(x, shape, self.layout.size * 0.86)

    def mark_first(self, row: Row, shape: Shape) -> None:
        """Put a shape before the words of a row, which are indented by `inset`; stacked, before the first language."""
        columns = self.layout.columns[:1] if self.layout.stacked else self.layout.columns
        marks = [self.mark(shape, column.x) for column in columns]
        marked = [[(mark, *lines[0]), *lines[1:]] for mark, lines in zip(marks, row.cells, strict=False)]
        row.cells = [*marked, *row.cells[len(marked) :]]

    def _margin_label(self, text: Callable[[Catalogue], str], shape: Shape | None) -> list[Line] | None:
        margin = self.layout.margin
        if margin is None:
            return None
        inset = self.inset if shape else 0
        room = Column(margin.x + inset, margin.width - inset)
        said: dict[str, str] = {}  # once where all languages say the same
        for catalogue in self.catalogues:
            said.setdefault(text(catalogue), catalogue.lang)
        lines: list[Line] = []
        for word, lang in said.items():
            style = self.body if lines else self.strong
            lines += self.typesetter.lines([Span(word, style, lang)], room)
        if len(lines) > _LABEL_LINES:
            return None
        if shape:
            lines[0] = (self.mark(shape, margin.x), *lines[0])
        return lines


def _words(cell: Sequence[Line]) -> str:
    """The words of a cell, however its language writes commas, brackets and spaces."""
    text = "".join(piece.text for line in cell for piece in line if isinstance(piece, Segment))
    return _COMMAS.sub(" ", unicodedata.normalize("NFKC", text))
