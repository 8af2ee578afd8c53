"""Stores and folders that can't be used: one sentence that says what to do, nothing changed, nothing lost."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.cli.program import MINIMAL, PLANNED, REPO, SAMPLE, command, row_counts, session_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from subprocess import CompletedProcess

    from tests.cli.conftest import Coprod

READERS = (
    ["list"],
    ["list", "--json"],
    ["export", "abcdefgh"],
    ["minutes", "abcdefgh", "-o", "m.pdf"],
    ["verify"],
)
NOT_STORES = {"prose": b"no database at all\n" * 500, "short": b"{", "nuls": bytes(5000)}


@pytest.mark.parametrize("content", NOT_STORES.values(), ids=list(NOT_STORES))
def test_a_store_that_is_no_database(coprod: Coprod, store: Path, content: bytes) -> None:
    store.write_bytes(content)
    for arguments in (["import", MINIMAL], *READERS):
        assert coprod(*arguments).refuses(f"{store}: store: ", "is not a Coprod store", "--store")
    assert store.read_bytes() == content
    assert list(store.parent.iterdir()) == [store]


def test_the_database_of_another_program(coprod: Coprod, store: Path) -> None:
    with sqlite3.connect(store) as other:
        other.execute("CREATE TABLE session (id TEXT)")
    other.close()
    before = store.read_bytes()
    for arguments in (["import", MINIMAL], *READERS):
        assert coprod(*arguments).refuses(f"{store}: store: ", "is not a Coprod store")
    assert store.read_bytes() == before


@pytest.mark.parametrize(("version", "words"), [("9999", "newer Coprod"), ("0000", "older Coprod")])
def test_a_store_of_another_version(
    coprod: Coprod, store: Path, sample: str, version: str, words: str
) -> None:
    with sqlite3.connect(store) as other:
        other.execute("UPDATE alembic_version SET version_num = ?", (version,))
    other.close()
    before = store.read_bytes()
    for arguments in READERS if version == "0000" else (["import", MINIMAL], *READERS):
        assert coprod(*arguments).refuses(f"{store}: store: ", words)
    assert store.read_bytes() == before


def test_a_folder_and_a_path_that_leads_nowhere(coprod: Coprod, tmp_path: Path) -> None:
    assert coprod("list", "--store", tmp_path).refuses(f"{tmp_path}: store: ", "is not a Coprod store")
    below = MINIMAL / "x" / "store.db"
    assert coprod("import", MINIMAL, "--store", below).refuses(f"{below}: store: ", "choose another place")
    long = tmp_path / ("x" * 300)
    assert coprod("import", MINIMAL, "--store", long).refuses(f"{long}: store: ", "choose another place")
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    assert coprod("import", MINIMAL, "--store", loop).refuses(f"{loop}: store: ")
    assert coprod("verify", "--store", loop).refuses(f"{loop}: store: ")


def test_where_there_is_no_store_yet_it_is_said_what_to_do(coprod: Coprod, store: Path) -> None:
    for arguments in (["export", "abcdefgh"], ["verify"]):
        assert coprod(*arguments).refuses(
            f"{store}: store: there is no store here yet; import a session first"
        )
    assert list(store.parent.iterdir()) == []


def test_a_store_in_use_takes_nothing_from_another_and_is_read_beside(
    coprod: Coprod, store: Path, tmp_path: Path
) -> None:
    (id,) = coprod("import", PLANNED).ids
    talk = [sys.executable, "-m", "tests.cli.talk", str(store), id]
    with subprocess.Popen(talk, cwd=REPO, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        said = int(other.stdout.readline())
        assert coprod("import", MINIMAL).refuses(f"{store}: store: is open in another Coprod; close that one")
        for _ in range(10):
            assert (coprod("verify").code, coprod("list").ids) == (0, [id])
        assert coprod("export", id).out.count("A window to the south") >= said
        assert coprod("minutes", id, "-o", tmp_path / "m.pdf").code == 0
        other.kill()
        said = max(said, *map(int, other.stdout.read().split()))
    assert coprod("import", MINIMAL).code == 0
    assert coprod("verify").code == 0
    assert coprod("export", id).out.count("A window to the south") >= said > 10


# ---- a full disk


def test_a_full_disk_takes_no_meeting_in_part_and_loses_none(coprod: Coprod, small_disk: Path) -> None:
    path = small_disk / "store.db"
    first = coprod("import", "--store", path, MINIMAL)
    kept = row_counts(path)
    refused = coprod("import", "--store", path, SAMPLE)
    assert refused.refuses(f"{SAMPLE}: store: the disk is full; make room")
    assert row_counts(path) == kept
    assert coprod("list", "--store", path).ids == first.ids
    assert coprod("verify", "--store", path).code == 0
    subprocess.run(["mount", "-o", "remount,size=8m", str(small_disk)], check=True)
    assert coprod("import", "--store", path, SAMPLE, MINIMAL).ids[1] == first.ids[0]
    assert coprod("verify", "--store", path).code == 0


def test_a_meeting_too_large_for_the_disk_keeps_no_smaller_one_out(
    coprod: Coprod, small_disk: Path, tmp_path: Path
) -> None:
    small = session_file(tmp_path / "small.json", title={"en": "Small"})
    done = coprod("import", "--store", small_disk / "store.db", SAMPLE, small)
    assert (done.code, len(done.ids)) == (2, 1)
    assert done.err.startswith(f"{SAMPLE}: store: the disk is full")
    assert done.err.count("\n") == 1


def test_what_was_there_stays_where_the_disk_is_too_full_for_what_is_new(
    coprod: Coprod, sample: str, small_disk: Path
) -> None:
    out, pdf = small_disk / "out.json", small_disk / "out.pdf"
    out.write_bytes(MINIMAL.read_bytes())
    pdf.write_text("older")
    (small_disk / "filler").write_bytes(bytes(570 * 1024))
    assert coprod("export", sample, "-o", out).refuses(f"{out}: file: the disk is full; make room")
    assert coprod("minutes", sample, "-o", pdf).refuses(f"{pdf}: file: the disk is full; make room")
    assert (out.read_bytes(), pdf.read_text()) == (MINIMAL.read_bytes(), "older")
    assert len(list(small_disk.iterdir())) == 3
    (small_disk / "filler").unlink()
    assert coprod("minutes", sample, "-o", pdf).code == 0
    assert pdf.read_bytes().startswith(b"%PDF-")


# ---- folders


def test_a_file_goes_into_a_folder_that_is_there_and_nowhere_else(coprod: Coprod, tmp_path: Path) -> None:
    (id,) = coprod("import", MINIMAL).ids
    folder = tmp_path / "folder.pdf"
    folder.mkdir()
    nowhere, below = tmp_path / "no" / "m.pdf", MINIMAL / "m.pdf"
    for verb in ("export", "minutes"):
        assert coprod(verb, id, "-o", folder).refuses(f"{folder}: file: is a folder; give the name of a file")
        assert coprod(verb, id, "-o", nowhere).refuses(f"{nowhere}: file: there is no such folder; make it")
        assert coprod(verb, id, "-o", below).refuses(f"{below}: file: a part of this path is no folder")
    assert list(folder.iterdir()) == []
    assert not nowhere.parent.exists()


def test_the_store_itself_is_no_place_for_a_file(coprod: Coprod, store: Path, sample: str) -> None:
    link = store.with_name("link.json")
    link.symlink_to(store)
    for out in (store, link):
        assert coprod("export", sample, "-o", out).refuses(f"{out}: -o: is the store itself")
    assert coprod("verify").code == 0


@pytest.fixture
def closed(tmp_path: Path) -> Iterator[Path]:
    """A folder with a store in it, both of which may only be read."""
    folder = tmp_path / "closed"
    folder.mkdir()
    yield folder
    folder.chmod(0o755)


ALL = """
import sys
from coprod.bootstrap import main
path, out, new, id, file = sys.argv[1:]
for one in (["list"], ["verify"], ["import", file], ["export", id, "-o", out], ["minutes", id, "-o", out],
            ["import", file, "--store", new], ["demo", "--out", f"{new}/demo"]):
    print(main(["--store", path, *one]), file=sys.stderr)
"""


def test_a_folder_without_permission_is_read_and_left_as_it_is(
    coprod: Coprod, store: Path, sample: str, closed: Path, unprivileged: Callable[..., CompletedProcess[str]]
) -> None:
    path, out, new = closed / "store.db", closed / "m.pdf", closed / "new.db"
    shutil.copy(store, path)
    out.write_bytes(MINIMAL.read_bytes())
    path.chmod(0o444)
    closed.chmod(0o555)
    done = unprivileged([sys.executable, "-c", ALL, path, out, new, sample, str(MINIMAL)], cwd=REPO)
    assert done.stdout == coprod("list").out
    lines = done.stderr.splitlines()
    assert lines[:2] == ["0", "0"]
    assert lines[3::2] == ["2"] * 5
    for line, place in zip(lines[2::2], (path, out, out, new, new), strict=True):
        assert line.startswith(f"{place}: ")
        assert "allow it" in line
    assert sorted(one.name for one in closed.iterdir()) == ["m.pdf", "store.db"]
    assert out.read_bytes() == MINIMAL.read_bytes()
    assert path.read_bytes() == store.read_bytes()


def test_a_folder_in_which_nothing_may_be_written_is_said(
    closed: Path, unprivileged: Callable[..., CompletedProcess[str]]
) -> None:
    out = closed / "m.md"
    closed.chmod(0o555)
    done = unprivileged(command("minutes", MINIMAL, "-o", out), cwd=REPO)
    assert (done.returncode, done.stdout) == (2, "")
    assert (
        done.stderr
        == f"{out}: file: nothing may be written in its folder; allow it, or choose another place\n"
    )


def test_the_folder_of_a_demo_must_be_one(coprod: Coprod) -> None:
    below = MINIMAL / "demo"
    assert coprod("demo", "--out", below).refuses(f"{below}: file: a part of this path is no folder")
    assert coprod("demo", "--out", MINIMAL).refuses(f"{MINIMAL}: file: is no folder")
