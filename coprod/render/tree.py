"""The tree of a document in its PDF: structure elements, what each piece of a page belongs to, and the outline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pikepdf import Array, Dictionary, Name, OutlineItem, String

from coprod.render.tags import Kind, Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pikepdf import Object, Pdf

    from coprod.render.page import Entry
    from coprod.render.tags import Node, Spot


_PRINTED = 4
"""The flag of an annotation that is there on paper, too, which an archive asks of each."""


def add_tree(pdf: Pdf, document: Node, spots: Mapping[str, Spot]) -> None:
    """Put the tree into a file whose pages are marked with its places; links lead to `spots`."""
    _Growing(pdf, spots).grow(document)
    pdf.Root.MarkInfo = Dictionary(Marked=True)


def add_outline(pdf: Pdf, entries: Iterable[Entry]) -> None:
    """Lead to each section from the outline of the file."""
    with pdf.open_outline() as outline:
        outline.root.extend(
            OutlineItem(entry.words, entry.spot.page, "XYZ", left=0, top=round(entry.spot.top, 2))
            for entry in entries
        )


class _Growing:
    """One making of the tree. `parents`: for each page the element of each of its pieces; `links`: theirs, in order."""

    def __init__(self, pdf: Pdf, spots: Mapping[str, Spot]) -> None:
        self._pdf, self._spots = pdf, spots
        self._links: list[Object] = []
        self._pages = [page.obj for page in pdf.pages]
        self._parents: list[dict[int, Object]] = [{} for _ in self._pages]
        self._kinds = {kind: Name(f"/{kind}") for kind in Kind}

    def grow(self, document: Node) -> None:
        root = self._pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        root.K = Array([self._element(document, root)])
        numbers: list[int | Object] = []
        for n, (page, found) in enumerate(zip(self._pages, self._parents, strict=True)):
            page.StructParents = n
            page.Tabs = Name.S
            numbers += [n, self._pdf.make_indirect(Array([found[mcid] for mcid in range(len(found))]))]
        for n, element in enumerate(self._links, start=len(self._pages)):
            numbers += [n, element]
        root.ParentTree = self._pdf.make_indirect(Dictionary(Nums=Array(numbers)))
        root.ParentTreeNextKey = len(self._pages) + len(self._links)
        self._pdf.Root.StructTreeRoot = root

    def _element(self, node: Node, parent: Object) -> Object:
        told: dict[str, Object | int] = {
            "/Type": Name.StructElem,
            "/S": self._kinds[node.kind],
            "/P": parent,
        }
        if node.lang:
            told["/Lang"] = String(node.lang)
        if node.kind is Kind.LIST:
            numbering = Name.Decimal if node.numbered else Name("/None")
            told["/A"] = Dictionary(O=Name.List, ListNumbering=numbering)
        if node.kind is Kind.FIGURE:
            told["/Alt"] = String(node.alt)
        if node.kind is Kind.FIGURE and node.box:
            told["/A"] = Dictionary(O=Name.Layout, BBox=Array([round(edge, 2) for edge in node.box]))
        page = next((kid.page for kid in node.kids if isinstance(kid, Place)), None)
        if page is not None:
            told["/Pg"] = self._pages[page]
        only = node.kids[0] if len(node.kids) == 1 else None
        if isinstance(only, Place) and node.kind is not Kind.LINK:  # as most are: one paragraph on one page
            told["/K"] = only.mcid
            element = self._pdf.make_indirect(Dictionary(told))
            self._parents[only.page][only.mcid] = element
            return element
        element = self._pdf.make_indirect(Dictionary(told))
        kids = [self._kid(kid, page, element) for kid in node.kids]
        if node.kind is Kind.LINK and page is not None:
            kids.append(Dictionary(Type=Name.OBJR, Pg=self._pages[page], Obj=self._link(node, page, element)))
        element.K = Array(kids)
        return element

    def _link(self, node: Node, page: int, element: Object) -> Object:
        """What can be pressed, on its page."""
        spot = self._spots[node.to]
        link = self._pdf.make_indirect(
            Dictionary(
                Type=Name.Annot,
                Subtype=Name.Link,
                Rect=Array([round(edge, 2) for edge in node.box or (0, 0, 0, 0)]),
                Border=Array([0, 0, 0]),
                F=_PRINTED,
                Contents=String(node.alt),
                Dest=Array([self._pages[spot.page], Name.XYZ, 0, round(spot.top, 2), None]),
                StructParent=len(self._pages) + len(self._links),
            )
        )
        self._links.append(element)
        there = self._pages[page].get("/Annots")
        if there is None:
            self._pages[page].Annots = Array([link])
        else:
            there.append(link)
        return link

    def _kid(self, kid: Node | Place, page: int | None, element: Object) -> Object | int:
        if not isinstance(kid, Place):
            return self._element(kid, element)
        self._parents[kid.page][kid.mcid] = element
        if kid.page == page:
            return kid.mcid
        return Dictionary(Type=Name.MCR, Pg=self._pages[kid.page], MCID=kid.mcid)
