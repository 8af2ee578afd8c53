"""The table of benchmarks says what was measured, what was wanted, and what falls short."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from benchmarks import __main__ as bench
from benchmarks.table import Row, table

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("row", "met"),
    [
        (Row("a", 1.1, 1.1), True),
        (Row("a", 1.2, 1.1), False),
        (Row("a", 150, 150, "MB", "<"), False),
        (Row("a", 60, 59, "fps", ">="), True),
    ],
)
def test_a_goal_is_met_or_not(row: Row, met: bool) -> None:
    assert row.met is met


def test_columns_stand_under_one_another() -> None:
    lines = table(
        [Row("first paint ÷ bare window", 1.05, 1.1), Row("議事録", 160.0, 150, "MB", "<")]
    ).splitlines()
    assert lines == [
        "                            measured       goal",
        "first paint ÷ bare window       1.05      ≤ 1.1",
        "議事録                        160 MB   < 150 MB   falls short",
    ]


def test_benchmarks_are_found_by_their_files(tmp_path: Path) -> None:
    for name in ("__main__", "table", "_helper", "fold", "commit"):
        (tmp_path / f"{name}.py").touch()
    assert bench.names(tmp_path) == ["commit", "fold"]


def test_one_failure_does_not_hide_the_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "benchmarks"
    folder.mkdir()
    for name in ("__init__.py", "__main__.py", "table.py"):
        (folder / name).write_bytes((bench.FOLDER / name).read_bytes())
    (folder / "bad.py").write_text("def rows(): raise ValueError('broken')")
    (folder / "good.py").write_text(
        "from benchmarks.table import Row\ndef rows(): return [Row('good', 1.0, 2.0)]"
    )
    monkeypatch.setattr(bench, "FOLDER", folder)
    monkeypatch.setattr(bench, "names", lambda: ["bad", "good"])
    assert bench.main([]) == 1
    out = capsys.readouterr().out
    assert "good          1    ≤ 2" in out
    assert "bad failed: ValueError: broken" in out


def test_the_machine_is_named() -> None:
    assert f"Python {sys.version_info.major}.{sys.version_info.minor}" in bench.machine()
