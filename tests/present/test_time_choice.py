"""Digits and a sound, only where the room chose them."""

from __future__ import annotations

import pytest

from coprod.domain import acts
from coprod.domain.terms import ItemKind, PauseKind
from coprod.present.time_choice import Bell, time_view
from tests.present.meeting import MINUTE, Meeting


@pytest.fixture
def meeting() -> Meeting:
    return Meeting()


def choose(meeting: Meeting, *, sound: bool = True) -> None:
    meeting.do(acts.ChooseTime(digits=False, sound=sound))


def rings(meeting: Meeting, bell: Bell, *minutes: float) -> list[bool]:
    begun = meeting.clock.at + 100  # each fact comes a little after the one before
    return [bell.rings(meeting.state, begun + round(at * MINUTE)) for at in minutes]


def test_neither_is_chosen_until_somebody_chooses(meeting: Meeting) -> None:
    view = time_view(meeting.state, meeting.words())
    assert (view.digits_chosen, view.sound_chosen) == (False, False)
    meeting.do(acts.ChooseTime(digits=True, sound=False))
    view = time_view(meeting.state, meeting.words())
    assert (view.digits_chosen, view.sound_chosen) == (True, False)


def test_there_is_no_sound_unless_the_room_wants_it(meeting: Meeting) -> None:
    meeting.open(ItemKind.ROUNDTABLE)
    assert not any(rings(meeting, Bell(), 29, 30, 31))


def test_the_end_of_an_item_sounds_once(meeting: Meeting) -> None:
    choose(meeting)
    meeting.open(ItemKind.ROUNDTABLE)
    assert rings(meeting, Bell(), 29, 29.9, 30, 30.1, 30.5, 31) == [False, False, True, False, False, False]


def test_an_end_that_was_put_off_sounds_again_then(meeting: Meeting) -> None:
    choose(meeting)
    meeting.open(ItemKind.ROUNDTABLE)
    bell = Bell()
    assert rings(meeting, bell, 30) == [True]
    meeting.do(acts.ExtendItem(5))
    assert rings(meeting, bell, 31, 34.9, 35, 35.2) == [False, False, True, False]


def test_an_end_that_passed_while_the_laptop_slept_stays_silent(meeting: Meeting) -> None:
    choose(meeting)
    meeting.open(ItemKind.ROUNDTABLE)
    assert rings(meeting, Bell(), 29, 90) == [False, False]


def test_the_return_from_a_break_sounds_and_the_item_under_it_does_not(meeting: Meeting) -> None:
    choose(meeting)
    meeting.open(ItemKind.ROUNDTABLE)
    meeting.clock.at += 25 * MINUTE
    meeting.do(acts.BeginPause(PauseKind.BREAK, minutes=10))
    assert rings(meeting, Bell(), 5, 9.9, 10, 10.2) == [False, False, True, False]


def test_a_silence_is_not_broken_by_the_end_of_an_item(meeting: Meeting) -> None:
    choose(meeting)
    meeting.open(ItemKind.ROUNDTABLE)
    meeting.do(acts.BeginPause(PauseKind.SILENCE))
    assert rings(meeting, Bell(), 30) == [False]
    meeting.do(acts.CloseSession())
    assert rings(meeting, Bell(), 30) == [False]
