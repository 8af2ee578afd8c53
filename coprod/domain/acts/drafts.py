"""Drafts: what a form holds before it is kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from coprod.domain.prose import Prose
from coprod.domain.terms import (
    Attendance,
    Attribution,
    ItemKind,
    NoteKind,
    Part,
    Shown,
    Standpoint,
    Visibility,
    WordingKind,
)


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
class GroupDraft:
    """A small group: what it is called, and who is in it."""

    name: Prose
    members: tuple[str, ...]


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
