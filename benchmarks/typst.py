"""The minutes against typst 0.15: the same texts in the same columns and fonts, each as a tagged PDF/A-3a and PDF/UA-1.

Each program runs in a process of its own. Timed is the call that makes the file from the texts in memory, without
what a process needs to start; beside it stands the time of the whole process.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.table import Row

if TYPE_CHECKING:
    from collections.abc import Callable

_ROOT = Path(__file__).resolve().parents[1]
_PYTHON = _ROOT / ".tools" / "typst" / "bin" / "python"
_KILOBYTES_IN_BYTES = 1 if sys.platform == "darwin" else 1024
_MEGABYTE = 1024 * 1024
_TIMES = 5
_COUNT = 2000

_OURS = """
import sys
from pathlib import Path
from benchmarks.typst import timed
from benchmarks._pairs import draw, read
those = read(Path(sys.argv[1]))
timed(lambda: draw(those, Path(sys.argv[2])))
"""
_TYPST = """
import resource, sys, time
import typst
standards = sys.argv[3].split()
begun = time.perf_counter()
typst.compile(sys.argv[1], sys.argv[2], font_paths=[sys.argv[4]], ignore_system_fonts=True, pdf_standards=standards)
print(time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""
_PAGE = """
#set document(title: "計測 / Benchmark", date: datetime(year: 2031, month: 4, day: 8))
#set page(
  width: 841.89pt, height: 595.28pt, margin: (left: 56.7pt, right: 56.69pt, top: 67.5pt, bottom: 66.28pt),
  header: text(7pt)[計測 #h(1fr) Benchmark],
  footer: context align(right, text(7pt, counter(page).display("1 / 1", both: true))),
)
#set text(font: "BIZ UDPGothic", size: 9.75pt, lang: "ja", top-edge: 0.8em, bottom-edge: -0.2em)
#set par(leading: 6pt)
= 計測 / Benchmark
== みんなで話す / Roundtable
=== ピア / Peers
#grid(
  columns: (100.9pt, 296.8pt, 296.8pt), column-gutter: (10pt, 24pt), row-gutter: 10.4pt,
  ..json("pairs.json").map(((ja, en)) => ([], ja, text(size: 9.26pt, lang: "en", en))).flatten(),
)
"""


class Run(NamedTuple):
    """One run: seconds of the call and of the whole process, and peak memory in MB."""

    call: float
    whole: float
    peak: float


def rows() -> list[Row]:
    """Time and memory of ours over those of typst."""
    if not _PYTHON.exists():
        message = "typst is not here; `make bench` fetches it"
        raise FileNotFoundError(message)
    with tempfile.TemporaryDirectory() as folder:
        ours, typst = _compared(Path(folder))
        pages = " and ".join(str(_pages(Path(folder, name))) for name in ("ours.pdf", "typst.pdf"))
    what = f"minutes of {_COUNT:,} pairs ÷ typst {_version()}"
    return [
        Row(f"{what}, tagged PDF/A-3a ({pages} pages)", ours.call / typst.call, 0.7),
        Row(f"{what}, with the start of each process", ours.whole / typst.whole, 0.7),
        Row(f"{what}, peak memory ({ours.peak:.0f} and {typst.peak:.0f} MB)", ours.peak / typst.peak, 0.3),
    ]


def timed(work: Callable[[], None]) -> None:
    """Do `work`, and print how long it took and how much memory the process had at most."""
    begun = time.perf_counter()
    work()
    print(time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)


def _compared(folder: Path) -> tuple[Run, Run]:
    """The best of some runs of each, by turns."""
    from benchmarks._pairs import pairs  # noqa: PLC0415 - Linux counts what the parent held when it started the child

    those, page = folder / "pairs.json", folder / "page.typ"
    those.write_text(json.dumps(pairs(_COUNT)), "utf-8")
    page.write_text(_PAGE, "utf-8")
    fonts = str(_ROOT / "resources" / "fonts")
    our_command = [sys.executable, "-c", _OURS, str(those), str(folder / "ours.pdf")]
    typst_command = [str(_PYTHON), "-c", _TYPST, str(page), str(folder / "typst.pdf"), "a-3a ua-1", fonts]
    found = [(_run(our_command), _run(typst_command)) for _ in range(_TIMES)]
    best = [Run(*map(min, zip(*runs, strict=True))) for runs in zip(*found, strict=True)]
    return best[0], best[1]


def _run(command: list[str]) -> Run:
    begun = time.perf_counter()
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=_ROOT)
    call, peak = map(float, done.stdout.split())
    return Run(call, time.perf_counter() - begun, peak * _KILOBYTES_IN_BYTES / _MEGABYTE)


def _pages(path: Path) -> int:
    import pikepdf  # noqa: PLC0415 - as above

    with pikepdf.open(path) as pdf:
        return len(pdf.pages)


def _version() -> str:
    script = "from importlib.metadata import version; print(version('typst'))"
    return subprocess.run(
        [str(_PYTHON), "-c", script], check=True, capture_output=True, text=True
    ).stdout.strip()
