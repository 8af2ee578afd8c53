"""The wall while a meeting runs: passed turns offered, groups and their share-back, the return from a break, time."""

from __future__ import annotations

import pytest

from coprod.domain import acts
from coprod.domain.acts import GroupDraft, ItemDraft, NoteDraft
from coprod.domain.terms import ItemKind, NoteKind, PauseKind, RoundOrder, Shown, Visibility
from coprod.present.room import Kind, Pair, RoomView
from coprod.present.speech import tongues_of
from coprod.present.wall import room_view
from tests.present.meeting import PEOPLE, Meeting


@pytest.fixture
def meeting() -> Meeting:
    return Meeting()


def see(meeting: Meeting) -> RoomView:
    return room_view(meeting.state, meeting.live.words, tongues_of(meeting.state), meeting.clock.now())


def said(pair: Pair) -> list[str]:
    return [run.text for run in pair]


def three_groups(meeting: Meeting) -> list[str]:
    """Small groups are open, of two, two and one; the third has no name."""
    for kind, minutes in ((ItemKind.SMALL_GROUPS, 20), (ItemKind.SHARE_BACK, 10)):
        meeting.do(acts.AddItem(ItemDraft(kind, {"en": f"Our {kind}"}, minutes=minutes)))
    people = list(meeting.state.participants)
    names: tuple[dict[str, str], ...] = (
        {"en": "the garden table", "ja": "庭のテーブル"},
        {"en": "the door table"},
        {},
    )
    drafts = (GroupDraft(name, tuple(people[at : at + 2])) for name, at in zip(names, (0, 2, 4), strict=True))
    meeting.do(acts.FormGroups(tuple(drafts)))
    meeting.open(ItemKind.SMALL_GROUPS)
    return [group.id for group in meeting.state.small_groups()]


# ---- passed turns


def test_when_all_were_asked_who_passed_is_offered_the_voice_once_more_without_a_name(
    meeting: Meeting,
) -> None:
    meeting.open(ItemKind.CHECK_IN)
    for name in PEOPLE:
        assert see(meeting).under == ()
        meeting.do(acts.PassTurn(meeting.who(name)) if name == "Umi" else acts.BeginTurn(meeting.who(name)))
    assert see(meeting).under == ()
    meeting.do(acts.EndTurn())
    view = see(meeting)
    assert said(view.under)[0] == "Would anyone like to add something? Silence is fine, too"
    assert (view.now, view.next) == (None, None)
    assert "Umi" not in repr(view)
    meeting.do(acts.BeginTurn(meeting.who("Umi")))
    assert see(meeting).under == ()


@pytest.mark.parametrize("order", [RoundOrder.OPEN, RoundOrder.ALTERNATING])
def test_who_is_next_is_not_told_where_that_would_tell_more(meeting: Meeting, order: RoundOrder) -> None:
    meeting.open(ItemKind.ROUNDTABLE)
    meeting.do(acts.BeginRound(order))
    meeting.do(acts.RaiseHand(meeting.who("Vera")))
    assert see(meeting).next is None


# ---- groups


def test_the_groups_that_are_there_stand_on_the_wall_and_no_others(meeting: Meeting) -> None:
    three_groups(meeting)
    people = list(meeting.state.participants)
    meeting.do(acts.FormGroups((GroupDraft({"en": "everyone"}, tuple(people)),)))
    view = see(meeting)
    assert view.kind is Kind.GROUPS
    assert [said(table.name) for table in view.tables] == [["everyone"]]


def test_a_group_without_a_name_has_a_number(meeting: Meeting) -> None:
    three_groups(meeting)
    assert [said(table.name)[0] for table in see(meeting).tables] == [
        "the garden table",
        "the door table",
        "Table 3",
    ]


def test_before_the_end_a_calm_sign_and_no_number(meeting: Meeting) -> None:
    three_groups(meeting)
    meeting.clock.pass_minutes(14)
    assert said(see(meeting).foot)[0] == "Just listening is fine, too"
    meeting.clock.pass_minutes(1.5)
    assert said(see(meeting).foot)[0] == "A little time is left: who would like to add something?"


# ---- share-back


def test_each_group_has_its_turn_by_its_name(meeting: Meeting) -> None:
    first, second, third = three_groups(meeting)
    meeting.open(ItemKind.SHARE_BACK)
    assert said(see(meeting).title) == ["Our share-back"]
    meeting.do(acts.CallGroup(first))
    view = see(meeting)
    assert said(view.title) == ["From the garden table", "庭のテーブルから"]
    assert said(view.foot)[0] == "Next: the door table"
    meeting.do(acts.CallGroup(third))
    meeting.do(acts.CallGroup(second))
    view = see(meeting)
    assert said(view.title)[0] == "From the door table"
    assert said(view.foot) == said(see(meeting).foot)
    meeting.do(acts.CallGroup(first))
    assert said(see(meeting).foot)[0] == "Just listening is fine, too"


def test_only_what_was_released_of_the_group_that_has_its_turn_stands_there_without_a_standpoint(
    meeting: Meeting,
) -> None:
    first, second, _ = three_groups(meeting)

    def kept(text: str, group: str) -> str:
        draft = NoteDraft(NoteKind.IDEA, {"en": text}, (meeting.who("Wakana"),), visibility=Visibility.ROOM)
        meeting.do(acts.KeepNote(draft, group))
        note = meeting.state.notes()[-1].entry
        meeting.do(acts.ShareNote(note))
        return note

    ours, theirs, hidden = kept("ours", first), kept("theirs", second), kept("hidden", first)
    meeting.open(ItemKind.SHARE_BACK)
    meeting.do(acts.CallGroup(first))
    assert see(meeting).notes == ()
    meeting.do(acts.ReleaseNote(ours))
    meeting.do(acts.ReleaseNote(theirs))
    view = see(meeting)
    assert [(note.id, note.mark, note.mark_word) for note in view.notes] == [(ours, None, ())]
    assert hidden not in repr(view)


def test_a_name_that_its_owner_wants_off_the_wall_is_in_no_group(meeting: Meeting) -> None:
    meeting.do(acts.StateWish(meeting.who("Umi"), wall=Shown.NONE))
    three_groups(meeting)
    assert "Umi" not in repr(see(meeting))
    assert "Sumire" in repr(see(meeting))


# ---- breaks, and how time is told


def test_a_break_in_the_middle_of_an_item_says_when_we_begin_again(meeting: Meeting) -> None:
    meeting.open(ItemKind.ROUNDTABLE)
    meeting.do(acts.BeginPause(PauseKind.BREAK, minutes=10))
    view = see(meeting)
    assert view.kind is Kind.BREAK
    assert view.clock is not None
    assert view.clock.time == "09:10"
    meeting.do(acts.ExtendPause())
    after = see(meeting).clock
    assert after is not None
    assert after.time == "09:15"


def test_a_break_nobody_gave_a_length_says_no_time(meeting: Meeting) -> None:
    meeting.open(ItemKind.ROUNDTABLE)
    meeting.do(acts.BeginPause(PauseKind.BREAK))
    assert see(meeting).clock is None


def test_more_time_moves_the_end_on_the_wall(meeting: Meeting) -> None:
    meeting.open(ItemKind.ROUNDTABLE)
    before = see(meeting).clock
    meeting.do(acts.ExtendItem(10))
    after = see(meeting).clock
    assert before is not None
    assert after is not None
    assert (before.time, after.time) == ("09:30", "09:40")


def test_minutes_in_digits_only_if_the_room_chose_them(meeting: Meeting) -> None:
    meeting.open(ItemKind.ROUNDTABLE)
    meeting.clock.pass_minutes(12.5)
    clock = see(meeting).clock
    assert clock is not None
    assert said(clock.label)[0] == "Ends"
    meeting.do(acts.ChooseTime(digits=True, sound=False))
    clock = see(meeting).clock
    assert clock is not None
    assert said(clock.label) == ["18 min left. Ends", "あと18分。おわり"]
    meeting.clock.pass_minutes(40)
    clock = see(meeting).clock
    assert clock is not None
    assert said(clock.label)[0] == "0 min left. Ends"
