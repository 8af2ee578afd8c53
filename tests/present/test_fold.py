"""The console folded to what the wall may show: no notes, no standpoints, no passes, no unwanted name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coprod.domain import acts
from coprod.domain.terms import ItemKind, PassHow, Shown, Visibility
from coprod.present.console import console_view
from coprod.present.fold import PRIVATE, folded
from coprod.present.marks import Mark
from tests.present.meeting import PEOPLE, Meeting

if TYPE_CHECKING:
    from coprod.present.console import ConsoleView


@pytest.fixture
def meeting() -> Meeting:
    made = Meeting()
    made.open(ItemKind.CHECK_IN)
    made.note("A word for the room", "Umi", visibility=Visibility.ROOM)
    made.do(acts.BeginTurn(made.who("Sumire")))
    made.do(acts.PassTurn(made.who("Tadashi")))
    made.do(acts.PassTurn(made.who("Umi"), PassHow.WRITTEN))
    return made


def shown(meeting: Meeting, lang: str = "en") -> tuple[ConsoleView, ConsoleView]:
    words = meeting.words(lang)
    view = console_view(meeting.state, meeting.texts(lang), words, meeting.clock.now())
    return view, folded(view, meeting.state, words)


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_nothing_of_notes_and_invitations_is_left(meeting: Meeting, lang: str) -> None:
    view, less = shown(meeting, lang)
    assert view.latest
    assert (less.latest, less.waiting, less.round.count, less.round.invitation) == ((), "", "", "")
    assert "A word for the room" not in repr(less)


def test_no_standpoint_stands_beside_a_name(meeting: Meeting) -> None:
    view, less = shown(meeting)
    assert {seat.voice.mark for seat in view.round.seats} > {Mark.PEER}
    assert {(seat.voice.mark, seat.voice.mark_word) for seat in less.round.seats} == {(Mark.NOT_SAID, "")}


def test_who_passed_or_wrote_looks_like_who_was_not_asked(meeting: Meeting) -> None:
    view, less = shown(meeting)
    assert [seat.voice.standing.value for seat in view.round.seats][:3] == ["speaking", "passed", "written"]
    told = [seat.voice.standing.value for seat in less.round.seats]
    assert told == ["speaking", "not-yet", "not-yet", "next", "not-yet"]
    assert [seat.voice.word for seat in less.round.seats] == ["speaking", "", "", "next", ""]


def test_a_name_that_is_wanted_off_the_wall_is_nowhere(meeting: Meeting) -> None:
    assert shown(meeting)[1].actions.words["main"] == "Next voice: Vera"
    meeting.do(acts.StateWish(meeting.who("Vera"), wall=Shown.NONE))
    _, less = shown(meeting)
    assert "Vera" not in repr(less.round)
    assert "Vera" not in less.actions.words["main"]
    names = [seat.voice.name for seat in less.round.seats]
    assert names == ["Sumire", "Tadashi", "Umi", "Somebody", "Wakana"]


def test_everything_else_stays_as_it_is(meeting: Meeting) -> None:
    view, less = shown(meeting)
    assert (less.flow, less.strip, less.pause, less.coming) == (
        view.flow,
        view.strip,
        view.pause,
        view.coming,
    )
    assert less.actions.enabled == view.actions.enabled
    assert len(less.round.seats) == len(PEOPLE)
    assert {"correct", "desk", "groups", "note", "notes", "people", "read-back", "share", "sheets"} == PRIVATE
