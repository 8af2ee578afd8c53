"""The page about an organisation's server is followed, block by block, on a real one that has to prove who it is."""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pytest

from coprod import bootstrap
from tests.cli.program import SAMPLE
from tests.postgres import PASSWORD, Server
from tests.sessions import REPO

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE = (REPO / "docs" / "postgresql.md").read_text("utf-8")
BLOCK = re.compile(r"^```(sql|sh|text|conf)\n(.*?)^```$", re.M | re.S)
ORDER = ["sql", "sh", "conf", "text", "sh", "sql", "sql", "text", "sh", "sh", "sql"]
OWNER, OWNERS, UMIS = "coprod_owner", "choose-a-long-one", "another-long-one"


@dataclass
class Reader:
    """Somebody who does what the page says, in a folder; the name of its server leads to this machine."""

    server: Server
    folder: Path
    database: str = "postgres"

    def follow(self, kind: str, text: str) -> None:
        text = text.replace("db.example.org:5432", f"db.example.org:{self.server.port}")
        {"text": self._note, "sql": self._ask, "sh": self._run, "conf": self._configure}[kind](text)

    def _note(self, text: str) -> None:
        passwords = self.folder / "pgpass"
        passwords.write_text(text, "ascii")
        passwords.chmod(0o600)

    def _ask(self, text: str) -> None:
        with self.server.connect(self.database) as connection:
            for statement in filter(str.strip, text.split(";\n")):
                connection.execute(statement.encode())
        self.database = "coprod"

    def _run(self, text: str) -> None:
        for line in text.splitlines():
            program, *arguments = line.split()
            if program == "coprod":
                assert bootstrap.main(arguments) == 0, line
            else:
                assert program == "openssl"
                subprocess.run([program, *arguments], cwd=self.folder, check=True, capture_output=True)

    def _configure(self, text: str) -> None:
        *settings, rule = text.splitlines()
        files = {name: (self.folder / name).read_bytes() for name in ("server.crt", "server.key")}
        self.server.configure(rule, "\n".join(settings) + "\n", files)


@pytest.fixture
def reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Reader]:
    server = Server()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PGPASSFILE", str(tmp_path / "pgpass"))
    monkeypatch.setenv("PGSSLROOTCERT", str(tmp_path / "ca.pem"))
    monkeypatch.setenv("PGHOSTADDR", "127.0.0.1")
    yield Reader(server, tmp_path)
    server.stop()


def follow(reader: Reader, first: int, last: int) -> None:
    """Do what stands in these blocks of the page; the first is 0."""
    for kind, text in BLOCK.findall(PAGE)[first:last]:
        reader.follow(kind, text)


def address(reader: Reader, login: str) -> str:
    return f"postgresql://{login}@db.example.org:{reader.server.port}/coprod"


def export(store: str, session: str, capsys: pytest.CaptureFixture[str]) -> str:
    assert bootstrap.main(["--store", store, "export", session]) == 0
    return capsys.readouterr().out


def test_each_step_works_as_it_is_written(reader: Reader, capsys: pytest.CaptureFixture[str]) -> None:
    assert [kind for kind, _ in BLOCK.findall(PAGE)] == ORDER
    assert bootstrap.main(["--store", "coprod.db", "import", str(SAMPLE)]) == 0
    session = capsys.readouterr().out.split("\t")[0]
    follow(reader, 0, 10)
    told = capsys.readouterr().out
    assert session in told
    assert "all of it is there" in told
    assert export("back.db", session, capsys) == export("coprod.db", session, capsys)
    assert bootstrap.main(["--store", address(reader, "umi"), "list"]) == 0
    follow(reader, 10, 11)
    assert bootstrap.main(["--store", address(reader, "umi"), "list"]) == 2
    assert "no such login" in capsys.readouterr().err


def test_what_the_page_shuts_is_shut(
    reader: Reader, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert bootstrap.main(["--store", "coprod.db", "import", str(SAMPLE)]) == 0
    follow(reader, 0, 5)
    server = reader.server
    with server.connect("coprod", OWNER, OWNERS) as owner:
        for statement in (
            "GRANT pg_execute_server_program TO coprod_owner",
            "GRANT coprod_facilitator TO coprod_owner",
            "CREATE ROLE another LOGIN",
        ):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                owner.execute(statement.encode())
    follow(reader, 5, 9)
    with pytest.raises(psycopg.OperationalError, match="not permitted to log in"):
        server.connect("coprod", OWNER, OWNERS)
    with server.connect("coprod") as administrator:
        administrator.execute(f"CREATE ROLE stranger LOGIN PASSWORD '{PASSWORD}'".encode())
    with pytest.raises(psycopg.OperationalError, match="permission denied"):
        server.connect("coprod", "stranger")
    with pytest.raises(psycopg.OperationalError, match="no encryption"):
        psycopg.connect(address(reader, "umi"), password=UMIS, sslmode="disable")
    capsys.readouterr()
    monkeypatch.delenv("PGSSLROOTCERT")
    assert bootstrap.main(["--store", address(reader, "umi"), "list"]) == 2
    assert "certificate" in capsys.readouterr().err
    named = f"{address(reader, 'umi')}?sslrootcert={reader.folder / 'ca.pem'}"
    assert bootstrap.main(["--store", named, "list"]) == 0


def test_a_reader_sees_the_list_and_nothing_else_in_coprod(
    reader: Reader, capsys: pytest.CaptureFixture[str]
) -> None:
    assert bootstrap.main(["--store", "coprod.db", "import", str(SAMPLE)]) == 0
    session = capsys.readouterr().out.split("\t")[0]
    follow(reader, 0, 8)
    with reader.server.connect("coprod") as administrator:
        administrator.execute("REVOKE coprod_facilitator FROM umi")
        administrator.execute("GRANT coprod_reader TO umi")
    capsys.readouterr()
    store = address(reader, "umi")
    assert bootstrap.main(["--store", store, "list"]) == 0
    assert session in capsys.readouterr().out
    for command in (["export", session], ["minutes", session, "-o", "minutes.pdf"], ["verify"]):
        assert bootstrap.main(["--store", store, *command]) == 2
        assert "may not be read" in capsys.readouterr().err


def test_the_page_is_one_page_and_names_every_role() -> None:
    assert len(PAGE.splitlines()) < 140
    for role in ("coprod_facilitator", "coprod_note_taker", "coprod_reader"):
        assert f"`{role}`" in PAGE
