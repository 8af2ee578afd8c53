"""The paper of a Word file: its size, running heads, the foot of every page, and what the template brings that goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.enum.section import WD_ORIENT
from docx.shared import Twips

from coprod.render import naming, wording
from coprod.render.docx_xml import east_asian, element, page_number, paragraph, region, run
from coprod.render.tidy import single, tidy
from coprod.service.printing import Paper

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.section import Section, _BaseHeaderFooter

    from coprod.domain.minutes_doc import MinutesDoc
    from coprod.i18n import Catalogue

_A4 = (11906, 16838)  # in twentieths of a point
_MARGIN, _EDGE = 1134, 567
_KEPT = ("/styles", "/settings", "/fontTable", "/header", "/footer", "/officeDocument", "-properties")
"""How the kinds of parts end that stay; themes, pictures, numbering and the rest of the template go."""


def furnish(document: Document, doc: MinutesDoc, catalogues: Sequence[Catalogue], paper: Paper) -> int:
    """Make the paper, its heads and feet; returns the width of the text."""
    (section,) = document.sections
    _sized(section, paper)
    section.different_first_page_header_footer = True
    _put(section.first_page_header, [paragraph("Header", ())])
    _put(section.header, [_head(doc, catalogues, _text_width(paper))])
    for foot in (section.first_page_footer, section.footer):
        _put(foot, [paragraph("Footer", page_number()), *_foot(doc, catalogues)])
    _settled(document, catalogues)
    _emptied(document)
    return _text_width(paper)


def _text_width(paper: Paper) -> int:
    return (_A4[1] if paper is Paper.A4_LANDSCAPE else _A4[0]) - 2 * _MARGIN


def _sized(section: Section, paper: Paper) -> None:
    wide, high = reversed(_A4) if paper is Paper.A4_LANDSCAPE else _A4
    section.orientation = WD_ORIENT.LANDSCAPE if paper is Paper.A4_LANDSCAPE else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Twips(wide), Twips(high)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Twips(_MARGIN)
    section.header_distance = section.footer_distance = Twips(_EDGE)


def _head(doc: MinutesDoc, catalogues: Sequence[Catalogue], width: int) -> BaseOxmlElement:
    """The number and the title: the first language at the left edge, the second at the right one."""
    heads = list(
        dict.fromkeys((single(tidy(naming.running(doc.header, one))), one.lang) for one in catalogues)
    )
    runs = [run(*heads[0])]
    for head in heads[1:]:
        runs += [element("r", element("tab")), run(*head)]
    made = paragraph("Header", runs)
    made[0].append(element("tabs", element("tab", val="right", pos=width)))
    return made


def _foot(doc: MinutesDoc, catalogues: Sequence[Catalogue]) -> list[BaseOxmlElement]:
    return [
        paragraph("Foot", [run(wording.sentences(naming.foot(doc, one), one), one.lang)])
        for one in catalogues
    ]


def _put(place: _BaseHeaderFooter, paragraphs: Sequence[BaseOxmlElement]) -> None:
    place.is_linked_to_previous = False
    place.part.element[:] = paragraphs


def _settled(document: Document, catalogues: Sequence[Catalogue]) -> None:
    """The settings: of what Word lays out by, and nothing of who wrote it or how often it was kept."""
    east = next((one.tag for one in catalogues if east_asian(one.tag)), "ja")
    word = "http://schemas.microsoft.com/office/word"
    document.settings.element[:] = [
        element("zoom", percent=100),
        element("defaultTabStop", val=720),
        element("characterSpacingControl", val="compressPunctuation"),
        element("compat", element("compatSetting", name="compatibilityMode", uri=word, val=15)),
        element("themeFontLang", val=region(catalogues[0].tag), eastAsia=region(east)),
    ]


def _emptied(document: Document) -> None:
    for rels in (document.part.rels, document.part.package.rels):
        for id, rel in list(rels.items()):
            if not rel.reltype.endswith(_KEPT):
                del rels[id]
