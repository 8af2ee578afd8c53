"""From one picture to the next: a fade only between different things, and none where motion is reduced."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEasingCurve, QTimer, QVariantAnimation

from coprod.i18n import Catalogue
from coprod.present.room import BLANK
from coprod.ui import theme as themes
from coprod.ui.room.window import FADE_MS, RoomWindow
from tests.ui.room.walls import VIEWS

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

ENDS = VIEWS["question-ends"]


class Seconds:
    """A clock that the test moves."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Seconds:
    return Seconds()


@pytest.fixture
def room(qapp: QApplication, qtbot: QtBot, clock: Seconds) -> RoomWindow:
    theme = themes.load("light")
    themes.apply(qapp, theme)
    window = RoomWindow(theme, Catalogue("en"), clock=clock)
    qtbot.addWidget(window)
    window.resize(320, 180)
    return window


def fade(room: RoomWindow) -> QVariantAnimation:
    [found] = room.findChildren(QVariantAnimation)
    return found


def fading(room: RoomWindow) -> bool:
    return fade(room).state() is QVariantAnimation.State.Running


def shown(room: RoomWindow) -> RoomWindow:
    """The window, shown, with nothing moving."""
    room.show()
    fade(room).stop()
    return room


def test_a_fade_takes_four_hundred_ms_and_eases_in_and_out(room: RoomWindow) -> None:
    assert fade(room).duration() == FADE_MS == 400
    assert fade(room).easingCurve().type() is QEasingCurve.Type.InOutSine


@pytest.mark.parametrize("name", ["turn", "notes", "break", "blank", "guidelines", "breath", "groups"])
def test_another_thing_fades_in(room: RoomWindow, name: str) -> None:
    room.show_view(ENDS)
    shown(room).show_view(VIEWS[name])
    assert fading(room)


def test_the_same_thing_does_not_fade(room: RoomWindow) -> None:
    room.show_view(ENDS)
    shown(room).show_view(replace(ENDS))
    assert not fading(room)


def test_soft_time_that_moves_on_does_not_fade(room: RoomWindow) -> None:
    room.show_view(ENDS)
    shown(room).show_view(replace(ENDS, arc=0.9))
    assert not fading(room)
    assert room.view().arc == 0.9


def test_soft_time_during_a_fade_does_not_stop_it(room: RoomWindow) -> None:
    shown(room).show_view(ENDS)
    assert fading(room)
    room.show_view(replace(ENDS, arc=0.9))
    assert fading(room)


def test_nothing_fades_while_nobody_sees_it(room: RoomWindow) -> None:
    room.show_view(ENDS)
    room.show_view(VIEWS["turn"])
    assert not fading(room)


def test_nothing_fades_where_motion_is_reduced(room: RoomWindow) -> None:
    room.set_reduced(True)
    shown(room).show_view(ENDS)
    assert not fading(room)
    room.set_reduced(False)
    room.show_view(BLANK)
    assert fading(room)


def test_a_fade_that_is_overtaken_begins_again_from_what_is_seen(room: RoomWindow, qtbot: QtBot) -> None:
    shown(room).show_view(ENDS)
    qtbot.wait(60)
    half = room.grab().toImage()
    room.show_view(VIEWS["turn"])
    assert fade(room).currentTime() < 60
    now = room.grab().toImage()
    differ = sum(
        abs(half.pixelColor(x, y).value() - now.pixelColor(x, y).value()) > 60
        for x in range(0, 320, 4)
        for y in range(0, 180, 4)
    )
    assert differ < 40  # of 3,600


def test_hiding_ends_a_fade(room: RoomWindow) -> None:
    shown(room).show_view(ENDS)
    room.hide()
    assert not fading(room)
    room.show()
    plain = room.grab().toImage()
    room.set_reduced(True)
    assert room.grab().toImage() == plain


def test_the_disc_stands_at_four_fifths_where_motion_is_reduced(room: RoomWindow, clock: Seconds) -> None:
    room.set_reduced(True)
    shown(room).show_view(VIEWS["breath"])
    pictures = []
    for moment in (0.0, 2.5, 4.0, 9.0):
        clock.now = moment
        room.repaint()
        pictures.append(room.grab().toImage())
    assert pictures.count(pictures[0]) == 4
    assert not room.findChildren(QTimer)[0].isActive()


def test_a_breath_begins_small_whenever_it_begins(room: RoomWindow, clock: Seconds) -> None:
    pictures = []
    for begun in (0.0, 7.3):
        clock.now = begun
        room.show_view(VIEWS["breath"])
        pictures.append(room.grab().toImage())
        room.show_view(BLANK)
    assert pictures[0] == pictures[1]


def test_another_size_of_wall_ends_a_fade_and_lays_out_anew(room: RoomWindow, qtbot: QtBot) -> None:
    shown(room).show_view(VIEWS["notes"])
    room.resize(400, 300)
    assert room.sheet().width / room.sheet().height == pytest.approx(4 / 3)
    picture = room.grab().toImage()
    qtbot.waitUntil(lambda: not fading(room))
    assert room.grab().toImage() == picture
