"""A round: who was asked, and who comes next."""

from __future__ import annotations

import pytest

from coprod.domain import acts
from coprod.domain.acts import ParticipantDraft
from coprod.domain.facts import RoundBegun, TurnBegun
from coprod.domain.rounds import Voice, round_of, seated
from coprod.domain.terms import Attendance, ItemKind, PassHow, RoundOrder
from tests.stage import Stage, added, opened


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
    stage, _ = opened(kind=ItemKind.WELCOME)
    stage.take((RoundBegun(entry="r"),))
    found = round_of(stage.state)
    assert found is not None
    assert found.number == 1
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
