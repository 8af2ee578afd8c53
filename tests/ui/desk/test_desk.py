"""Translating by keys alone: row by row, kept as it is left, checked, undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from coprod.domain import acts
from coprod.domain.terms import ItemKind, TranslationState
from coprod.present.desk import MISSING, STALE
from coprod.ui import theme as themes
from coprod.ui.kit.text import Words
from tests.present.meeting import Meeting
from tests.ui.access.test_colours import THEMES, check_texts, reds
from tests.ui.access.test_languages import english_left, words_of
from tests.ui.access.test_layout import cut_off
from tests.ui.access.windows import by_tab, controls
from tests.ui.desk.translator import Translator

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

DRAFT, CHECKED = TranslationState.DRAFT, TranslationState.CHECKED
LONG = "Silence is fine, and so is leaving for a while, and coming back. " * 6


@pytest.fixture
def sit(qtbot: QtBot) -> Iterator[Callable[..., Translator]]:
    made: list[Translator] = []

    def seat(lang: str = "en", look: str = "light", body: str = "A table") -> Translator:
        meeting = Meeting()
        meeting.open(ItemKind.CHECK_IN)
        meeting.note("One more chair", "Umi")
        note = meeting.note("A shelf", "Vera")
        meeting.do(acts.TranslateNote(note, "ja", CHECKED, "棚"))
        meeting.note(body, "Umi", minority=True)
        made.append(Translator(qtbot, meeting.live, lang, themes.load(look)))
        return made[-1]

    yield seat
    for one in made:
        one.close()


@pytest.fixture
def at(sit: Callable[..., Translator]) -> Translator:
    return sit()


def target(at: Translator, place: int) -> str:
    return at.lines()[place].target.body


def test_enter_opens_a_row_and_ctrl_enter_keeps_it_and_goes_to_the_next_that_is_open(at: Translator) -> None:
    at.press("Home", "Return")
    assert QApplication.focusWidget() is at.window.pairs.editor
    assert at.window.pairs.editor.accessibleName() == "Translation into Japanese"
    at.type("椅子をもう一つ")
    at.press("Ctrl+Return")
    assert (target(at, 0), at.states()) == ("椅子をもう一つ", [DRAFT, CHECKED, MISSING])
    line = at.window.pairs.editing()
    assert line is not None
    assert line.id == at.lines()[2].id  # the one between was checked
    at.type("机")
    at.press("Ctrl+Return")
    assert at.states() == [DRAFT, CHECKED, DRAFT]


def test_escape_keeps_what_was_written_and_undo_takes_it_back(at: Translator) -> None:
    at.press("Home", "Return")
    at.type("椅子")
    at.press("Escape")
    assert at.window.pairs.editing() is None
    assert QApplication.focusWidget() is at.window.pairs
    assert target(at, 0) == "椅子"
    at.press("Ctrl+Z")
    assert target(at, 0) == ""


def test_a_row_that_was_only_looked_at_stays_as_it_is(at: Translator) -> None:
    before = len(at.live.facts())
    at.press("Home", "Return", "Escape", "Down", "Return", "Ctrl+Return")
    assert len(at.live.facts()) == before


def test_ctrl_k_says_that_it_was_checked_with_the_words_that_stand_there(at: Translator) -> None:
    at.press("Home", "Return")
    at.type("椅子")
    at.press("Ctrl+K")
    assert (target(at, 0), at.states()[0]) == ("椅子", CHECKED)
    at.press("Home", "Down", "Ctrl+K")  # checked already: nothing is done
    assert at.states()[1] == CHECKED


def test_ctrl_down_leads_to_what_is_left(at: Translator) -> None:
    at.press("Home", "Ctrl+Down")
    assert at.window.pairs.chosen() == at.lines()[2].id
    at.press("Ctrl+Down")
    assert at.window.pairs.chosen() == at.lines()[0].id


def test_a_translation_whose_original_changed_says_so_as_soon_as_the_record_knows(at: Translator) -> None:
    note = at.lines()[1].id
    at.stale = frozenset({(note, "ja")})
    at.bridge.do(
        acts.ChangeNote(
            note,
            acts.NoteDraft(
                at.bridge.state.notes()[1].content.kind, {"en": "No shelf", "ja": "棚"}, original="en"
            ),
        )
    )
    at.settle()
    assert at.states()[1] == STALE


def test_a_finding_leads_to_its_place_and_says_what_it_is(at: Translator) -> None:
    at.window.findings.chosen.emit("untranslated")
    assert at.window.pairs.chosen() == at.lines()[0].id
    said = [one.text() for one in at.window.findChildren(Words) if one.isVisible()]
    assert any("There are no words in Japanese" in text for text in said)
    at.window.findings.chosen.emit("untranslated")
    assert at.window.pairs.chosen() == at.lines()[2].id


def test_rows_are_found_and_the_search_is_left_by_escape(at: Translator) -> None:
    at.press("Ctrl+F")
    QTest.keyClicks(at.window.search, "shelf")
    at.settle()
    assert [line.source.body for line in at.lines()] == ["A shelf"]
    at.press("Escape")
    assert len(at.lines()) == 3


def test_keys_do_nothing_while_an_input_method_composes(at: Translator) -> None:
    at.press("Home", "Return")
    QApplication.sendEvent(at.window.pairs.editor, QInputMethodEvent("いす", []))
    at.press("Ctrl+Return", "Escape", "Ctrl+K")
    assert at.window.pairs.editing() is not None
    assert at.states()[0] == MISSING
    commit = QInputMethodEvent()
    commit.setCommitString("椅子")
    QApplication.sendEvent(at.window.pairs.editor, commit)
    at.press("Ctrl+Return")
    assert target(at, 0) == "椅子"


def test_the_field_grows_with_its_words_and_goes_with_its_row(sit: Callable[..., Translator]) -> None:
    at = sit(body=LONG)
    at.press("End", "Return")
    editor = at.window.pairs.editor
    low = editor.height()
    at.type("一つずつ、その言葉のままに。" * 20)
    assert editor.height() > low
    assert editor.document().size().height() <= editor.height()
    bar = at.window.pairs.verticalScrollBar()
    before = editor.y()
    bar.setValue(max(0, bar.value() - 30))
    assert editor.y() == before + (30 if bar.maximum() >= 30 else 0) or bar.maximum() == 0


def test_the_field_is_as_high_as_the_words_that_stood_there(sit: Callable[..., Translator]) -> None:
    at = sit()
    note = at.lines()[0].id
    at.bridge.do(acts.TranslateNote(note, "ja", DRAFT, "一つずつ、その言葉のままに。" * 20))
    at.settle()
    at.press("Home", "Return")
    editor = at.window.pairs.editor
    assert editor.document().size().height() <= editor.height()
    assert editor.verticalScrollBar().maximum() == 0


def test_closing_keeps_what_stands_in_the_field(at: Translator) -> None:
    at.press("Home", "Return")
    at.type("椅子")
    assert at.window.begun()
    at.press("Ctrl+W")
    at.settle()
    assert not at.window.isVisible()
    assert not at.window.begun()
    texts = at.bridge.state.notes()[0].content.text
    assert [at.bridge.words[id].body for lang, id in texts if lang == "ja"] == ["椅子"]


def test_a_mouse_opens_a_row_by_a_second_click(at: Translator) -> None:
    pairs = at.window.pairs
    at.press("Home")
    QTest.mouseDClick(
        pairs.viewport(),
        Qt.MouseButton.LeftButton,
        pos=pairs.viewport().rect().topLeft() + at.window.rect().topLeft(),
    )
    at.settle()
    assert pairs.editing() is not None


@pytest.mark.parametrize("lang", ["en", "ja", "ko"])
def test_all_of_it_is_whole_named_and_reached(sit: Callable[..., Translator], lang: str) -> None:
    at = sit(lang, body=LONG)
    at.press("Home", "Return")
    for control in controls(at.window):
        spoken = QAccessible.queryAccessibleInterface(control)
        assert spoken.text(QAccessible.Text.Name).strip(), type(control).__name__
    stops = by_tab(at.window)
    left = [one.accessibleName() for one in controls(at.window) if one.isEnabled() and one not in stops]
    assert left == []
    assert cut_off(at.window) == []
    if lang != "en":
        assert english_left(words_of(at.window)) == []


@THEMES
def test_it_can_be_read_in_every_theme(sit: Callable[..., Translator], name: str) -> None:
    at = sit(look=name)
    at.press("Home", "Return")
    assert check_texts(at.window, themes.load(name), "desk") > 8
    assert not reds(at.window.grab().toImage())
