"""A table of notes through the windows: chosen or dropped, its columns put right, kept by one act."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from openpyxl import Workbook
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog

from coprod.domain import acts
from coprod.domain.terms import ItemKind, NoteKind
from coprod.ui.notes.table import TableDialog
from tests.present.meeting import Meeting
from tests.ui.access.test_colours import reds
from tests.ui.access.test_layout import cut_off
from tests.ui.access.windows import by_tab, controls, of_a_row
from tests.ui.console.driving import strike_at
from tests.ui.notes.taker import NoteTaker

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

ROWS = (
    ("Time", "Name", "Kind", "What was said"),
    ("10:02", "Umi", "Idea", "One more chair"),
    ("10:04", "Vera, Umi", "", "椅子をもう一つ"),
    ("10:05", "Hana", "why", "A shelf, " * 30),
)


@pytest.fixture
def sit(qtbot: QtBot) -> Iterator[Callable[..., NoteTaker]]:
    made: list[NoteTaker] = []

    def seat(lang: str = "en") -> NoteTaker:
        meeting = Meeting()
        meeting.open(ItemKind.CHECK_IN)
        made.append(NoteTaker(qtbot, meeting.live, meeting.clock.now, lang))
        return made[-1]

    yield seat
    for one in made:
        one.close()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A spreadsheet."""
    book = Workbook()
    for row in ROWS:
        book.active.append(list(row))
    path = tmp_path / "notes.xlsx"
    book.save(path)
    return path


def choose(at: NoteTaker, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    at.press("Ctrl+O")


def shown(at: NoteTaker) -> TableDialog:
    at.qtbot.waitUntil(lambda: bool(at.window.findChildren(TableDialog)), timeout=5000)
    (dialog,) = at.window.findChildren(TableDialog)
    at.qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    return dialog


def strike(at: NoteTaker, key: str) -> None:
    strike_at(QApplication.focusWidget(), key)
    at.settle()


def roles(dialog: TableDialog) -> list[str]:
    return [one.key for block in dialog.blocks for one in block.roles.options() if one.chosen]


def told(dialog: TableDialog) -> str:
    return dialog._found.text()  # noqa: SLF001


def test_a_spreadsheet_is_looked_at_and_kept_by_one_act(
    sit: Callable[..., NoteTaker], file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = sit()
    choose(at, file, monkeypatch)
    dialog = shown(at)
    assert roles(dialog) == ["", "who", "kind", "words"]
    assert "Umi · Idea: One more chair" in told(dialog)
    assert at.kept() == []
    strike(at, "Return")  # the hand is on the button
    assert [note.content.kind for note in at.kept()] == [NoteKind.IDEA, *[NoteKind.CONTRIBUTION] * 2]
    assert at.said()[:2] == ["One more chair", "椅子をもう一つ"]
    at.press("Escape", "Ctrl+Z")
    assert at.kept() == []


def test_columns_are_put_right_by_keys_and_what_was_understood_follows(
    sit: Callable[..., NoteTaker], file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = sit()
    choose(at, file, monkeypatch)
    dialog = shown(at)
    assert [len(block.roles.options()) for block in dialog.blocks] == [1, 1, 1, 1]
    dialog.blocks[0].roles.setFocus()
    assert [len(block.roles.options()) for block in dialog.blocks] == [10, 1, 1, 1]
    strike(at, "Right")
    assert roles(dialog) == ["who", "", "kind", "words"]
    assert "Nobody here is called so: 10:02" in dialog._unclear.text()  # noqa: SLF001
    assert "Umi" not in told(dialog)
    dialog.head.setFocus()
    strike(at, "Space")
    assert not dialog.head.isChecked()
    assert len(dialog.drafts()) == 4
    strike(at, "Escape")
    assert not dialog.isVisible()
    assert at.kept() == []


def test_without_words_there_is_nothing_to_keep(
    sit: Callable[..., NoteTaker], file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = sit()
    choose(at, file, monkeypatch)
    dialog = shown(at)
    dialog.blocks[3].roles.chosen.emit("")
    assert dialog.drafts() == ()
    assert not dialog._add.isEnabled()  # noqa: SLF001
    strike(at, "Return")
    assert at.kept() == []


def drop(at: NoteTaker, path: Path) -> bool:
    """Drop a file on the window; whether it is taken."""
    dragged = QMimeData()
    dragged.setUrls([QUrl.fromLocalFile(str(path))])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(300, 200), Qt.DropAction.CopyAction, dragged, left, none)
    QApplication.sendEvent(at.window, enter)
    if enter.isAccepted():
        event = QDropEvent(QPoint(300, 200), Qt.DropAction.CopyAction, dragged, left, none)
        QApplication.sendEvent(at.window, event)
    return enter.isAccepted()


def test_a_table_is_dropped_on_the_window_and_another_file_is_not(
    sit: Callable[..., NoteTaker], file: Path
) -> None:
    at = sit()
    assert not drop(at, file.with_suffix(".pdf"))
    assert drop(at, file)
    assert len(shown(at).drafts()) == 3


def test_what_is_dropped_is_of_the_group_that_is_written_for(
    sit: Callable[..., NoteTaker], file: Path
) -> None:
    at = sit()
    people = tuple(at.bridge.state.participants)[:2]
    at.bridge.do(acts.FormGroups((acts.GroupDraft({"en": "Window"}, people),)))
    at.settle()
    at.press("Alt+G")
    drop(at, file)
    shown(at)
    strike(at, "Return")
    (group,) = at.bridge.state.groups
    assert [note.group for note in at.kept()] == [group] * 3


def test_a_file_that_is_no_table_is_told_of(
    sit: Callable[..., NoteTaker], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = sit()
    path = tmp_path / "old.xlsx"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    choose(at, path, monkeypatch)
    at.qtbot.waitUntil(lambda: "older spreadsheet" in at.window.said.text(), timeout=5000)
    assert at.window.findChildren(TableDialog) == []


def test_no_file_no_dialog(sit: Callable[..., NoteTaker], monkeypatch: pytest.MonkeyPatch) -> None:
    at = sit()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    at.press("Ctrl+O")
    assert at.window.findChildren(TableDialog) == []


@pytest.mark.parametrize("lang", ["en", "ja", "ko"])
def test_all_of_it_is_whole_named_and_reached(
    sit: Callable[..., NoteTaker], file: Path, lang: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = sit(lang)
    choose(at, file, monkeypatch)
    dialog = shown(at)
    for control in controls(dialog):
        spoken = QAccessible.queryAccessibleInterface(control)
        assert spoken.text(QAccessible.Text.Name).strip(), type(control).__name__
    stops = by_tab(dialog)
    own = [one for one in controls(dialog) if one.isEnabled() and not of_a_row(one)]
    assert [one.accessibleName() for one in own if one not in stops] == []
    assert cut_off(dialog) == []
    assert not reds(dialog.grab().toImage())
