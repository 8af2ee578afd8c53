"""A meeting planned from its template and run to the end by keyboard alone, through the real windows on two screens."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from tests.sessions import REPO

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made: Path = tmp_path_factory.mktemp("template")
    return made


@pytest.fixture(scope="module")
def told(folder: Path) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.e2e.template", str(folder)],
        cwd=REPO,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    seen: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return seen


def of(told: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    return [one for one in told["session"]["record"] if one["type"] == kind]


def kinds(told: dict[str, Any]) -> list[str]:
    by_key = {item["key"]: item["kind"] for item in told["session"]["agenda"]}
    return [by_key[one["item"]] for one in of(told, "item")]


def test_it_was_planned_as_it_was_typed(told: dict[str, Any]) -> None:
    session = told["session"]
    assert session["title"]["en"] == "Tea and a question"
    assert session["languages"] == ["en", "ja"]
    assert [one["called"] for one in session["participants"]] == ["Nagi", "Sora", "Tsumugi", "Ren"]
    order = [item["kind"] for item in session["agenda"]]
    assert order[2:6] == ["check-in", "break", "roundtable", "roundtable"]  # the break was moved up
    assert len(session["guidelines"]) == 6


def test_every_item_was_opened_in_the_order_of_the_plan(told: dict[str, Any]) -> None:
    assert kinds(told) == [item["kind"] for item in told["session"]["agenda"]]
    assert told["session"].get("state", "closed") == "closed"
    assert told["session"]["ended"] > told["session"]["started"]


def test_voices_passes_and_pauses_stand_in_the_record(told: dict[str, Any]) -> None:
    assert [one.get("how", "pass") for one in of(told, "pass")][:2] == ["pass", "later"]
    assert len(of(told, "turn")) >= 10
    pauses = [one["kind"] for one in of(told, "pause")]
    assert pauses.count("breath") == 1
    assert "break" in pauses
    assert all(one["until"] >= one["at"] for one in of(told, "pause"))
    later = of(told, "pass")[1]["who"]
    first_round = [one["who"] for one in of(told, "turn") if one["item"] == of(told, "pass")[0]["item"]]
    assert first_round[-1] == later  # who said later was called at the end


def test_a_note_went_onto_the_wall_by_a_key(told: dict[str, Any]) -> None:
    (note,) = of(told, "note")
    assert note["text"] == {"en": "I could say it because somebody waited."}
    assert note["visibility"] == "room"
    assert [one["note"] for one in of(told, "release")] == [note["id"]]


def test_the_wall_stood_on_the_second_screen_and_showed_each_stage(told: dict[str, Any]) -> None:
    assert told["on"] == "Projector"
    pictures = [one[0] for one in told["seen"]]
    for kind in ("welcome", "guidelines", "question", "breath", "break", "notes", "closing"):
        assert kind in pictures, kind
    assert pictures.index("guidelines") < pictures.index("breath") < pictures.index("break")
    assert pictures[-1] == "closing"


def test_the_passed_turn_was_offered_without_a_name(told: dict[str, Any]) -> None:
    offered = [
        one for one in told["seen"] if "Would anyone like to add something? Silence is fine, too" in one
    ]
    assert offered
    assert not any(name in one for one in offered for name in ("Nagi", "Sora", "Tsumugi", "Ren"))


def test_the_minutes_are_written(told: dict[str, Any], folder: Path) -> None:
    assert told["session"]["record"]
    text = subprocess.run(
        ["pdftotext", "-raw", str(folder / "minutes.pdf"), "-"], capture_output=True, text=True, check=True
    ).stdout
    assert "Tea and a question" in " ".join(text.split())
    assert "I could say it because somebody waited." in " ".join(text.split())
