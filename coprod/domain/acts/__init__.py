"""Acts: what a person asks for. `decide` answers each with facts, or refuses it.

Acts carry prose as people type it (language to text); facts do not. `group` None is the whole room.
"""

from __future__ import annotations

from typing import TypeAlias

from coprod.domain.acts.drafts import (
    GroupDraft,
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
    AnswerCheck,
    Approve,
    ChangeNote,
    ConfirmNote,
    IssueEdition,
    KeepNote,
    KeepNotes,
    LinkNotes,
    MoveAction,
    ReleaseNote,
    RetractNote,
    ShareNote,
    TakeOutNote,
    TranslateNote,
    TranslateText,
    TranslateTexts,
    Undo,
)
from coprod.domain.acts.people import (
    AddParticipant,
    AddParticipants,
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
    WithdrawParticipant,
)
from coprod.domain.acts.planning import AddItem, ChangeItem, Describe, MoveItem, OfferGuidelines, RemoveItem
from coprod.domain.acts.running import (
    CallGroup,
    ChooseOrder,
    ChooseTime,
    ExtendItem,
    ExtendPause,
    FormGroups,
    LowerHand,
    PutPenDown,
    RaiseHand,
    TakePenUp,
    WishCompany,
)

__all__ = [
    "Act",
    "AddItem",
    "AddParticipant",
    "AddParticipants",
    "AgreeGuidelines",
    "AnswerCheck",
    "Approve",
    "Arrive",
    "AskPrompt",
    "BeginPause",
    "BeginRound",
    "BeginTurn",
    "CallGroup",
    "ChangeGuideline",
    "ChangeItem",
    "ChangeNote",
    "ChangeParticipant",
    "ChooseOrder",
    "ChooseTime",
    "CloseSession",
    "ConfirmNote",
    "CorrectEntry",
    "DeclareStandpoints",
    "Describe",
    "DissolveGroup",
    "DropGuideline",
    "EndPause",
    "EndTurn",
    "ExtendItem",
    "ExtendPause",
    "FormGroup",
    "FormGroups",
    "GroupDraft",
    "IssueEdition",
    "ItemDraft",
    "KeepNote",
    "KeepNotes",
    "Leave",
    "LinkNotes",
    "LowerHand",
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
    "PutPenDown",
    "RaiseHand",
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
    "TakePenUp",
    "TranslateNote",
    "TranslateText",
    "TranslateTexts",
    "Undo",
    "WishCompany",
    "WithdrawParticipant",
]

Act: TypeAlias = (
    Describe
    | AddItem
    | ChangeItem
    | MoveItem
    | RemoveItem
    | OfferGuidelines
    | AddParticipant
    | AddParticipants
    | ChangeParticipant
    | MoveParticipant
    | RemoveParticipant
    | Arrive
    | Leave
    | DeclareStandpoints
    | StateWish
    | WithdrawParticipant
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
    | KeepNotes
    | ChangeNote
    | TranslateNote
    | TranslateTexts
    | ConfirmNote
    | ShareNote
    | TakeOutNote
    | ReleaseNote
    | RetractNote
    | LinkNotes
    | MoveAction
    | Approve
    | IssueEdition
    | AnswerCheck
    | ExtendItem
    | ExtendPause
    | RaiseHand
    | LowerHand
    | ChooseOrder
    | WishCompany
    | FormGroups
    | CallGroup
    | ChooseTime
    | PutPenDown
    | TakePenUp
    | Undo
)
