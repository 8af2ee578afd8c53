"""The list of guidelines before the session."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from coprod.present.guidelines import guidelines_view
from coprod.ui import theme as themes
from coprod.ui.kit.button import ActionButton
from coprod.ui.plan.entry import LongEntry
from coprod.ui.plan.guidelines import GuidelinesList
from coprod.ui.plan.text_rows import TextRow
from tests.present.meeting import Meeting
from tests.ui.access.test_layout import cut_off
from tests.ui.access.windows import controls
from tests.ui.plan.desk import paint

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from coprod.domain.acts import Act

ALT = Qt.KeyboardModifier.AltModifier


class Desk:
    """The list over a meeting: what it asks for is done, and shown."""

    def __init__(self, qtbot: QtBot, lang: str = "en", scale: float = 1.0) -> None:
        self.meeting, self.lang = Meeting(), lang
        self.list = GuidelinesList(themes.load("light").scaled(scale))
        qtbot.addWidget(self.list)
        self.list.acted.connect(self._do)
        self.list.resize(560, 690)
        self.list.show()
        self.show()
        self.list.activateWindow()
        paint()

    def _do(self, act: Act) -> None:
        self.meeting.do(act)
        self.show()
        paint()

    def show(self) -> None:
        words = self.meeting.words(self.lang)
        self.list.show_view(guidelines_view(self.meeting.state, self.meeting.texts(self.lang), words), words)

    def rows(self) -> list[TextRow]:
        found = [row for row in self.list.findChildren(TextRow) if row.isVisible()]
        return sorted(found, key=lambda row: row.y())

    def told(self) -> list[str]:
        return [row.accessibleName() for row in self.rows()]

    def fields(self) -> list[LongEntry]:
        return [one for one in self.list.findChildren(LongEntry) if one.isVisible()]

    def button(self, word: str) -> ActionButton:
        return next(one for one in self.list.findChildren(ActionButton) if one.text() == word)


@pytest.fixture
def at(qtbot: QtBot) -> Desk:
    return Desk(qtbot)


def test_both_languages_are_written_in_place(at: Desk) -> None:
    at.rows()[0].click()
    paint()
    en, ja = at.fields()
    assert (en.accessibleName(), ja.accessibleName()) == ("Guideline, English", "Guideline, 日本語")
    ja.setFocus()
    QTest.keyClicks(ja, "shizuka")
    QTest.keyClick(ja, Qt.Key.Key_Return)
    assert at.told() == ["We may be silent / shizuka", "We stop on time"]
    assert at.fields()[1].hasFocus()


def test_one_is_written_and_goes_on_in_its_place(at: Desk) -> None:
    at.button("Write one").click()
    [en, _] = at.fields()
    QTest.keyClicks(en, "We listen")
    QTest.keyClick(en, Qt.Key.Key_Return)
    paint()
    assert at.told()[-1] == "We listen"
    assert [one.toPlainText() for one in at.fields()] == ["We listen", ""]


def test_escape_puts_the_empty_fields_away(at: Desk) -> None:
    at.button("Write one").click()
    QTest.keyClick(at.fields()[0], Qt.Key.Key_Escape)
    assert at.fields() == []
    assert at.button("Write one").hasFocus()


def test_keys_move_and_remove(at: Desk) -> None:
    at.rows()[0].setFocus()
    QTest.keyClick(at.rows()[0], Qt.Key.Key_Down, ALT)
    assert at.told() == ["We stop on time", "We may be silent"]
    assert at.rows()[1].hasFocus()
    QTest.keyClick(at.rows()[1], Qt.Key.Key_Delete)
    assert at.told() == ["We stop on time"]


def test_the_library_is_asked_for_and_what_it_gives_is_offered(qtbot: QtBot, at: Desk) -> None:
    with qtbot.waitSignal(at.list.library):
        at.button("From the library").click()
    at.list.take({"en": "We listen", "ja": "聴きます"})
    assert at.told()[-1] == "We listen / 聴きます"
    at.list.take({"en": "We stop on time"})
    assert len(at.told()) == 3


@pytest.mark.parametrize("lang", ["en", "ja", "ko"])
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_all_has_a_name_and_nothing_is_cut_off(qtbot: QtBot, lang: str, scale: float) -> None:
    at = Desk(qtbot, lang, scale)
    at.list.take({"en": "We say it in our own way, and nobody puts it right. " * 4})
    at.rows()[0].click()
    at.list.resize(560, at.list.heightForWidth(560))
    paint()
    assert cut_off(at.list) == []
    assert all(one.accessibleName() for one in controls(at.list))


def press(at: Desk, key: Qt.Key) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key)
    paint()


def test_escape_puts_the_empty_fields_away_and_nothing_is_offered(at: Desk) -> None:
    before = at.told()
    at.list.begin_writing()
    paint()
    assert at.fields()
    press(at, Qt.Key.Key_Escape)
    assert at.fields() == []
    assert QApplication.focusWidget() is at.button("Write one")
    assert at.told() == before


def test_escape_folds_the_row_that_is_open_and_the_hand_stays_on_it(at: Desk) -> None:
    QTest.mouseClick(at.rows()[1], Qt.MouseButton.LeftButton)
    paint()
    assert at.fields()
    at.fields()[0].setFocus()
    press(at, Qt.Key.Key_Escape)
    assert at.fields() == []
    assert QApplication.focusWidget() is at.rows()[1]


def test_a_row_dropped_elsewhere_takes_its_place_there(at: Desk) -> None:
    first, second = at.told()
    at.list._seat("0", 2)  # noqa: SLF001 - as a hand drops it
    paint()
    assert at.told() == [second, first]
    at.list._seat("1", 0)  # noqa: SLF001
    paint()
    assert at.told() == [first, second]
