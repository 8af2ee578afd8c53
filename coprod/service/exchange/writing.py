"""Writing a session file: the keys in the order of the format, defaults left out, text as it is."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TypeAlias

import msgspec

if TYPE_CHECKING:
    from coprod.service.exchange.format import SessionFile

Plain: TypeAlias = Any
"""JSON as Python holds it."""


def write(session: SessionFile) -> bytes:
    """The file of a session, in UTF-8; always of the lowest minor, which is 0 and left out."""
    return (json.dumps(plain(session), ensure_ascii=False, indent=1) + "\n").encode()


def plain(session: SessionFile) -> dict[str, Plain]:
    """The session as plain JSON, without what is left out by default; whole numbers have no point."""
    made: dict[str, Plain] = _tidy(msgspec.to_builtins(session))
    made.pop("minor", None)
    return made


def _tidy(value: Plain) -> Plain:
    if isinstance(value, dict):
        return {key: _tidy(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_tidy(one) for one in value]
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value
