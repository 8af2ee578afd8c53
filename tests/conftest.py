"""What every test gets: no screen, a home of its own, no window left behind."""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from tests.unprivileged import run_unprivileged

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from subprocess import CompletedProcess

    from PySide6.QtCore import QObject

pytest_plugins = ["pytester"]

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile(
    "ci", derandomize=True, deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("soak", parent=settings.get_profile("ci"), derandomize=False, max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep every test out of the person's own stores and settings."""
    monkeypatch.delenv("COPROD_STORE", raising=False)
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "home"))


@pytest.fixture(autouse=True)
def no_window_left() -> Iterator[None]:
    """Fail the test that leaves a top-level widget or window behind."""
    before = _top_level()
    yield
    left = _newcomers(before)
    if left:
        gc.collect()
        left = _newcomers(before)
    names = [f"{type(item).__name__} {item.objectName()!r}" for item in left]
    for item in left:
        item.deleteLater()
    if names:
        pytest.fail(f"left behind: {', '.join(names)}")


@pytest.fixture(scope="session")
def soak() -> bool:
    """Whether long checks run in full (`make soak`), and not in their short form."""
    return os.environ.get("COPROD_SOAK") == "1"


@pytest.fixture
def unprivileged() -> Callable[..., CompletedProcess[str]]:
    """Run a command as someone whom file permissions bind, which they don't root."""
    return run_unprivileged


def _top_level() -> list[QObject]:
    """All top-level widgets and windows; none while Qt is not in use (nothing here imports it)."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return []
    application = widgets.QApplication
    return [*application.topLevelWidgets(), *application.topLevelWindows()]


def _newcomers(before: list[QObject]) -> list[QObject]:
    core = sys.modules.get("PySide6.QtCore")
    if core is not None and core.QCoreApplication.instance() is not None:
        core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete)
    known = {id(item) for item in before}
    return [
        item
        for item in _top_level()
        if id(item) not in known and item.metaObject().className() != "QTipLabel"
    ]
