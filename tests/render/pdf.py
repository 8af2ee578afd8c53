"""What the tests read out of a PDF, with poppler's and qpdf's own programs."""

from __future__ import annotations

import re
import subprocess
from html import unescape
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

    from coprod.render.layout import Layout


def run(*command: object) -> str:
    words = [str(word) for word in command]
    return subprocess.run(words, check=True, capture_output=True, text=True).stdout


def text(path: Path, *options: object) -> str:
    return run("pdftotext", *options, path, "-")


def column(path: Path, layout: Layout, n: int, *options: object) -> str:
    """The text of one column of all pages, running heads and feet left out, without white space."""
    x, y, width, height = (round(edge) for edge in layout.box(n))
    return squeezed(text(path, "-x", x, "-y", y, "-W", width, "-H", height, *options))


def squeezed(of: str) -> str:
    return re.sub(r"\s+", "", of)


def fonts(path: Path) -> list[tuple[str, str, str, str]]:
    """Name, embedded, subset, with a map to Unicode."""
    rows = [line.split() for line in run("pdffonts", path).splitlines()[2:]]
    return [(row[0], *row[-5:-2]) for row in rows]  # type: ignore[misc]


def page_count(path: Path) -> int:
    return int(re.search(r"Pages:\s+(\d+)", run("pdfinfo", path)).group(1))  # type: ignore[union-attr]


_ASCENT = 0.88  # of BIZ UDPGothic, which reaches from -0.12 to 0.88 of its size
_WORD = re.compile(r'<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)</word>')


class Word(NamedTuple):
    """A word where it stands on its page: from the left and the top, in points."""

    left: float
    top: float
    right: float
    bottom: float
    text: str

    @property
    def baseline(self) -> float:
        return self.top + _ASCENT * (self.bottom - self.top)


def words(path: Path) -> list[list[Word]]:
    """The words of each page."""
    command: list[str | Path] = ["pdftotext", "-bbox", path, "-"]
    done = subprocess.run(command, check=True, capture_output=True)
    pages = done.stdout.decode(errors="replace").split("<page ")[
        1:
    ]  # (its own copy of the title is not always UTF-8)
    return [[_word(*found) for found in _WORD.findall(page)] for page in pages]


def _word(left: str, top: str, right: str, bottom: str, said: str) -> Word:
    return Word(float(left), float(top), float(right), float(bottom), unescape(said))


def lines(page: list[Word]) -> list[tuple[float, str]]:
    """The lines of a page, or of the words of a column, from the top: baseline and text without spaces."""
    ordered = sorted(page, key=lambda word: (round(word.baseline), word.left))
    grouped = groupby(ordered, key=lambda word: round(word.baseline))
    return [(baseline, "".join(word.text for word in same)) for baseline, same in grouped]


def in_column(page: list[Word], layout: Layout, n: int) -> list[Word]:
    """The words that begin in a column, between head and foot."""
    x, width = layout.columns[n].x, layout.columns[n].width
    inside = (word for word in page if layout.top < word.baseline < layout.bottom + 1)
    return [word for word in inside if x - 1 <= word.left <= x + width]
