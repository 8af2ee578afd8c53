"""What only this store shows: how fast a long session is read, and that facts carry no prose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coprod.service.ports import Batch
from coprod.store import open_store
from tests.contracts.batches import a_note, new_id

if TYPE_CHECKING:
    from pathlib import Path


def test_twenty_thousand_facts_are_read_as_they_were_written(tmp_path: Path) -> None:
    session, stream = new_id(), new_id()
    acts = [a_note(session, stream, seq) for seq in range(1, 20_001)]
    whole = Batch(
        session, [fact for act in acts for fact in act.facts], [word for act in acts for word in act.words]
    )
    with open_store(tmp_path / "s") as store:
        store.append(whole)
        stored = store.load(session)
    assert len(stored.facts) == len(stored.words) == 20_000
    assert {fact.id: fact for fact in stored.facts} == {fact.id: fact for fact in whole.facts}


def test_words_stand_in_one_table_alone(tmp_path: Path) -> None:
    path = tmp_path / "s"
    batch = a_note(new_id(), new_id(), 1)
    with open_store(path) as store:
        store.append(batch)
    assert path.read_bytes().count(batch.words[0].body.encode()) == 1
