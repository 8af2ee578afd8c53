"""The minutes as a PDF: set, drawn, finished, and put in place only when whole."""

from __future__ import annotations

from collections import deque
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

from reportlab.pdfgen.canvas import Canvas

from coprod import paths
from coprod.files import write_whole
from coprod.render import wording
from coprod.render.about import About
from coprod.render.compose import Composer
from coprod.render.finish import Tagged, finished
from coprod.render.fonts import Fonts
from coprod.render.foot import feet, raised
from coprod.render.layout import layout_of
from coprod.render.page import Pages
from coprod.render.paired import paginate
from coprod.render.story import story
from coprod.render.text import Typesetter
from coprod.service.printing import Paper, Setting

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from coprod.domain.minutes_doc import MinutesDoc
    from coprod.i18n import Catalogue

DEFAULT = Setting()
_FIRST_TOP = 70.0  # where the first page begins, below its short head


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
    paper = setting.paper or (Paper.A4_LANDSCAPE if len(catalogues) == 2 else Paper.A4)
    write_whole(path, _finished(doc, catalogues, paper, data, setting.password))


def _finished(
    doc: MinutesDoc, catalogues: Sequence[Catalogue], paper: Paper, data: bytes, password: str
) -> bytes:
    fonts = Fonts(paths.resources() / "fonts")
    compose = Composer(Typesetter(fonts), layout_of(paper, len(catalogues)), catalogues, doc.labels)
    compose = replace(compose, layout=raised(compose.layout, feet(doc.standing, compose)))
    titles = [wording.plain(doc.header.title, catalogue) for catalogue in catalogues]
    moment = doc.header.ended or doc.header.started or doc.header.planned_start
    about = About(doc.session, titles, catalogues[0].say("Minutes"), moment, catalogues)
    drawn, pages = _drawn(doc, compose)
    return finished(drawn, fonts, about, Tagged(pages.tags.root, pages.outline, data, password))


def _drawn(doc: MinutesDoc, compose: Composer) -> tuple[BytesIO, Pages]:
    """The pages as reportlab writes them; uncompressed, for its own way of compressing is slow and pikepdf's is not."""
    layout = compose.layout
    pages = deque(paginate(story(doc, compose), layout, _FIRST_TOP))
    out = BytesIO()
    canvas = Canvas(out, pagesize=(layout.width, layout.height), pageCompression=0, invariant=1)
    drawing = Pages(canvas, compose, doc, len(pages))
    while pages:
        drawing.draw(pages.popleft())  # and forget it: a long meeting fills hundreds
    canvas.save()
    return out, drawing
