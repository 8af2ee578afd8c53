"""The minutes as a Word file: what stands where, in which style, font and language."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from hypothesis import given, settings

from coprod.domain.minutes_doc import Wording
from coprod.domain.terms import Edition
from coprod.i18n import Catalogue
from coprod.render.minutes_docx import minutes_docx
from coprod.render.outline import outline, spaced
from coprod.service.printing import Arrangement, Paper, Setting
from tests.render import docs, word
from tests.render.test_nobody_shown import doc_of
from tests.service.exchange.sessions import SESSIONS
from tests.sessions import DATA, REPO, SAMPLE, load

if TYPE_CHECKING:
    from coprod.domain.minutes_doc import MinutesDoc

JA, EN, KO = Catalogue("ja"), Catalogue("en"), Catalogue("ko")
STACKED = Setting(Arrangement.STACKED)
MEETINGS = [
    *(
        SAMPLE / "speaking-up.coprod.json",
        DATA / "published.coprod.json",
        DATA / "odd-characters.coprod.json",
    ),
    *sorted((REPO.parent / "shared" / "data").glob("*.coprod.json")),
]
ACROSS = {"Edition", "Title", "Title Translation", "Heading 1"}


def expected(doc: MinutesDoc, *catalogues: Catalogue, setting: Setting = word.PLAIN) -> list[str]:
    """Number and words of each passage in each language, as one string a paragraph."""
    found: list[str] = []
    one = (
        {"EDITION", "SECTION"}
        if setting.arrangement is Arrangement.SIDE
        else {"EDITION", "SECTION", "STANDPOINT"}
    )
    for passage in outline(doc, catalogues):
        cells = ["".join(piece.text for piece in spaced(cell)) for cell in passage.cells]
        if passage.part.name in one:
            found.append("\n".join(dict.fromkeys(cells)))
        else:
            found += [f"{passage.number}\t{cell}" if passage.number else cell for cell in cells]
    return found


def said(doc: MinutesDoc, *catalogues: Catalogue, setting: Setting = word.PLAIN) -> list[str]:
    """The words of every paragraph but the heads of columns and the empty one at the end."""
    found = [word.read(one) for one in word.paragraphs(word.opened(doc, *catalogues, setting=setting))]
    return [one.text for one in found if one.style not in {"Language", "Foot"}]


# ---- nothing is lost


@pytest.mark.parametrize("setting", [word.PLAIN, STACKED], ids=["side", "stacked"])
@pytest.mark.parametrize("meeting", MEETINGS, ids=lambda path: path.stem)
def test_every_text_of_a_meeting_in_order(meeting: Any, setting: Setting) -> None:
    doc = doc_of(load(meeting))
    assert said(doc, JA, EN, setting=setting) == expected(doc, JA, EN, setting=setting)


def test_one_language_alone() -> None:
    assert said(docs.minutes(), EN) == expected(docs.minutes(), EN)
    assert not any(isinstance(block, list) for block in word.blocks(word.opened(docs.minutes(), EN)))


@given(SESSIONS)
@settings(max_examples=20)
def test_every_text_of_any_session_in_order(made: dict[str, Any]) -> None:
    doc = doc_of(made)
    for setting in (word.PLAIN, STACKED):
        assert said(doc, JA, KO, setting=setting) == expected(doc, JA, KO, setting=setting)


def test_the_comparison_sees_one_lost_word() -> None:
    doc = docs.minutes()
    assert said(docs.minutes(guidelines=doc.guidelines[:2]), JA, EN) != expected(doc, JA, EN)


def test_lines_tabs_and_signs_of_markup_are_kept_as_text() -> None:
    text = "two\nlines\tand <b>&amp;</b>   spaces "
    line = docs.line(Wording({"en": text}, "en"))
    assert text in said(docs.minutes(differences=(line,)), EN)


# ---- side by side


def test_each_row_pairs_the_same_thing_in_two_languages() -> None:
    tables = [block for block in word.blocks(word.opened(docs.minutes(), JA, EN)) if isinstance(block, list)]
    assert all(len(row) == 2 for rows in tables for row in rows)
    pairs = [(row[0].text, row[1].text) for rows in tables for row in rows]
    assert ("まだ少し緊張しています。", "I’m still a little tense.") in pairs
    assert (
        "D4-1\t休みの連絡は、理由を書かなくてよいことにする。",
        "D4-1\tA message that one is off needs no reason.",
    ) in pairs
    assert {rows[0][0] for rows in tables} == {word.Read("Language", "日本語")}


def test_headings_stand_across_the_page_where_a_reader_finds_them() -> None:
    found = list(word.blocks(word.opened(docs.minutes(), JA, EN)))
    across = [block for block in found if isinstance(block, word.Read)]
    inside = {cell.style for block in found if isinstance(block, list) for row in block for cell in row}
    assert not inside & ACROSS
    assert word.Read("Heading 1", "決定事項\nDecisions") in across
    assert word.Read("Title Translation", "No. 4 What makes it easier to say we need a day off") in across
    assert across[-1] == word.Read("Foot", "")


def test_a_standpoint_is_one_paragraph_where_languages_stand_one_under_the_other() -> None:
    found = list(word.blocks(word.opened(docs.minutes(), JA, EN, setting=STACKED)))
    at = found.index(word.Read("Standpoint", "専門職\nProfessionals"))
    assert [one.style for one in found[at + 1 : at + 3] if isinstance(one, word.Read)] == [
        "Contribution",
        "Translation",
    ]


def test_the_same_heading_in_both_languages_stands_once() -> None:
    doc = docs.minutes()
    assert "Decisions" in said(doc, Catalogue("fr"), EN)


def test_the_head_of_a_table_comes_again_and_a_short_row_is_not_parted() -> None:
    long = docs.line(docs.both("あ" * 601, "a"))
    document = word.opened(docs.minutes(held_over=(docs.line(docs.both("あ" * 600, "a")), long)), JA, EN)
    rows = [row for table in document.tables for row in table.rows]
    heads = [row for row in rows if row._tr.find(f".//{qn('w:tblHeader')}") is not None]  # noqa: SLF001
    assert len(heads) == len(document.tables)
    parted = [row for row in rows if row._tr.find(f".//{qn('w:cantSplit')}") is None]  # noqa: SLF001
    assert [[cell.text for cell in row.cells] for row in parted] == [["あ" * 601, "a"]]


def test_the_table_has_no_lines_and_fills_the_page() -> None:
    document = word.opened(docs.minutes(), JA, EN)
    assert document.tables
    for table in document.tables:
        lines = table._tbl.tblPr.find(qn("w:tblBorders"))  # noqa: SLF001
        assert {line.get(qn("w:val")) for line in lines} == {"nil"}
        widths = [int(column.get(qn("w:w"))) for column in table._tbl.tblGrid]  # noqa: SLF001
        assert widths == [7285, 7285]


# ---- styles, fonts, languages


def test_each_kind_of_text_has_its_style() -> None:
    found = map(word.read, word.paragraphs(word.opened(docs.minutes(), JA, EN)))
    by_text = {one.text: one.style for one in found}
    for text, style in {
        "第4回 休む日を、言い出しやすくするには": "Title",
        "1\t話すのも、話さないのも、それでいい": "Guideline",
        "いま、どんな感じですか？": "Prompt",
        "Not attributed": "Standpoint",
        "ゆうべはよく眠れました。": "Contribution",
        "I slept well last night.": "Translation",
        "14:21 We took a breath.": "Pause",
        "Who does the work of the day that someone is off?": "Translation",
        "D4-1\tA message that one is off needs no reason.": "Decision",
        "A4-1\t連絡の文例を三つ書いて、みんなに配る。": "Action",
        "Who takes it on: Mio, Nagi; by 2 May": "Detail",
        "“Without a reason I worry all the more.”": "Minority Opinion",
        "Reply: Whoever worries asks the person, once.": "Reply",
        "Present: 12": "Fact",
    }.items():
        assert by_text[text] == style, text


def test_numbers_marks_and_credits_have_a_style_of_their_own() -> None:
    document = word.opened(docs.minutes(), JA, EN)
    styled = {
        run.text: getattr(run.style, "name", "") for one in word.paragraphs(document) for run in one.runs
    }
    assert styled["D4-2"] == "Number"
    assert styled[" (nurse)"] == "Credit"
    assert styled[" (draft translation)"] == "Mark"


@pytest.mark.parametrize(
    ("catalogues", "east"),
    [((JA, EN), "BIZ UDPGothic"), ((EN,), "BIZ UDPGothic"), ((KO, JA), "Noto Sans KR"),
     ((Catalogue("zh-Hant"), EN), "Noto Sans TC")],
    ids=["ja-en", "en", "ko-ja", "zh"],
)  # fmt: skip
def test_every_style_names_its_fonts_and_none_by_theme(catalogues: tuple[Catalogue, ...], east: str) -> None:
    data = minutes_docx(docs.minutes(), catalogues, word.PLAIN)
    document = Document(BytesIO(data))
    assert {"Normal", "Title", "Heading 1", "Heading 2", "Heading 3"} <= {one.name for one in document.styles}
    for style in document.styles:
        fonts = style.element.find(f".//{qn('w:rFonts')}")
        assert fonts.get(qn("w:eastAsia")) == east
        assert fonts.get(qn("w:ascii")) == "BIZ UDPGothic"
    assert not re.search("Theme=|theme1", "".join(word.parts(data).values()))
    named = set(re.findall('w:eastAsia="([A-Z][^"]+)"', "".join(word.parts(data).values())))
    assert named <= set(re.findall('w:font w:name="([^"]+)"', word.parts(data)["word/fontTable.xml"]))


def test_every_style_that_is_used_exists() -> None:
    for setting in (word.PLAIN, STACKED):
        parts = word.parts(minutes_docx(docs.minutes(), (JA, EN), setting))
        used = {id for text in parts.values() for id in re.findall('w:[pr]Style w:val="([^"]+)"', text)}
        assert used <= set(re.findall('w:styleId="([^"]+)"', parts["word/styles.xml"]))
        assert len(used) > 12


def test_every_run_says_its_language() -> None:
    document = word.opened(docs.minutes(), JA, EN)
    runs = {
        run.text: word.languages(run) for one in word.paragraphs(document) for run in one.runs if run.text
    }
    assert runs["ゆうべはよく眠れました。"] == ("ja-JP", "ja-JP")
    assert runs["I slept well last night."] == ("en-GB", None)
    assert runs["（看護師）"] == ("ja-JP", "ja-JP")
    unsaid = {text for text, (latin, _) in runs.items() if latin is None}
    assert unsaid <= {"\t", "\n", *(f"{kind}4-{n}" for kind in "DA" for n in (1, 2)), "1", "2", "3"}


def test_what_stands_in_another_language_than_its_column_says_so_too() -> None:
    korean = docs.line(Wording({"ko": "쉬고 싶어요."}, "ko"))
    document = word.opened(docs.minutes(differences=(korean,)), JA, EN)
    (run, mark), _ = (one.runs for one in word.paragraphs(document) if one.text.startswith("쉬고"))
    assert word.languages(run) == ("ko-KR", "ko-KR")
    assert word.fonts(run) == "Noto Sans KR"
    assert word.languages(mark) == ("ja-JP", "ja-JP")


def test_the_document_says_its_languages() -> None:
    parts = word.parts(minutes_docx(docs.minutes(), (EN, KO), word.PLAIN))
    assert '<w:lang w:val="en-GB" w:eastAsia="ko-KR"/>' in parts["word/styles.xml"]
    assert '<w:themeFontLang w:val="en-GB" w:eastAsia="ko-KR"/>' in parts["word/settings.xml"]


def test_an_action_stays_with_its_owners() -> None:
    document = word.opened(docs.minutes(), JA, EN)
    kept = {one.text[:4] for one in word.paragraphs(document) if one.paragraph_format.keep_with_next}
    assert {"A4-1", "A4-2"} <= kept
    assert "D4-1" not in kept


# ---- the page


@pytest.mark.parametrize(
    ("setting", "languages", "wide"),
    [
        (Setting(), 2, True),
        (Setting(), 1, False),
        (STACKED, 2, False),
        (Setting(paper=Paper.A4), 2, False),
        (Setting(paper=Paper.A4_LANDSCAPE), 1, True),
    ],
)
def test_the_paper_is_a4_held_as_asked(setting: Setting, languages: int, wide: bool) -> None:
    (section,) = word.opened(docs.minutes(), *(JA, EN)[:languages], setting=setting).sections
    assert section.orientation is (WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT)
    size = sorted((section.page_width or 0, section.page_height or 0), reverse=wide)
    assert [
        abs(one - Mm(side)) < Mm(0.1)
        for one, side in zip(size, sorted((210, 297), reverse=wide), strict=True)
    ]
    assert ((section.page_width or 0) > (section.page_height or 0)) is wide


@pytest.mark.parametrize(
    ("edition", "large", "points"),
    [
        (Edition.RECORD, False, 10.5),
        (Edition.EASY, False, 14),
        (Edition.RECORD, True, 18),
        (Edition.EASY, True, 18),
    ],
)
def test_the_size_of_the_type(edition: Edition, large: bool, points: float) -> None:
    document = word.opened(docs.minutes(edition=edition), JA, setting=Setting(large=large))
    normal, foot = (document.styles[name].element.rPr.find(qn("w:sz")) for name in ("Normal", "Foot"))
    assert Pt(points) == Pt(int(normal.get(qn("w:val"))) / 2)
    assert int(foot.get(qn("w:val"))) / 2 >= points * 0.65


def test_the_easy_edition_breaks_after_each_sentence() -> None:
    two = docs.line(docs.both("休みます。あした来ます。", "I rest. I come tomorrow."))
    assert "休みます。\nあした来ます。" in said(docs.minutes(edition=Edition.EASY, differences=(two,)), JA)


def test_every_page_has_its_number_and_the_foot_and_all_but_the_first_a_running_head() -> None:
    (section,) = word.opened(docs.minutes(), JA, EN).sections
    for foot in (section.first_page_footer, section.footer):
        fields = [one.get(qn("w:instr")) for one in foot.part.element.iter(qn("w:fldSimple"))]
        assert fields == [" PAGE ", " NUMPAGES "]
        texts = [one.text for one in foot.paragraphs]
        assert any(
            text.startswith(
                "Printed copies cannot be called back. A draft, not issued yet. Confirmed: 11 of 14."
            )
            for text in texts
        )
        assert any(
            text.startswith(
                "印刷した写しは、あとから取り消せません。下書きです。まだ発行していません。話した本人の確認："
            )
            for text in texts
        )
    head = "第4回　休む日を、言い出しやすくするには\tNo. 4 What makes it easier to say we need a day off"
    assert [one.text for one in section.header.paragraphs] == [head]
    assert [one.text for one in section.first_page_header.paragraphs] == [""]


def test_the_properties_tell_title_language_and_day_and_nothing_else() -> None:
    data = minutes_docx(docs.minutes(), (JA, EN), word.PLAIN)
    told = Document(BytesIO(data)).core_properties
    assert told.title == "休む日を、言い出しやすくするには / What makes it easier to say we need a day off"
    assert told.language == "ja-JP"
    assert [told.created, told.modified] == [docs.at(15, 28)] * 2
    assert not any((told.author, told.last_modified_by, told.comments, told.keywords, told.subject))
    assert "python-docx" not in "".join(word.parts(data).values())


def test_a_title_of_any_signs_is_a_property() -> None:
    header = docs.header(title=Wording({"en": "<Tea> & \ufffe\x0bcake"}, "en"))
    data = minutes_docx(docs.minutes(header=header), (EN,), word.PLAIN)
    assert Document(BytesIO(data)).core_properties.title == "<Tea> & \ncake"


def test_without_a_day_the_properties_have_none() -> None:
    doc = docs.minutes(header=docs.header(started=None, ended=None, planned_start=None, planned_end=None))
    assert "dcterms:created" not in word.parts(minutes_docx(doc, (EN,), word.PLAIN))["docProps/core.xml"]


def test_the_package_holds_what_it_needs_in_the_order_of_names_without_a_date() -> None:
    with ZipFile(BytesIO(minutes_docx(docs.minutes(), (JA, EN), word.PLAIN))) as package:
        names = package.namelist()
        assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert names[0] == "[Content_Types].xml"
    assert names[1:] == sorted(names[1:])
    known = r"_rels/\.rels|docProps/(app|core)\.xml|word/(_rels/document\.xml\.rels|\w+\.xml)|\[Content_Types\]\.xml"
    assert [name for name in names if not re.fullmatch(known, name)] == []
    assert not any("ffects" in name or "theme" in name or "numbering" in name for name in names)


@pytest.mark.parametrize("setting", [word.PLAIN, STACKED], ids=["side", "stacked"])
def test_a_heading_that_is_the_same_in_both_languages_stands_once(setting: Setting) -> None:
    item = replace(docs.roundtable(), title=docs.both("Open Dialogue", "Open Dialogue"))
    assert said(docs.minutes(items=(item,)), JA, EN, setting=setting).count("Open Dialogue") == 1
