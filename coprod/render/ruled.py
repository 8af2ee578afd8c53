"""A table to write in by hand: what each column holds, the kinds by number, and ruled rows that fill the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coprod.i18n import N_
from coprod.render.layout import Column
from coprod.render.leaf import draw_rule
from coprod.render.paired import Placed, Row, Rule
from coprod.render.text import INK2, Span, Style
from coprod.vocabulary import NOTES

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

    from coprod.render.compose import Composer
    from coprod.render.layout import Layout
    from coprod.render.paired import Page

_KIND = N_("Kind")
_HEADS = (N_("Who"), _KIND, N_("Words"))
_SHARES = (0.2, 0.13)  # of the width, for the first two columns
_GAP = 12.0  # between the columns
_HAIR = (0.4, INK2)


def table(compose: Composer, size: float, room: float, top: float) -> Page:
    """The table from `top` to the foot of the page; its heads in type of `size`, its rows as high as `room`, about."""
    placed: Page = []
    for row in (*_legend(compose, size), _heads(compose, size)):
        placed.append(Placed(row, top + row.before, 0, row.length, labelled=False))
        top = placed[-1].bottom
    free = compose.layout.bottom - top
    rows = max(0, round(free / room))
    for n in range(rows):
        row = Row([[()]], free / rows, rule=Rule.HAIR)
        placed.append(Placed(row, top + n * row.lead, 0, 1, labelled=False))
    return placed


def ruled(page: Page) -> Page:
    """The rows of a page that are there to write in."""
    return [placed for placed in page if placed.row.rule is Rule.HAIR]


def draw_ruled(canvas: Canvas, layout: Layout, page: Page) -> None:
    """Draw the hairlines of the rows to write in, broken between the columns."""
    rows = ruled(page)
    for down in (*(placed.y for placed in rows[:1]), *(placed.bottom for placed in rows)):
        for column in _columns(layout):
            draw_rule(canvas, layout, down, (column.x, column.x + column.width), _HAIR)


def _legend(compose: Composer, size: float) -> list[Row]:
    """The kinds by their numbers, which are their keys where the sheet is typed in: some lines for each language."""
    setter, layout = compose.typesetter, compose.layout
    quiet, bold = Style(size, colour=INK2), Style(size, bold=True, colour=INK2)
    leads = [Span(one.say(_KIND), bold, one.lang) for one in compose.catalogues]
    indent = max(map(setter.width, leads)) + size
    rows = []
    for lead, catalogue in zip(leads, compose.catalogues, strict=True):
        spans = [
            Span(f"{n} {catalogue.say(kind)}", quiet, catalogue.lang, gap=size, whole=True)
            for n, kind in enumerate(NOTES.values(), start=1)
        ]
        room = Column(layout.left + indent, layout.right - layout.left - indent)
        first, *others = setter.lines(spans, room)
        rows.append(Row([[(setter.segment(lead, layout.left), *first), *others]], size * 1.5))
    return rows


def _heads(compose: Composer, size: float) -> Row:
    """What each column holds, in each language."""
    bold = Style(size, bold=True)
    cells = [
        compose.typesetter.lines(
            [Span(one.say(head), bold, one.lang, gap=size / 2, whole=True) for one in compose.catalogues],
            column,
        )
        for head, column in zip(_HEADS, _columns(compose.layout), strict=True)
    ]
    return Row(cells, size * 1.6, before=size * 0.6)


def _columns(layout: Layout) -> tuple[Column, ...]:
    left, width = layout.left, layout.right - layout.left
    who, kind = (share * width for share in _SHARES)
    return (
        Column(left, who - _GAP),
        Column(left + who, kind - _GAP),
        Column(left + who + kind, width - who - kind),
    )
