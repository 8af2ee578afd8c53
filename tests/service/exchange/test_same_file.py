"""Equality as a property: what does not count is put into any session, and what counts is changed in any place."""

from __future__ import annotations

import copy
import json
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coprod.domain.fold import fold
from coprod.service.exchange.equality import canonical, file_id, same
from coprod.service.exchange.incoming import incoming
from coprod.service.exchange.outgoing import outgoing
from coprod.service.exchange.reading import read
from coprod.service.exchange.writing import write
from tests.service.exchange.files import load
from tests.service.exchange.sessions import SESSIONS

few = settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
randoms = st.randoms(use_true_random=False)


def turned(value: Any, random: Any) -> Any:
    """The same with the keys of every object in another order, and whole numbers with a point or without."""
    if isinstance(value, dict):
        keys = list(value)
        random.shuffle(keys)
        return {key: turned(value[key], random) for key in keys}
    if isinstance(value, list):
        return [turned(one, random) for one in value]
    if type(value) in (int, float) and value == int(value):
        return random.choice([int, float])(value)
    return value


EMPTY = {
    "": ["place", "purpose", "labels", "groups", "guidelines", "approved", "issued", "programme", "next"],
    "participants": ["reading", "standpoints", "discipline", "label", "parts", "languages", "consents"],
    "agenda": ["title", "prompt", "prompts"],
    "record": [],
    "note": ["who", "standpoints", "translations", "confirmed", "owner_text", "reason", "easy"],
}
LISTS = {"groups", "guidelines", "approved", "issued", "standpoints", "parts", "languages", "consents", "prompts",
         "who", "confirmed"}  # fmt: skip
DEFAULTS: dict[str, dict[str, object]] = {
    "": {"state": "closed", "minor": 0},
    "participants": {"attribution": "standpoint", "listed": "count"},
    "agenda": {},
    "note": {"visibility": "minutes", "status": "open"},
    "pass": {"how": "pass"},
}


def filled(made: dict[str, Any]) -> dict[str, Any]:
    """The same with every default written down, and empty lists and objects where a key was left out."""
    whole = copy.deepcopy(made)
    objects = [("", whole), *(("participants", one) for one in whole["participants"])]
    objects += [("agenda", one) for one in whole["agenda"]] + [(one["type"], one) for one in whole["record"]]
    for name, one in objects:
        for key in EMPTY.get(name, ()):
            one.setdefault(key, [] if key in LISTS else {})
        for key, value in DEFAULTS.get(name, {}).items():
            one.setdefault(key, value)
        for lang, state in one.get("translations", {}).items() if name == "note" else ():
            one["translations"][lang] = {"state": "draft", **state} if isinstance(state, dict) else state
    return whole


@given(SESSIONS, randoms)
@few
def test_neither_order_of_keys_nor_points_of_whole_numbers_count(made: dict[str, Any], random: Any) -> None:
    one, other = load(made), load(turned(made, random))
    assert same(one, other)
    assert canonical(one) == canonical(other)
    assert file_id(one) == file_id(other)


@given(SESSIONS)
@few
def test_defaults_and_empties_do_not_count(made: dict[str, Any]) -> None:
    one, other = load(made), load(filled(made))
    assert same(one, other)
    assert file_id(one) == file_id(other)


def strings(value: Any) -> list[tuple[Any, Any]]:
    """Every text of a file, as its object and key."""
    found = []
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
        if isinstance(inner, dict | list):
            found += strings(inner)
        elif isinstance(inner, str) and key in {"ja", "en", "ko", "zh-Hant-TW", "x-own"}:
            found.append((value, key))
    return found


@given(SESSIONS, st.integers(0, 10_000))
@few
def test_one_more_letter_in_any_text_counts(made: dict[str, Any], choice: int) -> None:
    one = load({**made, "id": "00000000-0000-4000-8000-000000000001"})
    whole = copy.deepcopy(made)
    texts = [
        (of, key) for of, key in strings(whole) if of[key] not in {"machine", "draft", "checked", "confirmed"}
    ]
    of, key = texts[choice % len(texts)]
    of[key] += "x"
    other = load({**whole, "id": "00000000-0000-4000-8000-000000000001"})
    assert not same(one, other)
    assert file_id(load(made)) != file_id(load(whole)) or "id" in made


@given(SESSIONS, st.integers(0, 10_000))
@few
def test_one_record_more_or_in_another_place_counts(made: dict[str, Any], choice: int) -> None:
    record = made["record"]
    one = choice % len(record)
    fewer = {**made, "record": [*record, {"type": "pause", "kind": "breath", "at": 1}]}
    assert not same(load(made), load(fewer))
    other = (one + 1) % len(record)
    swapped = list(record)
    swapped[one], swapped[other] = swapped[other], swapped[one]
    assert same(load(made), load({**made, "record": swapped})) == (
        _tidied(made, record) == _tidied(made, swapped)
    )


def _tidied(made: dict[str, Any], record: list[dict[str, Any]]) -> Any:
    return json.loads(canonical(load({**made, "record": record})))["record"]


def objects(value: Any) -> list[Any]:
    """A value and every object and list in it, itself first."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [value, *(one for each in inner if isinstance(each, dict | list) for one in objects(each))]


@given(SESSIONS)
@few
def test_the_canonical_form_has_sorted_keys_no_empties_no_spaces_and_an_id(made: dict[str, Any]) -> None:
    session = load(made)
    data = canonical(session)
    said = json.loads(data)
    assert said["id"] == str(file_id(session))
    assert all(
        one for each in objects(said) if isinstance(each, dict) for one in each.values() if one in ([], {})
    )
    assert all(list(one) == sorted(one) for one in objects(said) if isinstance(one, dict))
    assert json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode() == data
    assert canonical(read(write(session))) == data or "id" not in made


@given(SESSIONS)
@few
def test_in_out_in_and_out_again_is_one_file(made: dict[str, Any]) -> None:
    """The same bytes from the first time it goes out, and the same facts but for their ids."""
    came = incoming(load(made), 0)
    first = write(outgoing(fold(came.session, came.facts), came.words, came.links))
    again = incoming(read(first), 99)
    second = write(outgoing(fold(again.session, again.facts), again.words, again.links))
    assert second == first
    assert [type(fact.body) for fact in again.facts] == [type(fact.body) for fact in came.facts]
    assert sorted(word.body for word in again.words.values()) == sorted(
        word.body for word in came.words.values()
    )
