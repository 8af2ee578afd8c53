"""Acts: what a person asks for. `decide` answers each with facts, or refuses it.

Acts carry prose as people type it (language to text); facts do not. `group` None is the whole room.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from coprod.domain.prose import Prose
from coprod.domain.terms import (
    ActionStatus,
    Attendance,
    Attribution,
    ItemKind,
    LinkKind,
    NoteKind,
    Part,
    PassHow,
    PauseKind,
    Purpose,
    RoundOrder,
    Shown,
    Standpoint,
    TranslationState,
    Visibility,
    WordingKind,
)

# ---- drafts: what a form holds before it is kept


@dataclass(frozen=True, slots=True)
class ProgrammeDraft:
    """The series of the session."""

    title: Prose = field(default_factory=dict)
    number: int | None = None
    cohort: str = ""
    id: str | None = None


@dataclass(frozen=True, slots=True)
class NextDraft:
    """What is known of the next session; `start` is RFC 3339."""

    start: str | None = None
    place: Prose = field(default_factory=dict)
    text: Prose = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SessionDraft:
    """The description of a session."""

    title: Prose
    languages: tuple[str, ...]
    place: Prose = field(default_factory=dict)
    planned_start: str | None = None
    planned_end: str | None = None
    zone: str | None = None
    purpose: Prose = field(default_factory=dict)
    programme: ProgrammeDraft | None = None
    previous: str | None = None
    next_time: NextDraft | None = None
    labels: Mapping[Standpoint, Prose] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ItemDraft:
    """An agenda item with its questions."""

    kind: ItemKind
    title: Prose = field(default_factory=dict)
    prompt: Prose = field(default_factory=dict)
    minutes: float | None = None
    prompts: tuple[Prose, ...] = ()


@dataclass(frozen=True, slots=True)
class ParticipantDraft:
    """A participant as asked: what they want to be called, and what they said about themselves."""

    called: Prose
    reading: Prose = field(default_factory=dict)
    standpoints: tuple[Standpoint, ...] = ()
    discipline: Prose = field(default_factory=dict)
    label: Prose = field(default_factory=dict)
    parts: tuple[Part, ...] = ()
    attribution: Attribution = Attribution.STANDPOINT
    languages: tuple[str, ...] = ()
    attendance: Attendance | None = None
    listed: Shown = Shown.COUNT
    wall: Shown | None = None


@dataclass(frozen=True, slots=True)
class NoteDraft:
    """A note as it stands in the composer; `original` is the language in which it was said."""

    kind: NoteKind
    text: Prose
    who: tuple[str, ...] = ()
    standpoints: tuple[Standpoint, ...] = ()
    original: str | None = None
    minority: bool = False
    visibility: Visibility = Visibility.MINUTES
    attribution: Attribution | None = None
    wording: WordingKind | None = None
    owners: tuple[str, ...] = ()
    owner_text: Prose = field(default_factory=dict)
    due: str | None = None
    number: int | None = None
    easy: Prose = field(default_factory=dict)


# ---- the plan


@dataclass(frozen=True, slots=True)
class Describe:
    """Describe the session, whole."""

    draft: SessionDraft


@dataclass(frozen=True, slots=True)
class AddItem:
    """Put an item on the agenda."""

    draft: ItemDraft
    before: str | None = None


@dataclass(frozen=True, slots=True)
class ChangeItem:
    """Change an item, whole; its questions stay in their order, the first the first."""

    item: str
    draft: ItemDraft


@dataclass(frozen=True, slots=True)
class MoveItem:
    """Put an item in another place."""

    item: str
    before: str | None = None


@dataclass(frozen=True, slots=True)
class RemoveItem:
    """Take an item off the agenda; one that was opened stays."""

    item: str


@dataclass(frozen=True, slots=True)
class OfferGuidelines:
    """Lay guidelines before the room, whole."""

    texts: tuple[Prose, ...]


# ---- the people


@dataclass(frozen=True, slots=True)
class AddParticipant:
    """Add a participant."""

    draft: ParticipantDraft
    before: str | None = None


@dataclass(frozen=True, slots=True)
class ChangeParticipant:
    """Change what is known of a participant, whole, but for wishes and consents, which have acts of their own."""

    participant: str
    draft: ParticipantDraft


@dataclass(frozen=True, slots=True)
class MoveParticipant:
    """Seat a participant elsewhere."""

    participant: str
    before: str | None = None


@dataclass(frozen=True, slots=True)
class RemoveParticipant:
    """Take somebody off the list who has no place in the record."""

    participant: str


@dataclass(frozen=True, slots=True)
class Arrive:
    """Somebody arrives."""

    who: str
    how: Attendance | None = None


@dataclass(frozen=True, slots=True)
class Leave:
    """Somebody leaves; they may come back."""

    who: str


@dataclass(frozen=True, slots=True)
class DeclareStandpoints:
    """Somebody says from which standpoints they speak; none is an answer too."""

    who: str
    standpoints: tuple[Standpoint, ...]


@dataclass(frozen=True, slots=True)
class StateWish:
    """Somebody says how they want to be named; None leaves a wish as it was."""

    participant: str
    attribution: Attribution | None = None
    listed: Shown | None = None
    wall: Shown | None = None


@dataclass(frozen=True, slots=True)
class StateConsent:
    """Somebody consents, or takes a consent back."""

    participant: str
    to: Purpose
    given: bool


# ---- small groups


@dataclass(frozen=True, slots=True)
class FormGroup:
    """Form a small group; its members leave the groups they were in."""

    name: Prose
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RenameGroup:
    """Give a group another name."""

    group: str
    name: Prose


@dataclass(frozen=True, slots=True)
class MoveToGroup:
    """Somebody goes to a group."""

    who: str
    group: str


@dataclass(frozen=True, slots=True)
class DissolveGroup:
    """A group comes back to the room."""

    group: str


# ---- the meeting


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
    """A pause; the voice that was interrupted keeps its place."""

    kind: PauseKind
    group: str | None = None


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


# ---- notes


@dataclass(frozen=True, slots=True)
class KeepNote:
    """Keep a note."""

    draft: NoteDraft
    group: str | None = None


@dataclass(frozen=True, slots=True)
class ChangeNote:
    """Change a note, whole, from the version that was on the screen (`base`); `settles` other versions of it."""

    note: str
    draft: NoteDraft
    base: str = ""
    settles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TranslateNote:
    """Translate a note, or say more of its translation (`body` None: only the state changes)."""

    note: str
    lang: str
    state: TranslationState
    body: str | None = None
    by: str = ""
    checked_by: str = ""


@dataclass(frozen=True, slots=True)
class ConfirmNote:
    """A contributor says that it is right (or that it is not)."""

    note: str
    who: str
    given: bool = True


@dataclass(frozen=True, slots=True)
class ShareNote:
    """A group brings a note to everyone, or does not."""

    note: str
    share: bool = True


@dataclass(frozen=True, slots=True)
class TakeOutNote:
    """Take a note out of the record."""

    note: str


@dataclass(frozen=True, slots=True)
class ReleaseNote:
    """Show a note in the room."""

    note: str


@dataclass(frozen=True, slots=True)
class RetractNote:
    """Take a note off the wall."""

    note: str


@dataclass(frozen=True, slots=True)
class LinkNotes:
    """Say how one note stands to another; `target` may be of another session."""

    source: str
    target: str
    kind: LinkKind


@dataclass(frozen=True, slots=True)
class MoveAction:
    """Say what became of an action, and why."""

    note: str
    status: ActionStatus
    reason: Prose = field(default_factory=dict)


# ---- the minutes, and undo


@dataclass(frozen=True, slots=True)
class Approve:
    """A part approves the minutes."""

    part: Part


@dataclass(frozen=True, slots=True)
class Undo:
    """Undo this device's own latest act."""


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
