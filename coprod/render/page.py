"""A page drawn: rows, rules and tints, running heads and the foot."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from coprod.render import head
from coprod.render.foot import drop, feet, folio, lead
from coprod.render.logo import draw_logo
from coprod.render.paired import BASELINE, Rule, air
from coprod.render.shapes import draw_shape
from coprod.render.tags import Artifact, Kind, Node, Spot, Tagger, entry
from coprod.render.text import (
    INK,
    INK2,
    LINE,
    TINT,
    Mark,
    Picture,
    Stroke,
    colour,
    operations,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.pdfgen.canvas import Canvas

    from coprod.domain.minutes_doc import MinutesDoc
    from coprod.render.compose import Composer
    from coprod.render.paired import Page, Placed
    from coprod.render.text import Line, Segment, Span

_SECTION_RULE, _HAIR_RULE, _STROKE = 1.1, 0.5, 0.6
_BLEED = 12.0  # of a tint beyond the text


class Entry(NamedTuple):
    """A line of the outline: its words, and where it leads."""

    words: str
    spot: Spot


class Pages:
    """Draws the pages of one document on a canvas, and keeps the tree and the outline of what it drew.

    `spots`: where the rows stand that have a `place`.
    """

    def __init__(self, canvas: Canvas, compose: Composer, doc: MinutesDoc, total: int) -> None:
        self._canvas = canvas
        self._compose = compose
        self._layout = compose.layout
        self._doc = doc
        self._feet = feet(doc.standing, compose)
        self._total = total
        self.tags = Tagger(canvas.addLiteral)
        self.outline: list[Entry] = []
        self.spots: dict[str, Spot] = {}

    def draw(self, page: Page) -> None:
        """Draw the next page."""
        n = self._canvas.getPageNumber()
        self.tags.artifact(Artifact.LOOK)
        self._tints(page)
        if n > 1:
            self.tags.artifact(Artifact.HEAD)
            self._heads()
        for placed in page:
            self._row(placed, first=placed is page[0])
        self.tags.artifact(Artifact.FOOT)
        self._foot(n)
        self.tags.turn()
        self._canvas.showPage()

    def _row(self, placed: Placed, *, first: bool) -> None:
        row = placed.row
        if placed.start == 0:
            self._above(placed, first=first)
        if placed.labelled:
            labelling = row.labelling
            shown = (
                None if labelling and labelling.kids else labelling
            )  # on later pages it stands there again
            self._lines(row.label, placed.text_top, row.lead, shown, Artifact.AGAIN)
        for n, lines, above in row.pieces(placed.start, placed.stop):
            node = None if row.repeated else row.node(n)
            if node and node.kind is Kind.FIGURE:
                high = self._layout.height
                node.box = (
                    self._layout.left,
                    high - placed.bottom,
                    self._layout.right,
                    high - placed.text_top,
                )
            self._lines(lines, placed.text_top + above * row.lead, row.lead, node, Artifact.AGAIN)

    def _above(self, placed: Placed, *, first: bool) -> None:
        """What stands above a row where it begins."""
        row = placed.row
        if row.rule is Rule.SECTION or (row.rule is Rule.HAIR and not first):
            self.tags.artifact(Artifact.LOOK)
            section = row.rule is Rule.SECTION
            self._rule(placed.y, *((_SECTION_RULE, INK) if section else (_HAIR_RULE, LINE)))
        spot = Spot(self._canvas.getPageNumber() - 1, self._layout.height - placed.y)
        if row.outline:
            self.outline.append(Entry(row.outline, spot))
        if row.place:
            self.spots[row.place] = spot

    def _lines(
        self,
        lines: Sequence[Line],
        top: float,
        lead: float,
        node: Node | None,
        without: Artifact = Artifact.LOOK,
    ) -> None:
        """Draw lines as words of `node`, or as an artifact `without` one."""
        for n, line in enumerate(lines):
            baseline = self._layout.height - (top + n * lead + lead * BASELINE)
            for piece in line:
                if isinstance(piece, Mark | Stroke):
                    self._shape(piece, baseline, node)
                elif isinstance(piece, Picture):
                    self.tags.artifact(Artifact.LOOK)  # the name of the organisation stands beside it
                    draw_logo(self._canvas, piece, baseline)
                else:
                    self._tag(piece, node, without)
                    self._bound(piece.label or node, piece, (baseline, lead))
                    self._canvas.addLiteral(operations(piece, baseline))

    def _shape(self, piece: Mark | Stroke, baseline: float, node: Node | None) -> None:
        """Draw a shape: a part of a figure, or else for the look alone, for it stands beside its word."""
        if node is None or node.kind is not Kind.FIGURE:
            self.tags.artifact(Artifact.LOOK)
        if isinstance(piece, Mark):
            self._canvas.addLiteral(colour(INK, "rg") + " " + colour(INK, "RG"))
            draw_shape(self._canvas, piece.shape, piece.x, baseline + piece.size * 0.42, piece.size)
        else:
            (x, end, low, high) = piece
            ends = f"{x:.2f} {baseline + low:.2f} m {end:.2f} {baseline + high:.2f} l S"
            self._canvas.addLiteral(f"{colour(INK2, 'RG')} {_STROKE} w {ends}")

    def _tag(self, piece: Segment, node: Node | None, without: Artifact) -> None:
        label = piece.label
        if node is None or (label and label.kids):
            self.tags.artifact(Artifact.AGAIN if label else without)
        elif label:
            self.tags.show(label, piece.lang)
        elif node.kind is Kind.LIST:
            node.lang = node.lang or piece.lang
            self.tags.show(entry(node), piece.lang)
        else:
            self.tags.show(node, piece.lang)

    def _bound(self, node: Node | None, piece: Segment, line: tuple[float, float]) -> None:
        """Of a link: where it stands; the whole height of its line can be pointed at."""
        if node is not None and node.kind is Kind.LINK and node.box is None:
            baseline, lead = line
            low = baseline - lead * (1 - BASELINE)
            wide = piece.typeface.width[piece.text] * piece.size / 1000
            node.box = (piece.x, low, piece.x + wide, low + lead)

    def _rule(self, y: float, thick: float, rgb: tuple[int, int, int]) -> None:
        y = self._layout.height - y
        self._canvas.addLiteral(
            f"{colour(rgb, 'RG')} {thick} w {self._layout.left:.2f} {y:.2f} m {self._layout.right:.2f} {y:.2f} l S"
        )

    def _tints(self, page: Page) -> None:
        """Draw one ground behind each row that has it, together with those that cling to it."""
        grounds: list[tuple[float, float]] = []
        for placed in page:
            if placed.row.tint and placed.row.clings and grounds:
                grounds[-1] = (grounds[-1][0], placed.bottom)
            elif placed.row.tint:
                grounds.append((placed.text_top, placed.bottom))
        more = air(self._layout)
        left, right = self._layout.left - _BLEED, self._layout.right + _BLEED
        for top, bottom in grounds:
            foot, high = self._layout.height - bottom - more, bottom - top + 2 * more
            self._canvas.addLiteral(
                f"{colour(TINT, 'rg')} {left:.2f} {foot:.2f} {right - left:.2f} {high:.2f} re f"
            )

    def _heads(self) -> None:
        self._rule(self._layout.top, _SECTION_RULE, INK)
        left, right = head.clipped(*head.running(self._doc, self._compose), self._compose)
        self._write_all(left, self._layout.left)
        self._write_all(right, self._layout.right - head.wide(right, self._compose))

    def _write_all(self, spans: Sequence[Span], x: float) -> None:
        for n, span in enumerate(spans):
            x += span.gap if n else 0
            self._write(span, x, self._layout.head)
            x += self._compose.typesetter.width(span)

    def _write(self, span: Span, x: float, y: float) -> None:
        self._canvas.addLiteral(
            operations(self._compose.typesetter.segment(span, x), self._layout.height - y)
        )

    def _foot(self, n: int) -> None:
        self._rule(self._layout.foot, _HAIR_RULE, INK2)
        layout = self._layout
        number = folio(n, self._total, layout)
        end = layout.right - self._compose.typesetter.width(number)
        top = layout.foot + drop(layout)
        self._write(number, end, top + lead(layout) * BASELINE)
        for lines in self._feet:
            told = (
                Node(Kind.PARAGRAPH) if n == 1 else None
            )  # once it is part of the text: it says that it is a draft
            self._lines(lines, top, lead(layout), told, Artifact.FOOT)
