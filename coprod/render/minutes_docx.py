"""The minutes as a Word file (DOCX), to be worked on: true styles, and a language on every run.

Two languages stand side by side in a table without lines, a row for each passage, or one under the other. Headings
stand across the page, so that a reader's program lists them.
"""

from __future__ import annotations

from io import BytesIO
from itertools import groupby
from typing import TYPE_CHECKING

from docx import Document
from docx.shared import Pt

from coprod.domain.terms import Edition
from coprod.i18n import LANGUAGES
from coprod.render import naming, wording
from coprod.render.docx_page import furnish
from coprod.render.docx_styles import SECOND, STYLES, Body, fonts, styles
from coprod.render.docx_xml import element, paragraph, region, run
from coprod.render.logo import HIGH
from coprod.render.outline import Part, Role, outline, spaced
from coprod.render.packed import packed
from coprod.service.printing import Arrangement, Paper, Setting

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from docx.document import Document as Docx
    from docx.oxml.xmlchemy import BaseOxmlElement

    from coprod.domain.minutes_doc import MinutesDoc
    from coprod.i18n import Catalogue
    from coprod.render.outline import Cell, Passage
    from coprod.service.printing import House

_POINTS, _EASY_POINTS, _LARGE_POINTS = 10.5, 14.0, 18.0
_SHORT = 600
"""Characters of a row that is not parted between two pages."""
_GAP = 227  # between two columns, in twentieths of a point
_ACROSS = frozenset({Part.EDITION, Part.TITLE, Part.SECTION})
_AS_ONE = _ACROSS | {Part.STANDPOINT}
"""What is one paragraph for all languages where they stand one under the other."""
_ROLES = {Role.MARK: "Mark", Role.CREDIT: "Credit"}


def minutes_docx(doc: MinutesDoc, catalogues: Sequence[Catalogue], setting: Setting) -> bytes:
    """The bytes of the file; the same minutes are the same bytes."""
    beside = len(catalogues) > 1 and setting.arrangement is Arrangement.SIDE
    paper = setting.paper or (Paper.A4_LANDSCAPE if beside else Paper.A4)
    document = Document()
    named = document.styles.element
    under = len(catalogues) > 1 and not beside
    named[:] = list(styles(Body(_points(doc, setting), catalogues, under=under)))
    width = furnish(document, doc, catalogues, paper)
    body = document.element.body
    house = setting.house
    blocks = _beside(doc, catalogues, house, width) if beside else _stacked(doc, catalogues, house)
    logo = [_logo(document, house, catalogues[0])] if house.logo and house.name else []
    for n, block in enumerate((*logo, *blocks)):
        body.insert(n, block)
    out = BytesIO()
    document.save(out)
    title = " / ".join(dict.fromkeys(wording.plain(doc.header.title, one) for one in catalogues))
    moment = naming.moment(doc.header)
    return packed(out.getvalue(), title, region(catalogues[0].tag), moment, {"word/fontTable.xml": fonts()})


def _logo(document: Docx, house: House, catalogue: Catalogue) -> BaseOxmlElement:
    """A paragraph with the logo, which says whose it is."""
    added = document.add_paragraph()
    shape = added.add_run().add_picture(BytesIO(house.logo), height=Pt(HIGH))
    properties = shape._inline.docPr  # noqa: SLF001 - the library has no other way to say what a picture shows
    properties.set("descr", house.called(catalogue.tag))
    properties.set("name", "logo")
    whole: BaseOxmlElement = added._p  # noqa: SLF001 - see above
    return whole


def _points(doc: MinutesDoc, setting: Setting) -> float:
    if setting.large:
        return _LARGE_POINTS
    return _EASY_POINTS if doc.edition is Edition.EASY else _POINTS


def _stacked(doc: MinutesDoc, catalogues: Sequence[Catalogue], house: House) -> Iterator[BaseOxmlElement]:
    for passage in outline(doc, catalogues, house):
        yield from _across(passage) if passage.part in _AS_ONE else _paragraphs(passage)


def _beside(
    doc: MinutesDoc, catalogues: Sequence[Catalogue], house: House, width: int
) -> Iterator[BaseOxmlElement]:
    for across, passages in groupby(outline(doc, catalogues, house), lambda one: one.part in _ACROSS):
        if across:
            for passage in passages:
                yield from _across(passage)
        else:
            yield _table(passages, catalogues, width)
    yield paragraph("Foot", ())  # a body ends with a paragraph


def _across(passage: Passage) -> Iterator[BaseOxmlElement]:
    """A heading in all languages: in one paragraph, a line for each, but the title, whose second one has a style."""
    if passage.part is Part.TITLE:
        yield from _paragraphs(passage)
        return
    runs: list[BaseOxmlElement] = []
    cells: dict[str, Cell] = {}
    for cell in passage.cells:
        cells.setdefault(" ".join(piece.text for piece in cell), cell)
    for cell in cells.values():
        if runs:
            runs.append(element("r", element("br")))
        runs += _runs(cell)
    yield paragraph(STYLES[passage.part], runs)


def _paragraphs(passage: Passage) -> Iterator[BaseOxmlElement]:
    """One for each language, with the number in each: who reads one language alone finds it, too."""
    for n, cell in enumerate(passage.cells):
        style = SECOND.get(passage.part, STYLES[passage.part]) if n else STYLES[passage.part]
        numbered: list[BaseOxmlElement] = []
        if passage.number:
            numbered = [run(passage.number, "", "Number"), element("r", element("tab"))]
        yield paragraph(style, [*numbered, *_runs(cell)], leads=passage.leads)


def _runs(cell: Cell) -> Iterator[BaseOxmlElement]:
    for piece in spaced(cell):
        yield run(piece.text, piece.lang, _ROLES.get(piece.role))


# ---- side by side


def _table(passages: Iterator[Passage], catalogues: Sequence[Catalogue], width: int) -> BaseOxmlElement:
    each = width // len(catalogues)
    edges = [element(edge, w=w, type="dxa") for edge, w in (("left", 0), ("right", _GAP))]
    lines = ("top", "left", "bottom", "right", "insideH", "insideV")
    properties = element(
        "tblPr",
        element("tblW", w=each * len(catalogues), type="dxa"),
        element("tblBorders", *(element(line, val="nil") for line in lines)),
        element("tblLayout", type="fixed"),
        element("tblCellMar", *edges),
        element("tblLook", val="0020", firstRow=1),
    )
    grid = element("tblGrid", *(element("gridCol", w=each) for _ in catalogues))
    return element(
        "tbl", properties, grid, _languages(catalogues, each), *(_row(one, each) for one in passages)
    )


def _languages(catalogues: Sequence[Catalogue], width: int) -> BaseOxmlElement:
    """The head of the table, on each page again: which column is in which language."""
    cells = []
    for one in catalogues:
        own = _own_name(one)
        cells.append(_cell(paragraph("Language", [run(own, one.lang)]), width))
    return element("tr", element("trPr", element("cantSplit"), element("tblHeader")), *cells)


def _own_name(catalogue: Catalogue) -> str:
    """How a language calls itself; one that the program does not speak, in English."""
    return LANGUAGES.get(catalogue.tag) or wording.language_name(catalogue.tag, catalogue)


def _row(passage: Passage, width: int) -> BaseOxmlElement:
    long = max(sum(len(piece.text) for piece in cell) for cell in passage.cells)
    properties = [element("trPr", element("cantSplit"))] if long <= _SHORT else []
    return element("tr", *properties, *(_cell(one, width) for one in _paragraphs(passage)))


def _cell(inside: BaseOxmlElement, width: int) -> BaseOxmlElement:
    return element("tc", element("tcPr", element("tcW", w=width, type="dxa")), inside)
