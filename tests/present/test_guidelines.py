"""The guidelines as they are prepared: always the whole list is offered."""

from __future__ import annotations

import pytest

from coprod.domain import acts
from coprod.present.guidelines import GuidelinesView, guidelines_view
from tests.present.meeting import Meeting


@pytest.fixture
def meeting() -> Meeting:
    return Meeting()


def view(meeting: Meeting) -> GuidelinesView:
    return guidelines_view(meeting.state, meeting.texts(), meeting.words())


def told(meeting: Meeting) -> list[str]:
    return [line.told for line in view(meeting).lines]


def test_each_stands_in_both_languages(meeting: Meeting) -> None:
    one = view(meeting)
    assert one.tongues == (("en", "English"), ("ja", "日本語"))
    assert [line.texts for line in one.lines] == [
        (("en", "We may be silent"), ("ja", "")),
        (("en", "We stop on time"), ("ja", "")),
    ]


def test_writing_the_second_language_keeps_the_first(meeting: Meeting) -> None:
    act = view(meeting).written(0, "ja", " 黙って\nいてもいい ")
    assert act is not None
    meeting.do(act)
    assert told(meeting) == ["We may be silent / 黙って いてもいい", "We stop on time"]
    assert view(meeting).written(0, "en", "We may be silent") is None


def test_one_that_says_nothing_any_more_goes(meeting: Meeting) -> None:
    act = view(meeting).written(0, "en", "")
    assert act == acts.OfferGuidelines(({"en": "We stop on time"},))


def test_added_moved_and_removed(meeting: Meeting) -> None:
    added = view(meeting).added({"en": "We listen", "ja": "聴きます"}, {"en": "We stop on time"})
    assert added is not None
    meeting.do(added)
    assert told(meeting) == ["We may be silent", "We stop on time", "We listen / 聴きます"]
    moved = view(meeting).moved(2, -1)
    assert moved is not None
    meeting.do(moved)
    assert told(meeting)[1] == "We listen / 聴きます"
    removed = view(meeting).removed(0)
    assert removed is not None
    meeting.do(removed)
    assert told(meeting) == ["We listen / 聴きます", "We stop on time"]


def test_at_the_ends_nothing_is_asked_for(meeting: Meeting) -> None:
    one = view(meeting)
    assert one.moved(0, -1) is None
    assert one.moved(1, 1) is None
    assert one.removed(2) is None
    assert one.added({"en": "We stop on time"}) is None


def test_what_was_agreed_is_shown_where_nothing_new_lies_before_the_room(meeting: Meeting) -> None:
    meeting.do(acts.StartSession())
    meeting.do(acts.AgreeGuidelines())
    assert meeting.state.proposals == ()
    assert told(meeting) == ["We may be silent", "We stop on time"]
