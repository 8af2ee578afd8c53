"""The library of prompts and guidelines that comes with the program."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Entry:
    """One text; `own`: written by the organisation. `text`: language to body."""

    id: str
    kind: str
    text: Mapping[str, str]
    own: bool = False


def shipped(folder: Path) -> list[Entry]:
    """All entries in a folder, in the order of its files. Raises OSError."""
    files = [json.loads(path.read_text("utf-8")) for path in sorted(folder.glob("*.json"))]
    return [Entry(one["id"], file["kind"], one["text"]) for file in files for one in file["entries"]]
