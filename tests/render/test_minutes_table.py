"""Decisions and actions as a spreadsheet and as CSV: read back by three readers, and never a formula."""

from __future__ import annotations

import csv
import re
from dataclasses import replace
from datetime import date, datetime
from io import BytesIO, StringIO
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from coprod.domain.minutes_doc import ActionLine, Numbered, Wording
from coprod.domain.terms import ActionStatus
from coprod.i18n import Catalogue
from coprod.readers import read_table
from coprod.render.minutes_table import minutes_csv, minutes_xlsx, table
from tests.render import docs, word
from tests.render.test_nobody_shown import doc_of
from tests.service.exchange.sessions import SESSIONS
from tests.sessions import SAMPLE, load

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl.worksheet.worksheet import Worksheet

    from coprod.domain.minutes_doc import MinutesDoc
    from coprod.render.minutes_table import Row

JA, EN, KO = Catalogue("ja"), Catalogue("en"), Catalogue("ko")
FORMULAS = [
    *("=1+1", '=HYPERLINK("http://nowhere.example")', "+1", "-1", "@SUM(A1)", "'quoted", "\t=1", "1", "1e5"),
    *("#N/A", "TRUE", "2031-05-02", "=cmd|' /C calc'!A0", "{=1}", 'a,b"c"', "two\nlines", " spaces "),
]


def sheet_of(doc: MinutesDoc, *catalogues: Catalogue) -> Worksheet:
    book = load_workbook(BytesIO(minutes_xlsx(doc, catalogues)))
    assert len(book.worksheets) == 1
    return book.worksheets[0]


def values(sheet: Worksheet) -> list[Row]:
    """What stands in the cells, a moment at midnight as its day."""

    def plain(value: Any) -> Any:
        return value.date() if isinstance(value, datetime) else value

    return [tuple(map(plain, row)) for row in sheet.iter_rows(values_only=True)]


def rows_of_csv(data: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(data.decode("utf-8-sig"), newline="")))


def as_text(rows: list[Row]) -> list[list[str]]:
    return [["" if value is None else str(value) for value in row] for row in rows]


def quoted(text: str) -> str:
    """As CSV has a text: a spreadsheet shows it, and calculates nothing."""
    return re.sub(r"\A(?=[=+\-@\t\r])", "'", text)


def one_of_each(text: str) -> MinutesDoc:
    """A decision and an action in which every text is this one."""
    said = Wording({"ja": text, "en": text}, "ja", {"en": docs.CHECKED})
    line = docs.line(said)
    action = ActionLine("A1", line, (said,), 0, said, date(2031, 5, 2), ActionStatus.DECLINED, said)
    return docs.minutes(decisions=(Numbered("D1", line),), actions=(action,))


def test_decisions_come_first_then_actions_each_with_its_columns() -> None:
    head, *found = table(docs.minutes(), (EN, JA))
    assert [row[0] for row in found] == ["D4-1", "D4-2", "A4-1", "A4-2"]
    assert {len(row) for row in (head, *found)} == {11}
    assert found[0] == (
        *("D4-1", "Decision / 決定", "A message that one is off needs no reason."),
        "休みの連絡は、理由を書かなくてよいことにする。",
        *(None,) * 7,
    )
    assert found[2][4:9] == ("Mio, Nagi / Mio、Nagi", None, None, date(2031, 5, 2), found[2][8])
    assert found[3][4] == "1 person / 1人"
    assert found[3][8:] == (
        "Partly done / 途中です",
        "There is no place for the sheet yet.",
        "紙の置き場所が、まだ決まっていません。",
    )


def test_one_language_has_a_column_for_each_text_and_one_word_in_each_cell() -> None:
    head, *found = table(docs.minutes(), (EN,))
    assert head[:4] == ("Number", "Kind", "Text (English)", "Who takes it on")
    assert len(head) == 8
    assert found[3] == (
        *("A4-2", "Action", "Try out the handover sheet; tell us next time.", "1 person", None),
        *(date(2031, 5, 13), "Partly done", "There is no place for the sheet yet."),
    )


def test_a_text_that_is_not_translated_shows_its_original_and_says_so() -> None:
    action = replace(docs.actions()[0], owner_text=Wording({"ja": "市の係"}, "ja"))
    row = table(docs.minutes(decisions=(), actions=(action,)), (JA, EN))[1]
    assert row[5:7] == ("市の係", "市の係 (original in Japanese)")


def test_a_mark_stands_behind_its_text_as_its_language_writes() -> None:
    english = replace(docs.decisions()[0], line=docs.line(Wording({"en": "Two sheets."}, "en")))
    row = table(docs.minutes(decisions=(english,), actions=()), (JA, EN))[1]
    assert row[2:4] == ("Two sheets.（原文：英語）", "Two sheets.")


def test_a_meeting_that_decided_nothing_has_a_head_alone() -> None:
    doc = docs.minutes(decisions=(), actions=())
    assert len(values(sheet_of(doc, EN))) == 1
    assert len(rows_of_csv(minutes_csv(doc, (EN,)))) == 1


@pytest.mark.parametrize("catalogues", [(JA, EN), (KO, JA), (EN,)], ids=["ja-en", "ko-ja", "en"])
@pytest.mark.parametrize(
    "doc", [docs.minutes(), doc_of(load(SAMPLE / "speaking-up.coprod.json"))], ids=["invented", "sample"]
)
def test_the_same_texts_by_every_reader(
    doc: MinutesDoc, catalogues: tuple[Catalogue, ...], tmp_path: Path
) -> None:
    rows = table(doc, catalogues)
    assert values(sheet_of(doc, *catalogues)) == rows
    assert rows_of_csv(minutes_csv(doc, catalogues)) == as_text(rows)
    for name, data in (("t.xlsx", minutes_xlsx(doc, catalogues)), ("t.csv", minutes_csv(doc, catalogues))):
        (tmp_path / name).write_bytes(data)
        assert [list(row) for row in read_table(tmp_path / name)] == as_text(rows)


@pytest.mark.parametrize("text", FORMULAS)
def test_a_text_is_never_a_formula_a_number_or_an_error(text: str) -> None:
    data = minutes_xlsx(one_of_each(text), (JA, EN))
    sheet = load_workbook(BytesIO(data)).worksheets[0]
    for row, column in ((2, 3), (2, 4), (3, 3), (3, 5), (3, 6), (3, 7), (3, 11)):
        cell = sheet.cell(row, column)
        assert (cell.value, cell.data_type) == (text, "s")
        assert cell.quotePrefix == text.startswith(("=", "+", "-", "@", "'"))
    assert "<f>" not in word.parts(data)["xl/worksheets/sheet1.xml"]
    assert rows_of_csv(minutes_csv(one_of_each(text), (JA, EN)))[1][2] == quoted(text)


@given(st.text(max_size=30))
@settings(max_examples=30)
def test_any_text_comes_back_and_what_no_file_can_hold_is_left_out(text: str) -> None:
    doc = one_of_each(text)
    rows = table(doc, (JA, EN))
    assert [tuple(value or None for value in row) for row in rows] == values(sheet_of(doc, JA, EN))
    cells = [cell for row in rows_of_csv(minutes_csv(doc, (JA, EN))) for cell in row]
    assert cells == [quoted(cell) for row in as_text(rows) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


@given(SESSIONS)
@settings(max_examples=20)
def test_every_decision_and_action_of_any_session_has_its_row(made: dict[str, Any]) -> None:
    doc = doc_of(made)
    numbers = [one.number for one in doc.decisions] + [one.number for one in doc.actions]
    assert [row[0] for row in values(sheet_of(doc, JA, EN))[1:]] == numbers
    assert [row[0] for row in rows_of_csv(minutes_csv(doc, (EN,)))[1:]] == numbers


def test_the_sheet_is_laid_out_to_be_read() -> None:
    sheet = sheet_of(docs.minutes(), JA, EN)
    assert sheet.freeze_panes == "C2"
    assert sheet["C2"].alignment.wrap_text
    assert sheet["A1"].font.bold
    assert not sheet["A2"].font.bold
    assert sheet.column_dimensions["C"].width > 2 * sheet.column_dimensions["A"].width
    assert sheet.print_title_rows == "$1:$1"
    due = sheet["H4"]
    assert due.is_date
    assert due.number_format == "yyyy-mm-dd"


@pytest.mark.parametrize("lang", ["ja", "en", "ko"])
def test_the_sheet_has_a_name_that_every_program_takes(lang: str) -> None:
    name = str(sheet_of(docs.minutes(), Catalogue(lang)).title)
    assert 0 < len(name) <= 31
    assert not re.search(r"[\[\]:*?/\\]", name)


def test_the_properties_of_the_sheet_name_nobody_and_no_time() -> None:
    parts = word.parts(minutes_xlsx(docs.minutes(), (JA, EN)))
    assert "What makes it easier" in parts["docProps/core.xml"]
    assert not re.search("creator|created|modified|openpyxl", "".join(parts.values()))


def test_csv_is_as_excel_and_rfc_4180_want_it() -> None:
    data = minutes_csv(one_of_each('say "no"\nor'), (EN,))
    assert data.startswith(b'\xef\xbb\xbf"Number",')
    assert data.endswith(b'"\r\n')
    assert b'"say ""no""\nor"' in data
    assert data.count(b"\r\n") == 3
