"""Not one byte of what was erased is left: neither in the store's file nor in its WAL, nor after it is closed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from coprod.domain import acts
from coprod.domain.erasure import Erasure
from coprod.domain.facts import Erased
from coprod.domain.terms import NoteKind, PauseKind
from coprod.service.live import LiveSession
from coprod.service.ports import Batch
from coprod.store import open_store
from tests.contracts.batches import a_note, new_id
from tests.service.clocks import Still

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


@pytest.mark.parametrize("length", [20, 3000, 20_000], ids=["short", "a page", "many pages"])
def test_no_byte_is_left_of_what_was_begun_and_is_off_the_record(tmp_path: Path, length: int) -> None:
    session = new_id()
    body = (SECRET * (length // len(SECRET) + 1))[:length]
    with open_store(tmp_path / "s.coprod") as store:
        for typed in range(6, len(body), max(1, len(body) // 12)):
            store.keep_draft(session, body[:typed])
        assert NEEDLE in everything(tmp_path)  # what is looked for can be found
        store.keep_draft(session, "", erase_all=True)
        assert NEEDLE not in everything(tmp_path)
    assert NEEDLE not in everything(tmp_path)


def test_off_the_record_neither_words_nor_who_spoke_reach_the_disk(tmp_path: Path) -> None:
    session = new_id()
    with open_store(tmp_path / "s.coprod") as store:
        live = LiveSession(session, store, Still())
        for name in ("Aki", "Ben"):
            live.do(acts.AddParticipant(acts.ParticipantDraft({"": name})))
        live.do(acts.StartSession())
        live.keep_draft(SECRET)
        assert NEEDLE in everything(tmp_path)
        before = len(store.load(session).facts)
        live.do(acts.PutPenDown())
        live.keep_draft(SECRET)
        live.do(acts.KeepNote(acts.NoteDraft(NoteKind.IDEA, {"ja": SECRET})))
        for who in live.state.participants:
            live.do(acts.BeginTurn(who))
        live.do(acts.BeginPause(PauseKind.SILENCE))
        assert NEEDLE not in everything(tmp_path)
        assert len(store.load(session).facts) == before
        live.do(acts.TakePenUp())
        assert len(store.load(session).facts) == before
        live.keep_draft("on the record again")
    assert NEEDLE not in everything(tmp_path)
    assert b"on the record again" in everything(tmp_path)
