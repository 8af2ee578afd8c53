"""The windows beside the console, driven by keys as a person does."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from coprod.domain import acts
from coprod.domain.acts import ParticipantDraft
from coprod.domain.facts import TurnBegun
from coprod.domain.terms import ItemKind
from coprod.i18n import Catalogue
from coprod.present.room import Kind
from coprod.ui.console.guidelines import GuidelinesWindow
from coprod.ui.console.people import PeopleWindow
from coprod.ui.console.time_choice import TimeWindow
from coprod.ui.corrections.window import CorrectionsWindow
from tests.present.meeting import MINUTE, PEER, PROFESSIONAL, Meeting

if TYPE_CHECKING:
    from collections.abc import Callable

    from coprod.ui.console.side import SideWindow
    from tests.ui.console.driving import Facilitator

Window = TypeVar("Window", bound="SideWindow")


def by_key(at: Facilitator, key: str, kind: type[Window]) -> Window:
    """Open a window by its key; it comes to the front."""
    at.strike(key)
    at.settle()
    window = at.window.beside.open(
        {
            GuidelinesWindow: "edit-guidelines",
            CorrectionsWindow: "correct",
            TimeWindow: "time",
            PeopleWindow: "people",
        }[kind]
    )
    at.qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    assert isinstance(window, kind)
    return window


@pytest.fixture
def held(seat: Callable[..., Facilitator]) -> Facilitator:
    """A check-in in which Sumire has the voice."""
    meeting = Meeting()
    meeting.open(ItemKind.CHECK_IN)
    meeting.clock.at += 2 * MINUTE
    meeting.do(acts.BeginTurn(meeting.who("Sumire")))
    return seat(meeting=meeting)


@pytest.fixture
def agreeing(seat: Callable[..., Facilitator]) -> Facilitator:
    """The item of the guidelines is open, and some were agreed."""
    meeting = Meeting()
    meeting.open(ItemKind.GUIDELINES)
    if meeting.state.proposals:
        meeting.do(acts.AgreeGuidelines())
    return seat(meeting=meeting)


def wall(at: Facilitator) -> list[str]:
    view = at.window.room_view()
    assert view is not None
    return [run.text for one in view.guidelines for run in one.text]


class TestPeople:
    def test_somebody_comes_who_was_not_expected_and_has_a_seat_at_once(self, held: Facilitator) -> None:
        window = by_key(held, "Ctrl+E", PeopleWindow)
        held.press("Alt+P")
        held.type("Xenia")
        held.press("Return")
        assert "Xenia" in [
            held.meeting.texts().body(one.called) for one in held.bridge.state.participants.values()
        ]
        view = held.window.view()
        assert view is not None
        assert "Xenia" in [seat.voice.name for seat in view.round.seats]
        assert window.said.text() == "Added to the list."
        held.press("Escape", "Escape")
        assert not window.isVisible()

    def test_two_changes_at_once_are_both_kept_in_their_order(self, held: Facilitator) -> None:
        window = by_key(held, "Ctrl+E", PeopleWindow)
        for name in ("Xenia", "Yuki"):
            window.ask(acts.AddParticipant(ParticipantDraft({"": name})))
        held.settle()
        names = [held.meeting.texts().body(one.called) for one in held.bridge.state.participants.values()]
        assert names[-2:] == ["Xenia", "Yuki"]

    def test_who_has_spoken_can_not_be_taken_off_the_list_and_it_says_so(self, held: Facilitator) -> None:
        window = by_key(held, "Ctrl+E", PeopleWindow)
        window.ask(acts.RemoveParticipant(held.meeting.who("Sumire")))
        held.settle()
        assert window.said.text() == "This stands in the record and can’t be removed."


class TestGuidelines:
    def test_a_new_one_is_on_the_wall_once_it_is_kept_and_says_that_it_is_proposed(
        self, agreeing: Facilitator
    ) -> None:
        window = by_key(agreeing, "Ctrl+G", GuidelinesWindow)
        agreeing.type("Ask first")
        assert "Proposed: Ask first" not in wall(agreeing)
        agreeing.press("Ctrl+Return")
        assert "Proposed: Ask first" in wall(agreeing)
        assert window.said.text() == "It is before the room."
        assert set(window.texts().values()) == {""}  # room for another
        agreeing.press("Alt+A")
        assert "Ask first" in wall(agreeing)

    def test_both_languages_are_written_one_after_the_other(self, agreeing: Facilitator) -> None:
        by_key(agreeing, "Ctrl+G", GuidelinesWindow)
        agreeing.type("Ask first")
        agreeing.press("Tab")
        agreeing.focus().insertPlainText("まず聞く")  # type: ignore[attr-defined]
        agreeing.press("Ctrl+Return")
        assert wall(agreeing)[-2:] == ["Proposed: Ask first", "提案：まず聞く"]

    def test_one_is_put_in_other_words_and_undone(self, agreeing: Facilitator) -> None:
        one = agreeing.meeting.state.guidelines[0]
        window = by_key(agreeing, "Ctrl+G", GuidelinesWindow)
        window.rows.buttons()[0].setFocus()
        agreeing.press("Return")
        before = window.texts()
        agreeing.press("Ctrl+A")
        agreeing.type("In other words")
        agreeing.press("Ctrl+Return")
        assert "In other words" in wall(agreeing)
        window.undo.click()
        agreeing.settle()
        assert "In other words" not in wall(agreeing)
        assert window.texts() == before
        assert agreeing.bridge.state.guidelines[0] == one

    def test_one_is_let_go(self, agreeing: Facilitator) -> None:
        window = by_key(agreeing, "Ctrl+G", GuidelinesWindow)
        number = len(window.rows.buttons())
        window.open(agreeing.bridge.state.guidelines[0].id)
        window.drop.click()
        agreeing.settle()
        assert len(window.rows.buttons()) == number - 1
        assert not window.drop.isVisible()

    def test_nothing_written_is_told_beside_and_what_is_begun_stays(self, agreeing: Facilitator) -> None:
        window = by_key(agreeing, "Ctrl+G", GuidelinesWindow)
        agreeing.press("Ctrl+Return")
        assert window.said.text()
        agreeing.type("Half a thou")
        agreeing.press("Escape")
        assert not window.isVisible()
        assert "Half a thou" in by_key(agreeing, "Ctrl+G", GuidelinesWindow).texts().values()

    def test_letters_are_words_and_the_f_keys_work(self, agreeing: Facilitator) -> None:
        window = by_key(agreeing, "Ctrl+G", GuidelinesWindow)
        agreeing.type("b g p")
        assert "b g p" in window.texts().values()
        agreeing.press("F7")
        view = agreeing.window.room_view()
        assert view is not None
        assert view.kind is Kind.BLANK

    def test_the_guidelines_go_onto_the_wall_from_here(self, held: Facilitator) -> None:
        by_key(held, "Ctrl+G", GuidelinesWindow)
        held.press("Alt+G")
        view = held.window.room_view()
        assert view is not None
        assert view.kind is Kind.GUIDELINES

    def test_the_way_here_stands_among_the_actions_while_it_is_their_time(
        self, agreeing: Facilitator
    ) -> None:
        agreeing.button("Change the guidelines").click()
        window = agreeing.window.beside.open("edit-guidelines")
        assert window.isVisible()
        window.close()
        agreeing.bridge.do(acts.OpenItem(agreeing.bridge.state.agenda[2].id))
        agreeing.settle()
        names = {one.accessibleName() for one in agreeing.buttons()}
        assert "Change the guidelines" not in names
        assert "In writing" in names


class TestCorrections:
    def test_another_speaker_is_chosen_by_keys(self, held: Facilitator) -> None:
        window = by_key(held, "Ctrl+R", CorrectionsWindow)
        held.press("Return")  # the newest row has the focus
        window.who.setFocus()
        held.press("Right", "Right", "Return")
        turn = next(one for one in held.bridge.state.record.values() if isinstance(one, TurnBegun))
        assert turn.who == held.meeting.who("Umi")
        assert window.name.text() == "Umi"
        assert window.said.text() == "It is put right."
        window.undo.setFocus()
        held.press("Ctrl+Z")
        assert window.name.text() == "Sumire"

    def test_the_arrows_move_the_time_and_enter_keeps_it(self, held: Facilitator) -> None:
        window = by_key(held, "Ctrl+R", CorrectionsWindow)
        held.press("Return")
        window.time.setFocus()
        held.press("Down")
        assert window.time.text() == "09:01"
        held.press("Return")
        assert window.rows.buttons()[0].accessibleName() == "09:01, Sumire, had the voice"

    def test_what_is_no_time_and_what_may_not_be_is_told_beside(self, held: Facilitator) -> None:
        window = by_key(held, "Ctrl+R", CorrectionsWindow)
        held.press("Return")
        for typed, told in (("soon", "Write the time like 14:05."), ("08:00", "The end is before")):
            window.time.setText(typed)
            window.put.click()
            held.settle()
            assert window.said.text().startswith(told)
            assert window.time.text() == typed

    def test_a_standpoint_is_added_by_hand_and_the_chip_follows(self, held: Facilitator) -> None:
        window = by_key(held, "Ctrl+R", CorrectionsWindow)
        window.sections.chosen.emit("people")
        window.open(held.meeting.who("Sumire"))
        window.standpoints.added.emit("professional")
        held.settle()
        assert held.bridge.state.standpoints(held.meeting.who("Sumire")) == (PEER, PROFESSIONAL)
        assert "Both" in held.chip("Sumire").accessibleName()

    def test_somebody_leaves_and_comes_back(self, held: Facilitator) -> None:
        window = by_key(held, "Ctrl+R", CorrectionsWindow)
        window.sections.chosen.emit("people")
        window.open(held.meeting.who("Umi"))
        for key, word in (("Right", "away"), ("Left", "not yet")):
            window.presence.setFocus()
            held.press(key, "Space")
            assert word in held.chip("Umi").accessibleName()

    def test_a_note_becomes_somebody_elses(self, held: Facilitator) -> None:
        held.meeting.note("Quiet", "Sumire")
        held.press("G", "G")  # an act, so that the bridge sees the note
        held.bridge.do(acts.EndTurn())
        held.settle()
        window = by_key(held, "Ctrl+R", CorrectionsWindow)
        window.sections.chosen.emit("notes")
        held.press("Return")
        window.open(held.bridge.state.notes()[0].entry)
        window.who.chosen.emit(held.meeting.who("Umi"))
        held.settle()
        assert held.bridge.state.notes()[0].content.who == (
            held.meeting.who("Sumire"),
            held.meeting.who("Umi"),
        )


class TestTime:
    def test_both_are_off_and_each_is_turned_on_by_a_key(self, held: Facilitator) -> None:
        window = by_key(held, "T", TimeWindow)
        assert (window.digits.isChecked(), window.sound.isChecked()) == (False, False)
        held.press("Space")
        assert window.digits.isChecked()
        held.press("Alt+S")
        assert (held.bridge.state.digits, held.bridge.state.sound) == (True, True)
        held.press("Alt+D")
        assert (held.bridge.state.digits, held.bridge.state.sound) == (False, True)

    def test_the_computer_sounds_once_at_the_end_only_where_it_was_chosen(
        self, held: Facilitator, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        heard: list[int] = []
        monkeypatch.setattr(QApplication, "beep", lambda: heard.append(held.meeting.clock.at))
        for chosen, times in ((False, 0), (True, 1)):
            if chosen:
                held.bridge.do(acts.ChooseTime(digits=False, sound=True))
                held.settle()
            held.meeting.clock.at = 1_780_272_000_000 + 15 * MINUTE + 1000
            for _ in range(3):
                held.window.tick()
            assert len(heard) == times


def test_the_windows_speak_the_language_that_is_chosen_while_they_are_open(held: Facilitator) -> None:
    window = by_key(held, "Ctrl+R", CorrectionsWindow)
    held.window.retranslate(Catalogue("ja"))
    assert window.windowTitle() == window.head.text() == "記録を直す"


def test_the_windows_close_with_the_console(held: Facilitator) -> None:
    window = cast("SideWindow", by_key(held, "Ctrl+R", CorrectionsWindow))
    assert window.isWindow()
    assert window.parentWidget() is held.window
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()
