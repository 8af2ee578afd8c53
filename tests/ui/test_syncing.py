"""Two applications on one server: what is noted in one stands on the console of the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import pytest

from coprod import paths
from coprod.bootstrap import SystemClock
from coprod.domain import acts
from coprod.domain.terms import NoteKind
from coprod.service import syncing
from coprod.service.live import LiveSession
from coprod.service.ports import Batch, StoreFailed
from coprod.store import open_store
from coprod.store.replica import open_replica
from coprod.store.server import open_server
from tests.postgres import Server

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.ui.windows import Opening, Windows


@pytest.fixture(scope="module")
def postgres() -> Iterator[Server]:
    server = Server()
    yield server
    server.stop()


@pytest.fixture
def url(postgres: Server) -> str:
    return postgres.url(postgres.new_database())


def test_a_note_of_another_application_stands_on_this_console_and_back(
    windows: Windows, opening: Opening, url: str, tmp_path: Path
) -> None:
    opening.store = cast("Any", open_replica(url, tmp_path / "one", SystemClock()))
    windows.start()
    windows.open_sample()
    windows.do("main")
    meeting = windows.shell.meeting
    assert meeting is not None
    session = meeting.bridge.state.session
    other = open_replica(url, tmp_path / "other", SystemClock())
    assert other.courier is not None
    windows.wait(lambda: session in other.known())
    live = LiveSession(session, other, SystemClock())
    live.do(acts.KeepNote(acts.NoteDraft(NoteKind.IDEA, {"ja": "あちらから"}, original="ja")))
    other.courier.kick(session)
    windows.wait(lambda: len(meeting.bridge.state.notes()) == 1)
    meeting.bridge.do(acts.KeepNote(acts.NoteDraft(NoteKind.IDEA, {"ja": "こちらから"}, original="ja")))
    windows.wait(lambda: len(other.notes(session)) == 2)
    meeting.bridge.do(acts.Undo())
    windows.wait(lambda: len(other.notes(session)) == 1)
    other.close()
    with open_server(url, write=False) as server:
        windows.wait(lambda: [row.note for row in server.notes(session)] == [live.state.notes()[0].entry])


def test_what_is_brought_home_by_a_sheet_is_sent_at_once(
    windows: Windows, opening: Opening, url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(syncing, "_LOOK", 300.0)
    opening.store = cast("Any", open_replica(url, tmp_path / "one", SystemClock()))
    windows.start()
    windows.open_sample()
    windows.do("main")
    meeting = windows.shell.meeting
    assert meeting is not None
    session, kept = meeting.bridge.state.session, opening.store.load(meeting.bridge.state.session)
    here = {fact.id for fact in kept.facts}
    with open_server(url, write=False) as server, open_store(tmp_path / "sheet.db") as sheet:
        sheet.append(Batch(session, kept.facts, tuple(kept.words.values())))
        LiveSession(session, sheet, SystemClock()).do(
            acts.KeepNote(acts.NoteDraft(NoteKind.IDEA, {"ja": "持ち帰り"}, original="ja"))
        )
        brought = sheet.load(session)
        new = [fact for fact in brought.facts if fact.id not in here]
        windows.wait(lambda: session in server.known())
        meeting.bridge.lend(lambda live: live.take_in(new, tuple(brought.words.values())))
        windows.wait(lambda: len(server.notes(session)) == 1)


def test_a_server_that_is_away_from_the_beginning_is_said(
    windows: Windows, opening: Opening, tmp_path: Path
) -> None:
    away = "postgresql://u:p@127.0.0.1:1/d"
    store = open_replica(away, tmp_path / "one", SystemClock())
    opening.store = cast("Any", store)
    assert store.courier is not None
    windows.start()
    windows.wait(lambda: store.courier is not None and store.courier.trouble == "away")
    windows.open_sample()
    windows.do("main")
    meeting = windows.shell.meeting
    assert meeting is not None
    saved = meeting.console.board.strip._saved  # noqa: SLF001 - what stands at the top
    windows.wait(lambda: saved.text() == "Saved here; the server is away")


def test_that_the_server_is_away_is_said_calmly_and_work_goes_on(
    windows: Windows, opening: Opening, tmp_path: Path
) -> None:
    server = Server(durable=True)
    try:
        url = server.url(server.new_database())
        opening.store = cast("Any", open_replica(url, tmp_path / "one", SystemClock()))
        windows.start()
        windows.open_sample()
        windows.do("main")
        meeting = windows.shell.meeting
        assert meeting is not None
        store = meeting.syncing._courier  # noqa: SLF001 - it is near before it is away
        assert store is not None
        windows.wait(lambda: store.near)
        server.kill()
        meeting.bridge.do(acts.KeepNote(acts.NoteDraft(NoteKind.IDEA, {"ja": "離れて"}, original="ja")))
        saved = meeting.console.board.strip._saved  # noqa: SLF001 - what stands at the top
        windows.wait(lambda: saved.text() == "Saved here; the server is away")
        windows.wait(lambda: len(meeting.bridge.state.notes()) == 1)
        server.start()
        windows.wait(lambda: saved.text() == "All saved")
        assert "The server is there again; everything arrives." in windows.told(meeting.console)
        with open_server(url, write=False) as there:
            windows.wait(lambda: len(there.notes(meeting.bridge.state.session)) == 1)
    finally:
        windows.close()
        server.stop()


def test_without_a_server_a_store_opens_where_it_was_and_a_wrong_login_is_said(
    postgres: Server, tmp_path: Path
) -> None:
    with open_replica("postgresql://u:p@127.0.0.1:1/d", tmp_path, SystemClock()) as store:
        assert store.known() == []
    with pytest.raises(StoreFailed) as failed:
        open_replica(postgres.url("postgres", password="wrong"), tmp_path, SystemClock())
    assert failed.value.code == "login"
    assert paths.place("x").__class__ is not str
