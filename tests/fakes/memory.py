"""A store in memory: what the ports Log and Archive promise, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from threading import Lock
from typing import TYPE_CHECKING
from uuid import uuid4

from coprod.domain.facts import Fact, Word
from coprod.service.ports import Batch, Held, Stored, StoreFailed
from coprod.service.rows import NoteRow, SessionRow, latest_first

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from coprod.service.holders import InBackup
    from coprod.service.library import Shelved
    from coprod.service.sheets import Sheet


@dataclass
class _Kept:
    """What is kept of one session."""

    facts: dict[str, Fact] = field(default_factory=dict)
    words: dict[str, Word] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)
    notes: dict[str, NoteRow] = field(default_factory=dict)
    row: SessionRow | None = None


class MemoryStore:
    """Fulfils Log and Archive. While `failing` is a code, every append fails with it; `unreadable`: the backups do."""

    shared = False

    def __init__(self) -> None:
        self.failing: str | None = None
        self.unreadable: str | None = None
        self.copies: list[InBackup] = []
        self._kept: dict[str, _Kept] = {}
        self._shelf: dict[str, Shelved] = {}
        self._streams: dict[str, str] = {}
        self._secrets: dict[str, bytes] = {}
        self._sheets: dict[str, Sheet] = {}
        self._drafts: dict[str, str] = {}
        self._one_at_a_time = Lock()

    def shelved(self) -> list[Shelved]:
        return [self._shelf[id] for id in sorted(self._shelf)]

    def shelve(self, entry: Shelved) -> None:
        if self.failing:
            raise StoreFailed(self.failing)
        self._shelf[entry.id] = entry

    def unshelve(self, entry: str) -> None:
        self._shelf.pop(entry, None)

    def signing(self, session: str, make: Callable[[], bytes]) -> bytes:
        return self._secrets.setdefault(session, make())

    def secret(self, session: str) -> bytes | None:
        return self._secrets.get(session)

    def keep_sheet(self, sheet: Sheet) -> None:
        self._sheets[sheet.id] = sheet

    def sheet(self, id: str) -> Sheet | None:
        return self._sheets.get(id)

    def sheets(self, session: str) -> list[Sheet]:
        own = [one for one in self._sheets.values() if one.session == session]
        return sorted(own, key=lambda one: (one.issued, one.id))

    def backups(self) -> list[InBackup]:
        if self.unreadable:
            raise StoreFailed(self.unreadable)
        return sorted(self.copies, key=lambda one: (one.made, one.path))

    def load(self, session: str) -> Stored:
        kept = self._kept.get(session, _Kept())
        return Stored(list(kept.facts.values()), dict(kept.words), dict(kept.links))

    def append(self, batch: Batch) -> None:
        if self.failing:
            raise StoreFailed(self.failing)
        with self._one_at_a_time:
            self._kept[batch.session] = _with(self._kept.get(batch.session, _Kept()), batch)

    def stream(self, session: str) -> str:
        return self._streams.setdefault(session, str(uuid4()))

    def draft(self, session: str) -> str:
        return self._drafts.get(session, "")

    def keep_draft(self, session: str, text: str, *, erase_all: bool = False) -> None:
        if self.failing:
            raise StoreFailed(self.failing)
        self._drafts[session] = text

    def sessions(self) -> list[SessionRow]:
        return latest_first(kept.row for kept in self._kept.values() if kept.row)

    def notes(self, session: str) -> list[NoteRow]:
        notes = self._kept.get(session, _Kept()).notes
        return [notes[note] for note in sorted(notes)]

    def titles(self, rows: Sequence[SessionRow]) -> Mapping[str, str]:
        words = {id: word.body for kept in self._kept.values() for id, word in kept.words.items()}
        return {id: words[id] for row in rows for _, id in (*row.title, *row.programme) if id in words}

    def matching(self, prefix: str) -> list[str]:
        return sorted(
            id for id, kept in self._kept.items() if kept.row and id.lower().startswith(prefix.lower())
        )

    def known(self) -> list[str]:
        return sorted(id for id, kept in self._kept.items() if kept.facts or kept.row or kept.notes)

    def held(self, session: str) -> Held:
        row = self._kept.get(session, _Kept()).row
        return Held(self.load(session).facts, row, self.notes(session))


def _with(kept: _Kept, batch: Batch) -> _Kept:
    erased = batch.erased
    words = {word.id: _in_order(word) for word in batch.words} | kept.words
    return _Kept(
        _merged(kept.facts, batch.facts) | {fact.id: fact for fact in erased.facts},
        {id: _freed(word, erased.people) for id, word in words.items() if id not in erased.words},
        {who: to for who, to in (kept.links | dict(batch.links)).items() if who not in erased.people},
        _changed(kept.notes, batch),
        batch.rows.session or kept.row,
    )


def _merged(known: Mapping[str, Fact], added: Sequence[Fact]) -> dict[str, Fact]:
    facts = dict(known)
    places = {(fact.stream, fact.seq): fact.id for fact in known.values()}
    for fact in added:
        if places.setdefault((fact.stream, fact.seq), facts.get(fact.id, fact).id) != fact.id:
            raise StoreFailed("failed")
        facts.setdefault(fact.id, fact)
    return facts


def _changed(known: Mapping[str, NoteRow], batch: Batch) -> dict[str, NoteRow]:
    notes = dict(known) | {row.note: row for row in batch.rows.notes}
    for gone in batch.rows.gone:
        notes.pop(gone, None)
    return notes


def _freed(word: Word, people: frozenset[str]) -> Word:
    return replace(word, subjects=tuple(who for who in word.subjects if who not in people))


def _in_order(word: Word) -> Word:
    return replace(word, subjects=tuple(sorted(set(word.subjects))))
