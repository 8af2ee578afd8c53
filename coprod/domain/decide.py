"""Decide on an act: the facts it makes and the words they point to, or the reason why it may not be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from coprod.domain import acts
from coprod.domain.facts import Body, Word
from coprod.domain.rules import life, notes, people, plan, running, translations, voices
from coprod.domain.rules.pen import Pen, Refused, Ruling, Unwritable, Why
from coprod.domain.terms import Phase

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from coprod.domain.acts import Act
    from coprod.domain.state import State

_PLANNED = frozenset({Phase.PLANNED})
_OPEN = frozenset({Phase.OPEN})
_CLOSED = frozenset({Phase.CLOSED})
_LIVE = frozenset({Phase.PLANNED, Phase.OPEN})
_ANY = frozenset(Phase)
_HELD = frozenset({Phase.OPEN, Phase.CLOSED})

_NOT_WHILE = {Phase.PLANNED: Why.NOT_OPEN, Phase.OPEN: Why.ALREADY_OPEN, Phase.CLOSED: Why.CLOSED}

_RULES: Mapping[type, tuple[frozenset[Phase], Callable[[State, Any, Pen], Ruling]]] = {
    acts.Describe: (_ANY, plan.describe),
    acts.AddItem: (_LIVE, plan.add_item),
    acts.ChangeItem: (_LIVE, plan.change_item),
    acts.MoveItem: (_LIVE, plan.move_item),
    acts.RemoveItem: (_LIVE, plan.remove_item),
    acts.OfferGuidelines: (_PLANNED, plan.offer_guidelines),
    acts.AddParticipant: (_LIVE, people.add),
    acts.AddParticipants: (_LIVE, people.add_several),
    acts.ChangeParticipant: (_ANY, people.change),
    acts.MoveParticipant: (_LIVE, people.move),
    acts.RemoveParticipant: (_LIVE, people.remove),
    acts.WithdrawParticipant: (_ANY, people.withdraw),
    acts.Arrive: (_OPEN, people.arrive),
    acts.Leave: (_OPEN, people.leave),
    acts.DeclareStandpoints: (_ANY, people.declare),
    acts.StateWish: (_ANY, people.wish),
    acts.StateConsent: (_ANY, people.consent),
    acts.FormGroup: (_LIVE, people.form_group),
    acts.RenameGroup: (_LIVE, people.rename_group),
    acts.MoveToGroup: (_OPEN, people.move_to_group),
    acts.DissolveGroup: (_LIVE, people.dissolve_group),
    acts.StartSession: (_PLANNED, life.start),
    acts.CloseSession: (_OPEN, life.close),
    acts.ReopenSession: (_CLOSED, life.reopen),
    acts.OpenItem: (_OPEN, life.open_item),
    acts.AskPrompt: (_OPEN, life.ask_prompt),
    acts.BeginRound: (_OPEN, voices.begin_round),
    acts.BeginTurn: (_OPEN, voices.begin_turn),
    acts.EndTurn: (_OPEN, voices.end_turn),
    acts.PassTurn: (_OPEN, voices.pass_turn),
    acts.BeginPause: (_OPEN, voices.begin_pause),
    acts.EndPause: (_OPEN, voices.end_pause),
    acts.CorrectEntry: (_HELD, voices.correct),
    acts.ExtendItem: (_OPEN, running.extend_item),
    acts.ExtendPause: (_OPEN, running.extend_pause),
    acts.RaiseHand: (_OPEN, running.raise_hand),
    acts.LowerHand: (_OPEN, running.lower_hand),
    acts.ChooseOrder: (_LIVE, running.choose_order),
    acts.WishCompany: (_LIVE, running.wish_company),
    acts.FormGroups: (_LIVE, running.form_groups),
    acts.CallGroup: (_OPEN, running.call_group),
    acts.ChooseTime: (_LIVE, running.choose_time),
    acts.PutPenDown: (_OPEN, running.put_pen_down),
    acts.TakePenUp: (_OPEN, running.take_pen_up),
    acts.ProposeGuideline: (_OPEN, plan.propose_guideline),
    acts.ChangeGuideline: (_OPEN, plan.change_guideline),
    acts.AgreeGuidelines: (_OPEN, plan.agree_guidelines),
    acts.DropGuideline: (_OPEN, plan.drop_guideline),
    acts.KeepNote: (_HELD, notes.keep),
    acts.KeepNotes: (_HELD, notes.keep_several),
    acts.ChangeNote: (_HELD, notes.change),
    acts.TranslateNote: (_HELD, notes.translate),
    acts.TranslateTexts: (_ANY, translations.translate_texts),
    acts.ConfirmNote: (_HELD, notes.confirm),
    acts.ShareNote: (_HELD, notes.share),
    acts.TakeOutNote: (_HELD, notes.take_out),
    acts.ReleaseNote: (_OPEN, notes.release),
    acts.RetractNote: (_HELD, notes.retract),
    acts.LinkNotes: (_HELD, notes.link),
    acts.MoveAction: (_HELD, notes.move_action),
    acts.AnswerCheck: (_ANY, life.answer),
    acts.Approve: (_CLOSED, life.approve),
    acts.IssueEdition: (_CLOSED, life.issue),
    acts.Undo: (_ANY, life.undo),
}


PHASES: Mapping[type, frozenset[Phase]] = {act: phases for act, (phases, _) in _RULES.items()}
"""In which phases of a session an act may be at all."""


OFF_RECORD = frozenset(
    {
        acts.Arrive,
        acts.Leave,
        acts.OpenItem,
        acts.AskPrompt,
        acts.BeginRound,
        acts.BeginTurn,
        acts.EndTurn,
        acts.PassTurn,
        acts.BeginPause,
        acts.EndPause,
        acts.ExtendItem,
        acts.ExtendPause,
        acts.RaiseHand,
        acts.LowerHand,
        acts.CallGroup,
        acts.RetractNote,
        acts.TakePenUp,
        acts.PutPenDown,
        acts.Undo,
    }
)
"""The acts that may be while the pen is down: the meeting goes on, and nothing is noted."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What an act makes: bodies of facts, in order, and the words they point to."""

    bodies: tuple[Body, ...]
    words: tuple[Word, ...]


def decide(state: State, act: Act, pen: Pen) -> Decision | Refused:
    """The decision on `act` in `state`; `pen` gives the moment and new ids. Nothing is changed by asking."""
    phases, rule = _RULES[type(act)]
    if state.phase not in phases:
        return Refused(_NOT_WHILE[state.phase], (state.session,))
    if state.off_record and type(act) not in OFF_RECORD:
        return Refused(Why.OFF_RECORD)
    group = getattr(act, "group", None)
    if group is not None and group not in state.groups:
        return Refused(Why.UNKNOWN_GROUP, (group,))
    try:
        ruling = rule(state, act, pen)
    except Unwritable as unwritable:
        return unwritable.refused
    return ruling if isinstance(ruling, Refused) else Decision(tuple(ruling), tuple(pen.words))
