"""`coprod groups`: small groups by key, from a file or the store, and what could not be met; nothing is changed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.cli.program import MEETINGS, PLANNED, row_counts, session_file

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Coprod

PEOPLE: list[dict[str, Any]] = [
    {"key": key, "called": key, "standpoints": ["peer" if at % 2 else "professional"]}
    for at, key in enumerate("ABCDEFGHIJKL")
]


@pytest.fixture
def twelve(tmp_path: Path) -> Path:
    return session_file(tmp_path / "twelve.coprod.json", participants=PEOPLE)


def asked(coprod: Coprod, *arguments: object) -> dict[str, Any]:
    done = coprod("groups", *arguments, "--json")
    assert (done.code, done.err) == (0, "")
    made: dict[str, Any] = json.loads(done.out)
    return made


def test_everybody_is_in_one_group_of_about_that_size(coprod: Coprod, twelve: Path) -> None:
    made = asked(coprod, twelve, "--size", 4)
    assert [len(group) for group in made["groups"]] == [4, 4, 4]
    assert sorted(key for group in made["groups"] for key in group) == list("ABCDEFGHIJKL")
    assert made["unmet"] == []


def test_wishes_are_kept_and_the_same_seed_draws_the_same(coprod: Coprod, twelve: Path) -> None:
    wishes = ("--apart", "A,B", "--apart", "C,D,E", "--together", "A,L", "--size", "4")
    first, again = (asked(coprod, twelve, *wishes, "--seed", 7) for _ in range(2))
    assert first == again
    of = {key: number for number, group in enumerate(first["groups"]) for key in group}
    assert of["A"] != of["B"]
    assert len({of["C"], of["D"], of["E"]}) == 3
    assert of["A"] == of["L"]
    assert len({json.dumps(asked(coprod, twelve, *wishes, "--seed", seed)) for seed in range(5)}) > 1


def test_what_can_t_be_met_is_told_with_the_nearest_there_is(coprod: Coprod, twelve: Path) -> None:
    made = asked(coprod, twelve, "--apart", "A,B,C", "--together", "A,B")
    assert made["unmet"] == [
        {"wish": "apart", "people": ["B", "C"]},
        {"wish": "together", "people": ["A", "B"]},
    ]
    assert [len(group) for group in made["groups"]] == [6, 6]


def test_without_json_a_line_for_each_group_and_each_wish_that_is_not_met(
    coprod: Coprod, twelve: Path
) -> None:
    done = coprod("groups", twelve, "--together", "A,B", "--apart", "A,B")
    first, second, unmet = done.out.splitlines()
    assert first.startswith("1\t")
    assert second.startswith("2\t")
    assert unmet == "not met\ttogether\tA B"


def test_a_session_in_the_store_is_drawn_from_and_left_as_it_is(
    coprod: Coprod, store: Path, sample: str
) -> None:
    before = row_counts(store)
    keys = {key for group in asked(coprod, sample[:8], "--size", 3)["groups"] for key in group}
    exported = json.loads(coprod("export", sample).out)
    there = {one["key"] for one in exported["participants"] if one.get("attendance") != "absent"}
    assert keys <= there
    assert row_counts(store) == before


@pytest.mark.parametrize("path", MEETINGS, ids=lambda path: path.name.split(".")[0])
def test_every_meeting_is_drawn_or_says_that_nobody_is_there(coprod: Coprod, path: Path) -> None:
    people = [one["key"] for one in json.loads(path.read_text("utf-8"))["participants"]]
    done = coprod("groups", path, "--json")
    if done.code:
        assert done.refuses("participants", "fewer than two")
    else:
        drawn = [key for group in json.loads(done.out)["groups"] for key in group]
        assert len(drawn) == len(set(drawn))
        assert set(drawn) <= set(people)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--apart", "A,Z"), ("--apart", "Z", "nobody has this key")),
        (("--together", "Z,A"), ("--together", "Z")),
        (("--apart", "A,A"), ("--apart", "twice")),
    ],
)
def test_keys_that_nobody_has_are_refused(
    coprod: Coprod, twelve: Path, arguments: tuple[str, ...], words: tuple[str, ...]
) -> None:
    assert coprod("groups", twelve, *arguments, "--json").refuses(*words)


@pytest.mark.parametrize(
    "arguments", [("--size", "2"), ("--size", "9"), ("--size", "six"), ("--apart", "A"), ("--seed", "x")]
)
def test_what_can_t_be_asked_is_refused(coprod: Coprod, arguments: tuple[str, ...]) -> None:
    done = coprod("groups", PLANNED, *arguments)
    assert done.code == 2
    assert done.out == ""
    assert arguments[0] in done.err


def test_a_session_that_is_not_there(coprod: Coprod, tmp_path: Path) -> None:
    assert coprod("groups", tmp_path / "none.json").refuses("none.json", "check the name")
