"""What was just done, in one sentence for the strip with Undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coprod.domain import acts
from coprod.domain.terms import PassHow, PauseKind
from coprod.i18n import N_, Catalogue
from coprod.present.kinds import item_name
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
    acts.CorrectEntry: N_("It is put right."),
    acts.DeclareStandpoints: N_("The standpoints are as they were said."),
    acts.ProposeGuideline: N_("It is before the room."),
    acts.ChangeGuideline: N_("It stands in these words now."),
    acts.DropGuideline: N_("It was let go."),
    acts.ChooseTime: N_("The time is shown as the room chose."),
    acts.BeginRound: N_("Another round has begun."),
    acts.Undo: N_("Undone."),
}


def deed(act: Act, state: State, texts: Texts, words: Catalogue) -> str:
    """Say what an act has done; `state` is that after it."""
    match act:
        case acts.PassTurn():
            return words.say(_PASSED[act.how], name=called(state, act.who, texts))
        case acts.BeginTurn():
            return words.say("{name} has the voice.", name=called(state, act.who, texts))
        case acts.BeginPause():
            return words.say(_PAUSED[act.kind])
        case acts.Leave():
            return words.say("{name} has left.", name=called(state, act.who, texts))
        case acts.Arrive():
            return words.say("{name} is here.", name=called(state, act.who, texts))
        case acts.OpenItem():
            item = state.item(act.item)
            return words.say("Now: {item}.", item=item_name(item, texts, words) if item else "")
    return words.say(_PLAIN.get(type(act), N_("Done.")))


def undoable(act: Act) -> bool:
    """Whether Undo is offered beside the sentence."""
    return not isinstance(act, acts.Undo)
