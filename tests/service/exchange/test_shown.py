"""The file that goes out with minutes: what the page shows, whole, and not a word more."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from coprod.domain.fold import fold
from coprod.domain.minutes import minutes
from coprod.domain.terms import Edition
from coprod.service.exchange.incoming import Incoming, incoming
from coprod.service.exchange.reading import read
from coprod.service.exchange.shown import shown
from coprod.service.publish import Asked, minutes_of_state
from tests.domain.walk import strings
from tests.service.exchange.files import ROOT, load, note, plain
from tests.service.exchange.sessions import SESSIONS
from tests.sessions import DATA, SAMPLE

if TYPE_CHECKING:
    from pathlib import Path

    from coprod.domain.minutes_doc import MinutesDoc

VALIDATOR = Draft202012Validator(json.loads((ROOT / "resources" / "session.schema.json").read_text()))
ENUMERATED = {"format", "state", "type", "kind", "status", "attribution", "visibility", "standpoints", "as"}
"""Keys whose values are words of the format: a text that is made at random may be one of them."""
PRIVATE = {
    "turn",
    "pass",
    "round",
    "arrive",
    "leave",
    "move",
    "standpoint",
    "prompt",
    "release",
    "retract",
    "item",
}
FILES = [SAMPLE / "speaking-up.coprod.json", *sorted(DATA.glob("*.json"))]


def doc_of(came: Incoming, edition: Edition = Edition.RECORD, whose: str | None = None) -> MinutesDoc:
    bodies = {id: word.body for id, word in came.words.items()}
    return minutes(fold(came.session, came.facts), bodies, (), edition, whose)


def out(doc: MinutesDoc) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(shown(doc))
    return made


def words_of(made: object) -> set[str]:
    """All strings of a file that are no keys of an object, and none of the format's own words."""
    if isinstance(made, dict):
        return {one for key, value in made.items() if key not in ENUMERATED for one in words_of(value)}
    if isinstance(made, list):
        return {one for value in made for one in words_of(value)}
    return {made} if isinstance(made, str) else set()


def a_meeting(**keys: Any) -> Incoming:
    people = [
        {"key": "A", "called": "Aoi", "standpoints": ["peer"], "attribution": "named"},
        {"key": "B", "called": "Ben", "standpoints": ["professional"], "discipline": {"en": "nurse"}},
        *({"key": f"P{n}", "called": f"Pia{n}", "standpoints": ["peer"]} for n in range(4)),
        *({"key": f"R{n}", "called": f"Rob{n}", "standpoints": ["professional"]} for n in range(4)),
    ]
    agenda = [{"key": "i1", "kind": "roundtable", "title": {"en": "Talk"}, "prompt": {"en": "What?"}}]
    record = [
        {"type": "item", "item": "i1", "at": 0},
        {"type": "turn", "who": "B", "item": "i1", "at": 10, "until": 90},
        {"type": "pass", "who": "A", "item": "i1", "at": 95},
        note(text={"en": "A chair"}, who=["A"], at=20, until=30, by="the scribe", item="i1"),
        note(text={"en": "A table"}, who=["B"], at=40, item="i1"),
        note(kind="action", text={"en": "Buy"}, who=["B"], owner=["A", "B"], due="2026-06-30", at=50),
        note(kind="decision", text={"en": "Yes"}, number=4, at=60),
        note(kind="concern", text={"en": "Too loud"}, minority=True, who=["B"], at=70),
        note(text={"en": "Only for us"}, visibility="review", at=80),
    ]
    return incoming(
        load(plain(languages=["en", "ja"], participants=people, agenda=agenda, record=record, **keys)), 0
    )


def test_it_holds_the_notes_of_the_page_and_no_moment_of_any() -> None:
    made = out(doc_of(a_meeting()))
    assert {one["type"] for one in made["record"]} == {"note"}
    assert [one["text"]["en"] for one in made["record"]] == ["A chair", "A table", "Yes", "Buy", "Too loud"]
    for one in made["record"]:
        assert {"at", "until", "by", "id"}.isdisjoint(one)
    assert "Only for us" not in json.dumps(made)


def test_of_the_people_it_knows_those_whom_the_page_names() -> None:
    made = out(doc_of(a_meeting()))
    assert made["participants"] == [{"key": "p1", "called": "Aoi"}]
    notes = {one["text"]["en"]: one for one in made["record"]}
    assert (notes["A chair"]["who"], notes["A chair"]["attribution"]) == (["p1"], "named")
    assert "who" not in notes["A table"]
    assert notes["A table"]["standpoints"] == ["professional"]
    assert (notes["Buy"]["owner"], notes["Buy"]["due"]) == (["p1"], "2026-06-30")
    assert notes["Yes"]["number"] == 4
    assert notes["Too loud"]["minority"] is True


def test_what_a_group_brought_to_everyone_keeps_its_table_and_nobody_at_it() -> None:
    people = [{"key": f"P{n}", "called": f"Pia{n}", "standpoints": ["peer"]} for n in range(4)]
    groups = [
        {"key": "window", "name": {"en": "The window table"}, "members": ["P0", "P1"]},
        {"key": "door", "members": ["P2", "P3"]},
    ]
    record = [
        note(text={"en": "A chair"}, who=["P0"], group="window", share=True),
        note(text={"en": "A shelf"}, who=["P2"], group="door", share=True),
        note(text={"en": "Stays there"}, who=["P1"], group="window"),
    ]
    came = incoming(load(plain(languages=["en"], participants=people, groups=groups, record=record)), 0)
    made = out(doc_of(came))
    assert made["groups"] == [
        {"key": "g1", "name": {"en": "The window table"}, "members": []},
        {"key": "g2", "members": []},
    ]
    assert [(one.get("group"), one.get("share")) for one in made["record"]] == [
        ("g1", True),
        ("g2", True),
        (None, None),
    ]
    assert out(doc_of(came, Edition.SUMMARY)).get("groups", []) == []


def test_the_summary_knows_nobody_and_an_own_copy_one_person() -> None:
    came = a_meeting()
    assert out(doc_of(came, Edition.SUMMARY))["participants"] == []
    who = next(iter(fold(came.session, came.facts).participants))
    own = out(doc_of(came, Edition.OWN, who))
    assert [one["text"]["en"] for one in own["record"]] == ["A chair"]


def test_an_answer_to_a_minority_opinion_stays_with_it() -> None:
    first, second = "00000000-0000-4000-8000-000000000001", "00000000-0000-4000-8000-000000000002"
    record = [
        note(id=first, text={"en": "Too loud"}, kind="concern", minority=True),
        note(id=second, text={"en": "We close the door"}),
        {"type": "link", "from": second, "to": first, "as": "answers"},
    ]
    made = out(doc_of(incoming(load(plain(languages=["en"], record=record)), 0)))
    opinion, answer, link = made["record"]
    assert (link["from"], link["to"], link["as"]) == (answer["id"], opinion["id"], "answers")
    assert {opinion["id"], answer["id"]}.isdisjoint({first, second})


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
@pytest.mark.parametrize("edition", Edition)
def test_of_real_meetings_it_fits_the_schema_and_can_be_read_again(path: Path, edition: Edition) -> None:
    came = incoming(read(path.read_bytes()), 0)
    who = next(iter(fold(came.session, came.facts).participants), None)
    data = shown(doc_of(came, edition, who))
    VALIDATOR.validate(json.loads(data))
    again = incoming(read(data), 0)
    assert (again.session == came.session) is (path.name == "minimal.coprod.json")  # nothing in it is private
    if edition is Edition.RECORD:  # what is read from it makes the same page again, as far as a page tells
        assert doc_of(again).header.title == doc_of(came).header.title
        assert [one.wording.bodies for one in doc_of(again).minority] == [
            {lang: one.wording.bodies[lang] for lang in one.wording.bodies} for one in doc_of(came).minority
        ]


@settings(max_examples=60)
@given(SESSIONS, st.sampled_from(Edition))
def test_whatever_the_session_is_no_word_is_in_it_that_the_document_does_not_hold(
    made: dict[str, Any], edition: Edition
) -> None:
    came = incoming(load(made), 0)
    state = fold(came.session, came.facts)
    who = next(iter(state.participants), None)
    publication = minutes_of_state(state, came.words, Asked((), edition, who))
    told = json.loads(publication.data)
    VALIDATOR.validate(told)
    read(publication.data)
    assert PRIVATE.isdisjoint(one["type"] for one in told["record"])
    held = strings(publication.doc)
    made_here = (*told["participants"], *told["agenda"], *told.get("groups", ()))
    keys = {one["key"] for one in made_here}  # may be a word by chance
    prose = {word.body for word in came.words.values()} - held - keys
    assert not prose & words_of(told)
