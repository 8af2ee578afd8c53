"""A face into the PDF: the glyphs it drew, their widths, and what each of its codes means in Unicode."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from pikepdf import Array, Dictionary, Name, String

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pikepdf import Object, Pdf

    from coprod.render.fonts import Face

_BLOCK = 100  # entries a block of a CMap may hold
_SYMBOLIC = 4


def font_resources(pdf: Pdf, faces: Iterable[Face]) -> Object:
    """Embed every face that drew something; returns the `/Font` dictionary for all pages."""
    fonts = {f"/{face.name}": pdf.make_indirect(_font(pdf, face)) for face in faces if face.codes}
    return pdf.make_indirect(Dictionary(fonts))


def to_unicode(codes: Iterable[tuple[int, int]]) -> bytes:
    """The ToUnicode CMap of (code point, code) pairs: UTF-16BE, so that what lies beyond the BMP comes out right."""
    entries = [f"<{code:04x}> <{chr(point).encode('utf-16-be').hex()}>" for point, code in codes]
    blocks = [entries[start : start + _BLOCK] for start in range(0, len(entries), _BLOCK)]
    lines = [
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
        "1 begincodespacerange <0000> <ffff> endcodespacerange",
        *(line for block in blocks for line in (f"{len(block)} beginbfchar", *block, "endbfchar")),
        "endcmap CMapName currentdict /CMap defineresource pop end end",
    ]
    return "\n".join(lines).encode("ascii")


def _font(pdf: Pdf, face: Face) -> Dictionary:
    name = Name(f"/COPRO{chr(ord('@') + int(face.name[1:]))}+{face.ttf.name.decode('ascii')}")
    descendant = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=name,
        CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0),
        FontDescriptor=pdf.make_indirect(_descriptor(pdf, face, name)),
        DW=1000,
        W=Array([1, Array([_number(face.width(chr(point))) for point in face.codes])]),
        CIDToGIDMap=pdf.make_stream(_glyphs(face)),
    )
    return Dictionary(
        Type=Name.Font,
        Subtype=Name.Type0,
        BaseFont=name,
        Encoding=Name("/Identity-H"),
        DescendantFonts=Array([pdf.make_indirect(descendant)]),
        ToUnicode=pdf.make_stream(to_unicode(face.codes.items())),
    )


def _descriptor(pdf: Pdf, face: Face, name: Name) -> Dictionary:
    ttf = face.ttf
    subset = ttf.makeSubset(list(face.codes))
    return Dictionary(
        Type=Name.FontDescriptor,
        FontName=name,
        Flags=_SYMBOLIC,
        FontBBox=Array([_number(edge) for edge in ttf.bbox]),
        ItalicAngle=0,
        Ascent=_number(ttf.ascent),
        Descent=_number(ttf.descent),
        CapHeight=_number(ttf.capHeight),
        StemV=_number(ttf.stemV),
        FontFile2=pdf.make_stream(subset, Length1=len(subset)),
    )


def _glyphs(face: Face) -> bytes:
    """Code to glyph of the subset, whose glyphs stand in the order of their first use."""
    new = {0: 0}
    glyphs = [0, *(new.setdefault(face.ttf.charToGlyph[point], len(new)) for point in face.codes)]
    return b"".join(glyph.to_bytes(2, "big") for glyph in glyphs)


def _number(value: float) -> Decimal:
    return Decimal(f"{value:.3f}")
