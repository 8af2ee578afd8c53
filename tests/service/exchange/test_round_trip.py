"""In and out again: nothing that the format can say is lost, and nothing is added."""

from __future__ import annotations

import json
from itertools import count
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given

from coprod.domain.fold import fold
from coprod.service import codec
from coprod.service.exchange.equality import same
from coprod.service.exchange.incoming import Incoming, incoming
from coprod.service.exchange.outgoing import outgoing
from coprod.service.exchange.reading import read, read_path
from coprod.service.exchange.writing import plain as plain_of
from coprod.service.exchange.writing import write
from tests.service.exchange.files import GOOD, NOTE_ID, load, note, plain
from tests.service.exchange.sessions import SESSIONS

if TYPE_CHECKING:
    from pathlib import Path

    from coprod.service.exchange.format import SessionFile


def out_again(came: Incoming) -> SessionFile:
    return outgoing(fold(came.session, came.facts), came.words, came.links)


def said(made: Any) -> Any:
    """JSON without empty objects and lists, and without the defaults that the format names."""
    if isinstance(made, list):
        return [said(one) for one in made]
    if not isinstance(made, dict):
        return made
    kept = {key: said(one) for key, one in made.items()}
    kept = {key: one for key, one in kept.items() if one not in ({}, [])}
    defaults = {"visibility": "minutes", "listed": "count", "status": "open", "minor": 0}
    defaults |= {"attribution": "standpoint"} if "called" in kept else {}
    defaults |= {"how": "pass"} if kept.get("type") == "pass" else {}
    defaults |= {"state": "closed" if "format" in kept else "draft"}
    return {key: one for key, one in kept.items() if defaults.get(key) != one}


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.name)
def test_a_meeting_comes_out_as_it_came_in(path: Path) -> None:
    session = read_path(path)
    out = out_again(incoming(session, 0))
    assert same(out, session)
    assert plain_of(out) == {"id": out.id, **plain_of(session)}
    assert read(write(out)) == out


@given(SESSIONS)
def test_any_session_comes_out_as_it_came_in(made: dict[str, Any]) -> None:
    session = load(made)
    out = out_again(incoming(session, 0))
    assert same(out, session)
    written = json.loads(write(out))
    made.setdefault("id", written["id"])
    for one, other in zip(made["record"], written["record"], strict=True):
        assert said(other) == said(one)
    assert said(written) == said(made)


@given(SESSIONS)
def test_it_comes_out_so_from_the_log_too(made: dict[str, Any]) -> None:
    came = incoming(load(made), 0)
    for fact in came.facts:
        assert codec.decode(*codec.encode(fact.body)) == fact.body


def test_facts_hold_no_prose_and_no_names() -> None:
    for path in GOOD:
        came = incoming(read_path(path), 0)
        facts = b"".join(codec.encode(fact.body)[1] for fact in came.facts).decode()
        said = {word.body for word in came.words.values() if len(word.body) > 8}
        assert not {body for body in said if json.dumps(body, ensure_ascii=False)[1:-1] in facts}


def test_facts_stand_in_one_stream_of_their_own_without_gaps() -> None:
    ids = map("{:032x}".format, count())
    came = incoming(load(plain(record=[note(), note()])), 77, lambda: next(ids))
    assert [fact.seq for fact in came.facts] == list(range(1, len(came.facts) + 1))
    assert {(fact.session, fact.time) for fact in came.facts} == {(came.session, 77)}
    assert len({fact.stream for fact in came.facts}) == len({fact.act for fact in came.facts}) == 1
    assert len({fact.id for fact in came.facts}) == len(came.facts)


def test_words_know_whose_they_are() -> None:
    came = incoming(load(plain(record=[note(who=["A", "B"], by="B")])), 0)
    state = fold(came.session, came.facts)
    aoi, ben = state.participants
    subjects = {word.body: word.subjects for word in came.words.values()}
    assert subjects["Open the window."] == (aoi, ben)
    assert subjects["Aoi"] == subjects["A"] == (aoi,)
    assert subjects["B"] == (ben,)
    assert subjects["Tea"] == ()


def test_nothing_that_comes_in_goes_onto_the_wall() -> None:
    record = [note(id=NOTE_ID, visibility="room"), {"type": "release", "note": NOTE_ID}]
    came = incoming(load(plain(record=record)), 0)
    assert fold(came.session, came.facts).wall == ()


def test_the_guidelines_of_a_plan_are_not_agreed_yet() -> None:
    made = plain(state="planned")
    del made["started"]
    state = fold("", incoming(load(made), 0).facts)
    assert state.guidelines == ()
    assert len(state.proposals) == 1


def test_persons_are_told_only_where_they_are_asked_for() -> None:
    came = incoming(
        load(plain(participants=[{"key": "A", "called": "Aoi", "person": NOTE_ID}], groups=[])), 0
    )
    state = fold(came.session, came.facts)
    assert list(came.links.values()) == [NOTE_ID]
    assert outgoing(state, came.words).participants[0].person is None
    assert outgoing(state, came.words, came.links).participants[0].person == NOTE_ID
