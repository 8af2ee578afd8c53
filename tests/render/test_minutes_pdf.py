"""The minutes as a file: what stands in each column, which fonts, the same bytes, and all or nothing."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas

from coprod.domain.minutes_doc import Wording
from coprod.domain.terms import TranslationState
from coprod.i18n import Catalogue
from coprod.render.layout import layout_of
from coprod.render.minutes_pdf import render_minutes
from coprod.service.printing import Paper, Setting
from tests.render import docs, pdf

if TYPE_CHECKING:
    from pathlib import Path

    from coprod.domain.minutes_doc import MinutesDoc

JA, EN, KO = Catalogue("ja"), Catalogue("en"), Catalogue("ko")
PAPERS = [Paper.A4, Paper.A4_LANDSCAPE]
HARD = [
    "AT&T <b> &lang= </para> %s {x} \\n (a) [b]",
    "𠮷野家で😀と言われ、☑を付けて₩500を払った。",
    "家族👩\u200d👩\u200d👧と❤\ufe0fと葛\U000e0100城と👍🏽",
    "か\u3099く　全角の空白\tタブも、\n改行も。",
    "I said wh- wh- and then well-\nknown things-",
    "don’t ‘quote’ “twice” – 13:30–15:30",
    "한국어 문장도 그대로 남습니다. 「確認」 完了",
    "簡単にPowerPointで、第7回のAさんと12人、R&Dの2031年5月",
    "soft\u00adhyphen, zero\u200bwidth, no\u00a0break, thin\u2009space",
]


def texts(doc: MinutesDoc) -> list[Wording]:
    return [line.wording for item in doc.items for voices in item.voices for line in voices.lines]


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("option", [(), ("-raw",)])
def test_each_column_holds_each_note_whole(tmp_path: Path, paper: Paper, option: tuple[str, ...]) -> None:
    notes = [
        docs.both(f"{n}番。{hard}", f"{n}: {hard} in English, which goes on for a line or two.")
        for n, hard in enumerate(HARD)
    ]
    doc = docs.talk(notes)
    path = tmp_path / "m.pdf"
    render_minutes(doc, [JA, EN], path, Setting(paper=paper))
    for n, lang in enumerate(("ja", "en")):
        found = pdf.column(path, layout_of(paper, 2), n, *option)
        for wording in texts(doc):
            assert pdf.squeezed(wording.bodies[lang]) in found


def test_what_parts_japanese_and_latin_is_no_space_to_two_readers(tmp_path: Path) -> None:
    said = "簡単にPowerPointで、第7回のAさんと12人"
    path = tmp_path / "m.pdf"
    render_minutes(docs.talk([docs.both(said, "x")]), [JA], path)
    with pypdfium2.PdfDocument(path) as document:
        pages = [page.get_textpage().get_text_range() for page in document]
    assert said in "".join(pages)
    assert said in pdf.text(path, "-raw")


def test_a_character_of_no_font_is_substituted(tmp_path: Path) -> None:
    path = tmp_path / "m.pdf"
    render_minutes(docs.talk([docs.both("文字คำです", "a ክ b")]), [JA, EN], path)
    layout = layout_of(Paper.A4_LANDSCAPE, 2)
    assert "文字〓〓です" in pdf.column(path, layout, 0)
    assert "a〓b" in pdf.column(path, layout, 1)


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("languages", [[JA, EN], [EN, JA], [KO, EN], [JA], [EN]])
def test_every_font_is_embedded_and_the_file_is_sound(
    tmp_path: Path, paper: Paper, languages: list[Catalogue]
) -> None:
    path = tmp_path / "m.pdf"
    render_minutes(
        docs.talk([Wording({"ja": hard}, "ja") for hard in HARD]), languages, path, Setting(paper=paper)
    )
    fonts = pdf.fonts(path)
    assert {flags for _, *rest in fonts if (flags := tuple(rest))} == {("yes", "yes", "yes")}
    assert not any("Helvetica" in name for name, *_ in fonts)
    assert "No syntax or stream encoding errors" in pdf.run("qpdf", "--check", path)


def test_a_missing_translation_shows_the_original_marked(tmp_path: Path) -> None:
    path = tmp_path / "m.pdf"
    draft = docs.both("下訳のある文。", "A sentence in draft.", TranslationState.DRAFT)
    machine = docs.both("機械の文。", "A sentence by machine.", TranslationState.MACHINE)
    render_minutes(docs.talk([Wording({"en": "Only this."}, "en"), draft, machine]), [JA, EN], path)
    layout = layout_of(Paper.A4_LANDSCAPE, 2)
    assert "Onlythis.（原文：英語）" in pdf.column(path, layout, 0)
    english = pdf.column(path, layout, 1)
    assert "Onlythis.Asentenceindraft.(drafttranslation)" in english
    assert "Asentencebymachine.(machinetranslation)" in english
    assert "（下訳）" not in pdf.column(path, layout, 0)


@pytest.mark.parametrize("languages", [[JA, EN], [JA]])
def test_a_note_of_20_000_characters_goes_on_over_pages(tmp_path: Path, languages: list[Catalogue]) -> None:
    long = "".join(f"{n}番目の文です。" for n in range(2500))[:20_000]
    path = tmp_path / "m.pdf"
    render_minutes(docs.talk([Wording({"ja": long, "en": "x" * 20_000}, "ja")]), languages, path)
    paper = Paper.A4_LANDSCAPE if len(languages) == 2 else Paper.A4
    assert long in pdf.column(path, layout_of(paper, len(languages)), 0).replace("ピア（つづき）", "")
    assert pdf.page_count(path) > 5


def test_a_title_of_300_characters_is_whole_on_the_first_page(tmp_path: Path) -> None:
    title = docs.both("題" * 300, "title " * 50)
    for paper in PAPERS:
        path = tmp_path / f"{paper}.pdf"
        render_minutes(docs.minutes(header=docs.header(title=title)), [JA, EN], path, Setting(paper=paper))
        found = pdf.squeezed(pdf.text(path, "-raw", "-l", 1))
        assert "題" * 300 in found
        assert "title" * 50 in found


def test_nothing_leaves_its_column(tmp_path: Path) -> None:
    path = tmp_path / "m.pdf"
    wide = "ＷＷＷ" * 40 + "。" * 3 + "http://example.invalid/" + "w" * 200
    render_minutes(docs.talk([docs.both(wide, wide)] * 30), [JA, EN], path)
    layout = layout_of(Paper.A4_LANDSCAPE, 2)
    gutter = (layout.columns[0].x + layout.columns[0].width + 10, layout.columns[1].x - 1)
    between = pdf.text(path, "-x", int(gutter[0]), "-y", 70, "-W", int(gutter[1] - gutter[0]), "-H", 460)
    assert pdf.squeezed(between) == ""


def test_a_small_room_is_told_and_nothing_is_divided(tmp_path: Path) -> None:
    path = tmp_path / "m.pdf"
    render_minutes(docs.minutes(small_room=True), [EN], path)
    found = pdf.text(path)
    assert "not divided by standpoint" in found
    assert "From both" not in found
    render_minutes(docs.minutes(), [EN], path)
    assert "From both" in pdf.text(path)


def test_the_words_of_the_organisation_are_used(tmp_path: Path) -> None:
    path = tmp_path / "m.pdf"
    labels = {"peer": docs.both("なかま", "Companions")}
    render_minutes(docs.minutes(labels=labels), [JA, EN], path)
    found = pdf.squeezed(pdf.text(path))
    assert "なかま" in found
    assert "Companions5" in found
    assert "ピア" not in found


def test_empty_sections_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "m.pdf"
    bare = dict.fromkeys(
        ["guidelines", "items", "questions", "decisions", "actions", "differences", "minority"], ()
    )
    doc = docs.minutes(**bare, held_over=(), pauses=(), next_session=None)
    render_minutes(doc, [EN], path)
    found = pdf.text(path)
    assert "Present: 12" in found
    for heading in ("Guidelines", "Decisions", "Actions", "Minority", "Held over", "Pauses", "Next time"):
        assert heading not in found
    assert pdf.page_count(path) == 1


def test_every_part_of_the_minutes_is_on_the_page(tmp_path: Path) -> None:
    path = tmp_path / "m.pdf"
    render_minutes(docs.minutes(), [EN], path)
    found = pdf.squeezed(pdf.text(path, "-raw"))
    for words in (
        "Tuesday 8 April 2031", "13:33 – 15:28 (planned 13:30 – 15:30)", "(1 person online)",
        "Both, not said 3", "Mio, Nagi", "1 Talking is fine", "14:21 We took a breath.", "(nurse)",
        "D4-1 A message", "A4-1 Write three", "Who takes it on: Mio, Nagi; by 2 May",
        "Who takes it on: 1 person; by 13 May; partly done",
        "There is no place", "Reply: Whoever worries", "A breath 14:21, 15:24", "Break 14:26 – 14:36",
        "Tuesday 13 May 2031 13:30", "12 checked, 2 drafts", "Confirmed: 11 of 14", "1 / 2",
    ):  # fmt: skip
        assert pdf.squeezed(words) in found


def test_a_long_number_keeps_to_its_place(tmp_path: Path) -> None:
    path = tmp_path / "m.pdf"
    render_minutes(docs.minutes(header=docs.header(number=12345678)), [JA, EN], path)
    layout = layout_of(Paper.A4_LANDSCAPE, 2)
    assert "12345678" in pdf.text(path, "-x", 50, "-y", 60, "-W", 112, "-H", 70)
    assert pdf.column(path, layout, 0).startswith("休む日を、")


def test_the_checks_see_a_stock_font_and_a_lost_character(tmp_path: Path) -> None:
    path = tmp_path / "stock.pdf"
    canvas = Canvas(str(path))
    canvas.drawString(80, 700, "a 𠮷 b")
    canvas.save()
    assert ("Helvetica", "no", "no", "no") in pdf.fonts(path)
    assert "𠮷" not in pdf.text(path)


def test_a_failure_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "m.pdf"
    path.write_bytes(b"before")

    def full(_file: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        render_minutes(docs.minutes(), [EN], path)
    assert path.read_bytes() == b"before"
    assert [entry.name for entry in tmp_path.iterdir()] == ["m.pdf"]


def test_minutes_have_one_language_or_two(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="one language or in two"):
        render_minutes(docs.minutes(), [JA, EN, KO], tmp_path / "m.pdf")
