"""The people of a session, and the sheet of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coprod.domain import acts
from coprod.domain.rules.pen import Why
from coprod.domain.terms import Attendance, Attribution, ItemKind, Part, Phase, Shown, Standpoint
from coprod.present.marks import Mark
from coprod.present.people import add_people, add_person, people_view, understood
from coprod.present.person import NOT_SAID
from tests.present.meeting import PEER, PEOPLE, PROFESSIONAL, Meeting

if TYPE_CHECKING:
    from coprod.present.people import PeopleView
    from coprod.present.person import PersonSheet


def view(meeting: Meeting, lang: str = "en") -> PeopleView:
    return people_view(meeting.state, meeting.texts(lang), meeting.words(lang))


def sheet(meeting: Meeting, name: str, lang: str = "en") -> PersonSheet:
    found = view(meeting, lang).sheet(meeting.who(name))
    assert found is not None
    return found


@pytest.fixture
def meeting() -> Meeting:
    return Meeting()


def test_everybody_stands_in_their_seat_with_shape_and_word(meeting: Meeting) -> None:
    lines = view(meeting).lines
    assert [line.name for line in lines] == list(PEOPLE)
    assert [line.mark for line in lines] == [
        Mark.PEER,
        Mark.PROFESSIONAL,
        Mark.BOTH,
        Mark.NOT_SAID,
        Mark.PEER,
    ]
    assert [line.mark_word for line in lines][:4] == ["Peer worker", "Professional", "Both", "Not said"]


def test_part_of_today_says_who_is_on_a_screen_or_absent(meeting: Meeting) -> None:
    who = meeting.who("Tadashi")
    one = sheet(meeting, "Tadashi").chosen("parts", Part.NOTE_TAKER)
    assert one is not None
    meeting.do(one)
    two = sheet(meeting, "Tadashi").chosen("attendance", Attendance.ONLINE)
    assert two is not None
    meeting.do(two)
    assert view(meeting).lines[1].part == "Note-taker, Online"
    assert view(meeting).lines[1].told == "Tadashi, Professional, Note-taker, Online"
    assert meeting.state.participants[who].attendance is Attendance.ONLINE


def test_seats_change_by_one_step_and_stop_at_the_ends(meeting: Meeting) -> None:
    first, last = meeting.who("Sumire"), meeting.who("Wakana")
    assert view(meeting).moved(first, -1) is None
    assert view(meeting).moved(last, 1) is None
    assert view(meeting).moved("nobody", 1) is None
    down = view(meeting).moved(first, 1)
    assert down is not None
    meeting.do(down)
    assert [line.name for line in view(meeting).lines][:2] == ["Tadashi", "Sumire"]
    up = view(meeting).moved(last, -1)
    assert up is not None
    meeting.do(up)
    assert [line.name for line in view(meeting).lines][3:] == ["Wakana", "Vera"]


def test_a_drag_to_where_one_sits_changes_nothing(meeting: Meeting) -> None:
    who = meeting.who("Tadashi")
    assert view(meeting).seated(who, 1) is None
    assert view(meeting).seated(who, 2) is None
    assert view(meeting).seated(who, 5) == acts.MoveParticipant(who, None)
    assert view(meeting).seated(who, 0) == acts.MoveParticipant(who, meeting.who("Sumire"))


def test_a_name_is_added_without_the_air_around_it() -> None:
    assert add_person("  Yuzu   K ") == acts.AddParticipant(acts.ParticipantDraft({"": "Yuzu K"}))
    assert add_person("   ") is None
    assert add_people([]) is None


def test_what_was_understood_of_a_list_is_said_before_it_is_added(meeting: Meeting) -> None:
    drafts = [
        acts.ParticipantDraft({"ja": "ゆず", "en": "Yuzu"}, standpoints=(PEER,), parts=(Part.SUPPORTER,)),
        acts.ParticipantDraft({"": "Sen"}, reading={"ja": "せん"}),
    ]
    assert understood(drafts, meeting.words()) == ("ゆず / Yuzu, Peer, Supporter", "Sen / せん")
    act = add_people(drafts)
    assert act is not None
    assert [line.name for line in people_view(meeting.do(act), meeting.texts(), meeting.words()).lines][
        -2:
    ] == ["Yuzu", "Sen"]


def test_a_name_in_both_languages_is_changed_in_one_alone(meeting: Meeting) -> None:
    act = sheet(meeting, "Vera").written("called", "ja", "ベラさん")
    assert isinstance(act, acts.ChangeParticipant)
    assert act.draft.called == {"en": "Vera", "ja": "ベラさん"}
    meeting.do(act)
    assert [line.name for line in view(meeting, "ja").lines][3] == "ベラさん"


def test_the_same_words_and_no_name_at_all_ask_for_nothing(meeting: Meeting) -> None:
    vera = sheet(meeting, "Vera")
    assert vera.written("called", "en", " Vera ") is None
    meeting.do(acts.AddParticipant(acts.ParticipantDraft({"": "Sen"})))
    sen = view(meeting).sheets[-1]
    assert sen.written("called", "en", "") is None
    assert sen.written("discipline", "en", "") is None


def test_a_name_in_no_language_stays_one_until_there_is_a_second(meeting: Meeting) -> None:
    meeting.do(acts.AddParticipant(acts.ParticipantDraft({"": "Sen"})))
    sen = view(meeting).sheets[-1]
    assert [field.text for field in sen.fields[0]] == ["Sen", ""]
    one = sen.written("called", "en", "Senn")
    two = sen.written("called", "ja", "せん")
    assert isinstance(one, acts.ChangeParticipant)
    assert isinstance(two, acts.ChangeParticipant)
    assert one.draft.called == {"": "Senn"}
    assert two.draft.called == {"en": "Sen", "ja": "せん"}


@pytest.mark.parametrize("key", ["reading", "discipline", "label"])
def test_other_texts_are_kept(meeting: Meeting, key: str) -> None:
    field = next(row[0] for row in sheet(meeting, "Umi").fields if row[0].key == key)
    act = sheet(meeting, "Umi").written(key, field.lang, "うみ")
    assert act is not None
    meeting.do(act)
    assert getattr(sheet(meeting, "Umi").draft, key) == {field.lang: "うみ"}
    assert len([row for row in sheet(meeting, "Umi").fields if len(row) == 1]) == 1


def test_standpoints_are_several_and_not_said_is_an_answer(meeting: Meeting) -> None:
    add = sheet(meeting, "Sumire").chosen("standpoints", Standpoint.FAMILY)
    assert isinstance(add, acts.ChangeParticipant)
    assert add.draft.standpoints == (PEER, Standpoint.FAMILY)
    none = sheet(meeting, "Umi").chosen("standpoints", NOT_SAID)
    assert isinstance(none, acts.ChangeParticipant)
    assert none.draft.standpoints == ()
    assert sheet(meeting, "Vera").chosen("standpoints", NOT_SAID) is None
    options = next(row for row in sheet(meeting, "Vera").rows if row.key == "standpoints").options
    assert [one.key for one in options if one.chosen] == [NOT_SAID]


def test_a_standpoint_corrected_in_mid_meeting_is_declared(meeting: Meeting) -> None:
    meeting.open(ItemKind.CHECK_IN)
    who = meeting.who("Tadashi")
    act = sheet(meeting, "Tadashi").chosen("standpoints", PEER)
    assert act == acts.DeclareStandpoints(who, (PROFESSIONAL, PEER))
    assert act is not None
    meeting.do(act)
    assert view(meeting).lines[1].mark is Mark.BOTH


def test_wishes_have_acts_of_their_own(meeting: Meeting) -> None:
    vera, who = sheet(meeting, "Vera"), meeting.who("Vera")
    assert vera.chosen("attribution", Attribution.NAMED) == acts.StateWish(who, Attribution.NAMED)
    assert vera.chosen("listed", Shown.NONE) == acts.StateWish(who, listed=Shown.NONE)
    assert vera.chosen("wall", Shown.NONE) == acts.StateWish(who, wall=Shown.NONE)
    assert vera.chosen("wall", Shown.NAME) is None
    assert vera.chosen("attribution", Attribution.STANDPOINT) is None
    meeting.do(acts.StateWish(who, wall=Shown.NONE))
    chosen = next(row for row in sheet(meeting, "Vera").rows if row.key == "wall").options
    assert [one.word for one in chosen if one.chosen] == ["Without a name"]


def test_who_has_a_place_in_the_record_stays_and_it_is_said_why(meeting: Meeting) -> None:
    assert sheet(meeting, "Umi").stays == ""
    meeting.open(ItemKind.CHECK_IN)
    meeting.note("Once", "Umi")
    assert sheet(meeting, "Umi").stays == "Umi has a place in the record, and stays on the list."
    assert meeting.refused(acts.RemoveParticipant(meeting.who("Umi"))).why is Why.IN_USE
    assert sheet(meeting, "Vera").stays == ""
    meeting.do(acts.RemoveParticipant(meeting.who("Vera")))


def test_coming_and_going_is_asked_for_in_mid_meeting_alone(meeting: Meeting) -> None:
    assert sheet(meeting, "Umi").presence is None
    meeting.do(acts.StartSession())
    assert meeting.state.phase is Phase.OPEN
    left = sheet(meeting, "Umi").presence
    assert left is not None
    assert left[0] == "They have left"
    meeting.do(left[1])
    assert view(meeting).lines[2].part == "away"
    back = sheet(meeting, "Umi").presence
    assert back == ("They are here", acts.Arrive(meeting.who("Umi")))


def test_everybody_is_asked_the_same_and_nothing_of_a_diagnosis(meeting: Meeting) -> None:
    asked = {
        (tuple(f.key for row in one.fields for f in row), tuple(row.key for row in one.rows))
        for one in view(meeting).sheets
    }
    assert asked == {
        (
            ("called", "called", "reading", "discipline", "discipline", "label", "label"),
            ("standpoints", "parts", "attendance", "languages", "attribution", "listed", "wall"),
        )
    }


def test_all_that_is_theirs_can_be_erased_once_it_has_begun(meeting: Meeting) -> None:
    if meeting.state.phase is Phase.PLANNED:
        assert (sheet(meeting, "Umi").withdraw, sheet(meeting, "Umi").sure) == ("", "")
        meeting.open(ItemKind.CHECK_IN)
    assert sheet(meeting, "Umi").withdraw == "Erase what is theirs"
    assert sheet(meeting, "Umi").sure.startswith("Umi: the name, and all that is theirs alone, ")
