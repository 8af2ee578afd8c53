"""The shell: from home into a meeting and back, in either language, and what happens where a store can't be opened."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QSettings
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLineEdit

from coprod.present.settings import Looks
from coprod.service.ports import StoreFailed
from coprod.ui import theme as themes
from coprod.ui.settings.kept import keep_looks
from tests.sessions import DATA, SAMPLE
from tests.ui.windows import when_asked

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.ui.windows import Opening, Windows

CODES = ("full", "readonly", "locked", "newer", "damaged", "key", "failed", "never heard of")


def press(windows: Windows, text: str) -> None:
    found = [one for one in windows.frame.findChildren(QAbstractButton) if one.text() == text]
    assert found, text
    found[-1].click()


def test_home_shows_what_is_in_the_store(windows: Windows) -> None:
    windows.start()
    assert "There is no session here yet." in windows.told()
    windows.shell.bring_in(SAMPLE / "speaking-up.planned.coprod.json")
    windows.wait(lambda: "The session is here now." in windows.told())
    assert any("What makes it possible" in one or "team" in one.lower() for one in windows.told())


def test_the_sample_opens_from_the_start_and_the_console_takes_the_place_of_home(windows: Windows) -> None:
    windows.start(sample=True)
    windows.wait(lambda: windows.shell.meeting is not None)
    meeting = windows.shell.meeting
    assert meeting is not None
    assert meeting.console.isVisible()
    assert not windows.frame.isVisible()


def test_home_and_a_plan_wear_the_looks_that_were_chosen_in_a_meeting(windows: Windows) -> None:
    windows.start()
    windows.open_sample()
    windows.do("main")
    keep_looks(Looks(theme="dark", text=150, wall_theme="contrast", wall_text=200, reduced_motion=True))
    windows.shell.go_home()
    home = windows.frame.theme()
    dark = themes.load("dark")
    assert (home.paper, home.ink) == (dark.paper, dark.ink)
    assert home.scale >= 1.5
    windows.shell.plan_new("6-blank")
    windows.wait(lambda: windows.shell.planning is not None)
    planning = windows.shell.planning
    assert planning is not None
    assert planning.window.theme.paper == dark.paper
    planning.room.resize(1366, 768)
    assert planning.room.grab().toImage().pixelColor(2, 2) == themes.load("contrast").paper


def test_home_and_back_again_find_the_meeting_as_it_was_left(windows: Windows) -> None:
    windows.start()
    windows.open_sample()
    windows.do("main")
    meeting = windows.shell.meeting
    assert meeting is not None
    before = meeting.console.view()
    meeting.console.run("back")
    windows.wait(windows.frame.isVisible)
    press(windows, "Go on")
    windows.wait(lambda: windows.shell.meeting is not None)
    again = windows.shell.meeting
    assert again is not None
    assert again is not meeting
    assert again.console.view() == before


def test_an_open_meeting_is_where_the_next_start_lands(
    qtbot: QtBot, windows: Windows, opening: Opening
) -> None:
    windows.start()
    windows.open_sample()
    windows.do("main")
    session = windows.shell.meeting.bridge.state.session if windows.shell.meeting else ""
    windows.shell.close()
    later = type(windows)(qtbot, opening)
    later.start(sample=True)
    later.wait(lambda: later.shell.meeting is not None)
    assert later.shell.meeting is not None
    assert later.shell.meeting.bridge.state.session == session
    later.close()


def test_the_language_changes_in_every_window_and_is_remembered(windows: Windows) -> None:
    windows.start()
    windows.open_sample()
    windows.do("main")
    meeting = windows.shell.meeting
    assert meeting is not None
    wall = meeting.room.view()
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"
    meeting.console.run("language")
    assert "日本語" not in windows.told(meeting.console)
    assert any("話" in one or "次" in one for one in windows.told(meeting.console))
    assert meeting.room.windowTitle() == windows.shell.words.say("Room display") != "Room display"
    assert meeting.room.view() == wall
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "キャンセル"
    assert QSettings().value("language") == "ja"
    windows.shell.go_home()
    assert any("会" in one for one in windows.told())
    windows.shell.toggle_language()
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"


def test_a_good_file_comes_in_once(windows: Windows, opening: Opening) -> None:
    windows.start()
    for sentence in ("The session is here now.", "This session was here already."):
        windows.shell.bring_in(DATA / "plain.coprod.json")
        windows.wait(partial(windows.says, sentence))
    assert len(opening.store.sessions()) == 1


@pytest.mark.parametrize("name", ["bad/not-json.json", "bad/unknown-key.json", "not-there.json"])
def test_a_bad_file_is_told_in_a_sentence_and_changes_nothing(
    windows: Windows, opening: Opening, name: str
) -> None:
    windows.start()
    windows.shell.bring_in(DATA / name)
    windows.wait(lambda: any("Put it right and try again." in one for one in windows.told()))
    assert opening.store.sessions() == []


def test_a_store_that_fills_up_while_a_file_comes_in_is_told(windows: Windows, opening: Opening) -> None:
    windows.start()
    opening.store.failing = "full"
    windows.shell.bring_in(DATA / "plain.coprod.json")
    windows.wait(lambda: any("The disk is full." in one for one in windows.told()))
    assert opening.store.sessions() == []


@pytest.mark.parametrize("code", CODES)
def test_a_store_that_cant_be_opened_is_told_and_tried_again(
    windows: Windows, opening: Opening, code: str
) -> None:
    opening.failures = [StoreFailed(code, "place/coprod.db"), StoreFailed(code, "place/coprod.db")]
    windows.start()
    told = windows.told()
    assert {"The sessions could not be opened.", "place/coprod.db"} <= set(told)
    assert any("nothing was changed" in one for one in told)
    press(windows, "Try again")
    windows.wait(lambda: len(opening.asked) == 2)
    press(windows, "Try again")
    windows.wait(lambda: windows.shell.ready)
    assert "There is no session here yet." in windows.told()


def test_why_it_cant_be_opened_is_told_in_the_other_language_too(windows: Windows, opening: Opening) -> None:
    opening.failures = [StoreFailed("locked", "place")]
    windows.start()
    windows.shell.toggle_language()
    assert "会の記録を開けませんでした。" in windows.told()


def test_without_a_store_nothing_can_be_asked_for(windows: Windows, opening: Opening) -> None:
    opening.failures = [StoreFailed("locked", "place")]
    windows.start()
    windows.shell.open_sample()
    windows.shell.bring_in(DATA / "plain.coprod.json")
    windows.shell.open_session("none")
    windows.qtbot.wait(50)
    assert windows.shell.meeting is None
    assert opening.store.sessions() == []


def name_a_file(path: Path) -> None:
    """Name a file in the dialog that will be open."""

    def answer(dialog: QFileDialog) -> None:
        field = dialog.findChild(QLineEdit)
        assert isinstance(field, QLineEdit)
        field.setText(str(path))
        dialog.accept()

    when_asked(QFileDialog, answer)


def test_another_place_is_chosen_by_a_dialog(windows: Windows, opening: Opening, tmp_path: Path) -> None:
    opening.failures = [StoreFailed("damaged", "place")]
    windows.start()
    name_a_file(tmp_path / "other.db")
    press(windows, "Choose another place")
    windows.wait(lambda: windows.shell.ready)
    assert opening.asked == [None, tmp_path / "other.db"]


def test_a_file_is_chosen_by_a_dialog(windows: Windows, opening: Opening) -> None:
    windows.start()
    name_a_file(DATA / "plain.coprod.json")
    press(windows, "Bring in a session file")
    windows.wait(lambda: "The session is here now." in windows.told())
    assert len(opening.store.sessions()) == 1


def test_closing_lets_go_of_the_store_once(windows: Windows, opening: Opening) -> None:
    windows.start()
    windows.open_sample()
    windows.shell.close()
    assert opening.store.closed == 1
    windows.shell.close()
    assert opening.store.closed == 1
