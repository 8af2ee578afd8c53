"""The list of notes: thousands scroll, the newest stays in sight, and whoever reads further up is left in peace."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from coprod.present.marks import Mark
from coprod.present.notebook import Heading, NoteLine
from coprod.present.texts import Said
from coprod.ui import theme as themes
from coprod.ui.notes.list import NoteList
from coprod.ui.notes.row import about_as_high, lay_row
from tests.ui.access.test_colours import THEMES, ground_and_text, reds

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from coprod.present.notebook import NoteRow

ONE = NoteLine(
    "n0",
    "14:09",
    Mark.PEER,
    "Sumire",
    "Peer · idea",
    (),
    "Minutes",
    False,
    (Said("en", "One more chair"),),
    "told 0",
)
LONG = replace(
    ONE,
    id="long",
    name="Wilhelmina-Philippa Featherstonehaugh MM, " * 4,
    signs=("Minority opinion", "Two versions: choose one", "Confirmed", "For everyone"),
    texts=(
        Said("ja", "黙っていても大丈夫です。" * 30),
        Said("en", "Silence is fine, and so is leaving. " * 20),
    ),
)
HEAD = Heading("item", "Around the table", Said("en", "When were you in two minds?"))


def rows(number: int, begin: int = 0) -> tuple[NoteRow, ...]:
    return tuple(replace(ONE, id=f"n{n}", told=f"told {n}") for n in range(begin, begin + number))


@pytest.fixture
def shown(qtbot: QtBot) -> NoteList:
    theme = themes.load("light")
    made = NoteList(theme)
    qtbot.addWidget(made)
    made.resize(800, 420)
    made.show()
    return made


def paint(shown: NoteList) -> None:
    shown.grab()
    QApplication.processEvents()


def test_the_newest_is_in_sight_and_stays_so(shown: NoteList) -> None:
    shown.show_rows((HEAD, *rows(2000)), "Notes", "")
    paint(shown)
    bar = shown.verticalScrollBar()
    assert bar.value() == bar.maximum() > 0
    shown.show_rows((HEAD, *rows(2001)), "Notes", "")
    paint(shown)
    assert bar.value() == bar.maximum()
    shown.resize(500, 300)
    paint(shown)
    assert bar.value() == bar.maximum()


def test_who_reads_further_up_is_left_in_peace(shown: NoteList) -> None:
    shown.show_rows(rows(200), "Notes", "")
    paint(shown)
    shown.verticalScrollBar().setValue(500)
    paint(shown)
    before = shown.grab().toImage()
    shown.show_rows(rows(201), "Notes", "")
    assert shown.verticalScrollBar().value() == 500
    assert shown.grab().copy(0, 0, 700, 300).toImage() == before.copy(0, 0, 700, 300)


def test_the_arrows_go_from_note_to_note_past_headings(shown: NoteList) -> None:
    shown.show_rows((HEAD, *rows(3), HEAD, *rows(2, 3)), "Notes", "")
    for key, told in (
        (Qt.Key.Key_Up, "told 4"),
        (Qt.Key.Key_Up, "told 3"),
        (Qt.Key.Key_Up, "told 2"),
        (Qt.Key.Key_Home, "told 0"),
        (Qt.Key.Key_Up, "told 0"),
        (Qt.Key.Key_End, "told 4"),
    ):
        QTest.keyClick(shown, key)
        assert shown.accessibleDescription() == told


def test_a_note_that_is_chosen_is_in_sight_wherever_it_stands(shown: NoteList) -> None:
    shown.show_rows(rows(2000), "Notes", "")
    for note in ("n3", "n1500", "n0", "n1999"):
        shown.choose(note)
        paint(shown)
        with_it = shown.grab().toImage()
        shown.choose("")
        assert shown.grab().toImage() != with_it


def test_an_item_is_brought_to_the_top(shown: NoteList) -> None:
    other = replace(HEAD, id="other")
    shown.show_rows((HEAD, *rows(50), other, *rows(50, 50)), "Notes", "")
    shown.show_item("item")
    assert shown.verticalScrollBar().value() == 0
    shown.show_item("other")
    assert 0 < shown.verticalScrollBar().value() < shown.verticalScrollBar().maximum()
    before = shown.verticalScrollBar().value()
    shown.show_item("not there")
    assert shown.verticalScrollBar().value() == before


def test_where_there_is_none_it_says_so(shown: NoteList) -> None:
    shown.show_rows((), "Notes", "No notes yet.")
    assert (shown.accessibleName(), shown.chosen()) == ("No notes yet.", "")
    QTest.keyClick(shown, Qt.Key.Key_Up)
    QTest.keyClick(shown, Qt.Key.Key_Return)
    assert shown.chosen() == ""


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("width", [320, 640, 1000])
@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("row", [ONE, LONG, HEAD, replace(ONE, name="", mark=None)])
def test_nothing_of_a_row_is_outside_or_upon_another(width: int, scale: float, row: NoteRow) -> None:
    theme = themes.load("light").scaled(scale)
    laid = lay_row(row, theme, round(width * scale))
    places = []
    for block, x, y, _, align in laid.texts:
        left = x - align * block.width
        assert left >= -1
        assert left + block.width <= width * scale + 1, block.lines
        assert 0 <= y <= y + block.height <= laid.height
        places.append((left, y, left + block.width, y + block.height))
    for n, one in enumerate(places):
        for other in places[n + 1 :]:
            across = min(one[2], other[2]) - max(one[0], other[0])
            down = min(one[3], other[3]) - max(one[1], other[1])
            assert min(across, down) <= 1 or one[0] == one[2] or other[0] == other[2], (one, other)
    assert about_as_high(row, theme, round(width * scale)) > 0


@THEMES
def test_it_can_be_read_in_every_theme(qtbot: QtBot, name: str) -> None:
    theme = themes.load(name)
    made = NoteList(theme)
    qtbot.addWidget(made)
    made.resize(800, 300)
    made.show()
    made.show_rows((HEAD, ONE, LONG), "Notes", "")
    made.choose("n0")
    picture = made.grab().toImage()
    assert not reds(picture)
    ground, text = ground_and_text(picture)
    assert themes.contrast(ground, text) >= 7
