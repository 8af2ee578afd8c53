"""A TrueType file as reportlab knows it, its large tables read at one go.

reportlab reads them number by number, in twice the time and with more memory. What is read is the same, but for the
last glyphs, which share one width: reportlab takes it in the unit of a page, and puts that into the font.
"""

from __future__ import annotations

import struct
import sys
from array import array
from typing import TYPE_CHECKING

from reportlab.pdfbase.ttfonts import TTFontFace

if TYPE_CHECKING:
    from collections.abc import Iterator

_EVERY_CHARACTER = (3, 10)
_SPACE, _NO_BREAK = 0x20, 0xA0


class FontFile(TTFontFace):  # type: ignore[misc] # reportlab has no types
    """One of our font files: which glyph a character has, how wide it is, and where its outlines are.

    They all have a table of every character, and long places of outlines (`tests/render/test_fontfile.py`).
    """

    def extractInfo(self, charInfo: int = 1) -> None:  # noqa: ARG002, N802, N803 - reportlab's own names
        """Called by reportlab for what a file says of its glyphs."""
        super().extractInfo(0)
        self.charToGlyph = dict(self._characters())
        self.charToGlyph[_NO_BREAK] = self.charToGlyph[_SPACE]  # drawn alike
        self._read_widths()
        self.glyphPos = _numbers("I", self.get_table("loca")[: 4 * (self.numGlyphs + 1)])

    def _characters(self) -> Iterator[tuple[int, int]]:
        """Each code point with its glyph."""
        cmap = self.get_table("cmap")
        tables = struct.iter_unpack(">HHL", cmap[4 : 4 + 8 * _short(cmap, 2)])
        begin = next(at for platform, encoding, at in tables if (platform, encoding) == _EVERY_CHARACTER)
        (many,) = struct.unpack_from(">L", cmap, begin + 12)
        begin += 16
        for first, last, glyph in struct.iter_unpack(">LLL", cmap[begin : begin + 12 * many]):
            yield from zip(range(first, last + 1), range(glyph, glyph + last + 1 - first), strict=True)

    def _read_widths(self) -> None:
        """The advance of each glyph; those that have none of their own are as wide as the one before them."""
        many = _short(self.get_table("hhea"), 34)
        numbers = _numbers("H", self.get_table("hmtx")[: 2 * (many + self.numGlyphs)])
        own, rest = numbers[: 2 * many], numbers[2 * many :]
        self.hmetrics = [*zip(own[::2], own[1::2], strict=True), *((own[-2], bearing) for bearing in rest)]
        scaled = {width: self._pdfScale(width) for width in {*own[::2]}}
        self.defaultWidth = scaled[own[0]]
        self.charWidths = {char: scaled[self.hmetrics[glyph][0]] for char, glyph in self.charToGlyph.items()}


def _short(table: bytes, at: int) -> int:
    return int.from_bytes(table[at : at + 2], "big")


def _numbers(kind: str, data: bytes) -> array[int]:
    """Numbers as a font writes them, the highest byte first."""
    found = array(kind, data)
    if sys.byteorder == "little":
        found.byteswap()
    return found
