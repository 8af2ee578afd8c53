"""A store of tables, wherever they are: what each port asks for, as what is read and what is written."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from coprod.store import archive, drafts, erase, library, log, sheets
from coprod.store.statements import run

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from sqlalchemy import Connection

    from coprod.service.library import Shelved
    from coprod.service.ports import Batch, Held, Stored
    from coprod.service.rows import NoteRow, SessionRow
    from coprod.service.sheets import Sheet
    from coprod.store.engine import Driver

T = TypeVar("T")
P = ParamSpec("P")


class TableStore(ABC):
    """Fulfils the ports Log, Archive, Shelf and Sheets. `shared`: whether others work on it, too."""

    shared = False

    @abstractmethod
    def _read(self, query: Callable[Concatenate[Connection, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """What a query finds, all of it at one moment."""

    @abstractmethod
    def _write(self, write: Callable[[Driver], T], then: Callable[[Driver], bool] | None = None) -> T:
        """Write in one transaction; `then` is done after it, and again after later ones until it succeeds."""

    def load(self, session: str) -> Stored:
        """All that is stored of a session; empty where there is none."""
        return self._read(log.load, session)

    def heads(self, session: str) -> Mapping[str, int]:
        """Of each stream of a session how far it goes without a gap."""
        return self._read(log.heads, session)

    def heads_of(self, sessions: Sequence[str]) -> Mapping[str, Mapping[str, int]]:
        """The same of many sessions at once; of one without facts there is nothing."""
        return self._read(log.heads_of, sessions)

    def since(self, session: str, known: Mapping[str, int]) -> Stored:
        """The facts after those heads, and the words that they point to."""
        return self._read(log.since, session, known)

    def append(self, batch: Batch) -> None:
        """Commit a batch: returns when it is durable."""
        writes = log.writes(batch) + archive.writes(batch) + erase.writes(batch)
        self._write(lambda driver: run(driver, writes), then=erase.make_sure if batch.erased else None)

    def stream(self, session: str) -> str:
        """The stream in which this device writes in this session; made at the first call."""
        return self._read(log.stream_of, session) or self._write(
            lambda driver: log.make_stream(driver, session)
        )

    def begin_stream(self, session: str, after: int) -> str:
        """Write in a new stream, to which goes what stands after that place in the old one."""
        return self._write(lambda driver: log.begin_stream(driver, session, after))

    def draft(self, session: str) -> str:
        """What was begun in a session and is no note yet."""
        return self._read(drafts.of_session, session)

    def keep_draft(self, session: str, text: str, *, erase_all: bool = False) -> None:
        """Keep it; "" lets it go, and with `erase_all` leaves no byte of it."""
        writes = drafts.keep(session, text)
        self._write(lambda driver: run(driver, writes), then=erase.make_sure if erase_all else None)

    def sessions(self) -> list[SessionRow]:
        """All sessions, the latest first."""
        return self._read(archive.sessions)

    def notes(self, session: str) -> list[NoteRow]:
        """The rows of one session's notes, by id."""
        return self._read(archive.notes, session)

    def titles(self, rows: Sequence[SessionRow]) -> Mapping[str, str]:
        """The words of the titles of these rows, and of their programmes: words id to body."""
        return self._read(archive.titles, rows)

    def matching(self, prefix: str) -> list[str]:
        """Ids of the sessions whose id begins with `prefix`."""
        return self._read(archive.matching, prefix)

    def known(self) -> list[str]:
        """Ids of all sessions of which there is a fact or a row, in order."""
        return self._read(archive.known)

    def held(self, session: str) -> Held:
        """What the log and the read tables hold of a session."""
        return self._read(archive.held, session)

    def shelved(self) -> list[Shelved]:
        """The organisation's own texts of the library, by id."""
        return self._read(library.shelved)

    def shelve(self, entry: Shelved) -> None:
        """Keep a text of the library, in the place of that with the same id."""
        writes = library.shelve(entry)
        self._write(lambda driver: run(driver, writes))

    def unshelve(self, entry: str) -> None:
        """Let a text of the library go."""
        writes = library.unshelve(entry)
        self._write(lambda driver: run(driver, writes))

    def signing(self, session: str, make: Callable[[], bytes]) -> bytes:
        """The secret that a session signs with; `make` makes it at the first call."""
        return self._read(sheets.secret_of, session) or self._write(
            lambda driver: sheets.keep_secret(driver, session, make())
        )

    def secret(self, session: str) -> bytes | None:
        """The secret that a session signs with, where it has one."""
        return self._read(sheets.secret_of, session)

    def keep_sheet(self, sheet: Sheet) -> None:
        """Keep what is known of a sheet that is issued."""
        writes = sheets.keep(sheet)
        self._write(lambda driver: run(driver, writes))

    def sheet(self, id: str) -> Sheet | None:
        """A sheet that was issued here."""
        return self._read(sheets.one, id)

    def sheets(self, session: str) -> list[Sheet]:
        """The sheets that a session issued, the first first."""
        return self._read(sheets.of_session, session)
