"""Invented logos, drawn by the tests."""

from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageDraw


def logo(width: int = 300, height: int = 100, kind: str = "PNG", mode: str = "RGBA") -> bytes:
    """A ring on nothing, or on white."""
    picture = Image.new(mode, (width, height), (0, 0, 0, 0) if mode == "RGBA" else "white")
    ImageDraw.Draw(picture).ellipse((8, 8, height - 8, height - 8), outline=(10, 80, 78), width=6)
    out = BytesIO()
    picture.save(out, kind)
    return out.getvalue()
