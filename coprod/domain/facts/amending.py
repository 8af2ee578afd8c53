"""What is said later of an entry, of the minutes, or of an act."""

from __future__ import annotations

from dataclasses import dataclass

from coprod.domain.parts import Ms, NoteContent, Text, Translation
from coprod.domain.terms import ActionStatus, Finding, Part


@dataclass(frozen=True, slots=True)
class TurnEnded:
    """A turn came to its end."""

    turn: str
    at: Ms


@dataclass(frozen=True, slots=True)
class PauseEnded:
    """A pause was ended by a person."""

    pause: str
    at: Ms


@dataclass(frozen=True, slots=True)
class EntryCorrected:
    """A wrong speaker or time put right: all three values are the right ones; `who` None where there is nobody."""

    entry: str
    who: str | None
    at: Ms | None
    until: Ms | None


@dataclass(frozen=True, slots=True)
class NoteChanged:
    """A note says something else now.

    `base`: the version it was changed from: the id of the fact that last set its words, "" as first kept. Where that
    is not the version standing, both are kept until a person chooses; `settles` names the versions that this one
    decides about. Sharing and the status of an action have facts of their own: they are not taken from `content`.
    """

    note: str
    content: NoteContent
    base: str
    settles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NoteTranslated:
    """A translation of a note into `lang`, and what is known of it; `words` None: only its state changed."""

    note: str
    lang: str
    translation: Translation
    words: str | None = None


@dataclass(frozen=True, slots=True)
class NoteConfirmed:
    """A contributor heard the note read back and it is right (or, not `given`, no longer)."""

    note: str
    who: str
    given: bool = True


@dataclass(frozen=True, slots=True)
class NoteShared:
    """A group brings this note to everyone, or no longer."""

    note: str
    share: bool


@dataclass(frozen=True, slots=True)
class NoteTakenOut:
    """A note is taken out; it may be kept again by undo."""

    note: str


@dataclass(frozen=True, slots=True)
class ActionMoved:
    """What became of an action, and why."""

    note: str
    status: ActionStatus
    reason: Text = ()


@dataclass(frozen=True, slots=True)
class Approved:
    """The minutes were approved by a part (as said: free text in the file, one of `Part` live)."""

    part: Part
    at: str | None = None


@dataclass(frozen=True, slots=True)
class Issued:
    """An edition of the minutes was issued."""

    number: int | None = None
    edition: str | None = None
    at: str | None = None
    sha256: str | None = None


@dataclass(frozen=True, slots=True)
class EditionIssued(Issued):
    """An edition that was issued here: in which languages, and to whom, as far as somebody wrote it down."""

    languages: tuple[str, ...] = ()
    to: Text = ()


@dataclass(frozen=True, slots=True)
class CheckAnswered:
    """Somebody gave a reason for leaving a finding as it is; without a `reason` it is open again.

    `note`: of which note it is, "" of none; `lang`: in which language, "" in all; `against`: the words, by id, that it
    was given for; `about`: whom the finding is about.
    """

    finding: Finding
    note: str
    lang: str
    against: tuple[str, ...]
    reason: Text = ()
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Voided:
    """An act is undone: its facts count no longer."""

    act: str
