"""The fake keeps the promises that tests rely on."""

from __future__ import annotations

import pytest

from coprod.service.ports import StoreFailed
from tests.contracts.batches import a_note, new_id
from tests.contracts.store import StoreContract
from tests.fakes.memory import MemoryStore


class TestMemoryStore(StoreContract):
    @pytest.fixture
    def store(self) -> MemoryStore:
        return MemoryStore()


def test_it_fails_when_it_is_told_to_and_changes_nothing() -> None:
    store, session = MemoryStore(), new_id()
    store.failing = "full"
    with pytest.raises(StoreFailed, match="full"):
        store.append(a_note(session, store.stream(session), 1))
    assert list(store.load(session).facts) == []
    store.failing = None
    store.append(a_note(session, store.stream(session), 1))
    assert len(store.load(session).facts) == 1
