"""What helps to run the meeting: time beyond the plan, hands, orders, company, groups drawn and called."""

from __future__ import annotations

import pytest

from coprod.domain import acts, facts
from coprod.domain.acts import GroupDraft, ItemDraft
from coprod.domain.terms import ItemKind, PassHow, PauseKind, RoundOrder
from tests.stage import Stage, added, item, opened, person

MINUTE = 60_000


def running(kind: ItemKind = ItemKind.ROUNDTABLE, minutes: float | None = 20) -> tuple[Stage, str]:
    """A session with one open item of that length; the item's id."""
    stage = Stage()
    only = added(stage.do(acts.AddItem(ItemDraft(kind, minutes=minutes))))
    stage.do(acts.StartSession())
    return stage, only


# ---- time


def test_minutes_are_added_to_the_open_item_and_the_plan_stays() -> None:
    stage, only = running()
    stage.do(acts.ExtendItem())
    stage.do(acts.ExtendItem(2.5))
    assert stage.state.extended == {only: 7.5}
    assert stage.state.agenda[0].minutes == 20


@pytest.mark.parametrize(("minutes", "more"), [(None, 5), (0, 5), (20, 0), (20, -5), (20, float("nan"))])
def test_what_has_no_length_is_not_extended(minutes: float | None, more: float) -> None:
    stage, only = running(minutes=minutes)
    assert stage.why(acts.ExtendItem(more)) == ("no-length", only)


def test_without_an_open_item_there_is_nothing_to_extend() -> None:
    stage = Stage()
    stage.do(acts.StartSession())
    assert stage.why(acts.ExtendItem()) == ("no-item",)
    assert stage.why(acts.ExtendPause()) == ("no-pause",)


def test_a_break_says_when_the_room_begins_again_and_later_if_it_is_extended() -> None:
    stage, _ = running()
    begun, planned = stage.do(acts.BeginPause(PauseKind.BREAK, minutes=10))
    assert isinstance(begun, facts.PauseBegun)
    assert begun.at is not None
    assert planned == facts.ReturnPlanned(begun.entry, begun.at + 10 * MINUTE)
    stage.do(acts.ExtendPause())
    assert stage.state.returns == {begun.entry: begun.at + 15 * MINUTE}
    assert stage.state.extended == {}


def test_an_extension_after_the_time_is_over_counts_from_now() -> None:
    stage, _ = running()
    begun = added(stage.do(acts.BeginPause(PauseKind.SILENCE)))
    now = stage.at
    stage.do(acts.ExtendPause(1))
    assert stage.state.returns[begun] >= now + MINUTE
    assert stage.why(acts.ExtendPause(0)) == ("no-length", begun)


def test_a_break_of_the_agenda_gets_longer_with_its_pause() -> None:
    stage, only = running(ItemKind.BREAK, 15)
    pause = stage.state.open_pause()
    assert pause is not None
    assert pause.at is not None
    assert stage.state.returns == {pause.entry: pause.at + 15 * MINUTE}
    stage.do(acts.ExtendPause(5))
    assert stage.state.returns == {pause.entry: pause.at + 20 * MINUTE}
    assert stage.state.extended == {only: 5}


def test_a_break_without_a_length_says_no_time() -> None:
    stage, _ = running(ItemKind.BREAK, None)
    assert stage.state.open_pause() is not None
    assert stage.state.returns == {}


@pytest.mark.parametrize("minutes", [-1, float("nan"), 10_081])
def test_a_pause_has_a_length_that_a_clock_knows(minutes: float) -> None:
    stage, _ = running()
    assert stage.why(acts.BeginPause(PauseKind.BREAK, minutes=minutes)) == ("not-a-length",)


def test_the_room_chooses_digits_and_a_sound() -> None:
    stage, _ = running()
    assert (stage.state.digits, stage.state.sound) == (False, False)
    stage.do(acts.ChooseTime(digits=True, sound=False))
    assert (stage.state.digits, stage.state.sound) == (True, False)
    assert stage.why(acts.ChooseTime(digits=True, sound=False)) == ("nothing-changes",)


# ---- hands


def test_hands_wait_in_the_order_in_which_they_were_raised() -> None:
    stage, (one, two, three) = opened()
    for who in (two, three, one):
        stage.do(acts.RaiseHand(who))
    assert stage.state.hands == {None: (two, three, one)}
    stage.do(acts.LowerHand(three))
    assert stage.state.hands == {None: (two, one)}
    assert stage.why(acts.RaiseHand(two)) == ("nothing-changes", two)
    assert stage.why(acts.LowerHand(three)) == ("nothing-changes", three)
    assert stage.why(acts.RaiseHand("nobody")) == ("unknown-person", "nobody")


def test_a_hand_that_two_devices_raised_is_up_once() -> None:
    stage, (one, two, _) = opened()
    stage.take((facts.HandRaised(one), facts.HandRaised(two), facts.HandRaised(one)))
    assert stage.state.hands == {None: (one, two)}


def test_who_speaks_passes_or_leaves_has_no_hand_up() -> None:
    stage, (one, two, three) = opened()
    for who in (one, two, three):
        stage.do(acts.RaiseHand(who))
    stage.do(acts.BeginTurn(one))
    assert stage.state.hands == {None: (two, three)}
    stage.do(acts.PassTurn(two, PassHow.LATER))
    assert stage.state.hands == {None: (three,)}
    stage.do(acts.Leave(three))
    assert stage.state.hands == {}
    assert stage.why(acts.RaiseHand(three)) == ("away", three)


@pytest.mark.parametrize("act", [acts.CloseSession(), "next item", "removed"])
def test_hands_go_down_when_their_time_is_over(act: object) -> None:
    stage, (one, *_) = opened()
    stage.do(acts.RaiseHand(one))
    if act == "next item":
        stage.do(acts.OpenItem(added(stage.do(item()))))
    elif act == "removed":
        stage.do(acts.RemoveParticipant(one))
    else:
        stage.do(acts.CloseSession())
    assert stage.state.hands == {}


# ---- orders


def test_a_round_begins_in_the_order_that_was_chosen_for_its_item() -> None:
    stage, _ = opened()
    second = added(stage.do(item()))
    stage.do(acts.ChooseOrder(second, RoundOrder.DRAWN))
    begun = stage.do(acts.OpenItem(second))[-1]
    assert isinstance(begun, facts.RoundBegun)
    assert begun.order is RoundOrder.DRAWN
    assert stage.why(acts.ChooseOrder("none", RoundOrder.OPEN)) == ("unknown-item", "none")


# ---- company and groups


def test_who_is_kept_apart_or_together_is_kept_without_a_reason() -> None:
    stage, (one, two, three) = opened()
    stage.do(acts.WishCompany(apart=((one, two), (two, three)), together=((one, three),)))
    assert (stage.state.apart, stage.state.together) == (((one, two), (two, three)), ((one, three),))
    stage.do(acts.RemoveParticipant(two))
    assert (stage.state.apart, stage.state.together) == ((), ((one, three),))


def test_what_can_t_be_wished_is_refused() -> None:
    stage, (one, two, three) = opened()
    both = acts.WishCompany(apart=((one, two),), together=((one, two, three),))
    assert stage.why(both) == ("contradiction", one, two)
    assert stage.why(acts.WishCompany(apart=((one, "x"),))) == ("unknown-person", "x")
    assert stage.why(acts.WishCompany(apart=((one, one),))) == ("nothing-changes",)


def drafts(*members: tuple[str, ...]) -> acts.FormGroups:
    return acts.FormGroups(tuple(GroupDraft({"ja": f"席{n}"}, one) for n, one in enumerate(members)))


def test_groups_that_never_sat_together_are_gone_when_others_are_drawn() -> None:
    stage, (one, two, three) = opened()
    stage.do(drafts((one, two), (three,)))
    before = list(stage.state.groups)
    stage.do(drafts((one,), (two, three)))
    assert [group.members for group in stage.state.small_groups()] == [(one,), (two, three)]
    assert stage.state.groups.keys().isdisjoint(before)
    stage.do(acts.Undo())
    assert list(stage.state.groups) == before


def test_groups_that_sat_together_keep_their_name() -> None:
    stage, (one, two, three) = opened(kind=ItemKind.SMALL_GROUPS)
    stage.do(drafts((one, two), (three,)))
    before = list(stage.state.groups)
    stage.do(drafts((one, two, three)))
    assert [group.members for group in stage.state.small_groups()] == [(one, two, three)]
    assert list(stage.state.groups)[:2] == before
    assert stage.state.dissolved == set(before)


def test_a_group_that_was_heard_keeps_its_name_too() -> None:
    stage, (one, two, three) = opened()
    stage.do(drafts((one, two), (three,)))
    heard, other = stage.state.groups
    stage.do(acts.BeginTurn(one, heard))
    stage.do(drafts())
    assert list(stage.state.groups) == [heard]
    assert stage.state.small_groups() == []
    assert other not in stage.state.groups
    assert stage.state.open_turn(heard) is None


def test_nobody_is_in_two_groups_and_everybody_is_known() -> None:
    stage, (one, two, _) = opened()
    assert stage.why(drafts((one, two), (two,))) == ("contradiction", two)
    assert stage.why(drafts((one, "x"))) == ("unknown-person", "x")
    assert stage.why(drafts()) == ("nothing-changes",)


def test_groups_have_their_turn_in_the_share_back_until_the_next_item() -> None:
    stage, (one, two, _) = opened()
    stage.do(drafts((one,), (two,)))
    first, second = stage.state.groups
    assert stage.state.called_group is None
    stage.do(acts.CallGroup(second))
    stage.do(acts.CallGroup(first))
    assert stage.why(acts.CallGroup(first)) == ("nothing-changes", first)
    stage.do(acts.CallGroup(second))
    assert stage.state.called_groups == (first, second)
    assert [stage.state.called_group] == [second]
    stage.do(acts.DissolveGroup(first))
    assert stage.why(acts.CallGroup(first)) == ("nothing-changes", first)
    stage.do(acts.OpenItem(added(stage.do(item()))))
    assert not stage.state.called_groups


# ---- a list of people


def test_a_list_of_people_is_taken_whole_or_not_at_all() -> None:
    stage = Stage()
    stage.do(person("a"))
    stage.do(acts.AddParticipants((acts.ParticipantDraft({"": "b"}), acts.ParticipantDraft({"": "c"}))))
    assert [stage.says(one.called) for one in stage.state.participants.values()] == [
        {"": name} for name in "abc"
    ]
    assert stage.why(acts.AddParticipants((acts.ParticipantDraft({"": " "}),))) == ("no-text",)
    assert stage.why(acts.AddParticipants(())) == ("nothing-changes",)
