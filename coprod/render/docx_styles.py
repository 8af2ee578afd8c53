"""The styles of the minutes in Word: each names its fonts for Latin and for East Asian letters, none by theme."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from coprod.render.docx_xml import LATIN, SUBSTITUTES, east_asian, element, region
from coprod.render.outline import Part
from coprod.render.text import ACCENT, INK2, TINT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from docx.oxml.xmlchemy import BaseOxmlElement

    from coprod.i18n import Catalogue

_Colour = tuple[int, int, int]


class Look(NamedTuple):
    """A style. Sizes and distances in parts of the body's type; `hang`: the number stands out by as much."""

    name: str
    size: float = 1
    based: str = "Normal"
    bold: bool = False
    colour: _Colour | None = None
    before: float = 0
    after: float = 0.35
    keep: bool = False
    left: float = 0
    hang: float = 0
    tint: _Colour | None = None
    level: int | None = None
    rule: bool = False

    @property
    def id(self) -> str:
        """What paragraphs call it by."""
        return self.name.title().replace(" ", "")


_HANG = 3.6
_PARAGRAPHS = (
    Look("Title", 1.7, bold=True, keep=True, after=0.2),
    Look("Title Translation", 1.35, keep=True, after=0.6),
    Look("heading 1", 1.3, bold=True, keep=True, before=1.5, after=0.5, level=0, rule=True),
    Look("heading 2", 1.15, bold=True, keep=True, before=1.1, after=0.4, level=1),
    Look("heading 3", 1, bold=True, keep=True, before=0.9, after=0.3, level=2),
    Look("Edition", 0.9, colour=INK2, keep=True),
    Look("Language", 0.8, colour=INK2, keep=True, after=0.2),
    Look("Fact", after=0.15),
    Look("Guideline", left=1.6, hang=1.6),
    Look("Prompt", 1.05, colour=ACCENT, keep=True, after=0.5),
    Look("Standpoint", bold=True, keep=True, before=0.6, after=0.2),
    Look("Contribution"),
    Look("Translation", based="Contribution"),
    Look("Pause", colour=INK2, before=0.3),
    Look("Decision", left=_HANG, hang=_HANG),
    Look("Action", left=_HANG, hang=_HANG, after=0.15),
    Look("Detail", left=_HANG, colour=INK2),
    Look("Minority Opinion", tint=TINT, after=0),
    Look("Reply", colour=INK2, tint=TINT, left=1),
    Look("header", 0.8, colour=INK2, after=0),
    Look("footer", 0.9, bold=True, after=0),
    Look("Foot", 0.7, colour=INK2, after=0.1),
)
_UNDER = {
    "Contribution": Look("Contribution", after=0.05),
    "Translation": Look("Translation", based="Contribution", colour=INK2, after=0.6),
}
_CHARACTERS = (
    Look("Number", bold=True, colour=ACCENT),
    Look("Credit", 0.9, colour=INK2),
    Look("Mark", 0.9, colour=INK2),
)
_BUILT_IN = {"Normal", "Title", "header", "footer"}
STYLES = {
    Part.EDITION: "Edition",
    Part.TITLE: "Title",
    Part.SECTION: "Heading1",
    Part.FACT: "Fact",
    Part.GUIDELINE: "Guideline",
    Part.PROMPT: "Prompt",
    Part.STANDPOINT: "Standpoint",
    Part.SAID: "Contribution",
    Part.PAUSE: "Pause",
    Part.DECISION: "Decision",
    Part.ACTION: "Action",
    Part.DETAIL: "Detail",
    Part.MINORITY: "MinorityOpinion",
    Part.REPLY: "Reply",
}
"""The id of the style of a passage; of a second language, those of `SECOND` stand before."""
SECOND = {Part.TITLE: "TitleTranslation", Part.SAID: "Translation"}


class Body(NamedTuple):
    """What all styles share: the size of the body in points, and the fonts and languages of the document.

    `under`: each translation stands under its original, quieter.
    """

    points: float
    catalogues: Sequence[Catalogue]
    under: bool = False

    @property
    def east(self) -> str:
        """The East Asian font of the document: that of its first such language."""
        return next(filter(None, (east_asian(one.tag) for one in self.catalogues)), LATIN)

    @property
    def east_language(self) -> str:
        """The language of East Asian characters that say no other."""
        return next((one.tag for one in self.catalogues if east_asian(one.tag)), "ja")


def styles(body: Body) -> Iterator[BaseOxmlElement]:
    """What a part of styles holds."""
    yield _defaults(body)
    normal = Look("Normal")
    yield _style(normal, "paragraph", _paragraph(normal, body), _run(normal, body), default="1")
    for look in (_UNDER.get(one.name, one) if body.under else one for one in _PARAGRAPHS):
        yield _style(look, "paragraph", _paragraph(look, body), _run(look, body))
    for look in _CHARACTERS:
        yield _style(look, "character", _run(look, body))


def fonts() -> bytes:
    """The table of fonts, each with what may stand for it."""
    listed = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{other}"/></w:font>'
        for name, other in SUBSTITUTES.items()
    )
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return f'{head}<w:fonts xmlns:w="{space}">{listed}</w:fonts>'.encode()


def _defaults(body: Body) -> BaseOxmlElement:
    lang = element("lang", val=region(body.catalogues[0].tag), eastAsia=region(body.east_language))
    run = element("rPr", _fonts(body), *_sizes(body.points), lang)
    return element("docDefaults", element("rPrDefault", run), element("pPrDefault"))


def _style(
    look: Look, kind: str, *properties: BaseOxmlElement, default: str | None = None
) -> BaseOxmlElement:
    own = look.level is None and look.name not in _BUILT_IN
    made = element("style", type=kind, default=default, styleId=look.id, customStyle="1" if own else None)
    made.append(element("name", val=look.name))
    if kind == "paragraph" and not default:
        made.append(element("basedOn", val=look.based))
    made.append(element("qFormat"))
    for one in properties:
        made.append(one)
    return made


def _paragraph(look: Look, body: Body) -> BaseOxmlElement:
    """In the order that the schema asks for."""
    made = element("pPr")
    if look.keep:
        made.append(element("keepNext"))
    made.append(element("widowControl"))
    if look.rule:
        rule = element("top", val="single", sz=8, space=4, color="auto")
        made.append(element("pBdr", rule))
    if look.tint:
        made.append(element("shd", val="clear", color="auto", fill=_hex(look.tint)))
    made.append(_spacing(look, body))
    if look.left or look.hang:
        made.append(
            element(
                "ind", left=_twips(look.left, body), hanging=_twips(look.hang, body) if look.hang else None
            )
        )
    if look.level is not None:
        made.append(element("outlineLvl", val=look.level))
    return made


def _spacing(look: Look, body: Body) -> BaseOxmlElement:
    before, after = _twips(look.before, body), _twips(look.after, body)
    return element("spacing", before=before, after=after, line=312, lineRule="auto")


def _run(look: Look, body: Body) -> BaseOxmlElement:
    made = element("rPr", _fonts(body))
    if look.bold:
        made.append(element("b"))
        made.append(element("bCs"))
    if look.colour:
        made.append(element("color", val=_hex(look.colour)))
    for one in _sizes(body.points * look.size):
        made.append(one)
    return made


def _fonts(body: Body) -> BaseOxmlElement:
    return element("rFonts", ascii=LATIN, eastAsia=body.east, hAnsi=LATIN, cs=LATIN)


def _sizes(points: float) -> tuple[BaseOxmlElement, BaseOxmlElement]:
    half = round(points * 2)
    return element("sz", val=half), element("szCs", val=half)


def _twips(parts: float, body: Body) -> int:
    return round(parts * body.points * 20)


def _hex(rgb: _Colour) -> str:
    return "".join(f"{one:02X}" for one in rgb)
