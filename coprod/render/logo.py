"""The organisation's logo: read once so that it can be drawn everywhere, and drawn on a page."""

from __future__ import annotations

import warnings
from io import BytesIO
from typing import TYPE_CHECKING

from PIL import Image, ImageOps
from reportlab.lib.utils import ImageReader

from coprod.service.house import LogoRefused, WhyNoLogo

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

    from coprod.render.text import Picture

_KINDS = ("PNG", "JPEG")
_MOST_BYTES, _MOST_PIXELS = 5 * 1024 * 1024, 40_000_000
_SIZE = (1200, 480)
"""In px: at 12 mm of height that is more than print can show."""
_LONGEST = 8
"""How many times as wide as high, or as high as wide, it may be."""
HIGH = 28.0
"""In points, on the page; less where it would be wider than `WIDE` of the page."""
WIDE = 0.3


def read_logo(data: bytes) -> bytes:
    """Fulfils the port LogoReader: on white, for nobody knows what shines through on paper."""
    if len(data) > _MOST_BYTES:
        raise LogoRefused(WhyNoLogo.TOO_BIG)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            picture = _opened(data)
    except LogoRefused:
        raise
    except Exception:  # whatever the reader of pictures meets in a broken one
        raise LogoRefused(WhyNoLogo.NO_PICTURE) from None
    out = BytesIO()
    picture.save(out, "PNG", optimize=True)
    return out.getvalue()


def _opened(data: bytes) -> Image.Image:
    with Image.open(BytesIO(data), formats=_KINDS) as found:
        if found.width * found.height > _MOST_PIXELS:
            raise LogoRefused(WhyNoLogo.TOO_BIG)
        if max(found.size) > _LONGEST * min(found.size):
            raise LogoRefused(WhyNoLogo.TOO_LONG)
        whole = _eight_bits(ImageOps.exif_transpose(found)).convert("RGBA")
    ground = Image.new("RGBA", whole.size, "white")
    ground.alpha_composite(whole)
    flat = ground.convert("RGB")
    flat.thumbnail(_SIZE)
    return flat


def _eight_bits(picture: Image.Image) -> Image.Image:
    """A grey in 16 bits, as many of them as a page shows; else almost all of it would turn white."""
    if not picture.mode.startswith("I"):
        return picture
    return picture.convert("I").point(lambda value: value / 257).convert("L")


def sized(png: bytes, page: float) -> tuple[float, float]:
    """How wide and how high a logo stands on a page of that width, in points."""
    with Image.open(BytesIO(png)) as picture:
        width, height = picture.size
    high = min(HIGH, WIDE * page * height / width)
    return high * width / height, high


def draw_logo(canvas: Canvas, picture: Picture, baseline: float) -> None:
    """Draw it on a line."""
    with Image.open(BytesIO(picture.png)) as image:
        reader = ImageReader(image.copy())
    canvas.drawImage(reader, picture.x, baseline - 4, picture.width, picture.height)
