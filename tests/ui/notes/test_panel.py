"""The composer at the real console: by keys, with an input method, and with a store that fails."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from coprod.domain.terms import NoteKind, Standpoint, Visibility
from coprod.ui.notes.editor import Editor
from tests.ui.console.driving import Facilitator

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from coprod.domain.facts import NoteKept
    from coprod.present.notes import Composed


@pytest.fixture
def at(qtbot: QtBot) -> Iterator[Facilitator]:
    """Somebody in a check-in in which Umi, who is peer and professional, is speaking."""
    made = Facilitator(qtbot)
    made.press("Space", "Ctrl+Right", "Ctrl+Right", "S", "S", "Space")
    yield made
    made.settle()
    made.bridge.close()
    made.window.close()


def composed(at: Facilitator) -> Composed:
    found = at.window.board.panel.composed()
    assert found is not None
    return found


def kept(at: Facilitator) -> NoteKept:
    return at.bridge.state.notes()[-1]


def editor(at: Facilitator) -> Editor:
    found = at.window.findChild(Editor)
    assert isinstance(found, Editor)
    return found


def said(at: Facilitator, lang: str = "en") -> str:
    return at.meeting.texts(lang).body(kept(at).content.text)


def compose(at: Facilitator, text: str) -> None:
    """Let an input method hold a text that is not yet part of the words."""
    QApplication.sendEvent(editor(at), QInputMethodEvent(text, []))


def test_n_opens_it_on_the_current_voice_and_escape_keeps_the_draft(at: Facilitator) -> None:
    at.press("N")
    assert at.focus() is editor(at)
    assert composed(at).who == (at.meeting.who("Umi"),)
    at.type("half a thou")
    at.press("Escape")
    assert not at.window.board.writing()
    assert at.focus().accessibleName() == at.main()
    at.press("N")
    at.type("ght")
    at.press("Ctrl+Return")
    assert said(at) == "half a thought"


def test_a_kept_note_closes_it_and_stands_among_the_latest(at: Facilitator) -> None:
    at.press("N")
    at.type("One more chair")
    at.press("Ctrl+Return")
    assert not at.window.board.writing()
    assert at.toast() == "The note is kept."
    view = at.window.view()
    assert view is not None
    assert view.latest[0].said.body == "One more chair"
    at.press("N")
    assert composed(at).texts == {}
    assert editor(at).toPlainText() == ""


def test_everything_is_chosen_by_keys(at: Facilitator) -> None:
    at.press("N")
    at.type("Ask twice")
    at.press("Alt+S", "Alt+5", "Alt+V", "Alt+M", "Ctrl+Return")
    content = kept(at).content
    assert (content.kind, content.standpoints) == (NoteKind.IDEA, (Standpoint.PEER,))
    assert (content.visibility, content.minority) == (Visibility.REVIEW, True)
    assert content.attribution is None


@pytest.mark.parametrize(("number", "kind"), list(enumerate(NoteKind, start=1)))
def test_each_kind_has_its_number(at: Facilitator, number: int, kind: NoteKind) -> None:
    at.press("N", f"Alt+{number}")
    assert composed(at).kind is kind


def test_somebody_else_is_found_by_their_first_letter(at: Facilitator) -> None:
    at.press("N")
    at.type("Yes")
    at.press("Alt+W", "V", "Return")
    assert at.focus() is editor(at)
    assert composed(at).who == (at.meeting.who("Vera"),)


def test_several_said_it(at: Facilitator) -> None:
    at.press("N", "Alt+W", "V", "Space", "W", "Space")
    assert composed(at).who == tuple(map(at.meeting.who, ("Umi", "Vera", "Wakana")))
    at.press("V", "Space")
    assert composed(at).who == tuple(map(at.meeting.who, ("Umi", "Wakana")))


def test_nobody_can_be_named_by_a_click(at: Facilitator) -> None:
    at.press("N")
    at.button("Nobody named").click()
    assert composed(at).who == ()
    at.button("Sumire").click()
    assert composed(at).who == (at.meeting.who("Sumire"),)


def test_only_what_a_person_declared_is_offered(at: Facilitator) -> None:
    at.press("N")
    assert at.button("Peer worker").isVisible()
    at.button("Sumire").click()
    assert "Peer worker" not in {one.accessibleName() for one in at.buttons()}
    at.press("Alt+S")
    assert composed(at).standpoints == ()


def test_both_languages_at_once(at: Facilitator) -> None:
    at.press("N", "Alt+L")
    editor(at).insertPlainText("もう一脚")
    at.press("Alt+L")
    at.type("One more chair")
    at.press("Alt+L")
    assert editor(at).toPlainText() == "もう一脚"
    at.press("Ctrl+Return")
    assert (said(at, "ja"), said(at, "en"), kept(at).content.original) == ("もう一脚", "One more chair", "ja")


def test_an_action_has_an_owner_and_a_date(at: Facilitator) -> None:
    at.press("N")
    at.type("Write to the council")
    due = at.window.findChild(QLineEdit)
    assert isinstance(due, QLineEdit)
    assert not due.isVisible()
    at.press("Alt+7")
    assert due.isVisible()
    due.setFocus()
    at.type("next week")
    at.press("Ctrl+Return")
    assert at.bridge.state.notes() == []
    assert at.focus() is due
    due.clear()
    at.type("2026-07-01")
    [_who, owner] = [button for button in at.buttons() if button.accessibleName() == "Vera"]
    owner.click()
    at.press("Ctrl+Return")
    assert (kept(at).content.due, kept(at).content.owners) == ("2026-07-01", (at.meeting.who("Vera"),))


def test_an_empty_note_is_refused_beside_the_button_and_stays(at: Facilitator) -> None:
    at.press("N", "Ctrl+Return")
    assert at.window.board.writing()
    names = {one.accessibleName() for one in at.window.board.panel.findChildren(QWidget)}
    assert "There are no words yet. Write what was said, then keep it." in names
    at.type("Now there are")
    at.press("Ctrl+Return")
    assert said(at) == "Now there are"


def test_a_hidden_character_is_refused_and_the_words_stay(at: Facilitator) -> None:
    at.press("N")
    editor(at).insertPlainText("turned \u202eround")
    at.press("Ctrl+Return")
    assert at.window.board.writing()
    assert composed(at).texts["en"].startswith("turned")
    assert at.bridge.state.notes() == []


def test_the_draft_stays_until_the_store_has_it(at: Facilitator) -> None:
    at.press("N")
    at.type("Not lost")
    at.meeting.store.failing = "full"
    at.press("Ctrl+Return")
    assert at.window.board.writing()
    assert editor(at).toPlainText() == "Not lost"
    assert at.window.board.banner.isVisible()
    at.meeting.store.failing = None
    at.button("Try again").click()
    at.settle()
    assert said(at) == "Not lost"
    assert len(at.bridge.state.notes()) == 1
    assert not at.window.board.writing()


def test_keys_do_nothing_while_an_input_method_composes(at: Facilitator) -> None:
    at.press("N")
    compose(at, "かえる")
    assert editor(at).composing
    at.press("Alt+5", "Escape", "Ctrl+Return")
    assert composed(at).kind is NoteKind.CONTRIBUTION
    assert at.window.board.writing()
    assert at.bridge.state.notes() == []


def test_what_an_input_method_gives_is_kept(at: Facilitator) -> None:
    at.press("N")
    compose(at, "かえる")
    event = QInputMethodEvent("", [])
    event.setCommitString("帰る")
    QApplication.sendEvent(editor(at), event)
    assert not editor(at).composing
    at.press("Ctrl+Return")
    assert said(at) == "帰る"


def test_tab_leaves_the_words_and_return_does_not(at: Facilitator) -> None:
    at.press("N")
    at.type("one")
    at.press("Return")
    at.type("two")
    assert composed(at).texts["en"] == "one\ntwo"
    at.press("Tab")
    assert at.focus() is not editor(at)


def test_pasted_words_lose_their_looks(at: Facilitator) -> None:
    at.press("N")
    data = QMimeData()
    data.setHtml("<b>loud</b>")
    data.setText("loud")
    editor(at).insertFromMimeData(data)
    assert editor(at).toPlainText() == "loud"
    assert not editor(at).acceptRichText()
    assert editor(at).inputMethodHints() == Qt.InputMethodHint.ImhMultiLine


def test_undo_in_the_words_takes_back_words_and_no_act(at: Facilitator) -> None:
    before = at.bridge.state
    at.press("N")
    at.type("oops")
    at.press("Ctrl+Z")
    assert editor(at).toPlainText() == ""
    assert at.bridge.state == before
