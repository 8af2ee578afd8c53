"""The note-taker's window by keys: written as fast as people talk, found, changed, taken out, off the record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from coprod.domain import acts
from coprod.domain.terms import Attribution, NoteKind, Visibility
from coprod.i18n import Catalogue
from coprod.ui.kit.text import Words
from coprod.ui.notes.editor import Editor
from coprod.ui.plan.paste import Lines, PasteDialog
from tests.ui.console.driving import strike_at

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.notes.conftest import Seated


def test_it_is_ready_for_the_words_of_whoever_speaks(at: Seated) -> None:
    assert isinstance(QApplication.focusWidget(), Editor)
    at.type("One more chair")
    at.press("Alt+5", "Ctrl+Return")
    (note,) = at.kept()
    assert at.said() == ["One more chair"]
    assert (note.content.who, note.content.kind) == ((at.meeting.who("Umi"),), NoteKind.IDEA)
    assert at.lines()[-1].texts[0].body == "One more chair"
    assert isinstance(QApplication.focusWidget(), Editor)
    at.type("And a table")
    at.press("Ctrl+Return")
    assert at.said() == ["One more chair", "And a table"]


def test_nobody_waits_for_the_disk(at: Seated) -> None:
    at.type("First")
    strike_at(QApplication.focusWidget(), "Ctrl+Return")
    at.type("second")
    strike_at(QApplication.focusWidget(), "Ctrl+Return")
    at.type("thir")
    at.settle()
    at.type("d")
    at.press("Ctrl+Return")
    assert at.said() == ["First", "second", "third"]


def test_the_voice_that_speaks_is_followed_while_nothing_is_begun(at: Seated) -> None:
    vera, umi = at.meeting.who("Vera"), at.meeting.who("Umi")
    at.type("By Umi")
    at.bridge.do(acts.BeginTurn(vera))
    at.settle()
    at.press("Ctrl+Return")
    at.type("By Vera")
    at.press("Ctrl+Return")
    assert [note.content.who for note in at.kept()] == [(umi,), (vera,)]


def test_at_finds_a_person_and_a_slash_a_kind(at: Seated) -> None:
    at.type("A shelf @wa")
    at.press("Return")
    at.type("/q")
    at.press("Tab", "Ctrl+Return")
    (note,) = at.kept()
    assert at.said() == ["A shelf"]
    assert (note.content.who, note.content.kind) == ((at.meeting.who("Wakana"),), NoteKind.QUESTION)


def test_escape_leaves_the_sign_as_it_was_typed(at: Seated) -> None:
    at.type("@")
    at.press("Down", "Escape")
    at.type("home")
    at.press("Ctrl+Return")
    assert at.said() == ["@home"]


def test_several_people_are_named_one_after_another(at: Seated) -> None:
    at.type("Both of us @ve")
    at.press("Return")
    at.type("@su")
    at.press("Return", "Ctrl+Return")
    assert at.kept()[0].content.who == (at.meeting.who("Vera"), at.meeting.who("Sumire"))


def test_both_languages_are_written_at_once(at: Seated) -> None:
    at.press("Alt+B")
    at.type("One more chair")
    at.press("Tab")
    at.type("椅子をもう一つ")
    at.press("Ctrl+Return")
    (note,) = at.kept()
    assert (at.said("en"), at.said("ja")) == (["One more chair"], ["椅子をもう一つ"])
    assert note.content.original == "en"


def test_a_day_is_said_as_people_say_it_and_shown_as_it_is_meant(at: Seated) -> None:
    at.type("Ask the ward")
    at.press("Alt+7")
    due = next(one for one in at.window.panel.findChildren(QLineEdit) if one.isVisible())
    due.setFocus()
    at.type("next friday")
    assert due.accessibleDescription()
    at.press("Ctrl+Return")
    day = at.kept()[0].content.due
    assert day is not None
    assert day > "2026-01-01"


def test_a_day_that_is_none_is_asked_for_again_and_nothing_is_kept(at: Seated) -> None:
    at.type("Ask the ward")
    at.press("Alt+7")
    due = next(one for one in at.window.panel.findChildren(QLineEdit) if one.isVisible())
    due.setFocus()
    at.type("soonish")
    at.press("Ctrl+Return")
    assert at.kept() == []
    assert at.window.panel.begun()


def test_the_last_note_is_changed_in_place(at: Seated) -> None:
    at.type("One more chiar")
    at.press("Ctrl+Return", "Alt+Up", "Ctrl+A")
    at.type("One more chair")
    at.press("Ctrl+Return")
    assert at.said() == ["One more chair"]
    at.type("next")
    at.press("Ctrl+Return")
    assert at.said() == ["One more chair", "next"]


def test_a_change_that_is_put_away_changes_nothing(at: Seated) -> None:
    at.type("As it was")
    at.press("Ctrl+Return", "Alt+Up")
    at.type(" and more")
    at.press("Escape")
    assert at.said() == ["As it was"]
    assert not at.window.panel.begun()
    assert QApplication.focusWidget() is at.window.notes


def test_an_earlier_note_is_chosen_by_arrows_and_changed_by_enter(at: Seated) -> None:
    for text in ("one", "two", "three"):
        at.type(text)
        at.press("Ctrl+Return")
    at.press("Escape", "Up", "Up")
    assert at.window.notes.accessibleDescription().endswith("two")
    at.press("Return", "Ctrl+A")
    at.type("TWO")
    at.press("Ctrl+Return")
    assert at.said() == ["one", "TWO", "three"]
    assert at.window.notes.chosen() == at.kept()[1].entry


def test_words_that_are_begun_do_not_give_way(at: Seated) -> None:
    at.type("one")
    at.press("Ctrl+Return")
    at.type("half a thou")
    at.press("Escape", "Up", "Return")
    assert at.window.panel.begun()
    assert at.said() == ["one"]


def test_delete_asks_first_and_then_the_words_are_gone(at: Seated) -> None:
    at.type("regretted")
    at.press("Ctrl+Return", "Escape", "Up", "Delete")
    assert at.said() == ["regretted"]
    at.press("Down", "Delete")
    assert at.said() == ["regretted"]  # another key in between: asked again
    at.press("Delete")
    assert at.said() == []
    assert "regretted" not in repr(at.meeting.store.load(at.bridge.state.session))


def test_notes_are_found_and_the_search_is_ended_by_escape(at: Seated) -> None:
    for text in ("a chair", "a table"):
        at.type(text)
        at.press("Ctrl+Return")
    at.press("Ctrl+F")
    at.type("TABLE")
    assert [line.texts[0].body for line in at.lines()] == ["a table"]
    at.press("Escape")
    assert len(at.lines()) == 2
    assert isinstance(QApplication.focusWidget(), Editor)


def test_off_the_record_what_was_begun_is_erased_and_nothing_can_be_written(at: Seated) -> None:
    at.type("what nobody may know")
    at.bridge.do(acts.PutPenDown())
    at.settle()
    assert not at.window.panel.begun()
    for editor in at.window.findChildren(Editor):
        assert editor.toPlainText() == ""
        editor.undo()
        assert editor.toPlainText() == ""
    at.window.begin()
    at.press("Ctrl+Return")
    assert at.kept() == []
    at.bridge.do(acts.TakePenUp())
    at.settle()
    at.window.begin()
    at.type("on the record")
    at.press("Ctrl+Return")
    assert at.said() == ["on the record"]


def test_what_is_refused_comes_back_before_what_was_written_meanwhile(at: Seated) -> None:
    at.type("x")
    at.window.panel._write("en", "x" * 20_001)  # noqa: SLF001 - as if pasted
    at.press("Ctrl+Return")
    assert at.kept() == []
    assert at.window.panel.begun()


def test_the_minutes_name_it_with_more_reserve_by_a_key(at: Seated) -> None:
    at.type("not with my standpoint")
    at.press("Alt+N", "Ctrl+Return")
    assert at.kept()[0].content.attribution is Attribution.ANONYMOUS


def test_visibility_and_minority_go_by_their_keys(at: Seated) -> None:
    at.type("another view")
    at.press("Alt+M", "Alt+V", "Ctrl+Return")
    content = at.kept()[0].content
    assert (content.minority, content.visibility) == (True, Visibility.REVIEW)


def test_f_keys_are_the_consoles(at: Seated) -> None:
    asked: list[str] = []
    at.window.command.connect(asked.append)
    at.type("b.")
    at.press("F8", "F5")
    assert asked == ["off-record", "next-voice"]


def test_undo_takes_back_what_was_kept_unless_a_text_has_the_focus(at: Seated) -> None:
    at.type("one")
    at.press("Ctrl+Return", "Escape", "Ctrl+Z")
    assert at.kept() == []


def test_it_speaks_the_language_that_is_chosen(sit: Callable[..., Seated]) -> None:
    at = sit("ja")
    at.type("椅子")
    at.press("Ctrl+Return")
    assert at.lines()[0].travels == "議事録"
    at.window.retranslate(Catalogue("en"))
    assert at.lines()[0].travels == "Minutes"


def test_a_mouse_chooses_a_note_and_a_second_click_changes_it(at: Seated) -> None:
    at.type("one")
    at.press("Ctrl+Return")
    port = at.window.notes.viewport()
    places = (QPoint(200, y) for y in range(4, port.height(), 8))
    for place in places:
        QTest.mouseClick(port, Qt.MouseButton.LeftButton, pos=place)
        if at.window.notes.chosen():
            break
    assert at.window.notes.chosen() == at.kept()[0].entry
    QTest.mouseDClick(port, Qt.MouseButton.LeftButton, pos=place)
    assert at.window.panel.begun()


def test_other_peoples_notes_are_pasted_looked_at_and_undone_at_once(at: Seated) -> None:
    at.press("Ctrl+Shift+V")
    (dialog,) = at.window.findChildren(PasteDialog)
    at.qtbot.waitUntil(dialog.isVisible)
    field = dialog.findChild(Lines)
    assert isinstance(field, Lines)
    field.setPlainText("Umi: One\nVera: [idea] Two\n\nThree")
    shown = [one.text() for one in dialog.findChildren(Words) if one.isVisible()]
    assert "Umi · Contribution: One\n\nVera · Idea: Two\n\nNobody named · Contribution: Three\n" in shown
    assert at.kept() == []
    dialog.accept()
    at.settle()
    assert at.said() == ["One", "Two", "Three"]
    at.press("Escape", "Ctrl+Z")
    assert at.kept() == []


def test_off_the_record_the_field_takes_no_word_until_the_pen_is_taken_up(at: Seated) -> None:
    at.bridge.do(acts.PutPenDown())
    at.settle()
    editor = at.window.panel.words.editor()
    editor.setFocus()
    at.type("spoken aside")
    assert editor.toPlainText() == ""
    at.bridge.do(acts.TakePenUp())
    at.settle()
    editor.setFocus()
    at.type("written again")
    assert editor.toPlainText() == "written again"


def test_after_a_click_on_keep_the_next_words_can_follow_at_once(at: Seated) -> None:
    at.type("One chair")
    QTest.mouseClick(at.window.panel.keep_button, Qt.MouseButton.LeftButton)
    at.settle()
    at.type("and another")
    assert at.said() == ["One chair"]
    assert at.window.panel.words.editor().toPlainText() == "and another"
