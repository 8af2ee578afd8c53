"""A round: who was asked, and who comes next."""

from __future__ import annotations

import pytest

from coprod.domain import acts
from coprod.domain.acts import ParticipantDraft
from coprod.domain.facts import RoundBegun, TurnBegun
from coprod.domain.rounds import Voice, last_voice, round_of, seated
from coprod.domain.terms import Attendance, ItemKind, PassHow, RoundOrder, Standpoint
from tests.stage import Stage, added, item, opened, person


def play(script: str) -> tuple[Stage, list[str]]:
    """Four people: `a` speaks, `b-` passes, `c?` says later, `d!` writes, `a<` leaves, `a>` is back."""
    stage, ids = opened(4)
    for step in script.split():
        who = ids["abcd".index(step[0])]
        ways: dict[str, acts.Act] = {
            "": acts.BeginTurn(who),
            "-": acts.PassTurn(who),
            "?": acts.PassTurn(who, PassHow.LATER),
            "!": acts.PassTurn(who, PassHow.WRITTEN),
            "<": acts.Leave(who),
            ">": acts.Arrive(who),
        }
        stage.do(ways[step[1:]])
    return stage, ids


@pytest.mark.parametrize(
    ("script", "following"),
    [
        ("", "a"),
        ("a", "b"),
        ("a b c", "d"),
        ("a b c d", ""),
        ("a-", "b"),  # who passed is not called again
        ("a- b c d", ""),
        ("a! b c d", ""),  # nor who wrote
        ("a? b c", "d"),
        ("a? b c d", "a"),  # who said "later" comes when all were asked
        ("a? b? c d", "a"),  # in the order in which they said it
        ("b? a? c d", "b"),
        ("a? b? c d a", "b"),
        ("a? b? c d a?", "b"),  # later again: behind the others
        ("a? b? c d a? b", "a"),
        ("a? b c d a-", ""),  # later, and then not after all
        ("c", "d"),  # from the last voice on, round
        ("c d", "a"),
        ("c a", "b"),
        ("d-", "a"),
        ("a b<", "c"),  # who is away is not called
        ("a b< c d", ""),
        ("a b< c d b>", "b"),  # and is, when they are back
        ("a? b c d a<", ""),
        ("a< b c d a>", "a"),
        ("b a c", "d"),
    ],
)
def test_who_comes_next(script: str, following: str) -> None:
    stage, ids = play(script)
    found = round_of(stage.state)
    assert found is not None
    assert found.following == (ids["abcd".index(following)] if following else None)


def test_where_each_voice_stands() -> None:
    stage, ids = play("a b? c!")
    found = round_of(stage.state)
    assert found is not None
    assert found.number == 1
    assert [voice for _, voice in found.voices] == [Voice.SPEAKING, Voice.LATER, Voice.WRITTEN, Voice.NOT_YET]
    stage.do(acts.EndTurn())
    stage.do(acts.PassTurn(ids[3]))
    stage.do(acts.Leave(ids[0]))
    found = round_of(stage.state)
    assert found is not None
    assert [voice for _, voice in found.voices] == [Voice.AWAY, Voice.LATER, Voice.WRITTEN, Voice.PASSED]


def test_one_voice_speaks_and_a_turn_whose_end_nobody_wrote_down_is_over() -> None:
    stage, (one, two, *_) = opened()
    stage.take((TurnBegun(entry="t1", who=one), TurnBegun(entry="t2", who=two)))
    found = round_of(stage.state)
    assert found is not None
    assert dict(found.voices)[one] is Voice.SPOKEN
    assert dict(found.voices)[two] is Voice.SPEAKING


def test_a_second_round_asks_everybody_anew() -> None:
    stage, ids = play("a b- c? d")
    stage.do(acts.BeginRound())
    found = round_of(stage.state)
    assert found is not None
    assert (found.number, found.following) == (2, ids[0])
    assert {voice for _, voice in found.voices} == {Voice.NOT_YET}


def test_in_an_open_round_nobody_is_called() -> None:
    stage, ids = play("a")
    stage.do(acts.BeginRound(RoundOrder.OPEN))
    stage.do(acts.BeginTurn(ids[2]))
    found = round_of(stage.state)
    assert found is not None
    assert (found.following, dict(found.voices)[ids[2]]) == (None, Voice.SPEAKING)


def test_without_a_round_there_is_none() -> None:
    stage, _ = opened(kind=ItemKind.WELCOME)
    assert round_of(stage.state) is None
    assert round_of(stage.state, "no group") is None


def test_a_round_whose_number_nobody_wrote_down_is_the_first() -> None:
    stage, (one, *_) = opened(kind=ItemKind.WELCOME)
    stage.take((RoundBegun(entry="r"),))
    found = round_of(stage.state)
    assert found is not None
    assert found.number == 1
    stage.do(acts.PassTurn(one))
    (second,) = stage.do(acts.BeginRound())
    assert isinstance(second, RoundBegun)
    assert second.number == 2


def test_a_group_goes_round_by_itself() -> None:
    stage, (one, two, three, four) = opened(4)
    group = added(stage.do(acts.FormGroup({}, (four, two))))
    stage.do(acts.OpenItem(stage.state.agenda[0].id, group))
    assert seated(stage.state, group) == [two, four]
    stage.do(acts.BeginTurn(one))
    stage.do(acts.BeginTurn(two, group))
    theirs, ours = round_of(stage.state, group), round_of(stage.state)
    assert theirs is not None
    assert ours is not None
    assert (theirs.following, ours.following) == (four, two)
    stage.do(acts.BeginTurn(three, group))  # a guest: heard, and no voice of this round
    theirs = round_of(stage.state, group)
    assert theirs is not None
    assert [who for who, _ in theirs.voices] == [two, four]
    assert theirs.following == four


def test_who_is_absent_has_no_seat_until_they_come() -> None:
    stage = Stage()
    one = added(stage.do(acts.AddParticipant(ParticipantDraft({"": "a"}, attendance=Attendance.ABSENT))))
    two = added(stage.do(acts.AddParticipant(ParticipantDraft({"": "b"}, attendance=Attendance.PART))))
    stage.do(acts.StartSession())
    assert seated(stage.state) == [two]
    stage.do(acts.Arrive(one))
    assert seated(stage.state) == [one, two]


# ---- orders


def in_order(stage: Stage) -> list[str]:
    found = round_of(stage.state)
    assert found is not None
    return [who for who, _ in found.voices]


def test_from_where_last_time_ended() -> None:
    stage, ids = play("a b")
    stage.do(acts.BeginRound(RoundOrder.LAST))
    assert in_order(stage) == [*ids[2:], *ids[:2]]
    stage.do(acts.BeginTurn(ids[2]))
    assert in_order(stage) == [*ids[2:], *ids[:2]]  # what is said in it does not turn it


def test_where_nobody_was_asked_before_the_first_seat_begins() -> None:
    stage, ids = opened(4)
    stage.do(acts.BeginRound(RoundOrder.LAST))
    assert in_order(stage) == ids


def test_a_drawn_order_holds_everybody_once_and_stays() -> None:
    stage, ids = opened(4)
    stage.do(acts.BeginRound(RoundOrder.DRAWN))
    drawn = in_order(stage)
    assert sorted(drawn) == sorted(ids)
    stage.do(acts.BeginTurn(drawn[0]))
    assert in_order(stage) == drawn
    assert in_order(stage) == drawn
    orders = set()
    for _ in range(8):
        stage.do(acts.BeginRound(RoundOrder.DRAWN))
        orders.add(tuple(in_order(stage)))
    assert len(orders) > 1


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        ("ppqq", "pqpq"),
        ("pqpq", "pqpq"),
        ("pppq", "pqpp"),
        ("qppp", "pqpp"),
        ("ppp", "ppp"),
        ("pqrp", "pqrp"),
    ],
)
def test_standpoints_alternate_as_long_as_they_can(kinds: str, expected: str) -> None:
    of = {"p": Standpoint.PEER, "q": Standpoint.PROFESSIONAL, "r": Standpoint.FAMILY}
    stage = Stage()
    letters = {added(stage.do(person(f"{n}", of[letter]))): letter for n, letter in enumerate(kinds)}
    stage.do(item())
    stage.do(acts.StartSession())
    stage.do(acts.BeginRound(RoundOrder.ALTERNATING))
    assert "".join(letters[who] for who in in_order(stage)) == expected


def test_in_an_open_round_who_raised_a_hand_first_is_next() -> None:
    stage, ids = opened(4)
    stage.do(acts.BeginRound(RoundOrder.OPEN))
    stage.do(acts.RaiseHand(ids[2]))
    stage.do(acts.RaiseHand(ids[0]))
    found = round_of(stage.state)
    assert found is not None
    assert (found.following, found.offering) == (ids[2], False)


# ---- who passed is asked once more


def offering(stage: Stage) -> bool:
    found = round_of(stage.state)
    assert found is not None
    return found.offering


def test_passed_turns_are_offered_when_all_were_asked_and_nobody_speaks() -> None:
    stage, ids = play("a- b c")
    assert not offering(stage)
    stage.do(acts.BeginTurn(ids[3]))
    assert not offering(stage)
    stage.do(acts.EndTurn())
    assert offering(stage)
    stage.do(acts.BeginTurn(ids[0]))
    assert not offering(stage)
    stage.do(acts.EndTurn())
    assert not offering(stage)


@pytest.mark.parametrize("script", ["a b c d", "a! b c d", "a- b c d?"])
def test_nothing_is_offered_where_nobody_passed_or_somebody_is_still_to_come(script: str) -> None:
    stage, _ = play(script)
    if stage.state.open_turn():
        stage.do(acts.EndTurn())
    assert not offering(stage)


def test_who_was_not_asked_yet() -> None:
    stage, ids = play("a b- c<")
    found = round_of(stage.state)
    assert found is not None
    assert found.unheard == (ids[3],)


def test_who_was_asked_last_whatever_they_answered() -> None:
    stage, ids = opened(4)
    assert last_voice(stage.state) is None
    stage.do(acts.BeginTurn(ids[1]))
    stage.do(acts.PassTurn(ids[2]))
    assert last_voice(stage.state) == ids[2]
    group = added(stage.do(acts.FormGroup({}, (ids[0], ids[3]))))
    stage.do(acts.BeginTurn(ids[3], group))
    assert last_voice(stage.state) == ids[2]  # a group's voices are its own
