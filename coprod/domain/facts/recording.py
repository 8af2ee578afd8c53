"""The entries of the record: what happened in the room, in the order in which it was written."""

from __future__ import annotations

from dataclasses import dataclass

from coprod.domain.parts import Ms, NoteContent, Text
from coprod.domain.terms import (
    Attendance,
    GuidelineChange,
    LinkKind,
    PassHow,
    PauseKind,
    RoundOrder,
    Standpoint,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What every entry of the record has.

    `entry`: its id. `at`: when it happened (None: nobody wrote it down). `group`: the track; None is the whole room.
    `by`: who wrote it. `given`: the id came with it or was made live, so it is written to a session file.
    """

    entry: str
    at: Ms | None = None
    group: str | None = None
    by: Text = ()
    given: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemOpened(Entry):
    """An agenda item was opened on a track."""

    item: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundBegun(Entry):
    """A round began: voices one after another."""

    item: str | None = None
    number: int | None = None
    order: RoundOrder | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnBegun(Entry):
    """A turn; `until` None while it lasts."""

    who: str
    item: str | None = None
    until: Ms | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnPassed(Entry):
    """A turn was not taken now."""

    who: str
    item: str | None = None
    how: PassHow = PassHow.PASS


@dataclass(frozen=True, slots=True, kw_only=True)
class PauseBegun(Entry):
    """A pause; `until` None while it lasts. At whose wish is not kept."""

    kind: PauseKind
    until: Ms | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteKept(Entry):
    """A note was kept; `content` is what it says now."""

    content: NoteContent
    until: Ms | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrived(Entry):
    """A participant arrived."""

    who: str
    how: Attendance | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Left(Entry):
    """A participant left."""

    who: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved(Entry):
    """A participant went to the group named in `group`."""

    who: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StandpointDeclared(Entry):
    """From here on the participant speaks from these standpoints; asked aloud, typed by anyone."""

    who: str
    standpoints: tuple[Standpoint, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GuidelineTouched(Entry):
    """A guideline was proposed, changed, agreed or dropped; `text` where the words are new."""

    guideline: str
    change: GuidelineChange
    text: Text = ()
    key: Text = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PromptAsked(Entry):
    """One of an item's prompts was asked."""

    item: str | None = None
    prompt: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteReleased(Entry):
    """A note went onto the wall; not `shown` where that is only told, as an import does: the wall stays as it is."""

    note: str
    shown: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteRetracted(Entry):
    """A note left the wall."""

    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NotesLinked(Entry):
    """One note stands to another; `target` may be of another session."""

    source: str
    target: str
    kind: LinkKind
