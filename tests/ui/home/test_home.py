"""The home window through its controls: what is chosen, asked for, and told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from coprod.i18n import Catalogue
from coprod.present.home import Column, HomeView, SessionCard, SessionLine, TitleLine
from coprod.ui import theme
from coprod.ui.home.window import HomeWindow

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

TITLES = (TitleLine("ja", "声を聞く"), TitleLine("en", "Hearing a voice"))
VIEW = HomeView(
    "Tuesday 12 May 2026",
    SessionCard("at-hand", "Today, 13:30", TITLES, ("12 people",), "Open the console"),
    (Column("In preparation", (SessionLine("planned", TITLES, "9 June", "Ready"),)), Column("Complete", ())),
)


@pytest.fixture
def window(qtbot: QtBot) -> HomeWindow:
    window = HomeWindow(theme.load("light"), Catalogue("en"))
    qtbot.addWidget(window)
    window.show_view(VIEW)
    window.show()
    return window


def button(window: HomeWindow, name: str) -> QAbstractButton:
    found = [one for one in window.findChildren(QAbstractButton) if one.accessibleName().startswith(name)]
    assert len(found) == 1, name
    return found[0]


@pytest.mark.parametrize(("name", "session"), [("Open the console", "at-hand"), ("声を聞く", "planned")])
def test_a_session_is_chosen_by_its_button(qtbot: QtBot, window: HomeWindow, name: str, session: str) -> None:
    with qtbot.waitSignal(window.session_chosen) as chosen:
        qtbot.keyClick(button(window, name), Qt.Key.Key_Space)
    assert chosen.args == [session]


def test_the_sample_a_file_and_the_language_are_always_in_reach(qtbot: QtBot, window: HomeWindow) -> None:
    for name, signal in (
        ("Open the sample session", window.sample_asked),
        ("Bring in a session file", window.import_asked),
        ("日本語", window.language_toggled),
    ):
        with qtbot.waitSignal(signal):
            qtbot.mouseClick(button(window, name), Qt.MouseButton.LeftButton)


def test_every_control_has_a_name_in_each_language(window: HomeWindow) -> None:
    for lang in ("en", "ja", "ko"):
        window.retranslate(Catalogue(lang))
        assert all(one.accessibleName() for one in window.findChildren(QAbstractButton))


def test_a_sentence_stays_until_the_next(window: HomeWindow) -> None:
    window.tell("It is here.")
    assert "It is here." in {child.accessibleName() for child in window.findChildren(type(window._notice))}  # noqa: SLF001
    assert window._notice.isVisible()  # noqa: SLF001
    window.tell("")
    assert not window._notice.isVisible()  # noqa: SLF001


def test_another_view_takes_the_place_of_the_first(qtbot: QtBot, window: HomeWindow) -> None:
    window.show_view(HomeView("Wednesday", None, (Column("In preparation", ()),)))
    qtbot.waitUntil(lambda: len(window.findChildren(QAbstractButton)) == 3)
