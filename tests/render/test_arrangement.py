"""One under the other, in large print, easy to read: which page is taken, what stands where, and how large it is."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pikepdf
import pytest

from coprod.domain.minutes_doc import Standing, Wording
from coprod.domain.terms import Edition, TranslationState
from coprod.i18n import Catalogue
from coprod.render import naming
from coprod.render.compose import Composer
from coprod.render.layout import layout_of
from coprod.render.minutes_pdf import layout_for, render_minutes
from coprod.render.text import INK, Segment
from coprod.service.printing import Arrangement, Paper, Setting
from tests.render import docs, pdf, rows
from tests.render.access import heard

if TYPE_CHECKING:
    from pathlib import Path

JA, EN, KO = Catalogue("ja"), Catalogue("en"), Catalogue("ko")
STACKED = Setting(Arrangement.STACKED)
LARGE = Setting(large=True)


def sized(path: Path) -> set[float]:
    """The sizes of all type, that of heads and feet too."""
    with pikepdf.open(path) as opened:
        return {
            float(str(one.operands[1]))
            for page in opened.pages
            for one in pikepdf.parse_content_stream(page)
            if str(one.operator) == "Tf"
            and str(one.operands[1]) != "12"  # which reportlab opens each page with
        }


@pytest.mark.parametrize(
    ("languages", "setting", "landscape", "stacked"),
    [
        (2, Setting(), True, False),
        (1, Setting(), False, False),
        (2, STACKED, False, True),
        (1, STACKED, False, False),
        (2, LARGE, False, True),
        (1, LARGE, False, False),
        (2, Setting(Arrangement.STACKED, Paper.A4_LANDSCAPE), True, True),
        (2, Setting(paper=Paper.A4), False, False),
    ],
)
def test_stacked_and_large_stand_upright_where_nothing_else_is_chosen(
    languages: int, setting: Setting, landscape: bool, stacked: bool
) -> None:
    layout = layout_for(docs.minutes(), languages, setting)
    assert (layout.width > layout.height) == landscape
    assert layout.stacked == stacked
    assert len(layout.columns) == languages
    assert (len(set(layout.columns)) == 1) == (stacked or languages == 1)


@pytest.mark.parametrize("pair", [(JA, EN), (EN, JA), (KO, EN)])
def test_the_second_language_stands_under_the_first(tmp_path: Path, pair: tuple[Catalogue, ...]) -> None:
    path = tmp_path / "m.pdf"
    notes = [Wording({"ja": f"@{n}番目。", "en": f"@{n} note.", "ko": f"@{n} 번째."}) for n in range(40)]
    render_minutes(docs.talk(notes), pair, path, STACKED)
    layout = layout_of(Paper.A4, 2, stacked=True)
    found = []
    for page in pdf.words(path):
        inside = pdf.in_column(page, layout, 0)
        tops = [word.baseline for word in inside if word.text.startswith("@")]
        assert tops == sorted(tops)
        found += [word.text for word in inside if word.text.startswith("@")]
    assert [re.sub(r"\D", "", one) for one in found] == [str(n) for n in range(40) for _ in (0, 1)]
    assert len(set(found[0::2]) & set(found[1::2])) == 0 or KO in pair


def test_both_languages_are_in_the_same_ink_and_heads_of_the_second_are_lighter() -> None:
    layout = layout_of(Paper.A4, 2, stacked=True)
    compose = Composer(rows.TYPESETTER, layout, (JA, EN), {})
    row = compose.wordings(docs.both("ことば", "Words"))
    first, second = (cell[0][0] for cell in row.cells)
    assert isinstance(first, Segment)
    assert isinstance(second, Segment)
    assert (first.colour, second.colour) == (INK, INK)
    assert first.x == second.x
    head = compose.section("Decisions")
    assert len(head.cells) == 1
    assert rows.words(head.cells[0]) == "決定事項|Decisions"
    bold, light = (piece for piece in head.cells[0][0] if isinstance(piece, Segment))
    assert bold.typeface is not light.typeface
    assert bold.colour == light.colour
    long = compose.heading(lambda one, style: compose.words(docs.both("題" * 25, "title " * 9), one, style))
    assert len(long.cells) == 2


def test_numbers_stand_once_where_the_languages_are_stacked(tmp_path: Path) -> None:
    path = tmp_path / "m.pdf"
    render_minutes(docs.minutes(), (JA, EN), path, STACKED)
    found = pdf.text(path, "-layout")
    assert re.search(r"1 +話すのも.*\n +Talking is fine", found)
    assert "1 Talking" not in found
    assert found.count("D4-1") == 1


_HEAD, _FOOT = 110.0, 100.0
"""How far from the edges of a page head and foot end, in points, in whichever size."""


@pytest.mark.parametrize("languages", [(JA, EN), (EN,), (KO, JA)])
@pytest.mark.parametrize("paper", [None, Paper.A4_LANDSCAPE])
def test_large_print_is_18_points_or_more_and_its_heads_and_feet_are_larger_too(
    tmp_path: Path, languages: tuple[Catalogue, ...], paper: Paper | None
) -> None:
    path = tmp_path / "m.pdf"
    render_minutes(docs.minutes(), languages, path, Setting(large=True, paper=paper))
    assert min(sized(path)) >= 13
    with pikepdf.open(path) as opened:
        body = [size for page in opened.pages for size in sizes_between(page)]
    assert min(body) >= 18


def sizes_between(page: Any) -> list[float]:
    """The sizes of the type between head and foot, which are text of the document on its first page."""
    found, y, height = [], 0.0, float(page.MediaBox[3])
    for one in inside_of_tags(page):
        operands: Any = one.operands
        if str(one.operator) == "Tm":
            y = float(operands[5])
        elif str(one.operator) == "Tf" and _FOOT < y < height - _HEAD:
            found.append(float(operands[1]))
    assert found
    return found


def inside_of_tags(page: Any) -> list[Any]:
    """What is drawn as text of the document, and not as an artifact."""
    found, depth, artifact = [], 0, 0
    for one in pikepdf.parse_content_stream(page):
        operands: Any = one.operands
        if str(one.operator) in {"BDC", "BMC"}:
            depth += 1
            artifact = artifact or (depth if str(operands[0]) == "/Artifact" else 0)
        elif str(one.operator) == "EMC":
            artifact = 0 if artifact == depth else artifact
            depth -= 1
        elif depth and not artifact:
            found.append(one)
    return found


@pytest.mark.parametrize("setting", [Setting(), STACKED, Setting(paper=Paper.A4)])
def test_the_easy_edition_is_14_points_or_more(tmp_path: Path, setting: Setting) -> None:
    path = tmp_path / "m.pdf"
    render_minutes(docs.minutes(edition=Edition.EASY), (JA, EN), path, setting)
    with pikepdf.open(path) as opened:
        body = [size for page in opened.pages for size in sizes_between(page)]
    assert min(body) >= 14


def test_each_sentence_begins_a_line_in_the_easy_edition_alone(tmp_path: Path) -> None:
    path = tmp_path / "m.pdf"
    note = docs.both("きょうは休みます。あしたは行きます。", "I rest today. I come tomorrow.")
    for edition, apart in ((Edition.EASY, True), (Edition.RECORD, False)):
        render_minutes(docs.talk([note], edition=edition), (JA, EN), path)
        lines = pdf.text(path, "-raw").splitlines()
        assert ("きょうは休みます。" in lines) == apart
        assert any(line.startswith("I come tomorrow.") for line in lines) == apart
        assert ("P", "en", "I rest today. I come tomorrow.") in heard(path)


HARDEST = Standing(
    20_000,
    19_999,
    {lang: dict.fromkeys((*TranslationState, None), 18_888) for lang in ("ja", "en", "zh-Hant-TW")},
)


@pytest.mark.parametrize("edition", [Edition.EASY, Edition.RECORD])
@pytest.mark.parametrize(
    "setting", [LARGE, STACKED, Setting(large=True, paper=Paper.A4_LANDSCAPE), Setting()]
)
@pytest.mark.parametrize("standing", [docs.minutes().standing, HARDEST], ids=["usual", "hardest"])
def test_the_whole_foot_is_on_the_paper_and_clear_of_its_number(
    tmp_path: Path, edition: Edition, setting: Setting, standing: Standing
) -> None:
    path = tmp_path / "m.pdf"
    doc = docs.minutes(standing=standing, edition=edition)
    render_minutes(doc, (JA, EN), path, setting)
    layout = layout_for(doc, 2, setting)
    pages = pdf.words(path)
    for page in pages:
        assert max(word.bottom for word in page) < layout.height - 11
        stroke = max(n for n, word in enumerate(page) if word.text == "/")
        folio = page[stroke - 1 : stroke + 2]
        assert folio[-1].text == str(len(pages))
        for word in page:
            beside = (
                word.right > folio[0].left
                and word.bottom - 2 > folio[0].top
                and word.top + 2 < folio[0].bottom
            )
            assert not beside or word in folio, word


@pytest.mark.parametrize("setting", [STACKED, LARGE])
def test_what_is_the_same_in_both_languages_stands_once(tmp_path: Path, setting: Setting) -> None:
    """Names that are written alike, and words that need no translation."""
    place = docs.both("Hilltop House", "Hilltop House")
    header = docs.header(place=place, online=0)
    item = replace(docs.check_in(), title=docs.both("Open Dialogue", "Open Dialogue"))
    render_minutes(docs.minutes(header=header, items=(item,)), (JA, EN), tmp_path / "m.pdf", setting)
    said = [text.strip() for _, _, text in heard(tmp_path / "m.pdf")]
    assert [said.count(one) for one in ("Hilltop House", "Open Dialogue")] == [1, 1]
    assert [said.count(one) for one in ("Mio、Nagi", "Mio, Nagi")] == [1, 0]
    differing = (docs.both("澪", "Mio"), Wording({"": "Nagi"}))
    render_minutes(docs.minutes(header=docs.header(names=differing)), (JA, EN), tmp_path / "m.pdf", setting)
    said = [text.strip() for _, _, text in heard(tmp_path / "m.pdf")]
    assert [said.count(one) for one in ("澪、Nagi", "Mio, Nagi")] == [1, 1]


def test_side_by_side_each_column_has_its_own(tmp_path: Path) -> None:
    alike = docs.minutes(header=docs.header(names=(Wording({"": "Mio"}),)))
    render_minutes(alike, (JA, EN), tmp_path / "m.pdf")
    assert [text.strip() for _, _, text in heard(tmp_path / "m.pdf")].count("Mio") == 2


def test_in_large_print_the_state_of_the_texts_is_told_once_at_the_end(tmp_path: Path) -> None:
    path = tmp_path / "m.pdf"
    render_minutes(docs.minutes(), (JA, EN), path, LARGE)
    whole = pdf.text(path, "-raw")
    assert whole.count("Confirmed: 11 of 14.") == 1
    assert whole.count("Printed copies cannot be called back.") == pdf.page_count(path)
    assert heard(path)[-1][2] == "Translation into English: 12 checked, 2 drafts."
    render_minutes(docs.minutes(standing=Standing(0, 0, {})), (JA, EN), path, LARGE)
    assert "Confirmed" not in pdf.text(path)


def test_the_running_head_of_large_print_is_the_whole_title_in_the_first_language(tmp_path: Path) -> None:
    path = tmp_path / "m.pdf"
    render_minutes(docs.minutes(), (EN, JA), path, LARGE)
    head = pdf.text(path, "-f", 2, "-l", 2, "-x", 0, "-y", 0, "-W", 600, "-H", 55).strip()
    assert head == "No. 4 What makes it easier to say we need a day off"


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, "Minutes"),
        ({"edition": Edition.SUMMARY}, "Public summary"),
        ({"edition": Edition.EASY}, "Easy to read"),
        ({"edition": Edition.OWN}, "Own copy"),
        ({"edition": Edition.OWN, "whose": Wording({"": "Mio"})}, "Mio’s own copy"),
    ],
)
def test_each_edition_says_what_it_is(tmp_path: Path, changes: dict[str, Any], said: str) -> None:
    doc = docs.minutes(**changes)
    assert naming.edition(doc, EN) == said
    assert ("Mio" in naming.edition(doc, JA)) == ("Mio" in said)
    path = tmp_path / "m.pdf"
    render_minutes(doc, (EN,), path)
    assert pdf.text(path, "-l", 1, "-x", 0, "-y", 0, "-W", 400, "-H", 60, "-layout").strip().startswith(said)
    with pikepdf.open(path) as opened:
        assert str(opened.docinfo["/Subject"]) == said


@pytest.mark.parametrize("setting", [Setting(), STACKED, Setting(large=True)])
@pytest.mark.parametrize("edition", [Edition.RECORD, Edition.EASY])
def test_every_page_of_a_draft_says_that_it_is_one(
    tmp_path: Path, setting: Setting, edition: Edition
) -> None:
    path = tmp_path / "m.pdf"
    render_minutes(docs.minutes(edition=edition), (JA, EN), path, setting)
    for page in range(1, pdf.page_count(path) + 1):
        told = pdf.text(path, "-f", page, "-l", page)
        assert "下書きです" in told
        assert "A draft" in told
