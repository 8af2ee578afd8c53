"""Rows to choose from: whole, named, and kept in place when others come and go."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from coprod.present.marks import Mark
from coprod.present.side import Row
from coprod.present.texts import Said
from coprod.ui import theme as themes
from coprod.ui.kit.rows import RowButton, RowList

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def row(name: str, lead: str = "09:00", tail: str = "") -> Row:
    return Row(name, lead, (Said("en", name),), tail)


@pytest.fixture
def rows(qtbot: QtBot) -> RowList:
    made = RowList(themes.load("light"))
    qtbot.addWidget(made)
    made.resize(420, 300)
    made.show_rows([row("a"), row("b"), row("c")], "b")
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_a_row_is_read_aloud_whole() -> None:
    one = Row("x", "09:00", (Said("en", "Wait"), Said("ja", "待つ")), "Agreed", Mark.PEER)
    assert one.name == "09:00, Wait, 待つ, Agreed"
    assert Row("x", "", (Said("", "Aki"),)).name == "Aki"


def test_one_is_chosen_and_a_click_asks_for_another(rows: RowList, qtbot: QtBot) -> None:
    assert [button.isChecked() for button in rows.buttons()] == [False, True, False]
    with qtbot.waitSignal(rows.chosen) as heard:
        QTest.mouseClick(rows.buttons()[2], Qt.MouseButton.LeftButton)
    assert heard.args == ["c"]
    assert [button.isChecked() for button in rows.buttons()] == [False, True, False]  # the window tells it


def test_arrows_go_up_and_down_and_stop_at_the_ends(rows: RowList) -> None:
    rows.buttons()[0].setFocus()
    for key, there in (
        (Qt.Key.Key_Up, 0),
        (Qt.Key.Key_Down, 1),
        (Qt.Key.Key_Down, 2),
        (Qt.Key.Key_Down, 2),
        (Qt.Key.Key_Up, 1),
    ):
        QTest.keyClick(QApplication.focusWidget() or rows, key)
        assert rows.buttons()[there].hasFocus()


def test_a_row_that_stays_keeps_the_focus_when_others_come_and_go(rows: RowList) -> None:
    kept = rows.buttons()[1]
    kept.setFocus()
    rows.show_rows([row("new"), row("b", tail="changed"), row("c")], "")
    assert rows.rows() == ["new", "b", "c"]
    assert rows.buttons()[1] is kept
    assert kept.hasFocus()
    assert kept.accessibleName() == "09:00, b, changed"


def test_rows_stand_in_their_order(rows: RowList) -> None:
    rows.show_rows([row("c"), row("a"), row("b")], "")
    QApplication.processEvents()
    tops = [button.y() for button in rows.buttons()]
    assert tops == sorted(tops)
    assert rows.rows() == ["c", "a", "b"]


def test_a_long_text_makes_its_row_higher_and_none_lower_than_a_hand_needs(rows: RowList) -> None:
    rows.show_rows([row("short"), row("A text that goes on, " * 12)], "")
    QApplication.processEvents()
    short, long = rows.buttons()
    assert short.height() >= 44
    assert long.height() >= long.heightForWidth(long.width()) > 2 * short.height()


def test_a_mark_and_a_lead_take_room_only_where_they_are(rows: RowList) -> None:
    bare, full = (RowButton(themes.load("light"), rows) for _ in range(2))
    bare.show_row(Row("x", "", (Said("en", "word " * 40),)), chosen=False)
    full.show_row(Row("x", "09:00", (Said("en", "word " * 40),), mark=Mark.PEER), chosen=False)
    assert full.heightForWidth(300) > bare.heightForWidth(300)
    bigger = themes.load("light").scaled(2)
    before = bare.heightForWidth(300)
    bare.set_theme(bigger)
    assert bare.heightForWidth(300) > before
