"""A part of an organisation's store on this machine, and of no other organisation's."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coprod import bootstrap
from coprod.service.ports import StoreFailed
from coprod.store.replica import open_replica
from coprod.store.server import open_server
from tests.contracts.batches import a_note, new_id
from tests.store.programs import SystemClock, taker, until

if TYPE_CHECKING:
    from pathlib import Path

    from tests.postgres import Server


def renamed(postgres: Server, database: str, other: str) -> None:
    """Another store at the same address."""
    with postgres.connect("postgres") as connection:
        for old, new in ((database, f"{database}_old"), (other, database)):
            connection.execute(
                f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{old}'".encode()
            )
            connection.execute(f"ALTER DATABASE {old} RENAME TO {new}".encode())


def test_nothing_goes_to_another_server_at_the_same_address(
    postgres: Server, database: str, url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    other = postgres.new_database()
    open_server(postgres.url(other)).close()
    store = open_replica(url, tmp_path, SystemClock())
    courier = store.courier
    assert courier is not None
    until(lambda: courier.near)
    renamed(postgres, database, other)
    session = new_id()
    store.append(a_note(session, new_id(), 1))
    courier.kick(session)
    until(lambda: courier.trouble == "another")
    store.close()
    with pytest.raises(StoreFailed) as failed:
        open_replica(url, tmp_path, SystemClock())
    assert failed.value.code == "another"
    with open_server(url) as server:
        assert server.known() == []
    monkeypatch.setattr("coprod.paths.data_home", lambda: tmp_path)
    assert bootstrap.main(["--store", url, "host", session]) == 2
    assert "another server is there than before" in capsys.readouterr().err


def test_the_same_store_is_known_wherever_it_was_put_back_and_to_every_login(
    postgres: Server, database: str, url: str
) -> None:
    with open_server(url) as server, open_server(taker(postgres, database), write=False) as theirs:
        id = server.own_id()
        assert len(id) == 36
        assert theirs.own_id() == id
    copied = postgres.new_database(database)
    with open_server(postgres.url(copied)) as server:
        assert server.own_id() == id
