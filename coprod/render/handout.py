"""The sheet for participants as a PDF: one page where its type need not be too small for that, else a second one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from io import BytesIO
from typing import TYPE_CHECKING

from reportlab.pdfgen.canvas import Canvas

from coprod import paths
from coprod.files import write_whole
from coprod.i18n import N_
from coprod.render import wording
from coprod.render.compose import Composer
from coprod.render.finish import finished
from coprod.render.fonts import Fonts
from coprod.render.layout import Paper, layout_of
from coprod.render.paired import Page, Row, Rule, paginate
from coprod.render.text import ACCENT, INK, INK2, Mark, Span, Style, Typesetter, colour, operations

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from coprod.domain.handout import HandoutDoc, HandoutItem
    from coprod.domain.minutes_doc import Wording
    from coprod.i18n import Catalogue

_SIZES = (14.0, 13.0, 12.0, 11.0, 10.0)
_LARGE = (24.0, 22.0, 20.5, 19.0)  # Latin letters are 0.95 of these: never under 18
_BASELINE = 0.72  # of the way down a line


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A part of the sheet, set: all languages side by side, or one of them."""

    compose: Composer
    pages: list[Page]


def render_handout(
    doc: HandoutDoc, catalogues: Sequence[Catalogue], path: Path, *, large: bool = False
) -> None:
    """Write the sheet, whole or not at all: two languages side by side, in large print one after the other."""
    if len(catalogues) not in {1, 2}:
        message = "a handout is in one language or in two"
        raise ValueError(message)
    fonts = Fonts(paths.resources() / "fonts")
    setter = Typesetter(fonts)
    parts = [[one] for one in catalogues] if large else [list(catalogues)]
    sheets = [_set(doc, part, setter, _LARGE if large else _SIZES) for part in parts]
    titles = [wording.plain(doc.title, catalogue) for catalogue in catalogues]
    first = catalogues[0]
    write_whole(
        path, finished(_drawn(sheets), fonts, doc.session, titles, first.say("Handout"), doc.start, first)
    )


def _set(
    doc: HandoutDoc, catalogues: Sequence[Catalogue], setter: Typesetter, sizes: Sequence[float]
) -> _Sheet:
    """Set it in the largest type that one page holds, or in the least one."""
    for size in sizes:
        layout = replace(
            layout_of(Paper.A4, len(catalogues)), size=size, lead=size * (1.4 if sizes is _LARGE else 1.55)
        )
        compose = Composer(setter, layout, catalogues, {})
        sheet = _Sheet(compose, paginate(_rows(doc, compose), layout, layout.top))
        if len(sheet.pages) == 1:
            break
    return sheet


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


def _drawn(sheets: Sequence[_Sheet]) -> BytesIO:
    out = BytesIO()
    layout = sheets[0].compose.layout
    canvas = Canvas(out, pagesize=(layout.width, layout.height), pageCompression=0, invariant=1)
    for sheet in sheets:
        for number, page in enumerate(sheet.pages, start=1):
            _draw(canvas, sheet, page, number)
    canvas.save()
    return out


def _draw(canvas: Canvas, sheet: _Sheet, page: Page, number: int) -> None:
    layout = sheet.compose.layout
    for placed in page:
        if placed.start == 0 and placed.row.rule is Rule.SECTION:
            y = layout.height - placed.y
            canvas.addLiteral(
                f"{colour(INK, 'RG')} 1.1 w {layout.left:.2f} {y:.2f} m {layout.right:.2f} {y:.2f} l S"
            )
        for cell in placed.row.cells:
            for n, line in enumerate(cell[placed.start : placed.stop]):
                down = placed.text_top + (n + _BASELINE) * placed.row.lead
                for piece in line:
                    if not isinstance(piece, Mark):
                        canvas.addLiteral(operations(piece, layout.height - down))
    if len(sheet.pages) > 1:
        folio = Span(f"{number} / {len(sheet.pages)}", Style(layout.size, colour=INK2), "en")
        x = layout.right - sheet.compose.typesetter.width(folio)
        canvas.addLiteral(
            operations(sheet.compose.typesetter.segment(folio, x), layout.height - layout.foot - 20)
        )
    canvas.showPage()
