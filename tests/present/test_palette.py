"""The palette finds any act by its name, in every language at once."""

from __future__ import annotations

import pytest

from coprod.domain import acts
from coprod.domain.terms import ItemKind, Shown
from coprod.present.commands import BY_ID
from coprod.present.palette import MOST, Choice, choices
from tests.present.meeting import Meeting


@pytest.fixture
def meeting() -> Meeting:
    made = Meeting()
    made.open(ItemKind.CHECK_IN)
    return made


def found(meeting: Meeting, query: str, lang: str = "en") -> tuple[Choice, ...]:
    return choices(meeting.state, meeting.texts(lang), meeting.words(lang), query)


@pytest.mark.parametrize(
    ("query", "command"),
    [
        ("blank", "blank"),
        ("BLANK the", "blank"),
        ("休憩", "break"),
        ("휴식", "break"),
        ("ｐａｓｓ", "pass"),
        ("がいどらいん", "guidelines"),
        ("minutes more", "extend"),
        ("drawn", "round-drawn"),
        ("くじ", "round-drawn"),
    ],
)
@pytest.mark.parametrize("lang", ["en", "ja", "ko"])
def test_a_command_is_found_by_its_name_in_any_language(
    meeting: Meeting, query: str, command: str, lang: str
) -> None:
    assert command in [one.command for one in found(meeting, query, lang)]


def test_what_begins_so_comes_first_and_says_its_keys(meeting: Meeting) -> None:
    first = found(meeting, "note")[0]
    assert (first.command, first.words, first.keys) == ("note", "Note", ("N",))


def test_people_and_items_are_found_by_their_names_in_both_languages(meeting: Meeting) -> None:
    voice = next(one for one in found(meeting, "give tadashi") if one.person)
    assert (voice.words, voice.command) == ("Give the voice to Tadashi", "voice")
    assert voice.person == meeting.who("Tadashi")
    (item,) = found(meeting, "だれが話せるか")
    assert item.act == acts.OpenItem(meeting.state.agenda[3].id)
    assert item.words == "Open: Who gets to speak"


def test_only_what_can_be_done_now_is_offered(meeting: Meeting) -> None:
    assert found(meeting, "open the session again") == ()
    meeting.do(acts.Leave(meeting.who("Tadashi")))
    assert [one.person for one in found(meeting, "tadashi")] == []
    meeting.do(acts.CloseSession())
    assert [one.command for one in found(meeting, "again")] == ["reopen"]
    assert found(meeting, "give the voice") == ()


def test_before_the_session_nobody_has_a_voice() -> None:
    assert found(Meeting(), "tadashi") == ()


def test_no_more_are_shown_than_can_be_looked_through(meeting: Meeting) -> None:
    assert len(found(meeting, "")) == MOST
    assert found(meeting, "zzz") == ()


def test_every_command_that_needs_nobody_is_found_by_its_own_name(meeting: Meeting) -> None:
    for name in ("main", "pass", "silence", "room", "language", "minutes", "keys", "undo", "close"):
        words = meeting.words().say(BY_ID[name].name)
        assert name in [one.command for one in found(meeting, words)], name


@pytest.mark.parametrize("lang", ["en", "ja", "ko"])
def test_where_the_room_sees_it_nobody_is_named_who_wants_no_name_on_the_wall(
    meeting: Meeting, lang: str
) -> None:
    def seen(query: str) -> str:
        texts, words = meeting.texts(lang), meeting.words(lang)
        return repr(choices(meeting.state, texts, words, query, room_sees=True))

    every = [*meeting.state.participants]
    assert all(f"person={who!r}" in seen("voice") + seen("give") + seen("") for who in every[:1])
    hidden = meeting.who("Vera")
    meeting.do(acts.StateWish(hidden, wall=Shown.NONE))
    for query in ("", "vera", "Vera", "voice", "give", "next", "声", "번"):
        assert hidden not in seen(query)
        assert "Vera" not in seen(query)
    assert hidden in repr(choices(meeting.state, meeting.texts("en"), meeting.words("en"), "vera"))
