"""The words for machine drafts: each reason has its own, with what to do, in each language."""

from __future__ import annotations

import pytest

from coprod.i18n import Catalogue
from coprod.present.drafting import came_of, why_no_drafter
from coprod.service.drafting import Drafts, Kept, Wanted, WhyNoDrafter

ENGLISH = Catalogue("en")
PAIR = ("ja", "en")


def came(rows: int = 1, made: int = 0, unfit: int = 0, outdated: int = 0, left_out: int = 0) -> str:
    drafts = Drafts(Wanted(PAIR, (None,) * rows, left_out), (None,) * made, unfit)  # type: ignore[arg-type]
    return came_of(drafts, Kept(None, made - outdated, outdated), ENGLISH)


@pytest.mark.parametrize("lang", ["en", "ja", "ko"])
def test_every_reason_has_words_of_its_own(lang: str) -> None:
    told = [why_no_drafter(why, PAIR, Catalogue(lang)) for why in WhyNoDrafter]
    assert all(told)
    assert len(set(told)) == len(told)
    assert not [sentence for sentence in told if "{" in sentence]


def test_every_reason_says_what_is_and_what_to_do() -> None:
    told = [why_no_drafter(why, PAIR, ENGLISH) for why in WhyNoDrafter]
    assert [sentence for sentence in told if sentence.count(". ") != 1] == []


def test_the_languages_are_called_by_name() -> None:
    said = why_no_drafter(WhyNoDrafter.OTHER_LANGUAGES, ("ja", "tlh"), ENGLISH)
    assert said.startswith("This model does not translate from Japanese into tlh.")


def test_what_was_drafted_is_counted_and_nothing_that_there_was_none_of() -> None:
    assert came(made=1) == "1 note was drafted by machine"
    assert came(0) == "0 notes were drafted by machine"
    assert came(5, made=3, unfit=1, outdated=1, left_out=1) == (
        "2 notes were drafted by machine · 1 could not be drafted · 1 has changed meanwhile"
        " · 1 is still to be drafted · 1 text is left for people: its draft could not be marked"
    )
    assert came(9, made=2, outdated=2, left_out=2) == (
        "0 notes were drafted by machine · 2 have changed meanwhile · 7 are still to be drafted"
        " · 2 texts are left for people: their drafts could not be marked"
    )
