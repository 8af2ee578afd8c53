"""Acts in the meeting: items, rounds, turns, pauses, guidelines."""

from __future__ import annotations

from dataclasses import dataclass

from coprod.domain.prose import Prose
from coprod.domain.terms import PassHow, PauseKind, RoundOrder


@dataclass(frozen=True, slots=True)
class StartSession:
    """Begin: the guidelines of the plan are before the room, the first item is open."""


@dataclass(frozen=True, slots=True)
class CloseSession:
    """End: what is open ends with it."""


@dataclass(frozen=True, slots=True)
class ReopenSession:
    """Open a closed session again."""


@dataclass(frozen=True, slots=True)
class OpenItem:
    """Open an agenda item; the one before ends, with its turn and pause."""

    item: str
    group: str | None = None


@dataclass(frozen=True, slots=True)
class AskPrompt:
    """Ask one of the open item's questions."""

    prompt: str
    group: str | None = None


@dataclass(frozen=True, slots=True)
class BeginRound:
    """Begin a round, or another one."""

    order: RoundOrder = RoundOrder.SEATED
    group: str | None = None


@dataclass(frozen=True, slots=True)
class BeginTurn:
    """A voice begins; the one before ends, and so does a pause."""

    who: str
    group: str | None = None


@dataclass(frozen=True, slots=True)
class EndTurn:
    """The voice has ended."""

    group: str | None = None


@dataclass(frozen=True, slots=True)
class PassTurn:
    """Somebody passes, speaks later or writes instead; a turn that they had just begun ends with it."""

    who: str
    how: PassHow = PassHow.PASS
    group: str | None = None


@dataclass(frozen=True, slots=True)
class BeginPause:
    """A pause; the voice that was interrupted keeps its place. `minutes`: after how many the room begins again."""

    kind: PauseKind
    group: str | None = None
    minutes: float | None = None


@dataclass(frozen=True, slots=True)
class EndPause:
    """A person ends the pause."""

    group: str | None = None


@dataclass(frozen=True, slots=True)
class CorrectEntry:
    """Put a wrong speaker or time right, in a turn, a pass or a pause; times in UTC ms."""

    entry: str
    who: str | None
    at: int | None
    until: int | None


@dataclass(frozen=True, slots=True)
class ProposeGuideline:
    """Lay one more guideline before the room."""

    text: Prose


@dataclass(frozen=True, slots=True)
class ChangeGuideline:
    """Put a guideline in other words."""

    guideline: str
    text: Prose


@dataclass(frozen=True, slots=True)
class AgreeGuidelines:
    """The room agrees to all that lies before it."""


@dataclass(frozen=True, slots=True)
class DropGuideline:
    """The room lets a guideline go."""

    guideline: str
