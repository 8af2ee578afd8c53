"""Tables of other programs: whatever wrote them, the same cells; what is no table is refused and never crashes."""

from __future__ import annotations

import csv
import datetime as dt
from io import BytesIO, StringIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from coprod.readers import read_table
from coprod.readers.spreadsheet import UNPACKED
from coprod.readers.tables import LARGEST
from coprod.service.tables import MOST_COLUMNS, MOST_ROWS, TableRefused, WhyNoTable

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from coprod.service.tables import Table

JAPANESE = (("名前", "種類", "言葉"), ("すみれ", "意見", "いすを、もう一つ"), ("正", "", "静かな一分"))
KOREAN = (("이름", "종류", "말"), ("하늘", "의견", "의자를 하나 더"), ("보리", "", "조용한 일 분"))
ENGLISH = (("Name", "Words"), ("Umi", "That isn’t the same, is it?"), ("Vera", "One “more” chair — please"))


def text(rows: Sequence[Sequence[str]], separator: str = ",") -> str:
    """A table as a spreadsheet saves it."""
    out = StringIO()
    csv.writer(out, delimiter=separator).writerows(rows)
    return out.getvalue()


def book(*sheets: Sequence[Sequence[object]], hidden: int | None = None) -> bytes:
    """A spreadsheet with these sheets."""
    made = Workbook()
    made.remove(made.active)
    for number, rows in enumerate(sheets):
        sheet = made.create_sheet(f"Sheet {number}")
        sheet.sheet_state = "hidden" if number == hidden else "visible"
        for row in rows:
            sheet.append(list(row))
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def read(folder: Path, data: bytes, name: str = "table.csv") -> Table:
    path = folder / name
    path.write_bytes(data)
    return read_table(path)


def outcome(folder: Path, data: bytes) -> Table | WhyNoTable:
    """The table, or why there is none; anything else is a crash."""
    try:
        return read(folder, data)
    except TableRefused as error:
        return error.why


def refused(folder: Path, data: bytes) -> WhyNoTable:
    with pytest.raises(TableRefused) as caught:
        read(folder, data)
    return caught.value.why


@pytest.mark.parametrize(
    ("rows", "encoding"),
    [
        (JAPANESE, "utf-8"),
        (JAPANESE, "utf-8-sig"),
        (JAPANESE, "utf-16"),
        (JAPANESE, "cp932"),
        (KOREAN, "utf-8-sig"),
        (KOREAN, "cp949"),
        (KOREAN, "utf-16"),
        (ENGLISH, "utf-8"),
        (ENGLISH, "cp1252"),
    ],
)
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_the_same_table_in_every_encoding(
    tmp_path: Path, rows: tuple[tuple[str, ...], ...], encoding: str, separator: str
) -> None:
    assert read(tmp_path, text(rows, separator).encode(encoding)) == rows


def test_a_cell_may_hold_lines_quotes_and_separators(tmp_path: Path) -> None:
    rows = (("Umi", 'She said "stay",\nand stayed'), ("Vera", "a;b\tc"))
    assert read(tmp_path, text(rows).encode()) == rows


def test_empty_rows_and_columns_at_the_end_are_left_out_and_all_are_as_wide(tmp_path: Path) -> None:
    assert read(tmp_path, b"a,b,,\n\n , ,\nc\n") == (("a", "b"), ("c", ""))


def test_one_column_is_a_table_too(tmp_path: Path) -> None:
    assert read(tmp_path, "椅子を、もう一つ\n静かな一分\n".encode()) == (
        ("椅子を、もう一つ",),
        ("静かな一分",),
    )


@pytest.mark.parametrize("rows", [JAPANESE, KOREAN, ENGLISH])
def test_a_spreadsheet_reads_as_its_text(tmp_path: Path, rows: tuple[tuple[str, ...], ...]) -> None:
    assert read(tmp_path, book(rows), "table.xlsx") == rows


def test_what_a_file_is_its_bytes_say_and_not_its_name(tmp_path: Path) -> None:
    assert read(tmp_path, book(ENGLISH), "table.csv") == ENGLISH
    assert read(tmp_path, text(ENGLISH).encode(), "table.xlsx") == ENGLISH


def test_days_numbers_and_answers_are_written_as_people_write_them(tmp_path: Path) -> None:
    row = (dt.datetime(2026, 6, 30), dt.datetime(2026, 6, 30, 9, 30), 3.0, 2.5, 7, True, None, "x")  # noqa: DTZ001
    assert read(tmp_path, book([row])) == (
        ("2026-06-30", "2026-06-30T09:30:00", "3", "2.5", "7", "True", "", "x"),
    )


def test_the_first_sheet_that_is_seen_and_holds_anything_is_read(tmp_path: Path) -> None:
    assert read(tmp_path, book([("hidden",)], [], [("seen",)], [("later",)], hidden=0)) == (("seen",),)


def test_a_formula_is_never_read_as_words(tmp_path: Path) -> None:
    assert read(tmp_path, book([("Umi", '=HYPERLINK("x")')])) == (("Umi",),)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", WhyNoTable.EMPTY),
        (b" ,\n\n", WhyNoTable.EMPTY),
        (b"\xef\xbb\xbf", WhyNoTable.EMPTY),
        (b"a\0b,c", WhyNoTable.NOT_A_TABLE),
        (b"\xff\xfea", WhyNoTable.NO_TEXT),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 a book of 1998", WhyNoTable.OLD_KIND),
        (b"PK\x03\x04 no book", WhyNoTable.NOT_A_TABLE),
        (b",".join([b"x"] * (MOST_COLUMNS + 1)), WhyNoTable.TOO_BIG),
        (b"x\n" * (MOST_ROWS + 1), WhyNoTable.TOO_BIG),
        (b"x" * (LARGEST + 1), WhyNoTable.TOO_BIG),
        (b'"' + b"x" * 1_000_001 + b'"', WhyNoTable.NOT_A_TABLE),
        (b"\x81\xff\x8f\xff\x81" * 9, WhyNoTable.NO_TEXT),
    ],
)
def test_what_is_no_table_is_refused(tmp_path: Path, data: bytes, why: WhyNoTable) -> None:
    assert refused(tmp_path, data) is why


def test_a_spreadsheet_that_is_too_large_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path, book([["x"] * (MOST_COLUMNS + 1)])) is WhyNoTable.TOO_BIG


def test_a_small_file_that_would_unfold_without_end_is_refused_before_it_does(tmp_path: Path) -> None:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED, compresslevel=9) as archive, archive.open("xl/a.xml", "w") as part:
        for _ in range(UNPACKED // 2**20 + 1):
            part.write(bytes(2**20))
    assert len(out.getvalue()) < 2**20
    assert refused(tmp_path, out.getvalue()) is WhyNoTable.TOO_BIG


def test_another_archive_is_no_table(tmp_path: Path) -> None:
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        archive.writestr("letter.txt", "Dear all")
    assert refused(tmp_path, out.getvalue()) is WhyNoTable.NOT_A_TABLE


def test_a_file_that_is_not_there_and_a_folder_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "nowhere.csv", tmp_path):
        with pytest.raises(TableRefused) as caught:
            read_table(path)
        assert caught.value.why is WhyNoTable.NOT_READ


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.one_of(st.binary(max_size=400), st.text(max_size=200).map(str.encode)))
def test_whatever_the_bytes_are_it_is_a_table_or_refused(tmp_path: Path, data: bytes) -> None:
    came = outcome(tmp_path, data)
    if not isinstance(came, WhyNoTable):
        assert len({len(row) for row in came}) == 1
        assert all(any(row) for row in came)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_damaged_spreadsheet_never_crashes(tmp_path: Path, data: st.DataObject) -> None:
    whole = bytearray(book(JAPANESE))
    for _ in range(data.draw(st.integers(1, 12))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    assert outcome(tmp_path, bytes(whole))
