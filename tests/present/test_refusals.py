"""Refusals and failures: one clear sentence each, in each language."""

from __future__ import annotations

import pytest

from coprod.domain import acts
from coprod.domain.rules.pen import Refused, Why
from coprod.domain.terms import ItemKind
from coprod.i18n import Catalogue
from coprod.present.refusals import failure, refusal
from tests.present.meeting import Meeting


@pytest.fixture
def meeting() -> Meeting:
    made = Meeting()
    made.open(ItemKind.CHECK_IN)
    return made


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize("why", list(Why))
def test_every_refusal_has_its_sentence(meeting: Meeting, why: Why, lang: str) -> None:
    sentence = refusal(Refused(why), meeting.state, meeting.texts(lang), Catalogue(lang))
    assert sentence.endswith((".", "。"))
    assert "{" not in sentence


def test_who_speaks_already_is_named(meeting: Meeting) -> None:
    vera = meeting.who("Vera")
    meeting.do(acts.BeginTurn(vera))
    refused = meeting.refused(acts.BeginTurn(vera))
    said = refusal(refused, meeting.state, meeting.texts(), meeting.words())
    assert said == "Vera is speaking already."


@pytest.mark.parametrize(
    "code", ["full", "readonly", "locked", "newer", "damaged", "no-store", "key", "failed", "?"]
)
def test_every_failure_says_that_nothing_is_lost_or_what_to_do(code: str) -> None:
    sentence = failure(code, Catalogue("en"))
    assert sentence.count(".") >= 2 or ":" in sentence
    assert failure(code, Catalogue("ja"))
