"""The sheet for participants: what stands on it, in which size, on how many pages, and the same bytes."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pikepdf
import pytest

from coprod.domain.handout import HandoutDoc, HandoutItem
from coprod.domain.minutes_doc import Wording
from coprod.domain.terms import ItemKind
from coprod.i18n import Catalogue
from coprod.render.handout import render_handout
from tests.render import docs, pdf

if TYPE_CHECKING:
    from pathlib import Path

JA, EN, KO = Catalogue("ja"), Catalogue("en"), Catalogue("ko")
START = docs.at(13, 30)
ITEMS = (
    HandoutItem(START, ItemKind.WELCOME, docs.both("ようこそ", "Hello and welcome")),
    HandoutItem(START + timedelta(minutes=5), ItemKind.CHECK_IN, None),
    HandoutItem(START + timedelta(minutes=20), ItemKind.ROUNDTABLE, docs.both("みんなの席から", "Around us")),
    HandoutItem(None, ItemKind.CHECK_OUT, None),
)
DOC = HandoutDoc(
    session="00000000-0000-4000-8000-000000000005",
    languages=("ja", "en"),
    title=docs.both("休む日を、言い出しやすくするには", "What makes it easier to say we need a day off"),
    start=START,
    end=docs.at(15, 30),
    place=docs.both("坂の上の家", "Hilltop House"),
    agenda=ITEMS,
    guidelines=docs.GUIDELINES,
    agreed=False,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "h.pdf"


def words(path: Path) -> str:
    return pdf.squeezed(pdf.text(path, "-raw"))


def sizes(path: Path) -> list[float]:
    """Every size of type that is set in the file."""
    with pikepdf.open(path) as opened:
        drawn = b"".join(page.Contents.read_bytes() for page in opened.pages)
    drawn = drawn.replace(b"BT /F1 12 Tf 14.4 TL ET", b"")  # how reportlab opens a page; nothing is set in it
    return [float(size) for size in re.findall(rb"/\S+ ([\d.]+) Tf", drawn)]


@pytest.mark.parametrize("large", [False, True])
def test_everything_stands_on_it_in_each_language(path: Path, large: bool) -> None:
    render_handout(DOC, [JA, EN], path, large=large)
    found = words(path)
    for text in (
        "Tuesday 8 April 2031", "13:30 – 15:30", "Hilltop House", "What will happen", "13:30", "13:35", "Check-in",
        "13:50", "Around us", "Check-out", "Talking is fine", "Times are a guide", "You may speak, pass or be silent.",
        "An offer: we look at them together", "坂の上の家", "きょうの流れ", "チェックイン", "みんなの席から",
        "戻ってこられます", "人の話は、終わりまで聞く", "時刻は目安です", "案です",
    ):  # fmt: skip
        assert pdf.squeezed(text) in found, text


def test_one_page_is_enough_for_a_usual_meeting(path: Path) -> None:
    for catalogues in ([JA], [EN], [KO], [JA, EN]):
        render_handout(DOC, catalogues, path)
        assert pdf.page_count(path) == 1


def test_large_print_is_never_under_18_points(path: Path) -> None:
    for many in (1, 12):
        render_handout(replace(DOC, guidelines=docs.GUIDELINES * many), [JA, EN], path, large=True)
        assert min(sizes(path)) >= 18
    assert pdf.page_count(path) > 2


def test_in_large_print_each_language_has_pages_of_its_own(path: Path) -> None:
    render_handout(replace(DOC, agenda=ITEMS[:1], guidelines=()), [EN, JA], path, large=True)
    assert pdf.page_count(path) == 2
    assert "Hilltop House" in pdf.text(path, "-l", 1)
    assert "坂の上の家" not in pdf.text(path, "-l", 1)


def test_what_is_too_much_is_set_smaller_and_then_goes_on_over_the_page(path: Path) -> None:
    least = []
    for many in (1, 6, 60):
        render_handout(replace(DOC, guidelines=docs.GUIDELINES * many), [EN], path)
        least.append(min(sizes(path)))
        assert words(path).count("Talkingisfine") == many
    assert least[0] > least[1] >= least[2] >= 9.5
    assert pdf.page_count(path) >= 2
    assert f"2/{pdf.page_count(path)}" in words(path)


def test_what_was_agreed_is_no_offer(path: Path) -> None:
    render_handout(replace(DOC, agreed=True), [EN], path)
    assert "Talking is fine" in pdf.text(path)
    assert "An offer" not in pdf.text(path)


def test_what_is_not_known_is_left_out(path: Path) -> None:
    bare = replace(DOC, start=None, end=None, place=None, agenda=(), guidelines=())
    render_handout(bare, [EN], path)
    found = pdf.text(path)
    assert "day off" in found
    assert "leave and come back" in found
    for gone in ("What will happen", "Guidelines", "Times are", "2031", "Hilltop"):
        assert gone not in found


def test_without_times_nothing_is_said_about_them(path: Path) -> None:
    untimed = tuple(replace(item, begin=None) for item in ITEMS)
    render_handout(replace(DOC, start=None, end=None, agenda=untimed), [EN], path)
    assert "Around us" in pdf.text(path)
    assert "Times are" not in pdf.text(path)
    assert not re.search(r"\d\d:\d\d", pdf.text(path))


def test_a_missing_translation_shows_the_original_marked(path: Path) -> None:
    render_handout(replace(DOC, place=Wording({"ja": "坂の上の家"}, "ja")), [EN], path)
    assert "坂の上の家(originalinJapanese)" in words(path)


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("catalogues", [[JA, EN], [KO], [EN]])
def test_every_font_is_embedded_and_the_file_is_sound(
    path: Path, catalogues: list[Catalogue], large: bool
) -> None:
    render_handout(DOC, catalogues, path, large=large)
    fonts = pdf.fonts(path)
    assert fonts
    assert {tuple(rest) for _, *rest in fonts} == {("yes", "yes", "yes")}
    assert not any("Helvetica" in name for name, *_ in fonts)
    assert "No syntax or stream encoding errors" in pdf.run("qpdf", "--check", path)


@pytest.mark.parametrize("large", [False, True])
def test_the_same_sheet_is_the_same_bytes_and_another_is_another(path: Path, large: bool) -> None:
    made = []
    for doc in (DOC, DOC, replace(DOC, agreed=True)):
        render_handout(doc, [JA, EN], path, large=large)
        made.append(path.read_bytes())
    assert made[0] == made[1] != made[2]


def test_the_file_says_what_it_is(path: Path) -> None:
    render_handout(DOC, [JA, EN], path)
    with pikepdf.open(path) as opened:
        assert str(opened.Root.Lang) == "ja"
        assert str(opened.docinfo["/Title"]).startswith("休む日を")
        assert str(opened.docinfo["/Subject"]) == "参加のしおり"
        assert str(opened.docinfo["/CreationDate"]) == "D:20310408133000+09'00'"


def test_a_failure_leaves_what_was_there(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path.write_bytes(b"before")

    def full(_file: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        render_handout(DOC, [EN], path)
    assert path.read_bytes() == b"before"


def test_a_handout_has_one_language_or_two(path: Path) -> None:
    for catalogues in ([], [JA, EN, KO]):
        with pytest.raises(ValueError, match="one language or in two"):
            render_handout(DOC, catalogues, path)
    assert not path.exists()
