"""What is told of a server, in each case."""

from __future__ import annotations

import pytest

from coprod.i18n import Catalogue
from coprod.present.syncing import _TROUBLE, of_the_server


@pytest.mark.parametrize("lang", ["en", "ja", "ko"])
def test_each_trouble_is_told_in_its_own_sentence_and_all_else_in_one(lang: str) -> None:
    words = Catalogue(lang)
    told = {code: of_the_server(code, words) for code in (*_TROUBLE, "failed", "damaged", "")}
    assert told["failed"] == told["damaged"]
    assert len(set(told.values())) == len(told) - 1
