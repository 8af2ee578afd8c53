"""The round on the console."""

from __future__ import annotations

import pytest

from coprod.domain import acts
from coprod.domain.terms import ItemKind, PassHow, RoundOrder
from coprod.present.marks import Mark, Standing
from coprod.present.voices import RoundView, next_voice, round_view
from tests.present.meeting import PEOPLE, Meeting


@pytest.fixture
def meeting() -> Meeting:
    made = Meeting()
    made.open(ItemKind.CHECK_IN)
    return made


def shown(meeting: Meeting, lang: str = "en") -> RoundView:
    return round_view(meeting.state, meeting.texts(lang), meeting.words(lang))


def standings(meeting: Meeting) -> list[str]:
    return [seat.voice.standing.value for seat in shown(meeting).seats]


def test_everybody_has_a_name_a_shape_and_a_word(meeting: Meeting) -> None:
    voices = [seat.voice for seat in shown(meeting).seats]
    assert [voice.name for voice in voices] == list(PEOPLE)
    assert [voice.mark for voice in voices] == [
        Mark.PEER,
        Mark.PROFESSIONAL,
        Mark.BOTH,
        Mark.NOT_SAID,
        Mark.PEER,
    ]
    assert [voice.mark_word for voice in voices] == [
        "Peer worker",
        "Professional",
        "Both",
        "Not said",
        "Peer worker",
    ]
    assert [voice.word for voice in voices] == ["next", *["not yet"] * 4]


def test_the_round_goes_on(meeting: Meeting) -> None:
    meeting.do(acts.BeginTurn(meeting.who("Sumire")))
    meeting.do(acts.PassTurn(meeting.who("Tadashi")))
    meeting.do(acts.PassTurn(meeting.who("Umi"), PassHow.LATER))
    meeting.do(acts.PassTurn(meeting.who("Vera"), PassHow.WRITTEN))
    assert standings(meeting) == ["speaking", "passed", "later", "written", "next"]
    assert shown(meeting).count == "1 to come, 1 later"


def test_who_said_later_is_called_at_the_end(meeting: Meeting) -> None:
    meeting.do(acts.PassTurn(meeting.who("Sumire"), PassHow.LATER))
    for name in list(PEOPLE)[1:]:
        meeting.do(acts.BeginTurn(meeting.who(name)))
    assert next_voice(meeting.state) == meeting.who("Sumire")
    assert standings(meeting)[0] == Standing.NEXT
    meeting.do(acts.BeginTurn(meeting.who("Sumire")))
    assert next_voice(meeting.state) is None
    assert shown(meeting).count == "All were asked"


def test_who_has_left_is_away(meeting: Meeting) -> None:
    meeting.do(acts.Leave(meeting.who("Tadashi")))
    seat = shown(meeting).seats[1]
    assert (seat.voice.standing, seat.here) == (Standing.AWAY, False)
    assert shown(meeting).count == "4 to come"


def test_without_a_round_everybody_is_simply_there() -> None:
    meeting = Meeting()
    meeting.open(ItemKind.WELCOME)
    view = shown(meeting)
    assert (view.head, view.count) == ("Who is here", "5 people")
    assert {seat.voice.word for seat in view.seats} == {""}
    meeting.do(acts.BeginTurn(meeting.who("Umi")))
    meeting.do(acts.Leave(meeting.who("Vera")))
    view = shown(meeting)
    assert view.count == "4 people"
    assert [seat.voice.word for seat in view.seats] == ["", "", "speaking", "away", ""]


def test_a_second_round_has_its_number(meeting: Meeting) -> None:
    meeting.do(acts.BeginRound())
    assert shown(meeting).head == "The round"  # nobody was asked in the one before
    meeting.do(acts.PassTurn(meeting.who("Umi")))
    meeting.do(acts.BeginRound())
    assert shown(meeting).head == "Round 2"


def speak(meeting: Meeting, *names: str) -> None:
    for name in names:
        meeting.do(acts.BeginTurn(meeting.who(name)))


def test_the_end_of_a_round_says_that_the_wall_invites_without_a_name(meeting: Meeting) -> None:
    speak(meeting, "Sumire", "Tadashi", "Umi", "Vera")
    meeting.do(acts.PassTurn(meeting.who("Wakana")))
    meeting.do(acts.EndTurn())
    assert shown(meeting).count == "All were asked; the wall invites once more"
    assert "Wakana" not in shown(meeting).invitation


def test_nobody_is_invited_before_anybody_spoke(meeting: Meeting) -> None:
    assert shown(meeting).invitation == ""


def test_the_last_few_are_invited_and_who_passed_is_not(meeting: Meeting) -> None:
    speak(meeting, "Sumire", "Tadashi")
    meeting.do(acts.PassTurn(meeting.who("Umi")))
    assert shown(meeting).invitation == "Not heard yet in this round: Vera, Wakana."
    assert "Vera" not in shown(meeting).count


def test_a_standpoint_of_three_is_invited_and_a_smaller_one_never(meeting: Meeting) -> None:
    speak(meeting, "Vera")
    assert "Peer worker" in shown(meeting).invitation
    assert "Professional" not in shown(meeting).invitation
    speak(meeting, "Umi")
    assert "Peer worker" not in shown(meeting).invitation


def test_who_left_does_not_make_a_standpoint_larger(meeting: Meeting) -> None:
    speak(meeting, "Vera")
    meeting.do(acts.Leave(meeting.who("Umi")))
    assert "Peer worker" not in shown(meeting).invitation


def test_without_an_order_nobody_is_counted(meeting: Meeting) -> None:
    meeting.do(acts.BeginRound(RoundOrder.OPEN))
    assert shown(meeting).count == "No order: whoever takes the piece"
