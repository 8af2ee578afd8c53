"""How the room wants the time: softly, unless it chose digits or a sound."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coprod.domain.terms import Phase
from coprod.present.flow import plan_of

if TYPE_CHECKING:
    from coprod.domain.parts import Ms
    from coprod.domain.state import State
    from coprod.i18n import Catalogue

_RECENT = 60_000
"""An end that passed longer ago, while the laptop slept, is not sounded any more."""


@dataclass(frozen=True, slots=True)
class TimeView:
    """The two choices in words, and whether they were chosen."""

    head: str
    lead: str
    digits: str
    digits_hint: str
    digits_chosen: bool
    sound: str
    sound_hint: str
    sound_chosen: bool


def time_view(state: State, words: Catalogue) -> TimeView:
    """Show what the room chose."""
    say = words.say
    return TimeView(
        head=say("How the time is shown"),
        lead=say(
            "A soft shape and the clock time of the end are always there. Ask the room before you add to them."
        ),
        digits=say("The minutes left, in digits"),
        digits_hint=say("They change once a minute."),
        digits_chosen=state.digits,
        sound=say("A sound at the end"),
        sound_hint=say("Once, at the end of an item or of a break: the short sound of this computer."),
        sound_chosen=state.sound,
    )


def ending(state: State, now: Ms) -> tuple[str, Ms] | None:
    """Which end has just come, if the room chose a sound: a key of it, and its moment."""
    if not state.sound or state.phase is not Phase.OPEN:
        return None
    pause, item = state.open_pause(), state.open_item()
    ends: list[tuple[str, Ms]] = []
    if pause is not None and pause.entry in state.returns:
        ends.append((pause.entry, state.returns[pause.entry]))
    elif item is not None and item.minutes and pause is None:
        end = plan_of(state).ends[item.id]
        ends += [(state.track().opened or "", end)] if end is not None else []
    return next(((key, at) for key, at in ends if 0 <= now - at < _RECENT), None)


class Bell:
    """Remembers which end was sounded: each sounds once, and again only where it was put off."""

    def __init__(self) -> None:
        self._sounded: tuple[str, Ms] | None = None

    def rings(self, state: State, now: Ms) -> bool:
        """Whether a sound is due at this moment."""
        due = ending(state, now)
        if due is None or due == self._sounded:
            return False
        self._sounded = due
        return True
