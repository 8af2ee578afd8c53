"""Everything can be reached by Tab, is large enough to hit, and tells a screen reader what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QTextEdit, QWidget

from coprod.ui.console.preview import RoomPreview
from coprod.ui.kit.arc import SoftTime
from coprod.ui.kit.button import ActionButton
from coprod.ui.kit.focus import REACH, FocusRing
from coprod.ui.notes.choice import ChoiceRow
from tests.ui.access.windows import by_tab, controls, home, of_a_row, place, scrolled, states

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from tests.ui.console.driving import Facilitator

LANGUAGES = pytest.mark.parametrize("lang", ["en", "ja", "ko"])


def windows(qtbot: QtBot, at: Facilitator, lang: str) -> Iterator[tuple[str, QWidget]]:
    """Each window in each of its states."""
    for state in states(at):
        yield f"console, {state}", at.window
    yield "home", home(qtbot, lang)


@LANGUAGES
def test_every_control_is_named_and_says_what_it_is(
    seat: Callable[..., Facilitator], qtbot: QtBot, lang: str
) -> None:
    roles = {
        QAbstractButton: {QAccessible.Role.Button, QAccessible.Role.CheckBox, QAccessible.Role.RadioButton},
        QTextEdit: {QAccessible.Role.EditableText},
        QLineEdit: {QAccessible.Role.EditableText},
    }
    for where, window in windows(qtbot, seat(lang), lang):
        for control in controls(window):
            spoken = QAccessible.queryAccessibleInterface(control)
            assert spoken.text(QAccessible.Text.Name).strip(), f"{where}: {type(control).__name__}"
            for kind, allowed in roles.items():
                assert not isinstance(control, kind) or spoken.role() in allowed, f"{where}: {control}"


@LANGUAGES
def test_every_control_is_a_stop_of_tab_and_none_is_a_trap(
    seat: Callable[..., Facilitator], qtbot: QtBot, lang: str
) -> None:
    for where, window in windows(qtbot, seat(lang), lang):
        stops = by_tab(window)
        wanted = [one for one in controls(window) if one.isEnabled() and not of_a_row(one)]
        missing = [one.accessibleName() for one in wanted if one not in stops]
        assert missing == [], where
        assert len(stops) == len(set(stops)) >= len(wanted)


def test_tab_goes_through_the_whole_console_and_back(seat: Callable[..., Facilitator]) -> None:
    at = seat()
    at.press("Space")
    start, seen = at.focus(), []
    for _ in range(len(by_tab(at.window))):
        QTest.keyClick(at.focus(), Qt.Key.Key_Tab)
        seen.append(at.focus())
    assert at.focus() is start
    assert len(set(map(id, seen))) == len(seen) > 15
    QTest.keyClick(at.focus(), Qt.Key.Key_Backtab)
    assert at.focus() is seen[-2]


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_every_target_is_large_enough_to_hit(
    seat: Callable[..., Facilitator], qtbot: QtBot, lang: str
) -> None:
    for where, window in windows(qtbot, seat(lang), lang):
        small = [
            f"{where}: {one.accessibleName()} {one.width()}x{one.height()}"
            for one in controls(window)
            if isinstance(one, QAbstractButton | QLineEdit | QTextEdit)
            and min(one.width(), one.height()) < 36
        ]
        assert small == []


def test_no_two_targets_lie_upon_one_another(seat: Callable[..., Facilitator], qtbot: QtBot) -> None:
    for where, window in windows(qtbot, seat(), "en"):
        buttons = [one for one in controls(window) if isinstance(one, QAbstractButton) and not scrolled(one)]
        places = [(one.accessibleName(), place(one, window)) for one in buttons]
        for number, (name, rect) in enumerate(places):
            over = [other for other, there in places[number + 1 :] if rect.intersects(there)]
            assert over == [], f"{where}: {name}"


def test_buttons_with_keys_tell_them(seat: Callable[..., Facilitator]) -> None:
    at = seat()
    at.press("Space", "N")
    told = {
        one.accessibleName(): QAccessible.queryAccessibleInterface(one).text(QAccessible.Text.Description)
        for one in at.buttons()
    }
    assert told["Keep"] == "Ctrl+Enter"
    assert told["Minority opinion"] == "Alt+M"
    assert told["Contribution"] == "Alt+1"
    at.press("Escape")
    told = {one.accessibleName(): one.accessibleDescription() for one in at.buttons()}
    assert (told["Pass"], told["Pause"], told["Undo"]) == ("S", "P", "Ctrl+Z")


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_what_is_only_painted_is_told_too(seat: Callable[..., Facilitator], lang: str) -> None:
    at = seat(lang)
    at.press("Space")
    for preview in at.window.findChildren(RoomPreview):
        assert preview.accessibleName()
        assert preview.view() is None or preview.accessibleDescription()
    rows = [
        one
        for one in at.window.board.flow.findChildren(QWidget)
        if type(one).__name__ in {"FlowRow", "Times"}
    ]
    assert len([one for one in rows if one.isVisible()]) == 7
    assert all(one.accessibleName() for one in rows)
    assert at.window.findChildren(SoftTime) == []  # the arc of the open item is part of its row


def test_a_row_of_choices_is_one_stop_and_moves_by_arrows(seat: Callable[..., Facilitator]) -> None:
    at = seat()
    at.press("Space", "N")
    rows = [one for one in by_tab(at.window) if isinstance(one, ChoiceRow)]
    assert len(rows) == 4
    for row in rows:
        row.setFocus()
        before = row.options()
        at.press("Right")
        if row.accessibleName() != "Who said it":
            assert row.options() != before
            at.press("Left")
        assert row.options() == before


def test_the_ring_lies_whole_around_every_control(seat: Callable[..., Facilitator], qtbot: QtBot) -> None:
    for where, window in windows(qtbot, seat(), "en"):
        [ring] = window.findChildren(FocusRing)
        for control in by_tab(window):
            control.setFocus(Qt.FocusReason.TabFocusReason)
            QApplication.processEvents()
            rect: QRect = place(control, window)
            assert ring.isVisible(), f"{where}: {control.accessibleName()}"
            assert ring.geometry() == rect.adjusted(-REACH, -REACH, REACH, REACH)
            if isinstance(control, ActionButton):
                assert window.rect().contains(ring.geometry()), f"{where}: {control.accessibleName()}"
