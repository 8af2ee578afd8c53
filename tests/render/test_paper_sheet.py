"""The sheet of a group on paper: what stands on it, room to write on every page, and nothing beyond the margins."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pikepdf
import pytest

from coprod.domain.minutes_doc import Wording
from coprod.domain.paper_sheet import PaperSheet, Question
from coprod.domain.terms import ItemKind
from coprod.i18n import Catalogue
from coprod.render.layout import layout_of
from coprod.render.paper_sheet import render_paper_sheet
from coprod.service.printing import Paper
from tests.render import docs, pdf

if TYPE_CHECKING:
    from pathlib import Path

JA, EN, KO = Catalogue("ja"), Catalogue("en"), Catalogue("ko")
MM = 72 / 25.4
PAGE = layout_of(Paper.A4, 1)
QUESTION = Question(
    ItemKind.SMALL_GROUPS,
    docs.both("三人ずつで", "In threes"),
    (
        docs.both(
            "休みたいと言えたのは、どんなときでしたか？",
            "When were you able to say that you needed a day off?",
        ),
    ),
)
EIGHT = tuple(
    docs.both(ja, en)
    for ja, en in (
        ("みおさん", "Mio"), ("なぎさん", "Nagi"), ("あおいさん", "Aoi"), ("すみれさん", "Sumire"),
        ("かえでさん", "Kaede"), ("ちかしさん", "Chikashi"), ("アレクサンドリーナさん", "Alexandrina"),
        ("ヒューバートさん", "Hubert"),
    )
)  # fmt: skip
DOC = PaperSheet(
    session="00000000-0000-4000-8000-000000000005",
    languages=("ja", "en"),
    title=docs.both("休む日を、言い出しやすくするには", "What makes it easier to say we need a day off"),
    day=docs.at(13, 30),
    group=None,
    number=2,
    members=EIGHT,
    question=QUESTION,
)
LONG = docs.both(
    "だれもが休みたいと言えるように、" * 12, "So that everybody is able to say that they need a day off, " * 9
)
UNBROKEN = Wording({"en": "W" * 400})
ENDLESS = replace(
    DOC,
    title=LONG,
    group=LONG,
    members=(*EIGHT, UNBROKEN, LONG),
    question=Question(ItemKind.SMALL_GROUPS, LONG, (LONG, UNBROKEN) * 4),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "p.pdf"


def words(path: Path, *options: object) -> str:
    return pdf.squeezed(pdf.text(path, "-raw", *options))


def rules(path: Path) -> list[list[tuple[float, float, float]]]:
    """The hairlines of each page, as (left, right, from the top)."""
    with pikepdf.open(path) as opened:
        drawn = [page.Contents.read_bytes().decode("latin-1") for page in opened.pages]
    found = [re.findall(r" 0\.4 w ([\d.]+) ([\d.]+) m ([\d.]+) ", one) for one in drawn]
    return [[(float(a), float(b), PAGE.height - float(y)) for a, y, b in page] for page in found]


def heights(page: list[tuple[float, float, float]]) -> list[float]:
    """The heights of the rows of a page, in mm."""
    downs = sorted({down for _, _, down in page})
    return [(below - above) / MM for above, below in pairwise(downs)]


@pytest.mark.parametrize("large", [False, True])
def test_everything_stands_on_it_in_each_language(path: Path, large: bool) -> None:
    render_paper_sheet(DOC, [JA, EN], path, large=large)
    found = words(path)
    asked = (docs.both("三人ずつで", "In threes"), *QUESTION.prompts)
    texts = [text for one in (DOC.title, *EIGHT, *asked) for text in one.bodies.values()]
    for text in (
        *texts, "Tuesday 8 April 2031", "2031年4月8日", "Table 2", "テーブル2", "Passing is fine.", "reads it back",
        "Who", "Kind", "種類", "Words", "1 Contribution", "1 発言", "5 Idea", "9 Held over", "9 留保事項",
        "1 / 2", "2 / 2",
    ):  # fmt: skip
        assert pdf.squeezed(text) in found, text


def test_every_page_tells_its_group_its_number_and_what_the_columns_hold(path: Path) -> None:
    render_paper_sheet(DOC, [EN], path)
    assert pdf.page_count(path) == 2
    for n in (1, 2):
        page = words(path, "-f", n, "-l", n)
        for text in ("Table2", f"{n}/2", "KindWords", "7Action"):
            assert text in page


def test_nothing_is_said_of_passes_of_time_or_of_standpoints(path: Path) -> None:
    render_paper_sheet(DOC, [EN], path)
    found = pdf.text(path).lower()
    assert found.count("pass") == 1  # that it is fine
    assert not re.search(r"\d\d:\d\d|\bmin(utes)?\b|\bpeers?\b|professional|apart|later|written", found)


@pytest.mark.parametrize("catalogues", [[JA, EN], [EN, JA], [KO, EN], [EN]])
def test_rows_are_as_high_as_handwriting_needs_and_fill_the_page(
    path: Path, catalogues: list[Catalogue]
) -> None:
    render_paper_sheet(DOC, catalogues, path)
    first, second = rules(path)
    for page, least in ((first, 8), (second, 14)):
        tall = heights(page)
        assert len(tall) >= least
        assert 14 <= min(tall) <= max(tall) <= 16
        assert max(down for _, _, down in page) == pytest.approx(PAGE.bottom, abs=0.1)
    wide = {round(right - left) for left, right, _ in first}
    assert len(wide) == 3
    assert max(wide) > 2 / 3 * (PAGE.right - PAGE.left) - 15


def test_large_print_has_taller_rows_and_pages_of_each_language_alone(path: Path) -> None:
    render_paper_sheet(DOC, [EN, JA], path, large=True)
    pages = rules(path)
    assert len(pages) == 4
    assert min(heights(pages[1])) > 18
    assert min(len(heights(page)) for page in pages) >= 4
    assert "テーブル" not in pdf.text(path, "-l", 2)
    assert "Table" not in pdf.text(path, "-f", 3)


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("doc", [DOC, ENDLESS], ids=["usual", "endless"])
@pytest.mark.parametrize("catalogues", [[JA, EN], [EN, JA], [KO, EN]], ids=["ja-en", "en-ja", "ko-en"])
def test_nothing_stands_outside_the_margins(
    path: Path, doc: PaperSheet, catalogues: list[Catalogue], large: bool
) -> None:
    render_paper_sheet(doc, catalogues, path, large=large)
    for page in pdf.words(path):
        for word in page:
            assert word.left >= PAGE.left - 1, word
            assert word.right <= PAGE.right + 12, word  # 、 and 。 may hang
            assert word.top >= PAGE.top - 10, word
            assert word.bottom <= PAGE.foot + 30, word
    for page_rules in rules(path):
        for left, right, down in page_rules:
            assert PAGE.left - 0.1 <= left < right <= PAGE.right + 0.1
            assert PAGE.top < down <= PAGE.bottom + 0.1


@pytest.mark.parametrize("large", [False, True])
def test_what_is_asked_at_length_is_whole_and_leaves_a_page_to_write_on(path: Path, large: bool) -> None:
    render_paper_sheet(ENDLESS, [EN], path, large=large)
    assert words(path).count(pdf.squeezed(LONG.bodies["en"])) >= 2
    pages = rules(path)
    assert len(pages) > 2
    assert all(len(heights(page)) == 0 or len(heights(page)) >= 3 for page in pages)
    assert len(heights(pages[-1])) >= (9 if large else 14)


def test_the_table_begins_on_the_first_page_only_where_there_is_room_for_some_rows(path: Path) -> None:
    begins = set()
    for many in range(1, 16):
        asked = replace(QUESTION, prompts=QUESTION.prompts * many)
        render_paper_sheet(replace(DOC, question=asked), [EN], path, large=True)
        for n, page in enumerate(rules(path), start=1):
            rows = len(heights(page))
            assert rows == 0 or rows >= 3
            assert ("WhoKindWords" in words(path, "-f", n, "-l", n)) is bool(rows)
        begins.add(bool(rules(path)[0]))
    assert begins == {True, False}


def test_a_long_question_is_set_smaller_before_it_takes_the_room_to_write(path: Path) -> None:
    asked = replace(QUESTION, prompts=(LONG,))
    counts = []
    for doc in (DOC, replace(DOC, question=asked)):
        render_paper_sheet(doc, [JA, EN], path)
        counts.append(len(heights(rules(path)[0])))
        assert pdf.page_count(path) == 2
    assert counts[0] > counts[1] >= 6


def test_no_name_is_parted_where_a_line_ends(path: Path) -> None:
    render_paper_sheet(DOC, [JA, EN], path)
    lines = pdf.text(path, "-raw").splitlines()
    for name in (one for one in EIGHT if len(one.bodies["ja"]) <= 8):  # no longer than half a column
        assert any(name.bodies["ja"] in line for line in lines), name


def test_names_that_are_the_same_in_both_languages_stand_there_once(path: Path) -> None:
    same = tuple(Wording({"": name}) for name in ("Mio", "Nagi"))
    render_paper_sheet(replace(DOC, members=same), [JA, EN], path)
    assert words(path).count("Nagi") == 1
    render_paper_sheet(DOC, [JA, EN], path)
    assert (words(path).count("Nagi"), words(path).count("なぎさん")) == (1, 1)


def test_what_is_not_known_is_left_out(path: Path) -> None:
    render_paper_sheet(replace(DOC, day=None, members=(), question=None), [EN], path)
    found = pdf.text(path)
    assert "day off" in found
    assert "Table 2" in found
    for gone in ("2031", "Mio", "In threes", "Small groups"):
        assert gone not in found


def test_the_kind_names_a_question_without_a_title_and_a_group_its_own_name(path: Path) -> None:
    doc = replace(
        DOC, group=docs.both("窓ぎわ", "By the window"), question=Question(ItemKind.SMALL_GROUPS, None, ())
    )
    render_paper_sheet(doc, [JA, EN], path)
    for text in ("Smallgroups", "小グループ", "Bythewindow", "窓ぎわ"):
        assert text in words(path)
    assert "Table2" not in words(path)


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("catalogues", [[JA, EN], [KO, EN], [EN]], ids=["ja-en", "ko-en", "en"])
def test_every_font_is_embedded_and_the_file_is_sound(
    path: Path, catalogues: list[Catalogue], large: bool
) -> None:
    render_paper_sheet(DOC, catalogues, path, large=large)
    fonts = pdf.fonts(path)
    assert fonts
    assert {tuple(rest) for _, *rest in fonts} == {("yes", "yes", "yes")}
    assert not any("Helvetica" in name for name, *_ in fonts)
    assert "No syntax or stream encoding errors" in pdf.run("qpdf", "--check", path)


def test_the_same_sheet_is_the_same_bytes_and_another_is_another(path: Path) -> None:
    made = []
    for doc in (DOC, DOC, replace(DOC, number=3)):
        render_paper_sheet(doc, [JA, EN], path)
        made.append(path.read_bytes())
    assert made[0] == made[1] != made[2]


def test_the_file_says_what_it_is(path: Path) -> None:
    render_paper_sheet(DOC, [EN, JA], path)
    with pikepdf.open(path) as opened:
        assert str(opened.Root.Lang) == "en"
        assert str(opened.docinfo["/Title"]).startswith("Table 2 – What makes it easier")
        assert str(opened.docinfo["/Subject"]) == "Group sheet"


def test_a_failure_leaves_what_was_there(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path.write_bytes(b"before")

    def full(_file: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        render_paper_sheet(DOC, [EN], path)
    assert path.read_bytes() == b"before"


def test_a_sheet_has_one_language_or_two(path: Path) -> None:
    for catalogues in ([], [JA, EN, KO]):
        with pytest.raises(ValueError, match="one language or in two"):
            render_paper_sheet(DOC, catalogues, path)
    assert not path.exists()
