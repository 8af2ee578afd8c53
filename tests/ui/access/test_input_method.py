"""An input method at work: no key does anything but what it wants, and what it holds is never lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication

from coprod.present.commands import COMMANDS
from coprod.present.notes import NOTE_COMMANDS
from coprod.ui.notes.editor import Editor

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.console.driving import Facilitator

HELD = "ひとこと"


class InputMethod:
    """Holds a text until it is told to commit, as Mozc does."""

    def __init__(self, editor: Editor) -> None:
        self._editor, self.held, self.commits = editor, "", 0

    def hold(self, text: str) -> None:
        self.held = text
        QApplication.sendEvent(self._editor, QInputMethodEvent(text, []))

    def commit(self) -> None:
        self.commits += 1
        event = QInputMethodEvent("", [])
        event.setCommitString(self.held)
        self.held = ""
        QApplication.sendEvent(self._editor, event)

    def reset(self) -> None:
        self.held = ""


@pytest.fixture
def at(seat: Callable[..., Facilitator]) -> Facilitator:
    """Somebody who writes a note in a roundtable."""
    made = seat("ja")
    made.press("Space", "Ctrl+Right", "Ctrl+Right", "Ctrl+Right", "N")
    return made


@pytest.fixture
def method(at: Facilitator, monkeypatch: pytest.MonkeyPatch) -> InputMethod:
    found = at.window.findChild(Editor)
    assert isinstance(found, Editor)
    made = InputMethod(found)
    monkeypatch.setattr(QGuiApplication, "inputMethod", lambda: made)
    return made


def kept(at: Facilitator) -> list[str]:
    return [at.meeting.texts("ja").body(note.content.text) for note in at.bridge.state.notes()]


@pytest.mark.parametrize("key", [key for command in (*COMMANDS, *NOTE_COMMANDS) for key in command.keys])
def test_no_command_changes_the_record_while_it_holds_a_text(
    at: Facilitator, method: InputMethod, key: str
) -> None:
    method.hold(HELD)
    before, composed = at.bridge.state, at.window.board.panel.composed()
    assert composed is not None
    at.press(key)
    after = at.window.board.panel.composed()
    assert after is not None
    assert at.bridge.state == before
    assert (after.kind, after.visibility, after.minority, after.who) == (
        composed.kind,
        composed.visibility,
        composed.minority,
        composed.who,
    )
    assert at.window.board.writing()


def test_the_key_that_keeps_a_note_only_commits_and_the_next_one_keeps_it(
    at: Facilitator, method: InputMethod
) -> None:
    method.hold(HELD)
    at.press("Ctrl+Return")
    assert (kept(at), method.commits) == ([], 1)
    at.press("Ctrl+Return")
    assert kept(at) == [HELD]


def test_the_button_that_keeps_a_note_takes_what_is_held_along(at: Facilitator, method: InputMethod) -> None:
    """A click does not wait for the input method: its text is committed before the note is kept."""
    method.hold("はじめに")
    method.commit()
    method.hold(HELD)
    keep = at.meeting.words("ja").say("Keep")
    at.button(keep).click()
    at.settle()
    assert kept(at) == ["はじめに" + HELD]


def test_what_is_held_is_not_yet_of_the_words(at: Facilitator, method: InputMethod) -> None:
    method.hold(HELD)
    composed = at.window.board.panel.composed()
    assert composed is not None
    assert "".join(composed.texts.values()) == ""
    method.commit()
    composed = at.window.board.panel.composed()
    assert composed is not None
    assert composed.texts == {composed.lang: HELD}


def test_an_input_method_that_gives_up_leaves_the_words_as_they_were(
    at: Facilitator, method: InputMethod
) -> None:
    method.hold("はじめに")
    method.commit()
    method.hold(HELD)
    method.hold("")
    at.press("Ctrl+Return")
    assert kept(at) == ["はじめに"]


def test_the_editor_takes_what_an_input_method_gives(at: Facilitator) -> None:
    editor = at.window.findChild(Editor)
    assert isinstance(editor, Editor)
    assert editor.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    assert editor.inputMethodQuery(Qt.InputMethodQuery.ImEnabled)
