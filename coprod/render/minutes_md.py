"""The minutes as Markdown (CommonMark): headings, and under each text its translation as a quotation.

What was said is text and never markup: whatever could be read as such is escaped.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coprod.render import naming, wording
from coprod.render.outline import Part, outline, spaced
from coprod.service.printing import NO_HOUSE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coprod.domain.minutes_doc import MinutesDoc
    from coprod.i18n import Catalogue
    from coprod.render.outline import Cell, Passage
    from coprod.service.printing import House

_ANYWHERE = re.compile(r"[\\`*_\[\]<>#|~]|&(?=#?\w+;)")
_AT_FIRST = re.compile(r"(?m)^([-+=]|\d{1,9}(?=[.)]))")
_HEADS = {Part.EDITION: "{}", Part.TITLE: "# {}", Part.SECTION: "## {}", Part.STANDPOINT: "**{}**"}
"""What stands in one line for all languages."""


def minutes_md(doc: MinutesDoc, catalogues: Sequence[Catalogue], house: House = NO_HOUSE) -> str:
    """The text of the file, with LF at the end of each line."""
    blocks = [block for passage in outline(doc, catalogues, house) for block in _blocks(passage)]
    feet = [_text(wording.sentences(naming.foot(doc, one), one)) for one in catalogues]
    return "\n\n".join([*blocks, "---", *feet]) + "\n"


def _blocks(passage: Passage) -> Iterator[str]:
    if passage.part in _HEADS:
        lines = dict.fromkeys(re.sub("[ \t\n]+", " ", _joined(cell)).strip() for cell in passage.cells)
        yield _HEADS[passage.part].format(_text(" / ".join(lines)))
        return
    number = f"**{_text(passage.number)}** " if passage.number else ""
    for n, cell in enumerate(passage.cells):
        text = (number + _text(_joined(cell))).rstrip(" ")
        yield _quoted(text) if n else text


def _joined(cell: Cell) -> str:
    return "".join(piece.text for piece in spaced(cell))


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))


def _text(text: str) -> str:
    """Paragraphs of text, their lines broken where they were."""
    paragraphs = re.split(r"\n\s*\n", text.strip(" \t\n"))
    return "\n\n".join(
        "\\\n".join(_escaped(line.strip(" \t")) for line in one.split("\n")) for one in paragraphs
    )


def _escaped(line: str) -> str:
    anywhere = _ANYWHERE.sub(lambda found: f"\\{found[0]}", line)
    return _AT_FIRST.sub(_at_first, anywhere)


def _at_first(found: re.Match[str]) -> str:
    """A dash, or the point after a number, which would begin a list."""
    return f"{found[0]}\\" if found[0].isdigit() else f"\\{found[0]}"
