"""After a kill -9 the next start lands where the last one was: the same console, the same wall, nothing unreleased."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from tests.sessions import REPO
from tests.ui.crashing import BEGUN

if TYPE_CHECKING:
    from pathlib import Path

MOMENTS = {
    "room-checkin": "in the middle of a turn",
    "room-breath": "in the middle of a pause",
    "console-roundtable": "with notes on the wall and others kept back",
}
SHOWN, KEPT_BACK = "While I hand round the tea", "lasts only fifteen minutes"


def start(mode: str, store: Path, moment: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.ui.crashing", mode, str(store), moment]
    environment = {**os.environ, "PYTHONHASHSEED": "0"}  # so that equal sets look alike
    return subprocess.Popen(command, cwd=REPO, env=environment, stdout=subprocess.PIPE, text=True)


def told(process: subprocess.Popen[str]) -> dict[str, Any]:
    assert process.stdout is not None
    line = process.stdout.readline()
    assert line, "the program ended before it told anything"
    seen: dict[str, Any] = json.loads(line)
    return seen


@pytest.mark.parametrize("picture", MOMENTS, ids=MOMENTS.values())
def test_the_next_start_lands_where_the_last_one_was_killed(tmp_path: Path, picture: str) -> None:
    store = tmp_path / "coprod.db"
    with start("play", store, picture) as first:
        before = told(first)
        first.kill()
    with start("look", store, str(before["now"])) as second:
        after = told(second)
        assert second.wait(30) == 0
    assert after == before
    assert BEGUN in after["begun"].values()
    assert after["on"] == "Projector"
    if picture == "console-roundtable":
        assert SHOWN in after["wall"]
        assert any(KEPT_BACK in body for body in after["words"])
    assert KEPT_BACK not in after["wall"]
