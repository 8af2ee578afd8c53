"""Where a store can't be opened or written: the right code, nothing changed, nothing lost, and later it works again."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from coprod.domain.facts import Word
from coprod.service.ports import Batch, StoreFailed
from coprod.store import LocalStore, engine, local, open_store
from tests.contracts.batches import a_note, new_id

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from subprocess import CompletedProcess

    from coprod.store.engine import Driver

ROOT = Path(__file__).parents[2]
KEY = bytes(range(32))


def code(path: Path, *, key: bytes | None = None, write: bool = True) -> str:
    """The code with which a store refuses to open."""
    with pytest.raises(StoreFailed) as failed, open_store(path, key=key, write=write):
        pass
    assert failed.value.place == str(path)
    return failed.value.code


def a_store(path: Path, key: bytes | None = None) -> Batch:
    """Make a store that holds one act."""
    session = new_id()
    with open_store(path, key=key) as store:
        batch = a_note(session, store.stream(session), 1)
        store.append(batch)
    return batch


@pytest.mark.parametrize("write", [True, False])
@pytest.mark.parametrize("content", [b"no database at all\n" * 500, b"{", bytes(5000)])
def test_a_file_that_is_no_database(tmp_path: Path, content: bytes, write: bool) -> None:
    path = tmp_path / "s.coprod"
    path.write_bytes(content)
    assert code(path, write=write) == "damaged"
    assert path.read_bytes() == content


@pytest.mark.parametrize("write", [True, False])
def test_the_database_of_another_program(tmp_path: Path, write: bool) -> None:
    path = tmp_path / "s.coprod"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE alembic_version (version_num TEXT)")
    other.close()
    before = path.read_bytes()
    assert code(path, write=write) == "damaged"
    assert path.read_bytes() == before


@pytest.mark.parametrize("write", [True, False])
def test_a_folder(tmp_path: Path, write: bool) -> None:
    assert code(tmp_path, write=write) == "damaged"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("write", [True, False])
def test_a_store_of_a_newer_program(tmp_path: Path, write: bool) -> None:
    path = tmp_path / "s.coprod"
    a_store(path)
    with sqlite3.connect(path) as newer:
        newer.execute("UPDATE alembic_version SET version_num = '9999'")
    newer.close()
    before = path.read_bytes()
    assert code(path, write=write) == "newer"
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("change", "expected"),
    [("kind = 'note-kept/999'", "newer"), ("body = '{'", "damaged"), ("body = '{\"entry\": 1}'", "damaged")],
)
def test_a_fact_that_cannot_be_read(tmp_path: Path, change: str, expected: str) -> None:
    path = tmp_path / "s.coprod"
    batch = a_store(path)
    with sqlite3.connect(path) as other:
        other.execute(f"UPDATE fact SET {change}")
    other.close()
    with open_store(path, write=False) as store, pytest.raises(StoreFailed, match=expected):
        store.load(batch.session)


@pytest.mark.parametrize("write", [True, False])
@pytest.mark.parametrize(("made_with", "key"), [(KEY, bytes(32)), (None, KEY)])
def test_a_key_that_does_not_fit(
    tmp_path: Path, made_with: bytes | None, key: bytes, write: bool, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "s.coprod"
    a_store(path, made_with)
    before = path.read_bytes()
    assert code(path, key=key, write=write) == "key"
    assert path.read_bytes() == before
    assert capfd.readouterr().err == ""


def test_a_key_that_is_missing(tmp_path: Path) -> None:
    path = tmp_path / "s.coprod"
    a_store(path, KEY)
    assert code(path) == "damaged"


def test_nothing_of_a_store_with_a_key_can_be_read_without_it(tmp_path: Path) -> None:
    batch = a_store(tmp_path / "s.coprod", KEY)
    kept = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    assert batch.words[0].body.encode() not in kept
    assert batch.session.encode() not in kept
    assert not kept.startswith(b"SQLite format 3")


def test_a_place_where_there_is_no_store(tmp_path: Path) -> None:
    path = tmp_path / "none" / "s.coprod"
    assert code(path, write=False) == "no-store"
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "empty").touch()
    assert code(tmp_path / "empty", write=False) == "no-store"


def test_a_store_another_program_writes_in(tmp_path: Path) -> None:
    path, session = tmp_path / "s.coprod", new_id()
    with subprocess.Popen(
        [sys.executable, "-m", "tests.store.pour", str(path), session, new_id(), "1000000"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdout is not None
        acknowledged = int(other.stdout.readline())
        assert code(path) == "locked"
        with open_store(path, write=False) as reading:
            assert len(reading.load(session).facts) >= acknowledged
            assert [row.session for row in reading.sessions()] == [session]
        other.kill()
    with open_store(path) as store:
        assert len(store.load(session).facts) >= acknowledged


def test_a_store_that_is_only_read_takes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "s.coprod"
    batch = a_store(path)
    before = path.read_bytes()
    with open_store(path, write=False) as store:
        assert list(store.load(batch.session).facts) == list(batch.facts)
        with pytest.raises(StoreFailed, match="readonly"):
            store.append(batch)
        with pytest.raises(StoreFailed, match="readonly"):
            store.stream(new_id())
    assert path.read_bytes() == before


def test_a_closed_store_takes_nothing(tmp_path: Path) -> None:
    store = open_store(tmp_path / "s.coprod")
    store.close()
    store.close()
    with pytest.raises(RuntimeError, match="closed"):
        store.append(a_note(new_id(), new_id(), 1))


def test_words_that_are_no_text_reach_who_sent_them_and_nobody_else(tmp_path: Path) -> None:
    session = new_id()
    with open_store(tmp_path / "s.coprod") as store:
        note = a_note(session, store.stream(session), 1)
        with pytest.raises(UnicodeEncodeError):
            store.append(Batch(session, note.facts, [Word(new_id(), "ja", "\ud800")], note.rows))
        assert list(store.load(session).facts) == []
        store.append(note)
        assert len(store.load(session).facts) == 1


def test_no_error_tells_the_words(tmp_path: Path) -> None:
    batch = a_store(tmp_path / "s.coprod")
    (word,) = batch.words
    clash = a_note(batch.session, batch.facts[0].stream, 1)
    with open_store(tmp_path / "s.coprod") as store, pytest.raises(StoreFailed) as failed:
        store.append(clash)
    chain = [failed.value, failed.value.__cause__, failed.value.__context__]
    assert not any(word.body[:5] in str(error) for error in chain)


# ---- a full disk


def test_a_full_database_keeps_what_it_has_and_takes_the_act_when_there_is_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "s.coprod"
    first = a_store(path)
    made: list[Driver] = []

    def small(*args: Any, **options: Any) -> Driver:
        made.append(engine.connect(*args, **options))
        made[-1].execute(f"PRAGMA max_page_count={path.stat().st_size // 4096 + 20}")
        return made[-1]

    monkeypatch.setattr(local, "connect", small)
    fills_up(path, first, lambda: [one.execute("PRAGMA max_page_count=100000") for one in made])


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


def test_a_full_disk_loses_nothing_and_takes_the_act_when_there_is_room(small_disk: Path) -> None:
    path = small_disk / "s.coprod"
    first = a_store(path)
    fills_up(
        path, first, lambda: subprocess.run(["mount", "-o", "remount,size=8m", str(small_disk)], check=True)
    )


def test_a_disk_too_full_for_a_new_store(small_disk: Path) -> None:
    (small_disk / "filler").write_bytes(bytes(580 * 1024))
    path = small_disk / "s.coprod"
    assert code(path) == "full"
    (small_disk / "filler").unlink()
    a_store(path)


def fill(store: LocalStore, session: str, stream: str) -> tuple[int, Batch, str]:
    """Append till it is refused: how many acts are kept, the one that was refused, and why."""
    for seq in range(2, 2000):
        batch = a_note(session, stream, seq)
        try:
            store.append(batch)
        except StoreFailed as failed:
            return seq - 1, batch, failed.code
    raise AssertionError("it was never full")


def fills_up(path: Path, first: Batch, make_room: Callable[[], object]) -> None:
    """Append till there is no room, make room, append the same again."""
    session, stream = first.session, first.facts[0].stream
    with open_store(path) as store:
        kept, refused, why = fill(store, session, stream)
        assert why == "full"
        assert len(store.load(session).facts) == len(store.notes(session)) == kept > 1
        make_room()
        store.append(refused)
    with open_store(path) as store:
        stored = store.load(session)
        assert sorted(fact.seq for fact in stored.facts) == list(range(1, kept + 2))
        assert len(stored.words) == len(store.notes(session)) == kept + 1


# ---- no permission

APPEND = """
import sys
from pathlib import Path
from coprod.service.ports import StoreFailed
from coprod.store import open_store
from tests.contracts.batches import a_note, new_id
path, write = Path(sys.argv[1]), sys.argv[2] == "write"
try:
    with open_store(path, write=write) as store:
        print(len(store.sessions()))
        store.append(a_note(new_id(), new_id(), 1))
except StoreFailed as failed:
    print(failed.code)
"""


@pytest.mark.parametrize(("place", "file"), [(0o555, 0o644), (0o755, 0o444), (0o555, 0o444)])
def test_without_permission_to_write_a_store_is_read_and_left_as_it_is(
    tmp_path: Path, unprivileged: Callable[..., CompletedProcess[str]], place: int, file: int
) -> None:
    folder = tmp_path / "folder"
    path = folder / "s.coprod"
    batch = a_store(path)
    before = path.read_bytes()
    path.chmod(file)
    folder.chmod(place)
    told = {
        mode: unprivileged([sys.executable, "-c", APPEND, path, mode], cwd=ROOT).stdout.split()
        for mode in ("write", "read")
    }
    folder.chmod(0o755)
    path.chmod(0o644)
    assert told == {"write": ["readonly"], "read": ["1", "readonly"]}
    assert path.read_bytes() == before
    with open_store(path) as store:
        assert list(store.load(batch.session).facts) == list(batch.facts)


def test_a_store_is_not_made_where_that_is_not_allowed(
    tmp_path: Path, unprivileged: Callable[..., CompletedProcess[str]]
) -> None:
    tmp_path.chmod(0o555)
    for path in (tmp_path / "s.coprod", tmp_path / "new" / "s.coprod"):
        done = unprivileged([sys.executable, "-c", APPEND, path, "write"], cwd=ROOT)
        assert done.stdout.split() == ["readonly"], done.stderr
    tmp_path.chmod(0o755)
    assert list(tmp_path.iterdir()) == []
