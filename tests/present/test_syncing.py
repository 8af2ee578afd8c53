"""What is told of a server, in each case."""

from __future__ import annotations

import pytest

from coprod.i18n import Catalogue
from coprod.present.syncing import _TROUBLE, of_the_server


@pytest.mark.parametrize("lang", ["en", "ja", "ko"])
def test_each_trouble_is_told_and_what_passes_by_itself_as_away(lang: str) -> None:
    words = Catalogue(lang)
    told = {code: of_the_server(code, words) for code in (*_TROUBLE, "away", "failed", "")}
    assert told["failed"] == told["away"]
    assert len(set(told.values())) == len(told) - 1
