"""A sheet's file as the log of a session: on a laptop that knows nothing of it but the file and the code."""

from __future__ import annotations

import hashlib
import os
import tempfile
from dataclasses import replace
from errno import ENOSPC
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from filelock import FileLock, Timeout

from coprod.files import write_whole
from coprod.seal import head as heads
from coprod.seal.sheet import opened, resealed, unlocked
from coprod.service.exchange.sheet_content import Content, Malformed, decoded, encoded, grown, joined
from coprod.service.ports import Stored, StoreFailed
from coprod.service.sheets import SheetRefused, WhyNot

if TYPE_CHECKING:
    from collections.abc import Callable

    from coprod.service.ports import Batch

_LARGEST = heads.SIZE + heads.MOST


class SheetLog:
    """Fulfils Log over one file. Nothing of a sheet stands unsealed on a disk.

    What another program wrote into the same file meanwhile is kept. Each opening writes in a stream of its own: two
    copies of a sheet may be written apart, and a stream that two continue could not come home.
    """

    def __init__(self, path: Path, code: str) -> None:
        """Open the sheet at `path`. Raises SheetRefused, and OSError."""
        self.path = Path(os.path.realpath(path))
        data = read_sheet(self.path)
        self.head = heads.read(data)
        self._key = unlocked(self.head, code)
        self._content = self._of(data)
        self._stream = str(uuid4())

    @property
    def session(self) -> str:
        """The session that issued it."""
        return self.head.session

    def load(self, session: str) -> Stored:
        """All that is in the sheet; nothing of any other session."""
        if session != self.session:
            return Stored((), {}, {})
        content = self._content
        return Stored((*content.seed, *content.facts), {word.id: word for word in content.words}, {})

    def append(self, batch: Batch) -> None:
        """Write the sheet whole, with a batch more: returns when it is durable. Raises StoreFailed."""
        self._write(lambda content: grown(content, batch))

    def stream(self, session: str) -> str:  # noqa: ARG002 — a sheet is of one session
        """The stream of this opening."""
        return self._stream

    def draft(self, session: str) -> str:
        """What was begun and is no note yet, sealed with the rest."""
        return self._content.draft if session == self.session else ""

    def keep_draft(self, session: str, text: str, *, erase_all: bool = False) -> None:  # noqa: ARG002 - as a whole, always
        """Write the sheet whole, with what is begun; nothing is left of what stood there before."""
        if text != self.draft(session):
            self._write(lambda content: replace(content, draft=text))

    def _write(self, grow: Callable[[Content], Content]) -> None:
        try:
            with _alone(self.path):
                content = grow(joined(self._content, self._of(read_sheet(self.path))))
                write_whole(self.path, resealed(self.head, self._key, encoded(self.session, content)))
        except SheetRefused:
            raise StoreFailed("damaged", str(self.path)) from None
        except OSError as error:
            raise StoreFailed(_code_of(error), str(self.path)) from None
        self._content = content

    def _of(self, data: bytes) -> Content:
        try:
            session, content = decoded(opened(data, self._key))
        except Malformed:
            raise SheetRefused(WhyNot.DAMAGED) from None
        if session != self.session:
            raise SheetRefused(WhyNot.FOREIGN)
        return content


def read_sheet(path: Path) -> bytes:
    """The bytes of a sheet's file, no more than a sheet may have. Raises SheetRefused, and OSError."""
    with path.open("rb") as file:
        data = file.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        raise SheetRefused(WhyNot.TOO_BIG)
    return data


def _alone(path: Path) -> FileLock:
    """One program at a time; the lock is of this machine, so that none is left on a stick."""
    name = hashlib.sha256(os.fsencode(path)).hexdigest()[:32]
    return FileLock(Path(tempfile.gettempdir()) / f"coprod-{name}.lock", timeout=10)


def _code_of(error: OSError) -> str:
    if isinstance(error, Timeout):
        return "locked"
    return "full" if error.errno == ENOSPC else "readonly"
