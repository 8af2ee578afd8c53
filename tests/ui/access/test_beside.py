"""The windows beside the console: named, reached, large enough, whole, legible and in the language that is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QTextEdit

from coprod.domain import acts
from coprod.domain.terms import ItemKind, NoteKind, PassHow, PauseKind
from coprod.ui.console.sheets import SheetsWindow
from coprod.ui.corrections.window import CorrectionsWindow
from coprod.ui.kit.button import ActionButton
from coprod.ui.kit.focus import REACH, FocusRing
from tests.present.meeting import MINUTE, Meeting
from tests.ui.access.test_colours import THEMES, check_texts, dressed, reds
from tests.ui.access.test_languages import english_left, words_of
from tests.ui.access.test_layout import cut_off
from tests.ui.access.windows import by_tab, controls, long_meeting, of_a_row, place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from coprod.ui.console.side import SideWindow
    from tests.ui.console.driving import Facilitator

LANGUAGES = pytest.mark.parametrize("lang", ["en", "ja", "ko"])
LONG = {"en": "Silence is fine, and so is leaving for a while. " * 6, "ja": "黙っていても大丈夫です。" * 16}


def lived(meeting: Meeting, text: dict[str, str] | None = None) -> Meeting:
    """Let a meeting have guidelines, turns, a pass, a pause and a note."""
    meeting.open(ItemKind.GUIDELINES)
    for number in range(3):
        meeting.do(acts.ProposeGuideline(text or {"ja": f"一つずつ、その{number}番"}))
    meeting.do(acts.AgreeGuidelines())
    meeting.do(acts.ChangeGuideline(meeting.state.guidelines[0].id, text or {"ja": "待つ"}))
    meeting.do(acts.ProposeGuideline(text or {"ja": "まず聞く"}))
    meeting.open(ItemKind.CHECK_IN)
    people = list(meeting.state.participants)
    for act in (
        acts.BeginTurn(people[0]),
        acts.PassTurn(people[1], PassHow.WRITTEN),
        acts.BeginPause(PauseKind.SILENCE),
        acts.EndPause(),
        acts.KeepNote(acts.NoteDraft(NoteKind.IDEA, text or {"ja": "言えた。"}, (people[2],))),
    ):
        meeting.clock.at += MINUTE
        meeting.do(act)
    return meeting


def states(at: Facilitator) -> Iterator[tuple[str, SideWindow]]:
    """Each of the windows in each of its states."""
    beside, state = at.window.beside, at.meeting.state
    for name in (
        "edit-guidelines",
        "correct",
        "time",
        "people",
        "groups",
        "sheets",
        "share",
        "display-settings",
    ):
        window = beside.open(name)
        at.qtbot.waitUntil(window.isActiveWindow)
        at.settle()
        yield name, window
        if name == "edit-guidelines":
            window.open(state.guidelines[0].id)
            at.settle()
            yield "one guideline", window
        if isinstance(window, SheetsWindow):
            window.show_code("", "○ ○ ○ ○ ○ ○")
            at.settle()
            yield "a code", window
            window.show_code("", "")
            people = tuple(state.participants)
            at.bridge.do(acts.FormGroups(tuple(acts.GroupDraft({}, (who,)) for who in people[:3])))
            at.settle()
            assert window.paper.isVisible()
            yield "sheets on paper", window
        if isinstance(window, CorrectionsWindow):
            for section, row in (
                ("turns", next(iter(window.rows.rows()))),
                ("people", next(iter(state.participants))),
                ("notes", state.notes()[0].entry),
            ):
                window.sections.chosen.emit(section)
                window.open(row)
                at.settle()
                yield section, window
        window.close()


@LANGUAGES
def test_every_control_is_named_and_is_a_stop_of_tab(seat: Callable[..., Facilitator], lang: str) -> None:
    for where, window in states(seat(lang, lived(Meeting()))):
        for control in controls(window):
            spoken = QAccessible.queryAccessibleInterface(control)
            assert spoken.text(QAccessible.Text.Name).strip(), f"{where}: {type(control).__name__}"
        stops = by_tab(window)
        wanted = [one for one in controls(window) if one.isEnabled() and not of_a_row(one)]
        assert [one.accessibleName() for one in wanted if one not in stops] == [], where


def test_tab_goes_as_the_eye_does(seat: Callable[..., Facilitator]) -> None:
    at = seat("en", lived(Meeting()))
    for where, window in states(at):
        stops = [one for one in by_tab(window) if one.isVisible()]
        first = window.close_button
        first.setFocus()
        seen = []
        for _ in stops:
            QTest.keyClick(at.focus(), Qt.Key.Key_Tab)
            seen.append(at.focus())
        assert seen[-1] is first, where
        if window.undo.isVisible():
            assert seen[-2] is window.undo, where
        rows = [one for one in seen if one in window.rows.buttons()]
        assert rows == window.rows.buttons(), where


@LANGUAGES
def test_every_target_is_large_enough_and_the_ring_lies_around_it(
    seat: Callable[..., Facilitator], lang: str
) -> None:
    for where, window in states(seat(lang, lived(Meeting()))):
        for one in controls(window):
            if isinstance(one, QAbstractButton | QLineEdit | QTextEdit):
                assert min(one.width(), one.height()) >= 36, f"{where}: {one.accessibleName()}"
        [ring] = window.findChildren(FocusRing)
        for control in by_tab(window):
            control.setFocus(Qt.FocusReason.TabFocusReason)
            QApplication.processEvents()
            wanted = place(control, window).adjusted(-REACH, -REACH, REACH, REACH)
            assert ring.geometry() == wanted, f"{where}: {control.accessibleName()}"
            if isinstance(control, ActionButton) and control.parentWidget() is window:
                assert window.rect().contains(wanted), f"{where}: {control.accessibleName()}"


@LANGUAGES
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_nothing_is_cut_off_with_the_longest_words(
    seat: Callable[..., Facilitator], lang: str, scale: float
) -> None:
    at = seat(lang, lived(long_meeting(), LONG))
    at.window.set_theme(at.theme, scale)
    for where, window in states(at):
        assert window.width() <= 1366
        assert window.height() <= 690, where
        assert [f"{where}: {one}" for one in cut_off(window)] == []


@THEMES
def test_texts_can_be_read_and_nothing_is_red(seat: Callable[..., Facilitator], name: str) -> None:
    at = seat("ja", lived(Meeting()))
    theme = dressed(at, name)
    for where, window in states(at):
        assert reds(window.grab().toImage()) == [], where
        assert check_texts(window, theme, where) >= 4


def test_every_word_is_in_the_language_of_the_window(seat: Callable[..., Facilitator]) -> None:
    at = seat("en", lived(Meeting()))
    for where, window in states(at):
        english = words_of(window)
        at.window.beside.retranslate(at.meeting.words("ja"))
        japanese = {
            text.replace("We may be silent", "").replace("We stop on time", "") for text in words_of(window)
        }
        assert english_left(japanese) == [], where
        at.window.beside.retranslate(at.meeting.words("en"))
        assert words_of(window) == english, where


def test_no_length_of_anybodys_turn_is_shown(seat: Callable[..., Facilitator]) -> None:
    at = seat("en", lived(Meeting()))
    for where, window in states(at):
        if isinstance(window, CorrectionsWindow):
            said = " ".join(words_of(window))
            assert "min" not in said.replace("minority", ""), where
            assert "–" not in said, where
