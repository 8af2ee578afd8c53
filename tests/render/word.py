"""Word files read back by python-docx, and by their bare XML."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple
from zipfile import ZipFile

from docx import Document
from docx.oxml.ns import qn
from docx.table import Table

from coprod.render.minutes_docx import minutes_docx
from coprod.service.printing import Setting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document as Opened
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

    from coprod.domain.minutes_doc import MinutesDoc
    from coprod.i18n import Catalogue

PLAIN = Setting()


class Read(NamedTuple):
    """A paragraph: its style and its words, a line end as `\\n`."""

    style: str
    text: str


def opened(doc: MinutesDoc, *catalogues: Catalogue, setting: Setting = PLAIN) -> Opened:
    return Document(BytesIO(minutes_docx(doc, catalogues, setting)))


def read(paragraph: Paragraph) -> Read:
    return Read(str(paragraph.style.name if paragraph.style else ""), paragraph.text)


def blocks(document: Opened) -> Iterator[Read | list[list[Read]]]:
    """Paragraphs, and tables as rows of cells (each cell has one paragraph), in order."""
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            rows = [row.cells for row in block.rows]
            assert all(len(cell.paragraphs) == 1 for row in rows for cell in row)
            yield [[read(cell.paragraphs[0]) for cell in row] for row in rows]
        else:
            yield read(block)


def paragraphs(document: Opened) -> list[Paragraph]:
    """All of the body, those in tables where they stand, row by row."""
    found: list[Paragraph] = []
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            found += [one for row in block.rows for cell in row.cells for one in cell.paragraphs]
        else:
            found.append(block)
    return found


def languages(run: Run) -> tuple[str | None, str | None]:
    """The language of Latin letters of a run, and that of East Asian ones, as the run itself says."""
    found = run.element.find(f".//{qn('w:lang')}")
    return (None, None) if found is None else (found.get(qn("w:val")), found.get(qn("w:eastAsia")))


def fonts(run: Run) -> str | None:
    """The East Asian font of a run, as the run itself says."""
    found = run.element.find(f".//{qn('w:rFonts')}")
    return None if found is None else found.get(qn("w:eastAsia"))


def parts(data: bytes) -> dict[str, str]:
    """Every part of a package, as text."""
    with ZipFile(BytesIO(data)) as package:
        return {name: package.read(name).decode("utf-8") for name in package.namelist()}
