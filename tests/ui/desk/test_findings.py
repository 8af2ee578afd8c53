"""What to look at before minutes are issued, at the desk: place by place, and left as it is with a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from coprod.domain import acts
from coprod.domain.terms import ItemKind, TranslationState
from tests.present.meeting import Meeting
from tests.ui.access.test_layout import cut_off
from tests.ui.desk.translator import Translator

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture
def at(qtbot: QtBot) -> Iterator[Translator]:
    meeting = Meeting()
    meeting.open(ItemKind.CHECK_IN)
    for body in ("One more chair", "A shelf"):
        note = meeting.note(body, "Umi")
        meeting.do(acts.TranslateNote(note, "ja", TranslationState.CHECKED, f"{body}のこと"))
    meeting.do(acts.TranslateTexts(texts=(acts.TranslateText("programme", "ja", "聞く一年"),)))
    made = Translator(qtbot, meeting.live)
    yield made
    made.close()


def kinds(at: Translator) -> list[str]:
    return [button.accessibleName() for button in at.window.findings.buttons()]


def choose(at: Translator, name: str) -> None:
    button = next(one for one in at.window.findings.buttons() if one.text() == name)
    button.setFocus()
    at.press("Space")


def test_a_kind_leads_from_place_to_place(at: Translator) -> None:
    assert kinds(at) == ["Not yet confirmed, 2"]
    choose(at, "Not yet confirmed")
    assert at.bench.pairs.chosen() == at.lines()[0].id
    assert "1 of 2" in at.said()
    at.press("Space")
    assert at.bench.pairs.chosen() == at.lines()[1].id
    assert "Contribution: A shelf" in at.said()


def test_a_reason_is_written_by_keys_and_taken_back(at: Translator) -> None:
    choose(at, "Not yet confirmed")
    at.press("Tab")
    why = at.window.findings.card.why
    assert QApplication.focusWidget() is why
    assert why.accessibleName() == "Why it may stay as it is"
    QTest.keyClicks(why, "Away until May")
    at.press("Return")
    assert kinds(at) == ["Not yet confirmed, 1", "Left as they are, 1"]
    assert "Contribution: A shelf" in at.said()  # the next of them
    choose(at, "Left as they are")
    assert "Because: Away until May" in at.said()
    assert not why.isVisible()
    at.window.findings.card._again.click()  # noqa: SLF001 - the button that is seen
    at.settle()
    assert kinds(at) == ["Not yet confirmed, 2"]


def test_an_empty_reason_is_none_and_ctrl_z_there_is_that_of_the_field(at: Translator) -> None:
    choose(at, "Not yet confirmed")
    before = len(at.live.facts())
    at.window.findings.card.why.setFocus()
    at.press("Return", "Ctrl+Z")
    assert len(at.live.facts()) == before


def test_what_is_done_meanwhile_makes_room_for_the_next(at: Translator) -> None:
    choose(at, "Not yet confirmed")
    note, (who, *_) = at.lines()[0].note, at.bridge.state.notes()[0].content.who
    at.bridge.do(acts.ConfirmNote(note, who))
    at.settle()
    assert kinds(at) == ["Not yet confirmed, 1"]
    assert "Contribution: A shelf" in at.said()
    at.bridge.do(acts.ConfirmNote(at.lines()[1].note, who))
    at.settle()
    assert kinds(at) == []
    assert not at.window.findings.card.isVisible()
    assert "Nothing is left to look at." in at.said()


def test_words_of_the_list_are_told_and_can_not_be_answered(at: Translator) -> None:
    at.wording = (("en", "table"),)
    at.window.begin()
    at.settle()
    choose(at, "Words on your list")
    assert any("“table” is on your list of words" in text for text in at.said())
    assert not at.window.findings.card.why.isVisible()


def test_what_is_in_no_note_leads_to_its_row_too(at: Translator) -> None:
    at.wording = (("en", "table"),)
    at.window.begin()
    at.settle()
    choose(at, "Words on your list")
    assert at.bench.pairs.chosen() == at.rows()[0].id  # the title
    at.bench.pairs.setFocus()
    at.press("Ctrl+Z")  # the series has no Japanese any more
    choose(at, "Not translated")
    chosen = at.bench.pairs.line(at.bench.pairs.chosen())
    assert chosen is not None
    assert (chosen.source.body, chosen.target.body) == ("Listening year", "")


def test_the_card_is_whole(at: Translator) -> None:
    choose(at, "Not yet confirmed")
    assert cut_off(at.window) == []
