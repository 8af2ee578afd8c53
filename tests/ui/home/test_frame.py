"""The frame of home: seen first, and light enough to be."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from coprod.ui import theme
from coprod.ui.home.frame import HomeFrame
from tests.sessions import REPO

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

LATER = "sqlalchemy alembic sqlcipher3 babel reportlab pikepdf budoux msgspec tomllib json platformdirs dataclasses"


def test_it_tells_once_that_it_is_painted(qtbot: QtBot) -> None:
    frame = HomeFrame(theme.load("light"), "Tuesday 12 May 2026")
    qtbot.addWidget(frame)
    told: list[None] = []
    frame.painted.connect(lambda: told.append(None))
    with qtbot.waitSignal(frame.painted):
        frame.show()
    frame.say_today("Wednesday")
    qtbot.wait(30)
    assert len(told) == 1


def test_the_date_is_painted_beside_the_side_column(qapp: QApplication, qtbot: QtBot) -> None:
    own = theme.load("light")
    theme.dress(qapp, own)
    frame = HomeFrame(own, "")
    qtbot.addWidget(frame)
    without = frame.grab().toImage()
    frame.say_today("Tuesday 12 May 2026")
    with_date = frame.grab().toImage()
    assert with_date != without
    assert with_date.pixelColor(10, 400) == own.sunk
    assert with_date.pixelColor(1000, 400) == own.paper


def test_before_the_first_paint_nothing_heavy_is_read() -> None:
    script = (
        "import sys, coprod.bootstrap, coprod.ui.app as app\n"
        "app.begin = lambda *parts, **more: (print(*sys.modules), app.QApplication.quit())\n"
        "coprod.bootstrap._window_tools = lambda place: None\n"
        "coprod.bootstrap.main([])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=REPO, capture_output=True, text=True, check=True, timeout=60
    )
    read = set(done.stdout.split())
    assert "coprod.ui.home.frame" in read
    assert not read & {*LATER.split(), "coprod.cli", "coprod.domain", "coprod.service", "coprod.ui.kit"}
