"""Rounds, turns, passes and pauses, on the track of the room and on those of groups."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coprod.domain import acts, facts
from coprod.domain.facts import PauseBegun, TurnBegun, TurnPassed
from coprod.domain.terms import ItemKind, PassHow, PauseKind, RoundOrder
from tests.stage import Stage, added, item, note, opened


def test_a_voice_begins_and_the_one_before_ends() -> None:
    stage, (one, two, _) = opened()
    at = stage.at
    (begun,) = stage.do(acts.BeginTurn(one))
    assert isinstance(begun, TurnBegun)
    assert (begun.who, begun.at, begun.item, begun.until) == (one, at, stage.state.agenda[0].id, None)
    at = stage.at
    ended, begun_after = stage.do(acts.BeginTurn(two))
    assert ended == facts.TurnEnded(begun.entry, at)
    assert stage.state.record[begun.entry] == replace(begun, until=at)
    open_turn = stage.state.open_turn()
    assert open_turn == begun_after


def test_a_voice_ends_once() -> None:
    stage, (one, *_) = opened()
    assert stage.why(acts.EndTurn()) == ("no-turn",)
    stage.do(acts.BeginTurn(one))
    stage.do(acts.EndTurn())
    assert stage.why(acts.EndTurn()) == ("no-turn",)
    assert stage.state.open_turn() is None


def test_without_an_item_there_is_no_round_but_there_are_voices() -> None:
    stage, (one, two, _) = opened()
    stage.do(acts.Undo())
    stage.do(acts.Undo())
    stage.do(acts.StartSession())
    assert stage.why(acts.BeginRound()) == ("no-item",)
    (turn,) = stage.do(acts.BeginTurn(one))
    (passed,) = stage.do(acts.PassTurn(two))
    assert isinstance(turn, TurnBegun)
    assert isinstance(passed, TurnPassed)
    assert (turn.item, passed.item) == (None, None)


def test_who_is_speaking_does_not_begin_again_but_goes_on_after_a_pause() -> None:
    stage, (one, two, _) = opened()
    turn = added(stage.do(acts.BeginTurn(one)))
    assert stage.why(acts.BeginTurn(one)) == ("speaking", one)
    pause = added(stage.do(acts.BeginPause(PauseKind.BREATH)))
    at = stage.at
    assert stage.do(acts.BeginTurn(one)) == (facts.PauseEnded(pause, at),)
    assert stage.state.track().turn == turn
    held = added(stage.do(acts.BeginPause(PauseKind.SILENCE)))
    at = stage.at
    ends = stage.do(acts.BeginTurn(two))[:2]
    assert ends == (facts.TurnEnded(turn, at), facts.PauseEnded(held, at))


@pytest.mark.parametrize("how", list(PassHow))
def test_a_pass_is_kept_with_how_and_nothing_else(how: PassHow) -> None:
    stage, (one, *_) = opened()
    at = stage.at
    (passed,) = stage.do(acts.PassTurn(one, how))
    here = stage.state.agenda[0].id
    assert passed == TurnPassed(entry=added((passed,)), at=at, who=one, item=here, how=how)


def test_a_pass_ends_ones_own_turn_and_nobody_elses() -> None:
    stage, (one, two, _) = opened()
    turn = added(stage.do(acts.BeginTurn(one)))
    assert [type(body) for body in stage.do(acts.PassTurn(two))] == [TurnPassed]
    at = stage.at
    ended, _ = stage.do(acts.PassTurn(one, PassHow.LATER))
    assert ended == facts.TurnEnded(turn, at)


@pytest.mark.parametrize("act", [acts.BeginTurn, acts.PassTurn])
def test_who_is_away_is_not_asked(act: type[acts.BeginTurn | acts.PassTurn]) -> None:
    stage, (one, *_) = opened()
    stage.do(acts.Leave(one))
    assert stage.why(act(one)) == ("away", one)
    assert stage.why(act("nobody")) == ("unknown-person", "nobody")
    stage.do(acts.Arrive(one))
    assert stage.why(act(one)) == ()


def test_a_pause_keeps_the_voice_and_a_person_ends_it() -> None:
    stage, (one, *_) = opened()
    turn = added(stage.do(acts.BeginTurn(one)))
    assert stage.why(acts.EndPause()) == ("no-pause",)
    at = stage.at
    (begun,) = stage.do(acts.BeginPause(PauseKind.SILENCE))
    assert begun == PauseBegun(entry=added((begun,)), at=at, kind=PauseKind.SILENCE)
    assert stage.state.track().turn == turn
    assert stage.why(acts.BeginPause(PauseKind.SILENCE)) == ("nothing-changes", added((begun,)))
    at = stage.at
    ended, _ = stage.do(acts.BeginPause(PauseKind.BREAK))
    assert ended == facts.PauseEnded(added((begun,)), at)
    stage.do(acts.EndPause())
    assert stage.state.open_pause() is None
    assert stage.state.track().turn == turn


def test_rounds_of_an_item_are_numbered() -> None:
    stage, (one, *_) = opened()
    turn = added(stage.do(acts.BeginTurn(one)))
    ended, second = stage.do(acts.BeginRound(RoundOrder.DRAWN))
    assert isinstance(ended, facts.TurnEnded)
    assert isinstance(second, facts.RoundBegun)
    assert (ended.turn, second.number, second.order) == (turn, 2, RoundOrder.DRAWN)
    (again,) = stage.do(acts.BeginRound())
    assert isinstance(again, facts.RoundBegun)
    assert again.number == 2  # nobody was asked in the second: it is begun in another order
    stage.do(acts.PassTurn(one))
    (third,) = stage.do(acts.BeginRound())
    assert isinstance(third, facts.RoundBegun)
    assert third.number == 3
    stage.do(acts.OpenItem(added(stage.do(item(ItemKind.OTHER)))))
    (first,) = stage.do(acts.BeginRound())
    assert isinstance(first, facts.RoundBegun)
    assert first.number == 1


def test_a_group_has_turns_and_pauses_of_its_own() -> None:
    stage, (one, two, three) = opened()
    group = added(stage.do(acts.FormGroup({}, (two, three))))
    ours = added(stage.do(acts.BeginTurn(one)))
    theirs = added(stage.do(acts.BeginTurn(two, group)))
    pause = added(stage.do(acts.BeginPause(PauseKind.BREATH, group)))
    assert (stage.state.track().turn, stage.state.track().pause) == (ours, None)
    assert (stage.state.track(group).turn, stage.state.track(group).pause) == (theirs, pause)
    stage.do(acts.EndTurn())
    stage.do(acts.EndPause(group))
    assert (stage.state.track().turn, stage.state.track(group).turn) == (None, theirs)
    stage.do(acts.EndTurn(group))
    assert stage.why(acts.EndTurn(group)) == ("no-turn",)


def test_who_leaves_is_silent_on_every_track() -> None:
    stage, (one, two, _) = opened()
    group = added(stage.do(acts.FormGroup({}, (one, two))))
    first = added(stage.do(acts.BeginTurn(one)))
    second = added(stage.do(acts.BeginTurn(one, group)))
    ends = stage.do(acts.Leave(one))[:-1]
    assert [end.turn for end in ends if isinstance(end, facts.TurnEnded)] == [first, second]


@pytest.mark.parametrize(
    "act",
    [
        acts.BeginRound(group="no"),
        acts.BeginTurn("who", "no"),
        acts.EndTurn("no"),
        acts.PassTurn("who", group="no"),
        acts.BeginPause(PauseKind.BREATH, "no"),
        acts.EndPause("no"),
        acts.KeepNote(note(), "no"),
    ],
)
def test_a_track_is_that_of_a_group_there_is(act: acts.Act) -> None:
    assert opened()[0].why(act) == ("unknown-group", "no")


# ---- corrections


def spoken() -> tuple[Stage, dict[str, str]]:
    """A session in which one turn ended, one pass and one pause were, and a turn goes on."""
    stage, (one, two, three) = opened()
    ids = {"one": one, "two": two}
    ids["ended"] = added(stage.do(acts.BeginTurn(one)))
    ids["passed"] = added(stage.do(acts.PassTurn(two)))
    ids["pause"] = added(stage.do(acts.BeginPause(PauseKind.BREATH)))
    ids["open"] = added(stage.do(acts.BeginTurn(three)))
    return stage, ids


def test_a_wrong_speaker_and_wrong_times_are_put_right() -> None:
    stage, ids = spoken()
    began = stage.at - 5_000
    for entry in ("ended", "passed", "open"):
        stage.do(acts.CorrectEntry(ids[entry], ids["two"], began + 5, began + 9))
    stage.do(acts.CorrectEntry(ids["pause"], ids["one"], began + 6, began + 7))
    ended, passed, pause, going = (
        stage.state.record[ids[name]] for name in ("ended", "passed", "pause", "open")
    )
    assert isinstance(ended, TurnBegun)
    assert (ended.who, ended.at, ended.until) == (ids["two"], began + 5, began + 9)
    assert isinstance(passed, TurnPassed)
    assert (passed.who, passed.at) == (ids["two"], began + 5)
    assert isinstance(pause, PauseBegun)
    assert (pause.at, pause.until) == (began + 6, began + 7)
    assert isinstance(going, TurnBegun)
    assert (going.who, going.until) == (ids["two"], None)
    assert stage.state.open_turn() == going


def test_at_whose_wish_a_pause_was_is_not_kept() -> None:
    stage, ids = spoken()
    (corrected,) = stage.do(acts.CorrectEntry(ids["pause"], ids["one"], None, None))
    assert corrected == facts.EntryCorrected(ids["pause"], None, None, None)


def test_what_can_not_be_put_right() -> None:
    stage, ids = spoken()
    kept = added(stage.do(acts.KeepNote(note())))
    now, ended = stage.at, ids["ended"]
    table = [
        (acts.CorrectEntry("no", ids["one"], now, None), ("unknown-entry", "no")),
        (acts.CorrectEntry(kept, ids["one"], now, None), ("unknown-entry", kept)),
        (acts.CorrectEntry(ended, "nobody", now, None), ("unknown-person", "nobody")),
        (acts.CorrectEntry(ended, None, now, None), ("unknown-person", "")),
        (acts.CorrectEntry(ended, ids["one"], now, now - 1), ("until-before-at", ended)),
        (acts.CorrectEntry(ended, ids["one"], now + 1, None), ("until-before-at", ended)),
        (acts.CorrectEntry(ended, ids["one"], None, now + 1), ("until-before-at", ended)),
        (acts.CorrectEntry(ended, ids["one"], now - 100_000, None), ("until-before-at", ended)),
        (acts.CorrectEntry(ended, ids["one"], now, now), ()),
        (acts.CorrectEntry(ended, ids["one"], None, None), ()),
    ]
    assert [stage.why(act) for act, _ in table] == [why for _, why in table]
