"""The stage of the demo: two virtual screens, a store that is thrown away, and the real windows."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSettings, QTimer, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QFileDialog

from coprod import paths
from coprod.domain.moments import to_ms
from coprod.i18n import Catalogue
from coprod.ui import theme as themes
from coprod.ui.app import name
from coprod.ui.demo.album import Album
from coprod.ui.demo.clock import MovedClock
from coprod.ui.demo.player import OffScript, Player
from coprod.ui.demo.typist import Typist
from coprod.ui.home.frame import HomeFrame
from coprod.ui.shell import Shell
from coprod.ui.tools import Tools

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from PySide6.QtCore import QMessageLogContext, QtMsgType

    from coprod.domain.handout import HandoutDoc
    from coprod.domain.paper_sheet import PaperSheet
    from coprod.service.drafting import Drafter
    from coprod.service.ports import PageDrawer, Renderer
    from coprod.service.sharing.hosting import Hosting
    from coprod.service.sharing.joining import Met
    from coprod.service.sharing.laptops import Introduction
    from coprod.service.sheets import SheetFiles
    from coprod.service.tables import Table
    from coprod.service.translation import Returned, Work
    from coprod.ui.meeting import Meeting
    from coprod.ui.tools import Store

LAPTOP, PROJECTOR = (1366, 768), (1920, 1080)
SAMPLE = "speaking-up"
_NOISE = ("This plugin does not support", "requestActivate() called for")
"""What the off-screen platform complains of, and nobody can change."""


def play(
    folder: Path, open_store: Callable[[Path], Store], render: Renderer, script: Path | None = None
) -> int:
    """Run the planned sample by its script; pictures and minutes go to `folder`. The exit code."""
    try:
        pictures = _play(folder, open_store, render, script or sample(f"{SAMPLE}.script.json"))
    except (OffScript, TimeoutError, OSError) as error:
        print(f"coprod: the demo stopped: {error}", file=sys.stderr)  # noqa: T201 - the command's answer
        return 1
    print(f"{folder}: {pictures} pictures, and the minutes in minutes.pdf")  # noqa: T201 - the command's answer
    return 0


def _nothing_sealed() -> SheetFiles:
    """The sample makes no group sheets."""
    raise NotImplementedError


def _nothing_handed_out(doc: HandoutDoc, languages: Sequence[str], path: Path, large: bool) -> None:
    """Nobody asks for the page for participants in the demo."""


def _nothing_printed(doc: PaperSheet, languages: Sequence[str], path: Path, large: bool) -> None:
    """The sample makes no group sheets."""


def sample(name: str) -> Path:
    """A file of the sample session."""
    return paths.resources() / "sample" / name


def _play(folder: Path, open_store: Callable[[Path], Store], render: Renderer, script: Path) -> int:
    folder.mkdir(parents=True, exist_ok=True)
    for old in (*folder.glob("[0-9][0-9][0-9]-*.png"), folder / "minutes.pdf"):
        old.unlink(missing_ok=True)
    steps: list[dict[str, Any]] = json.loads(script.read_text("utf-8"))
    with tempfile.TemporaryDirectory(prefix="coprod-demo-") as place, virtual_app(Path(place)) as app:
        clock = MovedClock(begin_of_sample())
        shell = open_shell(
            app,
            Tools(
                lambda _place: open_store(Path(place) / "demo.db"),
                render,
                _nothing_handed_out,
                clock,
                _nothing_sealed,
                _no_table,
                _nothing_printed,
                _no_work_written,
                _no_work_read,
                _no_pages,
                _no_drafter,
                _no_logo,
                _nothing_shared,
                _nothing_joined,
                _nobody_introduced,
            ),
            "en",
        )
        album: Album | None = None
        try:
            typist, meeting = open_sample(shell)
            album = Album(folder, meeting)
            Player(meeting, typist, clock, album).play(steps)
            write_minutes(typist, (folder / "minutes.pdf").absolute())
        finally:
            shell.close()
            pictures = album.close() if album is not None else 0
    return pictures


def begin_of_sample() -> int:
    """When the sample session is planned to begin (UTC ms)."""
    planned = json.loads(sample(f"{SAMPLE}.planned.coprod.json").read_text("utf-8"))
    return to_ms(planned["planned"]["start"])


def open_shell(app: QApplication, tools: Tools, lang: str) -> Shell:
    """The windows, opened as the program opens them."""
    theme, words = themes.load("light"), Catalogue(lang)
    themes.apply(app, theme)
    frame = HomeFrame(theme, "")
    frame.show()
    shell = Shell(app, frame, tools, theme, words)
    shell.start()
    return shell


def open_sample(shell: Shell) -> tuple[Typist, Meeting]:
    """Open the sample session from home, by its key. Raises TimeoutError."""
    typist = Typist(
        lambda: shell.meeting.console if shell.meeting else shell.home.frame,
        lambda: shell.meeting is not None and shell.meeting.bridge.busy,
    )
    typist.wait(lambda: shell.ready)
    typist.press("Ctrl+Shift+S")
    typist.wait(lambda: shell.meeting is not None)
    meeting = shell.meeting
    if meeting is None:
        raise OffScript("the sample session did not open")
    meeting.console.activateWindow()
    typist.settle()
    return typist, meeting


def write_minutes(typist: Typist, target: Path) -> None:
    """Ask for the minutes, and name the file in the dialog. Raises TimeoutError."""
    answering = QTimer(interval=20)
    answering.timeout.connect(lambda: _name_file(answering, typist, target))
    answering.start()
    typist.press("Ctrl+P")
    typist.wait(target.exists)


def _name_file(answering: QTimer, typist: Typist, target: Path) -> None:
    """Answer the dialog that asks for a place."""
    if isinstance(QApplication.activeModalWidget(), QFileDialog):
        answering.stop()
        typist.press("Ctrl+A")
        typist.type(str(target))
        typist.press("Return")


@contextmanager
def virtual_app(place: Path) -> Iterator[QApplication]:
    """An application on a laptop's screen and a projector that nobody sees, with settings of its own in `place`."""
    screens = place / "screens.json"
    screens.write_text(
        json.dumps({"screens": [_screen("Laptop", 0, LAPTOP), _screen("Projector", LAPTOP[0], PROJECTOR)]})
    )
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={screens}"
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(place))
    qInstallMessageHandler(_say)
    bugs: list[BaseException] = []
    hook, sys.excepthook = sys.excepthook, lambda _kind, error, _trace: bugs.append(error)
    app = QApplication(["coprod"])
    name(app)
    QSettings().setValue("reduced_motion", True)
    try:
        yield app
    finally:
        sys.excepthook = hook
        app.quit()
        qInstallMessageHandler(None)
        if bugs:
            raise bugs[0]


def _say(_kind: QtMsgType, _where: QMessageLogContext, message: str) -> None:
    if not message.startswith(_NOISE):
        print(message, file=sys.stderr)  # noqa: T201 - as Qt itself would


def _screen(name: str, x: int, size: tuple[int, int]) -> dict[str, object]:
    return {"name": name, "x": x, "y": 0, "width": size[0], "height": size[1], "logicalDpi": 96, "dpr": 1}


def _no_table(path: Path) -> Table:  # noqa: ARG001 - the port names it
    raise RuntimeError("the demo reads no table")


def _no_work_written(work: Work, path: Path) -> None:
    """The sample goes to no translator."""


def _no_work_read(path: Path) -> Returned:  # noqa: ARG001 - the port names it
    raise RuntimeError("the demo reads no translation")


def _no_pages() -> PageDrawer:
    raise RuntimeError("the demo looks at no pages")


def _no_drafter(folder: Path, langs: tuple[str, str]) -> Drafter:  # noqa: ARG001 - the port names them
    raise RuntimeError("the demo lets no machine draft")


def _nothing_shared(*_asked: object, **_how: object) -> Hosting:
    raise RuntimeError("the demo shares nothing")


def _nothing_joined(address: str, word: str) -> Met:  # noqa: ARG001 - the port names them
    raise RuntimeError("the demo joins nothing")


def _nobody_introduced(word: str, certificate: bytes, *, host: bool) -> Introduction:  # noqa: ARG001 - the same
    raise RuntimeError("the demo joins nothing")


def _no_logo(data: bytes) -> bytes:  # noqa: ARG001 - the port names it
    raise RuntimeError("the demo has no logo")
