"""One act committed through the store, over the same rows in the same tables by the bare driver.

The second figure is that of a disk slower by 1 ms: strace holds back each fsync, of the store and of the driver.
"""

from __future__ import annotations

import subprocess
import sys
import time
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import sqlcipher3.dbapi2 as driver

from benchmarks.table import Row
from coprod.store import archive, log, open_store
from tests.contracts.batches import a_note, new_id

if TYPE_CHECKING:
    from collections.abc import Callable

    from coprod.store.engine import Driver
    from coprod.store.statements import Writes

WARM_UP, ACTS = 100, 1_000
_CALLS = "fsync,fdatasync"
SLOWER_BY_1_MS = (
    *("strace", "-f", "-qq", "--seccomp-bpf", "-o", "/dev/null", "-e", f"trace={_CALLS}"),
    *("-e", f"inject={_CALLS}:delay_enter=1000us"),
)


def rows() -> list[Row]:
    """The two ratios."""
    name = "act committed ÷ bare driver"
    return [Row(name, ratio(), 1.8), Row(f"{name}, fsync slower by 1 ms", _slower(), 1.05)]


def ratio() -> float:
    """Commit act after act here and there, in turn, so that whatever slows the machine slows both."""
    with TemporaryDirectory() as folder, open_store(Path(folder, "ours")) as store:
        open_store(Path(folder, "bare")).close()
        bare = driver.connect(Path(folder, "bare"), isolation_level=None)
        bare.execute("PRAGMA synchronous=FULL")
        session = new_id()
        stream = store.stream(session)
        ours, theirs = [], []
        for seq in range(WARM_UP + ACTS):
            batch = a_note(session, stream, seq)
            ours.append(_seconds(partial(store.append, batch)))
            writes = [(sql, rows) for sql, rows in log.writes(batch) + archive.writes(batch) if rows]
            theirs.append(_seconds(partial(_commit, bare, writes)))
        bare.close()
    return median(ours[WARM_UP:]) / median(theirs[WARM_UP:])


def _commit(bare: Driver, writes: Writes) -> None:
    bare.execute("BEGIN IMMEDIATE")
    for sql, rows in writes:
        bare.executemany(sql, rows)
    bare.execute("COMMIT")


def _seconds(commit: Callable[[], None]) -> float:
    begun = time.perf_counter()
    commit()
    return time.perf_counter() - begun


def _slower() -> float:
    """The ratio measured in a process of its own, under strace."""
    done = subprocess.run(
        [*SLOWER_BY_1_MS, sys.executable, "-c", "from benchmarks import commit; print(commit.ratio())"],
        cwd=Path(__file__).parents[1],
        capture_output=True,
        text=True,
        check=True,
    )
    return float(done.stdout)
