"""An organisation's server: until another application has seen a note ÷ until it is committed, on a real PostgreSQL.

It is sent as a courier sends it, with the read rows, after what is there was compared.

Both are reckoned from the moment at which it is sent. The other application is a process of its own that listens, and
fetches what is new by stream; both read the clock of this machine.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from statistics import median

from benchmarks.table import Row
from coprod.store.server import open_server
from tests.contracts.batches import a_note, new_id
from tests.postgres import Server

NOTES = 200


def rows() -> list[Row]:
    """The median of both, and their ratio."""
    server = Server(durable=True)
    try:
        url = server.url(server.new_database())
        open_server(url).close()
        committed, seen = _measured(url)
    finally:
        server.stop()
    return [
        Row("a note seen by another application ÷ committed, on PostgreSQL", seen / committed, 1.5, ""),
        Row("a note committed on PostgreSQL", committed * 1000, 20, "ms"),
    ]


def _measured(url: str) -> tuple[float, float]:
    session, stream = new_id(), new_id()
    other = subprocess.Popen(
        [sys.executable, "-m", "benchmarks.server", url, session],
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    assert other.stdout is not None
    other.stdout.readline()  # it listens
    begun: dict[str, float] = {}
    committed: list[float] = []
    with open_server(url) as store:
        for seq in range(1, NOTES + 1):
            batch = a_note(session, stream, seq)
            begun[batch.facts[0].id] = start = time.time()
            if not store.deliver(batch, rows=True, seen={stream: seq - 1} if seq > 1 else {}):
                raise RuntimeError("nobody else writes here")
            committed.append(time.time() - start)
            time.sleep(0.01)
    seen: dict[str, float] = json.loads(other.stdout.readline())
    other.wait()
    waits = [seen[id] - start for id, start in begun.items()]
    half = NOTES // 4  # the first warm up connections and caches
    return median(committed[half:]), median(waits[half:])


def _look_on(url: str, session: str) -> None:
    seen: dict[str, float] = {}
    known: dict[str, int] = {}
    with open_server(url) as store:
        heard = store.listening(1.0)
        next(heard)
        sys.stdout.write("listening\n")
        sys.stdout.flush()
        while len(seen) < NOTES:
            next(heard)
            for fact in store.since(session, known).facts:
                seen.setdefault(fact.id, time.time())
                known[fact.stream] = max(fact.seq, known.get(fact.stream, 0))
    sys.stdout.write(f"{json.dumps(seen)}\n")


if __name__ == "__main__":
    _look_on(sys.argv[1], sys.argv[2])
