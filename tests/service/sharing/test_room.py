"""What a guest may do, and what it may not, whatever it sends."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coprod.domain import acts
from coprod.domain.rules.pen import Refused, Why
from coprod.domain.terms import ItemKind, NoteKind, Shown
from coprod.service.sharing.pairing import Guest, Role
from coprod.service.sharing.room import (
    ROOM,
    Sent,
    keep,
    members,
    places,
    send_word,
    supporters,
    take_back,
)
from tests.present.meeting import Meeting
from tests.serve.hosting import grouped, supported

ID = "00000000-0000-4000-8000-00000000000a"
SENT = Sent(ID, {"ja": "言葉"}, "ja")


@pytest.fixture
def meeting() -> Meeting:
    return grouped(Meeting())


def table(meeting: Meeting, n: int = 0) -> Guest:
    return Guest(Role.NOTES, meeting.state.small_groups()[n].id)


def test_a_note_stands_in_its_group_in_the_guests_stream_once(meeting: Meeting) -> None:
    guest = table(meeting)
    who = meeting.state.groups[guest.place].members[:1]
    assert not isinstance(keep(meeting.live, guest, replace(SENT, who=who, kind=NoteKind.IDEA)), Refused)
    assert keep(meeting.live, guest, SENT) == Refused(Why.NOTHING_CHANGES, (ID,))
    (note,) = meeting.state.notes()
    assert (note.entry, note.group, note.content.who, note.content.kind) == (
        ID,
        guest.place,
        who,
        NoteKind.IDEA,
    )
    assert {fact.stream for fact in meeting.live.facts() if getattr(fact.body, "entry", "") == ID} == {
        guest.stream
    }


def test_words_of_somebody_at_another_table_are_refused(meeting: Meeting) -> None:
    there = meeting.state.groups[table(meeting, 1).place].members
    assert keep(meeting.live, table(meeting), replace(SENT, who=there)) == Refused(Why.UNKNOWN_PERSON, there)
    assert meeting.state.notes() == []


def test_a_group_that_came_back_takes_no_notes_any_more(meeting: Meeting) -> None:
    guest = table(meeting)
    meeting.do(acts.DissolveGroup(guest.place))
    assert keep(meeting.live, guest, SENT) == Refused(Why.UNKNOWN_GROUP, (guest.place,))


def test_before_and_after_the_session_nothing_is_kept(meeting: Meeting) -> None:
    early = Meeting()
    guest = Guest(Role.NOTES, ROOM)
    assert isinstance(keep(early.live, guest, SENT), Refused)
    meeting.do(acts.CloseSession())
    assert isinstance(keep(meeting.live, table(meeting), SENT), Refused)


def test_only_ones_own_is_taken_back(meeting: Meeting) -> None:
    guest, other = table(meeting), table(meeting, 1)
    keep(meeting.live, guest, SENT)
    assert take_back(meeting.live, other, ID) == Refused(Why.UNKNOWN_NOTE, (ID,))
    assert not isinstance(take_back(meeting.live, guest, ID), Refused)
    assert meeting.state.notes() == []
    assert isinstance(take_back(meeting.live, guest, ID), Refused)


def test_the_room_is_a_place_where_there_are_no_groups() -> None:
    meeting = Meeting()
    meeting.open(ItemKind.ROUNDTABLE)
    guest = Guest(Role.NOTES, ROOM)
    assert places(meeting.state, Role.NOTES) == {ROOM}
    assert set(members(meeting.state, guest)) == set(meeting.state.participants)
    assert not isinstance(keep(meeting.live, guest, SENT), Refused)
    assert meeting.state.notes()[0].group is None


def test_a_word_is_for_the_check_in_alone_and_of_whoever_said_a_name(meeting: Meeting) -> None:
    who = next(iter(meeting.state.participants))
    named, nameless = Guest(Role.PARTICIPANT, who), Guest(Role.PARTICIPANT, "")
    assert isinstance(send_word(meeting.live, named, SENT), Refused)
    meeting.open(ItemKind.CHECK_IN)
    other = replace(SENT, id=ID.replace("a", "b"), who=(who,))  # what it says of others does not count
    for guest, sent in ((named, SENT), (nameless, other)):
        assert not isinstance(send_word(meeting.live, guest, sent), Refused)
    assert [note.content.who for note in meeting.state.notes()] == [(who,), ()]


def test_names_that_are_wanted_off_the_wall_are_no_places(meeting: Meeting) -> None:
    who, *_ = meeting.state.participants
    assert who in places(meeting.state, Role.PARTICIPANT)
    meeting.do(acts.StateWish(who, wall=Shown.NONE))
    assert who not in places(meeting.state, Role.PARTICIPANT)


def test_support_persons_are_those_of_the_plan_who_are_here(meeting: Meeting) -> None:
    assert supporters(meeting.state) == []
    who = supported(meeting)
    assert supporters(meeting.state) == [who]
    meeting.do(acts.Leave(who))
    assert supporters(meeting.state) == []
