"""Off the record: turns and pauses go on in memory alone, and the record goes on from where it stood."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from coprod.domain import acts
from coprod.domain.facts import TurnBegun
from coprod.domain.minuting.flow import flow
from coprod.domain.minuting.items import places
from coprod.domain.minuting.wordings import Wordings
from coprod.domain.rules.pen import Refused, Why
from coprod.domain.terms import ItemKind, PauseKind
from coprod.service.live import Change, LiveSession
from tests.fakes.memory import MemoryStore
from tests.service.test_live import Clock, done, live, stored
from tests.stage import SESSION, item, note, person
from tests.strategies import acts_in

if TYPE_CHECKING:
    from coprod.domain.state import State


def begun(store: MemoryStore) -> LiveSession:
    session = live(store)
    for name in ("Aki", "Ben"):
        done(session, person(name))
    done(session, acts.StartSession())
    done(session, acts.BeginTurn(next(iter(session.state.participants))))
    return session


def speaker(state: State) -> str | None:
    turn = state.open_turn()
    return turn.who if turn else None


def test_who_speaks_meanwhile_is_on_the_screen_and_nowhere_else() -> None:
    store = MemoryStore()
    session = begun(store)
    before, (one, two) = stored(store), session.state.participants
    change = done(session, acts.PutPenDown())
    assert change.new.off_record
    assert change.new.open_turn() == change.old.open_turn()
    assert speaker(done(session, acts.BeginTurn(two)).new) == two
    assert stored(store) == before
    after = done(session, acts.TakePenUp()).new
    assert (after.off_record, speaker(after)) == (False, one)
    assert stored(store) == before
    assert not [f for f in session.facts() if isinstance(f.body, TurnBegun) and f.body.who == two]


def test_nothing_is_noted_meanwhile() -> None:
    store = MemoryStore()
    session = begun(store)
    done(session, acts.PutPenDown())
    assert session.do(acts.KeepNote(note("a secret"))) == Refused(Why.OFF_RECORD)
    assert "secret" not in repr(store.load(SESSION))


def test_undo_takes_back_what_stands_aside_and_nothing_that_is_kept() -> None:
    session = begun(MemoryStore())
    one, two = session.state.participants
    done(session, acts.PutPenDown())
    done(session, acts.BeginTurn(two))
    assert speaker(done(session, acts.Undo()).new) == one
    assert session.do(acts.Undo()) == Refused(Why.NOTHING_TO_UNDO)


def test_what_comes_home_meanwhile_is_kept_and_seen() -> None:
    store, other = MemoryStore(), MemoryStore()
    session = begun(store)
    elsewhere = begun(other)
    told = [fact for fact in elsewhere.facts() if not isinstance(fact.body, TurnBegun)]
    words = list(other.load(SESSION).words.values())
    two = list(session.state.participants)[1]
    done(session, acts.PutPenDown())
    done(session, acts.BeginTurn(two))
    change = session.take_in(told, words)
    assert change.new.off_record
    assert speaker(change.new) == two
    assert len(change.new.participants) == 4
    assert len(done(session, acts.TakePenUp()).new.participants) == 4


@settings(max_examples=60)
@given(data=st.data())
def test_whatever_is_asked_meanwhile_the_record_goes_on_as_if_nothing_had_been(data: st.DataObject) -> None:
    store, clock = MemoryStore(), Clock()
    session = begun(store)
    kept, before, words = session.state, stored(store), dict(session.words)
    done(session, acts.PutPenDown())
    for _ in range(data.draw(st.integers(1, 8))):
        act = data.draw(acts_in(session.state))
        if isinstance(act, acts.TakePenUp):
            continue
        clock.at += 1000
        outcome = session.do(act)
        assert isinstance(outcome, Refused) or outcome.new.off_record
    assert stored(store) == before
    assert session.words == words
    done(session, acts.TakePenUp())
    assert session.state == kept
    assert isinstance(session.do(acts.KeepNote(note("on the record"))), Change)
    assert LiveSession(SESSION, store, clock).state == session.state


def test_the_flow_of_the_meeting_knows_nothing_of_it() -> None:
    """Neither what was opened meanwhile nor a pause, and no gap where it was."""
    flows = []
    for aside in (False, True):
        store = MemoryStore()
        clock = Clock()
        session = live(store, clock)
        for kind in (ItemKind.CHECK_IN, ItemKind.ROUNDTABLE, ItemKind.OTHER):
            done(session, item(kind))
        _, two, three = (each.id for each in session.state.agenda)
        done(session, acts.StartSession())
        clock.at += 20 * 60_000
        if aside:
            done(session, acts.PutPenDown())
            done(session, acts.OpenItem(three))
            done(session, acts.BeginPause(PauseKind.SILENCE))
            done(session, acts.TakePenUp())
        clock.at += 20 * 60_000
        done(session, acts.OpenItem(two))
        clock.at += 20 * 60_000
        state = done(session, acts.CloseSession()).new
        flows.append(flow(state, places(state), Wordings({}), UTC))
    assert flows[0] is not None
    assert flows[0] == flows[1]
    assert len(flows[0].items) == 2
