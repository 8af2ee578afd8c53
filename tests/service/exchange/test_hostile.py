"""Whatever the bytes are: a refusal with a place, soon, and never another exception."""

from __future__ import annotations

import json
import re
import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod.service.exchange.bad import BadFile
from coprod.service.exchange.reading import read
from tests.service.exchange.files import BAD, NOTE_ID, note, plain

HEAD = '{"format":"coprod-session","version":1,'
HOSTILE = {
    "lists in lists": "[" * 1_000_000,
    "objects in objects": '{"a":' * 1_000_000,
    "deep under a known key": HEAD + '"title":' + '{"en":' * 100_000,
    "deep under an unknown key": HEAD + '"x":' + "[" * 100_000 + "]" * 100_000 + "}",
    "a number of a million digits": HEAD + '"minor":' + "9" * 1_000_000 + "}",
    "a long exponent": HEAD + '"minor":1e999999999}',
    "a small exponent": HEAD + '"minor":1e-999999999,"x":1}',
    "very many keys": HEAD + '"title":{' + ",".join(f'"k{i}":""' for i in range(400_000)) + ',"z":1}}',
    "a million lists": HEAD + '"record":[' + "[]," * 1_000_000 + "[]]}",
    "a million lists in a text": HEAD + '"title":{"en":[' + "[]," * 1_000_000 + "[]]}}",
    "a wrong word, and worse behind it": HEAD + '"state":"nap","x":"\\ud800","minor":' + "9" * 5000 + "}",
    "a wrong label, and worse behind it": HEAD + '"labels":{"nap":{}},"x":' + "[" * 5000 + "]" * 5000 + "}",
    "deep, with half a surrogate": HEAD
    + '"minor":0,"title":"\\ud800","place":'
    + "[" * 900
    + "]" * 900
    + "}",
    "infinity, with half a surrogate": HEAD + '"minor":0,"title":"\\ud800","programme":{"number":1e999}}',
    "surrogates cut": HEAD + '"title":{"en":"' + "\\ud83d" * 100_000,
    "quotes": '"' * 1_000_000,
    "nulls": "\0" * 1_000_000,
}


@pytest.mark.parametrize("case", sorted(HOSTILE))
def test_hostile_files_are_refused_soon(case: str) -> None:
    begun = time.process_time()
    with pytest.raises(BadFile):
        read(HOSTILE[case].encode())
    assert time.process_time() - begun < 10


def outcome(data: bytes) -> BadFile | None:
    """The refusal, or None; any other exception fails the test."""
    try:
        read(data)
    except BadFile as bad:
        return bad
    return None


@given(st.binary(max_size=200))
def test_any_bytes(data: bytes) -> None:
    bad = outcome(data)
    assert bad is not None
    assert bad.place


FULL = json.dumps(
    plain(
        record=[
            note(id=NOTE_ID, who=["A"], translations={"ja": {"state": "draft"}}, at=1.5, until=2, owner="A"),
            {"type": "turn", "who": "A", "at": 1},
            {"type": "link", "from": NOTE_ID, "to": NOTE_ID, "as": "answers"},
        ]
    )
)
PARTS = st.sampled_from(
    ['"', "{", "}", "[", "]", ":", ",", "1", "-", "e", "null", "true", "\\ud800", "\u202e", "\\"]
)


@given(st.data())
def test_any_damage_to_a_good_file(data: st.DataObject) -> None:
    text = FULL
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        cut = data.draw(st.integers(0, 12))
        text = text[:start] + data.draw(PARTS | st.just("")) + text[start + cut :]
    bad = outcome(text.encode())
    assert bad is None or (bad.place and bad.reason)


KEYS = st.sampled_from(
    sorted({*re.findall(r'"([a-z_]+)":', FULL), "minor", "id", "labels", "programme", "due", "zone"})
)
LEAVES = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | KEYS
    | st.sampled_from(["coprod-session", "note", "turn", "A", "i1", "2026-05-12T13:30:00+09:00", NOTE_ID])
)  # fmt: skip
JSON = st.recursive(LEAVES, lambda some: st.lists(some, max_size=3) | st.dictionaries(KEYS, some, max_size=4))


def put(inside: Any, way: list[int], new: object) -> None:
    """Put `new` somewhere into a JSON value; `way` chooses where."""
    keys = list(inside) if isinstance(inside, dict) else list(range(len(inside)))
    key = keys[way[0] % len(keys)]
    below = inside[key]
    if len(way) > 1 and isinstance(below, dict | list) and below:
        put(below, way[1:], new)
    else:
        inside[key] = new


@given(st.lists(st.integers(0, 30), min_size=1, max_size=5), JSON, KEYS)
def test_any_json_in_the_place_of_another(way: list[int], new: object, key: str) -> None:
    made = json.loads(FULL)
    put(made, way, new)
    made[key] = made.get(key, new)
    bad = outcome(json.dumps(made).encode("utf-8", "surrogatepass"))
    assert bad is None or (bad.place and bad.reason)


@given(st.dictionaries(KEYS, JSON, max_size=6))
def test_any_keys_beside_the_head(keys: dict[str, object]) -> None:
    made = {**keys, "format": "coprod-session", "version": 1, "minor": 0, "mood": "calm"}
    bad = outcome(json.dumps(made).encode("utf-8", "surrogatepass"))
    assert bad is not None


@pytest.mark.parametrize("name", ["not-utf8.json", "cut-short.json", "lone-surrogate.json"])
def test_no_refusal_quotes_the_text(name: str) -> None:
    data = (BAD / name).read_bytes()
    bad = outcome(data)
    assert bad is not None
    assert len(str(bad)) < 200
