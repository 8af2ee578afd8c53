"""The program as a stranger meets it: what it was asked, what it said, and with what code it ended."""

from __future__ import annotations

import json
import sqlite3
import sys
from dataclasses import dataclass
from pathlib import Path

REPO = Path(__file__).parents[2]
MAIN = REPO / "main.py"
_FOLDERS = (REPO / "tests" / "data", REPO / "resources" / "sample", REPO.parent / "shared" / "data")
MEETINGS = sorted(path for folder in _FOLDERS for path in folder.glob("*.coprod.json"))
"""All invented meetings, and the real ones where they lie beside this copy."""
SAMPLE = REPO / "resources" / "sample" / "speaking-up.coprod.json"
PLANNED = REPO / "tests" / "data" / "planned.coprod.json"
MINIMAL = REPO / "tests" / "data" / "minimal.coprod.json"


@dataclass(frozen=True)
class Answer:
    """What a command said, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def ids(self) -> list[str]:
        """The ids at the beginning of its lines."""
        return [line.split("\t")[0] for line in self.out.splitlines()]

    def refuses(self, *words: str) -> bool:
        """Whether it ended with 2, said nothing but one line on stderr, and in that line each of `words`."""
        (line,) = self.err.splitlines()
        return self.code == 2 and self.out == "" and all(word in line for word in words)


def command(*arguments: str | Path) -> list[str]:
    """The command line of a process of its own."""
    return [sys.executable, str(MAIN), *map(str, arguments)]


def session_file(path: Path, **keys: object) -> Path:
    """Write a small session file with `keys` put in; None leaves a key out."""
    made = {**json.loads(MINIMAL.read_text("utf-8")), **keys}
    kept = {key: value for key, value in made.items() if value is not None}
    path.write_text(json.dumps(kept, ensure_ascii=False), "utf-8")
    return path


def row_counts(store: Path) -> dict[str, int]:
    """How many rows each table of a store has, by the bare driver."""
    connection = sqlite3.connect(f"file:{store}?mode=ro", uri=True)
    names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    counts = {name: connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in names}
    connection.close()
    return counts


def changed(store: Path, statement: str) -> int:
    """Change a store behind the program's back; how many rows that was."""
    connection = sqlite3.connect(store, isolation_level=None)
    rows = connection.execute(statement).rowcount
    connection.close()
    return rows
