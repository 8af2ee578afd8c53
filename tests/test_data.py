"""The invented test sessions: between them the whole format, and one file for each fault."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.sessions import DATA, EVERY_RECORD, KEYS, REPO, WORDS, Object, every_part, load, sessions

if TYPE_CHECKING:
    from pathlib import Path

SCHEMA = REPO / "resources" / "session.schema.json"


def test_every_key_of_the_format_is_used_and_no_other() -> None:
    used: dict[str, set[str]] = {kind: set() for kind in KEYS}
    for kind, value in every_part():
        used[kind] |= set(value)
    for kind, keys in KEYS.items():
        assert used[kind] == set(keys.split()) | (EVERY_RECORD if kind.startswith("record ") else set()), kind


def test_every_word_of_the_format_is_used_and_no_other() -> None:
    used: dict[tuple[str, str], set[str]] = {place: set() for place in WORDS}
    for kind, value in every_part():
        for key in value:
            if (kind, key) in WORDS:
                used[kind, key] |= set(value[key] if isinstance(value[key], list) else [value[key]])
    assert used == {place: set(words.split()) for place, words in WORDS.items()}


def test_languages_and_characters_of_the_test_sessions() -> None:
    pairs = {tuple(load(path)["languages"]) for path in sessions()}
    assert {("ja", "en"), ("ko", "en"), ("ja",), ("en",)} <= pairs
    text = "".join(path.read_text(encoding="utf-8") for path in sessions())
    assert [piece for piece in ("𠮷", "🍵", "₩", "☑", "<b>", "AT&T", "か\u3099") if piece not in text] == []


def test_the_small_rooms_differ_in_nothing_but_the_wish_of_the_one_peer() -> None:
    rooms = [load(DATA / f"small-room{end}.coprod.json") for end in ("", "-recognised", "-named")]
    assert [sum("peer" in one["standpoints"] for one in room["participants"]) for room in rooms] == [1, 1, 1]
    assert rooms[0]["record"] == rooms[1]["record"] == rooms[2]["record"]
    assert rooms[1]["participants"][0]["consents"][0]["to"] == "recognised"
    assert rooms[2]["participants"][0]["attribution"] == "named"


@pytest.mark.skipif(not SCHEMA.exists(), reason="the schema of the session file is not there yet")
@pytest.mark.parametrize("path", sessions(), ids=lambda path: path.name)
def test_every_session_fits_the_schema(path: Path) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    schema = load(SCHEMA)
    validator = jsonschema.validators.validator_for(schema)(schema)
    assert [error.json_path for error in validator.iter_errors(load(path))] == []


def test_each_bad_file_has_its_expected_refusal() -> None:
    expected: Object = load(DATA / "bad" / "expected.json")
    there = {path.name for path in (DATA / "bad").iterdir()} - {"expected.json"}
    assert set(expected) == there
    assert all(set(one) == {"place", "reason_contains"} for one in expected.values())


@pytest.mark.parametrize("path", sessions(), ids=lambda path: path.name)
def test_no_time_ends_before_it_begins(path: Path) -> None:
    for one in load(path)["record"]:
        assert 0 <= one.get("at", 0) <= one.get("until", 604_800) <= 604_800
