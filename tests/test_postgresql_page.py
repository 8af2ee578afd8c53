"""The page about an organisation's server is followed, block by block, on a real one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from coprod import bootstrap
from tests.cli.program import SAMPLE
from tests.postgres import Server
from tests.sessions import REPO

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PAGE = (REPO / "docs" / "postgresql.md").read_text("utf-8")
BLOCK = re.compile(r"^```(sql|sh|text)\n(.*?)^```$", re.M | re.S)


@pytest.fixture
def server() -> Iterator[Server]:
    made = Server()
    yield made
    made.stop()


def here(text: str, server: Server) -> str:
    """The page speaks of another machine; here it is this one, and another port."""
    return text.replace("db.example.org:5432", f"127.0.0.1:{server.port}").replace(
        "db.example.org", "127.0.0.1"
    )


def test_each_step_works_as_it_is_written(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert bootstrap.main(["--store", "coprod.db", "import", str(SAMPLE)]) == 0
    session = capsys.readouterr().out.split("\t")[0]
    passwords = tmp_path / "pgpass"
    monkeypatch.setenv("PGPASSFILE", str(passwords))
    blocks = BLOCK.findall(PAGE)
    assert [kind for kind, _ in blocks] == ["sql", "text", "sh", "sql", "sh", "sh"]
    database, owner, secret = "postgres", "", ""
    for kind, text in blocks:
        if kind == "text":
            passwords.write_text(here(text, server), "ascii")
            passwords.chmod(0o600)
        elif kind == "sql":
            who = (owner, secret) if owner else ()
            with server.connect(database, *who) as connection:
                for statement in filter(str.strip, text.split(";\n")):
                    connection.execute(statement.encode())
            database, owner, secret = "coprod", "coprod_owner", "choose-a-long-one"
        else:
            for line in text.splitlines():
                program, *arguments = here(line, server).split()
                assert program == "coprod"
                assert bootstrap.main(arguments) == 0, line
    told = capsys.readouterr().out
    assert session in told
    assert "all of it is there" in told
    assert bootstrap.main(["--store", "back.db", "export", session]) == 0
    back = capsys.readouterr().out
    assert bootstrap.main(["--store", "coprod.db", "export", session]) == 0
    assert capsys.readouterr().out == back


def test_the_page_is_one_page_and_names_every_role() -> None:
    assert len(PAGE.splitlines()) < 100
    for role in ("coprod_facilitator", "coprod_note_taker", "coprod_reader"):
        assert f"`{role}`" in PAGE
