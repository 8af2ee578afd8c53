"""The room window: on the projector and nowhere else, fading from view to view, taking nothing from the console."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt, QTimer, QVariantAnimation
from PySide6.QtGui import QAccessible, QImage

from coprod.i18n import Catalogue
from coprod.present.room import BLANK
from coprod.ui import theme as themes
from coprod.ui.room.window import FADE_MS, RoomWindow
from tests.sessions import REPO
from tests.ui.room.sharp import HIGH, WIDE
from tests.ui.room.two_screens import SCREENS
from tests.ui.room.walls import VIEWS

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

TURN = VIEWS["turn"]


@pytest.fixture
def room(qapp: QApplication, qtbot: QtBot) -> RoomWindow:
    theme = themes.load("light")
    themes.apply(qapp, theme)
    seconds = iter(range(10_000))
    window = RoomWindow(theme, Catalogue("ja"), clock=lambda: float(next(seconds)))
    qtbot.addWidget(window)
    window.resize(480, 270)
    return window


def told_by(module: str, **environment: str) -> dict[str, Any]:
    """What a program says that begins anew: Qt learns of its screens once, at the start."""
    done = subprocess.run(
        [sys.executable, "-m", module],
        env={**os.environ, "PYTHONPATH": str(REPO), **environment},
        cwd=REPO,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    told: dict[str, Any] = json.loads(done.stdout)
    return told


@pytest.fixture(scope="module")
def evening(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    place: Path = tmp_path_factory.mktemp("screens") / "two.json"
    place.write_text(json.dumps(SCREENS))
    return told_by("tests.ui.room.two_screens", QT_QPA_PLATFORM=f"offscreen:configfile={place}")


ON_PROJECTOR = {"visible": True, "screen": "Projector", "place": [1366, 0, 1920, 1080]}
HIDDEN = {"visible": False, "screen": "", "place": []}


@pytest.mark.parametrize(
    ("moment", "seen"),
    [
        ("before", HIDDEN),
        ("attached", ON_PROJECTOR),
        ("unplugged", HIDDEN),
        ("back", ON_PROJECTOR),
        ("put away", HIDDEN),
        ("still away", HIDDEN),
        ("wanted", ON_PROJECTOR),
    ],
)
def test_on_the_projector_and_never_on_the_console(
    evening: dict[str, Any], moment: str, seen: object
) -> None:
    assert evening[moment] == seen


def test_full_screen_without_a_frame_and_without_taking_the_focus(evening: dict[str, Any]) -> None:
    assert evening["full"] == {"full": True, "active": False}
    assert evening["frame"] == {"frameless": True}


def test_after_the_projector_came_back_it_shows_what_it_showed(evening: dict[str, Any]) -> None:
    assert evening["shows"] == {"kind": "question"}


def test_it_leaves_the_screen_that_the_console_moves_to(evening: dict[str, Any]) -> None:
    assert evening["console moved"]["screen"] != "Projector"


def test_the_console_is_told_where_the_wall_is(evening: dict[str, Any]) -> None:
    assert evening["told"]["names"][:3] == ["Projector", "", "Projector"]


def test_in_a_window_to_share_where_there_is_no_second_screen(evening: dict[str, Any]) -> None:
    seen = evening["in a window"]
    assert (seen["visible"], seen["screen"]) == (True, "Laptop")
    left, top, width, height = seen["place"]
    assert left >= 0
    assert top >= 0
    assert left + width <= 1366
    assert top + height <= 768
    assert evening["window"] == {"framed": True, "says": True, "full": False}


def test_a_screen_that_comes_is_filled_and_the_window_is_gone(evening: dict[str, Any]) -> None:
    assert evening["projector again"] == ON_PROJECTOR
    assert evening["whole"] == {"says": False, "full": True}


def test_one_key_moves_it_through_the_other_screens(evening: dict[str, Any]) -> None:
    assert evening["moved on"] == {
        "one screen": False,
        "two screens": True,
        "to": "Monitor",
        "again": True,
        "back": "Projector",
    }


def test_moving_on_starts_from_the_screen_that_is_shown(evening: dict[str, Any]) -> None:
    assert evening["after"] == {"shown": "Projector", "moved": True, "to": "Monitor"}


def test_a_window_that_is_closed_stays_closed(evening: dict[str, Any]) -> None:
    assert evening["unplugged again"] == evening["closed"] == HIDDEN


def test_each_press_shows_the_wall_or_puts_it_away(evening: dict[str, dict[str, Any]]) -> None:
    assert evening["one press"] == {
        "put away": "",
        "shown": "Projector",
        "put away again": "",
        "in a window": "Laptop",
        "put away from the projector": "",
        "in a window again": "Laptop",
        "window put away": "",
        "put away after moving on": "",
    }


def test_with_one_screen_it_stays_hidden(room: RoomWindow, qtbot: QtBot) -> None:
    console = RoomWindow(themes.load("light"), Catalogue("en"))
    qtbot.addWidget(console)
    with qtbot.waitSignal(room.placed) as told:
        room.attach(console)
    assert told.args == [""]
    assert not room.isVisible()


def test_a_different_view_fades_in_and_nothing_flashes(room: RoomWindow, qtbot: QtBot) -> None:
    room.show()
    room.show_view(TURN)
    qtbot.wait(500)
    before = room.grab().toImage()
    room.show_view(VIEWS["notes"])
    fade = room.findChild(QVariantAnimation)
    assert isinstance(fade, QVariantAnimation)
    assert fade.state() is QVariantAnimation.State.Running
    fade.pause()
    shown = []
    for ms in range(0, FADE_MS + 1, FADE_MS // 4):
        fade.setCurrentTime(ms)
        shown.append(_difference(before, room.grab().toImage()))
    assert shown[0] < 6
    assert shown == sorted(shown)
    assert shown[-1] > 40


@pytest.mark.parametrize("density", [1, 1.25, 1.5, 2])
def test_on_a_screen_of_any_density_every_pixel_is_its_own(density: float) -> None:
    told = told_by("tests.ui.room.sharp", QT_QPA_PLATFORM="offscreen", QT_SCALE_FACTOR=str(density))
    assert told["size"] == [WIDE * density, HIGH * density]
    assert (told["lost"] > 0.03) is (
        density > 1
    )  # a picture made for 96 dpi and stretched would lose nothing


def test_with_reduced_motion_the_view_is_there_at_once(room: RoomWindow, qtbot: QtBot) -> None:
    room.set_reduced(True)
    room.show()
    room.show_view(TURN)
    now = room.grab().toImage()
    qtbot.wait(450)
    assert room.grab().toImage() == now


def test_soft_time_moves_without_a_fade(room: RoomWindow) -> None:
    room.set_reduced(True)
    room.show()
    room.show_view(VIEWS["turn-ends"])
    room.set_reduced(False)
    room.show_view(replace(VIEWS["turn-ends"], arc=0.5))
    now = room.grab().toImage()
    room.set_reduced(True)
    assert _difference(room.grab().toImage(), now) == 0


def test_breath_is_painted_again_and_again_only_while_it_is_seen(room: RoomWindow, qtbot: QtBot) -> None:
    room.show_view(VIEWS["breath"])
    assert not room.findChildren(QTimer)[0].isActive()
    room.show()
    assert room.findChildren(QTimer)[0].isActive()
    one = room.grab().toImage()
    qtbot.waitUntil(lambda: room.grab().toImage() != one)
    room.hide()
    assert not room.findChildren(QTimer)[0].isActive()
    room.show()
    room.show_view(BLANK)
    assert not room.findChildren(QTimer)[0].isActive()


def test_screen_readers_are_told_what_is_on_the_wall(room: RoomWindow) -> None:
    room.show_view(TURN)
    spoken = QAccessible.queryAccessibleInterface(room)
    assert spoken.text(QAccessible.Text.Name) == Catalogue("ja").say("Room display") == room.windowTitle()
    assert "Mina" in spoken.text(QAccessible.Text.Description)
    room.show_view(BLANK)
    assert spoken.text(QAccessible.Text.Description) == ""
    room.retranslate(Catalogue("en"))
    assert room.accessibleName() == "Room display"


def test_it_takes_no_focus_and_closes_nothing(room: RoomWindow) -> None:
    assert room.focusPolicy() is Qt.FocusPolicy.NoFocus
    assert room.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert not room.testAttribute(Qt.WidgetAttribute.WA_QuitOnClose)


def test_it_tells_how_many_pages_there_are_and_what_is_too_long(room: RoomWindow) -> None:
    room.show_view(VIEWS["guidelines-many"])
    assert room.sheet().pages == 3
    room.show_view(VIEWS["notes-endless"])
    assert room.sheet().too_long == ("b",)


def _difference(one: QImage, other: QImage) -> int:
    """The largest difference of brightness in any point looked at."""
    return max(
        abs(one.pixelColor(x, y).value() - other.pixelColor(x, y).value())
        for x in range(0, one.width(), 3)
        for y in range(0, one.height(), 3)
    )
