"""What was just done, in one sentence for the strip with Undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coprod.domain import acts
from coprod.domain.terms import PassHow, PauseKind, RoundOrder
from coprod.i18n import N_, Catalogue
from coprod.present.flow import clock_time, plan_of
from coprod.present.kinds import item_name
from coprod.present.orders import ORDERS
from coprod.present.voices import called

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coprod.domain.acts import Act
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
    acts.BeginTurn: N_("{name} has the voice."),
    acts.Leave: N_("{name} has left."),
    acts.Arrive: N_("{name} is here."),
    acts.RaiseHand: N_("{name} would like to speak."),
}
_PLAIN: Mapping[type, str] = {
    acts.StartSession: N_("The session has begun."),
    acts.CloseSession: N_("The session is closed."),
    acts.ReopenSession: N_("The session is open again."),
    acts.EndTurn: N_("The turn has ended."),
    acts.EndPause: N_("The pause has ended."),
    acts.AgreeGuidelines: N_("The room agreed to the guidelines."),
    acts.KeepNote: N_("The note is kept."),
    acts.ChangeNote: N_("The note is changed."),
    acts.TakeOutNote: N_("The note is taken out."),
    acts.ReleaseNote: N_("The room sees the note."),
    acts.RetractNote: N_("The note is off the wall."),
    acts.BeginRound: N_("Another round has begun."),
    acts.LowerHand: N_("The hand is down."),
    acts.Undo: N_("Undone."),
}


def deed(act: Act, state: State, texts: Texts, words: Catalogue) -> str:
    """Say what an act has done; `state` is that after it."""
    of_time = _time_deed(act, state, words)
    if of_time:
        return of_time
    match act:
        case acts.PassTurn():
            return words.say(_PASSED[act.how], name=called(state, act.who, texts))
        case acts.BeginTurn() | acts.Leave() | acts.Arrive() | acts.RaiseHand():
            return words.say(_OF_SOMEBODY[type(act)], name=called(state, act.who, texts))
        case acts.OpenItem():
            item = state.item(act.item)
            return words.say("Now: {item}.", item=item_name(item, texts, words) if item else "")
        case acts.ChooseOrder():
            return words.say("The order is chosen: {order}.", order=words.say(ORDERS[act.order]))
        case acts.BeginRound() if act.order is not RoundOrder.SEATED:
            return words.say("Another round has begun: {order}.", order=words.say(ORDERS[act.order]))
    return words.say(_PLAIN.get(type(act), N_("Done.")))


def _time_deed(act: Act, state: State, words: Catalogue) -> str:
    """Say of a pause, or of more time, until when it is; "" of another act."""
    match act:
        case acts.BeginPause():
            again = _again(state, words)
            return words.say("A break until {time}.", time=again) if again else words.say(_PAUSED[act.kind])
        case acts.ExtendPause():
            return words.say("The break goes on until {time}.", time=_again(state, words))
        case acts.ExtendItem():
            item = state.open_item(act.group)
            until = clock_time(state, words, plan_of(state).ends.get(item.id)) if item else ""
            return words.say("Five minutes more: until {time}.", time=until)
    return ""


def _again(state: State, words: Catalogue) -> str:
    """When the room begins again after the pause that is held; "" where nobody said."""
    pause = state.open_pause()
    return clock_time(state, words, state.returns.get(pause.entry)) if pause else ""


def undoable(act: Act) -> bool:
    """Whether Undo is offered beside the sentence."""
    return not isinstance(act, acts.Undo)
