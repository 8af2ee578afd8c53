"""What went wrong in the store, as the codes of StoreFailed; no message of SQLite or of a driver goes further."""

from __future__ import annotations

import errno
from contextlib import contextmanager
from typing import TYPE_CHECKING

import sqlcipher3.dbapi2 as driver
from sqlalchemy.exc import DBAPIError

from coprod.service.codec import UnknownKind, Unreadable
from coprod.service.ports import StoreFailed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

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
}
_PRIMARY = 0xFF  # an extended code of SQLite holds the primary one in its lowest byte


@contextmanager
def told_as_codes(path: Path, *, keyed: bool = False) -> Iterator[None]:
    """Turn each failure of the store at `path` into a StoreFailed; a bug passes as it is."""
    try:
        yield
    except DBAPIError as error:
        raise StoreFailed(_code(error.orig, keyed=keyed), str(path)) from error
    except driver.Error as error:
        raise StoreFailed(_code(error, keyed=keyed), str(path)) from error
    except OSError as error:
        raise StoreFailed(_OF_THE_SYSTEM.get(error.errno or 0, "failed"), str(path)) from error
    except UnknownKind as error:
        raise StoreFailed("newer", str(path)) from error
    except Unreadable as error:
        raise StoreFailed("damaged", str(path)) from error


def _code(error: BaseException | None, *, keyed: bool) -> str:
    number = getattr(error, "sqlite_errorcode", 0) & _PRIMARY
    if keyed and number == driver.SQLITE_NOTADB:
        return "key"  # a page that the key doesn't open looks like no database
    return _CODES.get(number, "failed")
