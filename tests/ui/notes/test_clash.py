"""Two versions side by side, chosen by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from coprod.domain import acts
from coprod.domain.acts import NoteDraft
from coprod.domain.terms import ItemKind, NoteKind
from coprod.ui.notes.clash import ClashWindow
from tests.present.meeting import Meeting
from tests.ui.access.test_colours import reds
from tests.ui.access.test_layout import cut_off
from tests.ui.access.windows import by_tab, controls
from tests.ui.console.driving import strike_at
from tests.ui.notes.taker import NoteTaker

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

LONG = "Silence is fine, and so is leaving for a while. " * 14


@pytest.fixture
def sit(qtbot: QtBot) -> Iterator[Callable[..., NoteTaker]]:
    made: list[NoteTaker] = []

    def seat(lang: str = "en", words: str = "No chair") -> NoteTaker:
        meeting = Meeting()
        meeting.open(ItemKind.CHECK_IN)
        note = meeting.note("One chair", "Umi")
        meeting.do(acts.ChangeNote(note, NoteDraft(NoteKind.IDEA, {"en": "Two chairs"})))
        meeting.do(acts.ChangeNote(note, NoteDraft(NoteKind.IDEA, {"en": words}), "elsewhere"))
        made.append(NoteTaker(qtbot, meeting.live, meeting.clock.now, lang))
        return made[-1]

    yield seat
    for one in made:
        one.close()


def opened(at: NoteTaker) -> ClashWindow:
    at.press("Escape", "End", "Return")
    (window,) = at.window.findChildren(ClashWindow)
    at.qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    return window


@pytest.mark.parametrize("key", ["1", "2"])
def test_enter_on_such_a_note_shows_both_and_a_digit_chooses(sit: Callable[..., NoteTaker], key: str) -> None:
    at = sit()
    assert "Two versions: choose one" in at.lines()[0].signs
    window = opened(at)
    wanted = window.blocks[int(key) - 1].button.accessibleName().split(": ")[1]
    strike_at(QApplication.focusWidget(), key)
    at.settle()
    assert at.said() == [wanted]
    assert not window.isVisible()
    assert at.lines()[0].signs == ()


def test_escape_leaves_both(sit: Callable[..., NoteTaker]) -> None:
    at = sit()
    window = opened(at)
    strike_at(QApplication.focusWidget(), "Escape")
    assert not window.isVisible()
    assert at.bridge.state.clashes


@pytest.mark.parametrize("lang", ["en", "ja", "ko"])
def test_both_are_whole_named_and_reached(sit: Callable[..., NoteTaker], lang: str) -> None:
    at = sit(lang, LONG)
    window = opened(at)
    at.settle()
    for control in controls(window):
        spoken = QAccessible.queryAccessibleInterface(control)
        assert spoken.text(QAccessible.Text.Name).strip(), type(control).__name__
    stops = by_tab(window)
    assert [one.accessibleName() for one in controls(window) if one.isEnabled() and one not in stops] == []
    assert cut_off(window) == []
    assert not reds(window.grab().toImage())
