"""The tree that grows while pages are drawn: its order, its languages, and the marks that it leaves in the content."""

from __future__ import annotations

from coprod.render.paired import Row, inside
from coprod.render.tags import Artifact, Kind, Node, Place, Tagger, entry


def tagger() -> tuple[Tagger, list[str]]:
    written: list[str] = []
    return Tagger(written.append), written


def shape(node: Node) -> object:
    """A node as its kind, its language, and what is in it."""
    kids = [shape(kid) if isinstance(kid, Node) else kid.mcid for kid in node.kids]
    return (f"{node.kind}:{node.lang}" if node.lang else str(node.kind), kids)


def test_words_of_one_node_are_one_piece_until_something_else_is_drawn() -> None:
    tags, written = tagger()
    node = Node(Kind.PARAGRAPH)
    tags.show(node, "ja")
    tags.show(node, "ja")
    tags.artifact(Artifact.LOOK)
    tags.artifact(Artifact.LOOK)
    tags.show(node, "ja")
    tags.close()
    tags.close()
    assert written == ["/P <</MCID 0>> BDC", "EMC", Artifact.LOOK, "EMC", "/P <</MCID 1>> BDC", "EMC"]
    assert shape(tags.root) == ("Document", [("P:ja", [0, 1])])


def test_words_of_another_language_are_a_span_of_their_own_which_goes_on() -> None:
    tags, written = tagger()
    node = Node(Kind.PARAGRAPH)
    tags.show(node, "en")
    tags.show(node, "ja")
    tags.artifact(Artifact.LOOK)
    tags.show(node, "ja")
    tags.show(node, "en")
    tags.show(node, "ja")
    assert shape(tags.root) == ("Document", [("P:en", [0, ("Span:ja", [1, 2]), 3, ("Span:ja", [4])])])
    assert "/Span <</MCID 1>> BDC" in written


def test_nodes_take_their_places_in_the_order_of_drawing_and_only_with_words() -> None:
    tags, _ = tagger()
    section = Node(Kind.SECTION)
    unused = Node(Kind.PARAGRAPH, section)
    second, first = Node(Kind.PARAGRAPH, section), Node(Kind.PARAGRAPH, section)
    tags.show(first, "en")
    tags.show(second, "en")
    assert section.kids == [first, second]
    assert not unused.placed


def test_each_page_counts_its_pieces_anew_and_leaves_none_open() -> None:
    tags, written = tagger()
    node = Node(Kind.PARAGRAPH)
    tags.show(node, "en")
    tags.turn()
    tags.show(node, "en")
    tags.turn()
    assert node.kids == [Place(0, 0), Place(1, 0)]
    assert written.count("EMC") == written.count("/P <</MCID 0>> BDC") == 2


def test_rows_are_put_inside_of_more_and_more_whatever_they_share() -> None:
    """An entry of two rows, in a list, in a section: each is put in once, and none in itself."""
    body = entry()
    rows = [Row([[()]], 10, inside=body), Row([[()]], 10, inside=body), Row([[()]], 10)]
    listed, section = Node(Kind.LIST), Node(Kind.SECTION)
    label = Node(Kind.LABEL, body.parent)
    rows[0].labelling = label
    done = list(inside(section, inside(listed, iter(rows))))
    assert done == rows
    for row in rows[:2]:
        assert chain(row.inside) == ["LBody", "LI", "L", "Sect"]
    assert chain(rows[2].inside) == ["L", "Sect"]
    assert chain(label) == ["Lbl", "LI", "L", "Sect"]


def chain(node: Node | None) -> list[str]:
    found = []
    while node is not None:
        found.append(str(node.kind))
        node = node.parent
    return found


def test_the_pieces_of_a_row_are_its_cells_side_by_side_or_one_below_the_other() -> None:
    a, b = [()] * 3, [()] * 2
    beside, stacked = Row([a, b], 10), Row([a, b], 10, stacked=True)
    assert (beside.length, stacked.length) == (3, 5)
    assert [(n, len(lines), above) for n, lines, above in beside.pieces(1, 3)] == [(0, 2, 0), (1, 1, 0)]
    assert [(n, len(lines), above) for n, lines, above in stacked.pieces(0, 5)] == [(0, 3, 0), (1, 2, 3)]
    assert [(n, len(lines), above) for n, lines, above in stacked.pieces(2, 4)] == [(0, 1, 0), (1, 1, 1)]
    assert [(n, len(lines), above) for n, lines, above in stacked.pieces(3, 5)] == [(1, 2, 0)]
    assert stacked.node(1) is stacked.node(1) is not stacked.node(0)
