"""What can be put right afterwards, and the acts that do it."""

from __future__ import annotations

import datetime as dt

import pytest

from coprod.domain import acts
from coprod.domain.facts import PauseBegun, TurnBegun, TurnPassed
from coprod.domain.rules.pen import Refused, Why
from coprod.domain.terms import Attendance, ItemKind, NoteKind, PassHow, PauseKind, Standpoint, Visibility
from coprod.present.corrections import (
    CorrectionsView,
    Section,
    correct_note,
    correct_presence,
    correct_standpoint,
    correct_time,
    correct_who,
    corrections_view,
    moved,
    parse_time,
)
from coprod.present.flow import clock_time
from coprod.present.speech import tongues_of
from coprod.present.voices import Seat, round_view
from coprod.present.wall import room_view
from tests.present.meeting import MINUTE, PEER, PROFESSIONAL, Meeting


@pytest.fixture
def meeting() -> Meeting:
    return Meeting()


@pytest.fixture
def held(meeting: Meeting) -> Meeting:
    """A check-in: Sumire spoke, Tadashi passed, and there was a breath."""
    meeting.open(ItemKind.CHECK_IN)
    for act in (
        acts.BeginTurn(meeting.who("Sumire")),
        acts.EndTurn(),
        acts.PassTurn(meeting.who("Tadashi"), PassHow.LATER),
        acts.BeginPause(PauseKind.BREATH),
        acts.EndPause(),
    ):
        meeting.clock.at += 2 * MINUTE
        meeting.do(act)
    return meeting


def see(meeting: Meeting, section: Section = Section.TURNS, opened: str = "") -> CorrectionsView:
    return corrections_view(meeting.state, meeting.texts(), meeting.words(), section, opened)


def entry(meeting: Meeting, kind: type) -> str:
    return next(key for key, one in meeting.state.record.items() if type(one) is kind)


def time_of(meeting: Meeting, key: str) -> str:
    return clock_time(meeting.state, meeting.words(), meeting.state.record[key].at)


def test_the_newest_comes_first_with_its_time_of_day_and_no_length(held: Meeting) -> None:
    rows = see(held).rows
    assert [row.name for row in rows] == [
        "09:08, A breath",
        "09:06, Tadashi, later",
        "09:02, Sumire, had the voice",
    ]
    assert not any("min" in row.name or "–" in row.name for row in rows)


def test_what_is_open_offers_everybody_and_its_time(held: Meeting) -> None:
    view = see(held, opened=entry(held, TurnBegun))
    assert (view.head, view.time) == ("Sumire", "09:02")
    assert [one.word for one in view.who if one.chosen] == ["Sumire"]
    assert len(view.who) == len(held.state.participants)
    pause = see(held, opened=entry(held, PauseBegun))
    assert (pause.head, pause.who, pause.time) == ("A breath", (), "09:08")


def test_what_is_gone_is_not_open(held: Meeting) -> None:
    assert see(held, opened="gone").opened == ""
    assert see(held, Section.NOTES, entry(held, TurnBegun)).who == ()


def test_a_wrong_speaker_is_put_right_and_the_times_stay(held: Meeting) -> None:
    turn = entry(held, TurnBegun)
    before = held.state.record[turn]
    act = correct_who(held.state, turn, held.who("Umi"))
    assert act is not None
    after = held.do(act).record[turn]
    assert isinstance(before, TurnBegun)
    assert isinstance(after, TurnBegun)
    assert (after.who, after.at, after.until) == (held.who("Umi"), before.at, before.until)
    held.do(acts.Undo())
    assert held.state.record[turn] == before
    assert correct_who(held.state, entry(held, PauseBegun), held.who("Umi")) is None


@pytest.mark.parametrize("typed", ["9:03", "09:03", "０９：０３", " 09:03 "])
def test_a_wrong_time_is_put_right(held: Meeting, typed: str) -> None:
    for kind in (TurnBegun, TurnPassed):
        key = entry(held, kind)
        act = correct_time(held.state, key, typed)
        assert act is not None
        held.do(act)
        assert time_of(held, key) == "09:03"


def test_a_beginning_after_the_end_takes_the_end_along(held: Meeting) -> None:
    turn = entry(held, TurnBegun)
    act = correct_time(held.state, turn, "09:07")
    assert act is not None
    after = held.do(act).record[turn]
    assert isinstance(after, TurnBegun)
    assert after.until == after.at
    assert time_of(held, turn) == "09:07"


def test_within_its_minute_nothing_moves(held: Meeting) -> None:
    turn = entry(held, TurnBegun)
    act = correct_time(held.state, turn, "09:02")
    assert isinstance(act, acts.CorrectEntry)
    assert act.at == held.state.record[turn].at


def test_the_first_minute_of_the_session_is_not_before_it(meeting: Meeting) -> None:
    meeting.clock.at += 40_000  # it begins at 09:00:40
    meeting.open(ItemKind.CHECK_IN)
    meeting.clock.at += MINUTE
    meeting.do(acts.BeginTurn(meeting.who("Sumire")))
    act = correct_time(meeting.state, entry(meeting, TurnBegun), "09:00")
    assert act is not None
    meeting.do(act)
    assert time_of(meeting, entry(meeting, TurnBegun)) == "09:00"


def test_a_time_outside_the_session_is_refused(held: Meeting) -> None:
    for typed in ("08:00", "12:00"):
        act = correct_time(held.state, entry(held, TurnBegun), typed)
        assert act is not None
        assert held.refused(act) == Refused(Why.UNTIL_BEFORE_AT, (entry(held, TurnBegun),))


def test_a_time_across_midnight_is_the_nearest_one(meeting: Meeting) -> None:
    meeting.clock.at += (14 * 60 + 55) * MINUTE  # 23:55
    meeting.open(ItemKind.CHECK_IN)
    meeting.clock.at += 10 * MINUTE
    meeting.do(acts.BeginTurn(meeting.who("Sumire")))
    act = correct_time(meeting.state, entry(meeting, TurnBegun), "23:58")
    assert act is not None
    meeting.do(act)
    assert time_of(meeting, entry(meeting, TurnBegun)) == "23:58"


@pytest.mark.parametrize("text", ["", "14", "25:00", "14:60", "14.05", "two", "1:5"])
def test_what_is_no_time_is_none(held: Meeting, text: str) -> None:
    assert parse_time(text) is None
    assert correct_time(held.state, entry(held, TurnBegun), text) is None
    assert moved(text, 1) == text


def test_the_arrows_move_by_a_minute_round_the_clock() -> None:
    assert (moved("14:05", 1), moved("00:00", -1), moved("23:59", 1)) == ("14:06", "23:59", "00:00")
    assert parse_time("14:05") == dt.time(14, 5)


def test_standpoints_are_added_and_taken_away_as_their_owner_says(meeting: Meeting) -> None:
    vera = meeting.who("Vera")
    meeting.do(correct_standpoint(meeting.state, vera, PEER.value))
    meeting.do(correct_standpoint(meeting.state, vera, PROFESSIONAL.value))
    assert meeting.state.standpoints(vera) == (PEER, PROFESSIONAL)
    view = see(meeting, Section.PEOPLE, vera)
    assert {one.key for one in view.standpoints if one.chosen} == {"peer", "professional"}
    assert len(view.standpoints) == len(Standpoint) + 1
    meeting.do(correct_standpoint(meeting.state, vera, PEER.value))
    assert meeting.state.standpoints(vera) == (PROFESSIONAL,)
    meeting.do(correct_standpoint(meeting.state, vera, ""))
    assert [one.key for one in see(meeting, Section.PEOPLE, vera).standpoints if one.chosen] == [""]


def test_who_was_said_to_be_absent_comes_in_the_middle_and_goes(held: Meeting) -> None:
    draft = acts.ParticipantDraft({"": "Xan"}, attendance=Attendance.ABSENT)
    held.do(acts.AddParticipant(draft))
    xan = list(held.state.participants)[-1]
    for presence, here in (("away", False), ("here", True), ("here", True), ("away", False), ("here", True)):
        act = correct_presence(held.state, xan, presence)
        if act is not None:
            held.do(act)
        options = see(held, Section.PEOPLE, xan).presence
        assert [one.word for one in options if one.chosen] == ["Here" if here else "Not here"]
        assert (xan in {seat.id for seat in seats(held) if seat.here}) is here


def seats(meeting: Meeting) -> tuple[Seat, ...]:
    return round_view(meeting.state, meeting.texts(), meeting.words()).seats


def test_before_the_session_nobody_comes_or_goes(meeting: Meeting) -> None:
    assert see(meeting, Section.PEOPLE, meeting.who("Vera")).presence == ()


def test_the_console_and_the_wall_follow_who_comes_and_goes(held: Meeting) -> None:
    umi = held.who("Umi")
    held.do(acts.BeginTurn(umi))
    held.do(acts.Leave(umi))
    chips = {seat.id: seat.voice.word for seat in seats(held)}
    assert chips[umi] == "away"
    wall = room_view(held.state, held.live.words, tongues_of(held.state), held.clock.at)
    assert wall.now is None
    assert wall.next is not None
    assert "Umi" not in wall.next.name[0].text
    held.do(acts.Arrive(umi))
    assert {seat.id: seat.voice.word for seat in seats(held)}[umi] == "spoken"


def rich_note(meeting: Meeting) -> str:
    draft = acts.NoteDraft(
        NoteKind.ACTION,
        {"en": "Ask the ward", "ja": "病棟に聞く"},
        (meeting.who("Umi"),),
        original="ja",
        minority=True,
        visibility=Visibility.ROOM,
        owners=(meeting.who("Sumire"),),
        due="2026-07-01",
        easy={"en": "Ask them."},
    )
    meeting.do(acts.KeepNote(draft))
    return meeting.state.notes()[-1].entry


def test_a_note_becomes_somebody_elses_and_keeps_all_else(held: Meeting) -> None:
    note = rich_note(held)
    before = held.state.notes()[-1].content
    for who in ("Sumire", "Umi"):  # one more, and one fewer
        act = correct_note(held.state, held.texts(), note, who=held.who(who))
        assert act is not None
        held.do(act)
    after = held.state.notes()[-1].content
    assert after.who == (held.who("Sumire"),)
    assert [lang for lang, _ in after.text] == [lang for lang, _ in before.text]
    for name in ("kind", "original", "minority", "visibility", "owners", "due", "item", "number"):
        assert getattr(after, name) == getattr(before, name), name
    assert not held.state.clashes


def test_a_note_may_be_from_one_of_their_standpoints_or_nobodys(held: Meeting) -> None:
    note = rich_note(held)
    view = see(held, Section.NOTES, note)
    assert [one.word for one in view.standpoints] == ["Both", "Peer worker", "Professional"]
    for standpoint, stands in (("peer", (PEER,)), ("", ())):
        act = correct_note(held.state, held.texts(), note, standpoint=standpoint)
        assert act is not None
        assert held.do(act).notes()[-1].content.standpoints == stands
    act = correct_note(held.state, held.texts(), note, who="")
    assert act is not None
    assert held.do(act).notes()[-1].content.who == ()
    assert see(held, Section.NOTES, note).standpoints == ()
    assert correct_note(held.state, held.texts(), "gone", who="") is None


def test_a_note_of_one_standpoint_offers_no_choice(held: Meeting) -> None:
    note = held.note("Quiet", "Sumire")
    view = see(held, Section.NOTES, note)
    assert view.standpoints == ()
    assert view.rows[0].name == "09:10, Quiet, Contribution · Sumire · Peer worker"
