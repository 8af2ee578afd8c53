"""The note-taker's window: named, reached, large enough, whole, legible and in the language that is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QAccessible

from coprod.domain import acts
from coprod.domain.terms import ItemKind, Visibility
from coprod.i18n import Catalogue
from coprod.ui import theme as themes
from tests.present.meeting import Meeting
from tests.ui.access.test_colours import THEMES, check_texts, reds
from tests.ui.access.test_languages import english_left, words_of
from tests.ui.access.test_layout import cut_off
from tests.ui.access.windows import SIZE, by_tab, controls, long_meeting, of_a_row, place, scrolled
from tests.ui.notes.taker import NoteTaker

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from coprod.ui.theme import Theme

LANGUAGES = pytest.mark.parametrize("lang", ["en", "ja", "ko"])


@pytest.fixture
def sit(qtbot: QtBot) -> Iterator[Callable[..., NoteTaker]]:
    made: list[NoteTaker] = []

    def seat(lang: str = "en", meeting: Meeting | None = None, look: Theme | None = None) -> NoteTaker:
        meeting = meeting or Meeting()
        meeting.open(ItemKind.CHECK_IN)
        meeting.do(acts.BeginTurn(meeting.who("Umi")))
        meeting.note("One more chair by the window", "Umi", visibility=Visibility.ROOM, minority=True)
        made.append(NoteTaker(qtbot, meeting.live, meeting.clock.now, lang, look))
        made[-1].window.resize(*SIZE)
        made[-1].settle()
        return made[-1]

    yield seat
    for one in made:
        one.close()


def states(at: NoteTaker) -> Iterator[str]:
    """What the window looks like while notes are taken."""
    yield "ready"
    at.type("Half a thought")
    at.press("Alt+N")
    yield "with reserve"
    at.press("Alt+B", "Alt+7")
    yield "an action in both languages"
    at.press("Ctrl+Return", "Ctrl+F")
    yield "searching"
    at.type("zzz")
    yield "nothing found"
    at.press("Escape", "Escape", "Up", "Delete")
    yield "asked first"


@LANGUAGES
def test_every_control_is_named_and_is_a_stop_of_tab(sit: Callable[..., NoteTaker], lang: str) -> None:
    at = sit(lang)
    for where in states(at):
        for control in controls(at.window):
            spoken = QAccessible.queryAccessibleInterface(control)
            assert spoken.text(QAccessible.Text.Name).strip(), f"{where}: {type(control).__name__}"
        stops = by_tab(at.window)
        wanted = [one for one in controls(at.window) if one.isEnabled() and not of_a_row(one)]
        assert [one.accessibleName() for one in wanted if one not in stops] == [], where


@LANGUAGES
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_nothing_is_cut_off_with_the_longest_names(
    sit: Callable[..., NoteTaker], lang: str, scale: float
) -> None:
    at = sit(lang, long_meeting(), themes.load("light").scaled(scale))
    for where in states(at):
        assert at.window.width() <= SIZE[0]
        fixed = [one for one in controls(at.window) if not scrolled(one)]
        outside = [one for one in fixed if not at.window.rect().contains(place(one, at.window))]
        assert [one.accessibleName() for one in outside] == [], where
        if scale == 1.0:
            assert cut_off(at.window) == [], where


@THEMES
def test_texts_can_be_read_and_nothing_is_red(sit: Callable[..., NoteTaker], name: str) -> None:
    look = themes.load(name)
    at = sit("en", None, look)
    for where in states(at):
        assert not reds(at.window.grab().toImage()), where
        check_texts(at.window, look, where)


def test_every_word_changes_with_the_language(sit: Callable[..., NoteTaker]) -> None:
    at = sit("en")
    for where in states(at):
        at.window.retranslate(Catalogue("ja"))
        assert english_left(words_of(at.window)) == [], where
        at.window.retranslate(Catalogue("en"))
