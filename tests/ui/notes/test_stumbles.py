"""What somebody stumbled over who had never seen the note-taker's window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from coprod.domain import acts
from coprod.domain.terms import NoteKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.notes.conftest import Seated


def test_letters_typed_over_the_list_go_where_they_were_meant_to_go(at: Seated) -> None:
    at.type("One chair")
    at.press("Ctrl+Return", "Escape")
    assert QApplication.focusWidget() is at.window.notes
    for letter in "She said so":
        at.type(letter)
    assert at.window.panel.words.editor().toPlainText() == "She said so"
    assert at.said() == ["One chair"]
    assert not at.kept()[0].content.share


def test_undo_in_an_empty_composer_takes_back_the_note_that_was_kept_last(at: Seated) -> None:
    at.type("One chair")
    at.press("Ctrl+Return")
    at.type("begun")
    at.press("Ctrl+Z")
    assert at.said() == ["One chair"]  # words that are begun are undone as words
    at.window.panel.erase()
    at.window.panel.begin()
    at.press("Ctrl+Z")
    assert at.said() == []


def test_the_search_leads_to_what_it_found_and_escape_ends_it_from_there(at: Seated) -> None:
    for body in ("One chair", "A shelf", "Another chair"):
        at.type(body)
        at.press("Ctrl+Return")
    at.press("Ctrl+F")
    at.type("chair")
    at.press("Return")
    assert QApplication.focusWidget() is at.window.notes
    assert at.window.notes.chosen() == at.kept()[0].entry
    at.press("Escape")
    assert not at.window.search.isVisible()
    assert len(at.lines()) == 3


def test_where_nothing_is_found_that_is_seen_too(at: Seated) -> None:
    before = at.window.notes.grab().toImage()
    at.press("Ctrl+F")
    at.type("nothing like it")
    at.settle()
    assert at.window.notes.accessibleName() == "No note is like that."
    assert at.window.notes.grab().toImage() != before


def test_while_the_pen_is_down_there_is_no_composer_even_in_a_window_opened_then(
    sit: Callable[..., Seated],
) -> None:
    at = sit()
    at.bridge.do(acts.PutPenDown())
    at.settle()
    assert not at.window.panel.isVisible()
    at.window.begin()
    assert not at.window.panel.isVisible()
    at.bridge.do(acts.TakePenUp())
    at.settle()
    assert at.window.panel.isVisible()
    assert at.window.panel.keep_button.text()


def test_why_a_note_is_not_kept_stands_above_the_composer_until_it_is_put_right(at: Seated) -> None:
    at.press("Ctrl+Return")
    assert "There are no words yet" in at.window.said.text()
    at.press("Alt+5")
    assert at.window.said.text() == ""


def test_a_group_is_written_for_as_long_as_its_item_is_open(at: Seated) -> None:
    people = tuple(at.bridge.state.participants)[:2]
    at.bridge.do(acts.FormGroups((acts.GroupDraft({"en": "Window"}, people),)))
    at.settle()
    at.press("Alt+G")
    at.type("Ours")
    at.press("Ctrl+Return")
    assert at.window.panel.written_for()
    assert "Window" in at.lines()[-1].signs
    last = at.bridge.state.agenda[-1].id
    at.bridge.do(acts.OpenItem(last))
    at.settle()
    assert at.window.panel.written_for() == ""
    at.type("Of all")
    at.press("Ctrl+Return")
    assert (at.kept()[-1].group, at.kept()[-1].content.item) == (None, last)


def test_an_action_shows_who_does_it_and_by_when(at: Seated) -> None:
    draft = acts.NoteDraft(
        NoteKind.ACTION,
        {"en": "Ask"},
        owners=(at.meeting.who("Vera"),),
        owner_text={"en": "the ward"},
        due="2026-06-30",
    )
    at.bridge.do(acts.KeepNote(draft))
    at.settle()
    signs = " / ".join(at.lines()[-1].signs)
    assert "Done by: Vera, the ward" in signs
    assert "30 June 2026" in signs
