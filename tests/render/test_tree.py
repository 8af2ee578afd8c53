"""The minutes as a screen reader tells them, and what the checks of access see where something is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pikepdf
import pytest

from coprod.domain.minutes_doc import Wording
from coprod.i18n import Catalogue
from coprod.render import flow
from coprod.render.minutes_pdf import render_minutes
from coprod.service.printing import Arrangement, Paper, Setting
from tests.render import docs
from tests.render.access import Reading, findings, found_in, heard

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

JA, EN, KO = Catalogue("ja"), Catalogue("en"), Catalogue("ko")
SETTINGS = [
    Setting(),
    Setting(paper=Paper.A4),
    Setting(Arrangement.STACKED),
    Setting(Arrangement.STACKED, Paper.A4_LANDSCAPE),
    Setting(large=True),
]


def named(setting: Setting) -> str:
    return "-".join([setting.arrangement, setting.paper or "paper", "large" if setting.large else "usual"])


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "m.pdf"


def elements(path: Path) -> list[tuple[str, ...]]:
    with pikepdf.open(path) as pdf:
        return [one.path for one in Reading(pdf).elements]


@pytest.mark.parametrize("setting", SETTINGS, ids=named)
@pytest.mark.parametrize(
    "pair", [(JA, EN), (EN, JA), (KO, EN), (JA,)], ids=lambda p: "-".join(o.lang for o in p)
)
def test_nothing_is_wrong_in_any_arrangement(
    path: Path, pair: tuple[Catalogue, ...], setting: Setting
) -> None:
    render_minutes(docs.minutes(flow=docs.flow()), pair, path, setting)
    assert findings(path) == []


@pytest.mark.parametrize("setting", SETTINGS, ids=named)
def test_it_is_told_row_by_row_the_first_language_before_the_second(path: Path, setting: Setting) -> None:
    render_minutes(docs.minutes(), (JA, EN), path, setting)
    said = [(lang, text.strip()) for _, lang, text in heard(path)]
    begin = said.index(("ja", "みんなで話す"))
    assert said[begin : begin + 8] == [
        ("ja", "みんなで話す"),
        ("en", "Roundtable"),
        ("ja", "休みたいと言えたのは、どんなときでしたか？"),
        ("en", "When were you able to say that you needed a day off?"),
        ("ja", "専門職"),
        ("en", "Professionals"),
        ("ja", "人が足りない日に「大丈夫です」と言いながら、顔がこわばっていたと思います。"),
        ("en", "On short-staffed days I said “That’s fine,” and I think my face said something else."),
    ]


@pytest.mark.parametrize("setting", SETTINGS, ids=named)
def test_the_title_comes_first_then_sections_and_standpoints_below_them(path: Path, setting: Setting) -> None:
    render_minutes(docs.minutes(), (JA, EN), path, setting)
    kinds = [one[-1] for one in elements(path) if one[-1] in {"H1", "H2", "H3"}]
    assert kinds[0] == "H1"
    assert kinds.count("H1") == 1
    assert kinds.count("H2") == 11
    assert kinds.count("H3") == 5
    said = [text.strip() for _, _, text in heard(path)]
    begin = said.index("4")
    assert said[:2] == ["議事録", "Minutes"]  # which minutes they are, and of which series
    assert said[begin : begin + 3] == [
        "4", "休む日を、言い出しやすくするには", "What makes it easier to say we need a day off",
    ]  # fmt: skip


@pytest.mark.parametrize("setting", SETTINGS, ids=named)
def test_guidelines_decisions_actions_counts_and_pauses_are_lists(path: Path, setting: Setting) -> None:
    render_minutes(docs.minutes(), (JA, EN), path, setting)
    found = elements(path)
    assert sum(one[-1] == "L" for one in found) == 6  # counts in each language
    labels = [text for kind, _, text in heard(path) if kind in {"Lbl", "Link"}]
    assert labels == ["1", "2", "3", "D4-1", "D4-2", "A4-1", "A4-2"]
    counts = [text for kind, _, text in heard(path) if kind == "LBody"][:6]
    assert counts == [
        "両方、言わない 3", "専門職 4", "ピア 5", "Both, not said 3", "Professionals 4", "Peers 5",
    ]  # fmt: skip
    assert ("Document", "Sect", "L", "LI", "LBody", "P") in found


@pytest.mark.parametrize("setting", SETTINGS, ids=named)
def test_the_flow_is_one_figure_that_is_told_in_words_before_its_text(path: Path, setting: Setting) -> None:
    doc = docs.minutes(flow=docs.flow())
    render_minutes(doc, (EN, JA), path, setting)
    said = [(kind, lang, text.strip()) for kind, lang, text in heard(path)]
    (place,) = [n for n, one in enumerate(said) if one[0] == "Figure"]
    assert said[place][1:] == ("en", flow.spoken(docs.flow(), EN))
    assert "The flow of the meeting" in {text for _, _, text in said[place - 2 : place]}
    assert said[place + 1][:2] == ("P", "en")
    assert said[place + 1][2].startswith("1\u00a0Welcome")
    with pikepdf.open(path) as pdf:
        (figure,) = [one for one in Reading(pdf).elements if one.path[-1] == "Figure"]
        left, bottom, right, top = (float(edge) for edge in figure.of.A.BBox)
        assert 0 < left < right < float(pdf.pages[0].MediaBox[2])
        assert 0 < bottom < top < float(pdf.pages[0].MediaBox[3])


def test_an_original_in_the_place_of_a_translation_keeps_its_language(path: Path) -> None:
    render_minutes(docs.talk([Wording({"en": "Only this."}, "en")]), (JA, EN), path)
    said = heard(path)
    at = said.index(("P", "en", "Only this."))
    assert said[at + 1] == ("Span", "ja", " （原文：英語）")
    render_minutes(docs.talk([Wording({"fr": "Seulement."}, "fr")]), (JA, Catalogue("fr")), path)
    assert heard(path).count(("P", "fr", "Seulement.")) == 2


def test_a_label_of_the_margin_is_told_once_and_is_an_artifact_on_later_pages(path: Path) -> None:
    notes = [docs.both(f"{n}番目の発言です。", f"Contribution {n}.") for n in range(20)]
    render_minutes(docs.talk([*notes, *notes, *notes]), (JA, EN), path)
    peers = [text for kind, _, text in heard(path) if kind == "H3" and text == "ピア"]
    assert len(peers) == 3  # the question, and two turns that go on over pages
    with pikepdf.open(path) as pdf:
        assert any(
            b"/Artifact <</Type /Pagination>> BDC" in page.Contents.read_bytes().replace(b"<< /", b"<</")
            for page in pdf.pages
        )


def test_a_long_note_is_one_paragraph_over_its_pages(path: Path) -> None:
    long = "".join(f"{n}番目の文です。" for n in range(900))
    render_minutes(docs.talk([docs.both(long, "Short.")]), (JA, EN), path)
    assert findings(path) == []
    with pikepdf.open(path) as pdf:
        reading = Reading(pdf)
        pieces = [place for place, one in reading.told if "番目の文" in reading.pieces[place]]
        assert len({page for page, _ in pieces}) == len(pieces) > 2
        owners = {one.of.objgen for place, one in reading.told if place in pieces}
        assert len(owners) == 1
        assert "".join(reading.pieces[place] for place in pieces) == long


@pytest.mark.parametrize("feed", ["\n", "\r\n", "\u2028", "\n\n", " \n"])
def test_words_on_both_sides_of_a_line_feed_are_not_joined(path: Path, feed: str) -> None:
    long = "which goes on for more than one line of the column, " * 3
    render_minutes(docs.talk([docs.both(f"前{feed}後", f"{long}before{feed}after")]), (JA, EN), path)
    said = [text for _, _, text in heard(path)]
    assert f"{long}before after" in said
    assert any(text.startswith("前") and text.split() == ["前", "後"] for text in said)


@pytest.mark.parametrize("languages", [(JA, EN), (EN, JA), (KO, EN)])
def test_the_outline_leads_to_each_section_in_the_first_language(
    path: Path, languages: tuple[Catalogue, ...]
) -> None:
    render_minutes(docs.minutes(), languages, path)
    with pikepdf.open(path) as pdf, pdf.open_outline() as outline:
        words = [str(item.title) for item in outline.root]
        assert len(words) == 11
        first = languages[0]
        assert words[0] == first.say("Guidelines of this day")
        assert words[2] == ("みんなで話す" if first is not EN else "Roundtable")
        assert words[-1] == first.say("Next time")
        pages = {page.obj.objgen for page in pdf.pages}
        targets: list[Any] = [item.destination for item in outline.root]
        tops = [(target[0].objgen, float(target[3])) for target in targets]
        assert all(page in pages for page, _ in tops)
        height = float(pdf.pages[0].MediaBox[3])
        assert all(0 < top < height for _, top in tops)


# ---- each rule can fail


def _retype(pdf: pikepdf.Pdf, old: str, new: str) -> None:
    for one in pdf.objects:
        if isinstance(one, pikepdf.Dictionary) and one.get("/S") == pikepdf.Name(old) and "/P" in one:
            one.S = pikepdf.Name(new)


def _untag_a_piece(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[0]
    page.Contents = pdf.make_stream(page.Contents.read_bytes().replace(b"/P <</MCID 0>> BDC", b"/P BMC"))


def _draw_without_a_mark(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[0]
    page.Contents = pdf.make_stream(page.Contents.read_bytes() + b" BT <0001> Tj ET 0 0 m 9 9 l S")


def _tag_inside_of_an_artifact(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[0]
    page.Contents = pdf.make_stream(b"/Artifact BMC " + page.Contents.read_bytes() + b" EMC")


def _drop_languages(pdf: pikepdf.Pdf) -> None:
    for one in pdf.objects:
        if isinstance(one, pikepdf.Dictionary) and "/S" in one and "/Lang" in one:
            del one["/Lang"]


def _add_a_link(pdf: pikepdf.Pdf) -> None:
    link = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 9, 9])
    pdf.pages[0].obj.Annots = pikepdf.Array([pdf.make_indirect(link)])


def _drop(key: str) -> Callable[[pikepdf.Pdf], None]:
    def drop(pdf: pikepdf.Pdf) -> None:
        del pdf.Root[key]

    return drop


def _mix_up_parents(pdf: pikepdf.Pdf) -> None:
    numbers: Any = pdf.Root.StructTreeRoot.ParentTree.Nums
    numbers[1] = pikepdf.Array(list(reversed(list(numbers[1]))))


def _change_link(**changes: Any) -> Callable[[pikepdf.Pdf], None]:
    def change(pdf: pikepdf.Pdf) -> None:
        (link, *_) = next(page.obj.Annots for page in pdf.pages if "/Annots" in page.obj)
        for key, value in changes.items():
            link[f"/{key}"] = value

    return change


def _unlink(pdf: pikepdf.Pdf) -> None:
    for one in Reading(pdf).elements:
        if one.path[-1] == "Link":
            one.of.K = one.of.K[0]


BROKEN = {
    "can't be pressed": _unlink,
    "a link can't be pressed": _change_link(Rect=pikepdf.Array([10, 10, 10, 10])),
    "leads nowhere": _change_link(Dest=pikepdf.Array([])),
    "not there on paper": _change_link(F=0),
    "no contents": _change_link(Contents=pikepdf.String("")),
    "from an annotation": _change_link(StructParent=0),
    "first heading": lambda pdf: _retype(pdf, "/H1", "/H2"),
    "is followed by": lambda pdf: _retype(pdf, "/H2", "/H4"),
    "no standard type": lambda pdf: _retype(pdf, "/P", "/Contribution"),
    "no alternate text": lambda pdf: _retype(pdf, "/P", "/Figure"),
    "where it stands": lambda pdf: _retype(pdf, "/P", "/Figure"),
    "a list holds": lambda pdf: _retype(pdf, "/LI", "/P"),
    "stands in": lambda pdf: _retype(pdf, "/L", "/Div"),
    "in the tree alone": _untag_a_piece,
    "no tag": _draw_without_a_mark,
    "both a tag and an artifact": _tag_inside_of_an_artifact,
    "has no language": _drop_languages,
    "annotation is not in the tree": _add_a_link,
    "parent tree": _mix_up_parents,
    "in the pages alone": _drop("/StructTreeRoot"),
    "tagged": _drop("/MarkInfo"),
    "file has no language": _drop("/Lang"),
    "PDF/UA-1": _drop("/Metadata"),
    "the title": _drop("/ViewerPreferences"),
}


@pytest.mark.parametrize("fault", BROKEN)
def test_the_checks_see_what_is_wrong(path: Path, fault: str) -> None:
    render_minutes(docs.minutes(), (JA, EN), path)
    with pikepdf.open(path) as pdf:
        assert found_in(pdf) == []
        BROKEN[fault](pdf)
        assert any(fault in found for found in found_in(pdf))


@pytest.mark.parametrize("setting", [Setting(), Setting(Arrangement.STACKED), Setting(large=True)])
def test_which_minutes_they_are_and_how_far_is_heard_once(path: Path, setting: Setting) -> None:
    render_minutes(docs.minutes(), (JA, EN), path, setting)
    said = [text.strip() for _, _, text in heard(path)]
    assert said.count("議事録") == said.count("Minutes") == 1
    drafts = sum("A draft, not issued yet." in text for text in said)
    assert drafts == (
        2 if setting.large else 1
    )  # where the foot is short, it stands among the others at the end too
    assert sum("Printed copies cannot be called back." in text for text in said) == 1
    with pikepdf.open(path) as pdf:
        assert found_in(pdf) == []
