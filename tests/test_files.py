"""A file is put in its place whole, or everything stays as it was."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from coprod.files import write_whole

if TYPE_CHECKING:
    from collections.abc import Callable
    from subprocess import CompletedProcess

ROOT = Path(__file__).parents[1]


def test_a_new_file_and_one_that_takes_the_place_of_another(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    for data in (b"one", b"two" * 100_000, b""):
        write_whole(path, data)
        assert path.read_bytes() == data
    assert list(tmp_path.iterdir()) == [path]


def test_a_name_as_long_as_a_name_may_be(tmp_path: Path) -> None:
    path = tmp_path / ("x" * 255)
    write_whole(path, b"one")
    assert path.read_bytes() == b"one"


def test_a_link_goes_on_pointing_where_it_does(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    target, link = tmp_path / "folder" / "a.json", tmp_path / "link.json"
    link.symlink_to(target)
    for data in (b"one", b"two"):
        write_whole(link, data)
        assert link.is_symlink()
        assert target.read_bytes() == data


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are others there")
def test_a_file_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    write_whole(path, b"one")
    usual = tmp_path / "usual"
    usual.touch()
    assert path.stat().st_mode == usual.stat().st_mode
    path.chmod(0o600)
    write_whole(path, b"two")
    assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    write_whole(pipe, b"one")
    reader.join()
    assert read == [b"one"]
    assert pipe.is_fifo()


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="there are no devices here")
def test_a_device_stays_a_device() -> None:
    write_whole(Path("/dev/null"), b"one")
    assert Path("/dev/null").is_char_device()


def test_a_folder_and_a_path_that_leads_nowhere_are_refused_by_their_own_names(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"one")
    for path, kind in (
        (tmp_path, IsADirectoryError),
        (tmp_path / "no" / "a", FileNotFoundError),
        (file / "a", NotADirectoryError),
    ):
        with pytest.raises(OSError) as failed:  # noqa: PT011 - its kind is looked at below
            write_whole(path, b"two")
        assert isinstance(failed.value, kind) or sys.platform == "win32"
        assert failed.value.filename == str(path)
    assert list(tmp_path.iterdir()) == [file]
    assert file.read_bytes() == b"one"


@pytest.mark.parametrize("call", ["os.fsync", "pathlib.Path.replace"])
@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "No space left on device"), KeyboardInterrupt()])
def test_what_was_there_stays_whatever_stops_the_writing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, error: BaseException
) -> None:
    def fail(*_: object) -> None:
        raise error

    path = tmp_path / "a.json"
    path.write_bytes(b"one")
    monkeypatch.setattr(call, fail)
    with pytest.raises(type(error)) as failed:
        write_whole(path, b"two")
    assert getattr(failed.value, "filename", str(path)) == str(path)
    assert path.read_bytes() == b"one"
    assert list(tmp_path.iterdir()) == [path]


WRITE = """
import sys
from pathlib import Path
from coprod.files import write_whole
write_whole(Path(sys.argv[1]), b"two")
"""


@pytest.mark.parametrize(("place", "file"), [(0o555, 0o644), (0o755, 0o444)])
def test_without_permission_nothing_is_written(
    tmp_path: Path, unprivileged: Callable[..., CompletedProcess[str]], place: int, file: int
) -> None:
    path = tmp_path / "folder" / "a.json"
    path.parent.mkdir()
    path.write_bytes(b"one")
    path.chmod(file)
    path.parent.chmod(place)
    done = unprivileged([sys.executable, "-c", WRITE, path], cwd=ROOT)
    path.parent.chmod(0o755)
    assert "PermissionError" in done.stderr
    assert path.read_bytes() == b"one"
    assert list(path.parent.iterdir()) == [path]


def test_a_disk_too_full_for_it(tmp_path: Path) -> None:
    folder = tmp_path / "small"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("a file system can't be mounted here")
    try:
        write_whole(folder / "a.json", b"one")
        with pytest.raises(OSError, match="No space left") as failed:
            write_whole(folder / "a.json", bytes(100_000))
        assert (failed.value.errno, failed.value.filename) == (errno.ENOSPC, str(folder / "a.json"))
        assert [(one.name, one.read_bytes()) for one in folder.iterdir()] == [("a.json", b"one")]
    finally:
        subprocess.run(["umount", str(folder)], check=True)
