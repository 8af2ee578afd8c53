"""A real desk: an X server with a laptop's monitor and a projector, a window manager, and keys that X itself sends."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from tests.sessions import REPO

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

NEEDED = ("Xvfb", "xrandr", "openbox", "xdotool")
MISSING = [name for name in NEEDED if shutil.which(name) is None]
LAPTOP = ("Laptop", "1366/361x768/203+0+0", "screen")
PROJECTOR = ("Projector", "1920/508x1080/286+1366+0", "none")
PATIENCE = 60.0

_GRAB = """
import sys
from PySide6.QtGui import QGuiApplication
app = QGuiApplication([])
(screen,) = (one for one in app.screens() if one.name() == sys.argv[2])
assert screen.grabWindow(0).save(sys.argv[1])
"""


class Place(NamedTuple):
    """Where a window is, in px of the whole desk."""

    x: int
    y: int
    width: int
    height: int


@dataclass
class Desk:
    """The desk, with Coprod running on it."""

    environment: dict[str, str]
    store: Path
    user: tuple[str, ...] = ()
    """What stands before each command, to run it as somebody else."""

    def run(self, *command: str) -> str:
        """What a command says, run on this desk."""
        done = subprocess.run(
            [*self.user, *command],
            env=self.environment,
            cwd=REPO,
            capture_output=True,
            text=True,
            check=False,
            timeout=PATIENCE,
        )
        return done.stdout

    def plug(self, monitor: tuple[str, str, str]) -> None:
        """Plug a monitor in."""
        self.run("xrandr", "--setmonitor", *monitor)

    def unplug(self, name: str) -> None:
        """Pull a monitor out."""
        self.run("xrandr", "--delmonitor", name)

    def window(self, name: str) -> Place | None:
        """Where the visible window of that name is; None where there is none."""
        found = self.run("xdotool", "search", "--onlyvisible", "--name", name).split()
        if not found:
            return None
        said = self.run("xdotool", "getwindowgeometry", "--shell", found[-1])
        values = dict(line.split("=") for line in said.splitlines() if "=" in line)
        return Place(*(int(values[key]) for key in ("X", "Y", "WIDTH", "HEIGHT"))) if "X" in values else None

    def press(self, *keys: str) -> None:
        """Press keys, in whatever has the focus."""
        self.run("xdotool", "key", "--delay", "40", *keys)

    def coprod(self, *arguments: str) -> str:
        """What a command of Coprod says of the same store, beside the windows."""
        return self.run(sys.executable, "main.py", *arguments, "--store", str(self.store))

    def picture(self, path: Path, monitor: str) -> Path:
        """Take a picture of a monitor, as X holds it."""
        self.run(sys.executable, "-c", _GRAB, str(path), monitor)
        return path


def until(holds: Callable[[], bool], what: str) -> None:
    """Wait until something holds. Raises TimeoutError."""
    end = time.monotonic() + PATIENCE
    while not holds():
        if time.monotonic() > end:
            raise TimeoutError(what)
        time.sleep(0.1)


@dataclass
class Running:
    """The processes of a desk, which end with it."""

    environment: dict[str, str]
    processes: list[subprocess.Popen[str]] = field(default_factory=list)

    def start(self, *command: str, **pipes: Any) -> subprocess.Popen[str]:
        """Start a command on the desk."""
        process = subprocess.Popen(
            command, env=self.environment, cwd=REPO, stderr=subprocess.DEVNULL, text=True, **pipes
        )
        self.processes.append(process)
        return process

    def start_x(self, user: tuple[str, ...] = ()) -> None:
        """Start an X server as wide as both monitors."""
        read, write = os.pipe()
        screen = ("-noreset", "-screen", "0", "3286x1080x24", "-displayfd", str(write))
        self.start(*user, "Xvfb", *screen, pass_fds=(write,))
        os.close(write)
        with os.fdopen(read) as number:
            self.environment["DISPLAY"] = f":{number.readline().strip()}"

    def end(self) -> None:
        """End them, the last first."""
        for process in reversed(self.processes):
            process.terminate()
        for process in reversed(self.processes):
            process.wait(PATIENCE)


@contextmanager
def desk(folder: Path) -> Iterator[Desk]:
    """A desk with both monitors, and Coprod opened on the sample session."""
    environment = {key: one for key, one in os.environ.items() if key != "WAYLAND_DISPLAY"}
    environment |= {"QT_QPA_PLATFORM": "xcb", "HOME": str(folder), "LC_ALL": "C.UTF-8"}
    environment |= {name: str(folder) for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR")}
    running = Running(environment)
    try:
        running.start_x()
        running.start("openbox")
        made = Desk(environment, folder / "coprod.db")
        made.plug(LAPTOP)
        made.plug(PROJECTOR)
        environment["COPROD_STORE"] = str(made.store)
        running.start(sys.executable, "main.py", "run", "--sample")
        until(lambda: made.window("Room display") is not None, "the room display did not open")
        yield made
    finally:
        running.end()
