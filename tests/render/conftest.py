"""Font files are read once for all tests: four fifths of the time of a short document go into reading them."""

from __future__ import annotations

from functools import cache

import pytest
from reportlab.pdfbase.ttfonts import TTFontFace

from coprod.render import fonts

_read = cache(TTFontFace)


@pytest.fixture(autouse=True)
def fonts_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "TTFontFace", _read)
