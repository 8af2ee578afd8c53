"""The flow of the agenda: its times, and what is open, next, done."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coprod.domain import acts
from coprod.domain.terms import ItemKind
from coprod.present.flow import FlowView, Stage, before, flow_view, following
from tests.present.meeting import NINE, Meeting

if TYPE_CHECKING:
    from coprod.domain.parts import Ms


def flow(meeting: Meeting, lang: str = "en", now: Ms | None = None) -> FlowView:
    return flow_view(meeting.state, meeting.texts(lang), meeting.words(lang), now or meeting.clock.now())


@pytest.fixture
def meeting() -> Meeting:
    return Meeting()


def test_a_plan_has_the_times_that_follow_from_its_minutes(meeting: Meeting) -> None:
    shown = flow(meeting)
    assert [item.time for item in shown.items] == ["09:00", "09:05", "09:15", "09:30", "10:00", "10:10"]
    assert [item.stage for item in shown.items] == [Stage.NEXT, *[Stage.TO_COME] * 5]
    assert (shown.now, shown.ends) == ("09:00", "10:30")


def test_what_was_opened_later_moves_what_follows(meeting: Meeting) -> None:
    meeting.clock.pass_minutes(7)
    meeting.open(ItemKind.WELCOME)
    meeting.clock.pass_minutes(13)
    meeting.open(ItemKind.GUIDELINES)
    shown = flow(meeting)
    assert [item.time for item in shown.items] == ["09:07", "09:20", "09:30", "09:45", "10:15", "10:25"]
    assert [item.stage.value for item in shown.items] == ["done", "open", "next", *["to-come"] * 3]


def test_the_open_item_says_until_when(meeting: Meeting) -> None:
    meeting.open(ItemKind.ROUNDTABLE)
    item = next(item for item in flow(meeting).items if item.stage is Stage.OPEN)
    assert (item.name, item.beside.body, item.detail) == (
        "Who gets to speak",
        "だれが話せるか",
        "until 09:30",
    )


def test_an_item_without_a_title_has_the_word_for_its_kind(meeting: Meeting) -> None:
    assert [item.name for item in flow(meeting).items] == [
        "Hello", "Guidelines", "Check-in", "Who gets to speak", "Break", "Check-out"]  # fmt: skip
    assert flow(meeting, "ja").items[0].name == "こんにちは"


@pytest.mark.parametrize(("minutes", "share"), [(0, 0.0), (15, 0.5), (30, 1.0), (90, 1.0), (-5, 0.0)])
def test_soft_time_fills_and_stays_full(meeting: Meeting, minutes: int, share: float) -> None:
    meeting.open(ItemKind.ROUNDTABLE)
    item = flow(meeting, now=NINE + minutes * 60_000).items[3]
    assert item.share == pytest.approx(share, abs=0.01)


def test_soft_time_moves_every_ten_seconds_at_most(meeting: Meeting) -> None:
    meeting.open(ItemKind.ROUNDTABLE)
    at = meeting.clock.now()
    shares = {flow(meeting, now=at + second * 1000).items[3].share for second in range(60)}
    assert len(shares) <= 7


def test_an_item_without_planned_minutes_has_no_soft_time(meeting: Meeting) -> None:
    meeting.open(ItemKind.CHECK_OUT)
    item = flow(meeting).items[-1]
    assert (item.share, item.detail) == (None, "")


def test_before_and_after(meeting: Meeting) -> None:
    first = following(meeting.state)
    assert first is not None
    assert first.kind is ItemKind.WELCOME
    assert before(meeting.state) is None
    state = meeting.open(ItemKind.CHECK_IN)
    after, earlier = following(state), before(state)
    assert after
    assert after.kind is ItemKind.ROUNDTABLE
    assert earlier
    assert earlier.kind is ItemKind.GUIDELINES
    assert following(meeting.open(ItemKind.CHECK_OUT)) is None


def test_a_closed_session_shows_when_it_ended(meeting: Meeting) -> None:
    meeting.open(ItemKind.WELCOME)
    meeting.clock.pass_minutes(63)
    meeting.do(acts.CloseSession())
    shown = flow(meeting)
    assert shown.ends == "10:03"
    assert [item.stage for item in shown.items] == [Stage.DONE, *[Stage.TO_COME] * 5]


def test_a_session_without_a_plan_still_has_a_clock() -> None:
    meeting = Meeting()
    for item in meeting.state.agenda:
        meeting.do(acts.RemoveItem(item.id))
    shown = flow(meeting)
    assert (shown.items, shown.now, shown.ends) == ((), "09:00", "10:30")
