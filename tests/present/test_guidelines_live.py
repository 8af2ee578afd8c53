"""The guidelines while the room looks on."""

from __future__ import annotations

import pytest

from coprod.domain import acts
from coprod.domain.terms import ItemKind
from coprod.present.guidelines_live import GuidelinesView, guidelines_view
from tests.present.meeting import MINUTE, Meeting


@pytest.fixture
def meeting() -> Meeting:
    return Meeting()


@pytest.fixture
def live(meeting: Meeting) -> Meeting:
    """What was offered is agreed at 09:00; at 09:05 there is one more."""
    meeting.open(ItemKind.GUIDELINES)
    if meeting.state.proposals:
        meeting.do(acts.AgreeGuidelines())
    meeting.clock.at += 5 * MINUTE
    meeting.do(acts.ProposeGuideline({"en": "Ask first", "ja": "まず聞く"}))
    return meeting


def see(meeting: Meeting, opened: str = "") -> GuidelinesView:
    return guidelines_view(meeting.state, meeting.texts(), meeting.words(), opened)


def test_what_is_agreed_and_what_is_proposed_is_told_apart_in_words(live: Meeting) -> None:
    view = see(live)
    assert view.rows[-1].name == f"{len(view.rows)}, Ask first, まず聞く, Proposed, 09:05"
    assert all(row.tail == "Agreed, 09:00" for row in view.rows[:-1])
    assert view.proposed
    live.do(acts.AgreeGuidelines())
    assert see(live).rows[-1].tail == "Agreed, 09:05"
    assert not see(live).proposed


def test_a_new_one_has_an_empty_field_for_each_language(live: Meeting) -> None:
    view = see(live)
    assert [(field.lang, field.body) for field in view.fields] == [("en", ""), ("ja", "")]
    assert (view.opened, view.head, view.history) == ("", "One more guideline", ())


def test_an_open_one_shows_its_words_and_how_they_came_about(live: Meeting) -> None:
    one = live.state.proposals[-1].id
    live.do(acts.AgreeGuidelines())
    live.clock.at += 4 * MINUTE
    live.do(acts.ChangeGuideline(one, {"en": "Ask before you advise"}))
    view = see(live, one)
    assert [field.body for field in view.fields] == ["Ask before you advise", ""]
    assert [(each.time, each.what, [text.body for text in each.texts]) for each in view.history] == [
        ("09:09", "In other words", ["Ask before you advise"]),
        ("09:05", "Agreed", []),
        ("09:05", "Proposed", ["Ask first", "まず聞く"]),
    ]
    live.do(acts.Undo())
    assert [field.body for field in see(live, one).fields] == ["Ask first", "まず聞く"]


def test_one_that_was_let_go_is_not_open_any_more(live: Meeting) -> None:
    one = live.state.proposals[-1].id
    live.do(acts.DropGuideline(one))
    view = see(live, one)
    assert view.opened == ""
    assert one not in {row.id for row in view.rows}


def test_before_the_session_there_is_no_time_to_tell(meeting: Meeting) -> None:
    meeting.do(acts.OfferGuidelines(({"en": "Listen"},)))
    view = see(meeting)
    assert [row.tail for row in view.rows] == ["Proposed"]
    assert not view.proposed
