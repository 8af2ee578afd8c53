"""The library: search, choose, and write one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from coprod.i18n import Catalogue
from coprod.ui import theme as themes
from coprod.ui.kit.button import ActionButton
from coprod.ui.notes.choice import ChoiceRow
from coprod.ui.plan.entry import Entry, LongEntry
from coprod.ui.plan.library import LibraryDialog
from coprod.ui.plan.text_rows import TextRow
from tests.present.test_library import SHELF
from tests.ui.access.test_colours import check_texts, reds
from tests.ui.access.test_layout import cut_off
from tests.ui.access.windows import controls
from tests.ui.plan.desk import paint

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def opened(qtbot: QtBot, lang: str = "en", theme: str = "light", scale: float = 1.0) -> LibraryDialog:
    look = themes.load(theme).scaled(scale)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    themes.apply(app, look)
    dialog = LibraryDialog(look, Catalogue(lang), ("ja", "en"))
    qtbot.addWidget(dialog)
    dialog.show_entries(SHELF)
    dialog.show()
    dialog.activateWindow()
    paint()
    return dialog


def search(dialog: LibraryDialog) -> Entry:
    found = dialog.findChild(Entry)
    assert isinstance(found, Entry)
    return found


def told(dialog: LibraryDialog) -> list[str]:
    return [line.id for line in dialog.lines()]


def button(dialog: LibraryDialog, word: str) -> ActionButton:
    return next(one for one in dialog.findChildren(ActionButton) if one.text() == word)


def unfold(dialog: LibraryDialog, entry: str) -> None:
    """Open the row of an entry, as a click does."""
    told = next(line.told for line in dialog.lines() if line.id == entry)
    next(row for row in dialog.findChildren(TextRow) if row.accessibleName() == told).click()


def test_typing_finds_and_enter_three_times_chooses(qtbot: QtBot) -> None:
    dialog = opened(qtbot)
    chosen: list[object] = []
    dialog.chosen.connect(chosen.append)
    QTest.keyClicks(search(dialog), "one word")
    assert told(dialog) == ["b"]
    QTest.keyClick(search(dialog), Qt.Key.Key_Return)
    for _ in range(2):
        now = dialog.focusWidget()
        assert isinstance(now, TextRow)
        QTest.keyClick(now, Qt.Key.Key_Return)
    assert chosen == [{"en": "One word for today", "ja": "今日をひとことで"}]
    assert not dialog.isVisible()


def test_enter_while_composing_goes_nowhere(qtbot: QtBot) -> None:
    dialog = opened(qtbot, "ja")
    search(dialog).setFocus()
    QApplication.sendEvent(search(dialog), QInputMethodEvent("ちぇ", []))
    QTest.keyClick(search(dialog), Qt.Key.Key_Return)
    assert search(dialog).hasFocus()
    assert dialog.isVisible()


def test_one_of_their_own_is_written(qtbot: QtBot) -> None:
    dialog = opened(qtbot)
    kept: list[tuple[str, str, object]] = []
    dialog.kept.connect(lambda *given: kept.append(given))
    dialog.findChildren(ChoiceRow)[0].chosen.emit("word")
    button(dialog, "Write your own").click()
    paint()
    ja, en = (one for one in dialog.findChildren(LongEntry) if one.isVisible())
    assert en.accessibleName() == "Write your own, English"
    ja.insertPlainText("ひとつの色")
    button(dialog, "Keep").click()
    assert kept == [("", "word", {"ja": "ひとつの色"})]


def test_one_is_changed_in_its_kind_and_keeps_its_other_languages(qtbot: QtBot) -> None:
    dialog = opened(qtbot)
    kept: list[tuple[str, str, object]] = []
    hidden: list[str] = []
    dialog.kept.connect(lambda *given: kept.append(given))
    dialog.hidden.connect(hidden.append)
    unfold(dialog, "d")
    button(dialog, "Change").click()
    _, en = (one for one in dialog.findChildren(LongEntry) if one.isVisible())
    en.insertPlainText("!")
    button(dialog, "Keep").click()
    [(entry, kind, texts)] = kept
    assert (entry, kind) == ("d", "guideline")
    assert texts == {**SHELF[3].text, "en": "We may be silent!"}
    button(dialog, "Don’t show any more").click()
    assert hidden == ["d"]


def test_escape_ends_the_writing_and_then_closes(qtbot: QtBot) -> None:
    dialog = opened(qtbot)
    button(dialog, "Write your own").click()
    paint()
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert search(dialog).hasFocus()
    QTest.keyClick(search(dialog), Qt.Key.Key_Escape)
    assert not dialog.isVisible()


@pytest.mark.parametrize("lang", ["en", "ja", "ko"])
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_all_has_a_name_and_nothing_is_cut_off(qtbot: QtBot, lang: str, scale: float) -> None:
    dialog = opened(qtbot, lang, scale=scale)
    dialog.resize(1000, 690)
    unfold(dialog, "b")
    paint()
    assert cut_off(dialog) == []
    assert all(one.accessibleName() for one in controls(dialog))


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_texts_can_be_read_and_nothing_is_red(qtbot: QtBot, theme: str) -> None:
    dialog = opened(qtbot, theme=theme)
    unfold(dialog, "b")
    paint()
    assert reds(dialog.grab().toImage()) == []
    assert check_texts(dialog, themes.load(theme), "library") > 8
