"""Reading a session file: every rule of the format, and the place of the first that is broken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coprod.service.exchange import references, texts
from coprod.service.exchange.bad import WHOLE, BadFile
from coprod.service.exchange.shape import decode

if TYPE_CHECKING:
    from pathlib import Path

    from coprod.service.exchange.format import SessionFile

LARGEST = 32 * 1024 * 1024
"""Bytes of a file."""


def read_path(path: Path) -> SessionFile:
    """The session in the file at `path`, of which no more than `LARGEST` is read. Raises BadFile."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise BadFile(
            WHOLE, f"can't be read ({(error.strerror or 'failed').lower()}); check its name"
        ) from None
    return read(data)


def read(data: bytes) -> SessionFile:
    """The session in `data`. Raises BadFile."""
    if len(data) > LARGEST:
        raise BadFile(WHOLE, f"is larger than {LARGEST // 1024**2} MiB; no session file is")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadFile(f"byte {error.start + 1}", "is not UTF-8; save the file as UTF-8") from None
    try:
        session = decode(text)
    except LookupError:
        _check_texts(text)
        raise BadFile(WHOLE, "is not JSON") from None
    _check_texts(text)
    references.check(session)
    return session


def _check_texts(text: str) -> None:
    try:
        texts.check(texts.parse(text))
    except (ValueError, RecursionError):
        raise BadFile(WHOLE, "is not JSON, or nested more than 16 deep") from None
