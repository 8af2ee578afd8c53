"""Facts: what happened in a session, in frozen dataclasses that carry ids, times and kinds, and no prose.

A `Fact` is the envelope (who wrote it where, in which act); its `body` is one of the classes below. Bodies that are
an `Entry` stand in the record, in the order in which they were written; the others set a part of the session or amend
an entry. A name or a number of fields, once in a log, is never changed: a new meaning is a new body.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from coprod.domain.facts.amending import (
    ActionMoved,
    Approved,
    CheckAnswered,
    EditionIssued,
    EntryCorrected,
    Issued,
    NoteChanged,
    NoteConfirmed,
    NoteShared,
    NoteTakenOut,
    NoteTranslated,
    PauseEnded,
    TurnEnded,
    Voided,
)
from coprod.domain.facts.people import (
    ConsentStated,
    Erased,
    GroupDissolved,
    GroupFormed,
    ParticipantAdded,
    ParticipantChanged,
    ParticipantMoved,
    ParticipantRemoved,
    SheetBegun,
    WishStated,
    Withdrawn,
)
from coprod.domain.facts.planning import (
    Closed,
    Described,
    GuidelinesListed,
    GuidelinesOffered,
    ItemAdded,
    ItemChanged,
    ItemMoved,
    ItemRemoved,
    Reopened,
    Started,
)
from coprod.domain.facts.recording import (
    Arrived,
    Entry,
    GuidelineTouched,
    ItemOpened,
    Left,
    Moved,
    NoteKept,
    NoteReleased,
    NoteRetracted,
    NotesLinked,
    PauseBegun,
    PromptAsked,
    RoundBegun,
    StandpointDeclared,
    TurnBegun,
    TurnPassed,
)
from coprod.domain.facts.running import (
    CompanyWished,
    GroupCalled,
    GroupRemoved,
    HandLowered,
    HandRaised,
    ItemExtended,
    OrderChosen,
    ReturnPlanned,
    TimeChosen,
)
from coprod.domain.parts import Ms

__all__ = [
    "ActionMoved",
    "Approved",
    "Arrived",
    "Body",
    "CheckAnswered",
    "Closed",
    "CompanyWished",
    "ConsentStated",
    "Described",
    "EditionIssued",
    "Entry",
    "EntryCorrected",
    "Erased",
    "Fact",
    "GroupCalled",
    "GroupDissolved",
    "GroupFormed",
    "GroupRemoved",
    "GuidelineTouched",
    "GuidelinesListed",
    "GuidelinesOffered",
    "HandLowered",
    "HandRaised",
    "Issued",
    "ItemAdded",
    "ItemChanged",
    "ItemExtended",
    "ItemMoved",
    "ItemOpened",
    "ItemRemoved",
    "Left",
    "Moved",
    "NoteChanged",
    "NoteConfirmed",
    "NoteKept",
    "NoteReleased",
    "NoteRetracted",
    "NoteShared",
    "NoteTakenOut",
    "NoteTranslated",
    "NotesLinked",
    "OrderChosen",
    "ParticipantAdded",
    "ParticipantChanged",
    "ParticipantMoved",
    "ParticipantRemoved",
    "PauseBegun",
    "PauseEnded",
    "PromptAsked",
    "Reopened",
    "ReturnPlanned",
    "RoundBegun",
    "SheetBegun",
    "StandpointDeclared",
    "Started",
    "TimeChosen",
    "TurnBegun",
    "TurnEnded",
    "TurnPassed",
    "Voided",
    "WishStated",
    "Withdrawn",
    "Word",
]

Body: TypeAlias = (
    Described
    | Started
    | Closed
    | Reopened
    | ItemAdded
    | ItemChanged
    | ItemMoved
    | ItemRemoved
    | GuidelinesOffered
    | GuidelinesListed
    | ParticipantAdded
    | ParticipantChanged
    | ParticipantMoved
    | ParticipantRemoved
    | WishStated
    | ConsentStated
    | Withdrawn
    | Erased
    | SheetBegun
    | GroupFormed
    | GroupDissolved
    | ItemOpened
    | RoundBegun
    | TurnBegun
    | TurnPassed
    | PauseBegun
    | NoteKept
    | Arrived
    | Left
    | Moved
    | StandpointDeclared
    | GuidelineTouched
    | PromptAsked
    | NoteReleased
    | NoteRetracted
    | NotesLinked
    | TurnEnded
    | PauseEnded
    | EntryCorrected
    | NoteChanged
    | NoteTranslated
    | NoteConfirmed
    | NoteShared
    | NoteTakenOut
    | ActionMoved
    | Approved
    | Issued
    | EditionIssued
    | CheckAnswered
    | CompanyWished
    | GroupCalled
    | GroupRemoved
    | HandLowered
    | HandRaised
    | ItemExtended
    | OrderChosen
    | ReturnPlanned
    | TimeChosen
    | Voided
)


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact in its envelope.

    `act`: the act it belongs to (undo voids an act). `stream`: the device that wrote it; `seq` counts without gaps
    from 1 in the stream; `time` never falls within it. The order of facts is (time, stream, seq).
    """

    id: str
    session: str
    act: str
    stream: str
    seq: int
    time: Ms
    body: Body


@dataclass(frozen=True, slots=True)
class Word:
    """One piece of prose: `body` in `lang`; `subjects` are the participants whose words these are."""

    id: str
    lang: str
    body: str
    subjects: tuple[str, ...] = ()
