"""Copy a whole store into another one, whichever kind each is: once or again, and compared at the end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from coprod.domain.erasure import Erasure, let_through
from coprod.domain.facts import Erased, Fact, Word
from coprod.domain.fold import fold, left_alone, tombstones
from coprod.service.erasing import lost_there
from coprod.service.library import Shelf
from coprod.service.ports import Archive, Batch, Held, Log, Stored, StoreFailed
from coprod.service.rows import NoteRow, Rows, all_rows
from coprod.service.sheets import Sheets

if TYPE_CHECKING:
    from collections.abc import Iterable

_OF_ONE_SESSION = ("damaged", "newer")
"""What a session alone may have; whatever else fails will fail for each."""


class Whole(Log, Archive, Sheets, Shelf, Protocol):
    """A store, and what no other use case has to ask of it."""

    @property
    def shared(self) -> bool:
        """Whether others work on it, too."""

    def secret(self, session: str) -> bytes | None:
        """The secret that a session signs with, where it has one. Raises StoreFailed."""


@dataclass(frozen=True, slots=True)
class Copied:
    """How much there was to copy; all of it is there now."""

    sessions: int
    facts: int


class NotTheSame(Exception):
    """Something differs in the copy; all else is there. `what`: the ids of sessions, and "library"."""

    def __init__(self, what: Sequence[str]) -> None:
        super().__init__(*what)
        self.what = tuple(what)


@dataclass(frozen=True, slots=True)
class _Coming:
    """What comes of a session, without those who withdrew, here or there. `told`: also what is there already."""

    told: Sequence[Fact]
    new: Sequence[Fact]
    words: Sequence[Word]
    links: Mapping[str, str]
    erased: Erasure


def copy(source: Whole, target: Whole) -> Copied:
    """Copy everything; what is there already stays, and what was erased there stays erased.

    Each session comes whole or not at all. Not the stream in which this machine writes: the copy begins a new one, so
    that both may go on; and nothing that is no note yet where others would see it. Raises StoreFailed; NotTheSame,
    once all else is copied.
    """
    different = [] if _copied_library(source, target) else ["library"]
    facts = 0
    sessions = source.known()
    for session in sessions:
        found = _copied_session(session, source, target)
        if found is None:
            different.append(session)
        facts += found or 0
    if different:
        raise NotTheSame(different)
    return Copied(len(sessions), facts)


def _copied_library(source: Whole, target: Whole) -> bool:
    wanted, there = source.shelved(), {entry.id for entry in target.shelved()}
    for entry in wanted:
        if entry.id not in there:
            target.shelve(entry)
    return {entry.id for entry in wanted} <= {entry.id for entry in target.shelved()}


def _copied_session(session: str, source: Whole, target: Whole) -> int | None:
    """How many facts there were; None where the session is not the same there."""
    try:
        held, stored, there = source.held(session), source.load(session), target.load(session)
        if _clash(held.facts, there.facts):
            return None
        coming = _coming(session, held, stored, there)
        rows = _rows(session, coming, held, there, target)
        target.append(Batch(session, coming.new, coming.words, rows, coming.links, coming.erased))
        same = _copied_besides(session, source, target) and _arrived(session, coming, rows, target)
    except StoreFailed as failed:
        if failed.code not in _OF_ONE_SESSION:
            raise
        return None
    return len(held.facts) if same else None


def _clash(ours: Iterable[Fact], theirs: Iterable[Fact]) -> bool:
    """Whether there is another fact in the place of one."""
    places = {(fact.stream, fact.seq): fact.id for fact in theirs}
    return any(places.get((fact.stream, fact.seq), fact.id) != fact.id for fact in ours)


def _coming(session: str, held: Held, stored: Stored, there: Stored) -> _Coming:
    both = [*there.facts, *held.facts]
    gone = tombstones(fact.body for fact in both)
    if gone:
        gone |= frozenset(left_alone(session, both))
    told, words = let_through(held.facts, stored.words.values(), gone)
    known = {fact.id for fact in there.facts}
    new = [fact for fact in told if fact.id not in known]
    links = {who: person for who, person in stored.links.items() if who not in gone | there.links.keys()}
    return _Coming(told, new, words, links, lost_there(there, gone, told))


def _rows(session: str, coming: _Coming, held: Held, there: Stored, target: Whole) -> Rows:
    """As they are in the source, as long as the target went on with nothing."""
    went_on = {fact.id for fact in there.facts} - {fact.id for fact in held.facts}
    if not went_on and not coming.erased and list(coming.told) == list(held.facts):
        return Rows(held.row, held.notes)
    if not coming.new and not coming.erased:
        return Rows()
    left = {fact.id: fact for fact in coming.erased.facts}
    now = all_rows(fold(session, [*(left.get(fact.id, fact) for fact in there.facts), *coming.new]))
    stay = {row.note for row in now.notes}
    return Rows(now.session, now.notes, [row.note for row in target.notes(session) if row.note not in stay])


def _copied_besides(session: str, source: Whole, target: Whole) -> bool:
    """What a session has besides its facts."""
    secret = source.secret(session)
    if secret is not None and target.signing(session, lambda: secret) != secret:
        return False
    there = {sheet.id for sheet in target.sheets(session)}
    wanted = source.sheets(session)
    for sheet in wanted:
        if sheet.id not in there:
            target.keep_sheet(sheet)
    draft = "" if target.shared else source.draft(session)
    if draft and not target.draft(session):
        target.keep_draft(session, draft)
    kept = target.sheets(session)
    return all(sheet in kept for sheet in wanted)


def _arrived(session: str, coming: _Coming, rows: Rows, target: Whole) -> bool:
    there, held = target.load(session), target.held(session)
    facts = {fact.id: fact for fact in there.facts}
    return (
        all(fact.id in facts and _tells(facts[fact.id], fact) for fact in coming.told)
        and all(_is_there(word, there.words.get(word.id)) for word in coming.words)
        and coming.links.keys() <= there.links.keys()
        and (rows.session is None or (rows.session, _by_id(rows.notes)) == (held.row, list(held.notes)))
    )


def _tells(theirs: Fact, ours: Fact) -> bool:
    return theirs == ours or isinstance(ours.body, Erased)


def _is_there(word: Word, found: Word | None) -> bool:
    return (
        found is not None
        and (found.lang, found.body) == (word.lang, word.body)
        and set(word.subjects) <= set(found.subjects)
    )


def _by_id(notes: Iterable[NoteRow]) -> list[NoteRow]:
    return sorted(notes, key=lambda row: row.note)
