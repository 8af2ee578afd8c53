"""Before a note is taken out it is said what still holds it, and afterwards, until it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from coprod.service.holders import InBackup
from tests.service.laptops import HomeSide
from tests.stage import MORNING
from tests.ui.console.driving import strike_at
from tests.ui.notes.taker import NoteTaker

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

SHEET = "The sheet of 窓, made 12 May, 09:00: ask the group to delete its file."
BACKUP = "A backup of 12 May, 09:00: delete this file when it is no longer needed."
PLACE = "there/s.db.0002.backup"
PRINTED = "What was printed, and files that were given away, can’t be called back."


class AtHome(NoteTaker):
    """Somebody at the notes, once a sheet came home with one; there is a backup, too."""

    def __init__(self, qtbot: QtBot) -> None:
        self.home = HomeSide()
        laptop = self.home.issue()
        self.note = laptop.note("窓を開けたい。", self.home.groups[0].members[:1])
        self.home.merge(laptop.data)
        self.home.store.copies.append(InBackup(PLACE, MORNING))
        super().__init__(qtbot, self.home.live, self.home.clock.now, store=self.home.store)
        self.press("Escape", "Up")

    def told(self) -> list[str]:
        return self.window.said.text().split("\n")

    def left(self) -> list[str]:
        return self.window.left.text().split("\n")


@pytest.fixture
def at(qtbot: QtBot) -> Iterator[AtHome]:
    made = AtHome(qtbot)
    yield made
    made.close()


def test_what_still_holds_a_note_is_said_before_it_is_taken_out(at: AtHome) -> None:
    at.press("Delete")
    assert at.kept() != []
    assert at.told()[0] == "Its words would be erased for good. Delete once more does it."
    assert at.told()[-4:] == [SHEET, BACKUP, PLACE, PRINTED]
    assert not at.window.left.isVisible()


def test_and_it_stays_afterwards_until_it_is_read(at: AtHome) -> None:
    at.press("Delete", "Delete")
    assert at.kept() == []
    assert at.left() == ["It is erased here.", "It may still stand elsewhere:", SHEET, BACKUP, PLACE]
    at.window.begin()
    at.type("The next")
    at.press("Ctrl+Return")
    assert at.left()[-3:] == [SHEET, BACKUP, PLACE]
    assert at.window.left.isVisible()
    at.qtbot.mouseClick(at.window.left.read, Qt.MouseButton.LeftButton)
    assert not at.window.left.isVisible()


def test_nothing_is_taken_out_before_it_was_said(at: AtHome) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    strike_at(focus, "Delete")
    strike_at(focus, "Delete")  # at once: nothing could be read in between
    at.settle()
    assert at.kept() != []
    at.press("Delete")
    assert at.kept() == []


def test_another_key_in_between_asks_again(at: AtHome) -> None:
    at.press("Delete", "Up", "Delete")
    assert at.kept() != []
    focus = QApplication.focusWidget()
    assert focus is not None
    strike_at(focus, "Delete")
    assert at.window._parting.let_go() == ""  # noqa: SLF001 — it was only asked for
    at.settle()


def test_where_the_store_can_not_be_read_it_is_said_and_it_can_be_taken_out(at: AtHome) -> None:
    at.home.store.unreadable = "damaged"
    at.press("Delete")
    unknown = "Whether a group sheet or a backup still holds it could not be looked up."
    assert at.told()[1:] == [unknown, PRINTED]
    at.press("Delete")
    assert at.kept() == []
    assert at.left() == ["It is erased here.", unknown]


def test_where_nothing_else_holds_it_nothing_stays_to_be_read(at: AtHome) -> None:
    at.home.store.copies.clear()
    at.window.begin()
    at.type("Only here")
    at.press("Ctrl+Return", "Escape", "End", "Delete")
    assert at.told()[1:] == [PRINTED]
    at.press("Delete")
    assert len(at.kept()) == 1
    assert not at.window.left.isVisible()


def test_it_is_said_to_whom_it_is_read_back(at: AtHome) -> None:
    at.press("Ctrl+R")
    reading = at.window.over.reading
    assert reading is not None
    at.qtbot.waitUntil(lambda: QApplication.activeWindow() is reading)
    for _ in range(2):
        assert at.kept() != []
        strike_at(QApplication.focusWidget() or reading, "T")
        at.settle()
    assert at.kept() == []
    assert at.left()[-3:] == [SHEET, BACKUP, PLACE]


def test_the_reading_back_says_it_too(at: AtHome) -> None:
    at.press("Ctrl+R")
    reading = at.window.over.reading
    assert reading is not None
    at.qtbot.waitUntil(lambda: QApplication.activeWindow() is reading)
    strike_at(QApplication.focusWidget() or reading, "T")
    at.settle()
    said = reading._told.text().split("\n")  # noqa: SLF001
    assert said[0] == "The words would be erased for good. Once more does it."
    assert said[-4:] == [SHEET, BACKUP, PLACE, PRINTED]
