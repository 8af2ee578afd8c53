"""Copy a whole store into another one, whichever kind each is: once or again, and compared at the end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from coprod.service.library import Shelf
from coprod.service.ports import Archive, Batch, Log
from coprod.service.rows import Rows
from coprod.service.sheets import Sheets

if TYPE_CHECKING:
    from collections.abc import Iterable


class Whole(Log, Archive, Sheets, Shelf, Protocol):
    """A store, and what no other use case has to ask of it."""

    def secret(self, session: str) -> bytes | None:
        """The secret that a session signs with, where it has one. Raises StoreFailed."""


@dataclass(frozen=True, slots=True)
class Copied:
    """How much there was to copy; all of it is there now."""

    sessions: int
    facts: int


class NotTheSame(Exception):
    """Something differs in the copy: the id of a session, or "library"."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what


def copy(source: Whole, target: Whole) -> Copied:
    """Copy everything; what is there already stays. Each session comes whole or not at all.

    Not the stream in which this machine writes: the copy begins a new one, so that both may go on. Raises StoreFailed,
    where the target holds something else in the place of a fact; NotTheSame.
    """
    for entry in source.shelved():
        target.shelve(entry)
    if not _holds(target.shelved(), source.shelved()):
        raise NotTheSame("library")
    facts = 0
    sessions = source.known()
    for session in sessions:
        facts += _copy_session(session, source, target)
    return Copied(len(sessions), facts)


def _copy_session(session: str, source: Whole, target: Whole) -> int:
    stored, held = source.load(session), source.held(session)
    there = target.held(session)
    more = {fact.id for fact in there.facts} - {fact.id for fact in stored.facts}
    rows = Rows() if more else Rows(held.row, held.notes)  # those of a session that went on there are newer
    target.append(Batch(session, stored.facts, tuple(stored.words.values()), rows, stored.links))
    secret = source.secret(session)
    if secret is not None and target.signing(session, lambda: secret) != secret:
        raise NotTheSame(session)
    for sheet in source.sheets(session):
        target.keep_sheet(sheet)
    draft = source.draft(session)
    if draft and not target.draft(session):
        target.keep_draft(session, draft)
    _compare(session, source, target, whole=not more)
    return len(stored.facts)


def _compare(session: str, source: Whole, target: Whole, *, whole: bool) -> None:
    ours, theirs = source.load(session), target.load(session)
    same = (
        _holds(theirs.facts, ours.facts)
        and _holds(theirs.words.values(), ours.words.values())
        and ours.links.items() <= theirs.links.items()
        and _holds(target.sheets(session), source.sheets(session))
    )
    if whole:
        here, there = source.held(session), target.held(session)
        same = same and (here.row, list(here.notes)) == (there.row, list(there.notes))
    if not same:
        raise NotTheSame(session)


def _holds(those: Iterable[object], these: Iterable[object]) -> bool:
    there = {repr(one) for one in those}
    return all(repr(one) in there for one in these)
