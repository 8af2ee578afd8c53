"""Reading back at the real window, by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from coprod.domain import acts
from coprod.domain.terms import Attribution, ItemKind, Visibility
from coprod.i18n import Catalogue
from coprod.ui import theme as themes
from tests.present.meeting import Meeting
from tests.ui.access.test_colours import THEMES, reds
from tests.ui.access.test_layout import cut_off
from tests.ui.access.windows import by_tab, controls
from tests.ui.console.driving import strike_at
from tests.ui.notes.taker import NoteTaker

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from coprod.ui.notes.readback import ReadBackWindow
    from coprod.ui.theme import Theme


class Reader(NoteTaker):
    """Somebody who reads back what Umi and Vera said."""

    def __init__(self, qtbot: QtBot, lang: str = "en", look: Theme | None = None, words: str = "One") -> None:
        self.meeting = Meeting()
        self.meeting.open(ItemKind.CHECK_IN)
        self.meeting.note(words, "Umi", visibility=Visibility.ROOM)
        self.meeting.note("Two", "Umi")
        self.meeting.note("Three", "Vera")
        super().__init__(qtbot, self.meeting.live, self.meeting.clock.now, lang, look)

    def read(self) -> ReadBackWindow:
        self.press("Ctrl+R")
        window = self.window.over.reading
        assert window is not None
        self.qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
        return window

    def strike(self, *keys: str) -> None:
        for key in keys:
            strike_at(QApplication.focusWidget() or self.window.over.reading, key)
            self.settle()

    def text(self) -> str:
        assert self.window.over.reading is not None
        view = self.window.over.reading.view()
        assert view is not None
        return view.texts[0].body


@pytest.fixture
def sit(qtbot: QtBot) -> Iterator[Callable[..., Reader]]:
    made: list[Reader] = []

    def seat(lang: str = "en", look: Theme | None = None, words: str = "One") -> Reader:
        made.append(Reader(qtbot, lang, look, words))
        return made[-1]

    yield seat
    for one in made:
        one.close()


@pytest.fixture
def at(sit: Callable[..., Reader]) -> Reader:
    return sit()


def confirmations(at: Reader) -> list[int]:
    return [len(note.content.confirmed) for note in at.kept()]


def test_one_after_another_is_confirmed_by_enter_and_then_it_is_over(at: Reader) -> None:
    window = at.read()
    assert at.text() == "One"
    at.strike("Return")
    assert at.text() == "Two"
    at.strike("Return")
    assert at.text() == "Three"
    at.strike("Return")
    assert confirmations(at) == [1, 1, 1]
    assert not window.isVisible()
    at.press("Ctrl+R")
    assert not window.isVisible()


def test_whoever_speaks_hears_their_own(at: Reader) -> None:
    at.bridge.do(acts.BeginTurn(at.meeting.who("Vera")))
    at.settle()
    at.read()
    assert at.text() == "Three"


def test_the_contributor_of_the_chosen_note_hears_theirs(at: Reader) -> None:
    at.press("Escape", "End")
    at.read()
    assert at.text() == "Three"


def test_arrows_go_on_and_back_and_confirm_nothing(at: Reader) -> None:
    at.read()
    at.strike("Right", "Right", "Right", "Left")
    assert at.text() == "Two"
    assert confirmations(at) == [0, 0, 0]


def test_taking_out_asks_first_and_the_words_are_gone(at: Reader) -> None:
    at.read()
    at.strike("T")
    assert len(at.kept()) == 3
    at.strike("Right", "Left", "T")
    assert len(at.kept()) == 3  # other keys in between: asked again
    at.strike("T")
    assert at.said() == ["Two", "Three"]
    assert at.text() == "Two"


def test_the_words_are_changed_in_the_composer(at: Reader) -> None:
    window = at.read()
    at.strike("C")
    assert not window.isVisible()
    assert at.window.panel.begun()
    at.window.activateWindow()
    at.press("Ctrl+A")
    at.type("Just one")
    at.press("Ctrl+Return")
    assert at.said()[0] == "Just one"


def test_it_is_named_with_more_reserve(at: Reader) -> None:
    at.read()
    at.strike("A")
    assert at.kept()[0].content.attribution is Attribution.ANONYMOUS
    at.strike("A")
    assert at.kept()[0].content.attribution is None


def test_only_what_may_be_there_goes_onto_the_wall_by_a_key(at: Reader) -> None:
    at.read()
    at.strike("R")
    assert list(at.bridge.state.wall) == [at.kept()[0].entry]
    at.strike("R", "Right", "R")
    assert not at.bridge.state.wall


def test_escape_leads_back_to_the_notes(at: Reader) -> None:
    window = at.read()
    at.strike("Escape")
    assert not window.isVisible()
    assert at.window.isVisible()


@pytest.mark.parametrize("lang", ["en", "ja", "ko"])
def test_it_is_named_reached_and_whole(sit: Callable[..., Reader], lang: str) -> None:
    at = sit(lang, None, "Silence is fine, and so is leaving for a while. " * 12)
    window = at.read()
    window.resize(1366, 690)
    at.settle()
    for control in controls(window):
        spoken = QAccessible.queryAccessibleInterface(control)
        assert spoken.text(QAccessible.Text.Name).strip(), type(control).__name__
    stops = by_tab(window)
    assert [one.accessibleName() for one in controls(window) if one.isEnabled() and one not in stops] == []
    assert cut_off(window) == []
    window.retranslate(Catalogue("ja"))
    assert cut_off(window) == []


@THEMES
def test_no_red_and_every_pair_can_be_read(sit: Callable[..., Reader], name: str) -> None:
    look = themes.load(name)
    at = sit("en", look)
    window = at.read()
    assert not reds(window.grab().toImage())
    assert themes.contrast(look.ink2, look.sunk) >= 7
    assert themes.contrast(look.accent, look.paper) >= 7
