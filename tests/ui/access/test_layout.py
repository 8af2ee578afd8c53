"""Nothing is cut off at 1366 × 690 with the longest names and titles, nor at 150 % text, in three languages."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from coprod.ui.console.label import Label
from coprod.ui.kit.button import ActionButton
from coprod.ui.kit.chip import VoiceChip
from coprod.ui.kit.text import Words
from coprod.ui.notes.choice import Choice
from coprod.ui.theme import SAID
from tests.ui.access.windows import LONG_LINE, NAMES, SIZE, home, long_meeting, place, scrolled, states

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from tests.ui.console.driving import Facilitator

LANGUAGES = pytest.mark.parametrize("lang", ["en", "ja", "ko"])


def visible(window: QWidget, kind: type[QWidget]) -> list[QWidget]:
    return [one for one in window.findChildren(kind) if one.isVisible()]


def cut_off(window: QWidget) -> list[str]:
    """What has less room than its words need, and controls that leave the window or their parent."""
    found = []
    for words in visible(window, Words):
        assert isinstance(words, Words)
        whole = words.height() >= words.heightForWidth(words.width()) - 1 or words.toolTip() == words.text()
        if words.text() and not whole:
            found.append(f"too low: {words.text()[:40]}")
        if words.text() and words.lay(words.width()).width > words.width() + 1:
            found.append(f"too narrow: {words.text()[:40]}")
    found += [
        f"too narrow: {button.accessibleName()[:40]}"
        for button in (*visible(window, ActionButton), *visible(window, Choice))
        if button.width() < button.minimumSizeHint().width()
    ]
    return [*found, *upon_one_another(window)] + [
        f"outside: {button.accessibleName()[:40]}"
        for button in visible(window, QAbstractButton)
        if not window.rect().contains(place(button, window)) and not scrolled(button)
    ]


def upon_one_another(window: QWidget) -> list[str]:
    """Texts that stand in the same place; a button may carry texts of its own."""
    texts = [
        one
        for one in (*visible(window, Words), *visible(window, Label), *visible(window, QAbstractButton))
        if not isinstance(one.parentWidget(), QAbstractButton) and not one.visibleRegion().isEmpty()
    ]
    return [
        f"{one.accessibleName()[:30]} upon {other.accessibleName()[:30]}"
        for one, other in combinations(texts, 2)
        if one.accessibleName()
        and other.accessibleName()
        and seen(one, window).intersects(seen(other, window))
    ]


def seen(widget: QWidget, window: QWidget) -> QRect:
    """The part of a widget that is seen, in its window, without the air around its lines."""
    part = widget.visibleRegion().boundingRect()
    return part.translated(widget.mapTo(window, QPoint(0, 0))).adjusted(0, 3, 0, -3)


@LANGUAGES
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_console_and_notes_with_the_longest_names(
    seat: Callable[..., Facilitator], lang: str, scale: float
) -> None:
    at = seat(lang, long_meeting())
    at.window.set_theme(at.theme, scale)
    at.qtbot.wait(30)
    for state in states(at):
        assert at.window.size().toTuple() == SIZE, state
        assert [f"{state}: {one}" for one in cut_off(at.window)] == []


@LANGUAGES
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_home_with_the_longest_titles(qtbot: QtBot, lang: str, scale: float) -> None:
    window = home(qtbot, lang, line=LONG_LINE, scale=scale)
    assert window.size().toTuple() == SIZE
    assert cut_off(window) == []


@LANGUAGES
def test_the_standing_of_everybody_is_whole_beside_the_longest_name(
    seat: Callable[..., Facilitator], lang: str
) -> None:
    """A long name ends in … on its chip, is whole in the tool tip, and is told whole to a screen reader."""
    at = seat(lang, long_meeting())
    at.press("Space", "Ctrl+Right", "Ctrl+Right", "Space", "S", "L", "W")
    chips = [one for one in at.window.findChildren(VoiceChip) if one.isVisible()]
    assert len(chips) == 5
    for chip in chips:
        assert chip.width() >= chip.minimumSizeHint().width()
        name = QFontMetricsF(at.theme.font(SAID, bold=True)).horizontalAdvance(chip.text())
        assert chip.text() in NAMES
        assert chip.toolTip() == chip.text()
        assert chip.accessibleName().startswith(chip.text())
        assert name > 0


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_the_main_action_is_in_reach_whatever_the_names_are(
    seat: Callable[..., Facilitator], scale: float
) -> None:
    at = seat("ja", long_meeting())
    at.window.set_theme(at.theme, scale)
    at.qtbot.wait(30)
    for state in states(at):
        if not at.window.board.writing():
            main = at.button(at.main())
            at.qtbot.waitUntil(
                lambda: at.button(at.main()).height() == round(64 * scale)
            )  # once it is laid out
            assert main.visibleRegion().boundingRect().size() == main.size(), state


@LANGUAGES
def test_a_low_and_narrow_window_keeps_its_main_action(seat: Callable[..., Facilitator], lang: str) -> None:
    at = seat(lang)
    at.press("Space")
    for size in ((1024, 600), (900, 560)):
        at.window.resize(*size)
        QApplication.processEvents()
        main = at.button(at.main())
        assert at.window.rect().contains(place(main, at.window))
        assert cut_off(at.window) == []


def test_the_toast_hides_nothing(seat: Callable[..., Facilitator]) -> None:
    at = seat("en", long_meeting())
    at.press("Space", "Ctrl+Right", "Ctrl+Right", "Space")
    toast = at.window.board.centre.head.toast
    assert NAMES[0] in toast.text()
    others = [*visible(at.window, VoiceChip), *visible(at.window, ActionButton)]
    for other in others:
        assert toast.isAncestorOf(other) or not place(toast, at.window).intersects(place(other, at.window))
