"""Acts: what a person asks for. `decide` answers each with facts, or refuses it.

Acts carry prose as people type it (language to text); facts do not. `group` None is the whole room.
"""

from __future__ import annotations

from typing import TypeAlias

from coprod.domain.acts.drafts import (
    ItemDraft,
    NextDraft,
    NoteDraft,
    ParticipantDraft,
    ProgrammeDraft,
    SessionDraft,
)
from coprod.domain.acts.meeting import (
    AgreeGuidelines,
    AskPrompt,
    BeginPause,
    BeginRound,
    BeginTurn,
    ChangeGuideline,
    CloseSession,
    CorrectEntry,
    DropGuideline,
    EndPause,
    EndTurn,
    OpenItem,
    PassTurn,
    ProposeGuideline,
    ReopenSession,
    StartSession,
)
from coprod.domain.acts.notes import (
    Approve,
    ChangeNote,
    ConfirmNote,
    KeepNote,
    LinkNotes,
    MoveAction,
    ReleaseNote,
    RetractNote,
    ShareNote,
    TakeOutNote,
    TranslateNote,
    Undo,
)
from coprod.domain.acts.people import (
    AddParticipant,
    Arrive,
    ChangeParticipant,
    DeclareStandpoints,
    DissolveGroup,
    FormGroup,
    Leave,
    MoveParticipant,
    MoveToGroup,
    RemoveParticipant,
    RenameGroup,
    StateConsent,
    StateWish,
)
from coprod.domain.acts.planning import AddItem, ChangeItem, Describe, MoveItem, OfferGuidelines, RemoveItem

__all__ = [
    "Act",
    "AddItem",
    "AddParticipant",
    "AgreeGuidelines",
    "Approve",
    "Arrive",
    "AskPrompt",
    "BeginPause",
    "BeginRound",
    "BeginTurn",
    "ChangeGuideline",
    "ChangeItem",
    "ChangeNote",
    "ChangeParticipant",
    "CloseSession",
    "ConfirmNote",
    "CorrectEntry",
    "DeclareStandpoints",
    "Describe",
    "DissolveGroup",
    "DropGuideline",
    "EndPause",
    "EndTurn",
    "FormGroup",
    "ItemDraft",
    "KeepNote",
    "Leave",
    "LinkNotes",
    "MoveAction",
    "MoveItem",
    "MoveParticipant",
    "MoveToGroup",
    "NextDraft",
    "NoteDraft",
    "OfferGuidelines",
    "OpenItem",
    "ParticipantDraft",
    "PassTurn",
    "ProgrammeDraft",
    "ProposeGuideline",
    "ReleaseNote",
    "RemoveItem",
    "RemoveParticipant",
    "RenameGroup",
    "ReopenSession",
    "RetractNote",
    "SessionDraft",
    "ShareNote",
    "StartSession",
    "StateConsent",
    "StateWish",
    "TakeOutNote",
    "TranslateNote",
    "Undo",
]

Act: TypeAlias = (
    Describe
    | AddItem
    | ChangeItem
    | MoveItem
    | RemoveItem
    | OfferGuidelines
    | AddParticipant
    | ChangeParticipant
    | MoveParticipant
    | RemoveParticipant
    | Arrive
    | Leave
    | DeclareStandpoints
    | StateWish
    | StateConsent
    | FormGroup
    | RenameGroup
    | MoveToGroup
    | DissolveGroup
    | StartSession
    | CloseSession
    | ReopenSession
    | OpenItem
    | AskPrompt
    | BeginRound
    | BeginTurn
    | EndTurn
    | PassTurn
    | BeginPause
    | EndPause
    | CorrectEntry
    | ProposeGuideline
    | ChangeGuideline
    | AgreeGuidelines
    | DropGuideline
    | KeepNote
    | ChangeNote
    | TranslateNote
    | ConfirmNote
    | ShareNote
    | TakeOutNote
    | ReleaseNote
    | RetractNote
    | LinkNotes
    | MoveAction
    | Approve
    | Undo
)
