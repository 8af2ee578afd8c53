"""Findings in words: each says where it is and what can be done, in every language."""

from __future__ import annotations

import pytest

from coprod.domain import acts
from coprod.domain.checks import Check, Kind
from coprod.domain.terms import Finding, ItemKind
from coprod.i18n import LANGUAGES, Catalogue
from coprod.present.checks import check_rows
from coprod.service.publish import Asked, checks_of_state
from tests.present.meeting import Meeting


@pytest.fixture
def meeting() -> Meeting:
    made = Meeting()
    made.open(ItemKind.CHECK_IN)
    return made


@pytest.mark.parametrize("finding", Finding)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_finding_has_a_sentence_in_every_language(
    meeting: Meeting, finding: Finding, lang: str
) -> None:
    found = [Check(finding, Kind.TEXT, "", "ja", "Umi")]
    (row,) = check_rows(found, meeting.state, meeting.texts(lang), Catalogue(lang))
    assert row.said.endswith((".", "。", "?", "？", "か。"))
    assert "{" not in row.said
    assert row.place == Catalogue(lang).say("The session")


def test_a_finding_in_a_note_leads_to_it_by_its_kind_and_first_words(meeting: Meeting) -> None:
    note = meeting.note("One more chair by the window, so that nobody has to stand", "Umi")
    meeting.do(acts.TranslateTexts(texts=(acts.TranslateText("programme", "ja", "聞く一年"),)))
    meeting.do(acts.CloseSession())
    found = checks_of_state(meeting.state, meeting.live.words, Asked(("en", "ja")))
    rows = check_rows(found, meeting.state, meeting.texts(), meeting.words())
    assert {row.note for row in rows} == {note}
    assert {row.place for row in rows} == {"Contribution: One more chair by the window, so that n…"}
    assert [row.said for row in rows] == [
        "There are no words in Japanese. Translate it, or leave it: the original is shown.",
        "Whoever said it has not confirmed it. Read it back.",
    ]


def test_a_finding_in_a_note_that_is_gone_leads_nowhere(meeting: Meeting) -> None:
    found = [Check(Finding.DRAFT, Kind.NOTE, "gone", "en"), Check(Finding.NAME, Kind.TITLE, found="Umi")]
    rows = check_rows(found, meeting.state, meeting.texts(), meeting.words())
    assert [row.place for row in rows] == ["The session", "Titles"]
