"""Every place of a session file that uses every key: a walk over the plain JSON, none of the product's code."""

from __future__ import annotations

import copy
import json
from typing import TYPE_CHECKING, Any, TypeAlias

from tests.sessions import DATA

if TYPE_CHECKING:
    from collections.abc import Iterator

LANGUAGES = {"ja", "en", "ko"}
Way: TypeAlias = tuple[str | int, ...]

EVERY_KEY: Any = json.loads((DATA / "every-key.coprod.json").read_text("utf-8"))


def ways(value: Any, way: Way = ()) -> Iterator[Way]:
    """The way to each value, to the whole first."""
    yield way
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, one in inner:
        yield from ways(one, (*way, step))


def at(way: Way, whole: Any = EVERY_KEY) -> Any:
    for step in way:
        whole = whole[step]
    return whole


def kind_of(way: Way) -> str:
    """A way without its indices, by which places of a kind are known: a text by no language, a record by its type."""
    named = ["[]" if isinstance(step, int) else "<lang>" if step in LANGUAGES else step for step in way]
    if way[:1] == ("record",) and len(way) > 1:
        named[1] = at(way[:2])["type"]
    return ".".join(named)


def one_of_each() -> dict[str, Way]:
    """One place of each kind, the whole left out."""
    found: dict[str, Way] = {}
    for way in ways(EVERY_KEY):
        found.setdefault(kind_of(way), way)
    del found[""]
    return found


def place(way: Way) -> str:
    """How a refusal names it."""
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in way).removeprefix(".")


def changed(way: Way, value: object) -> Any:
    """A copy of the file with another value in one place."""
    whole = copy.deepcopy(EVERY_KEY)
    at(way[:-1], whole)[way[-1]] = value
    return whole


def lacking(way: Way) -> Any:
    """A copy of the file without one place."""
    whole = copy.deepcopy(EVERY_KEY)
    del at(way[:-1], whole)[way[-1]]
    return whole
