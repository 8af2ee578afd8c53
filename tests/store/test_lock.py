"""One program writes, and its lock dies with it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from coprod.service.ports import StoreFailed
from coprod.store import lock

ROOT = Path(__file__).parents[2]
HOLD = """
import sys, time
from pathlib import Path
from coprod.store import lock
held = lock.hold(Path(sys.argv[1]))
print("held", flush=True)
time.sleep(60)
"""


def test_a_second_is_refused_till_the_first_lets_go(tmp_path: Path) -> None:
    first = lock.hold(tmp_path / "s")
    with pytest.raises(StoreFailed, match="locked"):
        lock.hold(tmp_path / "s")
    lock.hold(tmp_path / "other").close()
    first.close()
    lock.hold(tmp_path / "s").close()


def test_a_program_that_is_killed_lets_go(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path / "s")], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with pytest.raises(StoreFailed, match="locked"):
            lock.hold(tmp_path / "s")
        other.kill()
    lock.hold(tmp_path / "s").close()
