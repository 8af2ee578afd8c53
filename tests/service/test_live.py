"""A session that is run: committed, and only then shown; gapless, in time, and the same when opened again."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod.domain import acts
from coprod.domain.acts import ParticipantDraft
from coprod.domain.facts import Closed, Described, Erased, Fact, ParticipantAdded, Started, Withdrawn, Word
from coprod.domain.fold import fold, in_order
from coprod.domain.parts import Participant
from coprod.domain.rules.pen import Refused, Why
from coprod.domain.terms import NoteKind, Phase, Visibility
from coprod.service.live import Change, LiveSession
from coprod.service.ports import Batch, StoreFailed
from coprod.service.rows import all_rows
from tests.fakes.memory import MemoryStore
from tests.stage import MORNING, SESSION, item, note, ordered, person
from tests.strategies import acts_in

if TYPE_CHECKING:
    from coprod.domain.acts import Act


class Clock:
    """A clock that stands where it is put."""

    def __init__(self, at: int = MORNING) -> None:
        self.at = at

    def now(self) -> int:
        return self.at

    def waited(self) -> float:
        return 0.0


def live(store: MemoryStore | None = None, clock: Clock | None = None) -> LiveSession:
    return LiveSession(SESSION, store or MemoryStore(), clock or Clock())


def done(session: LiveSession, act: Act) -> Change:
    change = session.do(act)
    assert isinstance(change, Change), change
    return change


def stored(store: MemoryStore) -> list[Fact]:
    return in_order(store.load(SESSION).facts)


def test_what_is_shown_is_what_was_committed() -> None:
    store = MemoryStore()
    session = live(store)
    shown: list[Change] = []
    session.listen(shown.append)
    session.listen(lambda change: shown.append(change) if stored(store) else None)
    old = session.state
    change = done(session, person("葵"))
    assert shown == [change, change]
    assert (change.old, change.new) == (old, session.state)
    assert change.act == person("葵")
    assert [word.body for word in change.words.values()] == ["葵"]
    assert session.state == fold(SESSION, stored(store))


def test_a_refusal_is_a_value_and_nothing_is_kept_or_shown() -> None:
    store = MemoryStore()
    session = live(store)
    shown: list[Change] = []
    session.listen(shown.append)
    assert session.do(acts.BeginTurn("nobody")) == Refused(Why.NOT_OPEN, (SESSION,))
    assert (shown, stored(store), dict(session.words)) == ([], [], {})


def test_when_it_can_not_be_kept_nothing_has_changed_and_it_may_be_tried_again() -> None:
    store = MemoryStore()
    session = live(store)
    done(session, item())
    shown: list[Change] = []
    session.listen(shown.append)
    before, words = ordered(session.state), dict(session.words)
    store.failing = "full"
    for _ in range(2):
        with pytest.raises(StoreFailed, match="full"):
            session.do(person())
    assert (ordered(session.state), dict(session.words), shown) == (before, words, [])
    store.failing = None
    change = done(session, person())
    assert shown == [change]
    assert [fact.seq for fact in stored(store)] == [1, 2]
    assert len(session.state.participants) == 1


def test_undo_that_can_not_be_kept_undoes_nothing() -> None:
    store = MemoryStore()
    session = live(store)
    done(session, person())
    store.failing = "full"
    with pytest.raises(StoreFailed):
        session.undo()
    assert len(session.state.participants) == 1
    store.failing = None
    assert isinstance(session.undo(), Change)
    assert session.state.participants == {}
    assert session.undo() == Refused(Why.NOTHING_TO_UNDO)


def test_words_that_were_shown_stay_as_they_were() -> None:
    session = live()
    first = done(session, person("葵"))
    done(session, person("蓮"))
    assert [word.body for word in first.words.values()] == ["葵"]
    assert [word.body for word in session.words.values()] == ["葵", "蓮"]


def test_undo_survives_a_restart_and_is_this_devices_own() -> None:
    store = MemoryStore()
    done(live(store), person("こちら"))
    elsewhere = Fact(
        "x", SESSION, "act", "another", 1, MORNING + 60_000, ParticipantAdded(Participant("p", ()))
    )
    store.append(Batch(SESSION, [elsewhere]))
    again = live(store)
    assert len(again.state.participants) == 2
    assert isinstance(again.undo(), Change)
    assert list(again.state.participants) == ["p"]
    assert live(store).undo() == Refused(Why.NOTHING_TO_UNDO)


def test_what_comes_after_facts_of_a_clock_ahead_comes_after_them() -> None:
    store = MemoryStore()
    ahead = Fact("x", SESSION, "act", "another", 1, MORNING + 60_000, Started("2026-05-12T09:00:00+09:00"))
    store.append(Batch(SESSION, [ahead]))
    session = live(store)
    done(session, acts.CloseSession())
    assert [type(fact.body) for fact in stored(store)] == [Started, Closed]
    assert session.state.phase is Phase.CLOSED
    assert ordered(live(store).state) == ordered(session.state)


def test_moments_are_told_in_the_zone_of_the_session() -> None:
    session = live()
    done(session, acts.Describe(acts.SessionDraft({"ja": "題"}, ("ja",), zone="Asia/Tokyo")))
    done(session, acts.StartSession())
    assert session.state.started == "2026-05-12T09:00:00+09:00"


def test_a_zone_that_is_not_known_here_stops_no_session() -> None:
    store = MemoryStore()
    session = live(store)
    draft = acts.SessionDraft({"ja": "題"}, ("ja",), zone="Asia/Tokyo")
    described = done(session, acts.Describe(draft)).new.description
    assert described is not None
    unknown = replace(described, zone="Mars/Crater")
    (fact,) = stored(store)
    other = MemoryStore()
    other.append(Batch(SESSION, [replace(fact, body=Described(unknown))]))
    there = live(other)
    done(there, acts.StartSession())
    assert there.state.started == "2026-05-12T00:00:00+00:00"


def test_who_withdrew_is_not_brought_back_by_undo() -> None:
    store = MemoryStore()
    session = live(store)
    who = next(iter(done(session, person()).new.participants))
    done(session, acts.MoveParticipant(who))
    store.append(Batch(SESSION, [Fact("x", SESSION, "act", "eraser", 1, MORNING + 9, Withdrawn(who))]))
    again = live(store)
    assert again.state.participants == {}
    again.undo()
    assert again.state.participants == {}
    assert again.state.tombstones == {who}


Run: TypeAlias = tuple[MemoryStore, LiveSession]


@st.composite
def runs(draw: st.DrawFn) -> Run:
    """A session after some acts by a clock that jumps, opened again at times."""
    store, clock = MemoryStore(), Clock()
    session = live(store, clock)
    draft = acts.SessionDraft({"ja": "題"}, ("ja", "en"))
    for act in (acts.Describe(draft), person("a"), person("b"), item(), acts.StartSession()):
        session.do(act)
    for _ in range(draw(st.integers(3, 15))):
        clock.at = MORNING + draw(st.sampled_from([-3_600_000, 0, 0, 1, 60_000]))
        if draw(st.integers(0, 9)) == 7:
            session = live(store, clock)
        session.do(draw(acts_in(session.state)))
    return store, session


@given(runs())
def test_rows_that_were_changed_are_the_rows_of_the_whole(
    run: Run,
) -> None:
    store, session = run
    whole = all_rows(session.state)
    assert store.notes(SESSION) == sorted(whole.notes, key=lambda row: row.note)
    assert store.sessions() == [whole.session]


@given(runs())
def test_time_never_falls_and_seq_has_no_gaps(
    run: Run,
) -> None:
    store, session = run
    facts = stored(store)
    assert [fact.seq for fact in facts] == list(range(1, len(facts) + 1))
    assert all(one.time < other.time for one, other in pairwise(facts))
    assert {fact.stream for fact in facts} == {session.stream}


@given(runs())
def test_opening_again_gives_the_same(
    run: Run,
) -> None:
    store, session = run
    again = live(store)
    assert ordered(again.state) == ordered(session.state)
    assert {key: _seen(word) for key, word in again.words.items()} == {
        key: _seen(word) for key, word in session.words.items()
    }


def test_rows_of_what_undo_reached_are_put_and_deleted() -> None:
    store = MemoryStore()
    session = live(store)
    done(session, acts.Describe(acts.SessionDraft({"ja": "題"}, ("ja", "en"))))
    done(session, acts.StartSession())
    room = replace(note(kind=NoteKind.CONCERN), visibility=Visibility.ROOM)
    kept = done(session, acts.KeepNote(room)).new.notes()[0].entry
    done(session, acts.ChangeNote(kept, replace(room, kind=NoteKind.IDEA)))
    session.undo()
    assert [(row.note, row.kind) for row in store.notes(SESSION)] == [(kept, "concern")]
    assert store.sessions()[0].untranslated == 1
    session.undo()
    assert store.notes(SESSION) == []
    assert store.sessions()[0].untranslated == 0


def test_what_is_taken_out_leaves_the_log_the_words_and_the_rows() -> None:
    store = MemoryStore()
    session = live(store)
    done(session, acts.StartSession())
    one, two = (done(session, acts.KeepNote(note(text))).new.notes()[-1].entry for text in ("秘密", "窓"))
    change = done(session, acts.TakeOutNote(one))
    left = store.load(SESSION)
    assert (
        {word.body for word in left.words.values()} == {"窓"} == {word.body for word in change.words.values()}
    )
    assert [row.note for row in store.notes(SESSION)] == [two]
    assert sum(isinstance(fact.body, Erased) for fact in left.facts) == 1
    assert ordered(live(store).state) == ordered(session.state)
    done(session, acts.KeepNote(note("次")))
    assert ordered(live(store).state) == ordered(session.state)


def test_who_withdraws_leaves_no_name_no_link_and_no_words_of_theirs() -> None:
    store = MemoryStore()
    session = live(store)
    gone, stays = (
        list(done(session, acts.AddParticipant(ParticipantDraft({"ja": name}))).new.participants)[-1]
        for name in ("去る人", "残る人")
    )
    store.append(Batch(SESSION, (), links={gone: "person", stays: "other"}))
    session = live(store)
    done(session, acts.StartSession())
    for text, who in (("一人の話", (gone,)), ("二人の話", (gone, stays)), ("残る話", (stays,))):
        done(session, acts.KeepNote(replace(note(text), who=who)))
    done(session, acts.WithdrawParticipant(gone))
    left = store.load(SESSION)
    assert sorted(word.body for word in left.words.values()) == sorted(["残る人", "二人の話", "残る話"])
    assert dict(left.links) == {stays: "other"}
    assert gone not in {who for word in left.words.values() for who in word.subjects}
    assert [one.content.who for one in session.state.notes()] == [(stays,), (stays,)]
    assert session.do(acts.WithdrawParticipant(gone)) == Refused(Why.UNKNOWN_PERSON, (gone,))
    assert ordered(live(store).state) == ordered(session.state)


def test_a_description_that_is_undone_leaves_a_session_without_a_title() -> None:
    store = MemoryStore()
    session = live(store)
    done(session, acts.Describe(acts.SessionDraft({"ja": "題"}, ("ja", "en"))))
    session.undo()
    assert store.sessions() == [all_rows(session.state).session]
    assert store.sessions()[0].title == ()


def test_a_session_that_is_only_looked_at_leaves_no_trace() -> None:
    store = MemoryStore()
    live(store)
    assert (store.sessions(), stored(store)) == ([], [])


def _seen(word: Word) -> tuple[str, str, frozenset[str]]:
    return word.lang, word.body, frozenset(word.subjects)


def test_another_device_writes_in_a_stream_of_its_own_and_takes_back_its_own_alone() -> None:
    store = MemoryStore()
    session = live(store)
    for act in (person("葵"), item(), acts.StartSession()):
        done(session, act)
    done(session, acts.KeepNote(note("mine")))
    for text in ("one", "two"):
        assert isinstance(session.do(acts.KeepNote(note(text)), "phone"), Change)
    assert [fact.seq for fact in stored(store) if fact.stream == "phone"] == [1, 2]
    assert [fact.seq for fact in stored(store) if fact.stream == session.stream] == list(
        range(1, len(stored(store)) - 1)
    )
    assert isinstance(session.do(acts.Undo(), "phone"), Change)
    assert isinstance(session.undo(), Change)
    assert [session.words[one.content.text[0][1]].body for one in session.state.notes()] == ["one"]
    assert isinstance(session.do(acts.Undo(), "phone"), Change)
    assert session.do(acts.Undo(), "phone") == Refused(Why.NOTHING_TO_UNDO)
    assert live(store).state == session.state


def test_the_streams_go_on_when_it_is_opened_again() -> None:
    store = MemoryStore()
    for _ in range(2):
        session = live(store)
        assert isinstance(session.do(person("葵"), "phone"), Change)
        done(session, person("澪"))
    assert [fact.seq for fact in stored(store) if fact.stream == "phone"] == [1, 2]


def test_while_the_pen_is_down_nothing_of_another_device_is_done() -> None:
    store = MemoryStore()
    session = live(store)
    for act in (person("葵"), item(), acts.StartSession(), acts.PutPenDown()):
        done(session, act)
    before = stored(store)
    assert session.do(acts.KeepNote(note("said")), "phone") == Refused(Why.OFF_RECORD)
    done(session, acts.TakePenUp())
    assert stored(store) == before


def test_a_note_that_is_asked_for_twice_is_kept_once() -> None:
    session = live()
    for act in (person("葵"), item(), acts.StartSession()):
        done(session, act)
    twice = acts.KeepNote(note("once"), id="made-by-a-phone")
    assert session.do(twice, "phone") != session.do(twice, "phone")
    assert session.do(twice, "phone") == Refused(Why.NOTHING_CHANGES, ("made-by-a-phone",))
    assert [one.entry for one in session.state.notes()] == ["made-by-a-phone"]


@given(runs(), st.integers(0, 40), st.booleans())
def test_taking_in_what_follows_is_the_same_as_folding_all(run: Run, cut: int, late: bool) -> None:
    written, author = run
    facts, words = stored(written), tuple(author.words.values())
    parts = [facts[:cut], facts[cut:]]
    store = MemoryStore()
    reader = live(store)
    for part in reversed(parts) if late else parts:
        reader.take_in(part, words)
    assert reader.state == author.state
    assert list(reader.facts()) == list(author.facts())
    assert store.held(SESSION).row == written.held(SESSION).row
    assert {row.note: row for row in store.notes(SESSION)} == {
        row.note: row for row in written.notes(SESSION)
    }
