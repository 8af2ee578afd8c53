"""The minutes: our lines against stock reportlab paragraphs in paired columns, their growth, and their memory."""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate

from benchmarks._pairs import draw, pairs
from benchmarks.table import Row
from coprod import paths

if TYPE_CHECKING:
    from collections.abc import Callable

_MEGABYTE = 1024 * 1024
_KILOBYTES_IN_BYTES = 1 if sys.platform == "darwin" else 1024


def rows() -> list[Row]:
    """Time, growth and memory of the minutes."""
    few, many = pairs(2000), pairs(8000)
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder, "minutes.pdf")
        peak = _peak(out)  # first: Linux counts what the parent held when it started the child
        ours = _best(lambda: draw(few, out))
        stock = _best(lambda: _draw_stock(few, out))
        grown = _best(lambda: draw(many, out))
    return [
        Row("minutes of 2,000 pairs ÷ stock reportlab paragraphs in paired columns", ours / stock, 0.8),
        Row("minutes of 8,000 pairs ÷ 2,000 pairs", grown / ours, 4.3),
        Row("minutes of 8,000 pairs: peak memory", peak, 150.0, "MB", "<"),
    ]


class _Pair(Flowable):  # type: ignore[misc] # reportlab has no types
    """Two stock paragraphs that start together."""

    def __init__(self, *cells: Paragraph) -> None:
        super().__init__()
        self._cells = cells
        self._heights: list[float] = []

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Break the lines of both."""
        self._heights = [cell.wrap(width / 2 - 12, height)[1] for cell in self._cells]
        return width, max(self._heights)

    def draw(self) -> None:
        """Draw both."""
        for n, (cell, height) in enumerate(zip(self._cells, self._heights, strict=True)):
            cell.drawOn(self.canv, n * 320, max(self._heights) - height)


def _draw_stock(those: list[tuple[str, str]], out: Path) -> None:
    """The quickest that stock paragraphs allow: two of them side by side in a bare flowable (a Table is slower)."""
    pdfmetrics.registerFont(TTFont("Stock", str(paths.resources() / "fonts" / "BIZUDPGothic-Regular.ttf")))
    japanese = ParagraphStyle("ja", fontName="Stock", fontSize=9.75, leading=15.75, wordWrap="CJK")
    english = ParagraphStyle("en", fontName="Stock", fontSize=9.26, leading=15.75)
    story = [_Pair(Paragraph(ja, japanese), Paragraph(en, english)) for ja, en in those]
    SimpleDocTemplate(str(out), pagesize=(841.89, 595.28), initialFontName="Stock").build(story)


def _best(work: Callable[[], None], times: int = 3) -> float:
    """Seconds of processor time of the quickest run: what other programs do is no part of it."""
    found = []
    for _ in range(times):
        start = time.process_time()
        work()
        found.append(time.process_time() - start)
    return min(found)


def _peak(out: Path) -> float:
    """Peak memory of a process that does nothing but draw 8,000 pairs, in MB."""
    command = [sys.executable, "-m", "benchmarks.minutes", str(out)]
    root = str(Path(__file__).resolve().parents[1])
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=root)
    return int(done.stdout) / _MEGABYTE


if __name__ == "__main__":
    draw(pairs(8000), Path(sys.argv[1]))
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _KILOBYTES_IN_BYTES)
