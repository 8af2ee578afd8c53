"""The heads of the pages: which minutes they are, and that they are a draft as long as they are one.

The first one is part of the text, for it stands nowhere else; it takes as many lines as it needs. Those of the other
pages take one, and are cut where they are longer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coprod.render import naming, wording
from coprod.render.layout import Column
from coprod.render.paired import BASELINE, Row, air
from coprod.render.text import INK2, Span, Style

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from coprod.domain.minutes_doc import MinutesDoc
    from coprod.i18n import Catalogue
    from coprod.render.compose import Composer
    from coprod.render.layout import Layout

_SIZE, _LEAD = 8.4, 1.5
_APART = 14.0
"""What parts the head at the left edge from the one at the right, at least."""
_BELOW = 1.5  # lines of the text between the first head and the title


def style(layout: Layout) -> Style:
    """The type of heads."""
    return Style(_SIZE * layout.small, colour=INK2)


def opened(doc: MinutesDoc, compose: Composer, rows: list[Row]) -> list[Row]:
    """The rows of the first page and all others, below its head: what edition they are, and of which series."""
    layout = compose.layout
    head = _first(doc, compose)
    below = top(layout) + head.height + _BELOW * layout.lead
    rows[0].before = _BELOW * layout.lead + (layout.top + air(layout) - below) % (layout.lead / 2)
    return [head, *rows]


def top(layout: Layout) -> float:
    """Where the lines of the first head begin: its first one stands as high as on the other pages."""
    return layout.head - BASELINE * style(layout).size * _LEAD


def running(doc: MinutesDoc, compose: Composer) -> tuple[list[Span], list[Span]]:
    """What stands on the other pages at the left edge and at the right one: number and title, in each language."""
    first, *others = [_running(doc, compose.layout, one) for one in compose.catalogues]
    return first, others[0] if others and not compose.layout.sparing else []


def wide(spans: Sequence[Span], compose: Composer) -> float:
    """How wide spans are one beside the other."""
    return sum(compose.typesetter.width(one) + (one.gap if n else 0) for n, one in enumerate(spans))


def clipped(left: Sequence[Span], right: Sequence[Span], compose: Composer) -> tuple[list[Span], list[Span]]:
    """What a line holds of the heads at both of its edges; where they are too long each keeps its half."""
    room = compose.layout.right - compose.layout.left - _APART
    kept = _clipped(left, max(room / 2, room - wide(right, compose)), compose)
    return kept, _clipped(right, room - wide(kept, compose), compose)


def _clipped(spans: Sequence[Span], room: float, compose: Composer) -> list[Span]:
    kept: list[Span] = []
    for span in spans:
        left = room - wide(kept, compose) - (span.gap if kept else 0)
        if span.text and left > 0:
            kept.append(compose.typesetter.clip(span, left))
    return kept


def _first(doc: MinutesDoc, compose: Composer) -> Row:
    """Both on one line where it holds them, else one below the other."""
    layout, setter = compose.layout, compose.typesetter
    look, catalogues = style(layout), compose.catalogues
    editions = _told((naming.edition(doc, one) for one in catalogues), compose, look, 3)
    left = editions + _draft(doc, layout, catalogues)
    right = _told((naming.programme(doc.header, one) for one in catalogues), compose, look, 6)
    room, far = layout.right - layout.left, wide(right, compose)
    lead = look.size * _LEAD
    if wide(left, compose) + _APART + far <= room:
        beside = setter.lines(right, Column(layout.right - far, far + 1)) if right else []
        return Row([setter.lines(left, Column(layout.left, room)), beside], lead)
    whole = Column(layout.left, room)
    each = [right] if far <= room else [[span] for span in right]
    below = [line for spans in each if spans for line in setter.lines(spans, whole)]
    return Row([setter.lines(left, whole), below], lead, stacked=True)


def _told(texts: Iterable[str], compose: Composer, look: Style, gap: float) -> list[Span]:
    """What each language says, once where two say the same."""
    said: dict[str, str] = {}
    for text, catalogue in zip(texts, compose.catalogues, strict=True):
        if text:
            said.setdefault(text, catalogue.lang)
    gap *= compose.layout.small
    return [Span(text, look, lang, gap=gap, whole=True) for text, lang in said.items()]


def _draft(doc: MinutesDoc, layout: Layout, catalogues: Iterable[Catalogue]) -> list[Span]:
    """That nothing of this was issued yet, if that is so; where heads are large their feet alone say it."""
    if doc.standing.issue is not None or layout.sparing:
        return []
    strong, gap = Style(_SIZE * layout.small, bold=True), _SIZE * layout.small
    return [Span(wording.draft(one), strong, one.lang, gap=gap, whole=True) for one in catalogues]


def _running(doc: MinutesDoc, layout: Layout, catalogue: Catalogue) -> list[Span]:
    title = Span(
        naming.running(doc.header, catalogue), style(layout), catalogue.lang, gap=_SIZE * layout.small
    )
    return [*_draft(doc, layout, [catalogue]), title]
