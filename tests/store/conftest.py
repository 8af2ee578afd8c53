"""One real PostgreSQL for the tests of a process, and an empty store on it for each test."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coprod.store import open_store
from coprod.store.server import open_server
from tests.postgres import Server
from tests.store.programs import Program, planned

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    server = Server()
    yield server
    server.stop()


@pytest.fixture(scope="session")
def template(postgres: Server) -> str:
    """A database with our tables, to be copied."""
    name = postgres.new_database()
    open_server(postgres.url(name)).close()
    return name


@pytest.fixture
def database(postgres: Server, template: str) -> Iterator[str]:
    """A database of the test's own, with our tables and nothing in them."""
    name = postgres.new_database(template)
    yield name
    with postgres.connect("postgres") as connection:
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())


@pytest.fixture
def url(postgres: Server, database: str) -> str:
    return postgres.url(database)


@pytest.fixture
def programs(tmp_path: Path, url: str) -> Iterator[tuple[Program, Program]]:
    one, other = (Program(open_store(tmp_path / f"{name}.db"), url) for name in ("one", "other"))
    planned(one.store)
    yield one, other
    for program in (one, other):
        program.close()
