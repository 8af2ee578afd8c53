"""Earlier versions of a note by keys, and what a group brings to everyone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from coprod.domain import acts
from coprod.domain.acts import GroupDraft, NoteDraft
from coprod.domain.terms import ItemKind, NoteKind
from coprod.ui.kit.scroll import Scroll
from coprod.ui.notes.history import HistoryWindow
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

    def seat(lang: str = "en", words: str = "Three chairs") -> NoteTaker:
        meeting = Meeting()
        meeting.open(ItemKind.CHECK_IN)
        meeting.do(
            acts.FormGroups((GroupDraft({"en": "Window"}, (meeting.who("Umi"), meeting.who("Vera"))),))
        )
        note = meeting.note("One chair", "Umi")
        for body in ("Two chairs", words):
            base = meeting.state.versions.get(note, "")
            meeting.do(acts.ChangeNote(note, NoteDraft(NoteKind.IDEA, {"en": body}), base))
        made.append(NoteTaker(qtbot, meeting.live, meeting.clock.now, lang))
        return made[-1]

    yield seat
    for one in made:
        one.close()


def opened(at: NoteTaker) -> HistoryWindow:
    at.press("Escape", "End", "Alt+P")
    windows = [one for one in at.window.findChildren(HistoryWindow) if one.isVisible()]
    assert len(windows) == 1
    at.qtbot.waitUntil(lambda: QApplication.activeWindow() is windows[0])
    return windows[0]


def strike(at: NoteTaker, key: str) -> None:
    strike_at(QApplication.focusWidget(), key)
    at.settle()


def test_alt_p_shows_how_a_note_read_before_and_a_digit_writes_it_so_again(
    sit: Callable[..., NoteTaker],
) -> None:
    at = sit()
    window = opened(at)
    assert len(window.blocks) == 3
    assert window.blocks[0].button.isHidden()
    strike(at, "1")
    assert at.said() == ["Three chairs"]
    strike(at, "3")
    assert at.said() == ["One chair"]
    assert len(window.blocks) == 4
    strike(at, "Escape")
    assert not window.isVisible()


def test_what_is_longer_than_the_window_is_read_by_the_arrow_keys(sit: Callable[..., NoteTaker]) -> None:
    at = sit(words=LONG * 3)
    window = opened(at)
    (scroll,) = window.findChildren(Scroll)
    bar = scroll.verticalScrollBar()
    strike(at, "PageUp")
    strike(at, "PageUp")
    top = bar.value()
    assert top < bar.maximum()
    strike(at, "Down")
    assert bar.value() > top
    strike(at, "Up")
    assert bar.value() == top


def test_enter_writes_the_version_that_the_hand_is_on(sit: Callable[..., NoteTaker]) -> None:
    at = sit()
    window = opened(at)
    assert QApplication.focusWidget() is window.blocks[1].button
    strike(at, "Return")
    assert at.said() == ["Two chairs"]


def test_of_a_note_that_was_never_changed_there_is_one_version(sit: Callable[..., NoteTaker]) -> None:
    at = sit()
    at.type("A table")
    at.press("Ctrl+Return")
    window = opened(at)
    assert len(window.blocks) == 1
    assert window.blocks[0].button.isHidden()
    strike(at, "Return")
    assert not window.isVisible()  # the hand was on Close


def test_what_is_taken_out_has_no_history(sit: Callable[..., NoteTaker]) -> None:
    at = sit()
    window = opened(at)
    at.bridge.do(acts.TakeOutNote(at.kept()[0].entry))
    at.settle()
    assert not window.isVisible()
    assert window.blocks == []


def test_the_next_one_that_is_opened_takes_its_place(sit: Callable[..., NoteTaker]) -> None:
    at = sit()
    first = opened(at)
    first.close()
    at.window.activateWindow()
    at.qtbot.waitUntil(lambda: QApplication.activeWindow() is at.window)
    second = opened(at)
    assert second is not first
    at.window.hide()
    assert not second.isVisible()


@pytest.mark.parametrize("lang", ["en", "ja", "ko"])
def test_all_of_it_is_whole_named_and_reached(sit: Callable[..., NoteTaker], lang: str) -> None:
    at = sit(lang, LONG)
    window = opened(at)
    for control in controls(window):
        spoken = QAccessible.queryAccessibleInterface(control)
        assert spoken.text(QAccessible.Text.Name).strip(), type(control).__name__
    stops = by_tab(window)
    assert [one.accessibleName() for one in controls(window) if one.isEnabled() and one not in stops] == []
    assert cut_off(window) == []
    assert not reds(window.grab().toImage())


def test_a_group_is_written_for_until_another_is_chosen(sit: Callable[..., NoteTaker]) -> None:
    at = sit()
    at.press("Alt+G")
    assert [one.word for one in at.window.panel.group.options() if one.chosen] == ["Window"]
    for body in ("Ours", "Ours too"):
        at.type(body)
        at.press("Ctrl+Return")
    at.press("Alt+G")
    assert at.window.panel.written_for() == ""
    at.type("Of all")
    at.press("Ctrl+Return")
    (group,) = at.bridge.state.groups
    assert [note.group for note in at.kept()] == [None, group, group, None]


def test_alt_e_marks_what_the_group_brings_to_everyone(sit: Callable[..., NoteTaker]) -> None:
    at = sit()
    at.press("Alt+G")
    at.type("Ours")
    at.press("Ctrl+Return", "Escape", "End", "Alt+E")
    assert at.kept()[-1].content.share
    assert "For everyone" in at.lines()[-1].signs
    at.press("Alt+E")
    assert not at.kept()[-1].content.share


def test_what_the_whole_room_said_is_not_a_groups_to_bring(sit: Callable[..., NoteTaker]) -> None:
    at = sit()
    at.press("Escape", "Home", "Alt+E")
    assert not at.kept()[0].content.share
    assert at.window.said.text().startswith("Only what a group noted")
