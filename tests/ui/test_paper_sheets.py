"""Group sheets for paper: a button for each group in the window of the sheets, and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from coprod.domain import acts
from coprod.ui.console.sheets import SheetsWindow
from coprod.ui.kit.button import ActionButton

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QAbstractButton

    from coprod.ui.meeting import Meeting
    from tests.ui.windows import Windows


@pytest.fixture
def home(windows: Windows) -> Meeting:
    """The sample under way, with its groups."""
    windows.start()
    windows.open_sample()
    windows.do("main")
    meeting = windows.shell.meeting
    assert meeting is not None
    meeting.console.fold(folded=False)
    return meeting


def sheets(home: Meeting) -> SheetsWindow:
    window = home.console.beside.open("sheets")
    assert isinstance(window, SheetsWindow)
    return window


def printing(window: SheetsWindow) -> list[QAbstractButton]:
    """The buttons that print, by their keys."""
    return [button for key, button in window.buttons().items() if key != "Alt+H"]


def answered(monkeypatch: pytest.MonkeyPatch, place: str) -> list[tuple[object, ...]]:
    """Choose a place whenever one is asked for; what was asked."""
    asked: list[tuple[object, ...]] = []

    def save(_window: object, *question: object) -> tuple[str, str]:
        asked.append(question)
        return place, ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", save)
    return asked


def test_each_group_has_a_button_with_a_name_and_a_key_of_its_own(home: Meeting) -> None:
    window = sheets(home)
    groups = home.bridge.state.small_groups()
    buttons = printing(window)
    names = [button.accessibleName() for button in buttons]
    assert len(names) == len(groups) == len(set(names)) > 1
    assert all(name.startswith("Print for paper: ") for name in names)
    assert [button.accessibleDescription() for button in buttons] == [
        f"Alt+{n + 1}" for n in range(len(groups))
    ]
    assert all(button.isVisible() for button in buttons)


def test_the_key_asks_for_a_place_and_the_page_is_written_and_told(
    windows: Windows, home: Meeting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = answered(monkeypatch, str(tmp_path / "table"))
    window, state = sheets(home), home.bridge.state
    QTest.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    windows.wait(lambda: "The page is written: table.pdf" in window.said.text())
    written = (tmp_path / "table.pdf").read_text("utf-8")
    assert state.description is not None
    languages = list(state.description.languages[:2])
    assert written == f"{state.session} 2 {languages} False"
    ((title, name, kinds),) = asked
    assert title == "Print a group sheet for paper"
    assert str(name).endswith(".pdf")
    assert kinds == "PDF (*.pdf)"
    assert home.bridge.state == state  # nothing is kept of it
    assert not window.code.isVisible()


def test_the_button_does_the_same_and_a_name_keeps_its_ending(
    windows: Windows, home: Meeting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answered(monkeypatch, str(tmp_path / "one.PDF"))
    printing(sheets(home))[0].click()
    windows.wait((tmp_path / "one.PDF").exists)
    windows.settle()
    assert " 1 [" in (tmp_path / "one.PDF").read_text("utf-8")


def test_whoever_chooses_no_place_writes_nothing(
    windows: Windows, home: Meeting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = answered(monkeypatch, "")
    window = sheets(home)
    printing(window)[0].click()
    windows.settle()
    assert len(asked) == 1
    assert window.said.text() == ""
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_can_not_be_written_is_told(windows: Windows, home: Meeting, tmp_path: Path) -> None:
    assert home.sheeting is not None
    window = sheets(home)
    home.sheeting.print_page(home.bridge.state.small_groups()[0].id, tmp_path / "nowhere" / "a.pdf")
    windows.wait(lambda: "could not be written" in window.said.text())


def test_a_group_that_comes_back_to_the_room_has_no_button_any_more(windows: Windows, home: Meeting) -> None:
    window = sheets(home)
    before = [button.accessibleName() for button in printing(window)]
    gone, *stay = home.bridge.state.small_groups()
    for group in (gone, *stay):
        home.bridge.do(acts.DissolveGroup(group.id))
        windows.settle()
        QApplication.processEvents()
        before = before[1:]
        assert [button.accessibleName() for button in printing(window)] == before
        assert [
            button.text() for button in window.paper.findChildren(ActionButton) if button.isVisible()
        ] == before
    assert not window.paper.isVisible()


def test_its_words_follow_the_language_of_the_windows(windows: Windows, home: Meeting) -> None:
    window = sheets(home)
    english = [button.accessibleName() for button in printing(window)]
    windows.shell.toggle_language()
    windows.settle()
    other = [button.accessibleName() for button in printing(window)]
    assert len(other) == len(english)
    windows.shell.toggle_language()
    windows.settle()
    assert [button.accessibleName() for button in printing(window)] == english
