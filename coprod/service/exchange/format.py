"""The session file as types: every key of version 1, minor 0, in the order in which it is written.

Optional keys are None, or empty, where they are left out; a default that the format names is filled in. What a type
can't say (references, limits of characters, forms of dates) is in `texts` and `references`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, TypeAlias

from msgspec import Meta, Struct, field

from coprod.domain.terms import (
    ActionStatus,
    Attendance,
    Attribution,
    GuidelineChange,
    ItemKind,
    LinkKind,
    NoteKind,
    Part,
    PassHow,
    PauseKind,
    Phase,
    Purpose,
    RoundOrder,
    Shown,
    Standpoint,
    TranslationState,
    Visibility,
    WordingKind,
)

NAME = "coprod-session"
VERSION = 1
MINOR = 0
MOST_SECONDS = 604_800
MOST_PARTICIPANTS = 500
MOST_RECORDS = 20_000
MOST_WHOLE = 2**53 - 1

Prose: TypeAlias = Mapping[str, str]
Seconds: TypeAlias = Annotated[float, Meta(ge=0, le=MOST_SECONDS)]
Whole: TypeAlias = Annotated[float, Meta(ge=0, le=MOST_WHOLE)]


class _Part(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """An object of the file."""


class Programme(_Part, frozen=True, kw_only=True):
    """The series that the session belongs to."""

    id: str | None = None
    title: Prose = field(default_factory=dict)
    number: Whole | None = None
    cohort: str | None = None


class Planned(_Part, frozen=True, kw_only=True):
    """When the session was to be."""

    start: str | None = None
    end: str | None = None


class NextTime(_Part, frozen=True, kw_only=True):
    """What is known of the next session."""

    start: str | None = None
    place: Prose = field(default_factory=dict)
    text: Prose = field(default_factory=dict)


class Consent(_Part, frozen=True, kw_only=True):
    """A consent given, or taken back."""

    to: Purpose
    at: str | None = None
    given: bool


class Participant(_Part, frozen=True, kw_only=True):
    """Somebody who was there, or was to be."""

    key: str
    person: str | None = None
    called: str | Prose
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
    consents: tuple[Consent, ...] = ()


class Guideline(_Part, frozen=True, kw_only=True):
    """A participation guideline."""

    key: str | None = None
    text: Prose


class Group(_Part, frozen=True, kw_only=True):
    """A small group."""

    key: str
    name: Prose = field(default_factory=dict)
    members: tuple[str, ...]


class Prompt(_Part, frozen=True, kw_only=True):
    """One of several questions of an agenda item."""

    key: str | None = None
    text: Prose = field(default_factory=dict)


class AgendaItem(_Part, frozen=True, kw_only=True):
    """One item of the agenda."""

    key: str
    kind: ItemKind
    title: Prose = field(default_factory=dict)
    prompt: Prose = field(default_factory=dict)
    minutes: Seconds | None = None
    prompts: tuple[Prompt, ...] = ()


class Translation(_Part, frozen=True, kw_only=True):
    """How far a translation can be trusted, and whose it is."""

    state: TranslationState = TranslationState.DRAFT
    by: str | None = None
    checked_by: str | None = None


class Record(_Part, frozen=True, kw_only=True, tag_field="type"):
    """What every record has."""

    id: str | None = None
    by: str | None = None
    group: str | None = None


class ItemRecord(Record, frozen=True, kw_only=True, tag="item"):
    """An agenda item was opened."""

    item: str
    at: Seconds


class TurnRecord(Record, frozen=True, kw_only=True, tag="turn"):
    """Somebody spoke."""

    who: str
    item: str | None = None
    at: Seconds
    until: Seconds | None = None


class PassRecord(Record, frozen=True, kw_only=True, tag="pass"):
    """Somebody did not take their turn then."""

    who: str
    item: str | None = None
    at: Seconds
    how: PassHow = PassHow.PASS


class PauseRecord(Record, frozen=True, kw_only=True, tag="pause"):
    """A pause."""

    kind: PauseKind
    at: Seconds
    until: Seconds | None = None


class ArriveRecord(Record, frozen=True, kw_only=True, tag="arrive"):
    """Somebody arrived."""

    who: str
    at: Seconds | None = None
    how: Attendance | None = None


class LeaveRecord(Record, frozen=True, kw_only=True, tag="leave"):
    """Somebody left."""

    who: str
    at: Seconds | None = None


class MoveRecord(Record, frozen=True, kw_only=True, tag="move"):
    """Somebody went to `group`, or back to the whole room."""

    who: str
    at: Seconds | None = None


class StandpointRecord(Record, frozen=True, kw_only=True, tag="standpoint"):
    """Somebody said from which standpoints they speak."""

    who: str
    standpoints: tuple[Standpoint, ...] = ()
    at: Seconds | None = None


class GuidelineRecord(Record, frozen=True, kw_only=True, tag="guideline"):
    """A guideline was proposed, changed, agreed or dropped."""

    guideline: str
    change: GuidelineChange
    text: Prose = field(default_factory=dict)
    at: Seconds | None = None


class PromptRecord(Record, frozen=True, kw_only=True, tag="prompt"):
    """A question was asked."""

    item: str | None = None
    prompt: str | None = None
    at: Seconds | None = None


class RoundRecord(Record, frozen=True, kw_only=True, tag="round"):
    """A round began."""

    item: str | None = None
    number: Whole | None = None
    order: RoundOrder | None = None
    at: Seconds | None = None


class ReleaseRecord(Record, frozen=True, kw_only=True, tag="release"):
    """A note went onto the wall."""

    note: str
    at: Seconds | None = None


class RetractRecord(Record, frozen=True, kw_only=True, tag="retract"):
    """A note left the wall."""

    note: str
    at: Seconds | None = None


class LinkRecord(
    Record, frozen=True, kw_only=True, tag="link", rename={"source": "from", "target": "to", "kind": "as"}
):
    """How one note stands to another, which may be of another session."""

    source: str
    target: str
    kind: LinkKind


class NoteRecord(Record, frozen=True, kw_only=True, tag="note"):
    """A note."""

    number: Whole | None = None
    kind: NoteKind
    who: tuple[str, ...] = ()
    standpoints: tuple[Standpoint, ...] = ()
    item: str | None = None
    at: Seconds | None = None
    until: Seconds | None = None
    text: Prose
    original: str | None = None
    translations: Mapping[str, TranslationState | Translation] = field(default_factory=dict)
    wording: WordingKind | None = None
    confirmed: tuple[str, ...] = ()
    minority: bool | None = None
    share: bool | None = None
    visibility: Visibility = Visibility.MINUTES
    attribution: Attribution | None = None
    owner: str | tuple[str, ...] = ()
    owner_text: Prose = field(default_factory=dict)
    due: str | None = None
    status: ActionStatus = ActionStatus.OPEN
    reason: Prose = field(default_factory=dict)
    easy: Prose = field(default_factory=dict)


AnyRecord: TypeAlias = (
    ItemRecord
    | TurnRecord
    | PassRecord
    | PauseRecord
    | NoteRecord
    | ArriveRecord
    | LeaveRecord
    | MoveRecord
    | StandpointRecord
    | GuidelineRecord
    | PromptRecord
    | RoundRecord
    | ReleaseRecord
    | RetractRecord
    | LinkRecord
)


class Approved(_Part, frozen=True, kw_only=True):
    """A part approved the minutes."""

    part: Part
    at: str | None = None


class Issued(_Part, frozen=True, kw_only=True):
    """An edition of the minutes was issued."""

    number: Whole | None = None
    edition: str | None = None
    at: str | None = None
    sha256: str | None = None


class SessionFile(_Part, frozen=True, kw_only=True):
    """One meeting, whole."""

    format: str
    version: Whole
    minor: Whole = 0
    id: str | None = None
    state: Phase = Phase.CLOSED
    programme: Programme | None = None
    title: Prose
    languages: Annotated[tuple[str, ...], Meta(min_length=1)]
    zone: str | None = None
    place: Prose = field(default_factory=dict)
    purpose: Prose = field(default_factory=dict)
    previous: str | None = None
    planned: Planned | None = None
    started: str | None = None
    ended: str | None = None
    next: NextTime | None = None
    labels: Mapping[Standpoint, Prose] = field(default_factory=dict)
    participants: Annotated[tuple[Participant, ...], Meta(max_length=MOST_PARTICIPANTS)]
    guidelines: tuple[Guideline, ...] = ()
    groups: tuple[Group, ...] = ()
    agenda: tuple[AgendaItem, ...]
    record: Annotated[tuple[AnyRecord, ...], Meta(max_length=MOST_RECORDS)]
    approved: tuple[Approved, ...] = ()
    issued: tuple[Issued, ...] = ()
