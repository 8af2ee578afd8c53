"""Run every benchmark in a process of its own, and print one table with the goals beside the figures.

A benchmark is a module of this folder with a function `rows() -> list[Row]`.
"""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
from dataclasses import asdict
from importlib import import_module
from importlib.metadata import version
from pathlib import Path

from benchmarks.table import Row, table

FOLDER = Path(__file__).resolve().parent
NO_BENCHMARKS = {"__init__", "__main__", "table"}
RESULT = "rows: "


def names(folder: Path = FOLDER) -> list[str]:
    """Name the benchmarks of a folder."""
    found = (path.stem for path in sorted(folder.glob("*.py")))
    return [name for name in found if name not in NO_BENCHMARKS and not name.startswith("_")]


def machine() -> str:
    """Tell on what the figures were measured."""
    script = "import sqlcipher3; print(sqlcipher3.sqlite_version)"
    sqlite = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    ).stdout.strip()
    cores = f"{os.cpu_count()} cores"
    return (
        f"{_processor()}, {cores}; {platform.system()} {platform.release()}; "
        f"Python {platform.python_version()}, Qt {version('pyside6-essentials')}, SQLite {sqlite}"
    )


def measured(name: str) -> list[Row] | str:
    """Run one benchmark in its own process: its rows, or the last line of what went wrong."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks", name],
        cwd=FOLDER.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    results = [line for line in done.stdout.splitlines() if line.startswith(RESULT)]
    if done.returncode or not results:
        return (done.stderr.strip().splitlines() or [f"no rows, exit {done.returncode}"])[-1]
    return [Row(**values) for values in json.loads(results[-1].removeprefix(RESULT))]


def main(arguments: list[str]) -> int:
    """Run all benchmarks; with a name: that one, here, its rows printed for the process that asked."""
    if arguments:
        rows = import_module(f"benchmarks.{arguments[0]}").rows()
        print(RESULT + json.dumps([asdict(row) for row in rows]))
        return 0
    rows, failures = [], []
    for name in names():
        print(f"… {name}", file=sys.stderr)
        result = measured(name)
        if isinstance(result, str):
            failures.append(f"{name} failed: {result}")
        else:
            rows += result
    print(machine(), "", table(rows), *failures, sep="\n")
    return 1 if failures else 0


def _processor() -> str:
    """Name the processor, which `platform` leaves out on Linux."""
    known = Path("/proc/cpuinfo")
    lines = known.read_text(encoding="utf-8").splitlines() if known.exists() else []
    models = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    return models[0] if models else platform.processor() or platform.machine()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
