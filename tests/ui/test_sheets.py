"""Group sheets through the windows: made, opened on another laptop with its six words, and brought home."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMessageBox, QPushButton

from coprod.domain.terms import Phase
from coprod.ui.console.sheets import SheetsWindow
from coprod.ui.home.code import CodeDialog
from coprod.ui.plan.library import LibraryDialog
from coprod.ui.sheeting import SUFFIX
from tests.stage import MORNING
from tests.ui.windows import Opening, Windows, when_asked

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from coprod.ui.meeting import Meeting


@pytest.fixture
def home(windows: Windows) -> Meeting:
    """The sample under way, with its groups."""
    windows.start()
    windows.open_sample()
    windows.do("main")
    meeting = windows.shell.meeting
    assert meeting is not None
    assert meeting.bridge.state.small_groups()
    return meeting


@pytest.fixture
def laptop(qtbot: QtBot) -> Iterator[Windows]:
    """Another laptop, that knows nothing of the session."""
    made = Windows(qtbot, Opening())
    made.start()
    yield made
    made.close()


def made(windows: Windows, home: Meeting, path: Path) -> str:
    """Make the sheet of the first group; its code."""
    codes: list[str] = []
    assert home.sheeting is not None
    home.sheeting.made.connect(lambda _group, code: codes.append(code))
    home.sheeting.issue(home.bridge.state.small_groups()[0].id, path)
    windows.wait(lambda: bool(codes))
    return codes[0]


def opened(laptop: Windows, path: Path, code: str) -> Meeting:
    laptop.shell.ask_code(path)
    (dialog,) = laptop.frame.findChildren(CodeDialog)
    dialog.given.emit(code)
    laptop.wait(lambda: laptop.shell.meeting is not None)
    meeting = laptop.shell.meeting
    assert meeting is not None
    return meeting


def note(windows: Windows, meeting: Meeting, text: str) -> None:
    panel = meeting.open_notes().panel
    panel.words.editor().insertPlainText(text)
    panel.keep()
    windows.wait(lambda: not meeting.bridge.busy)


def bodies(meeting: Meeting) -> list[str]:
    words = meeting.bridge.words
    return [words[id].body for one in meeting.bridge.state.notes() for _, id in one.content.text]


def told(meeting: Meeting) -> str:
    return meeting.console.board.centre.head.toast.text()


def test_notes_of_a_group_come_home_from_another_laptop_once(
    windows: Windows, home: Meeting, laptop: Windows, tmp_path: Path
) -> None:
    path = tmp_path / f"window{SUFFIX}"
    code = made(windows, home, path)
    assert len(code.split()) == 6
    there = opened(laptop, path, code)
    assert there.bridge.state.sheet is not None
    assert there.notes is not None
    assert there.notes.isVisible()  # its own console, and its notes
    note(laptop, there, "One thing to change")
    laptop.shell.go_home()
    assert home.sheeting is not None
    for _ in range(2):
        home.sheeting.bring([path])
        windows.settle()
        windows.wait(lambda: "One thing to change" in bodies(home))
    assert bodies(home).count("One thing to change") == 1
    kept = home.bridge.state.notes()[-1]
    assert kept.group == home.bridge.state.small_groups()[0].id
    assert "nothing new" in told(home)


def test_a_laptop_whose_clock_is_behind_writes_at_the_time_of_the_sheet(
    qtbot: QtBot, windows: Windows, home: Meeting, tmp_path: Path
) -> None:
    path = tmp_path / f"window{SUFFIX}"
    code = made(windows, home, path)
    late = Windows(qtbot, Opening(), now=MORNING - 3_600_000)
    late.start()
    there = opened(late, path, code)
    for text in ("One", "Two"):
        late.clock.move(5)
        note(late, there, text)
    one, two = (note.at for note in there.bridge.state.notes())
    assert one == MORNING + 300_000
    assert two == MORNING + 600_000
    assert there.notes is not None
    assert there.notes._now() == two  # noqa: SLF001 — what the windows show is of the same clock
    late.close()


def test_the_window_shows_the_code_once(windows: Windows, home: Meeting, tmp_path: Path) -> None:
    home.console.fold(folded=False)
    window = home.console.beside.open("sheets")
    assert isinstance(window, SheetsWindow)
    assert window.rows.rows() == [group.id for group in home.bridge.state.small_groups()]
    asked: list[str] = []
    home.console.beside.sheet_asked.disconnect()
    home.console.beside.sheet_asked.connect(asked.append)
    window.open(window.rows.rows()[0])
    assert asked == [window.rows.rows()[0]]
    code = made(windows, home, tmp_path / f"a{SUFFIX}")
    assert window.code.text() == code
    assert window.code.isVisible()
    window.close()
    again = home.console.beside.open("sheets")
    assert again is window
    assert code not in [words.text() for words in (window.code,) if words.isVisible()]


def test_a_wrong_code_is_told_with_what_may_be_meant_and_can_be_tried_again(
    windows: Windows, home: Meeting, laptop: Windows, tmp_path: Path
) -> None:
    path = tmp_path / f"a{SUFFIX}"
    code = made(windows, home, path)
    laptop.shell.ask_code(path)
    (dialog,) = laptop.frame.findChildren(CodeDialog)
    dialog.entry.setText("zebr zebr zebr zebr zebr zebr")
    dialog.entry.returnPressed.emit()
    laptop.wait(lambda: "Check the six words." in " ".join(laptop.told(dialog)))
    assert "may be" in " ".join(laptop.told(dialog))
    assert dialog.isVisible()
    dialog.entry.setText(f"  {code.upper().lower()}  ")
    dialog.entry.returnPressed.emit()
    laptop.wait(lambda: laptop.shell.meeting is not None)


def test_what_is_no_sheet_is_told_and_home_stays(laptop: Windows, tmp_path: Path) -> None:
    path = tmp_path / f"no{SUFFIX}"
    path.write_bytes(b"no sheet")
    laptop.shell.ask_code(path)
    (dialog,) = laptop.frame.findChildren(CodeDialog)
    dialog.given.emit("a b c d e f")
    laptop.wait(lambda: "This is no group sheet." in " ".join(laptop.told(dialog)))
    dialog.reject()
    laptop.shell.ask_code(tmp_path / f"gone{SUFFIX}")
    dialog = laptop.frame.findChildren(CodeDialog)[-1]
    dialog.given.emit("a b c d e f")
    laptop.wait(lambda: bool([one for one in laptop.told() if "could not be" in one]))
    assert laptop.frame.isVisible()


def test_a_sheet_is_dropped_on_the_console(
    windows: Windows, home: Meeting, laptop: Windows, tmp_path: Path
) -> None:
    path = tmp_path / f"a{SUFFIX}"
    there = opened(laptop, path, made(windows, home, path))
    note(laptop, there, "Dropped")
    laptop.shell.go_home()
    files, text = QMimeData(), QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(path))])
    text.setText("only words")
    action, held = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    for data, taken in ((text, False), (files, True)):
        enter = QDragEnterEvent(QPoint(50, 50), action, data, Qt.MouseButton.LeftButton, held)
        enter.ignore()
        QApplication.sendEvent(home.console, enter)
        assert enter.isAccepted() is taken
    QApplication.sendEvent(
        home.console, QDropEvent(QPointF(50, 50), action, files, Qt.MouseButton.LeftButton, held)
    )
    windows.wait(lambda: "Dropped" in bodies(home))


def test_a_sheet_of_elsewhere_and_one_that_was_changed_are_refused_and_nothing_changes(
    windows: Windows, home: Meeting, tmp_path: Path
) -> None:
    path = tmp_path / f"a{SUFFIX}"
    made(windows, home, path)
    before = home.bridge.state
    assert home.sheeting is not None
    data = bytearray(path.read_bytes())
    data[-1] ^= 1
    path.write_bytes(bytes(data))
    home.sheeting.bring([path])
    windows.wait(lambda: "changed or damaged" in told(home))
    path.write_bytes(b"x" * 600)
    home.sheeting.bring([path])
    windows.wait(lambda: "no group sheet" in told(home))
    assert home.bridge.state == before


@pytest.mark.parametrize(("answer", "comes"), [("Bring them in", True), ("Leave them out", False)])
def test_a_late_sheet_comes_in_when_a_person_says_yes(
    windows: Windows, home: Meeting, laptop: Windows, tmp_path: Path, answer: str, comes: bool
) -> None:
    path = tmp_path / f"a{SUFFIX}"
    there = opened(laptop, path, made(windows, home, path))
    note(laptop, there, "Late, and not lost")
    laptop.shell.go_home()
    windows.do("close")
    assert home.bridge.state.phase is Phase.CLOSED
    asked: list[str] = []

    def press(box: QMessageBox) -> None:
        asked.append(box.text())
        next(one for one in box.findChildren(QPushButton) if one.text() == answer).click()

    when_asked(QMessageBox, press)
    assert home.sheeting is not None
    home.sheeting.bring([path])
    windows.wait(lambda: bool(asked))
    windows.settle()
    assert ("Late, and not lost" in bodies(home)) is comes


def test_a_place_that_can_not_be_written_is_told(windows: Windows, home: Meeting, tmp_path: Path) -> None:
    assert home.sheeting is not None
    group = home.bridge.state.small_groups()[0].id
    home.sheeting.issue(group, tmp_path / "nowhere" / f"a{SUFFIX}")
    windows.wait(lambda: "could not be written" in told(home))


def test_the_dialog_closes_by_escape(laptop: Windows, tmp_path: Path) -> None:
    laptop.shell.ask_code(tmp_path / "x")
    (dialog,) = laptop.frame.findChildren(CodeDialog)
    assert isinstance(dialog, QDialog)
    dialog.entry.setText("")
    dialog.entry.returnPressed.emit()  # nothing is asked for with no word
    dialog.reject()
    assert not dialog.isVisible()


def test_a_sheet_is_made_where_it_was_chosen_and_has_its_own_kind_of_name(
    windows: Windows, home: Meeting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert home.sheeting is not None
    group = home.bridge.state.small_groups()[0].id
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "window"), ""))
    home.sheeting.choose_place(group)
    windows.wait((tmp_path / f"window{SUFFIX}").exists)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    home.sheeting.choose_place(group)
    windows.settle()
    assert len(list(tmp_path.iterdir())) == 1


def test_sheets_are_chosen_and_come_home(
    windows: Windows, home: Meeting, laptop: Windows, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / f"window{SUFFIX}"
    there = opened(laptop, path, made(windows, home, path))
    note(laptop, there, "A shelf by the window")
    assert home.sheeting is not None
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(path), str(path)], ""))
    home.sheeting.choose_files()
    windows.wait(lambda: "A shelf by the window" in bodies(home))
    assert bodies(home).count("A shelf by the window") == 1


def test_on_a_sheet_the_list_of_hints_can_not_be_changed_and_that_is_said(
    windows: Windows, home: Meeting, laptop: Windows, tmp_path: Path
) -> None:
    path = tmp_path / f"window{SUFFIX}"
    there = opened(laptop, path, made(windows, home, path))
    notes = there.open_notes()
    notes.hints_asked.emit()
    assert notes.findChildren(LibraryDialog) == []
    assert "not on a sheet" in notes.said.text()


def test_a_sheet_is_chosen_at_home_and_asks_for_its_words(
    windows: Windows, home: Meeting, laptop: Windows, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / f"window{SUFFIX}"
    made(windows, home, path)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    laptop.shell.home.sheet_asked.emit()
    assert laptop.frame.findChildren(CodeDialog) == []
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    laptop.shell.home.sheet_asked.emit()
    (dialog,) = laptop.frame.findChildren(CodeDialog)
    dialog.reject()
