"""The looks, chosen by keys in a window beside the console, and followed at once by console and wall."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from coprod.present.settings import Looks
from coprod.ui import theme as themes
from coprod.ui.app import chosen_theme
from coprod.ui.settings.kept import keep_looks, kept_looks
from coprod.ui.settings.window import LooksWindow
from tests.ui.windows import Opening, Windows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from coprod.ui.meeting import Meeting


@pytest.fixture(params=["en", "ja"])
def windows(qtbot: QtBot, request: pytest.FixtureRequest) -> Iterator[Windows]:
    made = Windows(qtbot, Opening(), request.param)
    QSettings().clear()
    made.start()
    made.open_sample()
    yield made
    made.close()
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    themes.apply(app, themes.load("light"))


def meeting_of(windows: Windows) -> Meeting:
    assert windows.shell.meeting is not None
    return windows.shell.meeting


def opened(windows: Windows) -> LooksWindow:
    """Press F9 at the console, and wait for the window."""
    console = meeting_of(windows).console
    console.activateWindow()
    windows.wait(lambda: QApplication.activeWindow() is console)
    QTest.keyClick(QApplication.focusWidget() or console, Qt.Key.Key_F9)
    windows.wait(lambda: isinstance(QApplication.activeWindow(), LooksWindow))
    window = QApplication.activeWindow()
    assert isinstance(window, LooksWindow)
    return window


def press(*keys: Qt.Key) -> None:
    for key in keys:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key)
        QApplication.processEvents()


def test_the_windows_take_other_colours_at_once_and_keep_them(windows: Windows) -> None:
    window, meeting = opened(windows), meeting_of(windows)
    room = meeting.console.board.centre.stage.room
    assert window.rows.buttons()[0].hasFocus()
    press(Qt.Key.Key_Return)
    dark = themes.load("dark")
    assert window.grab().toImage().pixelColor(2, 2) == dark.paper
    assert QApplication.palette().window().color() == dark.paper
    assert room.sheet().theme == themes.load("light")  # the wall has its own
    assert chosen_theme() == kept_looks().theme == "dark"
    press(Qt.Key.Key_Return, Qt.Key.Key_Return)
    assert kept_looks() == Looks()


def test_the_wall_takes_colours_and_text_size_of_its_own(windows: Windows) -> None:
    window, meeting = opened(windows), meeting_of(windows)
    press(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return)
    press(Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Return, Qt.Key.Key_Return)
    assert kept_looks() == Looks(wall_theme="dark", wall_text=200)
    for sheet in (meeting.room.sheet(), meeting.console.board.centre.stage.room.sheet()):
        assert sheet.theme == themes.load("dark")
        assert sheet.scale == 2.0
    assert window.said.text().endswith("200 %")
    assert window.grab().toImage().pixelColor(2, 2) == themes.load("light").paper


def test_the_text_of_the_windows_grows_and_motion_is_reduced(windows: Windows) -> None:
    window = opened(windows)
    before = window.rows.buttons()[0].height()
    press(Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Return, Qt.Key.Key_Return)
    assert kept_looks().text == 200
    assert window.rows.buttons()[0].height() > before
    press(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert kept_looks().reduced_motion
    press(Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_the_next_meeting_looks_as_the_last_one(windows: Windows) -> None:
    keep_looks(Looks(wall_theme="contrast", wall_text=150))
    windows.shell.go_home()
    windows.open_sample()
    sheet = meeting_of(windows).room.sheet()
    assert (sheet.theme, sheet.scale) == (themes.load("contrast"), 1.5)


def test_undo_takes_nothing_of_the_record_back_from_here(windows: Windows) -> None:
    windows.do("next-item")
    meeting = meeting_of(windows)
    before = meeting.bridge.state
    opened(windows)
    QTest.keyClick(
        QApplication.focusWidget() or meeting.console, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier
    )
    windows.settle()
    assert meeting.bridge.state == before
    assert kept_looks() == Looks()
