"""What an input method holds: it is begun, it may be taken back, and off the record nothing of it is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coprod.domain import acts
from coprod.domain.terms import ItemKind
from tests.present.meeting import Meeting
from tests.ui.notes.taker import NoteTaker

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from coprod.ui.notes.editor import Editor


@pytest.fixture
def meeting() -> Meeting:
    """Of five people; Umi speaks."""
    made = Meeting()
    made.open(ItemKind.CHECK_IN)
    made.do(acts.BeginTurn(made.who("Umi")))
    return made


@pytest.fixture
def at(qtbot: QtBot, meeting: Meeting) -> Iterator[NoteTaker]:
    made = NoteTaker(qtbot, meeting.live, meeting.clock.now, "ja")
    yield made
    made.close()


def editor(at: NoteTaker) -> Editor:
    return at.window.panel.words.editor()


def who(at: NoteTaker) -> tuple[str, ...]:
    composed = at.window.panel.composed()
    assert composed is not None
    return composed.who


def test_who_was_named_first_stays_while_the_next_voice_begins(at: NoteTaker, meeting: Meeting) -> None:
    at.press("Alt+W", "Right", "Return")
    named = who(at)
    assert named != (meeting.who("Umi"),)
    at.bridge.do(acts.BeginTurn(meeting.who("Sumire")))
    at.settle()
    assert who(at) == named
    at.type("椅子をもう一つ")
    at.press("Ctrl+Return")
    assert at.kept()[-1].content.who == named
    assert who(at) == (meeting.who("Sumire"),)  # the next note is by whoever speaks again


def test_who_was_named_first_stays_as_time_goes_by(at: NoteTaker, meeting: Meeting) -> None:
    at.press("Alt+W", "Right", "Return")
    named = who(at)
    at.compose("いす")
    meeting.clock.pass_minutes(1)
    at.window.tick()
    assert who(at) == named


def test_what_is_being_composed_stays_with_the_voice_it_was_begun_for(
    at: NoteTaker, meeting: Meeting
) -> None:
    at.compose("いす")
    at.bridge.do(acts.BeginTurn(meeting.who("Vera")))
    at.settle()
    assert who(at) == (meeting.who("Umi"),)
    at.compose("", "椅子")
    at.press("Ctrl+Return")
    assert at.kept()[-1].content.who == (meeting.who("Umi"),)


def test_a_note_is_not_taken_up_over_what_is_being_composed(at: NoteTaker) -> None:
    at.type("first")
    at.press("Ctrl+Return")
    at.compose("いす")
    assert not at.window.panel.change(at.kept()[0])
    assert editor(at).composing


def test_what_was_taken_back_does_not_come_in_as_the_focus_leaves(at: NoteTaker) -> None:
    at.type("kept")
    at.compose("いす")
    at.compose("")  # the person cancels it
    at.settle()
    at.compose("", "いす")  # ibus under Qt hands it over all the same, right before the focus goes
    at.window.notes.setFocus()
    at.settle()
    assert editor(at).toPlainText() == "kept"


def test_what_was_taken_back_is_not_asked_for_as_the_note_is_kept(
    at: NoteTaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    at.type("kept")
    at.compose("いす")
    at.compose("")
    monkeypatch.setattr("coprod.ui.notes.editor.QGuiApplication.inputMethod", lambda: Spy(asked))
    at.press("Ctrl+Return")
    assert asked == ["reset"]  # nor is it left for the next note
    at.compose("いす")
    at.window.panel.keep()
    assert asked[1] == "commit"


def test_words_that_are_hidden_before_they_are_given_come_in(at: NoteTaker) -> None:
    for syllable in ("안", "녕"):  # as a Korean engine does it
        at.compose(syllable)
        at.compose("")
        at.compose("", syllable)
    at.press("Ctrl+Return")
    assert at.said("ja") == ["안녕"]


def test_words_that_are_given_late_come_in_without_another_key(at: NoteTaker) -> None:
    at.compose("안")
    at.compose("")
    at.compose("", "안")
    at.settle()
    assert editor(at).toPlainText() == "안"


def test_off_the_record_nothing_of_what_was_composed_is_left(
    at: NoteTaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr("coprod.ui.notes.editor.QGuiApplication.inputMethod", lambda: Spy(asked))
    at.compose("いす")
    at.bridge.do(acts.PutPenDown())
    at.settle()
    assert asked == ["reset"]
    assert not editor(at).composing
    assert editor(at).textCursor().block().layout().preeditAreaText() == ""


class Spy:
    """An input method that notes what it is asked for."""

    def __init__(self, asked: list[str]) -> None:
        self._asked = asked

    def commit(self) -> None:
        self._asked.append("commit")

    def reset(self) -> None:
        self._asked.append("reset")
