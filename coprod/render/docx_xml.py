"""WordprocessingML: elements, runs in their languages, and paragraphs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docx.oxml.xmlchemy import BaseOxmlElement

LATIN = "BIZ UDPGothic"
"""What is not East Asian is set in it, too, as on paper."""
_EAST = {"ja": LATIN, "ko": "Noto Sans KR", "zh": "Noto Sans SC"}
_TRADITIONAL = "Noto Sans TC"
_REGIONS = {"ja": "ja-JP", "ko": "ko-KR", "en": "en-GB"}
SUBSTITUTES = {
    LATIN: "Yu Gothic",
    "Noto Sans KR": "Malgun Gothic",
    "Noto Sans SC": "Microsoft YaHei",
    _TRADITIONAL: "Microsoft JhengHei",
}
"""Each font, and what stands for it where it is not installed."""


def element(tag: str, *children: BaseOxmlElement, **attributes: object) -> BaseOxmlElement:
    """`<w:tag w:name="value">`; an attribute that is None is left out."""
    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        if value is not None:
            made.set(qn(f"w:{name}"), str(value))
    for child in children:
        made.append(child)
    return made


def east_asian(lang: str) -> str | None:
    """The font of a language that is written in East Asian characters, or nothing."""
    if lang.lower().startswith(("zh-hant", "zh-tw", "zh-hk", "zh-mo")):
        return _TRADITIONAL
    return _EAST.get(lang.lower().split("-")[0])


def region(lang: str) -> str:
    """The tag as Word knows it: with a region."""
    return _REGIONS.get(lang, lang)


def run(text: str, lang: str, style: str | None = None) -> BaseOxmlElement:
    """A run of one language; a line end in it breaks the line."""
    made = element("r", _properties(lang, style))
    for n, line in enumerate(text.split("\n")):
        if n:
            made.append(element("br"))
        for m, part in enumerate(line.split("\t")):
            if m:
                made.append(element("tab"))
            if part:
                made.append(_text(part))
    return made


def _properties(lang: str, style: str | None) -> BaseOxmlElement:
    made = element("rPr")
    if style:
        made.append(element("rStyle", val=style))
    font = east_asian(lang)
    if font:  # the hint: quotes and ellipses, which both kinds of fonts have, are taken from this one
        made.append(element("rFonts", hint="eastAsia", eastAsia=font))
    if lang:  # of Latin letters and figures, and of East Asian characters where the language has any
        made.append(element("lang", val=region(lang), eastAsia=region(lang) if font else None))
    return made


def _text(text: str) -> BaseOxmlElement:
    made = element("t")
    made.text = text
    made.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return made


def paragraph(style: str, runs: Iterable[BaseOxmlElement], *, leads: bool = False) -> BaseOxmlElement:
    """A paragraph of a style, by its id; `leads`: it stays with what follows."""
    properties = [element("pStyle", val=style), *([element("keepNext")] if leads else [])]
    return element("p", element("pPr", *properties), *runs)


def page_number() -> list[BaseOxmlElement]:
    """The number of the page, and of how many: fields, which the reader's program fills."""
    return [
        element("fldSimple", run("1", ""), instr=" PAGE "),
        run(" / ", ""),
        element("fldSimple", run("1", ""), instr=" NUMPAGES "),
    ]
