"""The foot of every page, in each column: that copies can't be called back, and how far the texts can be trusted.

In type so large that it would fill the page, all but the first, and that it is a draft, is told once, at the end.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from coprod.render import wording
from coprod.render.layout import Column
from coprod.render.text import INK, INK2, Span, Style

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coprod.domain.minutes_doc import Standing
    from coprod.i18n import Catalogue
    from coprod.render.compose import Composer
    from coprod.render.layout import Layout
    from coprod.render.text import Line

_FOLIO, _SMALL, _LEAD = 9.5, 6.9, 8.8
_DROP = 4.5
_GAP = 2.0  # between two sentences of a line
_LINES = 4  # as many stand below the rule where the layout has it
_COUNT = re.compile(r"\d+(?: [^\W\d]+){1,2}(?=[,.])")  # a number stays with what it counts


def lead(layout: Layout) -> float:
    """From line to line in a foot."""
    return _LEAD * layout.small


def drop(layout: Layout) -> float:
    """From the rule of a foot to its first line."""
    return _DROP * layout.small


def folio(page: int | str, total: int | str, layout: Layout) -> Span:
    """The number of a page, and how many there are."""
    return Span(f"{page} / {total}", Style(_FOLIO * layout.small, bold=True), "en", gap=8)


def feet(standing: Standing, compose: Composer) -> list[list[Line]]:
    """The lines of the foot for each column. The first one leaves room for the number of the page beside it."""
    layout = compose.layout
    longest = folio("0000" if layout.small == 1 else "000", "0000" if layout.small == 1 else "000", layout)
    right = layout.right - compose.typesetter.width(longest) - longest.gap
    columns = zip(layout.columns, compose.catalogues, strict=True)
    found = [
        _foot(standing, compose, column, min(column.width, right - column.x), catalogue)
        for column, catalogue in columns
    ]
    return [[line for lines in found for line in lines]] if layout.stacked else found


def raised(layout: Layout, foot: Sequence[Sequence[Line]]) -> Layout:
    """The layout with its foot as high as the lines need, so that none falls off the paper."""
    more = max(0.0, drop(layout) + max(map(len, foot)) * lead(layout) - _DROP - _LINES * _LEAD)
    return replace(layout, bottom=layout.bottom - more, foot=layout.foot - more)


def _foot(
    standing: Standing, compose: Composer, column: Column, room: float, catalogue: Catalogue
) -> list[Line]:
    """The sentences, as many on a line as it holds; the first line has `room`."""
    typesetter, style = compose.typesetter, Style(_SMALL * compose.layout.small, phrased=True, colour=INK2)
    gap = _GAP * compose.layout.small
    first = Column(column.x, room)
    rows: list[list[Span]] = [[]]
    draft = wording.issue(None, catalogue)  # pages are lost and copied one by one: each says it, to be seen
    texts = [catalogue.say("Printed copies cannot be called back.")]
    if not compose.layout.sparing:
        texts += wording.states(standing, catalogue)
    elif standing.issue is None:  # that it is a draft every page says
        texts.append(draft)
    for text in texts:
        look = replace(style, bold=True, colour=INK) if text == draft else style
        span = Span(
            _COUNT.sub(lambda found: found[0].replace(" ", "\u00a0"), text), look, catalogue.lang, gap=gap
        )
        if rows[-1] and sum(typesetter.width(one) + gap for one in (*rows[-1], span)) > room:
            rows.append([])
            room = column.width
        rows[-1].append(span)
    return [line for n, spans in enumerate(rows) for line in typesetter.lines(spans, column if n else first)]
