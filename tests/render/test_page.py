"""Where things stand on the paper, read back from it: pairs, columns, heads, feet, and what a page ends with."""

from __future__ import annotations

import re
import subprocess
from itertools import pairwise
from typing import TYPE_CHECKING

import pypdfium2
import pytest

from coprod.domain.minutes_doc import Cell, Issue, ItemMinutes, Standing, Voices, Wording
from coprod.domain.terms import TranslationState
from coprod.i18n import Catalogue
from coprod.render.layout import layout_of
from coprod.render.minutes_pdf import render_minutes
from coprod.service.printing import Arrangement, Paper, Setting
from tests.render import docs, pdf
from tests.render.access import findings, heard

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from coprod.domain.minutes_doc import MinutesDoc

JA, EN, KO = Catalogue("ja"), Catalogue("en"), Catalogue("ko")
PAPERS = list(Paper)
PAIRS = [(JA, EN), (EN, JA), (KO, EN), (JA, KO)]
SETTINGS = [
    Setting(paper=paper, arrangement=arrangement, large=large)
    for paper in Paper
    for arrangement, large in (
        (Arrangement.SIDE, False),
        (Arrangement.STACKED, False),
        (Arrangement.STACKED, True),
    )
]
ISSUED = Standing(14, 11, {}, Issue(1, None, ()))
IN_EACH = {
    "ja": "番号の文がここにあります。",
    "en": " is a sentence of some words.",
    "ko": " 번째 문장입니다.",
}


def names(pair: tuple[Catalogue, ...]) -> str:
    return "-".join(one.lang for one in pair)


def way(setting: Setting) -> str:
    return f"{setting.paper}-{setting.arrangement}{'-large' * setting.large}"


def marked(n: int) -> Wording:
    """A note of another length in each language, that begins with its number."""
    bodies = {lang: f"#{n:03}" + text * (1 + (n * len(lang + text)) % 5) for lang, text in IN_EACH.items()}
    return Wording(bodies, "ja", {"en": docs.CHECKED, "ko": docs.CHECKED})


def printed(
    tmp_path: Path, doc: MinutesDoc, pair: tuple[Catalogue, ...], paper: Paper
) -> list[list[pdf.Word]]:
    path = tmp_path / "m.pdf"
    render_minutes(doc, pair, path, Setting(paper=paper))
    return pdf.words(path)


def numbers(words: list[pdf.Word]) -> dict[str, float]:
    """The baseline of each note by its number."""
    return {word.text[:4]: word.baseline for word in words if re.match(r"#\d{3}", word.text)}


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("pair", PAIRS, ids=names)
def test_the_first_lines_of_a_pair_stand_on_one_baseline_in_order(
    tmp_path: Path, pair: tuple[Catalogue, ...], paper: Paper
) -> None:
    layout = layout_of(paper, 2)
    pages = printed(tmp_path, docs.talk([marked(n) for n in range(60)]), pair, paper)
    found: list[str] = []
    for page in pages:
        left, right = (numbers(pdf.in_column(page, layout, n)) for n in (0, 1))
        assert left == pytest.approx(right, abs=0.1)
        assert list(left) == sorted(left)
        assert sorted(left.values()) == list(left.values())
        found += left
    assert found == [f"#{n:03}" for n in range(60)]
    assert len(pages) > 2


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("pair", [(JA, EN), (EN, KO), (JA,)], ids=names)
def test_no_word_leaves_its_column_but_a_hanging_stop(
    tmp_path: Path, pair: tuple[Catalogue, ...], paper: Paper
) -> None:
    layout = layout_of(paper, len(pair))
    long = "とても長いhttps://example.invalid/a/b?c=d&e=f#g、" * 30 + "ｗ" * 200 + "x" * 300 + "한국어 " * 60
    doc = docs.talk(
        [Wording({"ja": long, "en": long, "ko": long})], header=docs.header(programme=None, cohort=None)
    )
    pages = printed(tmp_path, doc, pair, paper)
    for page in pages:
        for n, column in enumerate(layout.columns):
            edge = column.x + column.width
            body = [word for word in pdf.in_column(page, layout, n) if word.bottom - word.top < 14]
            over = [word for word in body if word.right > edge + 0.1]
            assert all(word.text[-1] in "、。" for word in over)
            assert all(word.right <= edge + layout.size + 0.1 for word in over)


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("pair", [(JA, EN), (EN,)], ids=names)
def test_each_page_has_its_number_and_how_many_there_are(
    tmp_path: Path, pair: tuple[Catalogue, ...], paper: Paper
) -> None:
    layout = layout_of(paper, len(pair))
    pages = printed(tmp_path, docs.talk([marked(n) for n in range(90)]), pair, paper)
    for n, page in enumerate(pages, start=1):
        feet = [word for word in page if word.top > layout.foot]
        stroke = next(n for n, word in enumerate(feet) if word.text == "/")
        folio = feet[stroke - 1 : stroke + 2]
        assert [word.text for word in folio] == [str(n), "/", str(len(pages))]
        assert folio[-1].right == pytest.approx(layout.right, abs=0.5)
        assert {round(word.baseline, 1) for word in folio} <= {
            round(word.baseline, 1) for word in feet if word not in folio
        }


@pytest.mark.parametrize("setting", SETTINGS, ids=way)
@pytest.mark.parametrize("pair", [(JA, EN), (JA, KO), (EN,)], ids=names)
def test_no_line_of_a_foot_touches_the_number_of_the_page(
    tmp_path: Path, pair: tuple[Catalogue, ...], setting: Setting
) -> None:
    path = tmp_path / "m.pdf"
    long = Standing(
        10**40, 10**40, {lang: dict.fromkeys((*TranslationState, None), 10**25) for lang in ("ja", "en")}
    )
    render_minutes(docs.talk([marked(n) for n in range(20)], standing=long), pair, path, setting)
    for page in pdf.words(path):
        stroke = max((word for word in page if word.text == "/"), key=lambda word: word.baseline)
        high = stroke.bottom - stroke.top
        large = [word for word in page if word.bottom - word.top > high - 0.5]
        number = [word for word in large if abs(word.baseline - stroke.baseline) < 0.1]
        left, lowest = min(word.left for word in number), stroke.baseline + 0.13 * high
        others = [word for word in page if word not in number]
        beside = [word for word in others if word.right > left - 1 and word.bottom > stroke.top]
        assert all(word.baseline - 0.82 * (word.bottom - word.top) > lowest for word in beside)


@pytest.mark.parametrize("paper", PAPERS)
def test_running_heads_stand_at_both_edges_of_every_page_but_the_first(tmp_path: Path, paper: Paper) -> None:
    layout = layout_of(paper, 2)
    doc = docs.talk([marked(n) for n in range(60)], standing=ISSUED)
    first, *others = printed(tmp_path, doc, (JA, EN), paper)
    heads = [[word for word in page if word.bottom < layout.top] for page in (first, *others)]
    assert [word.text for word in heads[0]][:2] == ["議事録", "Minutes"]
    for head in heads:
        assert min(word.left for word in head) == pytest.approx(layout.left, abs=0.5)
        assert max(word.right for word in head) == pytest.approx(layout.right, abs=0.5)
    for head in heads[1:]:
        said = "".join(word.text for word in head)
        assert said.startswith("第4回休む日を、言い出しやすくするには")
        assert said.endswith("No.4Whatmakesiteasiertosayweneedadayoff")


@pytest.mark.parametrize(
    "known", [{"number": None}, {"number": None, "programme": None, "cohort": None}], ids=len
)
def test_running_heads_without_a_number_are_the_title_and_the_first_page_has_what_is_known(
    tmp_path: Path, known: dict[str, None]
) -> None:
    doc = docs.talk([marked(n) for n in range(60)], header=docs.header(**known), standing=ISSUED)
    layout = layout_of(Paper.A4_LANDSCAPE, 2)
    first, second, *_ = printed(tmp_path, doc, (JA, EN), Paper.A4_LANDSCAPE)
    heads = ["".join(word.text for word in page if word.bottom < layout.top) for page in (first, second)]
    assert heads[1] == "休む日を、言い出しやすくするにはWhatmakesiteasiertosayweneedadayoff"
    programme = "いっしょに働く一年、第2期AYearofWorkingSidebySide,cohort2"
    assert heads[0] == "議事録Minutes" + ("" if "cohort" in known else programme)


def test_one_language_has_one_running_head(tmp_path: Path) -> None:
    pages = printed(tmp_path, docs.talk([marked(n) for n in range(60)], standing=ISSUED), (EN,), Paper.A4)
    layout = layout_of(Paper.A4, 1)
    head = "".join(word.text for word in pages[1] if word.bottom < layout.top)
    assert head == "No.4Whatmakesiteasiertosayweneedadayoff"


@pytest.mark.parametrize("setting", [Setting(), Setting(Arrangement.STACKED), Setting(large=True)], ids=way)
def test_each_page_of_a_draft_says_so_in_bold_and_none_of_an_issue(tmp_path: Path, setting: Setting) -> None:
    path = tmp_path / "m.pdf"
    for standing, drafts in ((docs.minutes().standing, True), (ISSUED, False)):
        render_minutes(docs.talk([marked(n) for n in range(40)], standing=standing), (JA, EN), path, setting)
        with pypdfium2.PdfDocument(path) as document:
            for page in document:
                bold = pdf.squeezed("".join(bold_in(page)))
                assert ("下書き" in bold) == ("Adraft" in bold) == drafts


def bold_in(page: pypdfium2.PdfPage) -> Iterator[str]:
    words = page.get_textpage()
    for piece in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT]):
        if "Bold" in piece.get_font().get_base_name():
            yield words.get_text_bounded(*piece.get_bounds())


@pytest.mark.parametrize("setting", [Setting(paper=Paper.A4), Setting(large=True)], ids=way)
def test_the_head_of_the_first_page_is_whole_and_above_the_title(tmp_path: Path, setting: Setting) -> None:
    path = tmp_path / "m.pdf"
    long = docs.both(
        "とても長い名前のつづきもの" * 3, "A series of which the name goes on and on and on for a while"
    )
    render_minutes(docs.minutes(header=docs.header(programme=long)), (JA, EN), path, setting)
    page = pdf.words(path)[0]
    title = next(word for word in page if word.text.startswith("休む日を"))
    above = pdf.squeezed("".join(word.text for word in page if word.bottom < title.top))
    assert long.bodies["ja"] in above
    assert pdf.squeezed(long.bodies["en"]) in above
    lowest = max(word.bottom for word in page if word.baseline < title.top)
    assert title.top - lowest > title.bottom - title.top - 8


@pytest.mark.parametrize("paper", PAPERS)
def test_long_running_heads_keep_to_their_halves(tmp_path: Path, paper: Paper) -> None:
    title = docs.both("題" * 300, "title " * 50)
    doc = docs.talk([marked(n) for n in range(60)], header=docs.header(title=title))
    layout = layout_of(paper, 2)
    for page in printed(tmp_path, doc, (JA, EN), paper)[1:]:
        head = sorted((word for word in page if word.bottom < layout.top), key=lambda word: word.left)
        assert head[-1].right <= layout.right + 0.5
        assert all(one.right < other.left + 0.1 for one, other in pairwise(head))
        assert sum("…" in word.text for word in head) == 2


HARDEST = Standing(
    20_000,
    19_999,
    {lang: dict.fromkeys((*TranslationState, None), 18_888) for lang in ("ja", "en", "zh-Hant-TW")},
)


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("pair", [(JA, EN), (KO, JA), (EN,)], ids=names)
@pytest.mark.parametrize("standing", [docs.minutes().standing, HARDEST], ids=["usual", "hardest"])
def test_the_whole_foot_is_on_the_paper_and_below_the_text(
    tmp_path: Path, pair: tuple[Catalogue, ...], paper: Paper, standing: Standing
) -> None:
    layout = layout_of(paper, len(pair))
    doc = docs.talk([marked(n) for n in range(40)], standing=standing)
    for page in printed(tmp_path, doc, pair, paper):
        assert max(word.bottom for word in page) < layout.height - 11  # what no printer prints
        lowest = max(word.baseline for word in page if word.text.startswith("#") or word.bottom < layout.top)
        foot = [word for word in page if re.match(r"Printed|印刷した|인쇄", word.text)]
        assert len(foot) == len(pair)
        assert all(word.top > lowest for word in foot)
        said = "".join(word.text for word in page if word.top > lowest)
        for state in (standing.confirmed, *standing.translations["en"].values()):
            assert str(state) in said


def test_the_foot_stays_where_it_is_as_long_as_it_fits(tmp_path: Path) -> None:
    layout = layout_of(Paper.A4_LANDSCAPE, 2)
    for page in printed(tmp_path, docs.minutes(), (JA, EN), Paper.A4_LANDSCAPE):
        foot = [word for word in page if word.text.startswith(("Printed", "印刷した"))]
        assert [round(word.baseline - layout.foot) for word in foot] == [11, 11]


@pytest.mark.parametrize(
    "setting", [Setting(paper=Paper.A4), Setting(Arrangement.STACKED), Setting(large=True)], ids=way
)
def test_of_whom_a_page_goes_on_is_seen_and_not_read_out(tmp_path: Path, setting: Setting) -> None:
    path = tmp_path / "m.pdf"
    doc = docs.talk([docs.both("話しました。" * 40, "I said so. " * 40)] * 15, guidelines=())
    render_minutes(doc, (JA, EN), path, setting)
    assert findings(path) == []
    assert not any("つづき" in text or "continued" in text for _, _, text in heard(path))
    third = pdf.squeezed(pdf.text(path, "-f", 3, "-l", 3))
    assert "ピア（つづき）" in third
    assert "Peers(continued)" in third


HEADINGS = ["Questionsandconcerns", "Decisions", "Actions", "Notagreedyet", "Minorityopinions", "Heldover",
            "Pausesandbreaks", "Nexttime", "Professionals", "Peers", "Fromboth", "Notattributed", "Roundtable",
            "Check-in", "Whenwereyouabletosaythatyouneededadayoff?", "Howareyourightnow?"]  # fmt: skip


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("before", range(1, 30, 4))
def test_no_page_ends_with_a_heading_a_question_or_a_standpoint(
    tmp_path: Path, before: int, paper: Paper
) -> None:
    filler = ItemMinutes(
        None, None, (), (Voices(Cell.PEERS, tuple(docs.line(marked(n)) for n in range(before))),), ()
    )
    doc = docs.minutes(items=(filler, docs.check_in(), docs.roundtable()))
    layout = layout_of(paper, 1)
    pages = printed(tmp_path, doc, (EN,), paper)
    assert len(pages) > 1
    ends = [pdf.lines(pdf.in_column(page, layout, 0))[-1][1] for page in pages]
    assert not set(ends) & set(HEADINGS)
    starts = [pdf.lines(pdf.in_column(page, layout, 0))[0][1] for page in pages[1:]]
    assert not [line for line in starts if re.match(r"\d\d:\d\dWe|Reply:|Whotakesiton|by\d", line)]


def ink(path: Path) -> list[list[float]]:
    """For each page how much of its left and of its right half is dark."""
    prefix = path.with_suffix("")
    subprocess.run(["pdftoppm", "-r", "24", "-gray", path, prefix], check=True)
    shares = []
    for picture in sorted(path.parent.glob(f"{prefix.name}-*.pgm")):
        _, width, height, _, dots = re.split(rb"\s", picture.read_bytes(), maxsplit=4)
        wide, rows = int(width), range(int(height))
        halves = (range(wide // 2), range(wide // 2, wide))
        dark = [sum(dots[y * wide + x] < 160 for y in rows for x in half) for half in halves]
        shares.append([count / (wide * len(rows) / 2) for count in dark])
    return shares


@pytest.mark.parametrize("paper", PAPERS)
def test_the_pictures_of_pages_have_ink_in_both_columns_and_paper_between(
    tmp_path: Path, paper: Paper
) -> None:
    path = tmp_path / "m.pdf"
    render_minutes(docs.talk([marked(n) for n in range(40)]), (JA, EN), path, Setting(paper=paper))
    pages = ink(path)
    assert len(pages) == pdf.page_count(path)
    assert all(0.001 < share < 0.3 for page in pages for share in page)


def test_an_empty_page_has_no_ink(tmp_path: Path) -> None:
    """The check of pictures can fail."""
    from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415

    path = tmp_path / "empty.pdf"
    canvas = Canvas(str(path))
    canvas.showPage()
    canvas.save()
    assert ink(path) == [[0, 0]]
