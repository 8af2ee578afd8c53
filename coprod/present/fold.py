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

PRIVATE = frozenset({"correct", "groups"})
"""Commands whose windows show what no wall may: who passed, and who is kept apart."""

_TOLD = frozenset({Standing.SPEAKING, Standing.NEXT, Standing.AWAY})


def folded(view: ConsoleView, state: State, words: Catalogue) -> ConsoleView:
    """The same console without notes, standpoints, passes, invitations, and names that are wanted off the wall."""
    unnamed = any(person.wall is Shown.NONE for person in state.participants.values())
    main = {"main": words.say("What comes next")} if unnamed else {}
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


def _seat(seat: Seat, state: State, words: Catalogue) -> Seat:
    voice, person = seat.voice, state.participants.get(seat.id)
    told = voice.standing in _TOLD
    unnamed = person is None or person.wall is Shown.NONE
    return replace(
        seat,
        voice=replace(
            voice,
            name=words.say("Somebody") if unnamed else voice.name,
            mark=Mark.NOT_SAID,
            mark_word="",
            standing=voice.standing if told else Standing.NOT_YET,
            word=voice.word if told else "",
        ),
    )
