"""What @ and / offer while somebody writes."""

from __future__ import annotations

import pytest

from coprod.domain import acts
from coprod.domain.terms import ItemKind
from coprod.present.suggest import KIND, MOST, PERSON, Asked, asked, suggestions
from tests.present.meeting import PEOPLE, Meeting


@pytest.fixture
def meeting() -> Meeting:
    made = Meeting()
    made.open(ItemKind.CHECK_IN)
    return made


def offered(meeting: Meeting, before: str, lang: str = "en") -> list[str]:
    found = asked(before)
    assert found is not None
    return [one.word for one in suggestions(found, meeting.state, meeting.texts(lang), meeting.words(lang))]


@pytest.mark.parametrize(
    ("before", "found"),
    [
        ("@", Asked(PERSON, "", 1)),
        ("@ve", Asked(PERSON, "ve", 3)),
        ("＠うみ", Asked(PERSON, "うみ", 3)),
        ("そうですね@う", Asked(PERSON, "う", 2)),
        ("We said: @Su", Asked(PERSON, "Su", 3)),
        ("/", Asked(KIND, "", 1)),
        ("One shelf. /id", Asked(KIND, "id", 3)),
        ("棚を。／質問", Asked(KIND, "質問", 3)),
    ],
)
def test_a_sign_asks(before: str, found: Asked) -> None:
    assert asked(before) == found


@pytest.mark.parametrize("before", ["", "mail me at aki@example", "and/or", "1/2", "@ve ", "a @ b", "//x"])
def test_an_address_or_a_fraction_does_not(before: str) -> None:
    assert asked(before) is None


def test_people_are_found_by_any_of_their_names_and_the_nearest_first(meeting: Meeting) -> None:
    assert offered(meeting, "@") == list(PEOPLE)
    assert offered(meeting, "@vE") == ["Vera"]
    assert offered(meeting, "@i") == ["Sumire", "Tadashi", "Umi"]  # none begins so
    draft = acts.ParticipantDraft({"en": "Vera"}, reading={"ja": "ベラ"})
    meeting.do(acts.ChangeParticipant(meeting.who("Vera"), draft))
    assert offered(meeting, "@べ") == ["Vera"]
    assert offered(meeting, "@zz") == []


def test_kinds_are_found_in_every_language(meeting: Meeting) -> None:
    assert len(offered(meeting, "/")) == MOST
    assert offered(meeting, "/idea") == offered(meeting, "/アイ") == offered(meeting, "/あい") == ["Idea"]
    assert offered(meeting, "/des", "ja") == []
    assert offered(meeting, "/deci", "ja") == ["決定"]
