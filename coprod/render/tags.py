"""What stands on the pages, as the tree that a screen reader goes through: it grows while they are drawn.

Rows say where they belong; what is drawn outside of the tree is an artifact. A node takes its place below its parent
with the first words that are drawn in it, so that the order of the tree is that of the drawing, and no node is empty.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable


class Kind(StrEnum):
    """The standard structure types of PDF 1.7 that minutes are made of."""

    DOCUMENT = "Document"
    SECTION = "Sect"
    GROUP = "Div"
    TITLE = "H1"
    HEADING = "H2"
    STANDPOINT = "H3"
    PARAGRAPH = "P"
    SPAN = "Span"
    FIGURE = "Figure"
    LINK = "Link"
    LIST = "L"
    ENTRY = "LI"
    LABEL = "Lbl"
    BODY = "LBody"


class Artifact(StrEnum):
    """What is no part of the text, and why it is there."""

    HEAD = "/Artifact <</Type /Pagination /Subtype /Header>> BDC"
    FOOT = "/Artifact <</Type /Pagination /Subtype /Footer>> BDC"
    AGAIN = "/Artifact <</Type /Pagination>> BDC"
    LOOK = "/Artifact <</Type /Layout>> BDC"


class Place(NamedTuple):
    """A piece of a page's content: the page, from 0, and the number of the piece there."""

    page: int
    mcid: int


Box: TypeAlias = tuple[float, float, float, float]
"""Left, foot, right and top on a page, in points from its lower left corner."""


class Spot(NamedTuple):
    """A place that something leads to: the page, from 0, and how high there, from the foot."""

    page: int
    top: float


@dataclass(eq=False, slots=True)
class Node:
    """An element. `parent` None: the document itself. `lang` comes with the first words, where it is not told before.

    `numbered`: a list whose entries are told by their numbers. `alt`: what is said of a figure or a link; `box`: where
    it stands; `to`: of a link, the place that it leads to.
    """

    kind: Kind
    parent: Node | None = None
    lang: str = ""
    numbered: bool = False
    alt: str = ""
    box: Box | None = None
    to: str = ""
    kids: list[Node | Place] = field(default_factory=list)
    placed: bool = False

    def within(self, outer: Node) -> Node:
        """The same node, with `outer` around all that is around it."""
        top = self
        while top is not outer and top.parent is not None:
            top = top.parent
        if top is not outer:
            top.parent = outer
        return self


def entry(outer: Node | None = None, kind: Kind = Kind.BODY) -> Node:
    """What is inside of a new entry of a list."""
    return Node(kind, Node(Kind.ENTRY, outer))


class Tagger:
    """Writes the marks into the content of the pages, and keeps the tree that they make."""

    def __init__(self, write: Callable[[str], None]) -> None:
        self.root = Node(Kind.DOCUMENT, placed=True)
        self._write = write
        self._page, self._mcid = 0, 0
        self._open: Node | Artifact | None = None

    def show(self, node: Node, lang: str) -> None:
        """What is drawn next are words of `node`; in a node of another language they are a span of their own."""
        node.lang = node.lang or lang
        if lang != node.lang:
            last = node.kids[-1] if node.kids else None
            same = isinstance(last, Node) and last.kind is Kind.SPAN and last.lang == lang
            node = last if same and isinstance(last, Node) else Node(Kind.SPAN, node, lang)
        if self._open is node:
            return
        self.close()
        self._place(node)
        node.kids.append(Place(self._page, self._mcid))
        self._write(f"/{node.kind} <</MCID {self._mcid}>> BDC")
        self._mcid += 1
        self._open = node

    def artifact(self, why: Artifact) -> None:
        """What is drawn next is no part of the text."""
        if self._open is not why:
            self.close()
            self._write(why)
            self._open = why

    def close(self) -> None:
        """End what is open."""
        if self._open is not None:
            self._write("EMC")
            self._open = None

    def turn(self) -> None:
        """End the page."""
        self.close()
        self._page, self._mcid = self._page + 1, 0

    def _place(self, node: Node) -> None:
        if node.placed:
            return
        outer = node.parent or self.root
        self._place(outer)
        outer.kids.append(node)
        node.placed = True
