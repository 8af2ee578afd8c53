"""Orders, hands, the time that is extended, and who is invited: how the console words them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coprod.domain import acts
from coprod.domain.rounds import round_of
from coprod.domain.terms import ItemKind, PassHow, PauseKind, RoundOrder, Standpoint
from coprod.present.action import actions_view
from coprod.present.commands import BY_ID, BY_KEY, Desk
from coprod.present.deeds import deed
from coprod.present.flow import flow_view
from coprod.present.marks import Standing
from coprod.present.orders import orders_view
from coprod.present.voices import RoundView, round_view
from tests.present.meeting import Meeting

if TYPE_CHECKING:
    from coprod.domain.acts import Act


@pytest.fixture
def meeting() -> Meeting:
    made = Meeting()
    made.open(ItemKind.CHECK_IN)
    return made


def shown(meeting: Meeting, lang: str = "en") -> RoundView:
    return round_view(meeting.state, meeting.texts(lang), meeting.words(lang))


def asked(meeting: Meeting, key: str, person: str | None = None) -> Act | None:
    resolve = BY_KEY[key].act
    assert resolve is not None
    return resolve(Desk(meeting.state, meeting.who(person) if person else None))


def press(meeting: Meeting, key: str, person: str | None = None) -> str:
    """Do what a key asks for; what is said of it."""
    act = asked(meeting, key, person)
    assert act is not None
    state = meeting.do(act)
    return deed(act, state, meeting.texts(), meeting.words())


def speak(meeting: Meeting, *names: str) -> None:
    for name in names:
        meeting.do(acts.BeginTurn(meeting.who(name)))


def names(view: RoundView) -> list[str]:
    return [seat.voice.name for seat in view.seats]


# ---- hands


def test_a_hand_stands_on_the_chip_with_its_place(meeting: Meeting) -> None:
    assert press(meeting, "H", "Umi") == "Umi would like to speak."
    press(meeting, "H", "Tadashi")
    voices = {seat.voice.name: seat.voice for seat in shown(meeting).seats}
    assert (voices["Umi"].hand, voices["Umi"].word, voices["Umi"].beside) == (1, "hand 1", "not yet")
    assert voices["Tadashi"].word == "hand 2"
    assert voices["Vera"].hand == 0
    assert press(meeting, "H", "Umi") == "The hand is down."
    assert next(seat.voice.word for seat in shown(meeting).seats if seat.voice.hand) == "hand 1"


def test_a_hand_needs_somebody(meeting: Meeting) -> None:
    assert asked(meeting, "H") is None


def test_without_an_order_the_first_hand_is_next(meeting: Meeting) -> None:
    meeting.do(acts.BeginRound(RoundOrder.OPEN))
    assert shown(meeting).count == "No order: whoever takes the piece"
    press(meeting, "H", "Wakana")
    press(meeting, "H", "Sumire")
    assert asked(meeting, "Space") == acts.BeginTurn(meeting.who("Wakana"))
    press(meeting, "Space")
    assert asked(meeting, "Space") == acts.BeginTurn(meeting.who("Sumire"))


# ---- orders


def test_every_order_has_words_and_a_digit() -> None:
    view = orders_view(Meeting().words())
    assert [one.order for one in view.choices] == list(RoundOrder)
    assert [one.key for one in view.choices] == ["1", "2", "3", "4", "5"]
    assert len({one.words for one in view.choices}) == len(RoundOrder)


def test_a_round_says_its_order_and_stands_in_it(meeting: Meeting) -> None:
    speak(meeting, "Sumire", "Tadashi")
    act = acts.BeginRound(RoundOrder.LAST)
    state = meeting.do(act)
    view = shown(meeting)
    assert view.head == "Round 2"
    assert view.count == "From where it ended last time · 5 to come"
    assert names(view) == ["Umi", "Vera", "Wakana", "Sumire", "Tadashi"]
    said = deed(act, state, meeting.texts(), meeting.words())
    assert said == "Another round has begun: From where it ended last time."


def test_a_round_that_was_never_used_is_not_counted(meeting: Meeting) -> None:
    meeting.do(acts.BeginRound(RoundOrder.DRAWN))
    assert shown(meeting).head == "The round"
    speak(meeting, "Umi")
    meeting.do(acts.BeginRound(RoundOrder.DRAWN))
    assert shown(meeting).head == "Round 2"


# ---- turns offered again


def test_the_end_of_a_round_says_that_the_wall_invites(meeting: Meeting) -> None:
    speak(meeting, "Sumire", "Tadashi", "Umi", "Vera")
    meeting.do(acts.PassTurn(meeting.who("Wakana")))
    meeting.do(acts.EndTurn())
    view = shown(meeting)
    assert view.count == "All were asked; the wall invites once more"
    actions = actions_view(meeting.state, meeting.texts(), meeting.words())
    assert actions.words["main"] == "Next item: Who gets to speak"
    assert asked(meeting, "Return", "Wakana") == acts.BeginTurn(meeting.who("Wakana"))
    assert "Wakana" not in view.head + view.count


def test_later_alone_calls_the_person(meeting: Meeting) -> None:
    meeting.do(acts.PassTurn(meeting.who("Sumire"), PassHow.LATER))
    meeting.do(acts.PassTurn(meeting.who("Tadashi")))
    speak(meeting, "Umi", "Vera", "Wakana")
    assert asked(meeting, "Space") == acts.BeginTurn(meeting.who("Sumire"))


# ---- who was not heard


def test_nobody_is_named_before_anybody_spoke(meeting: Meeting) -> None:
    assert shown(meeting).invitation == ""


def test_the_last_few_are_named(meeting: Meeting) -> None:
    speak(meeting, "Sumire", "Tadashi", "Umi")
    assert shown(meeting).invitation == "Not heard yet in this round: Vera, Wakana."
    speak(meeting, "Vera", "Wakana")
    assert shown(meeting).invitation == ""


def test_who_passed_is_not_named(meeting: Meeting) -> None:
    speak(meeting, "Sumire", "Tadashi", "Umi")
    meeting.do(acts.PassTurn(meeting.who("Vera")))
    assert "Vera" not in shown(meeting).invitation


def test_a_standpoint_of_three_is_invited_and_a_smaller_one_never(meeting: Meeting) -> None:
    speak(meeting, "Vera")
    assert "Peer worker" in shown(meeting).invitation
    assert "Professional" not in shown(meeting).invitation  # two people
    speak(meeting, "Wakana")
    assert "Peer worker" not in shown(meeting).invitation


def test_who_left_does_not_make_a_standpoint_larger(meeting: Meeting) -> None:
    speak(meeting, "Vera")
    meeting.do(acts.Leave(meeting.who("Umi")))
    assert "Peer worker" not in shown(meeting).invitation


def test_two_standpoints_count_in_both(meeting: Meeting) -> None:
    extra = (Standpoint.PROFESSIONAL,)
    meeting.do(acts.AddParticipant(acts.ParticipantDraft({"en": "Xavi"}, standpoints=extra)))
    speak(meeting, "Sumire")
    assert "Professional" in shown(meeting).invitation
    speak(meeting, "Umi")
    assert "Professional" not in shown(meeting).invitation


# ---- pauses and time


def test_a_break_plans_its_return_and_one_key_puts_it_off(meeting: Meeting) -> None:
    assert press(meeting, "K") == "A break until 09:10."
    assert press(meeting, "X") == "The break goes on until 09:15."
    assert press(meeting, "K") == "The pause has ended."


def test_a_break_of_the_agenda_has_its_own_length(meeting: Meeting) -> None:
    meeting.open(ItemKind.BREAK)
    meeting.do(acts.EndPause())
    act = asked(meeting, "K")
    assert act == acts.BeginPause(PauseKind.BREAK, minutes=10)


def test_extending_an_item_says_the_new_end_and_the_flow_follows(meeting: Meeting) -> None:
    assert press(meeting, "X") == "Five minutes more: until 09:20."
    flow = flow_view(meeting.state, meeting.texts(), meeting.words(), meeting.clock.now())
    assert flow.items[2].detail == "until 09:20"
    assert flow.items[3].time == "09:20"


def test_a_silence_lets_the_item_be_extended(meeting: Meeting) -> None:
    press(meeting, "Shift+P")
    assert asked(meeting, "X") == acts.ExtendItem()


def test_what_has_no_length_is_not_extended(meeting: Meeting) -> None:
    enabled = actions_view(meeting.state, meeting.texts(), meeting.words()).enabled
    assert "extend" in enabled
    meeting.open(ItemKind.CHECK_OUT)
    assert "extend" not in actions_view(meeting.state, meeting.texts(), meeting.words()).enabled


def test_the_voice_that_a_pause_interrupts_keeps_its_place(meeting: Meeting) -> None:
    speak(meeting, "Sumire")
    for key in ("P", "Shift+P", "K"):
        press(meeting, key)
        assert shown(meeting).seats[0].voice.standing is Standing.SPEAKING
        press(meeting, "Space")
        turn = meeting.state.open_turn()
        assert turn is not None
        assert turn.who == meeting.who("Sumire")
    round_ = round_of(meeting.state)
    assert round_ is not None
    assert round_.following == meeting.who("Tadashi")


def test_every_command_has_a_key_and_none_has_two_commands() -> None:
    keys = [key for command in BY_ID.values() for key in command.keys]
    assert all(command.keys for command in BY_ID.values())
    assert len(keys) == len(set(keys))
