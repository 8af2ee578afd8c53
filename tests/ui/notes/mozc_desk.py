"""A desk at which Japanese is typed: a real X server, ibus and Mozc, and Coprod with somebody who watches it.

Mozc does not work for root. So for root the whole desk belongs to nobody; only Coprod and its helpers may read what
root may, because Python itself may lie in root's own folder.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.e2e.desk import LAPTOP, NEEDED, PATIENCE, PROJECTOR, Desk, Running, until

if TYPE_CHECKING:
    from collections.abc import Iterator

ENGINE = "mozc-jp"
_COMPONENT = Path("/usr/share/ibus/component/mozc.xml")
MISSING = [
    name for name in (*NEEDED, "setpriv", "dbus-daemon", "ibus", "ibus-daemon") if not shutil.which(name)
]
MISSING += [] if _COMPONENT.exists() else ["ibus-mozc"]

_NOBODY = 65534
_IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0
_USER = ("setpriv", f"--reuid={_NOBODY}", f"--regid={_NOBODY}", "--clear-groups") if _IS_ROOT else ()
_OVERRIDE, _READ = 1 << 1, 1 << 2
"""Of the kernel's capabilities: to read and write, and to read, whatever the permissions say."""

_CONFIG = f"""engines {{
  name: "{ENGINE}"
  longname: "Mozc"
  layout: "default"
  rank: 80
}}
active_on_launch: True
"""


@dataclass
class MozcDesk(Desk):
    """The desk, with Coprod on it in Japanese."""

    watched: subprocess.Popen[str] | None = None

    def seen(self) -> dict[str, Any]:
        """What stands in the window of notes now."""
        assert self.watched is not None
        assert self.watched.stdin is not None
        assert self.watched.stdout is not None
        self.watched.stdin.write("\n")
        self.watched.stdin.flush()
        seen: dict[str, Any] = json.loads(self.watched.stdout.readline())
        return seen

    def wait(self, **expected: object) -> dict[str, Any]:
        """Wait until all that is seen. Raises TimeoutError, which says what was seen instead."""
        end = time.monotonic() + PATIENCE
        while True:
            seen = self.seen()
            if all(seen.get(key) == one for key, one in expected.items()):
                return seen
            if time.monotonic() > end:
                raise TimeoutError(f"{expected} was not seen, but {seen}")
            time.sleep(0.05)

    def click(self, x: int, y: int) -> None:
        """Click with the mouse at a place on the desk."""
        self.run("xdotool", "mousemove", str(x), str(y), "click", "1")


@contextmanager
def mozc_desk() -> Iterator[MozcDesk]:
    """The desk, with the sample session begun and the note-taker's window open."""
    home = Path(tempfile.mkdtemp(prefix="coprod-mozc-"))  # pytest's own folders are closed to everybody else
    running = Running(_environment(home))
    try:
        made = MozcDesk(running.environment, home / "coprod.db", reader())
        _furnish(home)
        running.start_x(_USER)
        running.start(*_USER, "openbox", stdout=subprocess.DEVNULL)
        made.plug(LAPTOP)
        made.plug(PROJECTOR)
        _start_mozc(running, made)
        made.watched = running.start(
            *reader(),
            sys.executable,
            "-m",
            "tests.ui.notes.watched",
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        made.wait(window="ConsoleWindow", busy=False)
        made.press("space")
        made.wait(phase="open", busy=False)
        made.press("ctrl+n")
        made.wait(window="NotesWindow", writing=True)
        yield made
    finally:
        running.end()
        _end_daemons(home)
        for process in running.processes:
            for pipe in filter(None, (process.stdin, process.stdout)):
                pipe.close()
        shutil.rmtree(home, ignore_errors=True)


def reader() -> tuple[str, ...]:
    """What runs a command as the owner of the desk, who may read what is root's."""
    if not _USER:
        return ()
    line = next(one for one in Path("/proc/self/status").read_text().splitlines() if one.startswith("CapBnd"))
    bound = int(line.split()[1], 16)
    for bit, name in ((_READ, "dac_read_search"), (_OVERRIDE, "dac_override")):
        if bound & bit:
            return (*_USER, f"--inh-caps=+{name}", f"--ambient-caps=+{name}")
    return _USER


def _environment(home: Path) -> dict[str, str]:
    others = {"WAYLAND_DISPLAY", "IBUS_ADDRESS", "XMODIFIERS"}
    return {key: one for key, one in os.environ.items() if key not in others} | {
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_CACHE_HOME": str(home / "cache"),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_STATE_HOME": str(home / "state"),
        "XDG_RUNTIME_DIR": str(home / "run"),
        "COPROD_STORE": str(home / "coprod.db"),
        "GSETTINGS_BACKEND": "memory",
        "LC_ALL": "C.UTF-8",
        "NO_AT_BRIDGE": "1",
        "QT_IM_MODULE": "ibus",
        "QT_QPA_PLATFORM": "xcb",
    }


def _furnish(home: Path) -> None:
    """Lay out the home of whoever owns the desk: Mozc begins with hiragana, and Coprod in Japanese."""
    for name in ("config/mozc", "config/coprod", "cache", "data", "state", "run"):
        (home / name).mkdir(parents=True, mode=0o700)
    (home / "config/mozc/ibus_config.textproto").write_text(_CONFIG, "utf-8")
    (home / "config/coprod/Coprod.conf").write_text("[General]\nlanguage=ja\n", "utf-8")
    if _IS_ROOT:
        for path in (home, *home.rglob("*")):
            os.chown(path, _NOBODY, _NOBODY)


def _start_mozc(running: Running, made: Desk) -> None:
    bus = running.start(
        *_USER, "dbus-daemon", "--session", "--nofork", "--print-address=1", stdout=subprocess.PIPE
    )
    assert bus.stdout is not None
    running.environment["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()
    running.start(*_USER, "ibus-daemon", "--replace", "--panel", "disable", stdout=subprocess.DEVNULL)

    def chosen() -> bool:
        made.run("ibus", "engine", ENGINE)
        return made.run("ibus", "engine").strip() == ENGINE

    until(chosen, "ibus did not take Mozc")


def _end_daemons(home: Path) -> None:
    """End what ibus and Mozc left running: it is known by the home that no other process has."""
    mark = f"HOME={home}".encode()
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if mark in (folder / "environ").read_bytes().split(b"\0"):
                os.kill(int(folder.name), signal.SIGTERM)
