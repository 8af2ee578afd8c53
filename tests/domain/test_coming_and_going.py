"""People who come and go while a round is under way, in every order."""

from __future__ import annotations

import pytest

from coprod.domain import acts
from coprod.domain.facts import TurnBegun
from coprod.domain.rounds import Round, Voice, round_of
from coprod.domain.terms import Attendance, PassHow, RoundOrder, Standpoint
from tests.stage import Stage, added, opened, person, without_acts

ORDERS = pytest.mark.parametrize("order", list(RoundOrder))
CALLING = pytest.mark.parametrize("order", [one for one in RoundOrder if one is not RoundOrder.OPEN])


def begun(order: RoundOrder) -> tuple[Stage, list[str]]:
    """Four people, and a round in that order; in it nobody was asked yet."""
    stage, ids = opened(4)
    stage.do(acts.BeginRound(order))
    return stage, ids


def seen(stage: Stage) -> Round:
    round_ = round_of(stage.state)
    assert round_ is not None
    return round_


def voice(stage: Stage, who: str) -> Voice:
    return dict(seen(stage).voices)[who]


def ask_all(stage: Stage) -> list[str]:
    """Give the voice to whoever is next until nobody is; who had it."""
    asked = []
    while (who := seen(stage).following) is not None:
        stage.do(acts.BeginTurn(who))
        asked.append(who)
        assert len(asked) < 20
    return asked


@CALLING
def test_everybody_who_is_here_is_asked_once(order: RoundOrder) -> None:
    stage, ids = begun(order)
    assert sorted(ask_all(stage)) == sorted(ids)


@CALLING
def test_who_leaves_is_not_called_and_is_when_they_are_back(order: RoundOrder) -> None:
    stage, ids = begun(order)
    gone = seen(stage).following
    assert gone is not None
    stage.do(acts.Leave(gone))
    assert voice(stage, gone) is Voice.AWAY
    assert gone not in seen(stage).unheard
    assert sorted(ask_all(stage)) == sorted(set(ids) - {gone})
    stage.do(acts.Arrive(gone))
    assert voice(stage, gone) is Voice.NOT_YET
    assert ask_all(stage) == [gone]


@ORDERS
def test_who_leaves_while_speaking_has_spoken(order: RoundOrder) -> None:
    stage, ids = begun(order)
    stage.do(acts.BeginTurn(ids[1]))
    stage.do(acts.Leave(ids[1]))
    assert stage.state.open_turn() is None
    assert voice(stage, ids[1]) is Voice.AWAY
    assert seen(stage).following != ids[1]
    turn = next(one for one in stage.state.record.values() if isinstance(one, TurnBegun))
    assert turn.until is not None
    stage.do(acts.Arrive(ids[1]))
    assert voice(stage, ids[1]) is Voice.SPOKEN
    assert ids[1] not in ask_all(stage)


@ORDERS
def test_a_speaker_who_left_by_mistake_speaks_on_after_undo(order: RoundOrder) -> None:
    stage, ids = begun(order)
    stage.do(acts.BeginTurn(ids[1]))
    before = without_acts(stage.state)
    stage.do(acts.Leave(ids[1]))
    stage.do(acts.Undo())
    assert without_acts(stage.state) == before
    assert voice(stage, ids[1]) is Voice.SPEAKING


@CALLING
def test_who_is_added_in_the_middle_is_asked_too(order: RoundOrder) -> None:
    stage, ids = begun(order)
    first = seen(stage).following
    assert first is not None
    stage.do(acts.BeginTurn(first))
    late = added(stage.do(person("遅れて", Standpoint.FAMILY)))
    assert voice(stage, late) is Voice.NOT_YET
    assert late in seen(stage).unheard
    assert voice(stage, first) is Voice.SPEAKING
    assert sorted(ask_all(stage)) == sorted({*ids, late} - {first})


@CALLING
def test_a_list_of_people_added_in_the_middle_is_one_step_back(order: RoundOrder) -> None:
    stage, ids = begun(order)
    before = seen(stage)
    drafts = tuple(acts.ParticipantDraft({"": name}) for name in ("冬", "春"))
    stage.do(acts.AddParticipants(drafts))
    assert len(seen(stage).voices) == len(ids) + 2
    stage.do(acts.Undo())
    assert seen(stage) == before


@ORDERS
def test_who_was_said_to_be_absent_and_comes_takes_their_seat(order: RoundOrder) -> None:
    stage, ids = begun(order)
    absent = acts.ParticipantDraft({"": "休み"}, attendance=Attendance.ABSENT)
    late = added(stage.do(acts.AddParticipant(absent, before=ids[0])))
    assert late not in dict(seen(stage).voices)
    stage.do(acts.Arrive(late, Attendance.ONLINE))
    assert voice(stage, late) is Voice.NOT_YET
    assert stage.state.participants[late].attendance is Attendance.ONLINE
    if order is not RoundOrder.OPEN:
        assert late in ask_all(stage)


@CALLING
def test_who_said_later_and_left_is_asked_when_they_are_back(order: RoundOrder) -> None:
    stage, _ = begun(order)
    who = seen(stage).following
    assert who is not None
    stage.do(acts.PassTurn(who, PassHow.LATER))
    stage.do(acts.Leave(who))
    assert who not in ask_all(stage)
    stage.do(acts.Arrive(who))
    assert ask_all(stage) == [who]


@ORDERS
def test_who_passed_and_left_is_not_offered_again_while_they_are_away(order: RoundOrder) -> None:
    stage, _ = begun(order)
    ids = list(dict(seen(stage).voices))
    stage.do(acts.PassTurn(ids[0]))
    stage.do(acts.Leave(ids[0]))
    ask_all(stage)
    if stage.state.open_turn() is not None:
        stage.do(acts.EndTurn())
    assert not seen(stage).offering
    stage.do(acts.Arrive(ids[0]))
    assert seen(stage).offering is (order is not RoundOrder.OPEN)


@ORDERS
def test_when_all_have_left_nobody_is_next_and_nobody_is_unheard(order: RoundOrder) -> None:
    stage, ids = begun(order)
    for who in ids:
        stage.do(acts.Leave(who))
    assert seen(stage).following is None
    assert seen(stage).unheard == ()
    assert stage.why(acts.BeginTurn(ids[0])) == ("away", ids[0])


def test_a_drawn_order_stays_as_it_was_drawn_when_somebody_comes() -> None:
    stage, ids = begun(RoundOrder.DRAWN)
    before = [who for who, _ in seen(stage).voices]
    stage.do(person("遅れて"))
    assert [who for who, _ in seen(stage).voices if who in ids] == before


def test_a_hand_goes_down_with_who_leaves() -> None:
    stage, ids = begun(RoundOrder.OPEN)
    stage.do(acts.RaiseHand(ids[2]))
    stage.do(acts.RaiseHand(ids[0]))
    assert seen(stage).following == ids[2]
    stage.do(acts.Leave(ids[2]))
    assert seen(stage).following == ids[0]
    stage.do(acts.Undo())
    assert seen(stage).following == ids[2]
