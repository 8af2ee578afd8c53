"""What the program stands on: a Qt that keeps its references, and checks that can fail."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from subprocess import CompletedProcess

    from pytestqt.qtbot import QtBot


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on")
def test_qt_loses_no_reference_to_none(qtbot: QtBot) -> None:
    from PySide6.QtWidgets import QLabel  # noqa: PLC0415 - not before the platform is chosen

    label = QLabel()
    qtbot.addWidget(label)
    label.setText("warm up")
    before = sys.getrefcount(None)
    for number in range(100):
        label.setText(str(number))
    assert sys.getrefcount(None) >= before - 20


def test_permissions_bind_an_unprivileged_command(
    unprivileged: Callable[..., CompletedProcess[str]], tmp_path: Path
) -> None:
    tmp_path.chmod(0o555)
    script = "import sys; open(sys.argv[1], 'w')"
    done = unprivileged([sys.executable, "-c", script, tmp_path / "x"])
    tmp_path.chmod(0o755)
    assert done.returncode == 1
    assert "PermissionError" in done.stderr


def test_a_window_left_behind_fails_its_test(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[1]))
    pytester.makeconftest("from tests.conftest import no_window_left, own_home\n")
    pytester.makepyfile(
        """
        from PySide6.QtWidgets import QWidget

        def test_leaks(qtbot):
            global kept
            kept = QWidget()
            kept.setObjectName("forgotten")

        def test_keeps_house(qtbot):
            widget = QWidget()
            qtbot.addWidget(widget)
            widget.show()
        """
    )
    result = pytester.runpytest_subprocess("-p", "no:randomly", "-p", "no:cacheprovider")
    result.assert_outcomes(passed=2, errors=1)
    result.stdout.fnmatch_lines(["*left behind: QWidget 'forgotten'*"])
