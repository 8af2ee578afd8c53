"""The room's own network: the only place for starlette, uvicorn and trustme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coprod.serve.certificate import certificate_for
from coprod.serve.server import Service

if TYPE_CHECKING:
    from coprod.service.sharing.hosting import Told, Where
    from coprod.service.sharing.pairing import Door
    from coprod.service.sharing.room import Record

__all__ = ["Service", "host"]


def host(record: Record, door: Door, where: Where, told: Told) -> Service:
    """Begin to share a session. Raises OSError, NotHosted."""
    context, _certificate = certificate_for(where)
    return Service(record, door, where, context, told)
