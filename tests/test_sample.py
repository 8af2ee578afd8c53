"""The sample session: whole, kind, in two languages, and nobody's words but its own."""

from __future__ import annotations

import json
import re
from datetime import datetime
from itertools import pairwise

import pytest

from tests.sessions import KEYS, REPO, SAMPLE, WORDS, Object, load, of_type, sessions, texts_of

SEEDS = REPO.parent / "shared" / "seeds"


@pytest.fixture(scope="module")
def sample() -> Object:
    found: Object = load(SAMPLE / "speaking-up.coprod.json")
    return found


@pytest.fixture(scope="module")
def planned() -> Object:
    found: Object = load(SAMPLE / "speaking-up.planned.coprod.json")
    return found


def test_the_sample_is_two_hours_and_its_record_lies_within(sample: Object) -> None:
    length = datetime.fromisoformat(sample["ended"]) - datetime.fromisoformat(sample["started"])
    seconds = length.total_seconds()
    assert 6_600 < seconds < 7_500
    assert sum(item["minutes"] for item in sample["agenda"]) == 120
    for one in sample["record"]:
        assert one.get("until", one.get("at", 0)) <= seconds


def test_each_record_of_the_sample_lies_within_its_item(sample: Object) -> None:
    opened = {one["item"]: one["at"] for one in reversed(of_type(sample, "item"))}
    assert list(opened.values()) == sorted(opened.values(), reverse=True)
    order = [item["key"] for item in sample["agenda"]]
    end = {a: opened[b] for a, b in pairwise(order)}
    for one in sample["record"]:
        if "item" in one and "at" in one:
            assert opened[one["item"]] <= one["at"] <= end.get(one["item"], 7_200)


def test_the_sample_holds_every_kind_of_thing_that_happens(sample: Object) -> None:
    assert {one["type"] for one in sample["record"]} == {
        kind[7:] for kind in KEYS if kind.startswith("record ")
    }
    assert {one["kind"] for one in of_type(sample, "pause")} == {"breath", "silence", "break"}
    assert {one["how"] for one in of_type(sample, "pass")} == {"pass", "later", "written"}
    assert {one["kind"] for one in of_type(sample, "note")} == set(WORDS["record note", "kind"].split())
    assert 40 <= len(of_type(sample, "note")) <= 65
    turns = [(one["at"], one["until"]) for one in of_type(sample, "turn") if "group" not in one]
    assert any(following[0] < earlier[1] for earlier, following in pairwise(turns))


def test_minority_opinions_of_the_sample_are_answered_in_its_own_record(sample: Object) -> None:
    answered = {one["to"] for one in of_type(sample, "link") if one["as"] == "answers"}
    minority = [one["id"] for one in of_type(sample, "note") if one.get("minority")]
    assert len(minority) == 2
    assert set(minority) <= answered
    assert {one["from"] for one in of_type(sample, "link")} <= {one["id"] for one in of_type(sample, "note")}


def test_decisions_of_the_sample_are_numbered_and_actions_have_an_owner(sample: Object) -> None:
    notes = of_type(sample, "note")
    assert [one["number"] for one in notes if one["kind"] == "decision"] == [1, 2, 3]
    assert all(one.get("owner") or one.get("owner_text") for one in notes if one["kind"] == "action")
    assert {one["group"] for one in notes if one.get("share")} == {"g1", "g2"}


def test_the_sample_stands_in_both_languages(sample: Object, planned: Object) -> None:
    everything = texts_of(sample) + texts_of(planned)
    assert all(words.strip() for text in everything for words in text.values())
    without_readings = [text for text in everything if not re.fullmatch("[ぁ-ん]+", text.get("ja", ""))]
    single = {tuple(text.values()) for text in without_readings if len(text) == 1}
    assert len(single) == 3
    for text in everything:
        assert re.search("[ぁ-んァ-ヴ一-龥]", text.get("ja", "あ"))
        assert not re.search("[ぁ-んァ-ヴ一-龥]", text.get("en", ""))


def test_the_translations_of_the_sample_name_the_other_language(sample: Object) -> None:
    for one in of_type(sample, "note"):
        assert set(one.get("translations", {})) == set(one["text"]) - {one["original"]}
    states = {kind for kind in ("machine", "draft") for one in of_type(sample, "note")
              if kind in one.get("translations", {}).values()}  # fmt: skip
    assert states == {"machine", "draft"}


def test_nobody_in_the_sample_is_exposed(sample: Object) -> None:
    people = sample["participants"]
    assert len(people) == 12
    agreed = {
        (one["key"], consent["to"]) for one in people for consent in one["consents"] if consent["given"]
    }
    both = {one["key"] for one in people if {"peer", "professional"} <= set(one["standpoints"])}
    for one in people:
        assert {(one["key"], "record"), (one["key"], "minutes")} <= agreed
        alike = [other for other in people if other.get("discipline") == one.get("discipline")]
        assert one["attribution"] != "discipline" or len(alike) >= 2
        assert one["attribution"] != "anonymous" or (one["listed"], one["wall"]) == ("count", "none")
    assert all((key, "recognised") in agreed for key in both)
    assert sum(one["standpoints"] == ["peer"] for one in people) == 5
    assert sum("professional" in one["standpoints"] for one in people) >= 4
    assert sum(not one["standpoints"] for one in people) == 1
    assert sum(one["attendance"] == "online" for one in people) == 1


def test_the_sample_holds_no_diagnosis(sample: Object) -> None:
    words = json.dumps(sample, ensure_ascii=False).lower()
    forbidden = "schizo bipolar depress disorder patient 統合失調 うつ病 病識 患者 障害 障がい"
    assert [word for word in forbidden.split() if word in words] == []


def test_what_was_on_the_wall_was_offered_for_it_and_is_taken_down_again(sample: Object) -> None:
    offered = {one["id"] for one in of_type(sample, "note") if one.get("visibility") == "room"}
    shown: set[str] = set()
    for one in sample["record"]:
        if one["type"] == "release":
            shown.add(one["note"])
            assert shown <= offered
            assert len(shown) <= 2
        elif one["type"] == "retract":
            shown.discard(one["note"])
    assert len(shown) <= 1


def test_the_planned_sample_is_the_same_meeting_before_it_began(sample: Object, planned: Object) -> None:
    assert (planned["state"], planned["record"]) == ("planned", [])
    assert not {"started", "ended", "next", "approved"} & set(planned)
    assert planned["id"] != sample["id"]
    for key in ("programme", "title", "languages", "zone", "place", "planned", "agenda", "groups", "labels"):
        assert planned[key] == sample[key]
    assert [one["key"] for one in planned["participants"]] == [one["key"] for one in sample["participants"]]
    assert {one["key"] for one in planned["guidelines"]} < {one["key"] for one in sample["guidelines"]}


def shingles(text: str, size: int = 6) -> set[tuple[str, ...]]:
    words = re.findall(r"[a-z]+", text.lower())
    return {tuple(words[at : at + size]) for at in range(len(words) - size + 1)}


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the seeds are not beside this copy")
def test_no_sentence_and_nobody_of_the_seeds_is_in_the_sessions() -> None:
    seeds = "\n".join(path.read_text(encoding="utf-8") for path in sorted(SEEDS.iterdir()))
    theirs, names = shingles(seeds), set(re.findall(r"[A-Z][a-z]+", seeds))
    for path in [*sessions(), *SAMPLE.glob("*.script.json")]:
        session = load(path)
        words = [text["en"] for text in texts_of(session) if "en" in text]
        assert [one for text in words for one in shingles(text) & theirs] == [], path.name
        called = (
            json.dumps([one["called"] for one in session["participants"]])
            if isinstance(session, dict)
            else ""
        )
        assert set(re.findall(r"[A-Z][a-z]+", called)) & names == set(), path.name
