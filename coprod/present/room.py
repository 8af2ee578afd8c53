"""What the room sees: one thing at a time, in the languages of the session, and only what may be shown."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from coprod.present.marks import Mark


class Run(NamedTuple):
    """A text in one language."""

    lang: str
    text: str


Pair: TypeAlias = tuple[Run, ...]
"""The same said in the languages of the session, in its order: none, one or two. The first is set larger and bold."""


class Kind(StrEnum):
    """What fills the wall."""

    BLANK = "blank"
    WELCOME = "welcome"
    GUIDELINES = "guidelines"
    QUESTION = "question"
    NOTES = "notes"
    BREATH = "breath"
    SILENCE = "silence"
    BREAK = "break"
    GROUPS = "groups"
    CLOSING = "closing"
    JOIN = "join"


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day, one number for both languages, and what happens then."""

    label: Pair
    time: str


@dataclass(frozen=True, slots=True)
class Called:
    """A person by the name they wish on the wall, never with a standpoint; `label` says now or next."""

    label: Pair
    name: Pair


@dataclass(frozen=True, slots=True)
class Guidance:
    """One guideline with its number in the list."""

    number: int
    text: Pair


@dataclass(frozen=True, slots=True)
class WallNote:
    """A note that was released to the room: a standpoint and the words, never a name. No mark: not attributed."""

    id: str
    text: Pair
    mark: Mark | None = None
    mark_word: Pair = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A small group: its name, and the names its members wish on the wall."""

    name: Pair
    members: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Invitation:
    """How devices join the room's notes. `steps` one after another; then the `word` to enter.

    `squares`: the rows of a code to point a camera at, "1" dark and "0" light; `address`: the same, to be typed.
    """

    steps: tuple[Pair, ...]
    word: Pair
    squares: tuple[str, ...]
    address: str


@dataclass(frozen=True, slots=True)
class RoomView:
    """One picture of the wall. Each kind uses the parts it needs; what is empty is not there.

    `where`: where we are, top left. `title`: the question, or what is happening. `under`: the second thing of a welcome
    (what today is about), or a sentence to everybody under a question. `foot`: what is always allowed. `arc`: how much
    of the planned time has passed, 0 to 1, or nothing. `page`: which page of a text too long for one; the painter says
    how many there are.
    """

    kind: Kind
    where: Pair = ()
    title: Pair = ()
    under: Pair = ()
    foot: Pair = ()
    clock: Clock | None = None
    arc: float | None = None
    now: Called | None = None
    next: Called | None = None
    guidelines: tuple[Guidance, ...] = ()
    notes: tuple[WallNote, ...] = ()
    tables: tuple[Table, ...] = ()
    invitation: Invitation | None = None
    page: int = 0


BLANK = RoomView(Kind.BLANK)
"""Plain paper and nothing else."""
