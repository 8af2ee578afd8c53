"""The store on an organisation's PostgreSQL: the same tables, written by many devices at once."""

from __future__ import annotations

import re
from contextlib import contextmanager
from threading import Lock
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

import psycopg
from sqlalchemy import create_engine, event, text
from sqlalchemy.exc import DBAPIError

from coprod.domain.facts import Word
from coprod.domain.wording import words_in
from coprod.service.codec import UnknownKind, Unreadable
from coprod.service.ports import Stored, StoreFailed
from coprod.store import address as addresses
from coprod.store import archive, erase, log, migrate, sweeping
from coprod.store.patient import Patient, settings
from coprod.store.statements import run
from coprod.store.tables import TableStore

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from contextlib import AbstractContextManager
    from types import TracebackType

    from sqlalchemy import URL, Connection, Engine

    from coprod.service.holders import InBackup
    from coprod.service.ports import Batch
    from coprod.store.engine import Driver

T = TypeVar("T")
P = ParamSpec("P")

CHANNEL = "coprod"
"""On which it is told that a session has new facts: its id, and nothing else."""

_CODES = {
    "28": "login",  # a login, or its password
    "42501": "readonly",
    "53100": "full",
    "25006": "readonly",
}
_AGAIN = ("08", "40", "57", "25P03", "55P03")
"""It is gone, or others were in the way: it is tried again."""

_SAID = {
    "pg_hba": "not-let-in",
    "permission denied": "not-let-in",
    "権限": "not-let-in",
    "does not support SSL": "no-tls",
    "certificate": "certificate",
    "password": "login",
    "パスワード": "login",
    "authentication": "login",
    "role": "login",
    "ロール": "login",
    "does not exist": "no-store",
    "データベース": "no-store",
    "데이터베이스": "no-store",
}
"""What is said before there is a connection has no code of its own, and is in the language of the server; what a login
can do something about, the first that fits."""

_NAMES = re.compile('"[^"]*"')

_AFTER = (
    "SELECT f.id, f.session, f.act, f.stream, f.seq, f.time, f.kind, f.body FROM fact f"
    " LEFT JOIN unnest(?::text[], ?::int[]) AS known(stream, seq) ON known.stream = f.stream"
    " WHERE f.session = ? AND f.seq > coalesce(known.seq, 0)"
)
_WORDS_OF = (
    "SELECT w.id, w.lang, w.body, array(SELECT s.participant FROM words_subject s WHERE s.words = w.id)"
    " FROM words w WHERE w.id = ANY(?)"
)
_KNOWN = "SELECT 1 FROM fact WHERE session = %s LIMIT 1"
"""Anybody who may connect may send notices: only what is there is told further."""


class ServerDriver:
    """A connection that takes statements as they are made for SQLite: they differ in their places alone."""

    def __init__(self, connection: psycopg.Connection[Any]) -> None:
        self._connection = connection

    def execute(self, statement: str, parameters: Sequence[object] = ()) -> psycopg.Cursor[Any]:
        """Run one statement."""
        return self._connection.execute(_placed(statement), parameters)

    def executemany(self, statement: str, rows: Sequence[Sequence[object]]) -> None:
        """Run one statement for many rows."""
        with self._connection.cursor() as cursor:
            cursor.executemany(_placed(statement), rows)

    def transaction(self) -> AbstractContextManager[object]:
        """What is run inside of it is one, where each statement would stand for itself."""
        return self._connection.transaction()


def _placed(statement: str) -> bytes:
    return statement.replace("?", "%s").encode()


class ServerStore(TableStore):
    """Fulfils the ports Log, Archive, Shelf and Keeping; made by `open_server`, and a context manager.

    `path` names it without its password.
    """

    shared = True

    def __init__(self, url: URL, engine: Engine) -> None:
        self.path = addresses.shown(url)
        self._url, self._engine = url, engine
        self._kept: Connection | None = None
        self._one_at_a_time = Lock()

    def __enter__(self) -> ServerStore:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the server."""
        if self._kept is not None:
            self._kept.close()
        self._engine.dispose()

    def append(self, batch: Batch) -> None:
        """Commit a batch, and tell whoever listens that the session has changed."""
        self.deliver(batch, rows=True)

    def since(self, session: str, known: Mapping[str, int]) -> Stored:
        """The facts after those heads, and the words that they point to: two questions, for somebody waits for them."""
        with self._failing(), self._line() as driver:
            asked = (list(known), list(known.values()), session)
            facts = [log.read_fact(row) for row in driver.execute(_AFTER, asked).fetchall()]
            wanted = list({id for one in facts for id in words_in(one.body)})
            words = driver.execute(_WORDS_OF, (wanted,)).fetchall() if wanted else []
        prose = {id: Word(id, lang, body, tuple(sorted(who))) for id, lang, body, who in words}
        return Stored(facts, prose, {})

    def deliver(self, batch: Batch, *, rows: bool, seen: Mapping[str, int] | None = None) -> bool:
        """The same, if the heads of the session are still those that were `seen`; else nothing is done.

        Without `rows` what it changes in the read tables is left for somebody who may write them.
        """
        writes = log.writes(batch) + (archive.writes(batch) if rows else []) + erase.writes(batch)

        def write(driver: Driver) -> bool:
            if seen is not None:
                driver.execute("SELECT coprod_turn(?)", (batch.session,))
                if log.heads_now(driver, batch.session) != dict(seen):
                    return False
            run(driver, writes)
            if batch.facts:
                driver.execute("SELECT pg_notify(?, ?)", (CHANNEL, batch.session))
            return True

        return self._write(write, then=erase.make_sure if batch.erased else None)

    def backups(self) -> list[InBackup]:
        """None that this program made: whoever runs the server knows of its copies."""
        return []

    def own_id(self) -> str:
        """Which store it is, wherever its address points; "" where that is not known."""
        return self._read(migrate.server_id)

    def may_write_rows(self) -> bool:
        """Whether this login may write the read tables; a note-taker's may not."""
        granted = text("SELECT has_table_privilege('session', 'UPDATE')")
        return bool(self._read(lambda connection: connection.execute(granted).scalar()))

    def claim(self, stream: str) -> None:
        """Make a stream one's own: a note-taker writes in no other."""
        statement = "INSERT INTO stream_owner (stream) VALUES (?) ON CONFLICT DO NOTHING"
        self._write(lambda driver: driver.execute(statement, (stream,)))

    def listening(self, seconds: float) -> Iterator[str | None]:
        """The ids of sessions that have new facts, as they come; None after `seconds` without. Raises StoreFailed."""
        with self._failing(), self._apart() as held:
            held.exec_driver_sql(f"LISTEN {CHANNEL}")
            connection, known = _raw(held), set[str]()  # asked for once: somebody waits for what is new
            while True:
                heard = [notice.payload for notice in connection.notifies(timeout=seconds, stop_after=1)]
                there = [
                    one for one in heard if one in known or connection.execute(_KNOWN, (one,)).fetchone()
                ]
                known.update(there)
                yield from there or (None,)

    def _read(self, query: Callable[Concatenate[Connection, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        with self._failing(), self._engine.connect() as held:
            return query(held.execution_options(isolation_level="REPEATABLE READ"), *args, **kwargs)

    def sweep(self) -> bool:
        """Clear from the server's files what was erased; False where it has to wait, and is done another time."""
        try:
            with self._failing():
                return self._sweep()
        except StoreFailed:
            return False  # the erasure itself is done, and its mark is still there

    def _write(self, write: Callable[[Driver], T], then: Callable[[Driver], bool] | None = None) -> T:
        with self._failing(), self._engine.begin() as connection:
            driver = ServerDriver(_raw(connection))
            result = write(driver)
            erased = (
                then is not None and result is not False
            )  # False: others were first, and nothing was written
            if erased:
                driver.execute(sweeping.MARK)
        if erased:
            self.sweep()
        return result

    def _sweep(self) -> bool:
        with self._apart() as held, _raw(held).waiting(sweeping.SILENCE):
            return sweeping.sweep(ServerDriver(_raw(held)))

    @contextmanager
    def _line(self) -> Iterator[ServerDriver]:
        """A connection that is kept for what somebody waits for: to take one from the pool costs as much as to ask."""
        with self._one_at_a_time:
            held, self._kept = self._kept or self._apart(), None
            try:
                yield ServerDriver(_raw(held))
            except BaseException:
                held.invalidate()
                held.close()
                raise
            self._kept = held

    def _apart(self) -> Connection:
        """A connection for what stands outside of transactions; in the pool it is again as the others are."""
        return self._engine.connect().execution_options(isolation_level="AUTOCOMMIT")

    @contextmanager
    def _failing(self) -> Iterator[None]:
        """Each failure of the server as a StoreFailed, without a word of what it said."""
        try:
            yield
        except (DBAPIError, psycopg.Error, Unreadable, UnknownKind) as error:
            raise StoreFailed(_code(error), self.path) from None


def open_server(address: str, *, write: bool = True) -> ServerStore:
    """Open the store at `postgresql://…`; its tables are made or brought up to date where the login owns them.

    What was erased there and not yet cleared is cleared, if it is opened to write. The certificate of a server
    elsewhere is verified. Raises StoreFailed.
    """
    url = addresses.read(address)
    engine = create_engine(
        url, pool_pre_ping=True, hide_parameters=True, connect_args=settings(url.query.get("options"))
    )
    event.listen(engine, "do_connect", _connect)
    store = ServerStore(url, engine)
    try:
        with store._failing():  # noqa: SLF001 - its own maker
            migrate.server_to_head(engine, store.path, write=write)
    except BaseException:
        engine.dispose()
        raise
    if write:
        store.sweep()
    return store


def named(address: str) -> str:
    """An address as it is told and written down: without its password. Raises StoreFailed."""
    return addresses.shown(addresses.read(address))


def _connect(_dialect: object, _record: object, _given: object, how: dict[str, Any]) -> Patient:
    return Patient.connect(**how)


def _raw(connection: Connection) -> Patient:
    found: Patient = connection.connection.driver_connection  # type: ignore[assignment]
    return found


def _code(error: BaseException) -> str:
    original = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(original, UnknownKind):
        return "newer"
    if isinstance(original, Unreadable):
        return "damaged"
    state = getattr(original, "sqlstate", None) or ""
    if not state and isinstance(original, psycopg.OperationalError):
        told = _NAMES.sub("", str(original))  # a login may be called as it likes
        return next((code for said, code in _SAID.items() if said in told), "away")
    if state.startswith(_AGAIN):
        return "away"
    return _CODES.get(state) or _CODES.get(state[:2], "failed")
