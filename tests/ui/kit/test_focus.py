"""The ring of the focus, measured in pixels: 2 px of accent, 3 px away, around whatever has the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from coprod.ui.kit.button import ActionButton
from coprod.ui.kit.focus import REACH, FocusRing

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from coprod.ui.theme import Theme


class Window(QWidget):
    """Two buttons and a line to write in, with a ring over them."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.one, self.two, self.line = ActionButton(theme, "One"), ActionButton(theme, "Two"), QLineEdit()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(20, 20, 20, 20)
        for part in (self.one, self.two, self.line):
            rows.addWidget(part)
        self.ring = FocusRing(self, theme)
        self.resize(300, 240)


@pytest.fixture
def window(qtbot: QtBot, dress: Theme) -> Window:
    made = Window(dress)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    made.one.setFocus()
    qtbot.waitUntil(made.one.hasFocus)
    return made


def around(widget: QWidget) -> QRect:
    return widget.geometry().adjusted(-REACH, -REACH, REACH, REACH)


@pytest.mark.parametrize("side", ["left", "top", "right", "bottom"])
def test_two_px_of_accent_three_px_away_on_every_side(window: Window, dress: Theme, side: str) -> None:
    picture, place = window.grab().toImage(), window.one.geometry()
    x, y = place.center().x(), place.center().y()
    outward = {
        "left": [(place.left() - n, y) for n in range(1, 7)],
        "right": [(place.right() + n, y) for n in range(1, 7)],
        "top": [(x, place.top() - n) for n in range(1, 7)],
        "bottom": [(x, place.bottom() + n) for n in range(1, 7)],
    }[side]
    colours = [picture.pixelColor(*point) for point in outward]
    assert colours == [dress.paper] * 3 + [dress.accent] * 2 + [dress.paper]


def test_it_follows_the_focus_by_tab(window: Window, qtbot: QtBot) -> None:
    for part in (window.two, window.line, window.one):
        focused = window.focusWidget()
        assert focused is not None
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
        assert part.hasFocus()
        assert window.ring.geometry() == around(part)


def test_it_moves_with_the_control(window: Window, qtbot: QtBot) -> None:
    window.resize(420, 300)
    qtbot.waitUntil(lambda: window.ring.geometry() == around(window.one))
    assert window.ring.isVisible()


def test_it_goes_when_the_control_goes(window: Window, qtbot: QtBot) -> None:
    window.one.hide()
    QApplication.processEvents()
    assert not window.ring.isVisible() or window.ring.geometry() != around(window.one)
    window.line.setFocus()
    assert window.ring.geometry() == around(window.line)


def test_it_takes_no_click(window: Window, qtbot: QtBot) -> None:
    assert window.ring.geometry().contains(window.one.geometry().center())
    with qtbot.waitSignal(window.one.clicked):
        qtbot.mouseClick(window.one, Qt.MouseButton.LeftButton)
    assert window.childAt(window.one.geometry().center()) is window.one
    assert window.ring.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


def test_it_takes_the_colours_of_another_theme(window: Window, dress: Theme) -> None:
    window.ring.set_theme(dress._replace(accent=dress.ink2))
    place = window.one.geometry()
    assert window.grab().toImage().pixelColor(place.left() - 4, place.center().y()) == dress.ink2


def test_it_is_not_seen_around_what_is_scrolled_away(qtbot: QtBot, dress: Theme) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    scroll, high = QScrollArea(), QWidget()
    high.resize(200, 1000)
    button = ActionButton(dress, "One", parent=high)
    scroll.setWidget(high)
    rows = QVBoxLayout(window)
    rows.addWidget(scroll)
    ring = FocusRing(window, dress)
    window.resize(300, 200)
    window.show()
    window.activateWindow()
    button.setFocus()
    qtbot.waitUntil(ring.isVisible)
    scroll.verticalScrollBar().setValue(600)
    qtbot.waitUntil(lambda: not ring.isVisible())
    scroll.verticalScrollBar().setValue(0)
    qtbot.waitUntil(ring.isVisible)
