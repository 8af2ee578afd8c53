"""Connections are durable, forget what is deleted, and hold to references."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import sqlcipher3.dbapi2 as driver

from coprod.store import open_store
from coprod.store.engine import connect

if TYPE_CHECKING:
    from pathlib import Path

FULL = 2


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", FULL),
        ("fullfsync", 1),
        ("checkpoint_fullfsync", 1),
        ("secure_delete", 1),
        ("foreign_keys", 1),
        ("query_only", 0),
    ],
)
def test_a_connection_that_writes(tmp_path: Path, pragma: str, value: object) -> None:
    open_store(tmp_path / "s").close()
    connection = connect(tmp_path / "s", key=None, mode="rw")
    assert connection.execute(f"PRAGMA {pragma}").fetchone() == (value,)
    connection.close()


def test_a_connection_that_reads_cannot_write(tmp_path: Path) -> None:
    open_store(tmp_path / "s").close()
    connection = connect(tmp_path / "s", key=None, mode="ro")
    with pytest.raises(driver.OperationalError, match="readonly"):
        connection.execute("DELETE FROM fact")
    connection.close()


def test_a_key_of_another_length_is_a_mistake_of_the_program(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        open_store(tmp_path / "s", key=b"short")
    assert not (tmp_path / "s").exists()


def test_a_path_may_hold_what_means_something_in_an_address(tmp_path: Path) -> None:
    path = tmp_path / "50% of the 会議?mode=ro#1"
    open_store(path).close()
    assert path.stat().st_size > 0
