"""What the tests read out of a PDF, with poppler's and qpdf's own programs."""

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING

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
