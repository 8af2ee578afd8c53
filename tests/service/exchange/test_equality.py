"""When two files are the same file, and the id of one that brings none."""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID

import pytest

from coprod.service.exchange.equality import canonical, file_id, same
from tests.service.exchange.files import NOTE_ID, load, note, plain, with_note, without

PERSON = {"key": "A", "called": "Aoi"}


def people(**keys: object) -> dict[str, Any]:
    return plain(participants=[{**PERSON, **keys}], groups=[])


def one(**keys: object) -> dict[str, Any]:
    return plain(record=[{"type": "pass", "who": "A", "at": 0, **keys}])


SAME = {
    "minor": (plain(minor=0), plain()),
    "state": (plain(state="closed"), plain()),
    "how": (one(how="pass"), one()),
    "point": (one(at=0.0), one()),
    "visibility": (with_note(visibility="minutes"), with_note()),
    "status": (with_note(kind="action", status="open"), with_note(kind="action")),
    "attribution": (people(attribution="standpoint"), people()),
    "listed": (people(listed="count"), people()),
    "translation": (with_note(translations={"ja": "draft"}), with_note()),
    "translation object": (with_note(translations={"ja": {"state": "draft"}}), with_note(translations={})),
    "original of one language": (with_note(original="en"), with_note()),
    "empties": (plain(place={}, labels={"peer": {}}, programme={"title": {}}, approved=[]), plain()),
    "empty lists": (with_note(who=[], owner=[], standpoints=[], confirmed=[]), with_note()),
    "key order": (dict(reversed(plain().items())), plain()),
}
OTHER = {
    "text": (plain(title={"en": "Té"}), plain(title={"en": "Te\u0301"})),
    "order": (with_note(who=["A", "B"]), with_note(who=["B", "A"])),
    "offset": (plain(started="2026-05-12T04:30:00Z"), plain(started="2026-05-12T13:30:00+09:00")),
    "attribution of a note": (with_note(attribution="standpoint"), with_note()),
    "original of two": (
        with_note(text={"en": "a", "ja": "b"}, original="en"),
        with_note(text={"en": "a", "ja": "b"}),
    ),
    "minority": (with_note(minority=True), with_note()),
    "wall": (people(wall="none"), people()),
    "reading": (people(called={"en": "Aoi"}), people()),
    "record order": (
        plain(record=[note(), note(kind="action")]),
        plain(record=[note(kind="action"), note()]),
    ),
    "id": (plain(id=NOTE_ID), plain()),
}


@pytest.mark.parametrize("case", sorted(SAME))
def test_what_does_not_count(case: str) -> None:
    one, other = map(load, SAME[case])
    assert same(one, other)
    assert file_id(one) == file_id(other)


@pytest.mark.parametrize("case", sorted(OTHER))
def test_what_counts(case: str) -> None:
    assert not same(*map(load, OTHER[case]))


def test_a_file_without_an_id_gets_one_that_never_changes() -> None:
    made = file_id(load(plain()))
    assert made.version == 5
    assert made == UUID("1740735b-72a5-59ba-aa2e-d417ccde7c53")
    assert same(load(plain(id=str(made))), load(plain()))


def test_the_id_of_a_file_is_its_own() -> None:
    assert file_id(load(plain(id=NOTE_ID.upper()))) == UUID(NOTE_ID)


def test_the_canonical_form_is_json_without_what_goes_without_saying() -> None:
    said = json.loads(
        canonical(
            load(without(plain(id=NOTE_ID, place={}), "groups", "guidelines", "agenda") | {"agenda": []})
        )
    )
    assert said == {
        "format": "coprod-session",
        "id": NOTE_ID,
        "languages": ["en"],
        "participants": [{"called": "Aoi", "key": "A"}, {"called": {"en": "Ben"}, "key": "B"}],
        "started": "2026-05-12T13:30:00+09:00",
        "title": {"en": "Tea"},
        "version": 1,
    }
