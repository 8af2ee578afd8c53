"""What helps at the desk: earlier translations, the word list, and who translates."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from coprod.domain.terms import ItemKind
from coprod.domain.translating import RowState
from coprod.service.memory import Pair
from coprod.service.translation import TERM
from coprod.ui.plan.library import LibraryDialog
from tests.present.meeting import Meeting
from tests.ui.access.test_layout import cut_off
from tests.ui.desk.translator import Translator

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

EARLIER = (
    Pair("One more chair", "椅子をもう一つ", RowState.CONFIRMED),
    Pair("One more chairs", "椅子をいくつか", RowState.DRAFT),
)


@pytest.fixture
def at(qtbot: QtBot) -> Iterator[Translator]:
    meeting = Meeting()
    meeting.open(ItemKind.CHECK_IN)
    meeting.note("One more chair", "Umi")
    meeting.note("A word on recovery", "Vera")
    made = Translator(qtbot, meeting.live)
    made.earlier["en", "ja"] = EARLIER
    yield made
    made.close()


def helped(at: Translator) -> list[str]:
    return [button.text() for button in at.bench.help._matches if button.isVisible()]  # noqa: SLF001 - what is seen


def test_what_was_translated_before_is_offered_and_taken_by_its_key(at: Translator) -> None:
    at.open(0)
    at.qtbot.waitUntil(lambda: bool(helped(at)))
    assert helped(at) == ["椅子をもう一つ", "椅子をいくつか"]
    at.type("いす")
    at.press("Alt+2")
    assert at.editor.toPlainText() == "椅子をいくつか"
    assert QApplication.focusWidget() is at.editor
    at.press("Ctrl+Return")
    assert at.lines()[0].target.body == "椅子をいくつか"
    assert at.lines()[0].state is RowState.DRAFT


def test_where_nothing_is_like_it_nothing_stands_there(at: Translator) -> None:
    at.open(1)
    at.settle()
    assert helped(at) == []
    at.press("Alt+1")
    assert at.editor.toPlainText() == ""


def test_the_offer_goes_with_the_field_and_one_that_comes_late_is_not_shown(at: Translator) -> None:
    at.open(0)
    line = at.bench.pairs.editing()
    assert line is not None
    at.qtbot.waitUntil(lambda: bool(helped(at)))
    at.press("Escape")
    assert not at.bench.help.isVisible()
    at.bench.show_matches(line.id, ())
    assert not at.bench.help.isVisible()


def test_the_words_of_the_list_are_offered_and_what_is_said_otherwise_is_told(at: Translator) -> None:
    at.open(1)
    assert any("recovery: リカバリー" in text for text in at.said())
    at.type("快復について")
    at.press("Escape")
    assert at.lines()[1].unlisted == ("Word list: recovery, リカバリー",)
    at.open(1)
    at.editor.selectAll()
    at.type("リカバリーについて")
    at.press("Escape")
    assert at.lines()[1].unlisted == ()


def test_the_word_list_is_opened_by_its_key_and_what_is_written_there_counts_at_once(at: Translator) -> None:
    at.press("Ctrl+L")
    (dialog,) = at.window.findChildren(LibraryDialog)
    dialog.kept.emit("", TERM, {"en": "chair", "ja": "いす"})
    dialog.reject()
    at.window.activateWindow()
    at.qtbot.waitUntil(lambda: QApplication.activeWindow() is at.window)
    at.open(0)
    assert any("chair: いす" in text for text in at.said())


def test_who_translates_is_kept_with_the_session_and_stands_under_the_words(at: Translator) -> None:
    who = at.window.links.who
    who.setFocus()
    QTest.keyClicks(who, "Mina")
    at.press("Return")
    at.open(0)
    at.type("椅子")
    at.press("Ctrl+Return")
    assert at.lines()[0].said == "draft by Mina"
    assert at.bridge.drafts["translator"] == "Mina"


def test_all_of_the_help_is_whole(at: Translator) -> None:
    at.open(0)
    at.qtbot.waitUntil(lambda: bool(helped(at)))
    at.settle()
    assert cut_off(at.window) == []
