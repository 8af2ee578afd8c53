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
from coprod.domain.translating import RowState
from coprod.i18n import Catalogue
from coprod.ui import theme as themes
from tests.present.meeting import Meeting
from tests.ui.access.test_colours import THEMES, check_texts, reds
from tests.ui.access.test_languages import english_left, words_of
from tests.ui.access.test_layout import cut_off
from tests.ui.access.windows import by_tab, controls
from tests.ui.desk.translator import Translator

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

CHECKED = TranslationState.CHECKED
DRAFT, DONE, MISSING, STALE = RowState.DRAFT, RowState.CHECKED, RowState.MISSING, RowState.STALE
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
    at.open(0)
    assert QApplication.focusWidget() is at.editor
    assert at.editor.accessibleName() == "Translation into Japanese"
    at.type("椅子をもう一つ")
    at.press("Ctrl+Return")
    assert (target(at, 0), at.states()) == ("椅子をもう一つ", [DRAFT, DONE, MISSING])
    line = at.bench.pairs.editing()
    assert line is not None
    assert line.id == at.lines()[2].id  # the one between was checked
    at.type("机")
    at.press("Ctrl+Return")
    assert at.states() == [DRAFT, DONE, DRAFT]


def test_escape_keeps_what_was_written_and_undo_takes_it_back(at: Translator) -> None:
    at.open(0)
    at.type("椅子")
    at.press("Escape")
    assert at.bench.pairs.editing() is None
    assert QApplication.focusWidget() is at.bench.pairs
    assert target(at, 0) == "椅子"
    at.press("Ctrl+Z")
    assert target(at, 0) == ""


def test_a_row_that_was_only_looked_at_stays_as_it_is(at: Translator) -> None:
    before = len(at.live.facts())
    at.open(0)
    at.press("Escape", "Down", "Return", "Ctrl+Return")
    assert len(at.live.facts()) == before


def test_ctrl_k_says_that_it_was_checked_with_the_words_that_stand_there(at: Translator) -> None:
    at.open(0)
    at.type("椅子")
    at.press("Ctrl+K")
    assert (target(at, 0), at.states()[0]) == ("椅子", DONE)
    at.go_to(1)
    before = len(at.live.facts())
    at.press("Ctrl+K")  # checked already: nothing is done
    assert (at.states()[1], len(at.live.facts())) == (DONE, before)


def test_ctrl_down_leads_to_what_is_left(at: Translator) -> None:
    at.go_to(0)
    at.press("Ctrl+Down")
    assert at.bench.pairs.chosen() == at.lines()[2].id
    at.press("Ctrl+Down")
    assert at.bench.pairs.chosen() == at.rows()[1].id  # from the top


def test_a_translation_whose_original_changed_says_so_as_soon_as_the_record_knows(at: Translator) -> None:
    note = at.lines()[1].note
    known = at.bridge.state.note(note)
    assert known is not None
    draft = acts.NoteDraft(
        known.content.kind, {"en": "No shelf", "ja": "棚"}, known.content.who, original="en"
    )
    at.bridge.do(acts.ChangeNote(note, draft, at.bridge.state.versions.get(note, "")))
    at.settle()
    assert at.states()[1] == STALE


def test_a_finding_leads_to_its_place_and_says_what_it_is(at: Translator) -> None:
    for place in (at.rows()[1].id, at.lines()[0].id, at.lines()[2].id):  # titles come first
        at.window.findings.chosen.emit("untranslated")
        assert at.bench.pairs.chosen() == place
    assert any("There are no words in Japanese" in text for text in at.said())


def test_rows_are_found_and_the_search_is_left_by_escape(at: Translator) -> None:
    at.press("Ctrl+F")
    QTest.keyClicks(at.bench.search, "shelf")
    at.settle()
    assert [line.source.body for line in at.rows()] == ["A shelf"]
    at.press("Escape")
    assert len(at.lines()) == 3


def test_keys_do_nothing_while_an_input_method_composes(at: Translator) -> None:
    at.open(0)
    QApplication.sendEvent(at.editor, QInputMethodEvent("いす", []))
    at.press("Ctrl+Return", "Escape", "Ctrl+K")
    assert at.bench.pairs.editing() is not None
    assert at.states()[0] == MISSING
    commit = QInputMethodEvent()
    commit.setCommitString("椅子")
    QApplication.sendEvent(at.editor, commit)
    at.press("Ctrl+Return")
    assert target(at, 0) == "椅子"


def test_the_field_grows_with_its_words_and_goes_with_its_row(sit: Callable[..., Translator]) -> None:
    at = sit(body=LONG)
    at.open(2)
    editor = at.editor
    low = editor.height()
    at.type("一つずつ、その言葉のままに。" * 20)
    assert editor.height() > low
    assert editor.document().size().height() <= editor.height()
    bar = at.bench.pairs.verticalScrollBar()
    before = editor.y()
    bar.setValue(max(0, bar.value() - 30))
    assert editor.y() == before + (30 if bar.maximum() >= 30 else 0) or bar.maximum() == 0


def test_the_field_is_as_high_as_the_words_that_stood_there(sit: Callable[..., Translator]) -> None:
    at = sit()
    note = at.lines()[0].note
    at.bridge.do(acts.TranslateNote(note, "ja", TranslationState.DRAFT, "一つずつ、その言葉のままに。" * 20))
    at.settle()
    at.open(0)
    editor = at.editor
    assert editor.document().size().height() <= editor.height()
    assert editor.verticalScrollBar().maximum() == 0


def test_closing_keeps_what_stands_in_the_field(at: Translator) -> None:
    at.open(0)
    at.type("椅子")
    assert at.window.begun()
    at.press("Ctrl+W")
    at.settle()
    assert not at.window.isVisible()
    assert not at.window.begun()
    texts = at.bridge.state.notes()[0].content.text
    assert [at.bridge.words[id].body for lang, id in texts if lang == "ja"] == ["椅子"]


def test_what_is_written_is_kept_when_its_row_is_searched_away(at: Translator) -> None:
    at.open(0)
    at.type("椅子")
    at.press("Ctrl+F")
    QTest.keyClicks(at.bench.search, "shelf")
    at.settle()
    assert at.bench.pairs.editing() is None
    assert not at.editor.isVisible()
    at.press("Escape")
    assert target(at, 0) == "椅子"


def test_what_is_written_is_kept_when_the_meeting_is_left(at: Translator) -> None:
    at.open(0)
    at.type("椅子")
    at.window.end()
    at.bridge.close()
    at.window.hide()
    texts = at.live.state.notes()[0].content.text
    assert [at.live.words[id].body for lang, id in texts if lang == "ja"] == ["椅子"]


def test_what_is_written_stays_in_its_field_when_something_else_changes(at: Translator) -> None:
    at.open(0)
    at.type("椅子")
    at.bridge.do(acts.TranslateNote(at.lines()[2].note, "ja", TranslationState.DRAFT, "机"))
    at.settle()
    at.window.retranslate(Catalogue("ja"))
    at.settle()
    assert at.editor.toPlainText() == "椅子"
    assert at.editor.isVisible()
    assert target(at, 0) == ""
    at.press("Escape")
    assert [target(at, place) for place in (0, 2)] == ["椅子", "机"]


def test_of_a_note_that_is_taken_out_meanwhile_nothing_is_written(at: Translator) -> None:
    at.open(0)
    at.type("椅子")
    at.bridge.do(acts.TakeOutNote(at.lines()[0].note))
    at.settle()
    assert at.bench.pairs.editing() is None
    assert not at.editor.isVisible()
    assert all("椅子" not in word.body for word in at.live.words.values())


def test_a_mouse_opens_a_row_by_a_second_click(at: Translator) -> None:
    pairs = at.bench.pairs
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
    at.open(0)
    for control in controls(at.window):
        spoken = QAccessible.queryAccessibleInterface(control)
        assert spoken.text(QAccessible.Text.Name).strip(), type(control).__name__
    stops = by_tab(at.window)
    left = [one.accessibleName() for one in controls(at.window) if one.isEnabled() and one not in stops]
    assert left == []
    assert cut_off(at.window) == []
    if lang != "en":
        titles = ("Who gets to speak", "Hello") if lang == "ko" else ()
        assert english_left(words_of(at.window), *titles) == []


@THEMES
def test_it_can_be_read_in_every_theme(sit: Callable[..., Translator], name: str) -> None:
    at = sit(look=name)
    at.open(0)
    assert check_texts(at.window, themes.load(name), "desk") > 8
    assert not reds(at.window.grab().toImage())
