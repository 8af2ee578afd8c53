"""The program in this process, on a store of the test's own."""

from __future__ import annotations

import json
import shutil
import subprocess
from typing import TYPE_CHECKING, Protocol

import pytest

from coprod import bootstrap
from tests.cli.program import SAMPLE, Answer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Coprod(Protocol):
    """Run a command in this process."""

    def __call__(self, *arguments: object) -> Answer: ...


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the commands of a test find their store; there is none yet."""
    path = tmp_path / "store.db"
    monkeypatch.setenv("COPROD_STORE", str(path))
    return path


@pytest.fixture(scope="session")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the sample in it, to be copied."""
    path = tmp_path_factory.mktemp("imported") / "store.db"
    assert bootstrap.main(["--store", str(path), "import", str(SAMPLE)]) == 0
    return path


@pytest.fixture
def sample(store: Path, imported: Path) -> str:
    """The id of the sample, which is in the store."""
    shutil.copy(imported, store)
    found: str = json.loads(SAMPLE.read_text("utf-8"))["id"]
    return found


@pytest.fixture
def coprod(store: Path, capsys: pytest.CaptureFixture[str]) -> Coprod:
    """The program, whole, without the half second that a process takes to start."""

    def run(*arguments: object) -> Answer:
        capsys.readouterr()
        code = bootstrap.main([str(one) for one in arguments])
        told = capsys.readouterr()
        assert "Traceback" not in told.err
        return Answer(code, told.out, told.err)

    return run


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 600 KB."""
    folder = tmp_path / "small"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=600k", "tmpfs", str(folder)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("a file system can't be mounted here")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)
