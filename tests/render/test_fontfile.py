"""What is read of our fonts at one go is what reportlab reads number by number, but for what that gets wrong."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from reportlab.pdfbase.ttfonts import TTFontFace

from coprod import paths
from coprod.render.fontfile import FontFile

if TYPE_CHECKING:
    from pathlib import Path

FONTS = sorted((paths.resources() / "fonts").glob("*.ttf"))
each_font = pytest.mark.parametrize("path", FONTS, ids=lambda path: path.stem)


def said(font: Any, own: int) -> dict[str, Any]:
    """All that is known of a file but how far it was read, and the widths of glyphs that have none of their own."""
    known = {
        **vars(font),
        "_ttf_data": bytes(font.get_chunk(0, 10**8)),
        "charToGlyph": dict(font.charToGlyph),
        "charWidths": dict(font.charWidths),
        "glyphPos": list(font.glyphPos),
        "hmetrics": [font.hmetrics[glyph] for glyph in range(own)],
    }
    return {key: value for key, value in known.items() if key not in {"_pos", "_pdfScale", "glyphToChar"}}


def bearings(font: Any) -> list[int]:
    return [font.hmetrics[glyph][1] for glyph in range(font.numGlyphs)]


def own_widths(path: Path) -> int:
    with TTFont(path, lazy=True) as font:
        return int(font["hhea"].numberOfHMetrics)


@each_font
def test_all_that_a_file_says_is_what_reportlab_reads(path: Path) -> None:
    quick, plain, own = FontFile(str(path)), TTFontFace(str(path)), own_widths(path)
    assert said(quick, own) == said(plain, own)
    assert bearings(quick) == bearings(plain)
    assert len(quick.charToGlyph) == len(quick.charWidths) == len(plain.charToGlyph)


@each_font
def test_a_character_that_a_file_has_not_is_in_none_of_its_tables(path: Path) -> None:
    face = FontFile(str(path))
    for point in (min(face.charToGlyph) - 1, max(face.charToGlyph) + 1, 0x10FFFF):
        assert point not in face.charToGlyph
        assert point not in face.charWidths


@each_font
def test_a_part_of_a_file_is_as_wide_as_the_page_says(path: Path) -> None:
    """An archive asks for it. reportlab gives the last glyphs of a file the width that they have on a page."""
    face, own = FontFile(str(path)), own_widths(path)
    last = [char for char, glyph in face.charToGlyph.items() if glyph >= own]
    some = [*last, *list(face.charToGlyph)[:400]]
    with TTFont(BytesIO(face.makeSubset(some))) as part:
        widths = [part["hmtx"][name][0] for name in part.getGlyphOrder()]
    glyphs = list(dict.fromkeys([0, *(face.charToGlyph[char] for char in some)]))
    units = dict(zip(glyphs, widths, strict=False))  # then come the parts of others
    found = {char: units[face.charToGlyph[char]] * 1000 / face.unitsPerEm for char in some}
    wrong = [char for char in some if abs(found[char] - face.charWidths[char]) > 0.01]
    assert wrong == []


def test_some_of_our_fonts_have_such_glyphs() -> None:
    assert sum(own_widths(path) < FontFile(str(path)).numGlyphs for path in FONTS) == 3
