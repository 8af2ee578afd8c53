"""A group's sheet as a PDF to be written on by hand: the question, who is there, and ruled rows on two pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coprod import paths
from coprod.files import write_whole
from coprod.render import wording
from coprod.render.about import About
from coprod.render.finish import finished
from coprod.render.fonts import Fonts
from coprod.render.layout import Column
from coprod.render.leaf import Leaf, composers, draw_foot, draw_rows, drawn, parts
from coprod.render.pagination import paginate
from coprod.render.paired import Row
from coprod.render.ruled import draw_ruled, ruled, table
from coprod.render.text import INK2, Span, Style, Typesetter

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from reportlab.pdfgen.canvas import Canvas

    from coprod.domain.paper_sheet import PaperSheet, Question
    from coprod.i18n import Catalogue
    from coprod.render.compose import Composer


@dataclass(frozen=True, slots=True)
class _Look:
    """How it is set: in the largest of `sizes` that leaves `enough` rows to write in on the first page.

    `lead`: from line to line, in letters; `room`: the height of a row; heads and foot are `smaller` at most.
    """

    sizes: tuple[float, ...]
    lead: float
    room: float
    enough: int
    smaller: float

    def small(self, size: float) -> float:
        """The type of heads and foot."""
        return min(size, self.smaller)


_USUAL = _Look((12.0, 11.0, 10.0), 1.5, 42.5, 8, 9.0)
_LARGE = _Look((24.0, 22.0, 20.5, 19.0), 1.35, 56.7, 4, 24.0)  # as large as in the page for participants
_FEWEST = 3  # rows for which it is worth to begin the table below what is asked


def render_paper_sheet(
    doc: PaperSheet, catalogues: Sequence[Catalogue], path: Path, *, large: bool = False
) -> None:
    """Write the sheet, whole or not at all: two languages side by side, in large print one after the other."""
    fonts = Fonts(paths.resources() / "fonts")
    setter, look = Typesetter(fonts), _LARGE if large else _USUAL
    leaves = [_set(doc, part, setter, look) for part in parts(catalogues, large=large)]
    titles = [f"{_group(doc, one)} – {wording.plain(doc.title, one)}" for one in catalogues]
    about = About(doc.session, titles, catalogues[0].say("Group sheet"), doc.day, catalogues)

    def draw(canvas: Canvas, leaf: Leaf, at: int) -> None:
        _draw(canvas, leaf, at, doc, look)

    write_whole(path, finished(drawn(leaves, draw), fonts, about))


def _set(doc: PaperSheet, catalogues: Sequence[Catalogue], setter: Typesetter, look: _Look) -> Leaf:
    """Set it in the largest type that leaves enough rows below what is asked; one more page has rows alone."""
    for compose in composers(catalogues, setter, look.sizes, look.lead):
        layout = compose.layout
        pages = paginate(_rows(doc, compose), layout, layout.top)
        below, small = pages[-1][-1].bottom + layout.lead, look.small(layout.size)
        begun = table(compose, small, look.room, below)
        if len(pages) == 1 and len(ruled(begun)) >= look.enough:
            break
    if len(ruled(begun)) >= _FEWEST:
        pages[-1] += begun
    return Leaf(compose, [*pages, table(compose, small, look.room, layout.top)])


# ---- above the table


def _rows(doc: PaperSheet, compose: Composer) -> list[Row]:
    size, lead = compose.layout.size, compose.layout.lead
    title = compose.wordings(doc.title, Style(size * 1.1, bold=True, phrased=True))
    rows = [title]
    if day := doc.day:
        rows.append(compose.said(lambda one: one.date(day.date()), compose.quiet))
    group = compose.heading(
        lambda one, _style: [Span(_group(doc, one), Style(size * 1.5, bold=True), one.lang)]
    )
    group.before, group.lead, group.pad = lead * 0.5, size * 2, size * 0.4
    rows.append(group)
    if doc.members:
        rows.append(_members(doc, compose))
    if doc.question:
        rows += _question(doc.question, compose)
    manners = compose.said(_manners, Style(size, phrased=True, colour=INK2))
    manners.before = lead * 0.5
    return [*rows, manners]


def _group(doc: PaperSheet, catalogue: Catalogue) -> str:
    return wording.plain(doc.group, catalogue) if doc.group else catalogue.say("Table {n}", n=doc.number)


def _members(doc: PaperSheet, compose: Composer) -> Row:
    """Who is in the group; once over the whole width, where the names are the same in both languages."""
    layout, first = compose.layout, compose.catalogues[0]
    names = {tuple(wording.plain(one, catalogue) for one in doc.members) for catalogue in compose.catalogues}
    if len(names) > 1:
        return compose.row(lambda one: _names(doc, one, compose.body))
    whole = Column(layout.left, layout.right - layout.left)
    return Row([compose.typesetter.lines(_names(doc, first, compose.body), whole)], layout.lead)


def _names(doc: PaperSheet, catalogue: Catalogue, style: Style) -> list[Span]:
    """The names, none of them parted."""
    between = catalogue.say(", ")
    gap = style.size / 3 if between.endswith(" ") else 0
    *others, last = (wording.plain(one, catalogue) for one in doc.members)
    texts = [*(f"{name}{between.rstrip()}" for name in others), last]
    return [Span(text, style, catalogue.lang, gap=gap, whole=True) for text in texts]


def _question(asked: Question, compose: Composer) -> list[Row]:
    size, lead = compose.layout.size, compose.layout.lead
    strong = Style(size, bold=True, phrased=True)

    def named(one: Catalogue) -> Sequence[Span]:
        if asked.title:
            return compose.words(asked.title, one, strong)
        return [Span(one.say(wording.KINDS[asked.kind]), strong, one.lang)]

    rows = [compose.row(named), *(compose.wordings(one, compose.asked) for one in asked.prompts)]
    rows[0].before, rows[0].keep_next = lead * 0.5, bool(asked.prompts)
    for row in rows[2:]:
        row.before = lead * 0.3
    return rows


def _manners(catalogue: Catalogue) -> str:
    return catalogue.say(
        "Passing is fine. Whoever writes reads it back, and leaves out what somebody wants left out."
    )


def _draw(canvas: Canvas, leaf: Leaf, at: int, doc: PaperSheet, look: _Look) -> None:
    layout, page = leaf.compose.layout, leaf.pages[at]
    draw_rows(canvas, layout, page)
    draw_ruled(canvas, layout, page)
    style = Style(look.small(layout.size), colour=INK2)
    catalogues = leaf.compose.catalogues
    groups = dict.fromkeys((_group(doc, one), one.lang) for one in catalogues)
    title = Span(wording.plain(doc.title, catalogues[0]), style, catalogues[0].lang)
    draw_foot(canvas, leaf, at, style, [*(Span(name, style, lang) for name, lang in groups), title])
