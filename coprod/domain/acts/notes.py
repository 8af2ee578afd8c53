"""Acts on notes and minutes; and undo."""

from __future__ import annotations

from dataclasses import dataclass, field

from coprod.domain.acts.drafts import NoteDraft
from coprod.domain.prose import Prose
from coprod.domain.terms import ActionStatus, Edition, Finding, LinkKind, Part, TranslationState


@dataclass(frozen=True, slots=True)
class KeepNote:
    """Keep a note. `id`: made by a device that may have to ask twice, and then the note is kept once; "": a new one.

    `item`: that under which it was said, where it comes later; "": the one that is open now.
    """

    draft: NoteDraft
    group: str | None = None
    id: str = ""
    item: str = ""


@dataclass(frozen=True, slots=True)
class KeepNotes:
    """Keep all notes of a list, in its order, or none."""

    drafts: tuple[NoteDraft, ...]
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
class TranslateText:
    """A translation of a text by its key (see `domain.text_keys`), into a language it was not said in.

    Or the easy words of a note, in any language: written by a person, and taken away where `body` is empty.
    """

    key: str
    lang: str
    body: str


@dataclass(frozen=True, slots=True)
class TranslateTexts:
    """Keep all translations of a list, or none: of notes, with their states, and of texts that have none.

    What was said, and whatever else the session holds, stays as it is; so it may be in every phase.
    """

    notes: tuple[TranslateNote, ...] = ()
    texts: tuple[TranslateText, ...] = ()


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
    """Take a note out of the record, for good: its words are erased."""

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


@dataclass(frozen=True, slots=True)
class AnswerCheck:
    """Say why a finding is left as it is; without a reason it is open again.

    `note`: of which note it is, "" of none; `lang`: in which language, "" in all; `about`: whom it is about.
    """

    finding: Finding
    note: str = ""
    lang: str = ""
    reason: Prose = field(default_factory=dict)
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Approve:
    """A part approves the minutes."""

    part: Part


@dataclass(frozen=True, slots=True)
class IssueEdition:
    """Keep that an edition was issued: which one, the hash of its file (SHA-256, hex), and to whom."""

    edition: Edition
    sha256: str
    languages: tuple[str, ...] = ()
    to: Prose = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Undo:
    """Undo this device's own latest act."""
