"""A program of its own that pours acts into a store, and says of each that it is kept, once it is.

python -m tests.store.pour PATH SESSION STREAM ACTS [SYNCHRONOUS]
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from coprod.store import engine, open_store
from tests.contracts.batches import a_note

STDOUT = 1


def main(path: str, session: str, stream: str, acts: str, synchronous: str = "") -> None:
    """Go on after the last act that is there. SYNCHRONOUS is for showing what would be lost with less than FULL."""
    if synchronous:
        engine.TO_WRITE = (f"PRAGMA synchronous={synchronous}",)
    with open_store(Path(path)) as store:
        there = len(store.load(session).facts)
        for seq in range(there + 1, there + 1 + int(acts)):
            store.append(a_note(session, stream, seq))
            os.write(STDOUT, f"{seq}\n".encode())


if __name__ == "__main__":
    main(*sys.argv[1:])
