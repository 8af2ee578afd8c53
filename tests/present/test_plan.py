"""The plan: clock times that follow, sheets that ask for what is to change, and how the end stands to the plan."""

from __future__ import annotations

import pytest

from coprod.domain import acts
from coprod.domain.acts import ItemDraft
from coprod.domain.terms import ItemKind, RoundOrder
from coprod.present.plan import ItemSheet, PlanView, plan_view
from tests.present.meeting import Meeting


@pytest.fixture
def meeting() -> Meeting:
    return Meeting()


def shown(meeting: Meeting, lang: str = "en") -> PlanView:
    return plan_view(meeting.state, meeting.texts(lang), meeting.words(lang))


def sheet(meeting: Meeting, place: int) -> ItemSheet:
    return shown(meeting).sheets[place]


def test_each_item_has_its_clock_time_after_those_before_it(meeting: Meeting) -> None:
    view = shown(meeting)
    assert [line.time for line in view.lines] == ["09:00", "09:05", "09:15", "09:30", "10:00", "10:10"]
    assert (view.lines[3].name, view.lines[3].beside.body, view.lines[3].minutes) == (
        "Who gets to speak",
        "だれが話せるか",
        "30",
    )
    assert view.lines[3].told == "09:30, Who gets to speak, 30 min"


@pytest.mark.parametrize(
    ("minutes", "ends"),
    [
        (20, "Ends 10:30, as planned"),
        (25, "Ends 10:35, 5 min later than planned"),
        (10, "Ends 10:20, 10 min earlier than planned"),
    ],
)
def test_the_end_says_how_it_stands_to_what_was_planned(meeting: Meeting, minutes: int, ends: str) -> None:
    meeting.do(sheet(meeting, 5).lasting(str(minutes)))
    assert shown(meeting).ends == ends


def test_without_a_time_it_says_what_to_do(meeting: Meeting) -> None:
    meeting.do(acts.Describe(acts.SessionDraft({"en": "A"}, ("en",))))
    assert shown(meeting).ends == "Give the meeting a time, and the items follow."
    meeting.do(
        acts.Describe(acts.SessionDraft({"en": "A"}, ("en",), planned_start="2026-06-01T09:00:00+09:00"))
    )
    assert shown(meeting).ends == "Ends 10:10"


def test_items_move_by_steps_and_to_places(meeting: Meeting) -> None:
    view = shown(meeting)
    ids = [line.id for line in view.lines]
    assert view.moved(ids[0], -1) is None
    assert view.moved(ids[-1], 1) is None
    assert view.moved("none", 1) is None
    assert view.moved(ids[1], 1) == acts.MoveItem(ids[1], ids[3])
    assert view.moved(ids[1], -1) == acts.MoveItem(ids[1], ids[0])
    assert view.placed(ids[0], 6) == acts.MoveItem(ids[0], None)
    assert view.placed(ids[0], 1) is None


def test_an_item_is_added_after_the_open_one(meeting: Meeting) -> None:
    view = shown(meeting)
    ids = [line.id for line in view.lines]
    new = ItemDraft(ItemKind.ROUNDTABLE, minutes=10)
    assert view.added(ids[1]) == acts.AddItem(new, ids[2])
    assert view.added(ids[-1]) == view.added(None) == acts.AddItem(new, None)


def test_titles_and_questions_are_written_in_each_language(meeting: Meeting) -> None:
    meeting.do(sheet(meeting, 3).written("title", "en", "Voices "))
    meeting.do(sheet(meeting, 3).written("0", "ja", "何が助けに？"))
    meeting.do(sheet(meeting, 3).written("0", "en", "What helps?"))
    meeting.do(sheet(meeting, 3).written("1", "en", "And then?"))
    said = {(one.key, one.lang): one.text for one in sheet(meeting, 3).fields}
    assert said == {
        ("title", "en"): "Voices",
        ("title", "ja"): "だれが話せるか",
        ("0", "en"): "What helps?",
        ("0", "ja"): "何が助けに？",
        ("1", "en"): "And then?",
        ("1", "ja"): "",
    }
    meeting.do(sheet(meeting, 3).written("0", "en", ""))
    meeting.do(sheet(meeting, 3).written("0", "ja", " "))
    assert [one.text for one in sheet(meeting, 3).fields if one.key == "0"] == ["And then?", ""]


def test_a_question_comes_from_the_library(meeting: Meeting) -> None:
    meeting.do(sheet(meeting, 2).asked({"en": "How are you?", "ko": "어때요?"}))
    assert meeting.texts().body(meeting.state.agenda[2].prompts[0].text) == "How are you?"


@pytest.mark.parametrize(("steps", "minutes"), [(1, 35), (-1, 25), (-9, 5)])
def test_an_item_is_made_longer_and_shorter_in_fives(meeting: Meeting, steps: int, minutes: int) -> None:
    meeting.do(sheet(meeting, 3).longer(steps))
    assert meeting.state.agenda[3].minutes == minutes


@pytest.mark.parametrize(("typed", "minutes"), [("12", 12), ("１２", 12), ("", None), (" 7 ", 7)])
def test_a_length_is_typed(meeting: Meeting, typed: str, minutes: float | None) -> None:
    meeting.do(sheet(meeting, 3).lasting(typed))
    assert meeting.state.agenda[3].minutes == minutes


def test_a_length_that_is_none_is_refused(meeting: Meeting) -> None:
    assert meeting.refused(sheet(meeting, 3).lasting("long")).why == "not-a-length"


def test_a_kind_and_an_order_are_chosen_and_an_order_only_where_voices_come_in_turn(meeting: Meeting) -> None:
    assert sheet(meeting, 0).orders == ()
    meeting.do(sheet(meeting, 0).of_kind("check-in"))
    assert [one.key for one in sheet(meeting, 0).orders if one.chosen] == ["seated"]
    meeting.do(sheet(meeting, 0).in_order("drawn"))
    assert [one.key for one in sheet(meeting, 0).orders if one.chosen] == ["drawn"]
    assert meeting.state.orders[meeting.state.agenda[0].id] is RoundOrder.DRAWN
    assert [one.key for one in sheet(meeting, 0).kinds if one.chosen] == ["check-in"]


# ---- the head


def about(meeting: Meeting, key: str, text: str) -> None:
    act = shown(meeting).about.written(key, text)
    assert act is not None
    meeting.do(act)


def head(meeting: Meeting) -> dict[str, str]:
    sheet = shown(meeting).about
    return {field.key: field.text for field in (*sheet.titles, *sheet.fields)}


def test_the_head_shows_what_is_known(meeting: Meeting) -> None:
    known = head(meeting)
    assert known["title:ja"] == "みんなのテーブル"
    assert (known["day"], known["begins"], known["ends"], known["number"]) == (
        "2026-06-01",
        "09:00",
        "10:30",
        "3",
    )


@pytest.mark.parametrize("day", ["2026-07-02", "2026/7/2", "2026年7月2日"])
def test_another_day_keeps_the_times(meeting: Meeting, day: str) -> None:
    about(meeting, "day", day)
    assert (head(meeting)["day"], head(meeting)["begins"], head(meeting)["ends"]) == (
        "2026-07-02",
        "09:00",
        "10:30",
    )


@pytest.mark.parametrize("time", ["13:30", "13：30", "13時30分"])
def test_another_beginning_keeps_the_length(meeting: Meeting, time: str) -> None:
    about(meeting, "begins", time)
    assert (head(meeting)["begins"], head(meeting)["ends"]) == ("13:30", "15:00")
    about(meeting, "ends", "15:30")
    assert (head(meeting)["begins"], head(meeting)["ends"]) == ("13:30", "15:30")


def test_title_place_series_and_number_are_written_and_the_rest_stays(meeting: Meeting) -> None:
    for key, text in (
        ("title:en", "Tea"),
        ("place:ja", "北の部屋"),
        ("series:en", "A year"),
        ("number", "4"),
    ):
        about(meeting, key, text)
    known = head(meeting)
    assert (known["title:en"], known["title:ja"]) == ("Tea", "みんなのテーブル")
    assert (known["place:ja"], known["series:en"], known["number"]) == ("北の部屋", "A year", "4")
    described = meeting.state.description
    assert described is not None
    assert described.labels
    assert described.programme is not None
    assert meeting.texts().body(described.programme.cohort) == "2"
    about(meeting, "number", "")
    assert head(meeting)["number"] == ""


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("day", "soon"),
        ("day", "2026-02-30"),
        ("begins", "25:00"),
        ("begins", "09:75"),
        ("ends", "x"),
        ("number", "x"),
    ],
)
def test_what_can_t_be_read_asks_for_nothing(meeting: Meeting, key: str, text: str) -> None:
    assert shown(meeting).about.written(key, text) is None


def test_a_session_without_a_day_gets_one_and_then_a_time(meeting: Meeting) -> None:
    meeting.do(acts.Describe(acts.SessionDraft({"en": "A"}, ("en",), zone="Asia/Tokyo")))
    assert shown(meeting).about.written("begins", "09:00") is None
    about(meeting, "day", "2026-07-02")
    about(meeting, "begins", "09:00")
    assert (head(meeting)["day"], head(meeting)["begins"], head(meeting)["ends"]) == (
        "2026-07-02",
        "09:00",
        "",
    )
