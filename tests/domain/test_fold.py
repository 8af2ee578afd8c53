"""Any facts, merged in any order, twice or voided: the same state, and nobody who withdrew in it."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coprod.domain import acts
from coprod.domain.facts import (
    Fact,
    GroupFormed,
    ParticipantAdded,
    ParticipantChanged,
    Reopened,
    Voided,
    Withdrawn,
)
from coprod.domain.fold import apply, fold, in_order, left_alone, reaches_back
from coprod.domain.parts import Group, Participant
from coprod.domain.state import State
from coprod.domain.terms import NoteKind, Visibility
from tests.domain.walk import strings
from tests.incoming import BODIES, bodies_of, logs
from tests.stage import SESSION, Stage, ordered
from tests.strategies import furnished

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coprod.domain.facts import Body


def state_of(facts: Sequence[Fact]) -> dict[str, object]:
    return ordered(fold(SESSION, facts))


@given(logs(), st.data())
def test_any_order_of_merging_gives_the_same_state(log: list[Fact], data: st.DataObject) -> None:
    again = data.draw(st.lists(st.sampled_from(log), max_size=5) if log else st.just([]))
    merged = data.draw(st.permutations([*log, *again]))
    assert state_of(merged) == state_of(log)


@given(logs())
def test_applying_one_by_one_gives_what_folding_gives(log: list[Fact]) -> None:
    facts = in_order(log)
    voided = {fact.body.act for fact in facts if isinstance(fact.body, Voided)}
    reaching = [reaches_back(fact) or fact.act in voided for fact in facts]
    far = max((i for i, reaches in enumerate(reaching, start=1) if reaches), default=0)
    state = fold(SESSION, facts[:far])
    for fact in facts[far:]:
        state = apply(state, [fact])
    assert ordered(state) == state_of(log)


@pytest.mark.parametrize("cls", BODIES)
@settings(max_examples=20)
@given(data=st.data())
def test_applying_leaves_the_state_before_as_it_was(cls: type, data: st.DataObject) -> None:
    before = fold(SESSION, furnished().facts)
    seen = ordered(before)
    body = data.draw(bodies_of(cls).map(lambda body: pointing_into(body, before)))
    fact = Fact("f", SESSION, "act", "z", 1, 2**50, body)
    if not reaches_back(fact):
        apply(before, [fact])
    assert ordered(before) == seen
    assert ordered(fold(SESSION, furnished().facts)) == seen


def pointing_into(body: Body, state: State) -> Body:
    """The same fact, of a person, a note, an item, a turn and a group that are in `state`."""
    there = {
        "who": next(iter(state.participants)),
        "participant": next(iter(state.participants)),
        "note": state.notes()[0].entry,
        "turn": state.track().turn,
        "item": state.agenda[0].id,
        "group": next(iter(state.groups)),
    }
    names = {field.name for field in fields(body)}
    plain = {
        name: one for name, one in there.items() if name in names and isinstance(getattr(body, name), str)
    }
    whole = {
        ParticipantChanged: {"participant": Participant(there["participant"] or "", ())},
        GroupFormed: {"group": Group(there["group"] or "", ())},
    }
    return replace(body, **whole.get(type(body), plain))  # type: ignore[arg-type]


@given(logs())
def test_what_is_voided_counts_as_if_it_had_never_been(log: list[Fact]) -> None:
    voided = {fact.body.act for fact in log if isinstance(fact.body, Voided)}
    left = [fact for fact in log if isinstance(fact.body, Voided | Withdrawn) or fact.act not in voided]
    assert state_of(log) == state_of(left)
    assert voided.isdisjoint(fold(SESSION, log).acts)


@given(logs())
def test_who_and_what_was_erased_is_nowhere(log: list[Fact]) -> None:
    state = fold(SESSION, log)
    gone = [fact.body for fact in log if isinstance(fact.body, Withdrawn)]
    people = {body.participant for body in gone if body.participant}
    notes = {note for body in gone for note in body.notes}
    assert state.tombstones == people | notes
    left = {name: value for name, value in ordered(state).items() if name not in ("tombstones", "acts")}
    assert people.isdisjoint(strings(left))
    assert notes.isdisjoint(note.entry for note in state.notes())
    assert notes.isdisjoint([*state.versions, *state.clashes, *state.wall])


@given(logs())
def test_the_wall_holds_notes_of_the_record_that_are_for_the_room(log: list[Fact]) -> None:
    state = fold(SESSION, log)
    shown = [state.note(note) for note in state.wall]
    assert all(note and note.content.visibility is Visibility.ROOM for note in shown)
    assert len(set(state.wall)) == len(state.wall)


@given(logs())
def test_what_is_open_on_a_track_is_told_or_nothing(log: list[Fact]) -> None:
    state = fold(SESSION, log)
    for group, track in state.tracks.items():
        turn, pause = state.open_turn(group), state.open_pause(group)
        assert turn is None or (turn.entry, turn.group) == (track.turn, group)
        assert pause is None or (pause.entry, pause.group) == (track.pause, group)


@pytest.mark.parametrize("body", [Voided("a/0"), Withdrawn("p1")])
def test_what_reaches_back_can_only_be_folded(body: Voided | Withdrawn) -> None:
    fact = Fact("a.1", SESSION, "a/1", "a", 1, 1, body)
    with pytest.raises(ValueError, match="fold again"):
        apply(State(SESSION), [fact])


def test_a_withdrawal_is_not_undone() -> None:
    facts = [
        Fact("a.1", SESSION, "a/0", "a", 1, 1, ParticipantAdded(Participant("p1", ()))),
        Fact("a.2", SESSION, "a/1", "a", 2, 2, Withdrawn("p1")),
        Fact("a.3", SESSION, "a/2", "a", 3, 3, Voided("a/1")),
    ]
    state = fold(SESSION, facts)
    assert (state.tombstones, state.participants) == (frozenset({"p1"}), {})
    assert list(state.acts) == []


@given(logs(), st.data())
def test_nobody_takes_back_what_another_stream_did(log: list[Fact], data: st.DataObject) -> None:
    told = in_order(log)
    act = data.draw(st.sampled_from([fact.act for fact in told])) if told else "none"
    other = Fact("other.1", SESSION, "other/1", "another stream", 1, 0, Voided(act))
    assert state_of([*told, other]) == state_of(told)


def test_what_was_undone_in_its_own_stream_is_gone() -> None:
    kept = Fact("a.1", SESSION, "a/1", "a", 1, 1, ParticipantAdded(Participant("p1", ())))
    assert "p1" in fold(SESSION, [kept]).participants
    assert fold(SESSION, [kept, Fact("a.2", SESSION, "a/2", "a", 2, 2, Voided("a/1"))]).participants == {}


def test_facts_are_put_in_order_by_time_then_stream_then_seq_and_once() -> None:
    facts = [
        Fact(name, SESSION, name, stream, seq, time, Reopened())
        for name, stream, seq, time in [
            ("3", "b", 1, 5),
            ("1", "a", 1, 5),
            ("2", "a", 2, 5),
            ("0", "c", 1, 4),
        ]
    ]
    assert [fact.id for fact in in_order([*facts, facts[0]])] == ["0", "1", "2", "3"]


def test_notes_of_whoever_withdrew_elsewhere_are_left_alone() -> None:
    stage = Stage()
    stage.do(acts.StartSession())
    stage.do(acts.AddParticipant(acts.ParticipantDraft({"en": "A"})))
    (who,) = stage.state.participants
    for speakers in ((who,), ()):
        stage.do(acts.KeepNote(acts.NoteDraft(NoteKind.IDEA, {"en": "window"}, speakers)))
    theirs = stage.state.notes()[0].entry
    assert left_alone(SESSION, stage.facts) == ()
    elsewhere = Fact("gone", SESSION, "gone", "other", 1, 9**15, Withdrawn(participant=who))
    assert left_alone(SESSION, [*stage.facts, elsewhere]) == (theirs,)
    known = replace(elsewhere, body=Withdrawn(participant=who, notes=(theirs,)))
    assert left_alone(SESSION, [*stage.facts, known]) == ()
