"""What was just done, in one sentence for the strip with Undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coprod.domain import acts
from coprod.domain.terms import PassHow, PauseKind, RoundOrder
from coprod.i18n import N_, Catalogue
from coprod.present.flow import clock_time, plan_of
from coprod.present.kinds import item_name, table_name
from coprod.present.voices import called

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coprod.domain.acts import Act
    from coprod.domain.parts import Ms
    from coprod.domain.state import State
    from coprod.present.texts import Texts

_PASSED: Mapping[PassHow, str] = {
    PassHow.PASS: N_("{name} passed. Offered again at the end."),
    PassHow.LATER: N_("{name} speaks later."),
    PassHow.WRITTEN: N_("{name} puts it in writing."),
}
_PAUSED: Mapping[PauseKind, str] = {
    PauseKind.BREATH: N_("A breath, until you end it."),
    PauseKind.SILENCE: N_("Silence, until you end it."),
    PauseKind.BREAK: N_("A break, until you end it."),
}
_OF_SOMEBODY: Mapping[type, str] = {
    acts.PassTurn: "",
    acts.BeginTurn: N_("{name} has the voice."),
    acts.RaiseHand: N_("{name} has a hand up."),
    acts.LowerHand: N_("{name} has no hand up any more."),
    acts.Leave: N_("{name} has left."),
    acts.Arrive: N_("{name} is here."),
}
_BEGUN: Mapping[RoundOrder, str] = {
    RoundOrder.SEATED: N_("A round has begun, as seated."),
    RoundOrder.LAST: N_("A round has begun, from where the last one ended."),
    RoundOrder.DRAWN: N_("A round has begun, in an order that was drawn."),
    RoundOrder.ALTERNATING: N_("A round has begun, standpoints in turn."),
    RoundOrder.OPEN: N_("A round has begun: whoever would like to speaks."),
}
_PLAIN: Mapping[type, str] = {
    acts.StartSession: N_("The session has begun."),
    acts.CloseSession: N_("The session is closed."),
    acts.ReopenSession: N_("The session is open again."),
    acts.EndTurn: N_("The turn has ended."),
    acts.EndPause: N_("The pause has ended."),
    acts.AgreeGuidelines: N_("The room agreed to the guidelines."),
    acts.KeepNote: N_("The note is kept."),
    acts.KeepNotes: N_("The notes are kept."),
    acts.ChangeNote: N_("The note is changed."),
    acts.TranslateNote: N_("The translation is kept."),
    acts.TranslateTexts: N_("The translations are kept."),
    acts.TakeOutNote: N_("The note is taken out, and its words are erased."),
    acts.WithdrawParticipant: N_("Everything that was theirs alone is erased."),
    acts.ShareNote: N_("The group brings it to everyone."),
    acts.AnswerCheck: N_("The reason is kept."),
    acts.IssueEdition: N_("The edition is issued, and that is kept."),
    acts.ReleaseNote: N_("The room sees the note."),
    acts.RetractNote: N_("The note is off the wall."),
    acts.CorrectEntry: N_("It is put right."),
    acts.DeclareStandpoints: N_("The standpoints are as they were said."),
    acts.ProposeGuideline: N_("It is before the room."),
    acts.ChangeGuideline: N_("It stands in these words now."),
    acts.DropGuideline: N_("It was let go."),
    acts.FormGroups: N_("The groups are formed."),
    acts.ChooseTime: N_("The time is told as the room chose."),
    acts.AddParticipant: N_("Added to the list."),
    acts.AddParticipants: N_("Added to the list."),
    acts.ChangeParticipant: N_("Kept as they say it."),
    acts.DeclareStandpoints: N_("Kept as they say it."),
    acts.StateWish: N_("Kept as they say it."),
    acts.MoveParticipant: N_("The seats have changed."),
    acts.RemoveParticipant: N_("Taken off the list."),
    acts.OfferGuidelines: N_("The guidelines have changed."),
    acts.PutPenDown: N_("The pen is down. Nothing is kept, not even who speaks."),
    acts.TakePenUp: N_("The pen is taken up again."),
    acts.Undo: N_("Undone."),
}


_FOR_GOOD = (
    acts.Undo,
    acts.TakeOutNote,
    acts.WithdrawParticipant,
    acts.PutPenDown,
    acts.TakePenUp,
    acts.IssueEdition,
)
"""What Undo does not take back."""


def deed(act: Act | None, state: State, texts: Texts, words: Catalogue) -> str:
    """Say what an act has done; `state` is that after it."""
    if act is None:
        return words.say("What was written elsewhere has come in.")
    who = getattr(act, "who", None)
    if who is not None and type(act) in _OF_SOMEBODY:
        return words.say(_of_somebody(act), name=called(state, who, texts))
    match act:
        case acts.BeginPause():
            again = act.minutes is not None and clock_time(state, words, _new_end(state))
            return words.say("A break until {time}.", time=again) if again else words.say(_PAUSED[act.kind])
        case acts.BeginRound():
            return words.say(_BEGUN[act.order])
        case acts.CallGroup():
            return words.say("Now: {item}.", item=table_name(state, act.group, texts, words))
        case acts.ExtendItem() | acts.ExtendPause():
            return words.say("Until {time} now.", time=clock_time(state, words, _new_end(state)))
        case acts.OpenItem():
            item = state.item(act.item)
            return words.say("Now: {item}.", item=item_name(item, texts, words) if item else "")
    return words.say(_plainly(act))


def _plainly(act: Act) -> str:
    if isinstance(act, acts.ShareNote) and not act.share:
        return N_("It stays in the group.")
    return _PLAIN.get(type(act), N_("Done."))


def _of_somebody(act: Act) -> str:
    return _PASSED[act.how] if isinstance(act, acts.PassTurn) else _OF_SOMEBODY[type(act)]


def _new_end(state: State) -> Ms | None:
    """When the break that is held is over, else the open item."""
    pause, item = state.open_pause(), state.open_item()
    if pause is not None and pause.entry in state.returns:
        return state.returns[pause.entry]
    return plan_of(state).ends.get(item.id) if item else None


def undoable(act: Act | None) -> bool:
    """Whether Undo is offered beside the sentence."""
    return act is not None and not isinstance(act, _FOR_GOOD)
