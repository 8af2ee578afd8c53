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
