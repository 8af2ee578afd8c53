"""The parts of a session that facts set whole: frozen values, with words by id only.

A `Text` is (language, words id) pairs in the order in which they came; the language "" marks a text that came as a
plain string. Dates are RFC 3339 strings as they came, so that nothing about their offset is lost.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from coprod.domain.terms import (
    ActionStatus,
    Attendance,
    Attribution,
    ItemKind,
    NoteKind,
    Part,
    Purpose,
    Shown,
    Standpoint,
    TranslationState,
    Visibility,
    WordingKind,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

Text: TypeAlias = tuple[tuple[str, str], ...]
"""Language to words id, in order; empty where there is no text."""

Ms: TypeAlias = int
"""A moment: milliseconds since 1970 in UTC."""


@dataclass(frozen=True, slots=True)
class Programme:
    """The series that a session belongs to."""

    id: str | None = None
    title: Text = ()
    number: int | None = None
    cohort: Text = ()


@dataclass(frozen=True, slots=True)
class NextTime:
    """What is known of the next session."""

    start: str | None = None
    place: Text = ()
    text: Text = ()


@dataclass(frozen=True, slots=True)
class Description:
    """What the session is called, where and when it is planned, and in which languages its minutes are."""

    title: Text
    languages: tuple[str, ...]
    place: Text = ()
    planned_start: str | None = None
    planned_end: str | None = None
    zone: str | None = None
    purpose: Text = ()
    programme: Programme | None = None
    previous: str | None = None
    next_time: NextTime | None = None
    labels: tuple[tuple[Standpoint, Text], ...] = ()


@dataclass(frozen=True, slots=True)
class Consent:
    """A consent given or taken back; `at` is None where nobody wrote down when."""

    to: Purpose
    given: bool
    at: str | None = None


@dataclass(frozen=True, slots=True)
class Participant:
    """One person in one session, by a random id. `standpoints` as declared beforehand; None: not said."""

    id: str
    called: Text
    key: Text = ()
    reading: Text = ()
    standpoints: tuple[Standpoint, ...] = ()
    discipline: Text = ()
    label: Text = ()
    parts: tuple[Part, ...] = ()
    attribution: Attribution = Attribution.STANDPOINT
    languages: tuple[str, ...] = ()
    attendance: Attendance | None = None
    listed: Shown = Shown.COUNT
    wall: Shown | None = None
    consents: tuple[Consent, ...] = ()


@dataclass(frozen=True, slots=True)
class Guideline:
    """A participation guideline."""

    id: str
    text: Text
    key: Text = ()


@dataclass(frozen=True, slots=True)
class Prompt:
    """One of several questions of an agenda item."""

    id: str
    text: Text
    key: Text = ()


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One item of the agenda; `minutes` as planned."""

    id: str
    kind: ItemKind
    key: Text = ()
    title: Text = ()
    prompt: Text = ()
    minutes: float | None = None
    prompts: tuple[Prompt, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """A small group and who is in it now."""

    id: str
    members: tuple[str, ...]
    key: Text = ()
    name: Text = ()

    def without(self, people: Iterable[str]) -> Group:
        """The same group, with none of `people` in it."""
        members = _others(self.members, people)
        return self if members == self.members else replace(self, members=members)


@dataclass(frozen=True, slots=True)
class Translation:
    """How far one translation can be trusted, who made and who checked it. `plain`: the file gave the state alone."""

    state: TranslationState
    by: Text = ()
    checked_by: Text = ()
    plain: bool = True


@dataclass(frozen=True, slots=True)
class NoteContent:
    """What a note says and how it may be shown.

    `standpoints` only where narrower than the contributors' own; `attribution` only where it differs from theirs;
    `owners`, `owner_text`, `due` (ISO date), `status` and `reason` are of actions; `number` of decisions;
    `one_owner`: the file gave the owner as a plain string. `minority`, `share`: None where nothing was said.
    """

    kind: NoteKind
    text: Text
    who: tuple[str, ...] = ()
    standpoints: tuple[Standpoint, ...] = ()
    item: str | None = None
    original: str | None = None
    translations: tuple[tuple[str, Translation], ...] = ()
    minority: bool | None = None
    visibility: Visibility = Visibility.MINUTES
    attribution: Attribution | None = None
    wording: WordingKind | None = None
    confirmed: tuple[str, ...] = ()
    share: bool | None = None
    number: int | None = None
    owners: tuple[str, ...] = ()
    one_owner: bool = False
    owner_text: Text = ()
    due: str | None = None
    status: ActionStatus = ActionStatus.OPEN
    reason: Text = ()
    easy: Text = ()

    @property
    def said_in(self) -> str | None:
        """The language in which it was said: the one that is named, or the only one there is."""
        return self.original or (self.text[0][0] if len(self.text) == 1 else None)

    def without(self, people: frozenset[str]) -> NoteContent:
        """The same content, naming none of `people`."""
        named = {*self.who, *self.owners, *self.confirmed}
        if named.isdisjoint(people):
            return self
        return replace(
            self,
            who=_others(self.who, people),
            owners=_others(self.owners, people),
            confirmed=_others(self.confirmed, people),
        )


def _others(named: tuple[str, ...], people: Iterable[str]) -> tuple[str, ...]:
    return tuple(one for one in named if one not in people)
