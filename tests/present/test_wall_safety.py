"""Whatever happens in a session, the wall hurts nobody: held over random sessions, each text marked by its id."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod.domain import acts, facts
from coprod.domain.decide import Decision
from coprod.domain.facts import RoundBegun, TurnPassed, Word
from coprod.domain.fold import fold
from coprod.domain.parts import Participant
from coprod.domain.rounds import round_of
from coprod.domain.terms import (
    Attendance,
    Attribution,
    ItemKind,
    NoteKind,
    PassHow,
    PauseKind,
    RoundOrder,
    Shown,
    Standpoint,
    Visibility,
)
from coprod.present.room import BLANK, Kind, RoomView, Run
from coprod.present.speech import tongues_of
from coprod.present.wall import Look, room_view
from tests.incoming import logs
from tests.stage import MORNING, SESSION, Stage, added, an_id, item, person
from tests.strategies import furnished

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from coprod.domain.facts import Fact
    from coprod.domain.parts import Text
    from coprod.domain.state import State

LOOKS = st.sampled_from([Look.SESSION] * 6 + [Look.GUIDELINES, Look.BLANK])
MARKED = re.compile("⟦([^⟧]*)⟧")
MINUTE = 60_000


def seen_acts(state: State) -> st.SearchStrategy[acts.Act]:
    """Acts that change what the room sees, or must not."""
    people, items = st.sampled_from(list(state.participants)), [one.id for one in state.agenda]
    notes = st.sampled_from([note.entry for note in state.notes()])
    drafts = st.builds(
        acts.NoteDraft,
        kind=st.just(NoteKind.IDEA),
        text=st.just({"ja": "言えた。", "en": "Said."}),
        who=st.lists(people, max_size=2, unique=True).map(tuple),
        visibility=st.sampled_from(Visibility),
        attribution=st.none() | st.sampled_from(Attribution),
    )
    return st.one_of(
        st.builds(acts.BeginTurn, people),
        st.builds(acts.PassTurn, people, st.sampled_from(PassHow)),
        st.builds(acts.BeginRound, st.sampled_from(RoundOrder)),
        st.builds(acts.KeepNote, drafts),
        st.builds(acts.ReleaseNote, notes),
        st.builds(acts.RetractNote, notes),
        st.builds(
            lambda note, draft: acts.ChangeNote(note, draft, state.versions.get(note, "")), notes, drafts
        ),
        st.builds(acts.OpenItem, st.sampled_from(items)),
    )


@st.composite
def sessions(draw: st.DrawFn) -> Stage:
    """A session under way in a room large enough for standpoints; some of its people want no name on the wall."""
    stage = furnished()
    stage.take(tuple(facts.ParticipantAdded(one) for one in _joining(stage)))
    for kind in (ItemKind.SMALL_GROUPS, ItemKind.ROUNDTABLE):
        stage.do(item(kind))
    wishes = {who: draw(st.sampled_from([None, *Shown])) for who in stage.state.participants}
    stage.take(tuple(facts.WishStated(who, wall=wish) for who, wish in wishes.items()))
    for _ in range(draw(st.integers(2, 12))):
        act = draw(seen_acts(stage.state))
        if isinstance(stage.ask(act), Decision):
            stage.do(act)
    for note in stage.state.notes():
        if stage.why(acts.ReleaseNote(note.entry)) == () and draw(st.booleans()):
            stage.do(acts.ReleaseNote(note.entry))
    if draw(st.integers(0, 5)) == 1:
        stage.take((facts.PauseBegun(entry="pause", at=stage.at, kind=draw(st.sampled_from(PauseKind))),))
    return stage


def _joining(stage: Stage) -> list[Participant]:
    """Two peers, two professionals, and two who are both."""
    peer, professional = (Standpoint.PEER,), (Standpoint.PROFESSIONAL,)
    stage.words |= {f"n{n}": Word(f"n{n}", "", f"Joining {n}") for n in range(6)}
    sides = (peer, peer, professional, professional, peer + professional, peer + professional)
    return [Participant(an_id(700 + n), (("", f"n{n}"),), standpoints=side) for n, side in enumerate(sides)]


def marked(words: Mapping[str, Word]) -> dict[str, Word]:
    """The words with each body replaced by its id, so that no two texts look alike."""
    return {id: replace(word, body=f"⟦{id}⟧") for id, word in words.items()}


def wall(stage: Stage, look: Look = Look.SESSION) -> RoomView:
    return room_view(stage.state, marked(stage.words), tongues_of(stage.state), stage.at, look=look)


def runs(value: Any) -> Iterator[Run]:
    """Every text in a view, or in a part of one."""
    if isinstance(value, Run):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from runs(each)
    elif is_dataclass(value):
        for field in fields(value):
            yield from runs(getattr(value, field.name))


def shown(value: Any) -> set[str]:
    """The ids of the words in a view, or in a part of one."""
    return {id for run in runs(value) for id in MARKED.findall(run.text)}


def ids(text: Text) -> set[str]:
    return {id for _, id in text}


def called(state: State, who: str) -> set[str]:
    return ids(state.participants[who].called)


# ---- what must hold of any picture of any session


def check_only_released_notes(state: State, view: RoomView) -> None:
    for note in state.notes():
        released = note.entry in state.wall and note.content.visibility is Visibility.ROOM
        on_it = shown(view) & (ids(note.content.text) | ids(note.content.easy) | ids(note.content.reason))
        assert released or not on_it
    known = {note.entry for note in state.notes()}
    assert {note.id for note in view.notes} <= known & set(state.wall)


def check_nobody_is_named_who_wants_no_name(state: State, view: RoomView) -> None:
    for who, someone in state.participants.items():
        if someone.wall is Shown.NONE:
            assert not called(state, who) & shown(view)


def check_nothing_but_the_called_name_describes_a_person(state: State, view: RoomView) -> None:
    for someone in state.participants.values():
        private = ids(someone.key) | ids(someone.reading) | ids(someone.discipline) | ids(someone.label)
        assert not private & shown(view)


def check_no_name_beside_a_standpoint(state: State, view: RoomView) -> None:
    names = {id for who in state.participants for id in called(state, who)}
    assert not names & shown(replace(view, now=None, next=None, tables=()))
    labels = state.description.labels if state.description else ()
    standpoints = {id for _, text in labels for id in ids(text)}
    assert not standpoints & shown((view.now, view.next, view.tables))


def check_names_only_for_voices_and_groups(state: State, view: RoomView) -> None:
    turn, round_ = state.open_turn(), round_of(state)
    voices = {turn.who if turn else None, round_.following if round_ else None}
    grouped = {who for group in state.groups.values() for who in group.members}
    for who in state.participants:
        assert who in voices or not called(state, who) & shown((view.now, view.next))
        assert who in grouped or not called(state, who) & shown(view.tables)


def check_a_note_kept_back_leaves_no_trace(stage: Stage, view: RoomView, look: Look) -> None:
    kept_back = [note for note in stage.state.notes() if note.entry not in stage.state.wall]
    gone = {id for note in kept_back for id in ids(note.content.text)}
    words = {id: word for id, word in marked(stage.words).items() if id not in gone}
    assert room_view(stage.state, words, tongues_of(stage.state), stage.at, look=look) == view


def check_standpoints_change_only_the_marks_of_notes(stage: Stage, view: RoomView, look: Look) -> None:
    """Nobody in the room can read from the wall what somebody declared beside their turn."""
    people = stage.state.participants
    stage.take(
        tuple(
            facts.StandpointDeclared(entry=f"by-{who}", at=stage.at, who=who, standpoints=())
            for who in people
        )
    )
    assert replace(wall(stage, look), notes=(), arc=None) == replace(view, notes=(), arc=None)


@given(stage=sessions(), look=LOOKS)
def test_whatever_happened_the_wall_shows_nothing_that_hurts(stage: Stage, look: Look) -> None:
    view = wall(stage, look)
    check_only_released_notes(stage.state, view)
    check_nobody_is_named_who_wants_no_name(stage.state, view)
    check_nothing_but_the_called_name_describes_a_person(stage.state, view)
    check_no_name_beside_a_standpoint(stage.state, view)
    check_names_only_for_voices_and_groups(stage.state, view)
    check_a_note_kept_back_leaves_no_trace(stage, view, look)
    check_standpoints_change_only_the_marks_of_notes(stage, view, look)


@given(log=logs(), look=LOOKS, minutes=st.integers(-5, 600))
def test_any_facts_whatever_give_a_picture(log: list[Fact], look: Look, minutes: int) -> None:
    state = fold(SESSION, log)
    words = {id: Word(id, "ja", f"⟦{id}⟧") for id in ("w1", "w2", "w3")}
    view = room_view(state, words, tongues_of(state), MORNING + minutes * MINUTE, look=look)
    assert view.kind in Kind
    assert (view == BLANK) == (look is Look.BLANK)
    assert view.arc is None or 0 <= view.arc <= 1
    assert all(run.text for run in runs(view))


# ---- who passed


def asked(*hows: PassHow) -> Stage:
    """A round of five in which the first, who is done, is followed by some who pass."""
    stage = Stage()
    people = [added(stage.do(person(name))) for name in ("一葉", "二葉", "三葉", "四葉", "五葉")]
    stage.do(item(ItemKind.CHECK_IN))
    stage.do(acts.StartSession())
    if not stage.state.track().round:
        stage.do(acts.BeginRound(RoundOrder.SEATED))
    stage.do(acts.BeginTurn(people[0]))
    for who, how in zip(people[1:], hows, strict=False):
        stage.do(acts.PassTurn(who, how))
    return stage


@pytest.mark.parametrize("how", list(PassHow))
def test_who_passed_is_not_on_the_wall(how: PassHow) -> None:
    stage = asked(how, how)
    passed = [entry.who for entry in stage.state.record.values() if isinstance(entry, TurnPassed)]
    assert len(passed) == 2
    view = wall(stage)
    assert not {id for who in passed for id in called(stage.state, who)} & shown(view)
    assert view.next is not None


def test_whether_somebody_passed_or_wrote_makes_no_difference_to_the_wall() -> None:
    views = [wall(asked(how, PassHow.PASS)) for how in (PassHow.PASS, PassHow.WRITTEN)]
    assert views[0] == views[1]


def test_whether_somebody_passed_or_left_makes_no_difference_to_the_wall() -> None:
    passed, left = asked(PassHow.PASS), asked()
    left.do(acts.Leave(list(left.state.participants)[1]))
    assert shown(wall(passed).next) == shown(wall(left).next) != set()


def test_how_long_somebody_speaks_changes_nothing_on_the_wall() -> None:
    stage = asked()
    pictures = [
        room_view(stage.state, marked(stage.words), tongues_of(stage.state), stage.at + minutes * MINUTE)
        for minutes in (0, 1, 30, 300)
    ]
    assert pictures.count(pictures[0]) == 4


@pytest.mark.parametrize("attendance", list(Attendance))
def test_who_is_absent_is_neither_next_nor_named(attendance: Attendance) -> None:
    stage = Stage()
    for name, how in (("一葉", None), ("二葉", attendance), ("三葉", None)):
        stage.do(acts.AddParticipant(acts.ParticipantDraft({"": name}, attendance=how)))
    stage.do(item(ItemKind.CHECK_IN))
    stage.do(acts.StartSession())
    first, second, third = stage.state.participants
    stage.do(acts.BeginTurn(first))
    following = third if attendance is Attendance.ABSENT else second
    assert shown(wall(stage).next) == called(stage.state, following)


# ---- time on the wall


@pytest.mark.parametrize("kind", list(ItemKind))
def test_no_text_on_the_wall_changes_as_time_goes_by(kind: ItemKind) -> None:
    """So nothing counts down, and nothing counts up: only the arc moves, and it never falls back."""
    stage = Stage()
    stage.do(acts.AddItem(acts.ItemDraft(kind, {"ja": "話し合い"}, minutes=10)))
    stage.do(acts.StartSession())
    views = [
        room_view(stage.state, marked(stage.words), tongues_of(stage.state), stage.at + seconds * 1000)
        for seconds in range(0, 1200, 7)
    ]
    assert len({tuple(runs(view)) for view in views}) == 1
    assert len({view.clock for view in views}) == 1
    arcs = [view.arc for view in views if view.arc is not None]
    assert arcs == sorted(arcs)
    assert len(set(arcs)) <= 61


def test_a_question_and_an_idea_from_the_same_person_are_not_joined_on_the_wall() -> None:
    """Two notes of one person carry nothing that would tell they are of one person."""
    stage = asked()
    one = next(iter(stage.state.participants))
    for kind in (NoteKind.QUESTION, NoteKind.IDEA):
        draft = acts.NoteDraft(kind, {"ja": kind.value}, (one,), visibility=Visibility.ROOM)
        stage.do(acts.ReleaseNote(added(stage.do(acts.KeepNote(draft)))))
    notes = wall(stage).notes
    assert len(notes) == 2
    assert all((note.mark, note.mark_word) == (None, ()) for note in notes)
    assert not called(stage.state, one) & shown(notes)
    assert isinstance(stage.state.record[stage.state.track().round or ""], RoundBegun)
