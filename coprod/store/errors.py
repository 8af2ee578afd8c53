"""What went wrong in the store, as the codes of StoreFailed; no message of SQLite or of a driver goes further."""

from __future__ import annotations

import errno
import shutil
from typing import TYPE_CHECKING

import sqlcipher3.dbapi2 as driver
from msgspec import MsgspecError
from sqlalchemy.exc import DBAPIError

from coprod.service.codec import UnknownKind, Unreadable
from coprod.service.ports import StoreFailed

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

_CODES = {
    driver.SQLITE_FULL: "full",
    driver.SQLITE_READONLY: "readonly",
    driver.SQLITE_PERM: "readonly",
    driver.SQLITE_CANTOPEN: "readonly",
    driver.SQLITE_BUSY: "locked",
    driver.SQLITE_LOCKED: "locked",
    driver.SQLITE_CORRUPT: "damaged",
    driver.SQLITE_NOTADB: "damaged",
}
_OF_THE_SYSTEM = {
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.EACCES: "readonly",
    errno.EPERM: "readonly",
    errno.EROFS: "readonly",
    errno.ENOTDIR: "no-place",
    errno.EEXIST: "no-place",
    errno.ENAMETOOLONG: "no-place",
}
_LITTLE_ROOM = 64 * 1024  # SQLite makes the index of its log longer by 32 KB, and tells only of an I/O error
_PRIMARY = 0xFF  # an extended code of SQLite holds the primary one in its lowest byte


class AsStoreFailed:
    """Turns each failure of the store at `path`, inside of it, into a StoreFailed; a bug passes as it is."""

    def __init__(self, path: Path, *, keyed: bool = False) -> None:
        self._path = path
        self._keyed = keyed

    def __enter__(self) -> None:
        pass

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if error is not None and (code := self._code(error)) is not None:
            raise StoreFailed(code, str(self._path)) from error

    def _code(self, error: BaseException) -> str | None:
        if isinstance(error, DBAPIError):
            error = error.orig or error
        if isinstance(error, driver.Error):
            return self._of_sqlite(error)
        if isinstance(error, OSError):
            return _OF_THE_SYSTEM.get(error.errno or 0, "failed")
        if isinstance(error, UnknownKind):
            return "newer"
        return "damaged" if isinstance(error, Unreadable | MsgspecError) else None

    def _of_sqlite(self, error: BaseException) -> str:
        number = getattr(error, "sqlite_errorcode", 0) & _PRIMARY
        if self._keyed and number == driver.SQLITE_NOTADB:
            return "key"  # a page that the key doesn't open looks like no database
        if number == driver.SQLITE_IOERR and shutil.disk_usage(self._path.parent).free < _LITTLE_ROOM:
            return "full"
        return _CODES.get(number, "failed")
