"""The column of people: keys, the sheet that unfolds, the pasted list, and how it looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from coprod.domain import acts
from coprod.domain.terms import ItemKind, Shown, Standpoint
from coprod.ui import theme as themes
from coprod.ui.kit.button import ActionButton
from coprod.ui.kit.text import Words
from coprod.ui.notes.choice import ChoiceRow
from coprod.ui.plan.entry import Entry
from coprod.ui.plan.paste import Lines, PasteDialog
from coprod.ui.plan.person_form import PersonForm
from tests.present.meeting import PEOPLE
from tests.ui.access.test_colours import check_texts, reds
from tests.ui.access.test_layout import cut_off
from tests.ui.access.windows import by_tab, controls, long_meeting, of_a_row
from tests.ui.plan.desk import paint

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.plan.desk import PeopleDesk

ALT = Qt.KeyboardModifier.AltModifier
KEY = Qt.Key


def form(at: PeopleDesk) -> PersonForm:
    found = at.window.findChild(PersonForm)
    assert isinstance(found, PersonForm)
    return found


def focus(at: PeopleDesk, place: int) -> None:
    at.rows()[place].setFocus(Qt.FocusReason.TabFocusReason)
    paint()


def test_arrows_walk_and_with_alt_they_change_the_seats(people: Callable[..., PeopleDesk]) -> None:
    at = people()
    focus(at, 0)
    at.press(KEY.Key_Down)
    at.press(KEY.Key_Down, ALT)
    assert at.names() == ["Sumire", "Umi", "Tadashi", "Vera", "Wakana"]
    assert at.rows()[2].hasFocus()
    at.press(KEY.Key_Up, ALT)
    at.press(KEY.Key_Up)
    at.press(KEY.Key_Up)
    assert at.names() == list(PEOPLE)
    assert at.rows()[0].hasFocus()


def test_a_drag_seats_somebody_where_they_are_dropped(people: Callable[..., PeopleDesk]) -> None:
    at = people()
    first, last = at.rows()[0], at.rows()[-1]
    QTest.mousePress(first, Qt.MouseButton.LeftButton, pos=QPoint(30, 10))
    for y in (30, 80, last.geometry().bottom()):
        QTest.mouseMove(first, QPoint(30, y))
    QTest.mouseRelease(first, Qt.MouseButton.LeftButton, pos=QPoint(30, last.geometry().bottom()))
    paint()
    assert at.names() == ["Tadashi", "Umi", "Vera", "Wakana", "Sumire"]
    assert not form(at).isVisible()


def test_enter_unfolds_and_escape_folds_again(people: Callable[..., PeopleDesk]) -> None:
    at = people()
    focus(at, 2)
    at.press(KEY.Key_Return)
    assert form(at).isVisible()
    assert form(at).entry("called", "en").text() == "Umi"
    form(at).entry("called", "en").setFocus()
    at.press(KEY.Key_Escape)
    assert not form(at).isVisible()
    assert at.rows()[2].hasFocus()
    assert at.window.isVisible()


def test_tab_goes_from_the_line_into_its_sheet_and_on(people: Callable[..., PeopleDesk]) -> None:
    at = people()
    at.open("Umi")
    focus(at, 2)
    order = by_tab(at.window)
    assert order[1] is form(at).entry("called", "en")
    sheet = [one for one in order if form(at).isAncestorOf(one)]
    assert order[1 : len(sheet) + 1] == sheet
    assert order[len(sheet) + 1] is at.rows()[3]


def test_a_name_is_written_and_kept_when_the_field_is_left(people: Callable[..., PeopleDesk]) -> None:
    at = people()
    at.open("Vera")
    entry = form(at).entry("called", "ja")
    entry.setFocus()
    entry.selectAll()
    QTest.keyClicks(entry, "Bera")
    assert at.acts == []
    at.press(KEY.Key_Tab)
    assert len(at.acts) == 1
    assert at.meeting.texts("ja").body(at.meeting.state.participants[at.meeting.who("Vera")].called) == "Bera"


def test_escape_takes_back_what_was_written_before_anything_else(people: Callable[..., PeopleDesk]) -> None:
    at = people()
    at.open("Vera")
    entry = form(at).entry("called", "en")
    entry.setFocus()
    QTest.keyClicks(entry, "x")
    at.press(KEY.Key_Escape)
    assert entry.text() == "Vera"
    assert form(at).isVisible()
    assert at.acts == []


def test_what_is_being_written_stays_while_others_change_things(people: Callable[..., PeopleDesk]) -> None:
    at = people()
    at.open("Vera")
    entry = form(at).entry("label", "en")
    entry.setFocus()
    QTest.keyClicks(entry, "gard")
    at.meeting.do(acts.StateWish(at.meeting.who("Vera"), wall=Shown.NONE))
    at.show()
    assert entry.text() == "gard"
    QTest.keyClicks(entry, "ener")
    at.press(KEY.Key_Return)
    assert at.acts[-1].draft.label == {"en": "gardener"}  # type: ignore[union-attr]


def test_several_standpoints_are_told_by_space_or_click(people: Callable[..., PeopleDesk]) -> None:
    at = people()
    at.open("Sumire")
    row = form(at).answers("standpoints")
    row.setFocus()
    at.press(KEY.Key_Right)
    at.press(KEY.Key_Space)
    who = at.meeting.who("Sumire")
    assert at.meeting.state.standpoints(who) == (Standpoint.PEER, Standpoint.PROFESSIONAL)
    assert row.hasFocus()
    assert at.rows()[0].accessibleName() == "Sumire, Both"


def test_a_key_opens_the_field_and_one_name_follows_another(people: Callable[..., PeopleDesk]) -> None:
    at = people()
    focus(at, 0)
    at.press(KEY.Key_P, ALT)
    for name in ("Yuzu", "Sen"):
        entry = at.window.focusWidget()
        assert isinstance(entry, Entry)
        QTest.keyClicks(entry, name)
        at.press(KEY.Key_Return)
    assert at.names()[-2:] == ["Yuzu", "Sen"]
    at.press(KEY.Key_Escape)
    assert at.window.isVisible()
    at.press(KEY.Key_Escape)
    assert not at.window.isVisible()


def test_nothing_is_added_while_an_input_method_composes(people: Callable[..., PeopleDesk]) -> None:
    at = people("ja")
    at.press(KEY.Key_P, ALT)
    entry = at.window.focusWidget()
    assert isinstance(entry, Entry)
    QApplication.sendEvent(entry, QInputMethodEvent("ゆず", []))
    entry.returnPressed.emit()
    entry.editingFinished.emit()
    assert at.acts == []
    done = QInputMethodEvent("", [])
    done.setCommitString("ゆず")
    QApplication.sendEvent(entry, done)
    at.press(KEY.Key_Return)
    assert at.names()[-1] == "ゆず"


def test_a_pasted_list_is_understood_before_anybody_is_added(people: Callable[..., PeopleDesk]) -> None:
    at = people()
    focus(at, 0)
    at.press(KEY.Key_N, ALT)
    dialog = at.window.findChild(PasteDialog)
    assert isinstance(dialog, QDialog)
    field = dialog.findChild(Lines)
    assert isinstance(field, Lines)
    [add] = [one for one in dialog.findChildren(ActionButton) if "Add" in one.text()]
    assert not add.isEnabled()
    field.insertPlainText("Yuzu\n\nSen")
    assert at.acts == []
    assert any("Yuzu\nSen" in words.text() for words in dialog.findChildren(Words))
    assert add.text() == "Add 2 people"
    add.click()
    paint()
    assert len(at.acts) == 1
    assert at.names()[-2:] == ["Yuzu", "Sen"]


def test_delete_takes_off_the_list_and_says_why_it_can_not(people: Callable[..., PeopleDesk]) -> None:
    at = people()
    at.meeting.open(ItemKind.CHECK_IN)
    at.meeting.note("Once", "Sumire")
    at.show()
    focus(at, 0)
    at.press(KEY.Key_Delete)
    sentence = "Sumire has a place in the record, and stays on the list."
    assert sentence in [words.text() for words in at.window.findChildren(Words) if words.isVisible()]
    assert at.acts == []
    at.press(KEY.Key_End)
    focus(at, 3)
    at.press(KEY.Key_Delete)
    assert at.names() == ["Sumire", "Tadashi", "Umi", "Wakana"]
    assert at.rows()[3].hasFocus()


def test_in_mid_meeting_somebody_leaves_and_comes_back(people: Callable[..., PeopleDesk]) -> None:
    at = people()
    at.meeting.do(acts.StartSession())
    at.show()
    at.open("Umi")
    for word, part in (("They have left", "Umi, Both, away"), ("They are here", "Umi, Both")):
        [button] = [one for one in form(at).findChildren(ActionButton) if one.text() == word]
        button.click()
        paint()
        assert at.rows()[2].accessibleName() == part


@pytest.mark.parametrize("lang", ["en", "ja", "ko"])
def test_every_control_has_a_name_and_is_reached_by_tab(people: Callable[..., PeopleDesk], lang: str) -> None:
    at = people(lang)
    at.open("Umi")
    focus(at, 0)
    reached = by_tab(at.window)
    for control in controls(at.window):
        assert control.accessibleName().strip(), control
        assert control in reached or of_a_row(control), control.accessibleName()
        assert control.height() >= round(36 * at.theme.scale)
    assert len([one for one in reached if isinstance(one, ChoiceRow)]) == 7


@pytest.mark.parametrize("lang", ["en", "ja", "ko"])
@pytest.mark.parametrize(("scale", "width"), [(1.0, 392), (1.5, 440), (2.0, 440)])
def test_nothing_is_cut_off_in_a_narrow_column_with_long_names(
    people: Callable[..., PeopleDesk], lang: str, scale: float, width: int
) -> None:
    at = people(lang, "light", scale, (width, 690), long_meeting())
    for who in (None, next(iter(at.meeting.state.participants))):
        at.window.column.open_person(who)
        paint()
        assert cut_off(at.window) == []
        for row in at.rows():
            assert row.height() >= row.heightForWidth(row.width())
            assert all(one.x + one.block.width <= row.width() for one in row.placed(row.width()))


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_texts_can_be_read_and_nothing_is_red(people: Callable[..., PeopleDesk], theme: str) -> None:
    at = people("en", theme)
    at.open("Umi")
    assert reds(at.window.grab().toImage()) == []
    assert check_texts(at.window, at.theme, "people") > 10


def test_with_large_text_the_languages_stand_one_under_the_other(people: Callable[..., PeopleDesk]) -> None:
    at = people()
    at.open("Umi")
    en, ja = form(at).entry("called", "en"), form(at).entry("called", "ja")
    assert en.y() == ja.y()
    at.window.set_theme(at.theme.scaled(2.0))
    paint()
    en, ja = form(at).entry("called", "en"), form(at).entry("called", "ja")
    assert en.y() + en.height() < ja.y()
    assert (en.text(), ja.text()) == ("Umi", "Umiさま")


def test_another_theme_is_taken_by_all_parts(people: Callable[..., PeopleDesk]) -> None:
    at = people()
    at.open("Umi")
    dark = themes.load("dark")
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    themes.apply(app, dark)
    at.window.set_theme(dark)
    paint()
    assert check_texts(at.window, dark, "people") > 10
