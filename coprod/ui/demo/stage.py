"""The stage of the demo: two virtual screens, a store that is thrown away, and the real windows."""

from __future__ import annotations

import json
import os
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog

from coprod import paths
from coprod.domain.moments import to_ms
from coprod.ui import theme as themes
from coprod.ui.app import Shell, Tools
from coprod.ui.demo.album import Album
from coprod.ui.demo.clock import MovedClock
from coprod.ui.demo.player import Player
from coprod.ui.demo.typist import Typist

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from coprod.service.ports import Renderer
    from coprod.ui.app import Store

LAPTOP, PROJECTOR = (1366, 768), (1920, 1080)


def play(folder: Path, open_store: Callable[[Path], Store], render: Renderer, lang: str = "en") -> int:
    """Run the planned sample by its script; pictures and minutes go to `folder`. The exit code."""
    folder.mkdir(parents=True, exist_ok=True)
    sample = paths.resources() / "sample"
    steps: list[dict[str, Any]] = json.loads((sample / "speaking-up.script.json").read_text("utf-8"))
    planned = json.loads((sample / "speaking-up.planned.coprod.json").read_text("utf-8"))
    clock = MovedClock(to_ms(planned["planned"]["start"]))
    with tempfile.TemporaryDirectory(prefix="coprod-demo-") as scratch, virtual_app(Path(scratch)) as app:
        tools = Tools(lambda: open_store(Path(scratch) / "demo.db"), render, clock)
        theme = themes.load("light")
        themes.apply(app, theme)
        shell = Shell(app, tools, theme, lang)
        try:
            _run(shell, steps, clock, folder)
        finally:
            shell.close()
    pictures = len(list(folder.glob("*.png")))
    print(f"{folder}: {pictures} pictures, and the minutes in minutes.pdf")  # noqa: T201 - the command's answer
    return 0


def _run(shell: Shell, steps: list[dict[str, Any]], clock: MovedClock, folder: Path) -> None:
    def meeting_busy() -> bool:
        return shell.meeting is not None and shell.meeting.bridge.busy

    typist = Typist(lambda: shell.meeting.console if shell.meeting else shell.home, meeting_busy)
    shell.start()
    typist.wait(lambda: shell.ready)
    typist.press("Ctrl+Shift+S")
    typist.wait(lambda: shell.meeting is not None)
    meeting = shell.meeting
    if meeting is None:
        raise RuntimeError("no meeting")
    meeting.console.activateWindow()
    typist.settle()
    Player(meeting, typist, clock, Album(folder, meeting)).play(steps)
    target = (folder / "minutes.pdf").absolute()
    target.unlink(missing_ok=True)
    QTimer.singleShot(200, lambda: _name_file(typist, target))
    typist.press("Ctrl+P")
    typist.wait(target.exists)


def _name_file(typist: Typist, target: Path) -> None:
    """Answer the dialog that asks for a place."""
    dialog = QApplication.activeModalWidget()
    if isinstance(dialog, QFileDialog):
        typist.press("Ctrl+A")
        typist.type(str(target))
        typist.press("Return")


@contextmanager
def virtual_app(scratch: Path) -> Iterator[QApplication]:
    """An application on a laptop's screen and a projector that nobody sees, with settings of its own."""
    screens = scratch / "screens.json"
    screens.write_text(
        json.dumps({"screens": [_screen("Laptop", 0, LAPTOP), _screen("Projector", LAPTOP[0], PROJECTOR)]})
    )
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={screens}"
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(scratch))
    app = QApplication(["coprod"])
    app.setOrganizationName("coprod")
    app.setApplicationName("Coprod")
    QSettings().setValue("reduced_motion", True)
    try:
        yield app
    finally:
        app.quit()


def _screen(name: str, x: int, size: tuple[int, int]) -> dict[str, object]:
    return {"name": name, "x": x, "y": 0, "width": size[0], "height": size[1], "logicalDpi": 96, "dpr": 1}
