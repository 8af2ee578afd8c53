"""Session files for the tests: the smallest one, with what a test wants changed, and all that are kept in folders."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coprod.service.exchange.reading import read

if TYPE_CHECKING:
    from coprod.service.exchange.format import SessionFile

ROOT = Path(__file__).parents[3]
BAD = ROOT / "tests" / "data" / "bad"
_FOLDERS = (ROOT / "tests" / "data", ROOT / "resources" / "sample", ROOT.parent / "shared" / "data")
GOOD = sorted(path for folder in _FOLDERS for path in folder.glob("*.coprod.json"))
NOTE_ID = "8a1d7e9c-6d0c-4f0e-9d3a-6f5f0a3b1c01"
OTHER_ID = "8a1d7e9c-6d0c-4f0e-9d3a-6f5f0a3b1c02"


def plain(**keys: object) -> dict[str, Any]:
    """A small closed session as JSON, with `keys` put in."""
    return {
        "format": "coprod-session",
        "version": 1,
        "title": {"en": "Tea"},
        "languages": ["en"],
        "started": "2026-05-12T13:30:00+09:00",
        "participants": [{"key": "A", "called": "Aoi"}, {"key": "B", "called": {"en": "Ben"}}],
        "groups": [{"key": "g1", "members": ["B"]}],
        "guidelines": [{"key": "q1", "text": {"en": "One voice at a time."}}],
        "agenda": [
            {"key": "i1", "kind": "roundtable", "prompts": [{"key": "p1", "text": {"en": "Why?"}}]},
            {"key": "i2", "kind": "break", "prompts": [{"key": "p2", "text": {"en": "How?"}}]},
        ],
        "record": [],
        **keys,
    }


def note(**keys: object) -> dict[str, Any]:
    """A note as JSON, with `keys` put in."""
    return {"type": "note", "kind": "idea", "text": {"en": "Open the window."}, **keys}


def with_note(**keys: object) -> dict[str, Any]:
    """A small session with one note, with `keys` put into that."""
    return plain(record=[note(**keys)])


def without(made: dict[str, Any], *keys: str) -> dict[str, Any]:
    """`made` without these keys."""
    return {key: value for key, value in made.items() if key not in keys}


def load(made: object) -> SessionFile:
    """The session that JSON says."""
    return read(json.dumps(made).encode())
