"""Leaves for the hand: a few pages, set in the largest type that fits; in large print each language has its own."""

from __future__ import annotations

from dataclasses import dataclass, replace
from io import BytesIO
from typing import TYPE_CHECKING

from reportlab.pdfgen.canvas import Canvas

from coprod.render.compose import Composer
from coprod.render.layout import layout_of
from coprod.render.paired import BASELINE, Page, Rule
from coprod.render.text import INK, Segment, Span, Style, colour, operations
from coprod.service.printing import Paper

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from coprod.i18n import Catalogue
    from coprod.render.layout import Layout
    from coprod.render.text import Typesetter

_SECTION_RULE = 1.1
_FOOT = 20.0  # from the foot of the layout down to the line of the folio


@dataclass(frozen=True, slots=True)
class Leaf:
    """Pages that are numbered together: all languages side by side, or one of them."""

    compose: Composer
    pages: list[Page]


def parts(catalogues: Sequence[Catalogue], *, large: bool) -> list[list[Catalogue]]:
    """The languages of each leaf. Raises ValueError unless there is one language, or two."""
    if len(catalogues) not in {1, 2}:
        message = "a leaf is in one language or in two"
        raise ValueError(message)
    return [[one] for one in catalogues] if large else [list(catalogues)]


def composers(
    catalogues: Sequence[Catalogue], setter: Typesetter, sizes: Sequence[float], lead: float
) -> Iterator[Composer]:
    """A composer for each size of type, the largest first; `lead`: from line to line, in letters."""
    for size in sizes:
        layout = replace(layout_of(Paper.A4, len(catalogues)), size=size, lead=size * lead)
        yield Composer(setter, layout, catalogues, {})


def drawn(leaves: Sequence[Leaf], draw: Callable[[Canvas, Leaf, int], None]) -> BytesIO:
    """The pages of all leaves, as reportlab writes them; `draw` draws one, by its place in its leaf."""
    out = BytesIO()
    layout = leaves[0].compose.layout
    canvas = Canvas(out, pagesize=(layout.width, layout.height), pageCompression=0, invariant=1)
    for leaf in leaves:
        for at in range(len(leaf.pages)):
            draw(canvas, leaf, at)
            canvas.showPage()
    canvas.save()
    return out


def draw_rows(canvas: Canvas, layout: Layout, page: Page) -> None:
    """Draw the rows of a page, and the rules of their sections."""
    for placed in page:
        if placed.start == 0 and placed.row.rule is Rule.SECTION:
            draw_rule(canvas, layout, placed.y, (layout.left, layout.right), (_SECTION_RULE, INK))
        for cell in placed.row.cells:
            for n, line in enumerate(cell[placed.start : placed.stop]):
                down = placed.text_top + (n + BASELINE) * placed.row.lead
                for piece in line:
                    if isinstance(piece, Segment):
                        canvas.addLiteral(operations(piece, layout.height - down))


def draw_rule(
    canvas: Canvas,
    layout: Layout,
    down: float,
    ends: tuple[float, float],
    pen: tuple[float, tuple[int, int, int]],
) -> None:
    """Draw a rule from end to end, `down` from the top; `pen`: how thick, in which colour."""
    (left, right), (thick, rgb) = ends, pen
    y = layout.height - down
    canvas.addLiteral(f"{colour(rgb, 'RG')} {thick} w {left:.2f} {y:.2f} m {right:.2f} {y:.2f} l S")


def draw_foot(canvas: Canvas, leaf: Leaf, at: int, style: Style, spans: Sequence[Span] = ()) -> None:
    """Write which page of how many at the right, and `spans` at the left as far as there is room."""
    layout, setter = leaf.compose.layout, leaf.compose.typesetter
    y = layout.height - layout.foot - _FOOT
    folio = Span(f"{at + 1} / {len(leaf.pages)}", style, "en")
    end = layout.right - setter.width(folio)
    canvas.addLiteral(operations(setter.segment(folio, end), y))
    x, gap = layout.left, style.size
    for span in spans:
        if x + 3 * gap < end:
            clipped = setter.clip(span, end - 2 * gap - x)
            canvas.addLiteral(operations(setter.segment(clipped, x), y))
            x += setter.width(clipped) + gap
