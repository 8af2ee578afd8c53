"""The opening of the first page: number, title, when and where, who was there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from coprod.domain.minutes_doc import Wording
from coprod.render import naming, wording
from coprod.render.compose import GROUP_SHAPES
from coprod.render.layout import Column
from coprod.render.logo import sized
from coprod.render.paired import Row
from coprod.render.tags import Kind, Node
from coprod.render.text import ACCENT, Picture, Span, Style

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from coprod.domain.minutes_doc import Count, Header
    from coprod.i18n import Catalogue
    from coprod.render.compose import Composer
    from coprod.render.text import Line

_TITLE, _SECOND, _NUMBER = 17.0, 16.5 / 17, 46.0


def opening(header: Header, compose: Composer, *, small_room: bool) -> Iterator[Row]:
    """The rows before the first section."""
    yield from _to_grid(_rows(header, compose, small_room=small_room), compose.layout.lead)


def _rows(header: Header, compose: Composer, *, small_room: bool) -> Iterator[Row]:
    half = compose.layout.lead / 2
    house = _house(compose)
    yield from house
    yield from _spaced(_title(header, compose), half if house else 0)
    yield from _spaced(_when_and_where(header, compose), half * 2)
    if header.purpose:
        yield from _spaced([compose.wordings(header.purpose)], half)
    yield from _spaced(_present(header, compose), half)
    if small_room:
        yield from _spaced([compose.said(naming.small_room)], half)


def _to_grid(rows: Iterable[Row], lead: float) -> Iterator[Row]:
    """The same rows; below those of another height, as titles are, the lines come back to where half lines stand."""
    off = 0.0
    for row in rows:
        if row.lead == lead:
            row.before += round(-off % (lead / 2), 3)
            off = 0.0
        else:
            off += row.before + max(row.height, len(row.label) * row.lead)
        yield row


def _house(compose: Composer) -> list[Row]:
    """Whose minutes they are, and their logo at the right edge."""
    house, layout = compose.house, compose.layout
    if not house.name:
        return []
    names: dict[str, str] = {}
    for one in compose.catalogues:
        shown = wording.shown(Wording(dict(house.name)), one)
        names.setdefault(shown.text, shown.lang or one.lang)
    spans: list[Span] = []
    for text, lang in names.items():
        spans += [Span(" / ", compose.quiet, lang)] if spans else []
        spans.append(Span(text, compose.quiet, lang))
    wide, high = sized(house.logo, layout.width) if house.logo else (0.0, 0.0)
    room = layout.right - layout.left
    lines = compose.typesetter.lines(spans, Column(layout.left, room - wide - (layout.size if wide else 0)))
    if house.logo:
        lines[-1] = (*lines[-1], Picture(layout.right - wide, wide, high, house.logo))
    return [Row([lines], max(layout.lead, (high + 8) / len(lines) if house.logo else 0), keep_next=True)]


def _spaced(rows: list[Row], before: float) -> list[Row]:
    if rows:
        rows[0].before = before
    return rows


def _title(header: Header, compose: Composer) -> list[Row]:
    title = Node(Kind.TITLE)
    number = Node(Kind.SPAN, title)
    if compose.layout.margin:
        rows = [_title_beside(header, compose)]
        rows[0].labelling = number
    else:
        rows = _title_stacked(header, compose, number)
    for row in rows:
        row.kind, row.inside = Kind.SPAN, title
    return rows


def _title_size(compose: Composer) -> float:
    """The type of the title: well above that of what was said."""
    return max(_TITLE, compose.layout.size * 1.55)


def _title_beside(header: Header, compose: Composer) -> Row:
    """The number in the margin, the title in each column."""
    row = compose.wordings(header.title, Style(_title_size(compose), bold=True, phrased=True))
    row.lead = _title_size(compose) * 1.4
    margin = compose.layout.margin
    if header.number is not None and margin:
        number = compose.label(_number(header.number, compose, margin.width), margin.x, None)
        row.label = [(number._replace(rise=-18),), ()]
    return row


def _title_stacked(header: Header, compose: Composer, word: Node) -> list[Row]:
    """The number, and beside it the titles over the whole width, one above the other."""
    layout = compose.layout
    several, size = len(compose.catalogues) > 1, _title_size(compose)
    indent, number = 0.0, None
    if header.number is not None:
        span = _number(header.number, compose, layout.width / 5)
        number = compose.label(span, layout.left, word)._replace(
            rise=(-22.5 if several else -11) * size / _TITLE
        )
        indent = max(62.0, compose.typesetter.width(span) + 14 * size / _TITLE)
    room = Column(layout.left + indent, layout.right - layout.left - indent)
    rows = []
    for n, catalogue in enumerate(compose.catalogues):
        style = Style(size * _SECOND, phrased=True) if n else Style(size, bold=True, phrased=True)
        lines = compose.typesetter.lines(compose.words(header.title, catalogue, style), room)
        rows.append(Row([lines], size * 1.36))
    if number:
        first = rows[0].cells[0]
        rows[0].cells = [[(number, *first[0]), *first[1:]]]
    return rows


def _number(number: int, compose: Composer, room: float) -> Span:
    """The number of the session, large; smaller where it is long."""
    high = _NUMBER * _title_size(compose) / _TITLE
    span = Span(str(number), Style(high, bold=True, colour=ACCENT), "ja")
    size = min(high, high * room / compose.typesetter.width(span))
    return span._replace(style=Style(size, bold=True, colour=ACCENT))


def _when_and_where(header: Header, compose: Composer) -> list[Row]:
    rows = []
    start = header.started or header.planned_start
    if start:
        rows.append(compose.said(lambda catalogue: catalogue.date(start.date())))
        rows.append(compose.said(lambda catalogue: naming.hours(header, catalogue)))
    if header.place or header.online:
        rows.append(compose.row(lambda catalogue: _place(header, compose, catalogue)))
    return rows


def _place(header: Header, compose: Composer, catalogue: Catalogue) -> list[Span]:
    spans = compose.words(header.place, catalogue, compose.body) if header.place else []
    if header.online:
        online, gap = naming.online(header, catalogue), compose.layout.size / 3
        spans.append(Span(online, compose.body, catalogue.lang, gap=gap, whole=True))
    return spans


def _present(header: Header, compose: Composer) -> list[Row]:
    """How many were there, by standpoint where that names nobody, and those who asked to be listed."""
    if not header.present:
        return []
    rows = [compose.said(partial(naming.present, header), compose.strong)]
    if header.counts:
        columns = zip(compose.layout.columns, compose.catalogues, strict=True)
        cells = [_counts(header.counts, compose, catalogue, column) for column, catalogue in columns]
        rows.append(compose.paired(cells))
        rows[-1].kind = Kind.LIST
    if header.names:
        rows.append(compose.said(partial(wording.listed, header.names)))
    rows[0].keep_next = len(rows) > 1
    return rows


def _counts(counts: Sequence[Count], compose: Composer, catalogue: Catalogue, column: Column) -> list[Line]:
    """Shapes, words and number of each count, in as many lines as they need."""
    lines: list[Line] = [()]
    x = column.x
    for count in counts:
        words = [compose.group(group, catalogue) for group in count.groups]
        said = Span(f"{wording.joined(words, catalogue)} {count.people}", compose.body, catalogue.lang)
        span = compose.toned([said], catalogue)[0]
        inset = compose.inset * len(count.groups)
        wide = inset + compose.typesetter.width(span)
        if x > column.x and x + wide > column.x + column.width:
            lines.append(())
            x = column.x
        marks = [
            compose.mark(GROUP_SHAPES[group], x + n * compose.inset) for n, group in enumerate(count.groups)
        ]
        lines[-1] += (*marks, compose.typesetter.segment(span, x + inset))
        x += wide + compose.layout.size * 1.2
    return lines
