"""The words for translating: every state and every reason has its own, in each language."""

from __future__ import annotations

import pytest

from coprod.domain.translating import RowState
from coprod.i18n import Catalogue
from coprod.present.translating import came_in, sent_out, state_word, why_left, why_no_work
from coprod.service.translation import Brought, Left, WhyLeft, WhyNoWork, Work
from tests.stage import SESSION

LANGUAGES = pytest.mark.parametrize("lang", ["en", "ja", "ko"])
ENGLISH = Catalogue("en")


@LANGUAGES
def test_every_state_and_every_reason_has_words_of_its_own(lang: str) -> None:
    words = Catalogue(lang)
    for told in (
        [state_word(state, words) for state in RowState],
        [why_left(why, words) for why in WhyLeft],
        [why_no_work(why, words) for why in WhyNoWork],
    ):
        assert all(told)
        assert len(set(told)) == len(told)


def work(rows: int, left_out: int = 0) -> Work:
    return Work(SESSION, ("ja", "en"), (None,) * rows, left_out=left_out)  # type: ignore[arg-type]


def test_what_went_out_is_counted_and_so_is_what_stays() -> None:
    assert sent_out(work(1), ENGLISH) == "1 text went out"
    assert sent_out(work(4, 1), ENGLISH) == "4 texts went out · 1 stays: it was said in another language"
    assert sent_out(work(4, 2), ENGLISH).endswith("2 stay: they were said in another language")


def test_what_came_in_is_counted_and_nothing_that_there_was_none_of() -> None:
    left = Left("note.1", WhyLeft.STALE)
    assert came_in(Brought(None, 0, 0, 0, ()), ENGLISH) == "0 translations came in"
    assert came_in(Brought(None, 1, 2, 1, (left,)), ENGLISH) == (
        "1 translation came in · 2 were there already · 1 is not translated · 1 was refused"
    )
