"""The share-back: which group comes next, and which of its notes may be shown in turn."""

from __future__ import annotations

import pytest

from coprod.domain import acts
from coprod.domain.acts import GroupDraft, ItemDraft, NoteDraft
from coprod.domain.terms import ItemKind, NoteKind, Visibility
from coprod.present.action import main_words
from coprod.present.commands import BY_KEY, Desk, main_act
from coprod.present.latest import releasable
from coprod.present.sharing import brought, next_group, sharing
from tests.present.meeting import Meeting


@pytest.fixture
def meeting() -> Meeting:
    """Three tables after their talk; the share-back is open."""
    made = Meeting()
    for kind in (ItemKind.SMALL_GROUPS, ItemKind.SHARE_BACK):
        made.do(acts.AddItem(ItemDraft(kind, minutes=15)))
    people = list(made.state.participants)
    names: tuple[dict[str, str], ...] = (
        {"en": "the garden table", "ja": "庭のテーブル"},
        {"en": "the door table"},
        {},
    )
    drafts = [GroupDraft(name, tuple(people[at : at + 2])) for at, name in zip((0, 2, 4), names, strict=True)]
    made.do(acts.FormGroups(tuple(drafts)))
    made.open(ItemKind.SMALL_GROUPS)
    made.open(ItemKind.SHARE_BACK)
    return made


def tables(meeting: Meeting) -> list[str]:
    return [group.id for group in meeting.state.small_groups()]


def note(meeting: Meeting, group: str, text: str, *, share: bool = True, room: bool = True) -> str:
    visibility = Visibility.ROOM if room else Visibility.MINUTES
    meeting.do(acts.KeepNote(NoteDraft(NoteKind.IDEA, {"en": text}, visibility=visibility), group))
    kept = meeting.state.notes()[-1].entry
    if share:
        meeting.do(acts.ShareNote(kept))
    return kept


def test_it_is_one_only_while_its_item_is_open(meeting: Meeting) -> None:
    assert sharing(meeting.state)
    meeting.open(ItemKind.CHECK_OUT)
    assert not sharing(meeting.state)
    assert not sharing(Meeting().state)


def test_groups_come_in_their_order_each_once(meeting: Meeting) -> None:
    called = []
    while (group := next_group(meeting.state)) is not None:
        called.append(group)
        meeting.do(acts.CallGroup(group))
    assert called == tables(meeting)


def test_a_group_that_was_called_out_of_turn_is_not_called_again(meeting: Meeting) -> None:
    first, second, third = tables(meeting)
    meeting.do(acts.CallGroup(second))
    assert next_group(meeting.state) == first
    meeting.do(acts.CallGroup(first))
    assert next_group(meeting.state) == third


def test_a_group_that_came_back_to_the_room_is_not_called(meeting: Meeting) -> None:
    first, second, _ = tables(meeting)
    meeting.do(acts.DissolveGroup(first))
    assert next_group(meeting.state) == second


def test_space_goes_from_table_to_table_and_then_on(meeting: Meeting) -> None:
    said = []
    for _ in range(4):
        said.append(main_words(meeting.state, meeting.texts(), meeting.words()))
        act = main_act(Desk(meeting.state))
        assert act is not None
        meeting.do(act)
    assert said[:3] == ["Next: the garden table", "Next: the door table", "Next: Table 3"]
    assert said[3] == "Close the session"


def test_an_open_turn_ends_before_the_next_table(meeting: Meeting) -> None:
    meeting.do(acts.CallGroup(tables(meeting)[0]))
    meeting.do(acts.BeginTurn(meeting.who("Umi")))
    assert main_act(Desk(meeting.state)) == acts.EndTurn()
    meeting.do(acts.EndTurn())
    assert main_act(Desk(meeting.state)) == acts.CallGroup(tables(meeting)[1])


def test_only_what_a_table_brings_and_the_room_may_see_is_offered(meeting: Meeting) -> None:
    first, second, _ = tables(meeting)
    ours = note(meeting, first, "ours")
    note(meeting, first, "not brought", share=False)
    note(meeting, first, "not for the room", room=False)
    note(meeting, second, "theirs")
    assert brought(meeting.state) == []
    meeting.do(acts.CallGroup(first))
    assert [one.entry for one in brought(meeting.state)] == [ours]


def test_r_shows_one_note_of_the_table_after_another(meeting: Meeting) -> None:
    first, second, _ = tables(meeting)
    one, two = note(meeting, first, "one"), note(meeting, first, "two")
    other = note(meeting, second, "other")
    meeting.do(acts.CallGroup(first))
    release = BY_KEY["R"].act
    assert release is not None
    shown = []
    for _ in range(2):
        act = release(Desk(meeting.state))
        assert isinstance(act, acts.ReleaseNote)
        shown.append(act.note)
        meeting.do(act)
    assert shown == [one, two]
    assert release(Desk(meeting.state)) == acts.RetractNote(two)
    meeting.do(acts.CallGroup(second))
    ready = releasable(meeting.state)
    assert ready is not None
    assert ready.entry == other


def test_a_table_that_brings_nothing_leaves_r_to_the_newest_note(meeting: Meeting) -> None:
    newest = meeting.note("said in the room", visibility=Visibility.ROOM)
    meeting.do(acts.CallGroup(tables(meeting)[0]))
    ready = releasable(meeting.state)
    assert ready is not None
    assert ready.entry == newest
