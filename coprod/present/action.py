"""What the buttons of the console will do, in words, and which of them can do something now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coprod.domain import acts
from coprod.domain.terms import ItemKind, Phase
from coprod.i18n import N_
from coprod.present.commands import BY_ID, ROUNDS, Desk, addressed, main_act, offered
from coprod.present.flow import before, following
from coprod.present.kinds import PAUSES, item_name, table_name
from coprod.present.latest import Release, releasable, release_of
from coprod.present.voices import called

if TYPE_CHECKING:
    from coprod.domain.state import State
    from coprod.i18n import Catalogue
    from coprod.present.texts import Texts


@dataclass(frozen=True, slots=True)
class ActionsView:
    """The word on each button by command, and the commands that can do something now.

    `out_of_place`: commands whose button gives its place to another one now; their keys work all the same.
    """

    words: Mapping[str, str]
    enabled: frozenset[str]
    out_of_place: frozenset[str] = frozenset()


_PLAINLY: Mapping[type, str] = {
    acts.AgreeGuidelines: N_("The room agrees"),
    acts.EndTurn: N_("End the turn"),
    acts.CloseSession: N_("Close the session"),
}
_OPEN_ONLY = frozenset(
    {"off-record", "breath", "silence", "break", "note", "close", "come-or-go", "voice", "hand"}
)
_ROUNDS = frozenset(f"round-{order.value}" for order in ROUNDS)
_ALWAYS = frozenset(
    {
        "unfold",
        "edit-guidelines",
        "people",
        "notes",
        "desk",
        "read-back",
        "sheets",
        "share",
        "join",
        "correct",
        "time",
        "find",
        "keys",
        "page",
        "page-back",
        "guidelines",
        "blank",
        "undo",
        "room",
        "language",
        "display-settings",
        "minutes",
        "back",
    }
)


def actions_view(state: State, texts: Texts, words: Catalogue) -> ActionsView:
    """Name every command as it would act now."""
    named = {name: words.say(command.name) for name, command in BY_ID.items()}
    named["agree"] = words.say("Agree")
    named["main"] = main_words(state, texts, words)
    named["next-item"] = words.say("Begin") if state.phase is Phase.PLANNED else named["next-item"]
    if state.off_record:
        named["off-record"] = words.say("Take the pen up")
    pause = state.open_pause()
    if pause is not None:
        named[pause.kind.value] = words.say("End the pause")
    note = releasable(state)
    if note is not None and release_of(state, note) is Release.SHOWN:
        named["release"] = words.say("Take off the wall")
    item = state.open_item()
    about_guidelines = item is not None and item.kind is ItemKind.GUIDELINES and state.phase is Phase.OPEN
    out_of_place = frozenset({"written", "agree"} if about_guidelines else {"edit-guidelines"})
    return ActionsView(named, _enabled(state), out_of_place)


def main_words(state: State, texts: Texts, words: Catalogue) -> str:
    """Say what Space will do."""
    act = main_act(Desk(state))
    item = following(state)
    name = item_name(item, texts, words) if item else ""
    match act:
        case acts.StartSession():
            return words.say("Begin: {item}", item=name) if name else words.say("Begin")
        case acts.EndPause():
            pause = state.open_pause()
            what = words.say(PAUSES[pause.kind]) if pause else ""
            return words.say("Go on after: {pause}", pause=what)
        case acts.BeginTurn():
            return words.say("Next voice: {name}", name=called(state, act.who, texts))
        case acts.CallGroup():
            return words.say("Next: {group}", group=table_name(state, act.group, texts, words))
        case acts.OpenItem():
            return words.say("Next item: {item}", item=name)
    return words.say(_PLAINLY.get(type(act), BY_ID["minutes"].name))


def _enabled(state: State) -> frozenset[str]:
    enabled = set(_ALWAYS)
    if state.phase is Phase.CLOSED:
        return frozenset(enabled | {"next-session", "reopen", "main", "note"})
    enabled |= {"main", "groups"}
    if following(state):
        enabled.add("next-item")
    if state.phase is Phase.PLANNED:
        return frozenset(enabled | {"plan"})
    enabled |= _OPEN_ONLY
    if state.open_item():
        enabled |= _ROUNDS
    if BY_ID["extend"].act and BY_ID["extend"].act(Desk(state)):
        enabled.add("extend")
    if before(state):
        enabled.add("previous-item")
    if addressed(Desk(state)):
        enabled |= {"pass", "later", "written", "next-voice"}
    if state.proposals or offered(state):
        enabled.add("agree")
    if releasable(state):
        enabled.add("release")
    return frozenset(enabled)
