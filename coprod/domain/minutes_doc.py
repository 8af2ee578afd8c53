"""The minutes as a language-neutral document: what stands where, and nothing that a page may not say.

Built by `domain.minutes`, drawn by `render`. Headings are not in it: the renderer words them in each language.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from coprod.domain.languages import fitting
from coprod.domain.terms import ActionStatus, Edition, ItemKind, NoteKind, PauseKind, TranslationState


class Cell(StrEnum):
    """The place of a note: whose standpoint it shows."""

    PEERS = "peers"
    PROFESSIONALS = "professionals"
    BOTH = "both"
    OTHERS = "others"
    UNATTRIBUTED = "unattributed"


@dataclass(frozen=True, slots=True)
class Wording:
    """One text in its languages.

    `bodies`: language to text, never empty; the language "" holds a text that came without one (a called name).
    `original`: the language it was said in, where known. `states`: how far each translation can be trusted.
    """

    bodies: Mapping[str, str]
    original: str | None = None
    states: Mapping[str, TranslationState] | None = None

    def state(self, lang: str) -> TranslationState | None:
        """How far the words in one of its languages can be trusted; None where they were said so.

        A translation of which nobody said anything is a draft.
        """
        return (self.states or {}).get(lang, TranslationState.DRAFT) if self.is_translation(lang) else None

    def is_translation(self, lang: str) -> bool:
        """Whether the words in one of its languages were not said so. Of a machine's, their state alone tells it."""
        by_machine = (self.states or {}).get(lang) is TranslationState.MACHINE
        return by_machine or bool(self.original and not fitting(lang, (self.original,)))


@dataclass(frozen=True, slots=True)
class Table:
    """The small group that brought a line to everyone. `name` None: it has no name but its `number` among all."""

    name: Wording | None
    number: int


@dataclass(frozen=True, slots=True)
class Credit:
    """Who is named beside a line: called names, or disciplines, or nobody (both empty); and from which table it is."""

    names: tuple[Wording, ...] = ()
    disciplines: tuple[Wording, ...] = ()
    table: Table | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One note on the page. `reply` is what answers it (minority opinions)."""

    note: str
    kind: NoteKind
    wording: Wording
    cell: Cell
    credit: Credit = Credit()
    replies: tuple[Wording, ...] = ()


@dataclass(frozen=True, slots=True)
class Voices:
    """The lines of one cell, in the order in which they were said."""

    cell: Cell
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class PauseLine:
    """A pause as part of the meeting; `at` and `until` in the session's own zone."""

    kind: PauseKind
    at: datetime
    until: datetime | None


@dataclass(frozen=True, slots=True)
class FlowItem:
    """An item as the flow calls it. `title` None: the kind names it."""

    kind: ItemKind
    title: Wording | None


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of the meeting: one item, or short ones together, by their places in `Flow.items`.

    `begin` and `end` are coarse, in the session's own zone. `pauses`: how many of each kind, and never when.
    """

    items: tuple[int, ...]
    begin: datetime
    end: datetime
    pauses: Mapping[PauseKind, int]


@dataclass(frozen=True, slots=True)
class Flow:
    """The meeting as it went: what followed what, and how many pauses there were; nothing of who spoke, or how long.

    `break_minutes`: how long all breaks were together; None where that is not known.
    """

    items: tuple[FlowItem, ...]
    stretches: tuple[Stretch, ...]
    pauses: Mapping[PauseKind, int]
    break_minutes: int | None


@dataclass(frozen=True, slots=True)
class ItemMinutes:
    """One agenda item, by its id. `title` None: the kind names it. `prompts`: the questions asked."""

    kind: ItemKind | None
    title: Wording | None
    prompts: tuple[Wording, ...]
    voices: tuple[Voices, ...]
    pauses: tuple[PauseLine, ...]
    id: str = ""


@dataclass(frozen=True, slots=True)
class Numbered:
    """A decision or an action; `number` ("D7-1") is the same in every language; `item`: where it was said, by id."""

    number: str
    line: Line
    item: str = ""


@dataclass(frozen=True, slots=True)
class ActionLine:
    """An action. `owners`: names that may be shown; `unnamed_owners`: how many asked for no name; `item`: as above."""

    number: str
    line: Line
    owners: tuple[Wording, ...]
    unnamed_owners: int
    owner_text: Wording | None
    due: date | None
    status: ActionStatus
    reason: Wording | None
    item: str = ""


class Group(StrEnum):
    """A group of those present that a count may name."""

    PEER = "peer"
    PROFESSIONAL = "professional"
    BOTH = "both"
    OTHERS = "others"
    NOT_SAID = "not-said"


@dataclass(frozen=True, slots=True)
class Count:
    """How many were there of these groups together; never under three."""

    groups: tuple[Group, ...]
    people: int


@dataclass(frozen=True, slots=True)
class Header:
    """What the first page says of the session. Times are in the session's own zone."""

    title: Wording
    programme: Wording | None
    cohort: str | None
    number: int | None
    started: datetime | None
    ended: datetime | None
    planned_start: datetime | None
    planned_end: datetime | None
    place: Wording | None
    purpose: Wording | None
    present: int
    online: int
    counts: tuple[Count, ...]
    names: tuple[Wording, ...]


@dataclass(frozen=True, slots=True)
class NextSession:
    """When, where and about what the next session is."""

    start: datetime | None
    place: Wording | None
    text: Wording | None


@dataclass(frozen=True, slots=True)
class Issue:
    """Under which number an edition goes out; `replaces`: that of the one before it; `approved`: by which parts."""

    number: int
    replaces: int | None
    approved: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """State of the texts for the foot: notes confirmed by their speakers, translations per language and state.

    `issue` None: they are a draft.
    """

    notes: int
    confirmed: int
    translations: Mapping[str, Mapping[TranslationState | None, int]]
    issue: Issue | None = None


@dataclass(frozen=True, slots=True)
class MinutesDoc:
    """The minutes of one session.

    `small_room`: one person alone would be known by their standpoint, so nothing is divided; the page says so in one
    sentence. `labels`: the organisation's own words for the standpoints that the page names (keys as in
    `terms.Standpoint`). Every note of the session that may be in the minutes stands exactly once among items,
    questions, decisions, actions, differences, minority and held_over; in another edition than the record, each that
    belongs to it. `whose`: of a contributor's own copy, what they want to be called. `flow` None: the
    clock does not tell it.
    """

    session: str
    languages: tuple[str, ...]
    header: Header
    small_room: bool
    labels: Mapping[str, Wording]
    guidelines: tuple[Wording, ...]
    items: tuple[ItemMinutes, ...]
    questions: tuple[Voices, ...]
    decisions: tuple[Numbered, ...]
    actions: tuple[ActionLine, ...]
    differences: tuple[Line, ...]
    minority: tuple[Line, ...]
    held_over: tuple[Line, ...]
    pauses: tuple[PauseLine, ...]
    next_session: NextSession | None
    standing: Standing
    edition: Edition = Edition.RECORD
    whose: Wording | None = None
    flow: Flow | None = None


def lines_of(doc: MinutesDoc) -> Iterator[Line]:
    """Every line of a document, in the order of the page."""
    for item in doc.items:
        for voices in item.voices:
            yield from voices.lines
    for voices in doc.questions:
        yield from voices.lines
    yield from (entry.line for entry in doc.decisions)
    yield from (action.line for action in doc.actions)
    yield from doc.differences
    yield from doc.minority
    yield from doc.held_over
