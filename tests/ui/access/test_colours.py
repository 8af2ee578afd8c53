"""What is really painted: colours of the theme, text that can be read on its ground, and no red, in three themes."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from coprod.ui import theme as themes
from coprod.ui.console.label import Label
from coprod.ui.console.latest import NoteRow
from coprod.ui.home.lines import LineButton
from coprod.ui.kit.text import Words
from tests.present.meeting import PEOPLE
from tests.ui.access.windows import home, is_red, pixels, states

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from coprod.ui.theme import Theme
    from tests.ui.console.driving import Facilitator

THEMES = pytest.mark.parametrize("name", ["light", "dark", "contrast"])
BROKEN_BY_ANTIALIASING = 0.35
"""How much of a contrast a thin stroke may lose between two pixels."""


def dressed(at: Facilitator, name: str) -> Theme:
    """Give a console another theme, as the application would."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme = themes.load(name)
    themes.apply(app, theme)
    at.window.set_theme(theme)
    at.qtbot.wait(20)
    return theme


def reds(image: QImage) -> list[str]:
    return [QColor.fromRgb(one).name() for one in set(pixels(image)) if is_red(one)]


def ground_and_text(image: QImage) -> tuple[QColor, QColor]:
    """The commonest colour of a picture, and the one that stands out most from it."""
    counted = Counter(pixels(image))
    ground = QColor.fromRgb(counted.most_common(1)[0][0])
    return ground, max(map(QColor.fromRgb, counted), key=lambda one: themes.contrast(one, ground))


def check_texts(window: QWidget, theme: Theme, where: str) -> int:
    """Every text that is seen stands out 7:1 from its ground, which is one of the theme's; how many there were."""
    picture, grounds = window.grab().toImage(), {one.name() for one in themes.tokens(theme).values()}
    texts = [one for kind in (Words, Label, QAbstractButton) for one in window.findChildren(kind)]
    found = 0
    for one in texts:
        part = one.visibleRegion().boundingRect()
        if not one.isVisible() or one.size() != part.size() or not one.accessibleName():
            continue
        corner = one.mapTo(window, part.topLeft())
        ground, text = ground_and_text(picture.copy(corner.x(), corner.y(), part.width(), part.height()))
        said = f"{where}: {one.accessibleName()!r} {text.name()} on {ground.name()}"
        assert ground.name() in grounds, said
        assert themes.contrast(text, ground) >= 7 * (1 - BROKEN_BY_ANTIALIASING), said
        assert one.height() < 24 or themes.contrast(text, ground) >= 7, said
        found += 1
    return found


def test_red_is_known_when_it_is_seen() -> None:
    for shade in ("#c00000", "#ff0000", "#d9534f", "#8b0000", "#e0457b", "#b3261e"):
        assert is_red(QColor(shade).rgb()), shade
    for shade in ("#0a504e", "#5a968b", "#f7f3eb", "#857d6e", "#424847", "#000000", "#ffffff"):
        assert not is_red(QColor(shade).rgb()), shade


@THEMES
def test_texts_of_the_console_can_be_read_and_nothing_is_red(
    seat: Callable[..., Facilitator], name: str
) -> None:
    at = seat()
    theme = dressed(at, name)
    for state in states(at):
        assert reds(at.window.grab().toImage()) == [], state
        assert check_texts(at.window, theme, state) > 15


@THEMES
def test_texts_of_home_can_be_read_and_nothing_is_red(qtbot: QtBot, name: str) -> None:
    window = home(qtbot, "ja", name)
    assert reds(window.grab().toImage()) == []
    assert check_texts(window, themes.load(name), "home") > 10
    assert window.findChildren(LineButton)


def test_what_could_not_be_saved_is_told_without_red(seat: Callable[..., Facilitator]) -> None:
    at = seat()
    at.meeting.store.failing = "full"
    at.press("Space")
    assert at.window.board.banner.isVisible()
    assert reds(at.window.grab().toImage()) == []
    assert check_texts(at.window, at.theme, "not saved") > 15


def test_every_state_has_a_word_and_not_a_colour_alone(seat: Callable[..., Facilitator]) -> None:
    at = seat()
    at.press("Space", "Ctrl+Right", "Ctrl+Right", "Space", "S", "L", "W")
    at.meeting.note("one", "Sumire")
    at.press("Space")
    names = [one.accessibleName() for one in at.buttons()]
    chips = [one for one in names if one.split(", ")[0] in PEOPLE]
    assert [one.split(", ")[-1] for one in chips] == ["spoken", "passed", "next", "written", "speaking"]
    notes = [row for row in at.window.findChildren(NoteRow) if row.isVisible()]
    assert [row.note().release_words for row in notes] == ["For: Minutes"]


@THEMES
def test_main_action_is_the_one_filled_with_accent(seat: Callable[..., Facilitator], name: str) -> None:
    at = seat()
    theme = dressed(at, name)
    at.press("Space")
    filled = [
        one.accessibleName()
        for one in at.buttons()
        if ground_and_text(one.grab().toImage())[0] == theme.accent and "speaking" not in one.accessibleName()
    ]
    assert filled == [at.main()]


def test_no_window_has_a_shadow_or_a_gradient(seat: Callable[..., Facilitator]) -> None:
    """Large areas are of few flat colours: all but text and its edges are colours of the theme."""
    at = seat()
    at.press("Space")
    counted = Counter(pixels(at.window.grab().toImage()))
    known = {one.rgb() for one in themes.tokens(at.theme).values()}
    flat = sum(count for colour, count in counted.items() if colour in known)
    assert flat > 0.9 * sum(counted.values())
