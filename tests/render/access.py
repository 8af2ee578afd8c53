"""What PDF/UA asks of a file, read from it by rules of our own: the tree, the marks in the pages, the languages.

Each finding is a sentence; a file without any is accessible as far as a program can tell.
"""

from __future__ import annotations

import re
import struct
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

import pikepdf

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SHOWING = {"Tj", "TJ", "'", '"'}
PAINTING = {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do"}
STANDARD = {
    *(
        "Document",
        "Part",
        "Art",
        "Sect",
        "Div",
        "BlockQuote",
        "Caption",
        "TOC",
        "TOCI",
        "Index",
        "NonStruct",
        "P",
    ),
    *("H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "THead"),
    *(
        "TBody",
        "TFoot",
        "Span",
        "Quote",
        "Note",
        "Reference",
        "Code",
        "Link",
        "Annot",
        "Figure",
        "Formula",
        "Form",
    ),
}
_PRINTED = 4
INSIDE = {"LI": {"L"}, "Lbl": {"LI"}, "LBody": {"LI"}, "TR": {"Table", "TBody", "THead"}, "TD": {"TR"}}
_LANG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


class _Mark(NamedTuple):
    """What is open in a page's content."""

    tag: str
    mcid: int | None
    actual: str | None


class Element(NamedTuple):
    """An element where it was met: its kinds from the document down, and the language in force."""

    path: tuple[str, ...]
    lang: str
    of: Any


@dataclass
class Reading:
    """A file read as a screen reader does: `pieces`, the text of each piece of content by page and number."""

    pdf: Any
    pieces: dict[tuple[int, int], str] = field(default_factory=dict)
    loose: list[str] = field(default_factory=list)
    elements: list[Element] = field(default_factory=list)
    told: list[tuple[tuple[int, int], Element]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.pages = {page.obj.objgen: n for n, page in enumerate(self.pdf.pages)}
        for n in range(len(self.pdf.pages)):
            self._page(n)
        root = self.pdf.Root.get("/StructTreeRoot")
        if root is not None:
            for kid in _listed(root.K):
                self._element(kid, (), "", None)

    def _page(self, n: int) -> None:
        open_: list[_Mark] = []
        meanings = {name: _meaning(font) for name, font in self.pdf.pages[n].Resources.Font.items()}
        meaning: dict[int, str] = {}
        for one in pikepdf.parse_content_stream(self.pdf.pages[n]):
            operands: Any = one.operands
            said = str(one.operator)
            if said in {"BDC", "BMC"}:
                open_.append(_mark(operands))
                if open_[-1].mcid is not None:
                    self.pieces.setdefault((n, open_[-1].mcid), "")
                elif open_[-1].actual is not None:
                    self._drawn(n, "Tj", open_, open_[-1].actual)
            elif said == "EMC":
                open_.pop()
            elif said == "Tf":
                meaning = meanings.get(str(operands[0]), {})
            elif said in SHOWING | PAINTING:
                spoken = any(mark.actual is not None for mark in open_)
                self._drawn(n, said, open_, "" if spoken else _words(operands, meaning))
        if open_:
            self.loose.append(f"page {n + 1}: {open_[-1].tag} is never closed")

    def _drawn(self, n: int, said: str, open_: list[_Mark], words: str) -> None:
        tags = [mark.mcid for mark in open_ if mark.mcid is not None]
        artifact = any(mark.tag == "/Artifact" for mark in open_)
        if artifact == bool(tags) or len(tags) > 1:
            where = "both a tag and an artifact" if artifact else "no tag, or in several"
            self.loose.append(f"page {n + 1}: {said} in {where}")
        elif tags and said in SHOWING:
            self.pieces[n, tags[0]] += words

    def heard(self) -> list[tuple[str, str, str]]:
        """What a screen reader says, in its order: the kind of each piece, its language, its words."""
        return [
            (one.path[-1], one.lang, str(one.of.get("/Alt", self.pieces.get(place, ""))))
            for place, one in self.told
        ]

    def _element(self, of: Any, path: tuple[str, ...], lang: str, page: Any) -> None:
        here = Element((*path, str(of.S)[1:]), str(of.get("/Lang", lang)), of)
        self.elements.append(here)
        page = of.get("/Pg", page)
        for kid in _listed(of.get("/K", pikepdf.Array())):
            if isinstance(kid, int):
                self.told.append(((self.pages[page.objgen], kid), here))
            elif kid.get("/Type") == pikepdf.Name.MCR:
                self.told.append(((self.pages[kid.get("/Pg", page).objgen], int(kid.MCID)), here))
            elif not _is_objr(kid):
                self._element(kid, here.path, here.lang, page)


def findings(path: Path, **options: Any) -> list[str]:
    """What is wrong with the file at `path`."""
    with pikepdf.open(path, **options) as pdf:
        return found_in(pdf)


def found_in(pdf: pikepdf.Pdf) -> list[str]:
    """What is wrong with an open file."""
    reading = Reading(pdf)
    rules = (_catalog, _loose, _places, _headings, _kinds, _languages, _texts, _lists, _annotations)
    return [fault for rule in rules for fault in rule(reading)]


def _catalog(reading: Reading) -> Iterator[str]:
    root = reading.pdf.Root
    if not root.get("/MarkInfo", {}).get("/Marked", False):
        yield "the file does not say that it is tagged"
    if not _LANG.fullmatch(str(root.get("/Lang", ""))):
        yield "the file has no language"
    if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False):
        yield "the window does not show the title"
    metadata = root.Metadata.read_bytes().decode() if "/Metadata" in root else ""
    if not re.search(r"<pdfuaid:part>1</pdfuaid:part>", metadata):
        yield "the file does not claim PDF/UA-1"
    if not re.search(r"<dc:title><rdf:Alt><rdf:li [^>]*>[^<]+<", metadata):
        yield "the metadata have no title"


def _loose(reading: Reading) -> Iterator[str]:
    yield from reading.loose


def _places(reading: Reading) -> Iterator[str]:
    """Every piece is told once, and the parent tree leads from it to the element that tells it."""
    told = Counter(place for place, _ in reading.told)
    for place in sorted(set(reading.pieces) ^ set(told)):
        yield f"piece {place} is in the {'pages' if place in reading.pieces else 'tree'} alone"
    for place, times in told.items():
        if times > 1:
            yield f"piece {place} is told {times} times"
    parents = _parents(reading)
    keys = [int(page.obj.get("/StructParents", -1)) for page in reading.pdf.pages]
    for (page, mcid), element in reading.told:
        row = parents.get(keys[page])
        if row is None or mcid >= len(row) or row[mcid].objgen != element.of.objgen:
            yield f"the parent tree does not lead from piece {page, mcid} to its {element.path[-1]}"


def _headings(reading: Reading) -> Iterator[str]:
    levels = [int(one.path[-1][1]) for one in reading.elements if re.fullmatch("H[1-6]", one.path[-1])]
    if levels[:1] != [1]:
        yield f"the first heading is {levels[:1] or 'none'}, not H1"
    for before, level in pairwise(levels):
        if level > before + 1:
            yield f"H{before} is followed by H{level}"


def _kinds(reading: Reading) -> Iterator[str]:
    for one in reading.elements:
        *outer, kind = one.path
        if kind not in STANDARD:
            yield f"{kind} is no standard type"
        if kind in INSIDE and (not outer or outer[-1] not in INSIDE[kind]):
            yield f"{kind} stands in {outer[-1:]}"
        if kind == "L" and any(str(kid.S) != "/LI" for kid in _listed(one.of.K)):
            yield "a list holds what is no entry"
        if kind == "Link" and not any(map(_is_objr, _listed(one.of.K))):
            yield "a Link can't be pressed"
        if kind in {"Figure", "Formula"} and not str(one.of.get("/Alt", "")):
            yield f"a {kind} has no alternate text"
        if kind == "Figure" and "/BBox" not in one.of.get("/A", {}):
            yield "a Figure does not say where it stands"
        if "/K" not in one.of or not len(_listed(one.of.K)):
            yield f"a {kind} is empty"


def _languages(reading: Reading) -> Iterator[str]:
    for place, one in reading.told:
        if not _LANG.fullmatch(one.lang):
            yield f"piece {place} has no language"


def _texts(reading: Reading) -> Iterator[str]:
    for place, shown in reading.pieces.items():
        if not shown:
            yield f"piece {place} shows no text"


def _lists(reading: Reading) -> Iterator[str]:
    """A list with labels says how they go on."""
    for one in reading.elements:
        if one.path[-1] == "Lbl" and len(one.path) > 2:
            attributes = one.of.P.P.get("/A", {})
            if str(attributes.get("/ListNumbering", "/None")) == "/None":
                yield "a list with labels has no numbering"


def _annotations(reading: Reading) -> Iterator[str]:
    linked = {
        kid.Obj.objgen: one.of for one in reading.elements for kid in _listed(one.of.K) if _is_objr(kid)
    }
    parents = _parents(reading)
    for n, page in enumerate(reading.pdf.pages, start=1):
        for one in page.obj.get("/Annots", ()):
            element = linked.get(one.objgen)
            if element is None:
                yield f"page {n}: an annotation is not in the tree"
            elif parents.get(int(one.get("/StructParent", -1)), element.P).objgen != element.objgen:
                yield f"page {n}: the parent tree does not lead from an annotation to its element"
            if not str(one.get("/Contents", "")):
                yield f"page {n}: an annotation has no contents"
            if int(one.get("/F", 0)) != _PRINTED:
                yield f"page {n}: an annotation is not there on paper"
            yield from _link(one, page, reading)
        if str(page.obj.get("/Tabs", "")) != "/S":
            yield f"page {n}: the order of its tabs is not that of the tree"


def _link(one: Any, page: Any, reading: Reading) -> Iterator[str]:
    """A link can be pressed on its page, and leads to a place of this file."""
    n = reading.pages[page.obj.objgen] + 1
    left, foot, right, top = map(float, one.Rect)
    wide, high = map(float, list(page.MediaBox)[2:])
    if not (0 <= left < right <= wide and 0 <= foot < top <= high):
        yield f"page {n}: a link can't be pressed"
    to = list(one.get("/Dest", ()))
    if not to or to[0].objgen not in reading.pages or not 0 <= float(to[3]) <= high:
        yield f"page {n}: a link leads nowhere"


def _parents(reading: Reading) -> dict[int, Any]:
    root = reading.pdf.Root.get("/StructTreeRoot")
    numbers = list(root.ParentTree.Nums) if root is not None else []
    return {int(numbers[n]): numbers[n + 1] for n in range(0, len(numbers), 2)}


def _mark(operands: Any) -> _Mark:
    told: Any = operands[1] if len(operands) > 1 and isinstance(operands[1], pikepdf.Dictionary) else {}
    mcid, actual = told.get("/MCID"), told.get("/ActualText")
    return _Mark(
        str(operands[0]), None if mcid is None else int(mcid), None if actual is None else str(actual)
    )


def _meaning(font: Any) -> dict[int, str]:
    """Code to text, as the map of a font says it."""
    pairs = re.findall(rb"<([0-9a-fA-F]{4})>\s*<([0-9a-fA-F]+)>\n", font.ToUnicode.read_bytes())
    return {int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in pairs}


def _words(operands: Any, meaning: dict[int, str]) -> str:
    strings = list(operands[0]) if operands and isinstance(operands[0], pikepdf.Array) else list(operands)
    codes = b"".join(bytes(one) for one in strings if isinstance(one, pikepdf.String))
    return "".join(meaning.get(code, "\ufffd") for (code,) in struct.iter_unpack(">H", codes))


def heard(path: Path, **options: Any) -> list[tuple[str, str, str]]:
    """What a screen reader says of the file at `path`."""
    with pikepdf.open(path, **options) as pdf:
        return Reading(pdf).heard()


def _is_objr(kid: Any) -> bool:
    return not isinstance(kid, int) and kid.get("/Type") == pikepdf.Name.OBJR


def _listed(kids: Any) -> list[Any]:
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]
