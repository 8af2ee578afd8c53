"""A real PostgreSQL of the distribution, on loopback, as somebody without rights: initdb refuses root."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING
from uuid import uuid4

import psycopg

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_NOBODY = 65534
OWNER, PASSWORD = "coprod", "a-password-for-tests"


def binaries() -> Path:
    """Where the server's own programs lie."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda one: int(one.parts[-3]))
    on_path = shutil.which("initdb")
    if not found and on_path is None:
        raise FileNotFoundError("PostgreSQL is not here; tools/apt.txt installs it")
    return found[-1].parent if found else Path(str(on_path)).parent


def children(of: int) -> list[int]:
    """The processes that a process began."""
    found = []
    for one in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):  # it has just ended
            fields = one.read_text("utf-8").rpartition(")")[2].split()
            if int(fields[1]) == of:
                found.append(int(one.parent.name))
    return found


class Server:
    """One server with a folder of its own; `durable`: it writes as a real one does, and survives a SIGKILL.

    `certificate`: its chain and its key, in PEM.
    """

    def __init__(self, *, durable: bool = False, certificate: tuple[bytes, bytes] | None = None) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="postgres-"))
        self._drop: tuple[str, ...] = ()
        if os.geteuid() == 0:
            os.chown(self._folder, _NOBODY, _NOBODY)
            self._drop = (
                "setpriv", f"--reuid={_NOBODY}", f"--regid={_NOBODY}", "--clear-groups", "--inh-caps=-all",
            )  # fmt: skip
        self._data, self._durable = self._folder / "data", durable
        secret = self._folder / "password"
        secret.write_text(PASSWORD, "ascii")
        secret.chmod(0o644)
        self._run("initdb", "-D", self._data, "-U", OWNER, "-A", "scram-sha-256", f"--pwfile={secret}", "-E", "UTF8",
                  "--locale=C.UTF-8", "--no-sync")  # fmt: skip
        self._tls: tuple[str, ...] = ()
        if certificate is not None:
            chain, key = (self._own(f"server.{n}", data) for n, data in enumerate(certificate))
            self._tls = ("ssl=on", f"ssl_cert_file={chain}", f"ssl_key_file={key}")
        with socket.create_server(("127.0.0.1", 0)) as probe:
            self.port = probe.getsockname()[1]
        self._process: subprocess.Popen[bytes] | None = None
        self.start()

    def _own(self, name: str, data: bytes) -> Path:
        """A file that is the server's alone."""
        path = self._folder / name
        path.write_bytes(data)
        path.chmod(0o600)
        if os.geteuid() == 0:
            os.chown(path, _NOBODY, _NOBODY)
        return path

    def _run(self, name: str, *arguments: object) -> None:
        command = [*self._drop, str(binaries() / name), *map(str, arguments)]
        subprocess.run(command, check=True, capture_output=True, cwd=self._folder)

    def start(self) -> None:
        """Begin, and wait until it answers."""
        sync = "on" if self._durable else "off"
        settings = (
            f"port={self.port}", "listen_addresses=127.0.0.1", f"unix_socket_directories={self._folder}",
            f"fsync={sync}", "autovacuum=off", "max_connections=120", "shared_buffers=16MB", *self._tls,
        )  # fmt: skip
        options = [part for one in settings for part in ("-c", one)]
        with (self._folder / "log").open("ab") as log:
            self._process = subprocess.Popen(
                [*self._drop, str(binaries() / "postgres"), "-D", str(self._data), *options],
                cwd=self._folder, stdout=log, stderr=log, start_new_session=True,
            )  # fmt: skip
        end = time.monotonic() + 30
        while True:
            try:
                self.connect("postgres").close()
                return
            except psycopg.OperationalError:
                if time.monotonic() > end or self._process.poll() is not None:
                    raise
                time.sleep(0.05)

    def kill(self) -> None:
        """All of it at once, as by a power cut for its programs."""
        assert self._process is not None
        os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()

    @contextmanager
    def silent(self) -> Iterator[None]:
        """None of its processes does anything, while its connections stand."""
        assert self._process is not None
        pids = [self._process.pid, *children(self._process.pid)]
        for pid in pids:
            os.kill(pid, signal.SIGSTOP)
        try:
            yield
        finally:
            for pid in pids:
                os.kill(pid, signal.SIGCONT)

    def stop(self) -> None:
        """End it, and leave nothing."""
        if self._process is not None and self._process.poll() is None:
            self._process.send_signal(signal.SIGINT)
            try:
                self._process.wait(15)
            except subprocess.TimeoutExpired:
                self.kill()
        shutil.rmtree(self._folder, ignore_errors=True)

    def connect(
        self, database: str, user: str = OWNER, password: str = PASSWORD
    ) -> psycopg.Connection[tuple[object, ...]]:
        """A connection, each statement for itself."""
        return psycopg.connect(
            host="127.0.0.1", port=self.port, dbname=database, user=user, password=password,
            autocommit=True, connect_timeout=5,
        )  # fmt: skip

    def url(self, database: str, user: str = OWNER, password: str = PASSWORD) -> str:
        """The address of a database, as `--store` takes it."""
        return f"postgresql+psycopg://{user}:{password}@127.0.0.1:{self.port}/{database}"

    def configure(
        self, rules: str, settings: str = "", files: Mapping[str, bytes] = MappingProxyType({})
    ) -> None:
        """Who is let in from now on, as pg_hba.conf has it; settings, and files in its folder. Tests come in anyway."""
        for name, data in files.items():
            self._own(f"data/{name}", data)
        with (self._data / "postgresql.conf").open("a", encoding="utf-8") as file:
            file.write(settings)
        own = f"host postgres {OWNER} 127.0.0.1/32 scram-sha-256"
        (self._data / "pg_hba.conf").write_text(f"{own}\n{rules}\n", "utf-8")
        assert self._process is not None
        self._process.send_signal(signal.SIGHUP)
        time.sleep(0.3)

    def raw(self, database: str) -> bytes:
        """All that the files of a database hold, once what waits in memory is written."""
        with self.connect(database) as connection:
            connection.execute("CHECKPOINT")
            ((oid,),) = connection.execute("SELECT oid FROM pg_database WHERE datname = current_database()")
        files = sorted((self._data / "base" / str(oid)).iterdir())
        return b"\0".join(file.read_bytes() for file in files if file.is_file())

    def new_database(self, template: str = "") -> str:
        """An empty database, or a copy of one."""
        name = f"d{uuid4().hex}"
        with self.connect("postgres") as connection:
            copy = f" TEMPLATE {template}" if template else ""
            connection.execute(f"CREATE DATABASE {name}{copy}".encode())
        return name
