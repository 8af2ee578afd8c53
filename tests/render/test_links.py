"""Each number of a decision or an action leads to where it was said: to be pressed, and told by a screen reader."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pikepdf
import pytest

from coprod.domain.minutes_doc import Cell, ItemMinutes, MinutesDoc, Numbered, Voices
from coprod.domain.terms import ItemKind
from coprod.i18n import Catalogue
from coprod.render.minutes_pdf import pages_to_see, render_minutes
from coprod.service.printing import Arrangement, Paper, Setting
from tests.render import docs
from tests.render.access import findings, heard

if TYPE_CHECKING:
    from pathlib import Path

JA, EN = Catalogue("ja"), Catalogue("en")
SETTINGS = [
    Setting(),
    Setting(Arrangement.STACKED),
    Setting(paper=Paper.A4),
    Setting(large=True),
    Setting(password="correct horse"),
]


def links(path: Path, password: str = "") -> list[Any]:
    """Each link: its page, its box, the page and the height that it leads to, and what is said of it."""
    with pikepdf.open(path, password=password) as pdf:
        pages = {page.obj.objgen: n for n, page in enumerate(pdf.pages)}
        return [
            (
                n,
                [float(edge) for edge in one.Rect],
                pages[one.Dest[0].objgen],
                float(one.Dest[3]),
                str(one.Contents),
            )
            for n, page in enumerate(pdf.pages)
            for one in page.obj.get("/Annots", ())
        ]


def outlined(path: Path, title: str, password: str) -> tuple[int, float]:
    """Where the outline leads for a heading."""
    with pikepdf.open(path, password=password) as pdf, pdf.open_outline() as outline:
        pages = {page.obj.objgen: n for n, page in enumerate(pdf.pages)}
        (to,) = (one.destination for one in outline.root if title in str(one.title))
        assert isinstance(to, pikepdf.Array)
        return pages[to[0].objgen], float(to[3])


@pytest.mark.parametrize("setting", SETTINGS)
def test_it_leads_to_the_heading_of_its_item(tmp_path: Path, setting: Setting) -> None:
    path = tmp_path / "m.pdf"
    render_minutes(docs.minutes(), (JA, EN), path, setting)
    there = outlined(path, "みんなで話す", setting.password)
    found = links(path, setting.password)
    assert [(page, top) for _, _, page, top, _ in found] == [there] * 3
    assert {told for *_, told in found} == {"話されたところ：みんなで話す"}
    for _, (left, low, right, top), *_ in found:
        assert 12 < right - left < 60
        assert 10 < top - low < 32
    assert findings(path, password=setting.password) == []


def test_a_screen_reader_tells_the_number_as_a_link_once(tmp_path: Path) -> None:
    path = tmp_path / "m.pdf"
    render_minutes(docs.minutes(), (EN, JA), path)
    said = [(kind, text) for kind, _, text in heard(path) if text in {"D4-1", "D4-2", "A4-1", "A4-2"}]
    assert said == [("Link", "D4-1"), ("Link", "D4-2"), ("Link", "A4-1"), ("Lbl", "A4-2")]


def test_what_was_said_in_an_item_that_is_not_there_has_no_link(tmp_path: Path) -> None:
    path = tmp_path / "m.pdf"
    gone = Numbered("D1", docs.line(docs.both("文", "Words."), Cell.BOTH), "elsewhere")
    render_minutes(docs.minutes(decisions=(gone,), actions=()), (JA,), path)
    assert links(path) == []


def test_each_leads_to_its_own_item_over_many_pages(tmp_path: Path) -> None:
    path = tmp_path / "m.pdf"
    lines = tuple(docs.line(docs.both(f"言葉 {n}", f"Words {n}")) for n in range(60))
    items = tuple(
        ItemMinutes(
            ItemKind.ROUNDTABLE,
            docs.both(f"話し合い {n}", f"Talk {n}"),
            (),
            (Voices(Cell.PEERS, lines),),
            (),
            f"i{n}",
        )
        for n in range(4)
    )
    decided = tuple(
        Numbered(f"D{n}", docs.line(docs.both("決定", "Decided."), Cell.BOTH), f"i{n}") for n in range(4)
    )
    doc: MinutesDoc = docs.minutes(items=items, decisions=decided, actions=())
    render_minutes(doc, (EN,), path)
    for n, (_, _, page, top, told) in enumerate(links(path)):
        assert (page, top) == outlined(path, f"Talk {n}", "")
        assert told == f"Where this was said: Talk {n}"
    assert len({page for _, _, page, *_ in links(path)}) == 4


def test_pages_to_be_looked_at_need_none(tmp_path: Path) -> None:
    path = tmp_path / "m.pdf"
    path.write_bytes(pages_to_see(docs.minutes(), (JA, EN)))
    assert links(path) == []
