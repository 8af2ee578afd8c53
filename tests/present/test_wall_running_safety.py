"""Whatever runs a meeting, the wall tells nothing of it that would hurt: random sessions with groups and wishes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from coprod.domain import acts, facts
from coprod.domain.acts import GroupDraft, ItemDraft, NoteDraft
from coprod.domain.decide import Decision
from coprod.domain.facts import Word
from coprod.domain.parts import Participant
from coprod.domain.rounds import round_of
from coprod.domain.terms import (
    ItemKind,
    NoteKind,
    PassHow,
    PauseKind,
    RoundOrder,
    Shown,
    Standpoint,
    Visibility,
)
from coprod.present.speech import tongues_of
from coprod.present.wall import Look, room_view
from tests.present.test_wall_safety import (
    called,
    check_a_note_kept_back_leaves_no_trace,
    check_no_name_beside_a_standpoint,
    check_nobody_is_named_who_wants_no_name,
    check_nothing_but_the_called_name_describes_a_person,
    check_only_released_notes,
    check_standpoints_change_only_the_marks_of_notes,
    ids,
    marked,
    shown,
    wall,
)
from tests.stage import Stage, added, an_id
from tests.strategies import furnished

if TYPE_CHECKING:
    from coprod.domain.state import State
    from coprod.present.room import RoomView

SIDES = ((Standpoint.PEER,), (Standpoint.PROFESSIONAL,), (Standpoint.PEER, Standpoint.PROFESSIONAL))


def running_acts(state: State) -> st.SearchStrategy[acts.Act]:
    """What a facilitator does while a meeting runs."""
    people = st.sampled_from(list(state.participants))
    pairs = st.lists(people, min_size=2, max_size=3, unique=True).map(tuple)
    groups = [group.id for group in state.groups.values()] or ["none"]
    tables = st.permutations(list(state.participants)).map(
        lambda order: acts.FormGroups(
            tuple(GroupDraft({"ja": f"席{at}"}, tuple(order[at : at + 3])) for at in range(0, len(order), 3))
        )
    )
    drafts = st.builds(
        NoteDraft,
        kind=st.just(NoteKind.IDEA),
        text=st.just({"ja": "言えた。"}),
        who=st.lists(people, max_size=1).map(tuple),
        visibility=st.sampled_from(Visibility),
    )
    notes = st.sampled_from([note.entry for note in state.notes()] or ["none"])
    return st.one_of(
        tables,
        st.builds(acts.WishCompany, st.lists(pairs, max_size=1).map(tuple), st.just(())),
        st.builds(acts.WishCompany, st.just(()), st.lists(pairs, max_size=1).map(tuple)),
        st.builds(acts.RaiseHand, people),
        st.builds(acts.BeginRound, st.sampled_from(RoundOrder)),
        st.builds(acts.BeginTurn, people),
        st.builds(acts.PassTurn, people, st.sampled_from(PassHow)),
        st.just(acts.EndTurn()),
        st.builds(acts.CallGroup, st.sampled_from(groups)),
        st.builds(acts.KeepNote, drafts, st.sampled_from([None, *state.groups])),
        st.builds(acts.ShareNote, notes),
        st.builds(acts.ReleaseNote, notes),
        st.builds(acts.OpenItem, st.sampled_from([one.id for one in state.agenda])),
        st.builds(acts.BeginPause, st.sampled_from(PauseKind), st.none(), st.sampled_from([None, 10.0])),
        st.just(acts.EndPause()),
        st.just(acts.ExtendItem()),
        st.builds(acts.ChooseTime, st.booleans(), st.booleans()),
        st.builds(acts.Leave, people),
        st.builds(acts.Arrive, people),
    )


@st.composite
def sessions(draw: st.DrawFn) -> Stage:
    """A session with groups and a share-back, in which some want no name on the wall."""
    stage = furnished()
    stage.words |= {f"n{n}": Word(f"n{n}", "", f"Joining {n}") for n in range(6)}
    joining = [Participant(an_id(700 + n), (("", f"n{n}"),), standpoints=SIDES[n % 3]) for n in range(6)]
    stage.take(tuple(facts.ParticipantAdded(one) for one in joining))
    for kind in (ItemKind.SMALL_GROUPS, ItemKind.SHARE_BACK, ItemKind.ROUNDTABLE):
        stage.do(acts.AddItem(ItemDraft(kind, {"ja": "話し合い"}, minutes=20)))
    wishes = {who: draw(st.sampled_from([None, *Shown])) for who in stage.state.participants}
    stage.take(tuple(facts.WishStated(who, wall=wish) for who, wish in wishes.items()))
    for _ in range(draw(st.integers(3, 18))):
        act = draw(running_acts(stage.state))
        if isinstance(stage.ask(act), Decision):
            stage.do(act)
    return stage


def check_names_only_of_voices_and_of_tables_that_are_there(state: State, view: RoomView) -> None:
    turn, round_ = state.open_turn(), round_of(state)
    voices = {turn.who if turn else None, round_.following if round_ else None}
    sitting = {who for group in state.small_groups() for who in group.members}
    for who in state.participants:
        assert who in voices or not called(state, who) & shown((view.now, view.next))
        assert who in sitting or not called(state, who) & shown(view.tables)


def check_no_table_that_is_over(state: State, view: RoomView) -> None:
    over = {id for group in state.dissolved for id in ids(state.groups[group].name)}
    assert not over & shown(view)


def check_wishes_about_company_change_nothing(stage: Stage, view: RoomView) -> None:
    """The wall is the same whether anybody is kept apart or together, or nobody is."""
    people = tuple(stage.state.participants)
    for apart, together in (((people[:2],), ()), ((), (people[:3],)), ((), ())):
        stage.take((facts.CompanyWished(apart, together),))
        assert replace(wall(stage), arc=None) == replace(view, arc=None)


def check_who_is_next_is_not_told_where_it_would_tell_more(state: State, view: RoomView) -> None:
    round_ = round_of(state)
    if round_ is not None and round_.order in {RoundOrder.OPEN, RoundOrder.ALTERNATING}:
        assert view.next is None


def check_an_offer_names_nobody(state: State, view: RoomView) -> None:
    if view.under and round_of(state):
        assert (view.now, view.next) == (None, None)


@settings(max_examples=40)
@given(stage=sessions())
def test_whatever_runs_the_meeting_the_wall_shows_nothing_that_hurts(stage: Stage) -> None:
    view = wall(stage)
    check_only_released_notes(stage.state, view)
    check_nobody_is_named_who_wants_no_name(stage.state, view)
    check_nothing_but_the_called_name_describes_a_person(stage.state, view)
    check_no_name_beside_a_standpoint(stage.state, view)
    check_names_only_of_voices_and_of_tables_that_are_there(stage.state, view)
    check_no_table_that_is_over(stage.state, view)
    check_who_is_next_is_not_told_where_it_would_tell_more(stage.state, view)
    check_an_offer_names_nobody(stage.state, view)
    check_a_note_kept_back_leaves_no_trace(stage, view, Look.SESSION)
    check_wishes_about_company_change_nothing(stage, view)
    check_standpoints_change_only_the_marks_of_notes(stage, view, Look.SESSION)


@settings(max_examples=20)
@given(stage=sessions(), minutes=st.integers(0, 60))
def test_time_in_digits_is_told_only_where_the_room_chose_it(stage: Stage, minutes: int) -> None:
    at = stage.at + minutes * 60_000
    stage.take((facts.TimeChosen(digits=False, sound=False),))
    view = room_view(stage.state, marked(stage.words), tongues_of(stage.state), at)
    said = " ".join(run.text for run in (view.clock.label if view.clock else ()))
    assert not any(one.isdigit() for one in said)


def test_the_checks_can_fail() -> None:
    """A name where none is wanted, and a table that is over, are seen by the checks."""
    stage = furnished()
    one = next(iter(stage.state.participants))
    stage.take((facts.WishStated(one, wall=Shown.NONE),))
    stage.do(acts.OpenItem(added(stage.do(acts.AddItem(ItemDraft(ItemKind.CHECK_IN))))))
    view = wall(stage)
    (words,) = called(stage.state, one)
    name = room_view(stage.state, marked(stage.words), tongues_of(stage.state), stage.at).title
    bad = replace(view, title=tuple(run._replace(text=f"⟦{words}⟧") for run in (name or view.where)[:1]))
    try:
        check_nobody_is_named_who_wants_no_name(stage.state, bad)
    except AssertionError:
        return
    raise AssertionError("a name on the wall was not seen")
