"""What verify finds, on a store in memory: each way in which rows can differ from the log."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from coprod.service.exchange.keeping import keep
from coprod.service.ports import Batch, Held, StoreFailed
from coprod.service.rows import Rows
from coprod.service.verify import Difference, verify
from tests.fakes.memory import MemoryStore
from tests.service.clocks import Still
from tests.service.exchange.files import load, note, plain

if TYPE_CHECKING:
    from coprod.service.rows import NoteRow, SessionRow


class Broken(MemoryStore):
    """A store of which some sessions can't be read."""

    def __init__(self, code: str) -> None:
        super().__init__()
        self.code = code
        self.broken: set[str] = set()

    def held(self, session: str) -> Held:
        if session in self.broken:
            raise StoreFailed(self.code)
        return super().held(session)


def kept(store: MemoryStore, title: str = "Tea") -> str:
    """A session of two notes, in the store."""
    made = plain(title={"en": title}, record=[note(), note(kind="action", at=5)])
    return keep(load(made), store, Still()).session


def rows(store: MemoryStore, session: str) -> tuple[SessionRow, list[NoteRow]]:
    held = store.held(session)
    assert held.row is not None
    return held.row, list(held.notes)


def test_a_store_as_it_was_kept_has_no_differences() -> None:
    store = MemoryStore()
    assert verify(store) == []
    kept(store)
    kept(store, "Coffee")
    assert verify(store) == []


def test_a_row_of_a_session_that_differs() -> None:
    store = MemoryStore()
    session, _ = kept(store), kept(store, "Coffee")
    row, _ = rows(store, session)
    store.append(Batch(session, [], rows=Rows(replace(row, people=row.people + 1))))
    assert verify(store) == [Difference(session, row=True)]


def test_a_note_that_differs_is_missing_or_is_too_many() -> None:
    store = MemoryStore()
    session = kept(store)
    _, (first, second) = rows(store, session)
    extra = replace(first, note="extra")
    store.append(
        Batch(session, [], rows=Rows(None, [replace(first, due="2026-06-01"), extra], [second.note]))
    )
    found = tuple(sorted([first.note, second.note, "extra"]))
    assert verify(store) == [Difference(session, notes=found)]


def test_facts_without_rows_and_rows_without_facts() -> None:
    whole, store = MemoryStore(), MemoryStore()
    session = kept(whole)
    store.append(Batch(session, whole.load(session).facts))
    row, notes = rows(whole, session)
    store.append(Batch("ghost", [], rows=Rows(row)))
    assert verify(store) == [
        Difference(session, row=True, notes=tuple(sorted(one.note for one in notes))),
        Difference("ghost", row=True),
    ]


def test_a_damaged_log_is_told_and_the_others_are_looked_at() -> None:
    store = Broken("damaged")
    damaged, other = kept(store), kept(store, "Coffee")
    row, _ = rows(store, other)
    store.append(Batch(other, [], rows=Rows(replace(row, items=9))))
    store.broken.add(damaged)
    found = [Difference(damaged, unreadable=True), Difference(other, row=True)]
    assert verify(store) == sorted(found, key=lambda one: one.session)


def test_what_a_newer_program_wrote_is_no_difference_but_a_failure() -> None:
    store = Broken("newer")
    store.broken.add(kept(store))
    with pytest.raises(StoreFailed, match="newer"):
        verify(store)
