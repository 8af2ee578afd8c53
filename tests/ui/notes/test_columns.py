"""Beside the notes: the agenda with its counts, who speaks, soft time, and the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from coprod.i18n import Catalogue
from coprod.present.marks import Mark
from coprod.present.notebook import AgendaLine, NotebookView, Speaker
from coprod.present.notes import NOTE_COMMANDS, NOTES_KEYS
from coprod.ui import theme as themes
from coprod.ui.kit.arc import SoftTime
from coprod.ui.kit.keycap import Caps
from coprod.ui.kit.text import Words
from coprod.ui.notes.agenda import AgendaColumn, ItemButton
from coprod.ui.notes.now import NowColumn, SpeakerLine
from tests.ui.access.test_colours import THEMES, ground_and_text, reds

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

LINES = (
    AgendaLine("a", "Welcome", "", open=False),
    AgendaLine("b", "Check-in", "not noted", open=False),
    AgendaLine("c", "Around the table, and whatever else is on our minds this afternoon", "12", open=True),
)
UMI, VERA = Speaker(Mark.BOTH, "Umi"), Speaker(Mark.NOT_SAID, "Vera")
LONG = Speaker(Mark.PEER, "Wilhelmina-Philippa Featherstonehaugh MM")


def view(now: Speaker | None, following: Speaker | None, share: float | None = 0.4) -> NotebookView:
    return NotebookView("", "", (), (), now, following, share, "until 14:58" if share is not None else "", "")


@pytest.fixture
def agenda(qtbot: QtBot) -> AgendaColumn:
    made = AgendaColumn(themes.load("light"))
    qtbot.addWidget(made)
    made.resize(216, 500)
    made.show()
    made.show_lines(LINES)
    QApplication.processEvents()
    return made


@pytest.fixture
def beside(qtbot: QtBot) -> NowColumn:
    made = NowColumn(themes.load("light"))
    qtbot.addWidget(made)
    made.resize(244, 690)
    made.retranslate(Catalogue("en"))
    made.show()
    return made


def said(column: NowColumn) -> list[str]:
    QApplication.processEvents()
    shown = [one.text() for one in column.findChildren(Words) if one.isVisible() and one.text()]
    return shown + [one.accessibleName() for one in column.findChildren(SpeakerLine) if one.isVisible()]


def test_each_item_is_named_with_its_count(agenda: AgendaColumn) -> None:
    assert [one.accessibleName() for one in agenda.buttons()] == [
        "Welcome",
        "Check-in, not noted",
        f"{LINES[2].name}, 12",
    ]


def test_a_long_name_is_whole_beside_its_count(agenda: AgendaColumn) -> None:
    short, _, long = agenda.buttons()
    assert long.height() > short.height()
    assert long.height() >= long.heightForWidth(long.width())


def test_arrows_walk_and_enter_brings_the_item_into_sight(qtbot: QtBot, agenda: AgendaColumn) -> None:
    first, second, _ = agenda.buttons()
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Up)
    assert first.hasFocus()
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert second.hasFocus()
    with qtbot.waitSignal(agenda.chosen) as chosen:
        QTest.keyClick(second, Qt.Key.Key_Space)
    assert chosen.args == ["b"]


def test_items_that_are_gone_are_put_away(agenda: AgendaColumn) -> None:
    agenda.show_lines(LINES[:1])
    assert [one.text() for one in agenda.findChildren(ItemButton) if one.isVisible()] == ["Welcome"]
    agenda.show_lines(LINES)
    assert len(agenda.buttons()) == 3


@THEMES
def test_the_agenda_can_be_read_in_every_theme(qtbot: QtBot, name: str) -> None:
    made = AgendaColumn(themes.load(name))
    qtbot.addWidget(made)
    made.resize(216, 400)
    made.show()
    made.show_lines(LINES)
    QApplication.processEvents()
    whole = made.grab()
    assert not reds(whole.toImage())
    for button in made.buttons():
        ground, text = ground_and_text(whole.copy(button.geometry()).toImage())
        assert themes.contrast(ground, text) >= 7


def test_who_speaks_and_who_is_next_are_named(beside: NowColumn) -> None:
    beside.show_view(view(UMI, VERA), Catalogue("en"))
    told = said(beside)
    for one in ("Now", "Umi", "Next", "Vera", "until 14:58"):
        assert one in told


def test_where_nobody_speaks_and_nothing_is_timed_nothing_is_said(beside: NowColumn) -> None:
    beside.show_view(view(None, None, None), Catalogue("en"))
    told = said(beside)
    assert "Now" not in told
    assert "Next" not in told
    assert not [one for one in beside.findChildren(SoftTime) if one.isVisible()]


def test_every_key_stands_there_and_is_one_that_works(beside: NowColumn) -> None:
    beside.show_view(view(UMI, VERA), Catalogue("en"))
    told = said(beside)
    there = [name in told for name, _ in NOTES_KEYS]
    assert sum(there) >= 10
    assert there == sorted(there, reverse=True)
    beside.resize(244, 1000)
    told = said(beside)
    assert all(name in told for name, _ in NOTES_KEYS)
    caps = {one.accessibleName() for one in beside.findChildren(Caps)}
    assert {"Ctrl+Enter", "Alt+W", "Alt+L", "F8"} <= caps
    known = {key for command in NOTE_COMMANDS for key in command.keys}
    of_the_composer = {key for _, key in NOTES_KEYS if key.startswith("Alt+") and "…" not in key}
    assert of_the_composer - known == {"Alt+E", "Alt+P"}  # of the window, about the chosen note


def test_the_keys_yield_where_names_are_long(beside: NowColumn) -> None:
    beside.resize(244, 240)
    beside.show_view(view(LONG, LONG), Catalogue("en"))
    assert "Keys" not in said(beside)
    beside.resize(244, 900)
    assert "Keys" in said(beside)


def test_it_speaks_another_language(beside: NowColumn) -> None:
    beside.retranslate(Catalogue("ja"))
    beside.show_view(view(UMI, None), Catalogue("ja"))
    assert "キー" in said(beside)
