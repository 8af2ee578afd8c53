"""What consents permit: the last word counts."""

from __future__ import annotations

import pytest

from coprod.domain.consent import permits, recognised
from coprod.domain.parts import Consent, Participant
from coprod.domain.terms import Attribution, Purpose

YES, NO = Consent(Purpose.MINUTES, given=True), Consent(Purpose.MINUTES, given=False)
OTHER = Consent(Purpose.REVIEW, given=False)


@pytest.mark.parametrize(
    ("consents", "permitted"),
    [
        ((), True),
        ((YES,), True),
        ((NO,), False),
        ((YES, NO), False),
        ((NO, YES, OTHER), True),
        ((OTHER,), True),
    ],
)
def test_the_last_word_counts(consents: tuple[Consent, ...], *, permitted: bool) -> None:
    assert permits(Participant("a", (), consents=consents), Purpose.MINUTES) is permitted


@pytest.mark.parametrize(
    ("attribution", "said", "known"),
    [
        (Attribution.STANDPOINT, (), False),
        (Attribution.NAMED, (), True),
        (Attribution.STANDPOINT, (True,), True),
        (Attribution.STANDPOINT, (True, False), False),
        (Attribution.ANONYMOUS, (True,), True),
    ],
)
def test_being_recognised_is_asked_for(
    attribution: Attribution, said: tuple[bool, ...], *, known: bool
) -> None:
    consents = tuple(Consent(Purpose.RECOGNISED, given=given) for given in said)
    person = Participant("a", (), attribution=attribution, consents=consents)
    assert recognised(person) is known
