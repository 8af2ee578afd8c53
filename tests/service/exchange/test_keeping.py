"""A file is kept once, whole or not at all, and comes out as it came."""

from __future__ import annotations

import pytest

from coprod.service.exchange.bad import BadFile
from coprod.service.exchange.equality import same
from coprod.service.exchange.keeping import keep, taken_out
from coprod.service.exchange.reading import read_path
from coprod.service.ports import StoreFailed
from tests.fakes.memory import MemoryStore
from tests.service.exchange.files import GOOD, NOTE_ID, OTHER_ID, load, plain
from tests.service.exchange.test_live import Hand


def test_every_meeting_is_kept_once_and_comes_out_as_it_came() -> None:
    store = MemoryStore()
    files = [read_path(path) for path in GOOD]
    first = [keep(file, store, Hand()) for file in files]
    assert all(kept.added for kept in first)
    again = [keep(file, store, Hand()) for file in files]
    assert not any(kept.added for kept in again)
    assert [kept.session for kept in again] == [kept.session for kept in first]
    assert len(store.sessions()) == len(files)
    for file, kept in zip(files, first, strict=True):
        taken = taken_out(kept.session, store, people=True)
        assert taken is not None
        assert same(taken, file)


def test_other_content_under_the_same_id_is_refused_and_nothing_changes() -> None:
    store = MemoryStore()
    keep(load(plain(id=NOTE_ID)), store, Hand())
    before = store.load(NOTE_ID)
    with pytest.raises(BadFile) as caught:
        keep(load(plain(id=NOTE_ID, title={"en": "Coffee"})), store, Hand())
    assert caught.value.place == "id"
    assert store.load(NOTE_ID) == before


def test_a_file_without_an_id_is_known_again() -> None:
    store = MemoryStore()
    first = keep(load(plain()), store, Hand())
    assert keep(load(plain(id=first.session)), store, Hand()).added is False
    assert keep(load(plain(place={"en": "Hall"})), store, Hand()).added is True


def test_persons_are_kept_and_told_only_where_they_are_asked_for() -> None:
    store = MemoryStore()
    file = load(plain(id=NOTE_ID, groups=[], participants=[{"key": "A", "called": "A", "person": OTHER_ID}]))
    keep(file, store, Hand())
    without, with_people = taken_out(NOTE_ID, store), taken_out(NOTE_ID, store, people=True)
    assert without is not None
    assert with_people is not None
    assert without.participants[0].person is None
    assert with_people.participants[0].person == OTHER_ID
    assert not keep(without, store, Hand()).added
    assert not keep(with_people, store, Hand()).added


def test_the_read_tables_are_filled_with_the_facts() -> None:
    store = MemoryStore()
    for path in GOOD:
        file = read_path(path)
        kept = keep(file, store, Hand())
        assert len(store.notes(kept.session)) == sum("Note" in type(one).__name__ for one in file.record)


def test_a_store_that_fails_keeps_nothing() -> None:
    store = MemoryStore()
    store.failing = "full"
    with pytest.raises(StoreFailed):
        keep(load(plain(id=NOTE_ID)), store, Hand())
    assert taken_out(NOTE_ID, store) is None
