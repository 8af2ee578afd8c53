"""The sample session is always in reach, and new again once it was run to its end."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid5

import pytest

from coprod.domain import acts
from coprod.domain.fold import fold
from coprod.domain.terms import Phase
from coprod.service.exchange.bad import BadFile
from coprod.service.exchange.equality import file_id
from coprod.service.exchange.reading import read_path
from coprod.service.live import LiveSession
from coprod.service.ports import StoreFailed
from coprod.service.sample import sample_session
from coprod.service.verify import verify
from tests.fakes.memory import MemoryStore
from tests.service.clocks import Still
from tests.sessions import SAMPLE

if TYPE_CHECKING:
    from pathlib import Path

PLANNED = SAMPLE / "speaking-up.planned.coprod.json"


def run_to_its_end(store: MemoryStore, session: str) -> None:
    live = LiveSession(session, store, Still())
    live.do(acts.StartSession())
    live.do(acts.CloseSession())
    assert live.state.phase is Phase.CLOSED


def test_the_sample_is_brought_in_once() -> None:
    store = MemoryStore()
    session = sample_session(store, Still(), PLANNED)
    assert session == str(file_id(read_path(PLANNED)))
    facts = store.load(session).facts
    assert fold(session, facts).phase is Phase.PLANNED
    assert sample_session(store, Still(), PLANNED) == session
    assert store.load(session).facts == facts
    assert store.known() == [session]


def test_a_sample_that_was_begun_is_gone_on_with() -> None:
    store = MemoryStore()
    session = sample_session(store, Still(), PLANNED)
    LiveSession(session, store, Still()).do(acts.StartSession())
    assert sample_session(store, Still(), PLANNED) == session


def test_after_its_end_it_is_new_again_and_the_one_that_was_run_stays() -> None:
    store = MemoryStore()
    sessions = []
    for _ in range(3):
        session = sample_session(store, Still(), PLANNED)
        assert fold(session, store.load(session).facts).phase is Phase.PLANNED
        sessions.append(session)
        run_to_its_end(store, session)
    first = file_id(read_path(PLANNED))
    assert sessions == [str(first), str(uuid5(first, "1")), str(uuid5(first, "2"))]
    assert store.known() == sorted(sessions)
    assert verify(store) == []


def test_a_sample_that_is_no_session_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "sample.json"
    path.write_text("{}")
    with pytest.raises(BadFile, match="format"):
        sample_session(MemoryStore(), Still(), path)


def test_a_store_that_takes_nothing_keeps_no_sample() -> None:
    store = MemoryStore()
    store.failing = "full"
    with pytest.raises(StoreFailed, match="full"):
        sample_session(store, Still(), PLANNED)
    assert store.known() == []
