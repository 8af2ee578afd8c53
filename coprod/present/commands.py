"""Every command of the console: its name, its keys and the act it asks for. One table, for keys, buttons and help."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from coprod.domain import acts
from coprod.domain.acts import Act
from coprod.domain.state import State
from coprod.domain.terms import ItemKind, PassHow, PauseKind, Phase, RoundOrder
from coprod.i18n import N_
from coprod.present.flow import before, following
from coprod.present.latest import releasable
from coprod.present.sharing import next_group, sharing
from coprod.present.voices import next_voice


@dataclass(frozen=True, slots=True)
class Desk:
    """What a command is about: the committed state, and the person or the note that has the focus."""

    state: State
    person: str | None = None
    note: str | None = None


Resolve: TypeAlias = Callable[[Desk], Act | None]
"""The act that a command asks for now; None: there is nothing to do."""


@dataclass(frozen=True, slots=True)
class Command:
    """One command. `act` None: the window does it itself (it changes nothing in the record)."""

    id: str
    name: str
    keys: tuple[str, ...]
    act: Resolve | None = None


def main_act(desk: Desk) -> Act | None:
    """The one thing that comes next; `main_words` in `action` names it."""
    state = desk.state
    if state.phase is Phase.PLANNED:
        return acts.StartSession()
    if state.phase is Phase.CLOSED:
        return None
    if state.open_pause() is not None:
        return acts.EndPause()
    if offered(state):
        return acts.AgreeGuidelines()
    return next_turn(desk) or next_call(desk) or next_item(desk) or acts.CloseSession()


def next_turn(desk: Desk) -> Act | None:
    """The next voice of the round; after the last, the end of its turn."""
    who = next_voice(desk.state)
    if who is not None:
        return acts.BeginTurn(who)
    return acts.EndTurn() if desk.state.open_turn() else None


def next_call(desk: Desk) -> Act | None:
    """The next small group in a share-back; None after the last, and elsewhere."""
    group = next_group(desk.state) if sharing(desk.state) else None
    return acts.CallGroup(group) if group else None


def offered(state: State) -> bool:
    """Whether guidelines lie before the room, and it is their time."""
    item = state.open_item()
    return bool(item and item.kind.value == "guidelines" and state.proposals)


def next_item(desk: Desk) -> Act | None:
    """The item after the open one; before the session, its beginning."""
    if desk.state.phase is Phase.PLANNED:
        return acts.StartSession()
    item = following(desk.state)
    return acts.OpenItem(item.id) if item else None


def addressed(desk: Desk) -> str | None:
    """Whom pass, later and in writing are about: who has the focus, else who is next, else who speaks."""
    if desk.person in desk.state.participants:
        return desk.person
    turn = desk.state.open_turn()
    return next_voice(desk.state) or (turn.who if turn else None)


def _passing(how: PassHow) -> Resolve:
    def act(desk: Desk) -> Act | None:
        who = addressed(desk)
        return acts.PassTurn(who, how) if who else None

    return act


def _pausing(kind: PauseKind) -> Resolve:
    def act(desk: Desk) -> Act | None:
        held = desk.state.open_pause()
        if held and held.kind is kind:
            return acts.EndPause()
        return acts.BeginPause(kind, minutes=_break_minutes(desk.state) if kind is PauseKind.BREAK else None)

    return act


def _break_minutes(state: State) -> float:
    item = state.open_item()
    planned = item.minutes if item and item.kind is ItemKind.BREAK else None
    return planned or BREAK_MINUTES


def _extend(desk: Desk) -> Act | None:
    """More time: for the break that is held, else for the open item."""
    held, item = desk.state.open_pause(), desk.state.open_item()
    if held and held.kind is PauseKind.BREAK:
        return acts.ExtendPause()
    return acts.ExtendItem() if item and item.minutes else None


def _hand(desk: Desk) -> Act | None:
    if desk.person is None:
        return None
    up = desk.person in desk.state.hands.get(None, ())
    return acts.LowerHand(desk.person) if up else acts.RaiseHand(desk.person)


def _another_round(order: RoundOrder) -> Resolve:
    return lambda desk: acts.BeginRound(order) if desk.state.open_item() else None


def _previous_item(desk: Desk) -> Act | None:
    item = before(desk.state)
    return acts.OpenItem(item.id) if item else None


def _give_voice(desk: Desk) -> Act | None:
    return acts.BeginTurn(desk.person) if desk.person else None


def _come_or_go(desk: Desk) -> Act | None:
    if desk.person is None:
        return None
    return acts.Arrive(desk.person) if desk.person in desk.state.away else acts.Leave(desk.person)


def _turn_pen(desk: Desk) -> Act:
    return acts.TakePenUp() if desk.state.off_record else acts.PutPenDown()


def _release(desk: Desk) -> Act | None:
    note = desk.state.note(desk.note) if desk.note else releasable(desk.state)
    if note is None:
        return None
    return acts.RetractNote(note.entry) if note.entry in desk.state.wall else acts.ReleaseNote(note.entry)


BREAK_MINUTES = 10.0
"""After how many minutes the room begins again, where a break was not planned."""

ROUNDS: Mapping[RoundOrder, str] = {
    RoundOrder.SEATED: N_("Another round, as seated"),
    RoundOrder.LAST: N_("Another round, from where the last one ended"),
    RoundOrder.DRAWN: N_("Another round, in an order that is drawn"),
    RoundOrder.ALTERNATING: N_("Another round, standpoints in turn"),
    RoundOrder.OPEN: N_("Another round, whoever would like to"),
}
"""The orders in which voices can come, by what begins such a round."""

COMMANDS: tuple[Command, ...] = (
    Command("main", N_("What comes next"), ("Space",), main_act),
    Command("next-voice", N_("Next voice"), ("F5",), next_turn),
    Command("voice", N_("Give this person the voice"), ("Return",), _give_voice),
    Command("pass", N_("Pass"), ("S",), _passing(PassHow.PASS)),
    Command("later", N_("Later"), ("L",), _passing(PassHow.LATER)),
    Command("written", N_("In writing"), ("W",), _passing(PassHow.WRITTEN)),
    Command("breath", N_("Pause"), ("P", "F6"), _pausing(PauseKind.BREATH)),
    Command("silence", N_("Silence"), ("Shift+P",), _pausing(PauseKind.SILENCE)),
    Command("break", N_("Break"), ("K",), _pausing(PauseKind.BREAK)),
    Command("guidelines", N_("Guidelines"), ("G",)),
    Command("edit-guidelines", N_("Change the guidelines"), ("Ctrl+G",)),
    Command("people", N_("Change the people"), ("Ctrl+E",)),
    Command("groups", N_("Arrange the groups"), ("Ctrl+B",)),
    Command("sheets", N_("Group sheets"), ("Ctrl+Shift+G",)),
    Command("share", N_("Share in this room"), ("Ctrl+Shift+S",)),
    Command("join", N_("How to join, on the wall"), ("J",)),
    Command("correct", N_("Correct the record"), ("Ctrl+R",)),
    Command("time", N_("How the time is shown"), ("T",)),
    Command("agree", N_("Agree to the guidelines"), ("A",), lambda _desk: acts.AgreeGuidelines()),
    Command("blank", N_("Blank the room"), ("B", "F7", ".")),
    Command("page", N_("Turn the page on the wall, or what comes next"), ("PageDown",)),
    Command("page-back", N_("Turn the page back, or take the step back"), ("PageUp",)),
    Command("note", N_("Note"), ("N",)),
    Command("notes", N_("The note-taker’s window"), ("Ctrl+N",)),
    Command("desk", N_("The minutes desk"), ("Ctrl+D",)),
    Command("read-back", N_("Read back"), ("Ctrl+Shift+R",)),
    Command("off-record", N_("Off the record"), ("O", "F8"), _turn_pen),
    Command("release", N_("Show in the room"), ("R",), _release),
    Command("next-item", N_("Next item"), ("Ctrl+Right",), next_item),
    Command("previous-item", N_("Previous item"), ("Ctrl+Left",), _previous_item),
    Command("hand", N_("Raises or lowers a hand"), ("H",), _hand),
    Command("extend", N_("Five minutes more"), ("X",), _extend),
    *(
        Command(f"round-{order.value}", name, (f"Ctrl+{number}",), _another_round(order))
        for number, (order, name) in enumerate(ROUNDS.items(), start=1)
    ),
    Command("come-or-go", N_("Arrives or leaves"), ("E",), _come_or_go),
    Command("undo", N_("Undo"), ("Ctrl+Z",), lambda _desk: acts.Undo()),
    Command("close", N_("Close the session"), ("Ctrl+Shift+C",), lambda _desk: acts.CloseSession()),
    Command("reopen", N_("Open the session again"), ("Ctrl+Shift+O",), lambda _desk: acts.ReopenSession()),
    Command("find", N_("Find what to do"), ("Ctrl+K",)),
    Command("keys", N_("All keys"), ("?", "F1")),
    Command("room", N_("Room display"), ("F11",)),
    Command("move-wall", N_("Room display on the next screen"), ("Shift+F11",)),
    Command("display-settings", N_("Room display and looks"), ("F9",)),
    Command("language", N_("Language"), ("Ctrl+L",)),
    Command("minutes", N_("Write the minutes"), ("Ctrl+P",)),
    Command("plan", N_("Change the plan"), ("Ctrl+Shift+P",)),
    Command("next-session", N_("Plan the next session"), ("Ctrl+Shift+N",)),
    Command("unfold", N_("Open the rest of the console"), ("Ctrl+U",)),
    Command("back", N_("To the sessions"), ("Ctrl+W",)),
    Command("retry", N_("Try again"), ("Ctrl+Return",)),
)

STEPS = (acts.BeginTurn, acts.EndTurn, acts.EndPause, acts.OpenItem, acts.CallGroup, acts.AgreeGuidelines)
"""What a clicker steps forward by, and takes back."""

BY_ID: Mapping[str, Command] = {command.id: command for command in COMMANDS}
BY_KEY: Mapping[str, Command] = {key: command for command in COMMANDS for key in command.keys}

_OF_THE_TEXT = frozenset({"Ctrl+Z", "Ctrl+Left", "Ctrl+Right", "Ctrl+Return"})
_CAPS = {"Right": "→", "Left": "←", "Up": "↑", "Return": "Enter", "Escape": "Esc"}


def works_in_text(key: str) -> bool:
    """Whether a key is a command even while a text field has the focus."""
    if key in _OF_THE_TEXT:
        return False
    last = key.rsplit("+", 1)[-1]
    function = last[0] == "F" and last[1:].isdigit()
    return function or key.startswith(("Ctrl+", "Alt+"))


def caps(key: str) -> tuple[str, ...]:
    """Give the key caps of a key: `Ctrl+Right` is `Ctrl` `→`."""
    return tuple(_CAPS.get(part, part) for part in key.split("+"))
