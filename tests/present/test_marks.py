"""A mark for every standpoint, and a word beside every mark."""

from __future__ import annotations

import pytest

from coprod.domain.terms import Standpoint
from coprod.i18n import Catalogue
from coprod.present.marks import Mark, mark_of, mark_word


@pytest.mark.parametrize("standpoint", list(Standpoint))
def test_each_standpoint_has_a_mark_of_its_own(standpoint: Standpoint) -> None:
    assert mark_of((standpoint,)).value == standpoint.value


def test_several_are_both_and_none_is_not_said() -> None:
    assert mark_of((Standpoint.PEER, Standpoint.PROFESSIONAL)) is Mark.BOTH
    assert mark_of((Standpoint.PEER, Standpoint.FAMILY)) is Mark.BOTH
    assert mark_of(()) is Mark.NOT_SAID


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_every_mark_has_a_word(lang: str) -> None:
    words = [mark_word(mark, Catalogue(lang)) for mark in Mark]
    assert len(set(words)) == len(Mark)
    assert all(words)
