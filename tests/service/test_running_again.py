"""What runs a meeting is there again after a restart: hands, orders, groups, returns, and what the room chose."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coprod.domain import acts
from coprod.domain.acts import GroupDraft, ItemDraft
from coprod.domain.rounds import round_of
from coprod.domain.terms import ItemKind, PauseKind, RoundOrder
from coprod.service.exchange.keeping import keep, taken_out
from coprod.service.exchange.writing import write
from tests.fakes.memory import MemoryStore
from tests.present.meeting import Meeting
from tests.service.clocks import Still
from tests.stage import ordered

if TYPE_CHECKING:
    from collections.abc import Callable


def hands(meeting: Meeting) -> None:
    meeting.open(ItemKind.CHECK_IN)
    meeting.do(acts.RaiseHand(meeting.who("Umi")))
    meeting.do(acts.RaiseHand(meeting.who("Vera")))


def drawn(meeting: Meeting) -> None:
    meeting.open(ItemKind.CHECK_IN)
    meeting.do(acts.BeginRound(RoundOrder.DRAWN))


def extended(meeting: Meeting) -> None:
    meeting.open(ItemKind.ROUNDTABLE)
    meeting.do(acts.ExtendItem())


def in_a_break(meeting: Meeting) -> None:
    meeting.open(ItemKind.ROUNDTABLE)
    meeting.do(acts.BeginPause(PauseKind.BREAK, minutes=10))
    meeting.do(acts.ExtendPause())


def tables(meeting: Meeting) -> None:
    meeting.do(acts.AddItem(ItemDraft(ItemKind.SHARE_BACK)))
    people = tuple(meeting.state.participants)
    meeting.do(acts.FormGroups((GroupDraft({"en": "a"}, people[:3]), GroupDraft({}, people[3:]))))
    meeting.open(ItemKind.SHARE_BACK)
    meeting.do(acts.CallGroup(meeting.state.small_groups()[1].id))


def wishes(meeting: Meeting) -> None:
    people = tuple(meeting.state.participants)
    meeting.do(acts.WishCompany(apart=(people[:2],), together=(people[2:4],)))
    meeting.do(acts.ChooseTime(digits=True, sound=True))
    meeting.do(acts.ChooseOrder(meeting.state.agenda[2].id, RoundOrder.ALTERNATING))


SCENES = pytest.mark.parametrize("scene", [hands, drawn, extended, in_a_break, tables, wishes])


@SCENES
def test_the_next_start_finds_all_as_it_was(scene: Callable[[Meeting], None]) -> None:
    meeting = Meeting()
    scene(meeting)
    again = meeting.read_again()
    assert ordered(again.state) == ordered(meeting.state)
    assert round_of(again.state) == round_of(meeting.state)


@SCENES
def test_undo_after_a_restart_takes_the_last_act_back(scene: Callable[[Meeting], None]) -> None:
    meeting = Meeting()
    scene(meeting)
    again = meeting.read_again()
    last = list(again.state.acts)[-1]
    again.do(acts.Undo())
    assert last not in again.state.acts
    assert ordered(again.read_again().state) == ordered(again.state)


@SCENES
def test_nothing_of_it_goes_into_a_file(scene: Callable[[Meeting], None]) -> None:
    """The file has no key for it: what goes out can be read by anything that reads the format."""
    meeting = Meeting()
    scene(meeting)
    file = taken_out(meeting.state.session, meeting.store)
    assert file is not None
    store = MemoryStore()
    kept = keep(file, store, Still())
    again = taken_out(kept.session, store)
    assert again is not None
    assert write(again) == write(file)
    for word in (b"hand", b"apart", b"together", b"extended", b"digits"):
        assert word not in write(file)
