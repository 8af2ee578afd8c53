"""Sharing on the console: tables and never persons, wishes in a sentence, and not a word of a quiet message."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coprod.domain.terms import ItemKind
from coprod.present.hosting import HostingView, hosting_view, waiting, wished
from coprod.present.joining import Joining
from coprod.service.sharing.pairing import AWAY_SECONDS, Guest, Role
from coprod.service.sharing.room import Message, Wish, WishKind
from tests.present.meeting import Meeting
from tests.serve.hosting import grouped

JOINING = Joining("10.0.0.9:8443", "はるかぜ・しおり", "harukaze shiori")
BOTH = replace(JOINING, everyone=("あさひ・すみれ", "asahi sumire"))


@pytest.fixture
def meeting() -> Meeting:
    return grouped(Meeting())


def view(
    meeting: Meeting, here: dict[Guest, float] | None = None, joining: Joining | None = JOINING
) -> HostingView:
    return hosting_view(meeting.state, meeting.texts(), meeting.words(), joining, here or {}, ())


def test_before_it_is_begun_it_says_what_it_is_and_shows_no_table(meeting: Meeting) -> None:
    shown = view(meeting, joining=None)
    assert "Nothing goes into the internet" in shown.lead
    assert (shown.tables, shown.participants, shown.waiting, shown.trouble) == ((), "", "", "")


def test_the_words_are_told_each_for_whom_it_is(meeting: Meeting) -> None:
    assert view(meeting).lead == (
        "Shared at 10.0.0.9:8443. The word for note-takers: はるかぜ・しおり  harukaze shiori"
    )
    assert view(meeting, joining=BOTH).lead.endswith(
        "\nThe word for participants: あさひ・すみれ  asahi sumire"
    )


def test_a_table_is_connected_away_or_free(meeting: Meeting) -> None:
    one, other = (group.id for group in meeting.state.small_groups())
    here = {Guest(Role.NOTES, one): 2.0, Guest(Role.NOTES, other): AWAY_SECONDS + 1}
    assert [row.tail for row in view(meeting, here).tables] == ["connected", "away for a moment"]
    assert [row.tail for row in view(meeting).tables] == ["nobody yet"] * 2


def test_without_groups_there_is_the_whole_room() -> None:
    meeting = Meeting()
    meeting.open(ItemKind.ROUNDTABLE)
    assert [row.texts[0].body for row in view(meeting).tables] == ["The whole room"]


def test_participants_are_a_number_and_no_names(meeting: Meeting) -> None:
    people = list(meeting.state.participants)
    here = {Guest(Role.PARTICIPANT, who): 1.0 for who in people[:2]}
    shown = view(meeting, here, BOTH)
    assert shown.participants == "2 participants are here"
    assert "Sumire" not in str(shown)
    assert view(meeting, here).participants == ""


def test_a_wish_has_its_name_only_where_the_room_does_not_read_it(meeting: Meeting) -> None:
    who = next(iter(meeting.state.participants))
    told = {
        (kind, name, sees): wished(
            Wish(kind, name), meeting.state, meeting.texts(), meeting.words(), room_sees=sees
        )
        for kind in WishKind
        for name in (who, "")
        for sees in (True, False)
    }
    assert told[WishKind.PAUSE, who, False] == "Sumire would like a pause."
    assert told[WishKind.LATER, who, False] == "Sumire says: later, please."
    for kind, sentence in (
        (WishKind.PAUSE, "Somebody would like a pause."),
        (WishKind.LATER, "Somebody says: later, please."),
    ):
        assert {told[kind, who, True], told[kind, "", True], told[kind, "", False]} == {sentence}


def test_for_whom_messages_wait_is_told_once_and_nothing_of_them(meeting: Meeting) -> None:
    one, other = list(meeting.state.participants)[:2]
    messages = [Message(one, "secret"), Message(other, "secret"), Message(one, "more")]
    told = waiting(meeting.state, meeting.texts(), meeting.words(), messages, room_sees=False)
    assert told == "A quiet message waits for Sumire, Tadashi."
    assert waiting(meeting.state, meeting.texts(), meeting.words(), (), room_sees=True) == ""
    told = waiting(meeting.state, meeting.texts(), meeting.words(), messages, room_sees=True)
    assert told == "A quiet message waits."
