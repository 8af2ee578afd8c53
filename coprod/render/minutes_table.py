"""Decisions and actions as a table, for a spreadsheet: XLSX, and CSV.

A text is never a formula. In XLSX its cell says that it is text. CSV has no such thing: fields are quoted as RFC 4180
says, and an apostrophe stands before a text that a spreadsheet would calculate, or run, when somebody opens the file
with a double click: `=1+1`, `- and then`. XLSX and the data have the text as it was said.
"""

from __future__ import annotations

import csv
from io import BytesIO, StringIO
from typing import TYPE_CHECKING, TypeAlias

from coprod.domain.terms import ActionStatus
from coprod.i18n import N_
from coprod.render import wording
from coprod.render.packed import packed
from coprod.render.tidy import tidy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from openpyxl.worksheet.worksheet import Worksheet

    from coprod.domain.minutes_doc import ActionLine, MinutesDoc, Numbered, Wording
    from coprod.i18n import Catalogue

Value: TypeAlias = "str | date | None"
Row: TypeAlias = "tuple[Value, ...]"

_NARROW, _WIDE = 14, 48  # characters
_CALCULATED = ("=", "+", "-", "@", "\t", "\r")
"""How texts begin that a spreadsheet takes for formulas; it passes over a tab at the beginning."""
_OPEN = N_("Still to do")


def table(doc: MinutesDoc, catalogues: Sequence[Catalogue]) -> list[Row]:
    """The head of the table, then a row for each decision, then one for each action."""
    return [
        _head(catalogues),
        *(_decision(entry, catalogues) for entry in doc.decisions),
        *(_action(action, catalogues) for action in doc.actions),
    ]


def minutes_csv(doc: MinutesDoc, catalogues: Sequence[Catalogue]) -> bytes:
    """The table as CSV: UTF-8 with the mark by which Excel knows it, each field quoted, CR LF after each row."""
    out = StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    for row in table(doc, catalogues):
        writer.writerow("" if value is None else _as_text(str(value)) for value in row)
    return out.getvalue().encode("utf-8-sig")


def _as_text(text: str) -> str:
    return f"'{text}" if text.startswith(_CALCULATED) else text


def minutes_xlsx(doc: MinutesDoc, catalogues: Sequence[Catalogue]) -> bytes:
    """The table as a spreadsheet of one sheet; the same minutes are the same bytes."""
    from openpyxl import Workbook  # noqa: PLC0415 - a tenth of a second to read, for those who want one

    book = Workbook()
    sheet = book.worksheets[0]
    title = catalogues[0].say("Decisions and actions")
    sheet.title = title
    for n, row in enumerate(table(doc, catalogues), start=1):
        for m, value in enumerate(row, start=1):
            _write(sheet, n, m, value)
    _laid_out(sheet, len(catalogues))
    out = BytesIO()
    book.save(out)
    name = " / ".join(dict.fromkeys(wording.plain(doc.header.title, one) for one in catalogues))
    return packed(out.getvalue(), name, catalogues[0].tag, None, {})


# ---- rows


def _head(catalogues: Sequence[Catalogue]) -> Row:
    return (
        _both(catalogues, N_("Number")),
        _both(catalogues, N_("Kind")),
        *_each(catalogues, N_("Text ({language})")),
        _both(catalogues, N_("Who takes it on")),
        *_each(catalogues, N_("Others who take it on ({language})")),
        _both(catalogues, N_("Due")),
        _both(catalogues, N_("What became of it")),
        *_each(catalogues, N_("Reason ({language})")),
    )


def _decision(entry: Numbered, catalogues: Sequence[Catalogue]) -> Row:
    nothing = (None,) * len(catalogues)
    texts = _texts(entry.line.wording, catalogues)
    return entry.number, _both(catalogues, N_("Decision")), *texts, None, *nothing, None, None, *nothing


def _action(action: ActionLine, catalogues: Sequence[Catalogue]) -> Row:
    status = _OPEN if action.status is ActionStatus.OPEN else wording.STATUSES[action.status]
    return (
        action.number,
        _both(catalogues, N_("Action")),
        *_texts(action.line.wording, catalogues),
        " / ".join(dict.fromkeys(filter(None, (_owners(action, one) for one in catalogues)))) or None,
        *_texts(action.owner_text, catalogues),
        action.due,
        _both(catalogues, status),
        *_texts(action.reason, catalogues),
    )


def _owners(action: ActionLine, catalogue: Catalogue) -> str:
    """Those who may be named, and how many others."""
    people = [wording.plain(name, catalogue) for name in action.owners]
    if action.unnamed_owners:
        people.append(catalogue.say_n("{n} person", "{n} people", action.unnamed_owners))
    return tidy(wording.joined(people, catalogue))


def _texts(of: Wording | None, catalogues: Sequence[Catalogue]) -> Iterator[str | None]:
    """A text in each language, with its mark."""
    for catalogue in catalogues:
        yield tidy(wording.marked(of, catalogue)) if of else None


def _both(catalogues: Sequence[Catalogue], msgid: str) -> str:
    return " / ".join(dict.fromkeys(one.say(msgid) for one in catalogues))


def _each(catalogues: Sequence[Catalogue], msgid: str) -> Iterator[str]:
    for one in catalogues:
        yield one.say(msgid, language=wording.language_name(one.tag, one))


# ---- the sheet


def _write(sheet: Worksheet, row: int, column: int, value: Value) -> None:
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415 - see above

    cell = sheet.cell(row, column, value)
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    if row == 1:
        cell.font = Font(bold=True)
    if isinstance(value, str):
        cell.data_type = "s"  # and not a formula, an error or a number
        cell.quotePrefix = value.startswith(("=", "+", "-", "@", "'"))
    elif value is not None:
        cell.number_format = "yyyy-mm-dd"


def _laid_out(sheet: Worksheet, languages: int) -> None:
    """The head stays in sight; columns of texts are wide."""
    from openpyxl.utils import get_column_letter  # noqa: PLC0415 - see above

    sheet.freeze_panes = "C2"
    texts = range(3, 3 + languages)
    for n in range(1, sheet.max_column + 1):
        sheet.column_dimensions[get_column_letter(n)].width = _WIDE if n in texts else _NARROW * (1 + (n > 2))
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = "1:1"
