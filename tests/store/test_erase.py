"""Not one byte of what was erased is left: neither in the store's file nor in its WAL, nor after it is closed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from coprod.domain.erasure import Erasure
from coprod.domain.facts import Erased
from coprod.service.ports import Batch
from coprod.store import open_store
from tests.contracts.batches import a_note, new_id

if TYPE_CHECKING:
    from pathlib import Path

SECRET = "秘密の言葉が、ここに残ってはならない。"
NEEDLE = SECRET[:6].encode()


def everything(place: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(place.iterdir()))


def told(session: str, stream: str, seq: int, body: str) -> Batch:
    batch = a_note(session, stream, seq)
    return replace(batch, words=[replace(batch.words[0], body=body)])


def an_erasure(batch: Batch) -> Batch:
    (word,) = batch.words
    left = replace(batch.facts[0], body=Erased())
    return Batch(batch.session, (), erased=Erasure((left,), frozenset({word.id}), frozenset()))


@pytest.mark.parametrize("length", [20, 3000, 20_000], ids=["short", "a page", "many pages"])
def test_no_byte_is_left_of_words_that_were_erased(tmp_path: Path, length: int) -> None:
    session, stream = new_id(), new_id()
    body = (SECRET * (length // len(SECRET) + 1))[:length]
    with open_store(tmp_path / "s.coprod") as store:
        for seq in range(1, 60):
            store.append(told(session, stream, seq, f"{seq}番目の話。" * (seq % 40)))
        secrets = [told(session, stream, seq, body) for seq in range(60, 80)]
        for one in secrets:
            store.append(one)
        assert NEEDLE in everything(tmp_path)  # what is looked for can be found
        contents = [one.facts[0] for one in secrets]
        who = [one.words[0].subjects[0].encode() for one in secrets]
        assert all(one in everything(tmp_path) for one in who)
        for one in secrets:
            store.append(an_erasure(one))
        left = everything(tmp_path)
        assert NEEDLE not in left
        assert contents[0].id.encode() in left
    assert NEEDLE not in everything(tmp_path)


def test_a_reader_that_is_not_done_only_delays_it(tmp_path: Path) -> None:
    path, session, stream = tmp_path / "s.coprod", new_id(), new_id()
    with open_store(path) as store:
        store.append(told(session, stream, 1, SECRET))
        with open_store(path, write=False) as reader:
            connection = reader._engine.connect()  # noqa: SLF001 — a reader in the middle of its transaction
            connection.exec_driver_sql("SELECT count(*) FROM fact").fetchall()
            secret = told(session, stream, 2, SECRET)
            store.append(secret)
            store.append(an_erasure(secret))
            connection.close()
        (first,) = list(store.load(session).words.values())
        store.append(Batch(session, (), erased=Erasure((), frozenset({first.id}), frozenset())))
        assert NEEDLE not in everything(tmp_path)
