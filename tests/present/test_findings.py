"""Findings by kind, one at a time, and those that are left as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coprod.domain import acts
from coprod.domain.checks import Check, Kind
from coprod.domain.terms import Finding
from coprod.i18n import LANGUAGES, Catalogue
from coprod.present.findings import (
    ANSWERED,
    FindingCard,
    finding_card,
    finding_lines,
    left_because,
    opened_again,
)
from tests.present.desk import DRAFT, shown, with_notes

if TYPE_CHECKING:
    from tests.present.meeting import Meeting


@pytest.fixture
def meeting() -> Meeting:
    return with_notes()


def counts(meeting: Meeting) -> dict[str, int]:
    return {line.kind: line.count for line in finding_lines(shown(meeting).found, meeting.words())}


def card(meeting: Meeting, kind: str, turn: int = 0) -> FindingCard:
    found = shown(meeting).found
    one = finding_card(found, kind, turn, meeting.state, meeting.texts(), meeting.words())
    assert one is not None
    return one


def test_each_kind_is_counted_in_the_order_in_which_it_matters(meeting: Meeting) -> None:
    assert list(counts(meeting).items()) == [("untranslated", 2), ("draft", 1), ("unconfirmed", 3)]


def test_the_findings_of_a_kind_come_one_after_another_and_round_again(meeting: Meeting) -> None:
    cards = [card(meeting, "unconfirmed", turn) for turn in range(4)]
    assert [one.told for one in cards] == ["1 of 3", "2 of 3", "3 of 3", "1 of 3"]
    assert cards[3] == cards[0]
    assert cards[0].place == "Contribution: One more chair"
    assert cards[0].said == "Whoever said it has not confirmed it. Read it back."
    assert finding_card((), "draft", 0, meeting.state, meeting.texts(), meeting.words()) is None


def test_one_that_is_left_as_it_is_stands_apart_with_its_reason(meeting: Meeting) -> None:
    act = left_because(card(meeting, "unconfirmed", 1), " They are away ", meeting.words())
    assert act is not None
    meeting.do(act)
    assert counts(meeting) == {"untranslated": 2, "draft": 1, "unconfirmed": 2, ANSWERED: 1}
    left = card(meeting, ANSWERED)
    assert (left.because, left.place) == ("They are away", "Contribution: A shelf")
    meeting.do(opened_again(left))
    assert counts(meeting) == {"untranslated": 2, "draft": 1, "unconfirmed": 3}


def test_a_reason_is_about_the_one_whose_name_is_on_the_card(meeting: Meeting) -> None:
    meeting.do(acts.Describe(acts.SessionDraft({"en": "Tea with Umi and Vera"}, ("en", "ja"))))
    cards = [card(meeting, "name", turn) for turn in range(2)]
    assert len({one.said for one in cards}) == len({one.about for one in cards}) == 2
    act = left_because(cards[0], "They host it", meeting.words())
    assert act is not None
    meeting.do(act)
    assert counts(meeting)["name"] == 1
    assert card(meeting, "name").said == cards[1].said
    meeting.do(opened_again(card(meeting, ANSWERED)))
    assert counts(meeting)["name"] == 2


def test_nothing_is_no_reason(meeting: Meeting) -> None:
    assert left_because(card(meeting, "draft"), "  ", meeting.words()) is None


def test_about_a_word_of_the_list_nothing_is_kept(meeting: Meeting) -> None:
    found = (Check(Finding.TERM, Kind.TITLE, "", "en", "table"),)
    one = finding_card(found, "term", 0, meeting.state, meeting.texts(), meeting.words())
    assert one is not None
    assert not one.may_stay
    assert card(meeting, "draft").may_stay
    act = left_because(one, "It is the name of the house", meeting.words())
    assert act is not None
    assert meeting.refused(act).why == "not-to-be-kept"


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("finding", Finding)
def test_every_kind_has_its_name_in_every_language(meeting: Meeting, finding: Finding, lang: str) -> None:
    words = Catalogue(lang)
    open_one = Check(finding, Kind.TEXT)
    done = Check(finding, Kind.TEXT, because="so")
    first, last = finding_lines((open_one, done), words)
    assert (first.kind, first.count, last.kind, last.count) == (finding, 1, ANSWERED, 1)
    if lang != "en":
        assert not first.name.isascii()


def test_an_answer_is_of_the_words_that_stand_there(meeting: Meeting) -> None:
    act = left_because(card(meeting, "draft"), "It is enough", meeting.words())
    assert act is not None
    meeting.do(act)
    assert "draft" not in counts(meeting)
    note = card(meeting, ANSWERED).note
    meeting.do(acts.TranslateNote(note, "ja", DRAFT, "別の言葉"))
    assert counts(meeting)["draft"] == 1
