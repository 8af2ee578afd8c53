"""Fields that tell what was written when they are left, and never while an input method composes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from coprod.ui import theme as themes
from coprod.ui.plan.entry import Entry, LongEntry
from coprod.ui.plan.texts_form import TextsForm
from tests.ui.plan.desk import paint

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class Sheet:
    """A field of each kind, and another one to go to."""

    def __init__(self, qtbot: QtBot) -> None:
        theme = themes.load("light")
        self.window, self.told = QWidget(), list[str]()
        qtbot.addWidget(self.window)
        self.short, self.long, self.other = Entry(theme), LongEntry(theme), QLineEdit()
        column = QVBoxLayout(self.window)
        for field in (self.short, self.long, self.other):
            column.addWidget(field)
        self.short.settled.connect(self.told.append)
        self.long.settled.connect(self.told.append)
        self.short.show_text("before", "Name")
        self.long.show_named("before", "Guideline")
        self.window.show()
        self.window.activateWindow()
        paint()


@pytest.fixture
def sheet(qtbot: QtBot) -> Sheet:
    return Sheet(qtbot)


@pytest.mark.parametrize("which", ["short", "long"])
@pytest.mark.parametrize("how", ["enter", "leave"])
def test_what_was_written_is_told_once(sheet: Sheet, which: str, how: str) -> None:
    field: Entry | LongEntry = getattr(sheet, which)
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "after")
    assert sheet.told == []
    if how == "enter":
        QTest.keyClick(field, Qt.Key.Key_Return)
    sheet.other.setFocus()
    assert sheet.told == ["after"]


@pytest.mark.parametrize("which", ["short", "long"])
def test_the_same_words_and_words_taken_back_tell_nothing(sheet: Sheet, which: str) -> None:
    field: Entry | LongEntry = getattr(sheet, which)
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClicks(field, "xy")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    sheet.other.setFocus()
    assert sheet.told == []
    shown = field.text() if isinstance(field, Entry) else field.toPlainText()
    assert shown == "before"


@pytest.mark.parametrize("which", ["short", "long"])
def test_nothing_is_told_while_composing(sheet: Sheet, which: str) -> None:
    field: Entry | LongEntry = getattr(sheet, which)
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "a")
    QApplication.sendEvent(field, QInputMethodEvent("かんじ", []))
    assert field.composing
    if isinstance(field, Entry):
        field.editingFinished.emit()
    else:
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert sheet.told == []
    done = QInputMethodEvent("", [])
    done.setCommitString("漢字")
    QApplication.sendEvent(field, done)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert sheet.told[-1].endswith("漢字")


def test_what_comes_from_elsewhere_does_not_take_the_words_from_a_hand(sheet: Sheet) -> None:
    sheet.long.setFocus()
    QTest.keyClicks(sheet.long, "x")
    written = sheet.long.toPlainText()
    sheet.long.show_named("from elsewhere", "Guideline")
    assert sheet.long.toPlainText() == written
    sheet.short.show_text("from elsewhere", "Name")
    assert sheet.short.text() == "from elsewhere"
    assert sheet.short.accessibleName() == "Name"


def test_a_form_has_a_field_for_each_language_and_gives_what_stands_there(qtbot: QtBot) -> None:
    form = TextsForm(themes.load("light"))
    qtbot.addWidget(form)
    form.show_texts((("ja", "日本語"), ("en", "English")), {"ja": "聴きます"}, "Guideline")
    form.show()
    assert form.texts() == {"ja": "聴きます"}
    form.entries()[1].insertPlainText(" We  listen\n")
    assert form.texts() == {"ja": "聴きます", "en": "We listen"}
    form.show_texts((("en", "English"),), {}, "Guideline")
    paint()
    assert [one.accessibleName() for one in form.entries()] == ["Guideline, English"]


def test_the_form_tells_the_language_of_what_was_written(qtbot: QtBot) -> None:
    form = TextsForm(themes.load("light"))
    qtbot.addWidget(form)
    told: list[tuple[str, str]] = []
    form.written.connect(lambda *given: told.append(given))
    form.show_texts((("ja", "日本語"), ("en", "English")), {}, "Guideline")
    form.show()
    form.activateWindow()
    paint()
    form.entries()[1].setFocus()
    QTest.keyClicks(form.entries()[1], "We listen")
    form.settle()
    assert told == [("en", "We listen")]
