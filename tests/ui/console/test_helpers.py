"""What opens over the console: the orders, the sheet of keys, the palette; and the clicker."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from coprod.domain.acts import ProposeGuideline
from coprod.domain.rounds import round_of
from coprod.domain.terms import ItemKind, PauseKind, RoundOrder
from coprod.present.commands import BY_ID
from coprod.present.room import BLANK
from coprod.ui.console.key_sheet import KeyRow, KeySheet
from coprod.ui.console.keys import key_name
from coprod.ui.console.orders import OrdersMenu
from coprod.ui.console.overlay import Overlay
from coprod.ui.console.palette import Palette
from tests.ui.console.test_window import kind, pause, speaking

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.console.driving import Facilitator

T = TypeVar("T", bound=Overlay)
CHECK_IN = ("Space", "Ctrl+Right", "Ctrl+Right")


def over(at: Facilitator, kind: type[T]) -> T:
    """What is open over the console, once it has the keys."""
    found = [one for one in at.window.findChildren(kind) if one.isVisible()]
    assert len(found) == 1
    at.qtbot.waitUntil(lambda: QApplication.activeWindow() is found[0])
    return found[0]


def none_over(at: Facilitator) -> bool:
    at.settle()
    at.qtbot.waitUntil(lambda: QApplication.activeWindow() is at.window)
    return not any(one.isVisible() for one in at.window.findChildren(Overlay))


def order(at: Facilitator) -> RoundOrder | None:
    round_ = round_of(at.bridge.state)
    return round_.order if round_ else None


def page(at: Facilitator) -> int:
    view = at.window.room_view()
    return view.page if view else -1


# ---- orders and hands


def test_another_round_is_begun_by_two_keys(at: Facilitator) -> None:
    at.press(*CHECK_IN, "O")
    over(at, OrdersMenu)
    at.press("3")
    assert none_over(at)
    assert order(at) is RoundOrder.DRAWN
    at.press("O", "Down", "Down", "Down", "Down", "Return")
    assert order(at) is RoundOrder.OPEN
    at.press("O", "Escape")
    assert none_over(at)
    assert order(at) is RoundOrder.OPEN
    at.press("Ctrl+Z")
    assert order(at) is RoundOrder.DRAWN


def test_before_the_session_there_is_no_round_to_begin(at: Facilitator) -> None:
    at.press("O")
    assert none_over(at)


def test_hands_are_raised_at_chips_and_called_in_their_order(at: Facilitator) -> None:
    at.press(*CHECK_IN, "O", "5")
    assert none_over(at)
    for name in ("Vera", "Sumire"):
        at.chip(name).setFocus()
        at.press("H")
    assert at.chip("Vera").accessibleName() == "Vera, Not said, next, hand 1"
    assert at.main() == "Next voice: Vera"
    at.press("Space", "F5")
    assert speaking(at) == "Sumire"
    at.chip("Umi").setFocus()
    at.press("Return")
    assert speaking(at) == "Umi"


def test_who_was_not_heard_is_said_under_the_round(at: Facilitator) -> None:
    at.press(*CHECK_IN, "Space", "Space", "Space")
    assert at.window.board.centre.unheard.text() == "Not heard yet in this round: Vera, Wakana."
    assert at.window.board.centre.unheard.isVisible()
    at.press("Ctrl+Right")
    assert not at.window.board.centre.unheard.isVisible()


def test_who_passed_is_reached_when_the_wall_invites(at: Facilitator) -> None:
    at.press(*CHECK_IN, *["Space"] * 4, "S", "Space")
    view = at.window.view()
    assert view is not None
    assert view.round.count == "All were asked; the wall invites once more"
    assert at.main() == "Next item: Who gets to speak"
    at.chip("Wakana").setFocus()
    at.press("Return")
    assert speaking(at) == "Wakana"


# ---- pauses and time


def test_the_interrupted_voice_keeps_its_place_and_a_break_is_put_off(at: Facilitator) -> None:
    at.press(*CHECK_IN, "Space", "K")
    assert at.toast() == "A break until 09:10."
    at.press("X")
    assert at.toast() == "The break goes on until 09:15."
    at.press("Space")
    assert (pause(at), speaking(at)) == (None, "Sumire")
    assert at.main() == "Next voice: Tadashi"
    at.press("X")
    assert at.toast() == "Five minutes more: until 09:20."


# ---- keys


def test_the_sheet_shows_every_key_and_both_its_keys_put_it_away(at: Facilitator) -> None:
    at.press("?")
    sheet = over(at, KeySheet)
    names = [row.accessibleName() for row in sheet.findChildren(KeyRow)]
    assert len(names) == len(BY_ID)
    assert "Next voice: F5" in names
    at.press("?")
    assert none_over(at)
    at.press("?", "Escape")
    assert none_over(at)


@pytest.mark.parametrize("lang", ["en", "ja", "ko"])
@pytest.mark.parametrize("keys", ["?", "O", "Ctrl+K"])
def test_what_opens_has_names_and_stays_in_the_window(
    seat: Callable[..., Facilitator], lang: str, keys: str
) -> None:
    at = seat(lang)
    at.press(*CHECK_IN, keys)
    found = over(at, Overlay)
    assert at.window.frameGeometry().contains(found.frameGeometry())
    for one in found.findChildren(QWidget):
        if one.isVisible() and one.focusPolicy() & Qt.FocusPolicy.TabFocus:
            assert QAccessible.queryAccessibleInterface(one).text(QAccessible.Text.Name).strip()


@pytest.mark.parametrize(
    ("key", "modifier", "named"),
    [
        (Qt.Key.Key_Question, Qt.KeyboardModifier.ShiftModifier, "?"),
        (Qt.Key.Key_Plus, Qt.KeyboardModifier.ShiftModifier, "+"),
        (Qt.Key.Key_Period, Qt.KeyboardModifier.NoModifier, "."),
        (Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier, "Ctrl+,"),
    ],
)
def test_signs_have_names_wherever_they_stand(key: Qt.Key, modifier: Qt.KeyboardModifier, named: str) -> None:
    assert key_name(QKeyEvent(QEvent.Type.KeyPress, key, modifier)) == named


def test_letters_are_letters_while_typing_and_function_keys_work(at: Facilitator) -> None:
    at.press(*CHECK_IN, "N")
    at.type("b.h?x")
    assert at.window.room_view() != BLANK
    assert none_over(at)
    at.press("F7", "F5")
    assert at.window.room_view() == BLANK
    assert speaking(at) == "Sumire"
    at.press("F6")
    assert pause(at) is PauseKind.BREATH


# ---- the palette


def test_the_palette_finds_by_name_in_each_language_and_does_it(at: Facilitator) -> None:
    at.press(*CHECK_IN, "Ctrl+K")
    palette = over(at, Palette)
    at.type("voice to umi")
    titles = [offer.title for offer in palette.found()]
    assert titles == ["Give the voice to Umi", "Give the voice to Sumire"]
    at.press("Return")
    assert none_over(at)
    assert speaking(at) == "Umi"
    at.press("Ctrl+K")
    over(at, Palette)
    at.type("drawn")
    at.press("Return")
    assert order(at) is RoundOrder.DRAWN
    at.press("Ctrl+K")
    over(at, Palette).field.insert("だれが話せるか")
    at.press("Return")
    assert kind(at) is ItemKind.ROUNDTABLE


def test_arrows_walk_through_what_is_found(at: Facilitator) -> None:
    at.press(*CHECK_IN, "Ctrl+K")
    palette = over(at, Palette)
    at.type("round")
    assert len(palette.found()) > 2
    at.press("Down")
    second = palette.found()[1].title
    assert palette.field.accessibleDescription() == second
    at.press("Up", "Up")
    assert palette.field.accessibleDescription() == palette.found()[-1].title
    at.press("Escape")
    assert none_over(at)


def test_nothing_found_is_said_and_enter_does_nothing(at: Facilitator) -> None:
    at.press("Ctrl+K")
    palette = over(at, Palette)
    at.type("zzzz")
    at.press("Return")
    assert palette.isVisible()
    assert not any(row.isVisible() for row in palette.rows)


def test_an_input_method_keeps_its_keys_in_the_palette(at: Facilitator) -> None:
    at.press(*CHECK_IN, "Ctrl+K")
    palette = over(at, Palette)
    QApplication.sendEvent(palette.field, QInputMethodEvent("うみ", []))
    at.press("Return")
    assert palette.isVisible()
    assert speaking(at) == ""


def test_a_function_key_reaches_the_console_through_the_palette(at: Facilitator) -> None:
    at.press(*CHECK_IN, "Ctrl+K")
    over(at, Palette)
    at.press("F5")
    assert speaking(at) == "Sumire"


# ---- a clicker


def test_a_clicker_goes_on_and_takes_its_steps_back(at: Facilitator) -> None:
    at.press(*CHECK_IN, "PageDown", "PageDown")
    assert speaking(at) == "Tadashi"
    at.press("PageUp")
    assert speaking(at) == "Sumire"
    at.press("PageUp")
    assert speaking(at) == ""
    at.press("PageUp")
    assert kind(at) is ItemKind.CHECK_IN  # the item was opened by another key


def test_a_clicker_never_takes_back_a_note(at: Facilitator) -> None:
    at.press(*CHECK_IN, "PageDown")
    at.press("N")
    at.type("A lamp for the corridor")
    at.press("Ctrl+Return", "PageUp")
    assert len(at.meeting.state.notes()) == 1
    assert speaking(at) == "Sumire"


def test_a_clicker_turns_pages_first(at: Facilitator) -> None:
    at.press("Space", "Space")
    for number in range(9):
        at.bridge.do(ProposeGuideline({"en": f"A long promise {number} " * 9}))
        at.settle()
    pages = at.window.board.centre.stage.room.sheet().pages
    assert pages > 1
    at.press(*["PageDown"] * (pages - 1))
    assert (page(at), len(at.bridge.state.proposals)) == (pages - 1, 11)
    at.press("PageUp", "PageDown", "PageDown")
    assert not at.bridge.state.proposals  # the room agreed


def test_a_clicker_blanks_and_a_closed_session_is_left_alone(at: Facilitator) -> None:
    at.press("Space", ".")
    assert at.window.room_view() == BLANK
    at.press(".")
    assert at.window.room_view() != BLANK
    at.press("Ctrl+Shift+C")
    asked: list[bool] = []
    at.window.minutes_requested.connect(lambda: asked.append(True))
    at.press("PageDown")
    assert asked == []


def test_a_key_that_is_held_counts_once(at: Facilitator) -> None:
    at.press(*CHECK_IN)
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_PageDown, Qt.KeyboardModifier.NoModifier, autorep=True)
    QApplication.sendEvent(at.focus(), held)
    at.settle()
    assert speaking(at) == ""
    QTest.keyClick(at.focus(), Qt.Key.Key_PageDown)
    at.settle()
    assert speaking(at) == "Sumire"
