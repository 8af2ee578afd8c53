"""The script of the demo: keys, notes and pictures that fit the planned sample."""

from __future__ import annotations

import re
from itertools import pairwise

from tests.sessions import SAMPLE, WORDS, Object, load

CONSOLE_KEYS = {
    "Space",
    "S",
    "L",
    "W",
    "P",
    "Shift+P",
    "K",
    "G",
    "A",
    "B",
    "R",
    "Ctrl+Z",
    "Ctrl+Right",
    "Ctrl+Shift+C",
}


def script() -> list[Object]:
    steps: list[Object] = load(SAMPLE / "speaking-up.script.json")
    return steps


def test_each_step_of_the_script_is_one_act() -> None:
    for step in script():
        assert len({"press", "type_note", "picture"} & set(step)) == 1
        assert set(step) <= {"press", "type_note", "picture", "wait_minutes", "expect_item"}
        assert step.get("press", "Space") in CONSOLE_KEYS
    assert {step["press"] for step in script() if "press" in step} == CONSOLE_KEYS
    pictures = [step["picture"] for step in script() if "picture" in step]
    assert len(pictures) == len(set(pictures))
    assert all(re.fullmatch("(room|console)-[a-z]+", name) for name in pictures)


def test_the_script_goes_through_the_whole_agenda_in_its_time() -> None:
    planned = load(SAMPLE / "speaking-up.planned.coprod.json")
    steps = script()
    reached = [step["expect_item"] for step in steps if "expect_item" in step]
    assert reached == [item["kind"] for item in planned["agenda"]]
    assert 110 <= sum(step.get("wait_minutes", 0) for step in steps) <= 120
    pressed = [step["press"] for step in steps if "press" in step]
    assert pressed.count("Ctrl+Right") == len(planned["agenda"]) - 1
    assert pressed[-1] == "Ctrl+Shift+C"


def test_the_notes_of_the_script_are_of_people_and_standpoints_in_the_room() -> None:
    planned = load(SAMPLE / "speaking-up.planned.coprod.json")
    own = {one["called"]["en"]: set(one["standpoints"]) for one in planned["participants"]}
    notes = [step["type_note"] for step in script() if "type_note" in step]
    assert {note["lang"] for note in notes} == {"ja", "en"}
    for note in notes:
        assert set(note["who"]) <= set(own)
        assert note["kind"] in WORDS["record note", "kind"].split()
        assert set(note.get("standpoints", [])) <= set().union(*(own[who] for who in note["who"]))
        assert set(note.get("translation", {})) <= {"ja", "en"} - {note["lang"]}


def test_the_script_releases_only_notes_offered_for_the_room() -> None:
    steps = script()
    before = [earlier for earlier, step in pairwise(steps) if step.get("press") == "R"]
    assert len(before) >= 1
    assert all(step["type_note"]["visibility"] == "room" for step in before)
