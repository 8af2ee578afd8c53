"""What a page shows: its own place and no other, and the words of the page whole in every language."""

from __future__ import annotations

import re

import pytest

from coprod.domain import acts
from coprod.domain.terms import ItemKind, NoteKind, PauseKind
from coprod.i18n import LANGUAGES, Catalogue
from coprod.present.joined import how_it_stands, why_not_joined
from coprod.present.room_page import Telling
from coprod.present.room_strings import strings
from coprod.service.sharing.joining import NotJoined, Sending, WhyNotJoined
from coprod.service.sharing.pairing import Guest, Role
from coprod.service.sharing.room import ROOM
from tests.present.meeting import Meeting
from tests.serve.hosting import grouped, supported
from tests.sessions import REPO

PAGE = REPO / "coprod" / "serve" / "page"


@pytest.fixture
def meeting() -> Meeting:
    return grouped(Meeting())


def telling(meeting: Meeting) -> Telling:
    return Telling(meeting.state, meeting.live.words)


def keep(meeting: Meeting, text: str, group: str | None) -> None:
    meeting.do(acts.KeepNote(acts.NoteDraft(NoteKind.IDEA, {"ja": text}, original="ja"), group))


def test_a_note_taker_sees_their_table_the_newest_first(meeting: Meeting) -> None:
    one, other = (group.id for group in meeting.state.small_groups())
    for text, group in (("一", one), ("よそ", other), ("二", one), ("みんな", None)):
        keep(meeting, text, group)
    view = telling(meeting).view(Guest(Role.NOTES, one))
    assert [note["text"] for note in view["notes"]] == [{"ja": "二"}, {"ja": "一"}]
    assert {note["own"] for note in view["notes"]} == {False}
    assert [one["id"] for one in view["people"]] == list(meeting.state.groups[one].members)
    assert view["group"]["ja"] == "庭がわ"
    assert view["question"] == {"en": "Who gets to speak", "ja": "だれが話せるか"}
    assert re.fullmatch(r"\d\d:\d\d", view["ends"])


def test_the_whole_room_sees_what_is_of_no_group(meeting: Meeting) -> None:
    keep(meeting, "よそ", meeting.state.small_groups()[0].id)
    keep(meeting, "みんな", None)
    view = telling(meeting).view(Guest(Role.NOTES, ROOM))
    assert [note["text"] for note in view["notes"]] == [{"ja": "みんな"}]


def test_a_participant_sees_no_note_and_no_standpoint(meeting: Meeting) -> None:
    keep(meeting, "言葉", None)
    who = supported(meeting)
    view = telling(meeting).view(Guest(Role.PARTICIPANT, who))
    assert set(view) == {"languages", "phase", "ends", "role", "item", "person", "support", "notes"}
    assert [one["id"] for one in view["support"]] == [who]
    assert "peer" not in str(view)
    assert "言葉" not in str(view)


def test_a_participant_sees_what_was_sent_from_that_page_and_nothing_else(meeting: Meeting) -> None:
    keep(meeting, "ほかの人の", None)
    keep(meeting, "わたしの", None)
    guest = Guest(Role.PARTICIPANT, "", notes={meeting.state.notes()[-1].entry})
    assert [note["text"] for note in telling(meeting).view(guest)["notes"]] == [{"ja": "わたしの"}]


def test_where_nobody_could_read_a_message_none_is_offered(meeting: Meeting) -> None:
    guest = Guest(Role.PARTICIPANT, supported(meeting))
    assert telling(meeting).view(guest)["support"]
    quiet = Telling(meeting.state, meeting.live.words, messages=False)
    assert quiet.view(guest)["support"] == []


def test_a_pause_and_the_end_are_told(meeting: Meeting) -> None:
    guest = Guest(Role.NOTES, ROOM)
    assert telling(meeting).view(guest)["phase"] == "open"
    meeting.do(acts.BeginPause(PauseKind.BREATH))
    assert telling(meeting).view(guest)["phase"] == "pause"
    meeting.do(acts.EndPause())
    meeting.do(acts.CloseSession())
    assert telling(meeting).view(guest)["phase"] == "closed"


def test_places_say_what_is_taken(meeting: Meeting) -> None:
    one, other = (group.id for group in meeting.state.small_groups())
    assert [(place["id"], place["taken"]) for place in telling(meeting).places(Role.NOTES, {other})] == [
        (one, False),
        (other, True),
    ]
    meeting.open(ItemKind.CHECK_IN)
    names = [place["name"]["en"] for place in telling(meeting).places(Role.PARTICIPANT, set())]
    assert names == ["Sumire", "Tadashi", "Umi", "Vera", "Wakana"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_word_that_the_page_asks_for_is_there(lang: str) -> None:
    there = strings(Catalogue(lang))
    code = "".join(path.read_text("utf-8") for path in PAGE.glob("*.js"))
    asked = set(re.findall(r'say\("([a-z-]+)"', code))
    assert len(asked) > 40
    assert asked <= set(there)
    for start in re.findall(r"say\(`([a-z]+)-\$\{", code):
        assert any(key.startswith(f"{start}-") for key in there), start
    assert all(text.strip() or key in {"dot", "and"} for key, text in there.items())


def test_no_word_is_there_that_nothing_asks_for() -> None:
    code = "".join(path.read_text("utf-8") for path in PAGE.glob("*.js"))
    made = ("kind-", "visibility-", "mark-", "lang-", "item-", "why-", "wish-")
    for key in strings(Catalogue("en")):
        assert f'"{key}"' in code or key.startswith(made), key


@pytest.mark.parametrize("lang", LANGUAGES)
def test_why_a_laptop_is_not_in_and_how_it_stands_is_a_sentence(lang: str) -> None:
    words = Catalogue(lang)
    told = {why: why_not_joined(NotJoined(why, 3.2), words) for why in WhyNotJoined}
    assert len(set(told.values())) == len(told)
    assert "3" in told[WhyNotJoined.WAIT]
    assert len({how_it_stands(one, words) for one in Sending}) == len(Sending)
