"""Whatever is asked, in whatever state: facts that fold and hold no prose, or a refusal with its code."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod.domain import acts
from coprod.domain.acts import Act
from coprod.domain.decide import OFF_RECORD, PHASES, Decision
from coprod.domain.facts import Fact, Voided, Withdrawn
from coprod.domain.fold import fold
from coprod.domain.forms import is_date, is_language, is_moment, zone_named
from coprod.domain.rules.pen import Refused, Why
from coprod.domain.terms import NoteKind, PauseKind, Phase
from tests.domain.walk import strings
from tests.stage import HERE, SESSION, THERE, Stage, ordered
from tests.strategies import acts_in, furnished, stages

FOR_GOOD = (acts.Undo, acts.TakeOutNote, acts.WithdrawParticipant)
ID_FORM = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{64}")


def is_no_prose(text: str) -> bool:
    """An id, the hash of a file, a language (or none), a date, a moment, a zone."""
    formal = is_language(text) or is_date(text) or is_moment(text)
    return bool(ID_FORM.fullmatch(text) or formal or text == "" or zone_named(text))


def test_there_is_a_rule_for_every_act() -> None:
    assert set(PHASES) == set(get_args(Act))


@given(st.data())
def test_asking_changes_nothing_and_is_answered(data: st.DataObject) -> None:
    def asked(stage: Stage, act: Act, stream: str) -> None:
        before = ordered(stage.state)
        answer, again = stage.ask(act, stream), stage.ask(act, stream)
        assert ordered(stage.state) == before
        assert answer == again
        if isinstance(answer, Refused):
            assert isinstance(answer.why, Why)
            assert all(map(is_no_prose, answer.ids)), answer
        else:
            assert_no_prose(answer)

    data.draw(stages(watch=asked))


def assert_no_prose(decision: Decision) -> None:
    """Facts hold ids, dates and the like alone; and each word that was written has its place in them."""
    assert decision.bodies
    found = strings(decision.bodies)
    assert [text for text in found if not is_no_prose(text)] == []
    assert {word.id for word in decision.words} <= found


@given(stages(most=10))
def test_every_word_that_is_referred_to_was_written(stage: Stage) -> None:
    texts = {pair for fact in stage.facts for pair in _texts(fact)}
    assert all(stage.words[words].lang == lang for lang, words in texts)
    assert stage.words.keys() <= {words for _, words in texts} | _translated(stage)


@given(stages())
def test_what_was_decided_folds_to_what_was_shown(stage: Stage) -> None:
    assert ordered(fold(SESSION, stage.facts)) == ordered(stage.state)
    assert ordered(fold(SESSION, [*stage.facts[::-1], *stage.facts])) == ordered(stage.state)


@given(stages(most=20), st.sampled_from([HERE, THERE]))
def test_undo_takes_back_this_devices_latest_act_alone(stage: Stage, stream: str) -> None:
    own = [act for act, of in stage.state.acts.items() if of == stream]
    others = [act for act, of in stage.state.acts.items() if of != stream]
    if not own:
        assert stage.why(acts.Undo(), stream) == ("nothing-to-undo",)
        return
    assert stage.do(acts.Undo(), stream) == (Voided(own[-1]),)
    assert list(stage.state.acts) == [act for act in [*stage.state.acts] if act != own[-1]]
    assert [act for act, of in stage.state.acts.items() if of != stream] == others
    left = [fact for fact in stage.facts if fact.act != own[-1]]
    assert ordered(stage.state) == ordered(fold(SESSION, left))


@given(stages(most=15), st.data())
def test_after_undo_all_is_as_it_was(stage: Stage, data: st.DataObject) -> None:
    before = ordered(stage.state)
    act = data.draw(acts_in(stage.state).filter(lambda one: not isinstance(one, FOR_GOOD)))
    if isinstance(stage.ask(act), Decision):
        stage.do(act)
        stage.do(acts.Undo())
    assert ordered(stage.state) == before


@given(stages(most=10))
def test_undo_again_and_again_leads_back_to_the_beginning(stage: Stage) -> None:
    for stream in (HERE, THERE):
        while stream in stage.state.acts.values():
            stage.do(acts.Undo(), stream)
    erased = [fact for fact in stage.facts if isinstance(fact.body, Withdrawn)]
    assert ordered(stage.state) == ordered(fold(SESSION, erased))


def _texts(fact: Fact) -> set[tuple[str, str]]:
    """Pairs of language and words id."""
    found: set[tuple[str, str]] = set()

    def walk(value: object) -> None:
        if isinstance(value, tuple):
            if len(value) == 2 and all(isinstance(one, str) for one in value) and _is_text(value):
                found.add(value)
            for one in value:
                walk(one)
        elif hasattr(value, "__dataclass_fields__"):
            for name in value.__dataclass_fields__:
                walk(getattr(value, name))

    walk(fact.body)
    return found


def _is_text(pair: tuple[str, ...]) -> bool:
    return (
        type(pair[0]) is str and (pair[0] == "" or is_language(pair[0])) and bool(ID_FORM.fullmatch(pair[1]))
    )


def _translated(stage: Stage) -> set[str]:
    return {words for fact in stage.facts if (words := getattr(fact.body, "words", None))}


# ---- in which phases an act may be at all

PLANNED, OPEN, CLOSED = Phase


TIMES: dict[type, str] = {
    acts.Describe: "poc",
    acts.AddItem: "po",
    acts.ChangeItem: "po",
    acts.MoveItem: "po",
    acts.RemoveItem: "po",
    acts.OfferGuidelines: "p",
    acts.AddParticipant: "po",
    acts.ChangeParticipant: "poc",
    acts.MoveParticipant: "po",
    acts.RemoveParticipant: "po",
    acts.Arrive: "o",
    acts.Leave: "o",
    acts.DeclareStandpoints: "poc",
    acts.StateWish: "poc",
    acts.StateConsent: "poc",
    acts.FormGroup: "po",
    acts.RenameGroup: "po",
    acts.MoveToGroup: "o",
    acts.DissolveGroup: "po",
    acts.StartSession: "p",
    acts.CloseSession: "o",
    acts.ReopenSession: "c",
    acts.OpenItem: "o",
    acts.AskPrompt: "o",
    acts.BeginRound: "o",
    acts.BeginTurn: "o",
    acts.EndTurn: "o",
    acts.PassTurn: "o",
    acts.BeginPause: "o",
    acts.EndPause: "o",
    acts.CorrectEntry: "oc",
    acts.ProposeGuideline: "o",
    acts.ChangeGuideline: "o",
    acts.AgreeGuidelines: "o",
    acts.DropGuideline: "o",
    acts.KeepNote: "oc",
    acts.KeepNotes: "oc",
    acts.ChangeNote: "oc",
    acts.TranslateNote: "oc",
    acts.ConfirmNote: "oc",
    acts.ShareNote: "oc",
    acts.TakeOutNote: "oc",
    acts.WithdrawParticipant: "poc",
    acts.ReleaseNote: "o",
    acts.RetractNote: "oc",
    acts.LinkNotes: "oc",
    acts.MoveAction: "oc",
    acts.Approve: "c",
    acts.AddParticipants: "po",
    acts.ExtendItem: "o",
    acts.ExtendPause: "o",
    acts.RaiseHand: "o",
    acts.LowerHand: "o",
    acts.ChooseOrder: "po",
    acts.WishCompany: "po",
    acts.FormGroups: "po",
    acts.CallGroup: "o",
    acts.ChooseTime: "po",
    acts.PutPenDown: "o",
    acts.TakePenUp: "o",
    acts.Undo: "poc",
}
"""When each act may be: planned, open, closed."""


@pytest.mark.parametrize("act", list(TIMES))
@pytest.mark.parametrize("phase", list(Phase))
def test_an_act_out_of_its_time_is_refused_by_the_phase(act: type[Act], phase: Phase) -> None:
    stage = Stage()
    if phase is not PLANNED:
        stage.do(acts.StartSession())
    if phase is CLOSED:
        stage.do(acts.CloseSession())
    allowed = TIMES[act]
    code = {PLANNED: "not-open", OPEN: "already-open", CLOSED: "closed"}[phase]
    assert (phase in PHASES[act]) is (phase.value[0] in allowed)
    if phase.value[0] not in allowed:
        assert stage.why(object.__new__(act)) == (code, SESSION)


class TestOffTheRecord:
    def test_the_pen_goes_down_and_up_and_nothing_is_written_of_it(self) -> None:
        stage = furnished()
        assert stage.ask(acts.PutPenDown()) == Decision((), ())
        assert stage.why(acts.TakePenUp()) == ("nothing-changes",)
        stage.state = replace(stage.state, off_record=True)
        assert stage.ask(acts.TakePenUp()) == Decision((), ())
        assert stage.why(acts.PutPenDown()) == ("nothing-changes",)

    def test_turns_and_pauses_go_on_and_whatever_would_be_kept_is_refused(self) -> None:
        stage = furnished()
        stage.state = replace(stage.state, off_record=True)
        assert isinstance(stage.ask(acts.EndTurn()), Decision)
        assert isinstance(stage.ask(acts.BeginPause(PauseKind.SILENCE)), Decision)
        for act in set(PHASES) - OFF_RECORD:
            if Phase.OPEN in PHASES[act]:
                assert stage.why(object.__new__(act)) == ("off-record",)


def test_notes_of_a_list_are_kept_all_or_none() -> None:
    stage = furnished()
    before = len(stage.state.notes())
    good = acts.NoteDraft(NoteKind.IDEA, {"ja": "一つ目"})
    assert stage.why(acts.KeepNotes((good, acts.NoteDraft(NoteKind.IDEA, {"ja": " "})))) == ("no-text",)
    assert stage.why(acts.KeepNotes(())) == ("nothing-changes",)
    assert len(stage.state.notes()) == before
    stage.do(acts.KeepNotes((good, replace(good, text={"ja": "二つ目"}))))
    assert len(stage.state.notes()) == before + 2
