"""The published schema agrees with the reader, as far as a schema can say it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from msgspec.structs import fields

from coprod.service.exchange import format as f
from coprod.service.exchange.bad import BadFile
from coprod.service.exchange.reading import read
from tests.service.exchange.files import BAD, GOOD, ROOT
from tests.service.exchange.sessions import SESSIONS
from tests.service.exchange.test_hostile import FULL, JSON, put
from tests.service.exchange.test_reading import ACCEPTED, EXPECTED, REFUSED

if TYPE_CHECKING:
    from pathlib import Path

SCHEMA = json.loads((ROOT / "resources" / "session.schema.json").read_text())
VALIDATOR = Draft202012Validator(SCHEMA)
NO_JSON = {
    "not-json.json", "empty.json", "cut-short.json", "not-utf8.json", "nan.json", "infinity.json", "huge-float.json",
    "huge-int.json", "huge-number.json", "duplicate-json-key.json", "duplicate-json-key-inside.json", "too-deep.json",
    "very-deep.json",
}  # fmt: skip
BEYOND = {
    "date-impossible.json", "duplicate-group.json", "duplicate-guideline.json", "duplicate-item.json",
    "duplicate-participant.json", "duplicate-record-id.json", "due-wrong.json", "four-decimals.json",
    "unknown-confirmed.json", "unknown-group.json", "unknown-guideline.json", "unknown-item.json",
    "unknown-link-from.json", "unknown-member.json", "unknown-note-who.json", "unknown-owner.json",
    "unknown-prompt.json", "unknown-release.json", "unknown-who.json", "until-before-at-note.json",
    "until-before-at.json", "zone-unknown.json",
    "key-newline.json",
}  # fmt: skip
"""What is wrong in these is beyond a schema; the last alone is beyond Python, whose `$` lets a line end pass."""


def fits(made: object) -> bool:
    return bool(VALIDATOR.is_valid(made))


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.name)
def test_good_files_fit(path: Path) -> None:
    assert [error.json_path for error in VALIDATOR.iter_errors(json.loads(path.read_bytes()))] == []


@pytest.mark.parametrize("case", sorted(ACCEPTED))
def test_what_is_read_fits(case: str) -> None:
    assert fits(ACCEPTED[case])


@pytest.mark.parametrize("name", sorted(set(EXPECTED) - NO_JSON))
def test_bad_files_fit_only_where_a_schema_cannot_tell(name: str) -> None:
    assert fits(json.loads((BAD / name).read_bytes())) == (name in BEYOND)


FEW = {
    "guideline agreed, never proposed", "ids that differ in case", "note of no note", "planned ends before",
    "ended before", "prompt of another item", "prompts twice", "second owner",
}  # fmt: skip


def test_the_schema_knows_the_limits() -> None:
    assert SCHEMA["properties"]["record"]["maxItems"] == f.MOST_RECORDS
    assert SCHEMA["properties"]["participants"]["maxItems"] == f.MOST_PARTICIPANTS
    assert SCHEMA["$defs"]["seconds"]["maximum"] == f.MOST_SECONDS


@pytest.mark.parametrize("case", sorted(set(REFUSED) - {"too many records"}))
def test_what_is_refused_fits_only_where_a_schema_cannot_tell(case: str) -> None:
    assert fits(REFUSED[case][0]) == (case in FEW)


@given(SESSIONS)
def test_any_session_fits(made: dict[str, Any]) -> None:
    assert fits(made)


@given(st.lists(st.integers(0, 30), min_size=1, max_size=5), JSON)
def test_whatever_is_read_fits(way: list[int], new: object) -> None:
    made = json.loads(FULL)
    put(made, way, new)
    try:
        read(json.dumps(made).encode("utf-8", "surrogatepass"))
    except BadFile:
        return
    assert fits(made)


PLACES: dict[str, Any] = {
    "participant": f.Participant, "guideline": f.Guideline, "group": f.Group, "item": f.AgendaItem,
    "programme": f.Programme,
}  # fmt: skip
RECORDS = {one["properties"]["type"]["const"]: one for one in SCHEMA["$defs"]["record"]["oneOf"]}


def keys(struct: Any) -> tuple[set[str], set[str]]:
    """All keys of a struct as written, and those that are required."""
    every = fields(struct)
    return {one.encode_name for one in every}, {one.encode_name for one in every if one.required}


@pytest.mark.parametrize("place", sorted(PLACES))
def test_the_parts_have_the_keys_of_the_types(place: str) -> None:
    part = SCHEMA["$defs"][place]
    assert (set(part["properties"]), set(part.get("required", ()))) == keys(PLACES[place])


@pytest.mark.parametrize("record", f.AnyRecord.__args__, ids=lambda record: record.__struct_config__.tag)
def test_the_records_have_the_keys_of_the_types(record: Any) -> None:
    part = RECORDS[record.__struct_config__.tag]
    assert (set(part["properties"]) - {"type"}, set(part["required"]) - {"type"}) == keys(record)


def test_the_whole_has_the_keys_of_the_type() -> None:
    assert (set(SCHEMA["properties"]), set(SCHEMA["required"])) == keys(f.SessionFile)
