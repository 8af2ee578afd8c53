"""What looks into the folder of a store, as a file dialog does, takes no lock away and loses no word.

A process that closes any descriptor of a file lets go of all POSIX locks that it holds on it, SQLite's own among them.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from coprod.service.ports import StoreFailed
from coprod.store import lock, open_store
from tests.contracts.batches import a_note, new_id

ROOT = Path(__file__).parents[2]
READ = """
import sys
from pathlib import Path
from coprod.store import open_store
with open_store(Path(sys.argv[1]), write=False) as store:
    print(len(store.known()))
"""


def look_into(folder: Path) -> int:
    """Open and close every file of a folder, as whoever wants to know its kind does."""
    return sum(len(path.read_bytes()[:1]) for path in sorted(folder.iterdir()) if path.is_file())


def read_elsewhere(path: Path) -> str:
    """Another program reads the store, and closes it."""
    done = subprocess.run(
        [sys.executable, "-c", READ, str(path)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def test_a_lock_holds_although_its_file_was_looked_into(tmp_path: Path) -> None:
    held = lock.hold(tmp_path / "s.db")
    look_into(tmp_path)
    with pytest.raises(StoreFailed) as caught:
        lock.hold(tmp_path / "s.db")
    assert caught.value.code == "locked"
    held.close()


def test_a_reader_elsewhere_takes_nothing_away_from_a_writer_whose_files_were_looked_into(
    tmp_path: Path,
) -> None:
    path, session, stream = tmp_path / "s.db", new_id(), new_id()
    with open_store(path) as store:
        store.append(a_note(session, stream, 1))
        assert look_into(tmp_path) >= 2
        assert read_elsewhere(path) == "1"
        wal = path.with_name("s.db-wal")
        assert wal.exists()  # it is the writer's, who is not done
        for seq in range(2, 30):
            store.append(a_note(session, stream, seq))
        look_into(tmp_path)
        assert read_elsewhere(path) == "1"
        assert len(store.load(session).facts) == 29
    with open_store(path) as store:
        assert len(store.load(session).facts) == 29


def test_a_store_whose_writer_was_killed_is_read_all_the_same(tmp_path: Path) -> None:
    path, session = tmp_path / "s.db", new_id()
    write = f"""
import os, signal
from pathlib import Path
from coprod.store import open_store
from tests.contracts.batches import a_note, new_id
store = open_store(Path({str(path)!r}))
store.append(a_note({session!r}, new_id(), 1))
os.kill(os.getpid(), signal.SIGKILL)
"""
    subprocess.run([sys.executable, "-c", write], cwd=ROOT, check=False)
    assert path.with_name("s.db-wal").exists()
    assert read_elsewhere(path) == "1"
    with open_store(path) as store:
        assert len(store.load(session).facts) == 1
