"""The table of commands: what each key asks for, in which state."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coprod.domain import acts
from coprod.domain.terms import ItemKind, PassHow, PauseKind, Phase, Visibility
from coprod.present.action import actions_view, main_words
from coprod.present.commands import BY_ID, BY_KEY, COMMANDS, Desk, caps, works_in_text
from coprod.present.notes import NOTE_KEYS
from tests.present.meeting import PEOPLE, Meeting

if TYPE_CHECKING:
    from coprod.domain.acts import Act


@pytest.fixture
def meeting() -> Meeting:
    return Meeting()


def asks(meeting: Meeting, key: str, person: str | None = None, note: str | None = None) -> Act | None:
    resolve = BY_KEY[key].act
    assert resolve is not None
    return resolve(Desk(meeting.state, meeting.who(person) if person else None, note))


def space(meeting: Meeting, lang: str = "en") -> str:
    return main_words(meeting.state, meeting.texts(lang), meeting.words(lang))


def test_no_key_is_given_twice() -> None:
    keys = [key for command in COMMANDS for key in command.keys]
    assert len(keys) == len(set(keys)) == len(BY_KEY)
    assert len({command.id for command in COMMANDS}) == len(COMMANDS) == len(BY_ID)
    letters = {key for key in NOTE_KEYS if key.startswith("Alt+")}
    assert letters.isdisjoint(BY_KEY)


def test_every_command_has_a_key() -> None:
    assert all(command.keys for command in COMMANDS)


@pytest.mark.parametrize("key", ["F5", "F6", "F7", "F11", "Ctrl+L", "Ctrl+W", "Ctrl+Shift+C", "Alt+3"])
def test_these_keys_work_while_somebody_types(key: str) -> None:
    assert works_in_text(key)


@pytest.mark.parametrize(
    "key", ["Space", "S", "B", "Shift+P", "Return", "Ctrl+Z", "Ctrl+Left", "Ctrl+Right", "Left"]
)
def test_these_keys_belong_to_the_text(key: str) -> None:
    assert not works_in_text(key)


def test_caps_show_what_stands_on_the_keyboard() -> None:
    assert caps("Ctrl+Right") == ("Ctrl", "→")
    assert caps("Ctrl+Return") == ("Ctrl", "Enter")
    assert caps("Space") == ("Space",)


def test_space_begins_and_says_so(meeting: Meeting) -> None:
    assert asks(meeting, "Space") == acts.StartSession()
    assert space(meeting) == "Begin: Hello"


def test_space_goes_on_to_the_next_item_where_nobody_is_asked_in_turn(meeting: Meeting) -> None:
    meeting.open(ItemKind.WELCOME)
    assert asks(meeting, "Space") == acts.OpenItem(meeting.state.agenda[1].id)
    assert space(meeting) == "Next item: Guidelines"


def test_space_lets_the_room_agree_before_it_goes_on(meeting: Meeting) -> None:
    meeting.open(ItemKind.GUIDELINES)
    assert asks(meeting, "Space") == asks(meeting, "A") == acts.AgreeGuidelines()
    assert space(meeting) == "The room agrees"
    meeting.do(acts.AgreeGuidelines())
    assert space(meeting) == "Next item: Check-in"


def test_space_walks_through_a_whole_round(meeting: Meeting) -> None:
    meeting.open(ItemKind.CHECK_IN)
    said = []
    for _ in range(len(PEOPLE) + 1):
        said.append(space(meeting))
        act = asks(meeting, "Space")
        assert act is not None
        meeting.do(act)
    assert said == [*(f"Next voice: {name}" for name in PEOPLE), "End the turn"]
    assert space(meeting) == "Next item: Who gets to speak"


def test_space_ends_a_pause_and_the_voice_keeps_its_place(meeting: Meeting) -> None:
    meeting.open(ItemKind.CHECK_IN)
    meeting.do(acts.BeginTurn(meeting.who("Sumire")))
    meeting.do(acts.BeginPause(PauseKind.SILENCE))
    assert asks(meeting, "Space") == acts.EndPause()
    assert space(meeting) == "Go on after: Silence"
    meeting.do(acts.EndPause())
    turn = meeting.state.open_turn()
    assert turn is not None
    assert turn.who == meeting.who("Sumire")


def test_space_closes_at_the_end(meeting: Meeting) -> None:
    meeting.open(ItemKind.CHECK_OUT)
    for name in PEOPLE:
        meeting.do(acts.PassTurn(meeting.who(name)))
    assert asks(meeting, "Space") == asks(meeting, "Ctrl+Shift+C") == acts.CloseSession()
    assert space(meeting) == "Close the session"
    meeting.do(acts.CloseSession())
    assert asks(meeting, "Space") is None


@pytest.mark.parametrize(("key", "how"), [("S", PassHow.PASS), ("L", PassHow.LATER), ("W", PassHow.WRITTEN)])
def test_passing_is_for_who_is_next_or_has_the_focus_or_speaks_last(
    meeting: Meeting, key: str, how: PassHow
) -> None:
    meeting.open(ItemKind.CHECK_IN)
    meeting.do(acts.BeginTurn(meeting.who("Sumire")))
    assert asks(meeting, key) == acts.PassTurn(meeting.who("Tadashi"), how)
    assert asks(meeting, key, "Wakana") == acts.PassTurn(meeting.who("Wakana"), how)
    for name in list(PEOPLE)[1:]:
        meeting.do(acts.BeginTurn(meeting.who(name)))
    assert asks(meeting, key) == acts.PassTurn(meeting.who("Wakana"), how)


def test_nobody_can_pass_where_nobody_is_asked(meeting: Meeting) -> None:
    meeting.open(ItemKind.WELCOME)
    assert asks(meeting, "S") is None


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        ("P", PauseKind.BREATH),
        ("F6", PauseKind.BREATH),
        ("Shift+P", PauseKind.SILENCE),
        ("K", PauseKind.BREAK),
    ],
)
def test_a_pause_is_begun_and_ended_by_the_same_key(meeting: Meeting, key: str, kind: PauseKind) -> None:
    meeting.open(ItemKind.WELCOME)
    minutes = 10 if kind is PauseKind.BREAK else None
    assert asks(meeting, key) == acts.BeginPause(kind, minutes=minutes)
    meeting.do(acts.BeginPause(kind))
    assert asks(meeting, key) == acts.EndPause()


def test_one_pause_goes_over_into_another(meeting: Meeting) -> None:
    meeting.open(ItemKind.WELCOME)
    meeting.do(acts.BeginPause(PauseKind.BREATH))
    assert asks(meeting, "K") == acts.BeginPause(PauseKind.BREAK, minutes=10)


def test_items_forth_and_back(meeting: Meeting) -> None:
    agenda = meeting.open(ItemKind.CHECK_IN).agenda
    assert asks(meeting, "Ctrl+Right") == acts.OpenItem(agenda[3].id)
    assert asks(meeting, "Ctrl+Left") == acts.OpenItem(agenda[1].id)
    meeting.open(ItemKind.CHECK_OUT)
    assert asks(meeting, "Ctrl+Right") is None


def test_the_focus_says_who_gets_the_voice_and_who_comes_or_goes(meeting: Meeting) -> None:
    meeting.open(ItemKind.CHECK_IN)
    vera = meeting.who("Vera")
    assert asks(meeting, "Return", "Vera") == acts.BeginTurn(vera)
    assert asks(meeting, "Return") is None
    assert asks(meeting, "E", "Vera") == acts.Leave(vera)
    meeting.do(acts.Leave(vera))
    assert asks(meeting, "E", "Vera") == acts.Arrive(vera)
    assert asks(meeting, "E") is None


def test_r_shows_the_newest_note_for_the_room_and_takes_it_off_again(meeting: Meeting) -> None:
    meeting.open(ItemKind.ROUNDTABLE)
    assert asks(meeting, "R") is None
    first = meeting.note("one", visibility=Visibility.ROOM)
    second = meeting.note("two", visibility=Visibility.ROOM)
    meeting.note("three")
    assert asks(meeting, "R") == acts.ReleaseNote(second)
    meeting.do(acts.ReleaseNote(second))
    assert asks(meeting, "R") == acts.RetractNote(second)
    assert asks(meeting, "R", note=first) == acts.ReleaseNote(first)


def test_before_the_session_only_beginning_can_be_done(meeting: Meeting) -> None:
    view = actions_view(meeting.state, meeting.texts(), meeting.words())
    assert {"main", "next-item", "blank", "language"} <= view.enabled
    assert view.enabled.isdisjoint({"pass", "breath", "note", "agree", "release", "close", "reopen"})


def test_what_is_offered_follows_the_state(meeting: Meeting) -> None:
    def view() -> frozenset[str]:
        return actions_view(meeting.state, meeting.texts(), meeting.words()).enabled

    meeting.open(ItemKind.GUIDELINES)
    assert "agree" in view()
    assert "pass" not in view()
    meeting.open(ItemKind.CHECK_IN)
    assert {"pass", "later", "written", "breath", "note", "previous-item"} <= view()
    meeting.do(acts.CloseSession())
    assert {"reopen", "note"} <= view()
    assert view().isdisjoint({"pass", "breath", "next-item"})


def test_a_button_says_that_it_ends_the_pause(meeting: Meeting) -> None:
    meeting.open(ItemKind.WELCOME)
    meeting.do(acts.BeginPause(PauseKind.BREATH))
    words = actions_view(meeting.state, meeting.texts(), meeting.words()).words
    assert (words["breath"], words["silence"]) == ("End the pause", "Silence")


def test_every_command_can_be_asked_in_every_phase(meeting: Meeting) -> None:
    for phase in Phase:
        if phase is Phase.OPEN:
            meeting.open(ItemKind.CHECK_IN)
        elif phase is Phase.CLOSED:
            meeting.do(acts.CloseSession())
        assert meeting.state.phase is phase
        for command in COMMANDS:
            if command.act is not None:
                act = command.act(Desk(meeting.state))
                assert act is None or type(act).__name__ in dir(acts)


def test_a_break_of_the_agenda_has_its_own_length(meeting: Meeting) -> None:
    state = meeting.open(ItemKind.BREAK)
    item = state.open_item()
    assert item is not None
    meeting.do(acts.ChangeItem(item.id, acts.ItemDraft(ItemKind.BREAK, minutes=15)))
    meeting.do(acts.EndPause())
    assert asks(meeting, "K") == acts.BeginPause(PauseKind.BREAK, minutes=15)
