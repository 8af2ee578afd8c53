"""What was acknowledged is there: after a kill, and after a cut of the power."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver

from coprod.service.ports import StoreFailed
from coprod.store import open_store
from tests.contracts.batches import new_id
from tests.store import power

ROOT = Path(__file__).parents[2]
POUR = (sys.executable, "-m", "tests.store.pour")

needs_strace = pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")


@pytest.fixture(scope="session")
def times(soak: bool) -> int:
    """How often to pull the plug."""
    return 50 if soak else 5


def seqs(path: Path, session: str) -> list[int]:
    """The numbers of all facts in a store; each must have its note, and the list's row that of the last."""
    with open_store(path) as store:
        stored = store.load(session)
        found = sorted(fact.seq for fact in stored.facts)
        assert sorted(row.at or 0 for row in store.notes(session)) == found
        assert len(stored.words) == len(found)
        assert [row.untranslated for row in store.sessions()] == found[-1:]
    connection = driver.connect(str(path))
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    connection.close()
    return found


def test_a_kill_loses_no_acknowledged_act(tmp_path: Path, times: int) -> None:
    path, session, stream = tmp_path / "s.coprod", new_id(), new_id()
    chance = random.Random(2)
    last = 0
    for _ in range(times):
        with subprocess.Popen(
            [*POUR, str(path), session, stream, "1000000"], cwd=ROOT, stdout=subprocess.PIPE, text=True
        ) as child:
            assert child.stdout is not None
            acknowledged = [int(child.stdout.readline()) for _ in range(chance.randint(1, 150))]
            child.kill()
            acknowledged += [int(line) for line in child.stdout.read().split()]
        assert acknowledged == list(range(last + 1, acknowledged[-1] + 1))
        found = seqs(path, session)
        assert found == list(range(1, len(found) + 1))
        assert acknowledged[-1] <= len(found) <= acknowledged[-1] + 1
        last = len(found)


def traced(folder: Path, session: str, acts: int, *synchronous: str) -> list[power.Call]:
    """The system calls of a program that pours acts into a store."""
    trace = folder.with_name("trace")
    folder.mkdir()
    pour = [*POUR, str(folder / "s.coprod"), session, new_id(), str(acts), *synchronous]
    subprocess.run([*power.STRACE, str(trace), *pour], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    return power.calls(trace, folder)


def survives(disk: power.Disk, folder: Path, session: str) -> bool:
    """Whether all that was acknowledged can be read after a cut."""
    folder.mkdir()
    for name, data in disk.files.items():
        if not name.endswith("-shm"):
            (folder / Path(name).name).write_bytes(data)
    try:
        return seqs(folder / "s.coprod", session)[: disk.acknowledged] == list(
            range(1, disk.acknowledged + 1)
        )
    except (StoreFailed, AssertionError):
        return False


@needs_strace
def test_a_power_cut_loses_no_acknowledged_act(tmp_path: Path, times: int) -> None:
    session, chance = new_id(), random.Random(2)
    seen = traced(tmp_path / "store", session, 40 * times)
    assert sum(call.acknowledges for call in seen) == 40 * times
    for number in range(times):
        disk = power.after_cut(seen, chance)
        assert disk.acknowledged > 0
        assert survives(disk, tmp_path / f"after-{number}", session)


@needs_strace
@pytest.mark.parametrize("synchronous", ["NORMAL", "OFF"])
def test_without_full_a_power_cut_does_lose_acts(tmp_path: Path, times: int, synchronous: str) -> None:
    session, chance = new_id(), random.Random(2)
    seen = traced(tmp_path / "store", session, 40, synchronous)
    kept = [
        survives(power.after_cut(seen, chance), tmp_path / f"after-{number}", session)
        for number in range(times)
    ]
    assert not all(kept)
