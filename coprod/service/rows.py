"""The rows of the read tables, and what changes in them when a session changes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from coprod.domain.parts import Description, Text
from coprod.domain.terms import NoteKind, TranslationState, Visibility

if TYPE_CHECKING:
    from coprod.domain.facts import NoteKept
    from coprod.domain.state import State


@dataclass(frozen=True, slots=True)
class SessionRow:
    """One line of the list of sessions.

    `title`: (language, words id); `untranslated`: notes lacking a language or with a translation nobody has checked;
    `unconfirmed`: notes that their contributors have not confirmed.
    """

    session: str
    phase: str
    title: Text
    languages: tuple[str, ...]
    started: str | None
    planned_start: str | None
    planned_end: str | None
    zone: str | None
    number: int | None
    programme: Text
    place: Text
    people: int
    items: int
    untranslated: int
    unconfirmed: int


@dataclass(frozen=True, slots=True)
class NoteRow:
    """One note as the archive and the search see it; `text`: (language, words id)."""

    note: str
    session: str
    kind: str
    item: str | None
    at: int | None
    visibility: str
    status: str
    due: str | None
    text: Text


@dataclass(frozen=True, slots=True)
class Rows:
    """What changes in the read tables: rows to put in the place of those with the same id, and notes to delete."""

    session: SessionRow | None = None
    notes: Sequence[NoteRow] = ()
    gone: Sequence[str] = ()


def session_row(state: State) -> SessionRow:
    """The row of a session, counted from its notes; without a title as long as it has no description."""
    about = _about(state)
    notes = state.notes()
    untranslated = sum(_untranslated(note, about.languages) for note in notes)
    return _session_row(state, about, untranslated, sum(map(_unconfirmed, notes)))


def _session_row(state: State, about: Description, untranslated: int, unconfirmed: int) -> SessionRow:
    programme = about.programme
    return SessionRow(
        session=state.session,
        phase=state.phase.value,
        title=about.title,
        languages=about.languages,
        started=state.started,
        planned_start=about.planned_start,
        planned_end=about.planned_end,
        zone=about.zone,
        number=programme.number if programme else None,
        programme=programme.title if programme else (),
        place=about.place,
        people=len(state.participants),
        items=len(state.agenda),
        untranslated=untranslated,
        unconfirmed=unconfirmed,
    )


def latest_first(rows: Iterable[SessionRow]) -> list[SessionRow]:
    """Rows by their start, or planned start, the latest first; before them those that have neither."""

    def begins(row: SessionRow) -> tuple[bool, float, str]:
        at = row.started or row.planned_start
        return (at is None, _instant(at) if at else 0, row.session)

    return sorted(rows, key=begins, reverse=True)


def note_row(session: str, note: NoteKept) -> NoteRow:
    """The row of a note."""
    content = note.content
    return NoteRow(
        note=note.entry,
        session=session,
        kind=content.kind.value,
        item=content.item,
        at=note.at,
        visibility=content.visibility.value,
        status=content.status.value if content.kind is NoteKind.ACTION else "",
        due=content.due,
        text=content.text,
    )


def all_rows(state: State) -> Rows:
    """All rows of a session, as they are rebuilt from its facts."""
    return Rows(session_row(state), tuple(note_row(state.session, note) for note in state.notes()))


def changed_rows(row: SessionRow | None, old: State, new: State, touched: Iterable[str]) -> Rows:
    """What an act changes: `row` is the session's row before, `touched` are the entries that its facts speak of.

    Counts are carried on from `row`, so that an act costs the same after two thousand notes as at the beginning.
    """
    ids = sorted(set(touched))
    before = [note for note in map(old.note, ids) if note is not None]
    after = [note for note in map(new.note, ids) if note is not None]
    about = _about(new)
    if row is None or row.languages != about.languages:
        session = session_row(new)
    else:
        was, now = (sum(_untranslated(note, about.languages) for note in notes) for notes in (before, after))
        unsaid = sum(map(_unconfirmed, after)) - sum(map(_unconfirmed, before))
        session = _session_row(new, about, row.untranslated + now - was, row.unconfirmed + unsaid)
    return Rows(
        session=None if session == row else session,
        notes=tuple(note_row(new.session, note) for note in after),
        gone=[note.entry for note in before if new.note(note.entry) is None],
    )


def _instant(moment: str) -> float:
    try:
        at = datetime.fromisoformat(
            moment.upper().replace(":60", ":59")
        )  # a leap second is no time to Python
    except ValueError:
        return 0
    return (at if at.tzinfo else at.replace(tzinfo=UTC)).timestamp()


def _about(state: State) -> Description:
    return state.description or Description(title=(), languages=())


def _unconfirmed(note: NoteKept) -> bool:
    content = note.content
    return content.visibility is not Visibility.REVIEW and bool(content.who) and not content.confirmed


def _untranslated(note: NoteKept, languages: Sequence[str]) -> bool:
    content = note.content
    if content.visibility is Visibility.REVIEW:
        return False
    unsure = (TranslationState.MACHINE, TranslationState.DRAFT)
    return not set(languages) <= {lang for lang, _ in content.text} or any(
        known.state in unsure for lang, known in content.translations if lang in languages
    )
