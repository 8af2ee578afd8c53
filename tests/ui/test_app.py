"""The application up to its first paint and just after: in a process of its own, as a person starts it."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSettings

from coprod.present.settings import SIZES
from coprod.store.local import open_store
from coprod.ui import app
from coprod.ui.app import chosen_language
from tests.sessions import REPO

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

STARTED = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from coprod import bootstrap
from coprod.ui import shell

class Watched(shell.Shell):
    def start(self, *, sample=False):
        super().start(sample=sample)
        self.watch = QTimer(self, interval=20)
        self.watch.timeout.connect(self.look)
        self.watch.start()

    def look(self):
        if self.meeting or (self.ready and not self._sample):
            self.watch.stop()
            print("meeting" if self.meeting else "home", self.words.lang, flush=True)
            QApplication.quit()

shell.Shell = Watched
sys.exit(bootstrap.main(sys.argv[1:]))
"""


def test_the_sizes_of_text_before_the_first_paint_are_those_that_can_be_chosen() -> None:
    assert tuple(str(size) for size in SIZES) == app.SIZES


@pytest.mark.parametrize(("kept", "scale"), [("150", 1.5), ("100", 1.0), ("", 1.0), ("7", 1.0), ("x", 1.0)])
def test_the_size_of_text_is_the_one_chosen_last(settings: QSettings, kept: str, scale: float) -> None:
    settings.setValue("text", kept)
    assert app.chosen_scale() == scale


@pytest.fixture
def settings() -> Iterator[QSettings]:
    made = QSettings()
    made.clear()
    yield made
    made.clear()


def started(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", STARTED, *arguments],
        cwd=REPO,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize(("arguments", "seen"), [((), "home en"), (("run", "--sample"), "meeting en")])
def test_the_windows_open_on_the_store_that_is_named(
    tmp_path: Path, arguments: tuple[str, ...], seen: str
) -> None:
    store = tmp_path / "mine" / "coprod.db"
    done = started(*arguments, COPROD_STORE=str(store), LC_ALL="C")
    assert (done.returncode, done.stdout.strip()) == (0, seen), done.stderr
    with open_store(store, write=False) as kept:
        assert len(kept.sessions()) == (1 if arguments else 0)


def test_a_store_named_on_the_command_line_wins(tmp_path: Path) -> None:
    done = started("run", "--store", str(tmp_path / "given.db"), COPROD_STORE=str(tmp_path / "other.db"))
    assert done.stdout.split()[0] == "home", done.stderr
    assert [path.name for path in sorted(tmp_path.glob("*.db"))] == ["given.db"]


def test_the_language_of_the_system_is_spoken_at_first(tmp_path: Path) -> None:
    done = started(COPROD_STORE=str(tmp_path / "coprod.db"), LC_ALL="C.UTF-8", LANGUAGE="ja")
    assert done.stdout.strip() == "home ja", done.stderr


@pytest.mark.parametrize(("chosen", "spoken"), [("ja", "ja"), ("ko", "ko"), ("en", "en"), ("xx", "en")])
def test_the_language_chosen_last_is_spoken(
    settings: QSettings, monkeypatch: pytest.MonkeyPatch, chosen: str, spoken: str
) -> None:
    settings.setValue("language", chosen)
    if chosen == "xx":
        monkeypatch.setattr("coprod.ui.app.QLocale.system", NoLocale)
    assert chosen_language() == spoken


class NoLocale:
    def uiLanguages(self) -> list[str]:
        return ["fi-FI"]
