"""The demo: the planned sample played to its end by keys, in a process of its own; and what it says when it can't."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest

from tests.sessions import REPO, SAMPLE

if TYPE_CHECKING:
    from pathlib import Path

PLAY = """
import sys
from pathlib import Path
from coprod import bootstrap
from coprod.ui.demo import play

sys.exit(play(Path(sys.argv[1]), lambda path: bootstrap._open_store(path, True), bootstrap._render, Path(sys.argv[2])))
"""
SCRIPT: list[dict[str, Any]] = json.loads((SAMPLE / "speaking-up.script.json").read_text("utf-8"))
NOTES = [step["type_note"] for step in SCRIPT if "type_note" in step]
PICTURES = [step["picture"] for step in SCRIPT if "picture" in step]
PNG = b"\x89PNG\r\n"


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        environment.pop(name, None)
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=REPO,
        env=environment,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, subprocess.CompletedProcess[str]]:
    folder: Path = tmp_path_factory.mktemp("demo") / "new" / "demo"
    return folder, run("main.py", "demo", "--out", str(folder))


def text_of(pdf: Path) -> str:
    done = subprocess.run(["pdftotext", "-raw", str(pdf), "-"], capture_output=True, text=True, check=True)
    return bare(done.stdout)


def bare(text: str) -> str:
    """A text without its spaces and line breaks, which differ on paper; the hyphen of a broken word likewise."""
    return re.sub(r"\s+", "", text)


def test_it_ends_well_and_says_in_one_line_what_there_is(
    demo: tuple[Path, subprocess.CompletedProcess[str]],
) -> None:
    folder, done = demo
    assert (done.returncode, done.stderr) == (0, "")
    count = len(list(folder.glob("*.png")))
    assert done.stdout == f"{folder}: {count} pictures, and the minutes in minutes.pdf\n"


def test_each_thing_the_script_asks_for_is_there_and_in_its_order(
    demo: tuple[Path, subprocess.CompletedProcess[str]],
) -> None:
    folder, _ = demo
    pictures = sorted(folder.glob("*.png"))
    assert all(path.read_bytes().startswith(PNG) and path.stat().st_size > 4000 for path in pictures)
    names = [path.stem.split("-", 1)[1] for path in pictures]
    assert [path.stem.split("-", 1)[0] for path in pictures] == [f"{n:03}" for n in range(1, len(names) + 1)]
    assert set(PICTURES) <= set(names)
    asked = [name for name in names if name in PICTURES and not name.startswith("room-guidelines")]
    assert asked == [name for name in PICTURES if not name.startswith("room-guidelines")]


def test_no_picture_is_there_twice(demo: tuple[Path, subprocess.CompletedProcess[str]]) -> None:
    pictures = [path.read_bytes() for path in sorted(demo[0].glob("*-room-*.png"))]
    assert len(pictures) > 20
    assert all(one != other for one, other in pairwise(pictures))


def test_the_minutes_hold_each_note_in_both_languages(
    demo: tuple[Path, subprocess.CompletedProcess[str]],
) -> None:
    text = text_of(demo[0] / "minutes.pdf")
    for note in NOTES:
        for body in (note["text"], *note.get("translation", {}).values()):
            assert bare(body) in text


def test_the_minutes_are_of_a_closed_meeting_with_its_guidelines_agreed(
    demo: tuple[Path, subprocess.CompletedProcess[str]],
) -> None:
    text = text_of(demo[0] / "minutes.pdf")
    planned = json.loads((SAMPLE / "speaking-up.planned.coprod.json").read_text("utf-8"))
    for guideline in planned["guidelines"]:
        assert bare(guideline["text"]["ja"]) in text
    assert bare(planned["title"]["ja"]) in text


def test_a_second_run_into_the_same_folder_leaves_nothing_of_the_first(tmp_path: Path) -> None:
    script = tmp_path / "short.json"
    script.write_text(json.dumps(SCRIPT[:2]), encoding="utf-8")
    folder = tmp_path / "demo"
    folder.mkdir()
    for name in ("099-room-old.png", "minutes.pdf"):
        (folder / name).write_text("old", encoding="utf-8")
    (folder / "mine.txt").write_text("mine", encoding="utf-8")
    assert run("-c", PLAY, str(folder), str(script)).returncode == 0
    assert not (folder / "099-room-old.png").exists()
    assert (folder / "minutes.pdf").read_bytes().startswith(b"%PDF")
    assert (folder / "mine.txt").exists()


@pytest.mark.parametrize(
    ("step", "told"),
    [
        ({"press": "Space", "expect_item": "check-out"}, "step 0: the open item is not check-out"),
        ({"type_note": {**NOTES[0], "who": ["Nobody"]}}, "nobody is called Nobody"),
        ({"type_note": {**NOTES[0], "text": ""}}, "step 0: the note was not kept"),
    ],
)
def test_a_script_that_does_not_come_true_is_told_in_a_sentence(
    tmp_path: Path, step: dict[str, object], told: str
) -> None:
    script = tmp_path / "wrong.json"
    script.write_text(json.dumps([step]), encoding="utf-8")
    done = run("-c", PLAY, str(tmp_path / "demo"), str(script))
    assert (done.returncode, done.stderr) == (1, f"coprod: the demo stopped: {told}\n")
    assert not (tmp_path / "demo" / "minutes.pdf").exists()


def test_a_folder_that_cant_be_made_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    done = run("main.py", "demo", "--out", str(tmp_path / "file" / "demo"))
    assert done.returncode in {1, 2}
    assert "Traceback" not in done.stderr
    assert done.stderr.count("\n") == 1
