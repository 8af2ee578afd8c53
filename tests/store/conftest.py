"""One real PostgreSQL for the tests of a process, and an empty store on it for each test."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coprod.store.server import open_server
from tests.postgres import Server

if TYPE_CHECKING:
    from collections.abc import Iterator


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
