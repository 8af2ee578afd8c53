"""The foot of every page, in each column: that copies can't be called back, and how far the texts can be trusted."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coprod.render import wording
from coprod.render.text import INK2, Span, Style

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coprod.domain.minutes_doc import Standing
    from coprod.i18n import Catalogue
    from coprod.render.compose import Composer
    from coprod.render.layout import Column, Layout
    from coprod.render.text import Line, Typesetter

FOLIO = Style(9.5, bold=True)
LEAD = 8.8
_SMALL = Style(6.9, colour=INK2)
_GAP = 2.0  # between two sentences of a line
_LINES = 4  # as many stand below the rule where the layout has it
_LONGEST_FOLIO = Span("0000 / 0000", FOLIO, "en", gap=8)


def feet(standing: Standing, compose: Composer) -> list[list[Line]]:
    """The lines of the foot for each column. The first one leaves room for the number of the page beside it."""
    right = compose.layout.right - compose.typesetter.width(_LONGEST_FOLIO) - _LONGEST_FOLIO.gap
    columns = zip(compose.layout.columns, compose.catalogues, strict=True)
    return [
        _foot(standing, compose.typesetter, column, min(column.width, right - column.x), catalogue)
        for column, catalogue in columns
    ]


def raised(layout: Layout, foot: Sequence[Sequence[Line]]) -> Layout:
    """The layout with its foot as high as the lines need, so that none falls off the paper."""
    more = LEAD * max(0, *(len(lines) - _LINES for lines in foot))
    return replace(layout, bottom=layout.bottom - more, foot=layout.foot - more)


def _foot(
    standing: Standing, typesetter: Typesetter, column: Column, room: float, catalogue: Catalogue
) -> list[Line]:
    """The sentences, as many on a line as it holds; the first line has `room`."""
    rows: list[list[Span]] = [[]]
    texts = [catalogue.say("Printed copies can not be called back."), *wording.states(standing, catalogue)]
    for text in texts:
        span = Span(text, _SMALL, catalogue.lang, gap=_GAP)
        if rows[-1] and sum(typesetter.width(one) + _GAP for one in (*rows[-1], span)) > room:
            rows.append([])
            room = column.width
        rows[-1].append(span)
    return [line for spans in rows for line in typesetter.lines(spans, column)]
