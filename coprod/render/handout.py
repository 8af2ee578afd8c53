"""The sheet for participants as a PDF: one page where its type need not be too small for that, else a second one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coprod import paths
from coprod.files import write_whole
from coprod.i18n import N_
from coprod.render import wording
from coprod.render.about import About
from coprod.render.finish import finished
from coprod.render.fonts import Fonts
from coprod.render.leaf import Leaf, composers, draw_foot, draw_rows, drawn, parts
from coprod.render.pagination import paginate
from coprod.render.text import ACCENT, INK2, Span, Style, Typesetter

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from reportlab.pdfgen.canvas import Canvas

    from coprod.domain.handout import HandoutDoc, HandoutItem
    from coprod.domain.minutes_doc import Wording
    from coprod.i18n import Catalogue
    from coprod.render.compose import Composer
    from coprod.render.paired import Row

_SIZES = (14.0, 13.0, 12.0, 11.0, 10.0)
_LARGE = (24.0, 22.0, 20.5, 19.0)  # Latin letters are 0.95 of these: never under 18


def render_handout(
    doc: HandoutDoc, catalogues: Sequence[Catalogue], path: Path, *, large: bool = False
) -> None:
    """Write the sheet, whole or not at all: two languages side by side, in large print one after the other."""
    fonts = Fonts(paths.resources() / "fonts")
    setter = Typesetter(fonts)
    sizes = _LARGE if large else _SIZES
    leaves = [_set(doc, part, setter, sizes) for part in parts(catalogues, large=large)]
    titles = [wording.plain(doc.title, catalogue) for catalogue in catalogues]
    about = About(doc.session, titles, catalogues[0].say("Handout"), doc.start, catalogues)
    write_whole(path, finished(drawn(leaves, _draw), fonts, about))


def _set(
    doc: HandoutDoc, catalogues: Sequence[Catalogue], setter: Typesetter, sizes: Sequence[float]
) -> Leaf:
    """Set it in the largest type that one page holds, or in the least one."""
    for compose in composers(catalogues, setter, sizes, 1.4 if sizes is _LARGE else 1.55):
        leaf = Leaf(compose, paginate(_rows(doc, compose), compose.layout, compose.layout.top))
        if len(leaf.pages) == 1:
            break
    return leaf


def _rows(doc: HandoutDoc, compose: Composer) -> list[Row]:
    size, lead = compose.layout.size, compose.layout.lead
    title = compose.wordings(doc.title, Style(size * 1.6, bold=True, phrased=True))
    title.lead, title.keep_next = size * 2.1, True
    rows = [title, *_when_and_where(doc, compose)]
    free = compose.said(
        lambda one: one.say("You may speak, pass or be silent. You may leave and come back at any time."),
        Style(size, bold=True, phrased=True, colour=ACCENT),
    )
    free.before = lead * 0.6
    rows.append(free)
    if doc.agenda:
        rows.append(_section(N_("What will happen"), compose))
        rows += [_item(item, compose) for item in doc.agenda]
        if doc.agenda[0].begin:
            rows.append(
                compose.said(
                    lambda one: one.say("Times are a guide; we go at our own pace."),
                    Style(size, phrased=True, colour=INK2),
                )
            )
            rows[-1].clings = True
    if doc.guidelines:
        rows.append(_section("Guidelines", compose))
        rows += [_guideline(one, compose) for one in doc.guidelines]
        if not doc.agreed:
            rows.append(
                compose.said(
                    lambda one: one.say("An offer: we look at them together and may change them."),
                    Style(size, phrased=True, colour=INK2),
                )
            )
            rows[-1].clings = True
    return rows


def _section(msgid: str, compose: Composer) -> Row:
    row = compose.section(msgid)
    row.before, row.lead, row.pad = (
        compose.layout.lead * 0.6,
        compose.layout.size * 1.9,
        compose.layout.size * 0.3,
    )
    return row


def _when_and_where(doc: HandoutDoc, compose: Composer) -> list[Row]:
    rows = []
    if start := doc.start:
        rows.append(compose.said(lambda one: one.date(start.date())))
        rows.append(compose.said(lambda one: _hours(doc, one)))
    if doc.place:
        rows.append(compose.wordings(doc.place))
    return rows


def _hours(doc: HandoutDoc, catalogue: Catalogue) -> str:
    if doc.start and doc.end:
        return catalogue.span(doc.start, doc.end)
    return catalogue.time(doc.start) if doc.start else ""


def _item(item: HandoutItem, compose: Composer) -> Row:
    def spans(catalogue: Catalogue) -> Sequence[Span]:
        if item.title:
            return compose.words(item.title, catalogue, _soft(compose))
        return [Span(catalogue.say(wording.KINDS[item.kind]), compose.body, catalogue.lang)]

    begin = item.begin.strftime("%H:%M") if item.begin else "–"
    return _led(Span(begin, Style(compose.layout.size, bold=True), "en"), 3.7, spans, compose)


def _guideline(text: Wording, compose: Composer) -> Row:
    bullet = Span("•", Style(compose.layout.size, bold=True, colour=ACCENT), "en")
    return _led(bullet, 1.1, lambda one: compose.words(text, one, _soft(compose)), compose)


def _soft(compose: Composer) -> Style:
    """Type that breaks at phrases."""
    return Style(compose.layout.size, phrased=True)


def _led(lead: Span, room: float, spans: Callable[[Catalogue], Sequence[Span]], compose: Composer) -> Row:
    """A row that hangs behind what leads it, in each column; `room` in letters."""
    row = compose.row(spans, each=room * compose.layout.size)
    row.cells = [
        [(compose.typesetter.segment(lead, column.x), *lines[0]), *lines[1:]]
        for column, lines in zip(compose.layout.columns, row.cells, strict=True)
    ]
    return row


def _draw(canvas: Canvas, leaf: Leaf, at: int) -> None:
    draw_rows(canvas, leaf.compose.layout, leaf.pages[at])
    if len(leaf.pages) > 1:
        draw_foot(canvas, leaf, at, Style(leaf.compose.layout.size, colour=INK2))
