"""Font files are read once for all tests: much of the time of a short document goes into reading them."""

from __future__ import annotations

from functools import cache

import pytest

from coprod.render import fonts
from coprod.render.fontfile import FontFile

_read = cache(FontFile)


@pytest.fixture(autouse=True)
def fonts_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "FontFile", _read)
