"""Another language while running: every word changes, nothing stays English but names and what was said."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QTextEdit, QWidget

from coprod.i18n import LANGUAGES, Catalogue
from coprod.present.room import BLANK
from coprod.ui import theme as themes
from coprod.ui.console.label import Label
from coprod.ui.home.frame import HomeFrame
from coprod.ui.home.home import Home
from coprod.ui.kit.text import Words
from coprod.ui.room.window import RoomWindow
from tests.present.meeting import PEOPLE
from tests.ui.access.windows import home_view, states

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from tests.ui.console.driving import Facilitator

CONTENT = (
    "Listening year",
    "A table for everyone",
    "An afternoon without a list",
    "Once, and then we wait and see",
)
"""What the people of the session wrote, in English alone."""

KEYS = {
    "Ctrl",
    "Alt",
    "Shift",
    "Space",
    "Enter",
    "Esc",
    "Return",
    "PageDown",
    "PageUp",
    *"ABCDEFGHIJKLMNOPQRSTUVWXYZ",
}
NOT_TRANSLATED = {*PEOPLE, *LANGUAGES.values(), "Coprod", "PDF", "Wi-Fi"}


def words_of(window: QWidget) -> set[str]:
    """Everything that a window says, to the eye or to a screen reader; not what is on the wall, nor keys."""
    said = {window.windowTitle()}
    for one in window.findChildren(QWidget):
        if not one.isVisible():
            continue
        said.add(one.accessibleName())
        if isinstance(one, Words | Label):
            said.add(one.text())
        elif isinstance(one, QAbstractButton):
            said |= {one.text(), one.toolTip()}
        elif isinstance(one, QLineEdit | QTextEdit):
            said.add(one.placeholderText())
    return said - {""}


def english_left(said: set[str], *own: str) -> list[str]:
    """The English words in texts, save names, keys and what was said in the session; `own`: in no other language."""
    found = []
    for text in said:
        left = text
        for known in (*CONTENT, *NOT_TRANSLATED, *own):
            left = left.replace(known, " ")
        found += [f"{word} in {text!r}" for word in re.findall("[A-Za-z]+", left) if word not in KEYS]
    return found


def test_english_is_known_when_it_is_left() -> None:
    assert sorted(english_left({"Next voice: Umi", "つぎの声", "Ctrl+Z", "日本語", "N で始める"})) == [
        "Next in 'Next voice: Umi'",
        "voice in 'Next voice: Umi'",
    ]


def test_every_word_of_the_console_changes_with_the_language(seat: Callable[..., Facilitator]) -> None:
    at = seat("en")
    for state in states(at):
        english = words_of(at.window)
        at.window.retranslate(Catalogue("ja"))
        japanese = words_of(at.window)
        assert english_left(japanese) == [], state
        same = {one for one in english & japanese if re.search("[A-Za-z]{2}", one)}
        assert {one for one in same if not one.startswith((*CONTENT, *NOT_TRANSLATED))} == set(), state
        at.window.retranslate(Catalogue("en"))
        assert words_of(at.window) == english, state


def test_a_console_opened_in_japanese_says_what_one_says_that_was_switched(
    seat: Callable[..., Facilitator],
) -> None:
    said = []
    for lang in ("en", "ja"):
        at = seat(lang)
        at.press("Space", "Ctrl+Right", "Ctrl+Right", "Space", "S", "N")
        at.window.retranslate(Catalogue("ja"))
        said.append(words_of(at.window))
    assert said[0] == said[1]


def test_a_refusal_and_a_failure_change_with_the_language(seat: Callable[..., Facilitator]) -> None:
    at = seat("en")
    at.press("Space", "Ctrl+Right", "Ctrl+Right", "Space")
    at.chip("Sumire").click()
    at.settle()
    at.window.retranslate(Catalogue("ja"))
    assert english_left({at.toast()}) == []
    at.window.retranslate(Catalogue("en"))
    assert at.toast() == "Sumire is speaking already."
    at.meeting.store.failing = "full"
    at.press("P")
    at.window.retranslate(Catalogue("ja"))
    assert at.window.board.banner.isVisible()
    assert english_left(words_of(at.window.board.banner)) == []


def test_home_speaks_the_language_it_is_given(qtbot: QtBot) -> None:
    frame = HomeFrame(themes.load("light"), "")
    qtbot.addWidget(frame)
    made = Home(frame, themes.load("light"), Catalogue("en"))
    frame.show()
    made.show_view(home_view(words=Catalogue("en")))
    english = words_of(frame)
    made.retranslate(Catalogue("ja"))
    made.show_view(home_view(words=Catalogue("ja")))
    japanese = words_of(frame)
    buttons = ("Open the sample session", "Bring in a session file", "Open the console")
    assert set(buttons) <= english
    assert not set(buttons) & japanese
    assert LANGUAGES["ja"] in english
    assert LANGUAGES["en"] in japanese


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_the_wall_speaks_the_languages_of_the_session_whatever_the_window_speaks(
    seat: Callable[..., Facilitator], qtbot: QtBot, lang: str
) -> None:
    at = seat(lang)
    at.press("Space")
    shown = at.window.room_view()
    assert shown is not None
    assert [run.lang for run in shown.title] == ["en", "ja"]
    room = RoomWindow(at.theme, Catalogue("en"))
    qtbot.addWidget(room)
    room.show_view(shown)
    before = room.accessibleDescription()
    room.retranslate(Catalogue("ja"))
    assert (room.accessibleDescription(), room.view()) == (before, shown)
    room.show_view(BLANK)
    assert room.accessibleDescription() == ""


@pytest.mark.parametrize("lang", ["ja", "en", "ko"])
def test_the_name_of_the_other_language_is_in_that_language(
    seat: Callable[..., Facilitator], lang: str
) -> None:
    """Somebody who cannot read this window can still find the way out of it."""
    at = seat(lang)
    other = "en" if lang == "ja" else "ja"
    with at.qtbot.waitSignal(at.window.language_toggled):
        at.button(LANGUAGES[other]).click()
