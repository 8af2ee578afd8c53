"""How the console looks and is read aloud: names, keys, contrast, and nothing cut off, in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QShortcut
from PySide6.QtWidgets import QAbstractButton, QScrollBar, QWidget

from coprod.domain.terms import Visibility
from coprod.i18n import Catalogue
from coprod.present.commands import BY_ID, caps
from coprod.ui.kit.button import TALL, ActionButton
from coprod.ui.kit.chip import VoiceChip
from coprod.ui.kit.keycap import keys_width
from coprod.ui.kit.text import Words
from coprod.ui.notes.choice import Choice
from coprod.ui.theme import contrast

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.ui.console.driving import Facilitator

LANGUAGES = pytest.mark.parametrize("lang", ["en", "ja"])
SIZES = pytest.mark.parametrize("size", [(1366, 690), (1366, 768), (1920, 1080)])


def states(at: Facilitator) -> Iterator[str]:
    """Lead the console through what it looks like in a meeting."""
    yield "planned"
    at.press("Space")
    yield "welcome"
    at.press("Ctrl+Right")
    yield "guidelines"
    at.press("Ctrl+Right", "Space", "S", "L", "W")
    yield "check-in"
    at.press("Ctrl+Right", "Space")
    at.meeting.note("An afternoon without a list", "Sumire", visibility=Visibility.ROOM, minority=True)
    at.press("N")
    at.type("We could write to them, all of us together, once, and then wait and see")
    at.press("Alt+7")
    yield "action"
    at.press("Escape", "Ctrl+Right")
    yield "break"
    at.press("Ctrl+Shift+C")
    yield "closed"


def visible(window: QWidget, kind: type[QWidget]) -> list[QWidget]:
    return [one for one in window.findChildren(kind) if one.isVisible() and not isinstance(one, QScrollBar)]


@LANGUAGES
def test_each_control_has_a_name(seat: Callable[..., Facilitator], lang: str) -> None:
    at = seat(lang)
    for state in states(at):
        reachable = [w for w in visible(at.window, QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus]
        controls = {*reachable, *visible(at.window, QAbstractButton)}
        assert len(controls) > 10
        for control in controls:
            spoken = QAccessible.queryAccessibleInterface(control).text(QAccessible.Text.Name)
            assert spoken.strip(), f"{state}: {type(control).__name__}"


def test_names_change_with_the_language(seat: Callable[..., Facilitator]) -> None:
    at = seat("en")
    at.press("Space", "N")
    english = {one.accessibleName() for one in at.buttons()}
    at.window.retranslate(Catalogue("ja"))
    japanese = {one.accessibleName() for one in at.buttons()}
    assert english & japanese <= {"English", "日本語"}


@LANGUAGES
@SIZES
def test_nothing_is_cut_off(seat: Callable[..., Facilitator], lang: str, size: tuple[int, int]) -> None:
    at = seat(lang, size)
    for state in states(at):
        assert at.window.size().toTuple() == size, state
        assert [f"{state}: {one}" for one in cut_off(at.window)] == []


def cut_off(window: QWidget) -> list[str]:
    """The texts that are wider or higher than their place, and the controls that leave the window."""
    found = []
    for words in visible(window, Words):
        assert isinstance(words, Words)
        if words.text() and words.height() < words.heightForWidth(words.width()):
            found.append(f"higher than its place: {words.text()}")
    found += [
        f"wider than its place by {button.minimumSizeHint().width() - button.width()}: {button.accessibleName()}"
        for button in (*visible(window, ActionButton), *visible(window, Choice))
        if button.width() < button.minimumSizeHint().width()
    ]
    for button in visible(window, QAbstractButton):
        corner = button.mapTo(window, QPoint(0, 0))
        if not window.rect().contains(QRect(corner, button.size())) and not scrolled(button):
            found.append(f"outside: {button.accessibleName()}")
    return found


def scrolled(widget: QWidget) -> bool:
    """Whether a widget stands in a part that scrolls."""
    parent = widget.parentWidget()
    while parent is not None:
        if type(parent).__name__ in {"Centre", "Tray"}:
            return True
        parent = parent.parentWidget()
    return False


@LANGUAGES
@SIZES
def test_buttons_show_their_keys(seat: Callable[..., Facilitator], lang: str, size: tuple[int, int]) -> None:
    at = seat(lang, size)
    at.press("Space", "Ctrl+Right", "Ctrl+Right")
    theme = at.theme.scaled(at.button(at.main()).height() / TALL)
    for button in visible(at.window.board.buttons, ActionButton):
        shown = tuple(button.accessibleDescription().split("+"))
        assert shown in {caps(key) for command in BY_ID.values() for key in command.keys}
        room = button.width() - button.minimumSizeHint().width()
        assert room >= keys_width(theme, shown) + theme.px(11), button.accessibleName()


@LANGUAGES
def test_chips_have_room_for_their_words(seat: Callable[..., Facilitator], lang: str) -> None:
    at = seat(lang)
    at.press("Space", "Ctrl+Right", "Ctrl+Right", "Space", "S", "L", "W")
    for chip in visible(at.window, VoiceChip):
        assert chip.width() >= chip.sizeHint().width() - 6, chip.accessibleName()


def test_the_two_colours_of_every_text_can_be_told_apart(seat: Callable[..., Facilitator]) -> None:
    theme = seat().theme
    for ground in (theme.paper, theme.surface, theme.sunk, theme.fill, theme.accent_soft):
        assert contrast(theme.ink, ground) >= 7
        assert contrast(theme.ink2, ground) >= 7
        assert contrast(theme.accent, ground) >= 7
    assert contrast(theme.on_accent, theme.accent) >= 7


def test_the_window_has_no_shortcuts_that_would_take_keys_from_an_input_method(
    seat: Callable[..., Facilitator],
) -> None:
    at = seat()
    assert at.window.findChildren(QShortcut) == []


@SIZES
def test_larger_windows_have_larger_text(seat: Callable[..., Facilitator], size: tuple[int, int]) -> None:
    at = seat("en", size)
    assert at.button(at.main()).height() == round(64 * (1.25 if size[0] == 1920 else 1.0))


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_text_half_as_large_again_still_has_its_main_action(
    seat: Callable[..., Facilitator], lang: str
) -> None:
    at = seat(lang)
    at.window.set_theme(at.theme, 1.5)
    at.settle()
    for state in states(at):
        assert at.window.size().toTuple() == (1366, 690)
        assert [f"{state}: {one}" for one in cut_off(at.window)] == []
        if not at.window.board.writing():
            main = at.button(at.main())
            assert main.height() == 96, state
            assert at.window.rect().contains(QRect(main.mapTo(at.window, QPoint(0, 0)), main.size()))
