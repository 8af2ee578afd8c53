"""A session of an organisation that is shared in the room: kept on this machine first, and on the server then."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coprod import bootstrap, paths
from coprod.bootstrap import SystemClock
from coprod.cli import room
from coprod.domain import acts
from coprod.domain.terms import NoteKind
from coprod.service.live import Change, LiveSession
from coprod.store import open_store
from coprod.store.server import open_server
from tests.contracts.batches import new_id
from tests.store.programs import SESSION, Program, planned, sync, until

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from coprod.service.sharing.room import Record


class Room:
    """Instead of the room's own network."""

    address = "here"

    def __init__(self) -> None:
        self.record: Record | None = None
        self.changes = 0

    def host(self, record: Record, *_: object, **__: object) -> Room:
        self.record = record
        return self

    def changed(self) -> None:
        self.changes += 1

    def close(self) -> None:
        pass


def test_what_phones_write_is_kept_here_and_what_others_write_comes_in(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other, shared, phone = Program(open_store(tmp_path / "other.db"), url), Room(), new_id()
    planned(other.store)

    def note(live: LiveSession) -> Change | Any:
        return live.do(acts.KeepNote(acts.NoteDraft(NoteKind.IDEA, {"ja": "電話から"}, original="ja")), phone)

    def meanwhile() -> None:
        assert shared.record is not None
        assert isinstance(shared.record.lend(note).result(), Change)
        (kept,) = paths.data_home().glob("server-*.db")
        with open_store(kept, write=False) as here:
            assert phone in here.heads(SESSION)
        with open_server(url) as server:
            until(lambda: phone in server.heads(SESSION))
            other.note("あちらから")
            sync(other, server)
        record = shared.record
        until(lambda: len(record.seen()[0].notes()) == 2)
        shared.record.lend(note).result()

    with open_server(url) as server:
        sync(other, server)
    monkeypatch.setattr(bootstrap, "_host", shared.host)
    monkeypatch.setattr(room, "_until_stopped", meanwhile)
    assert bootstrap.main(["--store", url, "host", SESSION]) == 0
    with open_server(url) as server:
        assert server.heads(SESSION)[phone] == 2, "also the last one, at the end"
        sync(other, server)
    assert len(LiveSession(SESSION, other.store, SystemClock()).state.notes()) == 3
    assert shared.changes >= 3
    other.close()
