"""What the use cases need from outside: each port is fulfilled by one folder, and by a fake in the tests."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from coprod.domain.erasure import Erasure
from coprod.domain.facts import Fact, Word
from coprod.service.rows import NoteRow, Rows, SessionRow

if TYPE_CHECKING:
    from pathlib import Path

    from coprod.domain.handout import HandoutDoc
    from coprod.domain.minutes_doc import MinutesDoc
    from coprod.domain.paper_sheet import PaperSheet
    from coprod.service.printing import Publication, Setting, Sight


class StoreFailed(Exception):
    """Something could not be kept: nothing was changed, the act may be tried again. `code` says why, without words.

    Codes: full, readonly, locked, newer, older, damaged, no-store, no-place, key, failed.
    Of a server: address, another, away, certificate, login, no-tls, not-let-in, unverified.
    """

    def __init__(self, code: str, place: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.place = place


@dataclass(frozen=True, slots=True)
class Batch:
    """What is committed together, or not at all.

    `rows`: what changes in the read tables. `links`: participant id to person id, for those known beyond one session.
    `erased`: what goes at the same time, and leaves no byte behind.
    """

    session: str
    facts: Sequence[Fact]
    words: Sequence[Word] = ()
    rows: Rows = field(default_factory=Rows)
    links: Mapping[str, str] = field(default_factory=dict)
    erased: Erasure = field(default_factory=Erasure)


@dataclass(frozen=True, slots=True)
class Stored:
    """One session as stored: its facts (in no promised order), its words by id, and its links to persons."""

    facts: Sequence[Fact]
    words: Mapping[str, Word]
    links: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Held:
    """One session in the log and in the read tables, both as they stand at one moment. `row` None: it has none."""

    facts: Sequence[Fact]
    row: SessionRow | None
    notes: Sequence[NoteRow]


class Log(Protocol):
    """The log of facts, and the words they point to."""

    def load(self, session: str) -> Stored:
        """All that is stored of a session; empty where there is none. Raises StoreFailed."""

    def append(self, batch: Batch) -> None:
        """Commit a batch: returns when it is durable. Facts already there are left as they are. Raises StoreFailed."""

    def stream(self, session: str) -> str:
        """The stream in which this device writes in this session; made at the first call."""

    def draft(self, session: str) -> str:
        """What was begun in a session and is no note yet; "" where nothing was. Raises StoreFailed."""

    def keep_draft(self, session: str, text: str, *, erase_all: bool = False) -> None:
        """Keep what is begun; "" lets it go, and with `erase_all` leaves no byte of it. Raises StoreFailed."""


class Archive(Protocol):
    """The read tables."""

    def sessions(self) -> list[SessionRow]:
        """All sessions, the latest first (by start, or planned start; those without either first)."""

    def notes(self, session: str) -> list[NoteRow]:
        """The rows of one session's notes, by id."""

    def titles(self, rows: Sequence[SessionRow]) -> Mapping[str, str]:
        """The words of the titles of these rows, and of their programmes: words id to body."""

    def matching(self, prefix: str) -> list[str]:
        """Ids of the sessions whose id begins with `prefix`."""

    def known(self) -> list[str]:
        """Ids of all sessions of which there is a fact or a row, in order."""

    def held(self, session: str) -> Held:
        """What the log and the read tables hold of a session. Raises StoreFailed."""


class Clock(Protocol):
    """The time of this machine."""

    def now(self) -> int:
        """UTC in milliseconds since 1970; may jump."""

    def waited(self) -> float:
        """Seconds on a clock that never goes back."""


class HandoutRenderer(Protocol):
    """A writer of pages for participants."""

    def __call__(self, doc: HandoutDoc, languages: Sequence[str], path: Path, large: bool) -> None:
        """Write the file whole or not at all; `large`: in large print. Raises OSError."""


class SheetPrinter(Protocol):
    """A writer of group sheets to be filled in by hand."""

    def __call__(self, doc: PaperSheet, languages: Sequence[str], path: Path, large: bool) -> None:
        """Write the file whole or not at all; `large`: in large print. Raises OSError."""


class PageDrawer(Protocol):
    """Draws pages to be looked at, outside of this process, so that nothing here has to wait for it."""

    def draw(self, doc: MinutesDoc, setting: Setting, page: int, width: int) -> Sight:
        """One page of minutes, `width` px wide; the last where there are fewer. It waits. Raises NoSight."""

    def stop(self) -> None:
        """Leave off, from another thread: whoever waits gets NoSight."""

    def close(self) -> None:
        """Let go of what it takes; the next page begins anew."""


class Renderer(Protocol):
    """A writer of minutes."""

    def __call__(self, publication: Publication, path: Path, setting: Setting) -> None:
        """Write the file whole or not at all, in the kind that its name ends in. Raises OSError."""
