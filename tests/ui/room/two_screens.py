"""A laptop and a projector, off-screen: what the room window does as the projector comes and goes.

Run as a program, because Qt learns of its screens once, at the start. Prints one JSON object.
"""

from __future__ import annotations

import json
import sys

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from coprod.i18n import Catalogue
from coprod.ui import theme as themes
from coprod.ui.room.window import RoomWindow
from tests.ui.room.walls import VIEWS

SCREENS = {
    "screens": [
        {"name": "Laptop", "x": 0, "y": 0, "width": 1366, "height": 768, "dpi": 96, "dpr": 1},
        {"name": "Projector", "x": 1366, "y": 0, "width": 1920, "height": 1080, "dpi": 96, "dpr": 1},
        {"name": "Monitor", "x": 3286, "y": 0, "width": 1280, "height": 720, "dpi": 96, "dpr": 2},
    ]
}


class Stage:
    """Application, console and room window."""

    def __init__(self) -> None:
        self.app = QApplication(sys.argv[:1])
        theme = themes.load("light")
        themes.apply(self.app, theme)
        named = {screen.name(): screen for screen in self.app.screens()}
        self.all = [named[name] for name in ("Laptop", "Projector", "Monitor")]
        self.now = self.all[:2]
        self.console = QWidget()
        self.console.setGeometry(100, 100, 400, 300)
        self.console.show()
        self.room = RoomWindow(theme, Catalogue("en"), screens=lambda: self.now)
        self.told: list[str] = []
        self.room.placed.connect(self.told.append)
        self.room.show_view(VIEWS["turn"])

    def seen(self) -> dict[str, object]:
        """Where the room window is now."""
        self.app.processEvents()
        place = self.room.geometry()
        return {
            "visible": self.room.isVisible(),
            "screen": self.room.screen().name() if self.room.isVisible() else "",
            "place": [place.x(), place.y(), place.width(), place.height()] if self.room.isVisible() else [],
        }


def main() -> None:
    """Go through one evening, and through a call."""
    stage = Stage()
    told = {**an_evening(stage), **a_call(stage)}
    sys.stdout.write(json.dumps(told))
    stage.room.close()
    stage.console.close()


def an_evening(stage: Stage) -> dict[str, object]:
    """A projector comes, goes, and is put away."""
    told: dict[str, object] = {"before": stage.seen()}
    stage.room.attach(stage.console)
    told["attached"] = stage.seen()
    told["full"] = {"full": stage.room.isFullScreen(), "active": stage.room.isActiveWindow()}
    told["frame"] = {"frameless": bool(stage.room.windowFlags() & Qt.WindowType.FramelessWindowHint)}
    projector = stage.all[1]
    stage.now = stage.all[:1]
    stage.app.screenRemoved.emit(projector)
    told["unplugged"] = stage.seen()
    stage.now = stage.all[:2]
    stage.app.screenAdded.emit(projector)
    told["back"] = stage.seen()
    told["shows"] = {"kind": stage.room.view().kind.value}
    stage.room.set_wanted(False)
    told["put away"] = stage.seen()
    stage.app.screenAdded.emit(projector)
    told["still away"] = stage.seen()
    stage.room.set_wanted(True)
    told["wanted"] = stage.seen()
    stage.console.setScreen(projector)
    stage.console.move(1500, 100)
    stage.app.processEvents()
    stage.room.set_wanted(True)
    told["console moved"] = stage.seen()
    told["told"] = {"names": list(stage.told)}
    return told


def a_call(stage: Stage) -> dict[str, object]:
    """There is no projector, and a window instead; then two other screens."""
    told: dict[str, object] = {}
    projector = stage.all[1]
    stage.console.setScreen(stage.all[0])
    stage.console.move(100, 100)
    stage.app.processEvents()
    stage.now = stage.all[:1]
    stage.app.screenRemoved.emit(projector)
    stage.room.toggle()
    told["in a window"] = stage.seen()
    framed = not stage.room.windowFlags() & Qt.WindowType.FramelessWindowHint
    told["window"] = {"framed": bool(framed), "says": stage.room.in_window, "full": stage.room.isFullScreen()}
    moved: dict[str, object] = {"one screen": stage.room.move_on()}
    stage.now = stage.all[:2]
    stage.app.screenAdded.emit(projector)
    told["projector again"] = stage.seen()
    told["whole"] = {"says": stage.room.in_window, "full": stage.room.isFullScreen()}
    stage.now = list(stage.all)
    moved |= {"two screens": stage.room.move_on(), "to": stage.room.screen().name()}
    moved |= {"again": stage.room.move_on(), "back": stage.room.screen().name()}
    stage.now = stage.all[:1]
    stage.app.screenRemoved.emit(projector)
    told["unplugged again"] = stage.seen()
    stage.room.toggle()
    stage.room.close()
    told["closed"] = stage.seen()
    return {
        **told,
        "moved on": moved,
        "after": after_one_that_is_gone(stage),
        "one press": one_press_each(stage),
    }


def one_press_each(stage: Stage) -> dict[str, object]:
    """Each press of the key shows the wall or puts it away, whatever came and went in between."""
    presses: dict[str, object] = {}

    def press(name: str, screens: int) -> None:
        stage.now = stage.all[:screens]
        stage.app.screenAdded.emit(stage.all[screens - 1])
        stage.room.toggle()
        presses[name] = stage.seen()["screen"]

    press("put away", 2)
    press("shown", 2)
    press("put away again", 2)
    press("in a window", 1)
    stage.now = stage.all[:2]
    stage.app.screenAdded.emit(stage.all[1])
    press("put away from the projector", 2)
    press("in a window again", 1)
    press("window put away", 1)
    stage.now = list(stage.all)
    stage.room.move_on()
    press("put away after moving on", 3)
    return presses


def after_one_that_is_gone(stage: Stage) -> dict[str, object]:
    """The screen that is remembered is not there: moving on starts from the one that is shown."""
    stage.now = list(stage.all)
    stage.room.attach(stage.console, "gone")
    shown = stage.room.screen().name()
    return {"shown": shown, "moved": stage.room.move_on(), "to": stage.room.screen().name()}


if __name__ == "__main__":
    main()
