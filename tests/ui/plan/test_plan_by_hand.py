"""The plan window by real keys: kinds, lengths, the head, guidelines, undo, in three themes and large text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from coprod.domain import acts
from coprod.ui.kit.button import ActionButton
from tests.ui.access.test_colours import check_texts, reds
from tests.ui.plan.test_window import Planner, focus_row

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

LANGS = pytest.mark.parametrize("lang", ["en", "ja"])


@pytest.fixture
def at(qtbot: QtBot) -> Planner:
    return Planner(qtbot)


def button(at: Planner, name: str) -> ActionButton:
    said = at.meeting.words(at.lang).say(name)
    return next(
        one
        for one in at.window.findChildren(ActionButton)
        if one.isVisible() and said in {one.accessibleName(), one.text()}
    )


def called(at: Planner) -> list[str]:
    return [at.meeting.texts().body(one.called) for one in at.bridge.state.participants.values()]


@LANGS
@pytest.mark.parametrize(("name", "minutes"), [("Five minutes more", 35), ("Five minutes fewer", 25)])
def test_five_minutes_by_a_button_and_undone(qtbot: QtBot, lang: str, name: str, minutes: int) -> None:
    at = Planner(qtbot, lang)
    focus_row(at, 3)
    at.press("Return")
    button(at, name).setFocus()
    at.press("Space")
    assert at.bridge.state.agenda[3].minutes == minutes
    at.press("Ctrl+Z")
    assert at.bridge.state.agenda[3].minutes == 30


@LANGS
def test_an_item_taken_off_comes_back_with_its_words(qtbot: QtBot, lang: str) -> None:
    at = Planner(qtbot, lang)
    before = at.bridge.state.agenda
    focus_row(at, 3)
    at.press("Return")
    button(at, "Take off the agenda").setFocus()
    at.press("Space")
    assert len(at.bridge.state.agenda) == len(before) - 1
    at.window.agenda.rows().rows()[0].setFocus()
    at.press("Ctrl+Z")
    assert at.bridge.state.agenda == before


def test_escape_folds_the_item_and_leaves_the_hand_on_its_line(at: Planner) -> None:
    focus_row(at, 2)
    at.press("Return")
    assert at.window.agenda.form.isVisible()
    at.window.agenda.form.first().setFocus()
    at.press("Escape")
    assert not at.window.agenda.form.isVisible()
    assert at.window.agenda.rows().rows()[2].hasFocus()


def test_the_first_goes_no_higher_and_the_last_no_lower(at: Planner) -> None:
    before = at.kinds
    focus_row(at, 0)
    at.press("Alt+Up")
    focus_row(at, len(before) - 1)
    at.press("Alt+Down")
    assert at.kinds == before


def test_an_item_is_not_named_while_composing(at: Planner) -> None:
    focus_row(at, 3)
    at.press("Return")
    entry = at.field("Name of the item (日本語)")
    entry.setFocus()
    before = at.bridge.state
    QApplication.sendEvent(entry, QInputMethodEvent("はなし", []))
    at.press("Return", "Alt+A", "Ctrl+Z", "Escape")
    assert at.bridge.state == before
    done = QInputMethodEvent("", [])
    done.setCommitString("話")
    QApplication.sendEvent(entry, done)
    at.press("Return")
    assert "話" in at.meeting.texts("ja").body(at.bridge.state.agenda[3].title)


@pytest.mark.parametrize(
    ("typed", "start"),
    [("13:30", "13:30"), ("9時05分", "09:05"), ("18：00", "18:00")],
)
def test_a_time_is_read_as_people_write_it(at: Planner, typed: str, start: str) -> None:
    at.write(at.field("Begins"), typed)
    about = at.bridge.state.description
    assert about is not None
    assert about.planned_start == f"2026-06-01T{start}:00+09:00"
    assert at.field("Begins").text() == start


@pytest.mark.parametrize("typed", ["2026-07-02", "2026/7/2", "2026年7月2日", "2026.7.2"])
def test_a_day_is_read_as_people_write_it_and_keeps_the_time(at: Planner, typed: str) -> None:
    at.write(at.field("Day"), typed)
    about = at.bridge.state.description
    assert about is not None
    assert about.planned_start == "2026-07-02T09:00:00+09:00"
    assert at.field("Day").text() == "2026-07-02"


@pytest.mark.parametrize(("field", "typed"), [("Day", "2026-02-30"), ("Begins", "24:00"), ("Ends", "12:60")])
def test_a_day_or_time_that_is_none_changes_nothing(at: Planner, field: str, typed: str) -> None:
    before = at.bridge.state
    at.write(at.field(field), typed)
    assert at.bridge.state == before
    assert at.window.toast.text()


def test_a_place_is_taken_away_by_writing_nothing(at: Planner) -> None:
    at.write(at.field("Place (English)"), "Room B")
    entry = at.field("Place (English)")
    entry.setFocus()
    entry.selectAll()
    at.press("Delete", "Return")
    about = at.bridge.state.description
    assert about is not None
    assert at.meeting.texts().body(about.place) == ""


def test_a_person_is_taken_off_and_comes_back_to_their_seat(at: Planner) -> None:
    before = called(at)
    at.window.people.open_person(at.meeting.who("Umi"))
    at.settle()
    button(at, "Off the list").setFocus()
    at.press("Space")
    assert called(at) == [name for name in before if name != "Umi"]
    at.window.agenda.rows().rows()[0].setFocus()
    at.press("Ctrl+Z")
    assert called(at) == before


def test_names_added_one_by_one_are_undone_one_by_one(at: Planner) -> None:
    at.press("Alt+P")
    for name in ("Nagi", "Sora"):
        QTest.keyClicks(QApplication.focusWidget() or at.window, name)
        at.press("Return")
    at.window.agenda.rows().rows()[0].setFocus()
    at.press("Ctrl+Z")
    assert called(at)[-1] == "Nagi"
    at.press("Ctrl+Z")
    assert called(at)[-1] == "Wakana"


def test_guidelines_offered_are_undone_whole(at: Planner) -> None:
    at.press("Alt+G")
    before = at.bridge.state.proposals
    at.window.guidelines.take({"en": "We listen", "ja": "聴きます"}, {"en": "We may go out"})
    at.settle()
    assert len(at.bridge.state.proposals) == len(before) + 2
    at.window.agenda.rows().rows()[0].setFocus()
    at.press("Ctrl+Z")
    assert len(at.bridge.state.proposals) == len(before)


def test_a_refused_removal_changes_nothing(at: Planner) -> None:
    at.meeting.do(acts.StartSession())
    at.meeting.note("Once", "Sumire")
    before = list(at.bridge.state.participants)
    at.bridge.do(acts.RemoveParticipant(at.meeting.who("Sumire")))
    at.settle()
    assert list(at.bridge.state.participants) == before
    assert at.window.toast.text()


@LANGS
@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_the_plan_is_read_in_every_theme_and_size(qtbot: QtBot, lang: str, theme: str, scale: float) -> None:
    at = Planner(qtbot, lang, scale, theme)
    at.window.setFocus(Qt.FocusReason.OtherFocusReason)
    assert reds(at.window.grab().toImage()) == []
    assert check_texts(at.window, at.window._theme, theme) > 5  # noqa: SLF001 - what it was given
