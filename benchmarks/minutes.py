"""The minutes: our lines against stock reportlab paragraphs in paired columns, their growth, and their memory."""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate

from benchmarks.table import Row
from coprod import paths
from coprod.domain.minutes_doc import Cell, Header, ItemMinutes, Line, MinutesDoc, Standing, Voices, Wording
from coprod.domain.terms import ItemKind, NoteKind
from coprod.i18n import Catalogue
from coprod.render.minutes_pdf import render_minutes

if TYPE_CHECKING:
    from collections.abc import Callable

_JA = "議題が前の日に届くと、言葉を用意できます。あとで聞かせてと言われて、次も話そうと思えました。"
_EN = [
    "when",
    "the",
    "agenda",
    "comes",
    "a",
    "day",
    "before",
    "I",
    "can",
    "prepare",
    "my",
    "words",
    "and",
    "later",
    "I",
    "felt",
    "able",
    "to",
    "speak",
    "again",
]
_MEGABYTE = 1024 * 1024
_KILOBYTES_IN_BYTES = 1 if sys.platform == "darwin" else 1024


def rows() -> list[Row]:
    """Time, growth and memory of the minutes."""
    few, many = _pairs(2000), _pairs(8000)
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder, "minutes.pdf")
        peak = _peak(out)  # first: Linux counts what the parent held when it started the child
        ours = _best(lambda: _draw(few, out))
        stock = _best(lambda: _draw_stock(few, out))
        grown = _best(lambda: _draw(many, out))
    return [
        Row("minutes of 2,000 pairs ÷ stock reportlab paragraphs in paired columns", ours / stock, 0.8),
        Row("minutes of 8,000 pairs ÷ 2,000 pairs", grown / ours, 4.5),
        Row("minutes of 8,000 pairs: peak memory", peak, 150.0, "MB", "<"),
    ]


def _pairs(count: int) -> list[tuple[str, str]]:
    """Invented notes: about 60 Japanese characters beside about 20 English words."""
    random = Random(7)
    pairs = []
    for n in range(count):
        start = random.randrange(len(_JA))
        ja = f"{n}番目の発言。{_JA[start:]}{_JA[:start]}"
        en = " ".join(random.choices(_EN, k=20)).capitalize()
        pairs.append((ja, f"Contribution {n}: {en}."))
    return pairs


def _draw(pairs: list[tuple[str, str]], out: Path) -> None:
    lines = tuple(
        Line(str(n), NoteKind.CONTRIBUTION, Wording({"ja": ja, "en": en}, "ja"), Cell.PEERS)
        for n, (ja, en) in enumerate(pairs)
    )
    render_minutes(_minutes(lines), [Catalogue("ja"), Catalogue("en")], out)


def _minutes(lines: tuple[Line, ...]) -> MinutesDoc:
    title = Wording({"ja": "計測", "en": "Benchmark"}, "ja")
    header = Header(title, None, None, None, None, None, None, None, None, None, 12, 0, (), ())
    item = ItemMinutes(ItemKind.ROUNDTABLE, None, (), (Voices(Cell.PEERS, lines),), ())
    standing = Standing(len(lines), 0, {})
    return MinutesDoc(
        "benchmark", ("ja", "en"), header, False, {}, (), (item,), (), (), (), (), (), (), (), None, standing
    )  # fmt: skip


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


def _draw_stock(pairs: list[tuple[str, str]], out: Path) -> None:
    """The quickest that stock paragraphs allow: two of them side by side in a bare flowable (a Table is slower)."""
    pdfmetrics.registerFont(TTFont("Stock", str(paths.resources() / "fonts" / "BIZUDPGothic-Regular.ttf")))
    japanese = ParagraphStyle("ja", fontName="Stock", fontSize=9.75, leading=15.75, wordWrap="CJK")
    english = ParagraphStyle("en", fontName="Stock", fontSize=9.26, leading=15.75)
    story = [_Pair(Paragraph(ja, japanese), Paragraph(en, english)) for ja, en in pairs]
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
    _draw(_pairs(8000), Path(sys.argv[1]))
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _KILOBYTES_IN_BYTES)
