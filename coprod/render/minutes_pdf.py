"""The minutes as a PDF: set, drawn, finished, and put in place only when whole."""

from __future__ import annotations

import gc
from collections import deque
from contextlib import contextmanager
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

from reportlab.pdfgen.canvas import Canvas

from coprod import paths
from coprod.domain.terms import Edition
from coprod.files import write_whole
from coprod.render import head, naming, wording
from coprod.render.about import About
from coprod.render.compose import Composer
from coprod.render.finish import Tagged, finished
from coprod.render.fonts import Fonts
from coprod.render.foot import feet, raised
from coprod.render.layout import EASY, LARGE, layout_of
from coprod.render.page import Pages
from coprod.render.pagination import balanced
from coprod.render.paired import air
from coprod.render.story import story
from coprod.render.text import Typesetter
from coprod.service.printing import Arrangement, Paper, Setting

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from coprod.domain.minutes_doc import MinutesDoc
    from coprod.i18n import Catalogue
    from coprod.render.layout import Layout
    from coprod.render.paired import Page

DEFAULT = Setting()


def render_minutes(
    doc: MinutesDoc,
    catalogues: Sequence[Catalogue],
    path: Path,
    setting: Setting = DEFAULT,
    data: bytes = b"",
) -> None:
    """Write the minutes to `path`, in one language or in two, with the session file `data` attached.

    Where that fails nothing is left behind.
    """
    if len(catalogues) not in {1, 2}:
        message = "minutes are in one language or in two"
        raise ValueError(message)
    write_whole(path, _finished(doc, catalogues, setting, data))


def pages_to_see(doc: MinutesDoc, catalogues: Sequence[Catalogue], setting: Setting = DEFAULT) -> bytes:
    """The same pages to be looked at: without tags and attachment, for nobody keeps them."""
    with _undisturbed():
        compose, fonts, about = _composed(doc, catalogues, setting)
        return finished(_drawn(doc, compose)[0], fonts, about)


def layout_for(doc: MinutesDoc, languages: int, setting: Setting) -> Layout:
    """The page that was chosen. In large print the languages stand one under the other."""
    stacked = languages > 1 and (setting.large or setting.arrangement is Arrangement.STACKED)
    abreast = languages > 1 and not stacked
    paper = setting.paper or (Paper.A4_LANDSCAPE if abreast else Paper.A4)
    easy = EASY if doc.edition is Edition.EASY else None
    return layout_of(paper, languages, stacked=stacked, kind=LARGE if setting.large else easy)


def _finished(doc: MinutesDoc, catalogues: Sequence[Catalogue], setting: Setting, data: bytes) -> bytes:
    with _undisturbed():
        compose, fonts, about = _composed(doc, catalogues, setting)
        drawn, tagged = _drawn(doc, compose)
        return finished(drawn, fonts, about, replace(tagged, data=data, password=setting.password))


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Look for no garbage: a document has none before it is whole, and the more there is of it the longer it takes."""
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            gc.enable()


def _composed(
    doc: MinutesDoc, catalogues: Sequence[Catalogue], setting: Setting
) -> tuple[Composer, Fonts, About]:
    """What sets the pages, in which fonts, and what is said of them."""
    fonts = Fonts(paths.resources() / "fonts")
    layout = layout_for(doc, len(catalogues), setting)
    easy = doc.edition is Edition.EASY
    compose = Composer(Typesetter(fonts), layout, catalogues, doc.labels, easy=easy, house=setting.house)
    compose = replace(compose, layout=raised(compose.layout, feet(doc.standing, compose)))
    titles = [wording.plain(doc.header.title, catalogue) for catalogue in catalogues]
    moment = doc.header.ended or doc.header.started or doc.header.planned_start
    house = setting.house
    publishers = tuple(dict.fromkeys(house.called(one.tag) for one in catalogues)) if house.name else ()
    return (
        compose,
        fonts,
        About(doc.session, titles, naming.edition(doc, catalogues[0]), moment, catalogues, publishers),
    )


def _drawn(doc: MinutesDoc, compose: Composer) -> tuple[BytesIO, Tagged]:
    """The pages as reportlab writes them, and what is known of them; the canvas holds them too, and goes.

    Uncompressed, for its own way of compressing is slow and pikepdf's is not.
    """
    layout = compose.layout
    pages = deque(_paged(doc, compose))
    out = BytesIO()
    canvas = Canvas(out, pagesize=(layout.width, layout.height), pageCompression=0, invariant=1)
    drawing = Pages(canvas, compose, doc, len(pages))
    while pages:
        drawing.draw(pages.popleft())  # and forget it: a long meeting fills hundreds
    canvas.save()
    return out, Tagged(drawing.tags.root, drawing.outline, drawing.spots)


def _paged(doc: MinutesDoc, compose: Composer) -> list[Page]:
    """The rows on their pages, and kept nowhere else: a page that was drawn is forgotten with them."""
    rows = head.opened(doc, compose, story(doc, compose))
    return balanced(rows, compose.layout, head.top(compose.layout) - air(compose.layout))
