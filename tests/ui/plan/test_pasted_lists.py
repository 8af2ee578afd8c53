"""A list of names pasted in three languages: what is understood, what is added, and one key that takes it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from coprod.domain.acts import AddParticipants
from coprod.domain.terms import Attendance, Part, Standpoint
from coprod.i18n import Catalogue
from coprod.present.people import add_people, understood
from coprod.service.names import parse
from coprod.ui import theme as themes
from coprod.ui.kit.button import ActionButton
from coprod.ui.kit.text import Words
from coprod.ui.plan.paste import NAMES, Lines, PasteDialog
from tests.ui.access.test_colours import check_texts, reds
from tests.ui.access.test_layout import cut_off
from tests.ui.access.windows import by_tab, controls
from tests.ui.plan.desk import paint
from tests.ui.plan.test_window import Planner

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from coprod.domain.acts import ParticipantDraft

LISTS = {
    "en": ("Yuzu (peer)\nSen (professional, note-taker)\nNagi", ["Yuzu", "Sen", "Nagi"]),
    "ja": ("ゆず（ピア）\n千（専門職、記録係）\nなぎ", ["ゆず", "千", "なぎ"]),
    "ko": ("유주 (동료)\n세나 (전문가, 기록자)\n나기", ["유주", "세나", "나기"]),
}
EACH = pytest.mark.parametrize("lang", ["en", "ja", "ko"])


def sheet(
    qtbot: QtBot, lang: str = "en", theme: str = "light", scale: float = 1.0
) -> PasteDialog[ParticipantDraft]:
    look = themes.load(theme).scaled(scale)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    themes.apply(app, look)
    dialog = PasteDialog(look, Catalogue(lang), parse, NAMES)
    qtbot.addWidget(dialog)
    dialog.resize(1366, 690)
    dialog.show()
    dialog.activateWindow()
    paint()
    return dialog


def field(dialog: PasteDialog[ParticipantDraft]) -> Lines:
    found = dialog.findChild(Lines)
    assert isinstance(found, Lines)
    return found


def add(dialog: PasteDialog[ParticipantDraft]) -> ActionButton:
    cancel = dialog.findChildren(ActionButton)
    [found] = [one for one in cancel if one.text() != Catalogue("en").say("Cancel") and "1" in one.text()]
    return found


@EACH
def test_names_standpoints_and_parts_are_understood(qtbot: QtBot, lang: str) -> None:
    dialog = sheet(qtbot, lang)
    text, names = LISTS[lang]
    field(dialog).insertPlainText(text)
    drafts = dialog.drafts()
    assert [draft.called[""] for draft in drafts] == names
    assert [draft.standpoints for draft in drafts] == [(Standpoint.PEER,), (Standpoint.PROFESSIONAL,), ()]
    assert [draft.parts for draft in drafts] == [(), (Part.NOTE_TAKER,), ()]
    said = "\n".join(understood(drafts, Catalogue(lang)))
    assert said in [words.text() for words in dialog.findChildren(Words)]


@EACH
def test_all_are_added_at_once_and_undone_at_once(qtbot: QtBot, lang: str) -> None:
    at = Planner(qtbot, lang)
    before = list(at.bridge.state.participants)
    text, names = LISTS[lang]
    act = add_people(parse(text))
    assert isinstance(act, AddParticipants)
    at.bridge.do(act)
    at.settle()
    called = [at.meeting.texts(lang).body(one.called) for one in at.bridge.state.participants.values()]
    assert called[-3:] == names
    at.window.agenda.rows().rows()[0].setFocus()
    at.press("Ctrl+Z")
    assert list(at.bridge.state.participants) == before


def test_who_is_on_a_screen_is_understood(qtbot: QtBot) -> None:
    dialog = sheet(qtbot)
    field(dialog).insertPlainText("Yuzu (online)\n千（オンライン）\n유주 (온라인)")
    assert [draft.attendance for draft in dialog.drafts()] == [Attendance.ONLINE] * 3


def test_enter_begins_a_line_and_escape_adds_nobody(qtbot: QtBot) -> None:
    dialog = sheet(qtbot)
    QTest.keyClicks(field(dialog), "Yuzu")
    QTest.keyClick(field(dialog), Qt.Key.Key_Return)
    QTest.keyClicks(field(dialog), "Sen")
    assert field(dialog).toPlainText() == "Yuzu\nSen"
    assert dialog.isVisible()
    assert len(dialog.drafts()) == 2
    QTest.keyClick(field(dialog), Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert dialog.result() == PasteDialog.DialogCode.Rejected


def test_the_same_name_twice_is_one_person_and_empty_lines_nobody(qtbot: QtBot) -> None:
    dialog = sheet(qtbot)
    field(dialog).insertPlainText("\n\nYuzu\n  \nYuzu\n")
    assert [draft.called for draft in dialog.drafts()] == [{"": "Yuzu"}]
    assert add(dialog).text() == "Add 1 person"
    add(dialog).setFocus()
    QTest.keyClick(add(dialog), Qt.Key.Key_Return)
    assert dialog.result() == PasteDialog.DialogCode.Accepted


@EACH
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_the_sheet_is_named_and_nothing_is_cut_off(qtbot: QtBot, lang: str, scale: float) -> None:
    dialog = sheet(qtbot, lang, scale=scale)
    field(dialog).insertPlainText(LISTS[lang][0])
    field(dialog).setFocus()
    paint()
    stops = by_tab(dialog)
    for control in controls(dialog):
        assert control.accessibleName().strip(), control
        assert control in stops, control.accessibleName()
    assert cut_off(dialog) == []


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_the_sheet_is_read_in_every_theme(qtbot: QtBot, theme: str) -> None:
    dialog = sheet(qtbot, theme=theme)
    field(dialog).insertPlainText(LISTS["ja"][0])
    paint()
    assert reds(dialog.grab().toImage()) == []
    assert check_texts(dialog, themes.load(theme), "paste") > 3
