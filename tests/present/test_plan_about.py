"""The head of a plan: what is written in it is read, and what can't be read asks for nothing."""

from __future__ import annotations

import pytest

from coprod.domain import acts
from coprod.present.guidelines import GuidelinesView, guidelines_view
from coprod.present.plan_about import AboutSheet, about_sheet
from tests.present.meeting import Meeting


def sheet(meeting: Meeting, lang: str = "en") -> AboutSheet:
    return about_sheet(meeting.state, meeting.texts(lang), meeting.words(lang))


def guide(meeting: Meeting, lang: str = "en") -> GuidelinesView:
    return guidelines_view(meeting.state, meeting.texts(lang), meeting.words(lang))


def texts(meeting: Meeting) -> dict[str, str]:
    shown = sheet(meeting)
    return {field.key: field.text for field in (*shown.titles, *shown.fields)}


def write(meeting: Meeting, key: str, text: str) -> None:
    act = sheet(meeting).written(key, text)
    assert act is not None
    meeting.do(act)


@pytest.fixture
def meeting() -> Meeting:
    return Meeting()


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("title:en", "A year of tea"),
        ("title:ja", "お茶の一年"),
        ("place:ja", "和室"),
        ("series:en", "Evenings"),
        ("number", "7"),
        ("begins", "08:15"),
        ("ends", "12:45"),
        ("day", "2027-01-05"),
    ],
)
def test_what_is_written_is_shown_again(meeting: Meeting, key: str, text: str) -> None:
    before = texts(meeting)
    write(meeting, key, text)
    after = texts(meeting)
    assert after[key] == text
    also = {"ends"} if key == "begins" else set()
    assert {one for one in before if before[one] != after[one]} - also <= {key}


@pytest.mark.parametrize(
    ("key", "text"), [("day", "2026-13-01"), ("begins", "25:00"), ("ends", "late"), ("number", "-1")]
)
def test_what_can_t_be_read_asks_for_nothing(meeting: Meeting, key: str, text: str) -> None:
    assert sheet(meeting).written(key, text) is None


def test_a_time_waits_for_a_day(meeting: Meeting) -> None:
    meeting.do(acts.Describe(acts.SessionDraft({"en": "A"}, ("en",))))
    assert sheet(meeting).written("begins", "10:00") is None
    write(meeting, "day", "2026-06-30")
    write(meeting, "begins", "11:00")
    assert (texts(meeting)["day"], texts(meeting)["begins"]) == ("2026-06-30", "11:00")


def test_a_number_is_taken_away_by_writing_nothing(meeting: Meeting) -> None:
    write(meeting, "number", "3")
    write(meeting, "number", " ")
    assert texts(meeting)["number"] == ""


def test_a_guideline_that_says_nothing_is_off_the_list(meeting: Meeting) -> None:
    act = guide(meeting).written(0, "en", "  ")
    assert act is not None
    meeting.do(act)
    assert [line.told for line in guide(meeting, "ja").lines] == ["We stop on time"]


def test_guidelines_stop_at_the_ends(meeting: Meeting) -> None:
    view = guide(meeting)
    assert view.moved(0, -1) is None
    assert view.moved(1, 1) is None
    assert view.removed(2) is None
    assert view.written(0, "en", " We may  be silent ") is None
    assert view.added({"en": "We stop on time"}) is None
