"""Facts: what happened in a session, in frozen dataclasses that carry ids, times and kinds, and no prose.

A `Fact` is the envelope (who wrote it where, in which act); its `body` is one of the classes below. Bodies that are
an `Entry` stand in the record, in the order in which they were written; the others set a part of the session or amend
an entry. A name or a number of fields, once in a log, is never changed: a new meaning is a new body.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from coprod.domain.parts import (
    AgendaItem,
    Consent,
    Description,
    Group,
    Guideline,
    Ms,
    NoteContent,
    Participant,
    Text,
    Translation,
)
from coprod.domain.terms import (
    ActionStatus,
    Attendance,
    Attribution,
    GuidelineChange,
    LinkKind,
    Part,
    PassHow,
    PauseKind,
    RoundOrder,
    Shown,
    Standpoint,
)

# ---- the plan and the life of a session


@dataclass(frozen=True, slots=True)
class Described:
    """The session is described anew, whole."""

    description: Description


@dataclass(frozen=True, slots=True)
class Started:
    """The session began; `moment` is RFC 3339 with its offset."""

    moment: str


@dataclass(frozen=True, slots=True)
class Closed:
    """The session ended; `moment` as in `Started`, None where nobody wrote it down."""

    moment: str | None


@dataclass(frozen=True, slots=True)
class Reopened:
    """A closed session is open again."""


@dataclass(frozen=True, slots=True)
class ItemAdded:
    """An agenda item, before another or (None) at the end."""

    item: AgendaItem
    before: str | None = None


@dataclass(frozen=True, slots=True)
class ItemChanged:
    """An agenda item, whole, in its place."""

    item: AgendaItem


@dataclass(frozen=True, slots=True)
class ItemMoved:
    """An agenda item in another place."""

    item: str
    before: str | None = None


@dataclass(frozen=True, slots=True)
class ItemRemoved:
    """An agenda item is no longer planned."""

    item: str


@dataclass(frozen=True, slots=True)
class GuidelinesOffered:
    """The guidelines laid before the room, whole; nobody has agreed yet."""

    guidelines: tuple[Guideline, ...]


@dataclass(frozen=True, slots=True)
class GuidelinesListed:
    """The guidelines that were agreed, whole (as a session file lists them)."""

    guidelines: tuple[Guideline, ...]


# ---- the people


@dataclass(frozen=True, slots=True)
class ParticipantAdded:
    """A participant, seated before another or (None) at the end."""

    participant: Participant
    before: str | None = None


@dataclass(frozen=True, slots=True)
class ParticipantChanged:
    """A participant, whole, in their seat."""

    participant: Participant


@dataclass(frozen=True, slots=True)
class ParticipantMoved:
    """A participant in another seat."""

    participant: str
    before: str | None = None


@dataclass(frozen=True, slots=True)
class ParticipantRemoved:
    """A participant who was never part of the session."""

    participant: str


@dataclass(frozen=True, slots=True)
class WishStated:
    """How a participant wants to be named; None leaves a wish as it was."""

    participant: str
    attribution: Attribution | None = None
    listed: Shown | None = None
    wall: Shown | None = None


@dataclass(frozen=True, slots=True)
class ConsentStated:
    """A participant consents, or takes a consent back."""

    participant: str
    consent: Consent


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """The tombstone of an erasure: this participant and these notes are gone, and late facts don't bring them back."""

    participant: str | None = None
    notes: tuple[str, ...] = ()


# ---- small groups


@dataclass(frozen=True, slots=True)
class GroupFormed:
    """A small group, or the same group changed, whole."""

    group: Group


@dataclass(frozen=True, slots=True)
class GroupDissolved:
    """A small group is no more."""

    group: str


# ---- the record: entries


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


# ---- amendments of entries


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


# ---- the minutes, and undo


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
class Voided:
    """An act is undone: its facts count no longer."""

    act: str


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

    @property
    def order(self) -> tuple[Ms, str, int]:
        """The key by which facts of any streams are put in order."""
        return (self.time, self.stream, self.seq)


@dataclass(frozen=True, slots=True)
class Word:
    """One piece of prose: `body` in `lang`; `subjects` are the participants whose words these are."""

    id: str
    lang: str
    body: str
    subjects: tuple[str, ...] = ()
