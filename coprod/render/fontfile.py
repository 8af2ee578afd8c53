"""A TrueType file as reportlab knows it, of which only that is read which is asked for.

reportlab reads all of it, number by number: 25,000 characters and 4 MB of outlines for a page that draws five hundred.
What is found is the same, but for the last glyphs, which share one width: reportlab takes it in the unit of a page, and
puts that into the font.
"""

from __future__ import annotations

import struct
import sys
from array import array
from bisect import bisect
from collections.abc import Mapping
from itertools import chain
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import TYPE_CHECKING

from reportlab.pdfbase.ttfonts import TTFontFace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_EVERY_CHARACTER = (3, 10)
_SPACE, _NO_BREAK = 0x20, 0xA0


class FontFile(TTFontFace):  # type: ignore[misc] # reportlab has no types
    """One of our font files: which glyph a character has, how wide it is, and where its outlines are.

    They all have a table of every character, and long places of outlines (`tests/render/test_fontfile.py`).
    """

    def readFile(self, path: str) -> None:  # noqa: N802 - reportlab's own name
        """Called by reportlab for the bytes of the file."""
        with Path(path).open("rb") as file:
            self._ttf_data = mmap(file.fileno(), 0, access=ACCESS_READ)
        self.filename, self._pos = path, 0

    def get_table(self, tag: str) -> bytes:
        """Called by reportlab for one part of the file; of the outlines it takes slices alone."""
        at, length = self.get_table_pos(tag)
        if tag == "glyf":
            return _Outlines(self._ttf_data, at)  # type: ignore[return-value]
        return self._ttf_data[at : at + length]

    def extractInfo(self, charInfo: int = 1) -> None:  # noqa: ARG002, N802, N803 - reportlab's own names
        """Called by reportlab for what a file says of its glyphs."""
        super().extractInfo(0)
        self.charToGlyph = _Glyphs(self.get_table("cmap"))
        own = 2 * _short(self.get_table("hhea"), 34)
        numbers = _numbers("H", self.get_table("hmtx")[: own + 2 * self.numGlyphs])
        self.hmetrics = _Metrics(numbers[:own], numbers[own:])
        self.charWidths = _Widths(self.charToGlyph, self.hmetrics, self._pdfScale)
        self.defaultWidth = self._pdfScale(numbers[0])
        self.glyphPos = _numbers("I", self.get_table("loca")[: 4 * (self.numGlyphs + 1)])


class _Glyphs(Mapping[int, int]):
    """Code point to glyph. A space that may not be broken is drawn as any other."""

    def __init__(self, cmap: bytes) -> None:
        tables = struct.iter_unpack(">HHL", cmap[4 : 4 + 8 * _short(cmap, 2)])
        begin = next(at for platform, encoding, at in tables if (platform, encoding) == _EVERY_CHARACTER)
        (many,) = struct.unpack_from(">L", cmap, begin + 12)
        numbers = _numbers("I", cmap[begin + 16 : begin + 16 + 12 * many])
        self._firsts, self._lasts, self._glyphs = numbers[::3], numbers[1::3], numbers[2::3]

    def __getitem__(self, point: int) -> int:
        point = _SPACE if point == _NO_BREAK else point
        n = bisect(self._firsts, point) - 1
        if n < 0 or point > self._lasts[n]:
            raise KeyError(point)
        return self._glyphs[n] + point - self._firsts[n]

    def __iter__(self) -> Iterator[int]:
        points = chain.from_iterable(map(range, self._firsts, (last + 1 for last in self._lasts)))
        return iter(dict.fromkeys([*points, _NO_BREAK]))

    def __len__(self) -> int:
        return sum(1 for _ in self)


class _Metrics:
    """Of each glyph its advance and its left side bearing, in units of the font; the last ones share one advance."""

    def __init__(self, pairs: array[int], bearings: array[int]) -> None:
        self._pairs, self._bearings = pairs, bearings

    def __getitem__(self, glyph: int) -> tuple[int, int]:
        beyond = 2 * glyph - len(self._pairs)
        if beyond >= 0:
            return self._pairs[-2], self._bearings[beyond // 2]
        return self._pairs[2 * glyph], self._pairs[2 * glyph + 1]


class _Widths(Mapping[int, float]):
    """Code point to advance, in thousandths of the type size."""

    def __init__(self, glyphs: _Glyphs, metrics: _Metrics, scale: Callable[[int], float]) -> None:
        self._glyphs, self._metrics, self._scale = glyphs, metrics, scale

    def __getitem__(self, point: int) -> float:
        return self._scale(self._metrics[self._glyphs[point]][0])

    def __iter__(self) -> Iterator[int]:
        return iter(self._glyphs)

    def __len__(self) -> int:
        return len(self._glyphs)


class _Outlines:
    """The part of a file that holds the outlines, read one by one."""

    def __init__(self, data: mmap, begin: int) -> None:
        self._data, self._begin = data, begin

    def __getitem__(self, part: slice) -> bytes:
        return self._data[self._begin + part.start : self._begin + part.stop]


def _short(table: bytes, at: int) -> int:
    return int.from_bytes(table[at : at + 2], "big")


def _numbers(kind: str, data: bytes) -> array[int]:
    """Numbers as a font writes them, the highest byte first."""
    found = array(kind, data)
    if sys.byteorder == "little":
        found.byteswap()
    return found
