"""Text set in lines: which type, where it breaks, and how it is written into a page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from coprod.render.borders import QUARTER, meetings
from coprod.render.fonts import Run
from coprod.render.linebreak import atoms, break_lines
from coprod.render.phrases import phrases

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from coprod.render.fonts import Fonts, Typeface
    from coprod.render.layout import Column
    from coprod.render.shapes import Shape
    from coprod.render.tags import Node

INK = (0x22, 0x29, 0x2B)
INK2 = (0x42, 0x48, 0x47)
ACCENT = (0x0A, 0x50, 0x4E)
TINT = (0xF7, 0xF3, 0xEB)
LINE = (0xDD, 0xD5, 0xC6)

_ROMAN_SCALE = 0.95  # Latin is wide in these fonts
_EAST_ASIAN = {"ja", "ko", "zh", "yue"}
_FEED = re.compile("\r\n|[\n\r\u0085\u2028\u2029]")
_CODE = 4  # hexadecimal digits of a character
_LAST_HYPHEN = re.compile(r"-\s*$")


@dataclass(frozen=True, slots=True)
class Style:
    """How a span looks. `size` is that of Japanese; other scripts follow it. `phrased`: Japanese breaks at phrases."""

    size: float
    bold: bool = False
    phrased: bool = False
    colour: tuple[int, int, int] = INK


class Span(NamedTuple):
    """A piece of text in one style. `lang` decides on the size of its letters too; `gap` is before it, in points.

    One that is `whole` begins a line of its own rather than be parted, where it is no longer than half a column.
    """

    text: str
    style: Style
    lang: str
    gap: float = 0
    whole: bool = False


class Segment(NamedTuple):
    """A piece of a line, set: `x` on the page, `size` in points, `rise` above the baseline.

    `label`: what it is where it is a label of its own, and no part of the text that it stands beside. `apart`: it is
    read out apart from what stands before it, for which the room that it keeps is not enough.
    """

    x: float
    text: str
    typeface: Typeface
    size: float
    colour: tuple[int, int, int]
    lang: str = ""
    apart: bool = False
    label: Node | None = None
    rise: float = 0


class Mark(NamedTuple):
    """A shape in a line, as high as its letters."""

    x: float
    shape: Shape
    size: float


class Picture(NamedTuple):
    """A picture in a line (PNG), its foot a little under the letters: `x` on the page, and its size in points."""

    x: float
    width: float
    height: float
    png: bytes


class Stroke(NamedTuple):
    """A thin stroke of a figure: from `x` to `end`, and from `low` to `high` above the baseline."""

    x: float
    end: float
    low: float
    high: float


Line = tuple[Segment | Mark | Picture | Stroke, ...]


class Typesetter:
    """Sets spans in lines with the fonts of one document."""

    def __init__(self, fonts: Fonts) -> None:
        self._fonts = fonts

    def lines(self, spans: Sequence[Span], column: Column) -> list[Line]:
        """Set spans one after the other in a column; each goes on where the one before it ended."""
        lines: list[Line] = [()]
        end = 0.0
        for span in spans:
            typeface, size = self._type(span)
            unit = size / 1000
            start = end + span.gap if end else 0.0
            if start and span.whole and start + self.width(span) > column.width > 2 * self.width(span):
                lines.append(())
                start = 0.0
            pieces = phrases if span.style.phrased and span.lang.split("-")[0] == "ja" else atoms
            texts = break_lines(span.text, column.width / unit, typeface.width, start / unit, pieces)
            fed = _after_feeds(span.text, texts) if len(texts) > 1 else ()
            for n, text in enumerate(texts):
                if n:
                    lines.append(())
                    start = 0.0
                if text:
                    apart = n in fed if n else span.gap > 0 and (len(lines) > 1 or bool(lines[-1]))
                    look = (typeface, size, span.style.colour)
                    lines[-1] += (Segment(column.x + start, text, *look, span.lang, apart),)
            end = start + typeface.width[texts[-1]] * unit
        return lines

    def segment(self, span: Span, x: float, rise: float = 0) -> Segment:
        """Set a span on one line, wherever it ends."""
        typeface, size = self._type(span)
        return Segment(x, span.text, typeface, size, span.style.colour, span.lang, rise=rise)

    def width(self, span: Span) -> float:
        """The width of a span on one line, in points."""
        typeface, size = self._type(span)
        return typeface.width[span.text] * size / 1000

    def clip(self, span: Span, width: float) -> Span:
        """Shorten a span to a width, with an ellipsis; for running heads alone."""
        if self.width(span) <= width:
            return span
        text = span.text
        while text and self.width(span._replace(text=f"{text}…")) > width:
            text = text[:-1]
        return span._replace(text=f"{text}…")

    def _type(self, span: Span) -> tuple[Typeface, float]:
        roman = span.lang.split("-")[0] not in _EAST_ASIAN
        size = span.style.size * (_ROMAN_SCALE if roman else 1)
        return self._fonts.typeface(bold=span.style.bold, roman=roman), size


def _after_feeds(text: str, lines: Sequence[str]) -> set[int]:
    """Which lines begin after a line feed: read out, they would be joined to a word that ends without a space."""
    found: set[int] = set()
    if not _FEED.search(text):
        return found
    place = 0
    for n, line in enumerate(lines):
        feed = _FEED.match(text, place)
        if n and feed:
            place = feed.end()
            if not text[: feed.start()].endswith((" ", "\u3000")):
                found.add(n)
        place += len(line)
    return found


@cache
def colour(rgb: tuple[int, int, int], operator: str) -> str:
    """A colour as a PDF operation."""
    return " ".join(f"{part / 255:.3f}" for part in rgb) + f" {operator}"


def operations(segment: Segment, y: float) -> str:
    """The PDF operations that draw a segment with its baseline at `y` (from the foot of the page)."""
    if segment.apart:
        space = segment.typeface.width[" "] * segment.size / 1000
        segment = segment._replace(x=segment.x - space, text=f" {segment.text}")
    parts = [f"BT {colour(segment.colour, 'rg')} 1 0 0 1 {segment.x:.2f} {y + segment.rise:.2f} Tm"]
    parts += _shows(segment.typeface.runs(segment.text), segment)
    return " ".join(parts) + " ET"


def _shows(runs: Iterable[Run], segment: Segment) -> Iterable[str]:
    ends_in_hyphen = _LAST_HYPHEN.search(segment.text)
    for run in runs:
        yield f"/{run.face.name} {segment.size:.4g} Tf"
        if run.actual is not None:
            yield _as_actual(f"{run.face.encode(run.drawn)} Tj", run.actual)
        elif ends_in_hyphen and (last := _LAST_HYPHEN.search(run.drawn)):
            # Readers drop a hyphen that ends a line, as if a word had been parted there: here it is the text's own.
            yield _show_run(Run(run.face, run.drawn[: last.start()]), segment)
            yield _as_actual(f"{run.face.encode('-')} Tj", "- ")
        else:
            yield _show_run(run, segment)


def _show_run(run: Run, segment: Segment) -> str:
    typeface = segment.typeface
    if typeface.roman:
        return _with_narrow_apostrophes(run, typeface.narrowing)
    met = meetings(run.drawn)
    return _with_room(run, met) if met else f"{run.face.encode(run.drawn)} Tj"


def _with_room(run: Run, met: Sequence[tuple[int, int]]) -> str:
    """Part the characters that meet, and let them be read as they were written."""
    codes, shown, free = run.face.encode(run.drawn)[1:-1], [], 0
    for start, end in met:
        if free < start:
            shown.append(f"<{codes[_CODE * free : _CODE * start]}> Tj")
        kerned = f" {-QUARTER} ".join(
            f"<{codes[at : at + _CODE]}>" for at in range(_CODE * start, _CODE * end, _CODE)
        )
        shown.append(_as_actual(f"[{kerned}] TJ", run.drawn[start:end]))
        free = end
    if free < len(run.drawn):
        shown.append(f"<{codes[_CODE * free :]}> Tj")
    return " ".join(shown)


def _with_narrow_apostrophes(run: Run, narrowing: float) -> str:
    if "’" not in run.drawn:
        return f"{run.face.encode(run.drawn)} Tj"
    *pieces, last = run.drawn.split("’")
    kerned = [f"{run.face.encode(piece + '’')} {narrowing:.0f}" for piece in pieces]
    return f"[{' '.join(kerned)} {run.face.encode(last)}] TJ"


def _as_actual(shown: str, actual: str) -> str:
    """What is drawn, with what it is read as: readers take the room between two letters for a space."""
    return f"/Span <</ActualText <feff{actual.encode('utf-16-be').hex()}>>> BDC {shown} EMC"
