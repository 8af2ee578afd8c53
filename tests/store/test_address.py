"""The address of a server: verified by default whichever way it is named, and never repeated with a password."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pytest
import trustme
from hypothesis import given
from hypothesis import strategies as st

from coprod import bootstrap
from coprod.paths import place
from coprod.service.ports import StoreFailed
from coprod.store import address
from coprod.store.server import named, open_server
from tests.cli.program import SAMPLE
from tests.postgres import Server

if TYPE_CHECKING:
    from collections.abc import Iterator

ELSEWHERE = "db.example.org"


class Shown:
    """A server with a certificate of an authority of its own, for the name ELSEWHERE."""

    def __init__(self, folder: Path) -> None:
        ours, theirs = trustme.CA(), trustme.CA()
        leaf = ours.issue_cert(ELSEWHERE)
        chain = b"".join(one.bytes() for one in leaf.cert_chain_pems)
        self.server = Server(certificate=(chain, leaf.private_key_pem.bytes()))
        self.ours, self.theirs = folder / "ours.pem", folder / "theirs.pem"
        ours.cert_pem.write_to_path(str(self.ours))
        theirs.cert_pem.write_to_path(str(self.theirs))
        self.database = self.server.new_database()

    def url(self, host: str = ELSEWHERE, **query: object) -> str:
        """Its address, by a name that is not this machine's; where it really is, is told beside it."""
        asked = "&".join(f"{key}={value}" for key, value in query.items())
        return f"{self.server.url(self.database).replace('127.0.0.1', host)}?{asked}"


@pytest.fixture(scope="module")
def secure(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shown]:
    made = Shown(tmp_path_factory.mktemp("secure"))
    yield made
    made.server.stop()


def encrypted(url: str) -> bool:
    used = "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()"
    with open_server(url) as store:
        return bool(store._write(lambda driver: driver.execute(used).fetchone()) == (True,))  # noqa: SLF001


def refused(url: str) -> str:
    with pytest.raises(StoreFailed) as failed:
        open_server(url)
    return failed.value.code


def test_an_authority_of_ones_own_is_used_as_the_page_says(secure: Shown) -> None:
    assert encrypted(secure.url(hostaddr="127.0.0.1", sslrootcert=secure.ours))
    assert refused(secure.url(hostaddr="127.0.0.1", sslrootcert=secure.theirs)) == "certificate"


def test_a_certificate_of_another_name_is_refused(secure: Shown) -> None:
    other = secure.url("other.example.org", hostaddr="127.0.0.1", sslrootcert=secure.ours)
    assert refused(other) == "certificate"


def test_the_authorities_of_the_system_are_known(secure: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    for root in ("", "&sslrootcert=system"):
        url = secure.url(hostaddr="127.0.0.1") + root
        monkeypatch.delenv("SSL_CERT_FILE", raising=False)
        assert refused(url) == "certificate"
        monkeypatch.setenv("SSL_CERT_FILE", str(secure.ours))
        assert encrypted(url)


def test_where_python_knows_no_file_the_usual_ones_are_looked_for(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "not there"))
    usual = tmp_path / "usual.pem"
    monkeypatch.setattr(address, "_AUTHORITIES", (str(tmp_path / "nor this"), str(usual)))
    assert address.read("postgresql://u@db.example.org/c").query["sslrootcert"] == "system"
    usual.touch()
    assert address.read("postgresql://u@db.example.org/c").query["sslrootcert"] == str(usual)


def test_the_surroundings_name_an_authority_but_switch_nothing_off(
    secure: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PGSSLMODE", "disable")
    monkeypatch.setenv("PGSSLROOTCERT", str(secure.ours))
    assert encrypted(secure.url(hostaddr="127.0.0.1"))
    monkeypatch.setenv("PGSSLROOTCERT", str(secure.theirs))
    assert refused(secure.url(hostaddr="127.0.0.1")) == "certificate"


def test_a_service_and_the_surroundings_are_verified_too(
    secure: Shown, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    login = secure.server.url(secure.database).partition("@")[0]
    services = tmp_path / "services"
    port = secure.server.port
    services.write_text(
        f"[org]\nhost={ELSEWHERE}\nhostaddr=127.0.0.1\nport={port}\nsslmode=disable\n", "ascii"
    )
    monkeypatch.setenv("PGSERVICEFILE", str(services))
    by_service = f"{login}@/{secure.database}?service=org"
    assert refused(by_service) == "certificate"
    assert encrypted(f"{by_service}&sslrootcert={secure.ours}")
    monkeypatch.setenv("PGHOST", ELSEWHERE)
    monkeypatch.setenv("PGHOSTADDR", "127.0.0.1")
    by_host = f"{login}@:{port}/{secure.database}"
    assert refused(by_host) == "certificate"
    assert encrypted(f"{by_host}?sslrootcert={secure.ours}")


@pytest.mark.parametrize("mode", ["disable", "allow", "prefer", "require", "verify-ca", "nonsense"])
@pytest.mark.parametrize(
    "where",
    [
        "db.example.org/c?",
        "192.168.1.5/c?",
        "/c?host=db.example.org&",
        "127.0.0.1/c?host=db.example.org&",
        "/c?host=127.0.0.1:1&host=db.example.org:2&",
        "127.0.0.1,db.example.org/c?",
        "/c?hostaddr=10.0.0.1&",
        "localhost/c?hostaddr=10.0.0.1&",
        "/c?service=org&",
    ],
)
def test_elsewhere_nothing_weaker_is_taken(where: str, mode: str) -> None:
    assert address.read(f"postgresql://u@{where}").query["sslmode"] == "verify-full"
    assert address.read(f"postgresql://u@{where}sslmode=verify-full").query["sslmode"] == "verify-full"
    with pytest.raises(StoreFailed) as failed:
        address.read(f"postgresql://u:secret@{where}sslmode={mode}")
    assert failed.value.code == "unverified"
    assert "secret" not in failed.value.place


def test_elsewhere_may_stand_in_the_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (("PGHOST", "db.example.org"), ("PGHOSTADDR", "10.0.0.1"), ("PGSERVICE", "org")):
        with monkeypatch.context() as around:
            around.setenv(name, value)
            assert address.read("postgresql://u@/c").query["sslmode"] == "verify-full"


def test_on_this_machine_it_is_as_the_address_says() -> None:
    for here in ("127.0.0.1", "127.0.0.9", "localhost", "[::1]", ""):
        assert "sslmode" not in address.read(f"postgresql://u@{here}/c").query
        assert address.read(f"postgresql://u@{here}/c?sslmode=prefer").query["sslmode"] == "prefer"
    assert "sslmode" not in address.read("postgresql://u@/c?host=/run/postgresql").query


def test_an_address_is_known_from_a_path() -> None:
    for given_ in (
        "postgresql+psycopg://u@h/d", "postgresql://u@h/d", "postgres://u@h/d", "POSTGRES://u@h/d",
        "mysql://u@h/d", "postgres:u@h/d",
    ):  # fmt: skip
        assert place(given_) == given_
    for given_ in ("stores/coprod.db", "C:/stores/coprod.db", "C:\\stores\\coprod.db", "C://coprod.db"):
        assert place(given_) == Path(given_)


def test_each_usual_way_to_write_an_address_is_the_same_one() -> None:
    kinds = ("postgres", "postgresql", "postgresql+psycopg")
    assert {named(f"{kind}://u:secret@h/d?sslkey=x") for kind in kinds} == {"postgresql+psycopg://u:***@h/d"}


def test_a_copy_to_an_address_never_makes_a_file_that_is_called_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert bootstrap.main(["--store", "coprod.db", "import", str(SAMPLE)]) == 0
    before = sorted(tmp_path.rglob("*"))
    for kind in ("postgres", "postgresql", "mysql", "https"):
        assert bootstrap.main(["copy", "coprod.db", f"{kind}://u:secret@127.0.0.1:1/coprod"]) != 0
        said = capsys.readouterr()
        assert "secret" not in said.out + said.err
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize(
    "given_",
    [
        *("postgresql://u:pass@secret@h:abc/d", "postgresql://u:pass@secret@h:5432/d", "postgresql://[", "x"),
        *("postgresql://u:secret@h", "postgresql://u:secret@h/", "mysql://u:secret@h/d", "postgresql:secret"),
        *(
            "postgresql://u:pass/secret?secret@h:abc/d",
            "postgresql://u:5?secret",
            "postgresql://u:1/p@secret@h/d",
        ),
    ],
)
def test_of_an_address_that_can_not_be_read_nothing_is_repeated(given_: str) -> None:
    with pytest.raises(StoreFailed) as failed:
        open_server(given_)
    assert (failed.value.code, failed.value.place) == ("address", "server")
    assert failed.value.__cause__ is None


@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=20).map(lambda text: f"<{text}>"))
def test_no_password_is_ever_shown(password: str) -> None:
    try:
        told = named(f"postgresql://u:{password}@h/d")
    except StoreFailed as failed:
        told = failed.place
    assert password not in told


@pytest.mark.parametrize(
    ("said", "code"),
    [
        (
            'FATAL:  no pg_hba.conf entry for host "::1", user "role", database "certificate", no encryption',
            "not-let-in",
        ),
        ('FATAL:  permission denied for database "d"', "not-let-in"),
        ('FATAL:  データベース"d"に対する権限がありません', "not-let-in"),
        ("server does not support SSL, but SSL was required", "no-tls"),
        ('server certificate for "a" does not match host name "b"', "certificate"),
        ('FATAL:  ユーザー"u"のパスワード認証に失敗しました', "login"),
        ('치명적오류:  사용자 "u"의 password 인증을 실패했습니다', "login"),
        ('FATAL:  ロール"u"は存在しません', "login"),
        ('치명적오류:  "d" 데이터베이스 없음', "no-store"),
        ('FATAL:  データベース"d"は存在しません', "no-store"),
        ('FATAL:  database "role" does not exist', "no-store"),
        ('connection to server at "password.example.org", port 1 failed: Connection refused', "away"),
    ],
)
def test_what_a_server_says_before_it_lets_in_is_understood(
    said: str, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def connect(*_args: object, **_settings: object) -> object:
        raise psycopg.OperationalError(said)

    monkeypatch.setattr("psycopg.connect", connect)
    monkeypatch.setattr("psycopg.Connection.connect", connect)
    assert refused("postgresql://u:p@127.0.0.1/d") == code


def test_a_server_without_tls_and_one_that_lets_nobody_in_are_told_apart(secure: Shown) -> None:
    plain = Server()
    try:
        url = plain.url(plain.new_database())
        assert refused(f"{url}?sslmode=require") == "no-tls"
        plain.configure("hostssl all all all scram-sha-256")
        assert refused(url) == "not-let-in"
    finally:
        plain.stop()


def test_each_of_these_has_a_sentence_in_the_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    said: dict[str, str] = {}
    for code in ("address", "unverified", "no-tls", "not-let-in", "certificate", "login", "away"):

        def fails(*_args: object, failure: str = code, **_kwargs: object) -> object:
            raise StoreFailed(failure, "postgresql+psycopg://u@h/d")

        monkeypatch.setattr("coprod.store.server.open_server", fails)
        assert bootstrap.main(["--store", "postgresql://u@h/d", "list"]) == 2
        said[code] = capsys.readouterr().err
    assert len(set(said.values())) == len(said)
    assert not any("not known" in one for one in said.values())
