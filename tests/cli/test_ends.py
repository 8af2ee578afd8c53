"""How a command ends when its reader goes, its terminal stops it, or its output can't be written."""

from __future__ import annotations

import json
import os
import signal
import subprocess
from io import BytesIO, TextIOWrapper
from typing import TYPE_CHECKING

import pytest

from tests.cli.program import MINIMAL, PLANNED, SAMPLE, Answer, command, session_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.cli.conftest import Coprod


@pytest.fixture
def nobody() -> Iterator[int]:
    """Somewhere to write to, whose reader has gone."""
    reading, writing = os.pipe()
    os.close(reading)
    yield writing
    os.close(writing)


def test_an_import_goes_on_when_nobody_reads_its_lines(coprod: Coprod, store: Path, nobody: int) -> None:
    done = subprocess.run(
        command("import", MINIMAL, PLANNED, SAMPLE),
        stdout=nobody,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert len(coprod("list").ids) == 3


def test_a_command_whose_reader_has_gone_ends_in_silence(
    coprod: Coprod, sample: str, nobody: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    with os.fdopen(os.dup(nobody), "w") as gone:
        monkeypatch.setattr("sys.stdout", gone)
        done = [coprod(*one) for one in (("export", sample), ("list",), ("list", "--json"))]
    assert done == [Answer(0, "", "")] * 3


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no full device here")  # noqa: PTH110
def test_a_full_output_is_told_once(sample: str) -> None:
    with open("/dev/full", "w") as full:  # noqa: PTH123
        done = subprocess.run(command("list"), stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr == "stdout: file: the disk is full; make room, or choose another place\n"


def test_titles_are_told_in_any_language_wherever_the_output_goes(
    coprod: Coprod, sample: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = BytesIO()
    monkeypatch.setattr("sys.stdout", TextIOWrapper(told, encoding="ascii"))
    assert coprod("list").code == 0
    title = json.loads(SAMPLE.read_text("utf-8"))["title"]["ja"]
    assert told.getvalue().decode().endswith(f"\t{title}\n")


def test_closed_outputs_do_no_harm(coprod: Coprod, sample: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as closed:
        closed.setattr("sys.stdout", None)
        assert coprod("export", sample) == Answer(2, "", "stdout: file: is closed; name a file with -o\n")
        assert coprod("list").code == 0
        assert coprod("import", PLANNED).code == 0
    with monkeypatch.context() as closed:
        closed.setattr("sys.stderr", None)
        assert coprod("export", "nowhere") == Answer(2, "", "")


def test_ctrl_c_ends_an_import_between_two_meetings_and_the_next_one_brings_the_rest(
    coprod: Coprod, tmp_path: Path
) -> None:
    record = [{"type": "pause", "kind": "breath", "at": at} for at in range(400)]
    files = [
        session_file(tmp_path / f"{number}.json", title={"en": str(number)}, record=record)
        for number in range(24)
    ]
    with subprocess.Popen(
        command("import", *files), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as importing:
        assert importing.stdout is not None
        first = importing.stdout.readline()
        importing.send_signal(signal.SIGINT)
        rest, err = importing.communicate()
    told = [line.split("\t")[0] for line in [first, *rest.splitlines()]]
    assert (importing.returncode, err) == (130, "")
    assert set(told) <= set(coprod("list").ids)
    assert len(coprod("list").ids) < len(files)
    assert coprod("verify").code == 0
    done = coprod("import", *files)
    assert (done.code, done.ids[: len(told)], len(set(done.ids))) == (0, told, len(files))
    assert coprod("verify").code == 0


def test_a_bug_is_told_in_one_line_without_a_word_of_the_meeting(
    coprod: Coprod, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise KeyError("Speaking up in our team meeting")

    monkeypatch.setattr("coprod.cli.keep", fail)
    done = coprod("import", SAMPLE)
    assert (done.code, done.out) == (1, "")
    assert done.err == "coprod: failed: KeyError; nothing more was done\n"
