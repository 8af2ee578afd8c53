"""A laptop that sleeps for an hour, and a clock that jumps: times of day and soft time follow, and nothing breaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coprod.domain.facts import TurnBegun
from tests.ui.console.driving import Facilitator

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def at(qtbot: QtBot) -> Facilitator:
    made = Facilitator(qtbot)
    made.press("Space", "Ctrl+Right", "Ctrl+Right", "Ctrl+Right", "Space")  # a voice of the roundtable
    return made


def now(at: Facilitator) -> tuple[str, float | None]:
    """The time of day that the console tells, and how full soft time is on the wall."""
    view, room = at.window.view(), at.window.room_view()
    assert view is not None
    assert room is not None
    return view.flow.now, room.arc


def test_after_an_hours_sleep_the_time_is_the_right_one_and_soft_time_stays_full(at: Facilitator) -> None:
    assert now(at) == ("09:00", 0.0)
    at.meeting.clock.pass_minutes(60)
    at.window.tick()
    assert now(at) == ("10:00", 1.0)
    at.press("Space")
    turns = [one for one in at.bridge.state.record.values() if isinstance(one, TurnBegun)]
    assert len(turns) == 2
    assert turns[0].until is not None


def test_a_clock_that_is_set_back_turns_nothing_round(at: Facilitator) -> None:
    at.meeting.clock.pass_minutes(10)
    at.window.tick()
    before = now(at)
    at.meeting.clock.pass_minutes(-120)
    at.window.tick()
    assert now(at)[0] == "07:10"
    assert now(at)[1] == 0.0
    at.press("Space", "Space")
    entries = [one.at for one in at.bridge.state.record.values() if one.at is not None]
    assert entries == sorted(entries)
    at.meeting.clock.pass_minutes(120)
    at.window.tick()
    assert now(at)[0] == before[0]


def test_within_ten_seconds_nothing_is_shown_anew(at: Facilitator) -> None:
    shown = at.window.view()
    at.meeting.clock.at += 3_000 - at.meeting.clock.at % 10_000 % 3_000
    at.window.tick()
    seen = at.window.view()
    at.window.tick()
    assert at.window.view() is seen
    assert shown is not None


def test_a_break_over_which_a_laptop_sleeps_still_waits_for_a_person(at: Facilitator) -> None:
    at.press("K")
    at.meeting.clock.pass_minutes(60)
    at.window.tick()
    assert at.bridge.state.open_pause() is not None
    room = at.window.room_view()
    assert room is not None
    assert room.clock is not None
    assert room.clock.time == "09:10"
    at.press("X")
    assert at.toast() == "Until 10:05 now."
