"""The console where the room sees its screen, too: folded to what the wall may show."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coprod.domain.terms import Shown
from coprod.present.marks import Mark, Standing

if TYPE_CHECKING:
    from coprod.domain.state import State
    from coprod.i18n import Catalogue
    from coprod.present.console import ConsoleView
    from coprod.present.voices import Seat

PRIVATE = frozenset({"correct", "desk", "groups", "note", "notes", "people", "read-back", "share", "sheets"})
"""Commands that show what no wall may: who passed, who is kept apart, a note not released, a standpoint."""

_TOLD = frozenset({Standing.SPEAKING, Standing.NEXT, Standing.AWAY})


def folded(view: ConsoleView, state: State, words: Catalogue) -> ConsoleView:
    """The same console without notes, standpoints, passes, invitations, and names that are wanted off the wall."""
    main = {"main": words.say("What comes next")} if unnamed(state) else {}
    return replace(
        view,
        round=replace(
            view.round,
            count="",
            invitation="",
            seats=tuple(_seat(seat, state, words) for seat in view.round.seats),
        ),
        actions=replace(view.actions, words={**view.actions.words, **main}),
        latest=(),
        waiting="",
    )


def unnamed(state: State) -> frozenset[str]:
    """Those whose names are wanted off the wall."""
    return frozenset(who for who, person in state.participants.items() if person.wall is Shown.NONE)


def _seat(seat: Seat, state: State, words: Catalogue) -> Seat:
    voice = seat.voice
    told = voice.standing in _TOLD
    nameless = seat.id not in state.participants or seat.id in unnamed(state)
    return replace(
        seat,
        voice=replace(
            voice,
            name=words.say("Somebody") if nameless else voice.name,
            mark=Mark.NOT_SAID,
            mark_word="",
            standing=voice.standing if told else Standing.NOT_YET,
            word=voice.word if told else "",
        ),
    )
