"""The plan window by keys: a meeting is planned without a mouse, and each change is undone by one key."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit

from coprod.domain import acts
from coprod.domain.acts import ItemDraft
from coprod.domain.terms import ItemKind
from coprod.i18n import Catalogue
from coprod.service.names import parse
from coprod.ui import theme as themes
from coprod.ui.bridge import Bridge
from coprod.ui.kit.button import ActionButton
from coprod.ui.plan.window import PLAN_COMMANDS, PlanWindow
from tests.present.meeting import Meeting
from tests.ui.access.windows import by_tab, controls, of_a_row, place, scrolled

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from coprod.ui.plan.entry import Entry

_HELD = {"Ctrl": Qt.KeyboardModifier.ControlModifier, "Alt": Qt.KeyboardModifier.AltModifier}


class Planner:
    """Somebody who plans."""

    def __init__(self, qtbot: QtBot, lang: str = "en", scale: float = 1.0, theme: str = "light") -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        look = themes.load(theme).scaled(scale)
        themes.apply(app, look)
        self.meeting, self.lang = Meeting(), lang
        self.bridge = Bridge(self.meeting.live)
        self.window = PlanWindow(self.bridge, Catalogue(lang), look, parse)
        self._qtbot = qtbot
        qtbot.addWidget(self.window)
        self.window.resize(1366, 690)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(lambda: QApplication.activeWindow() is self.window)
        self.settle()

    def press(self, *keys: str) -> None:
        for key in keys:
            *held, name = key.split("+")
            modifiers = Qt.KeyboardModifier.NoModifier
            for one in held:
                modifiers |= _HELD[one]
            QTest.keyClick(QApplication.focusWidget() or self.window, Qt.Key[f"Key_{name}"], modifiers)
            self.settle()

    def settle(self) -> None:
        self._qtbot.waitUntil(lambda: not self.bridge.busy, timeout=5000)
        for _ in range(3):
            QApplication.sendPostedEvents()
            QApplication.processEvents()

    def write(self, entry: Entry, text: str) -> None:
        entry.setFocus()
        entry.selectAll()
        if text.isascii():
            QTest.keyClicks(entry, text)
        else:  # as an input method gives it
            given = QInputMethodEvent()
            given.setCommitString(text)
            QApplication.sendEvent(entry, given)
        self.press("Return")

    def field(self, name: str) -> Entry:
        found = [
            one
            for one in self.window.findChildren(QLineEdit)
            if one.accessibleName() == name and one.isVisible()
        ]
        assert found, name
        return found[0]  # type: ignore[return-value]

    @property
    def kinds(self) -> list[str]:
        return [item.kind.value for item in self.bridge.state.agenda]


@pytest.fixture
def at(qtbot: QtBot) -> Planner:
    return Planner(qtbot)


def focus_row(at: Planner, number: int) -> None:
    at.window.agenda.rows().rows()[number].setFocus()


def test_an_item_is_opened_written_and_made_longer_by_keys(at: Planner) -> None:
    focus_row(at, 3)
    at.press("Return")
    at.write(at.field("Name of the item (English)"), "Voices")
    at.write(at.field("Question (日本語)"), "何が助けに？")
    at.write(at.field("Minutes"), "40")
    item = at.bridge.state.agenda[3]
    assert at.meeting.texts().body(item.title) == "Voices"
    assert at.meeting.texts("ja").body(item.prompts[0].text) == "何が助けに？"
    assert item.minutes == 40
    assert at.window.toast.text()
    at.press("Escape")
    at.press("Ctrl+Z")
    assert at.bridge.state.agenda[3].minutes == 30


def test_items_are_put_in_another_order_by_alt_and_arrows(at: Planner) -> None:
    focus_row(at, 0)
    at.press("Alt+Down")
    assert at.kinds[:2] == ["guidelines", "welcome"]
    at.press("Alt+Up")
    assert at.kinds[:2] == ["welcome", "guidelines"]
    at.press("Down", "Down")
    at.press("Delete")
    assert "check-in" not in at.kinds


def test_who_sits_with_whom_is_arranged_from_the_plan(at: Planner) -> None:
    at.press("Ctrl+B")
    window = at.window.beside.open("groups")
    at.press("Alt+U")
    assert at.bridge.state.small_groups()
    at.press("Escape")
    assert not window.isVisible()


def test_the_item_of_small_groups_leads_there(at: Planner) -> None:
    act = acts.AddItem(ItemDraft(ItemKind.SMALL_GROUPS, {"en": "In small groups"}))
    at.bridge.do(act)
    at.settle()
    agenda = at.window.agenda
    agenda.open_item(at.bridge.state.agenda[-1].id)
    buttons = [one for one in agenda.findChildren(ActionButton) if one.text() == "Arrange the groups"]
    assert [one.isVisible() for one in buttons] == [True]
    buttons[0].click()
    assert at.window.beside.open("groups").isVisible()
    agenda.open_item(at.bridge.state.agenda[0].id)
    assert not buttons[0].isVisible()


def test_an_item_is_dragged_to_another_place(at: Planner) -> None:
    rows = at.window.agenda.rows().rows()
    start, far = rows[0].rect().center(), rows[2].geometry().bottom() - rows[0].y()
    QTest.mousePress(rows[0], Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(rows[0], QPoint(start.x(), far // 2))
    QTest.mouseMove(rows[0], QPoint(start.x(), far))
    QTest.mouseRelease(rows[0], Qt.MouseButton.LeftButton, pos=QPoint(start.x(), far))
    at.settle()
    assert at.kinds[:3] == ["guidelines", "check-in", "welcome"]


def test_a_new_item_comes_after_the_open_one_and_is_open(at: Planner) -> None:
    focus_row(at, 1)
    at.press("Return", "Alt+A")
    assert at.kinds[2] == "roundtable"
    at.write(at.field("Name of the item (English)"), "Something new")
    assert at.meeting.texts().body(at.bridge.state.agenda[2].title) == "Something new"


def test_the_head_is_written(at: Planner) -> None:
    at.write(at.field("Title (English)"), "A year of tea")
    at.write(at.field("Begins"), "13:30")
    at.write(at.field("Place (English)"), "Room B")
    about = at.bridge.state.description
    assert about is not None
    assert about.planned_start == "2026-06-01T13:30:00+09:00"
    assert at.meeting.texts().body(about.title) == "A year of tea"
    assert at.window.windowTitle() == "A year of tea"


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("Day", "soon", "This is not a day. Write it like 2026-06-30."),
        ("Begins", "noon", "This is not a time. Write it like 13:30, after the day is there."),
        ("No.", "many", "This is not a number. Write it in digits."),
    ],
)
def test_what_can_t_be_read_is_told_and_changes_nothing(
    at: Planner, field: str, typed: str, sentence: str
) -> None:
    before = at.bridge.state
    at.write(at.field(field), typed)
    assert at.window.toast.text() == sentence
    assert at.bridge.state == before


def test_a_length_that_is_none_is_refused_in_words(at: Planner) -> None:
    focus_row(at, 3)
    at.press("Return")
    at.write(at.field("Minutes"), "long")
    assert at.window.toast.text().startswith("An item takes from 0")


def test_people_are_added_by_name_one_after_another(at: Planner) -> None:
    at.press("Alt+P")
    for name in ("Nagi", "Sora"):
        QTest.keyClicks(QApplication.focusWidget() or at.window, name)
        at.press("Return")
    names = [at.meeting.texts().body(one.called) for one in at.bridge.state.participants.values()]
    assert names[-2:] == ["Nagi", "Sora"]


def test_guidelines_stand_in_the_place_of_the_people_and_back(at: Planner) -> None:
    at.press("Alt+G")
    assert at.window.guidelines.isVisible()
    assert not at.window.people.isVisible()
    at.press("Alt+G")
    assert at.window.people.isVisible()


def test_ready_keeps_what_is_still_being_written(at: Planner) -> None:
    gone: list[bool] = []
    at.window.ready.connect(lambda: gone.append(True))
    entry = at.field("Title (English)")
    entry.setFocus()
    entry.selectAll()
    QTest.keyClicks(entry, "Unfinished")
    at.press("Ctrl+Return")
    assert gone == [True]
    about = at.bridge.state.description
    assert about is not None
    assert at.meeting.texts().body(about.title) == "Unfinished"


def test_keys_do_nothing_while_an_input_method_composes(at: Planner) -> None:
    before, gone = at.bridge.state, list[bool]()
    at.window.ready.connect(lambda: gone.append(True))
    entry = at.field("Title (日本語)")
    entry.setFocus()
    QApplication.sendEvent(entry, QInputMethodEvent("かいぎ", []))
    at.press("Ctrl+Return", "Alt+A", "Return")
    assert at.bridge.state == before
    assert gone == []


def test_a_store_that_fails_is_told(at: Planner) -> None:
    at.meeting.store.failing = "full"
    focus_row(at, 0)
    at.press("Delete")
    assert at.window.toast.text().startswith("The disk is full")
    at.meeting.store.failing = None


def test_no_key_is_given_twice_and_every_command_has_one() -> None:
    keys = [key for command in PLAN_COMMANDS for key in command.keys]
    assert len(keys) == len(set(keys)) >= len(PLAN_COMMANDS)


# ---- for everybody


@pytest.mark.parametrize("lang", ["en", "ja", "ko"])
def test_every_control_is_named_and_a_stop_of_tab(qtbot: QtBot, lang: str) -> None:
    at = Planner(qtbot, lang)
    for step in (
        lambda: None,
        lambda: at.window.agenda.open_item(at.bridge.state.agenda[3].id),
        lambda: at.press("Alt+G"),
    ):
        check: Callable[[], object] = step
        check()
        at.settle()
        at.window.agenda.rows().rows()[0].setFocus()
        stops = by_tab(at.window)
        for control in controls(at.window):
            spoken = QAccessible.queryAccessibleInterface(control)
            assert spoken.text(QAccessible.Text.Name).strip(), type(control).__name__
            assert control in stops or of_a_row(control) or not control.isEnabled(), control.accessibleName()


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_nothing_lies_outside_or_upon_another(qtbot: QtBot, lang: str, scale: float) -> None:
    at = Planner(qtbot, lang, scale)
    at.window.agenda.open_item(at.bridge.state.agenda[3].id)
    at.settle()
    buttons = [one for one in controls(at.window) if isinstance(one, QAbstractButton) and not scrolled(one)]
    places = [(one.accessibleName(), place(one, at.window)) for one in buttons]
    for number, (name, rect) in enumerate(places):
        assert at.window.rect().contains(rect), name
        assert [other for other, there in places[number + 1 :] if rect.intersects(there)] == [], name


def test_it_speaks_another_language_while_it_is_open(at: Planner) -> None:
    at.window.retranslate(Catalogue("ja"))
    at.settle()
    names = {one.accessibleName() for one in controls(at.window)}
    assert at.meeting.words("ja").say("Add an item") in names
    assert "Add an item" not in names
