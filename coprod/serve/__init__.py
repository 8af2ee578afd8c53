"""The room's own network: the only place for starlette, uvicorn and trustme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coprod.serve.app import App
from coprod.serve.certificate import certificate_for
from coprod.serve.joining import join
from coprod.serve.laptops import LaptopRoutes
from coprod.serve.server import Service

if TYPE_CHECKING:
    from coprod.service.sharing.hosting import Told, Where
    from coprod.service.sharing.laptops import Laptops
    from coprod.service.sharing.pairing import Door
    from coprod.service.sharing.room import Record

__all__ = ["Service", "host", "join"]


def host(
    record: Record,
    door: Door,
    where: Where,
    told: Told,
    laptops: Laptops | None = None,
    *,
    messages: bool = True,
) -> Service:
    """Begin to share a session. Raises OSError, NotHosted."""
    certificate = certificate_for(where)
    app = App(record, door, told, messages=messages)
    if laptops is not None:
        app.add(LaptopRoutes(app, laptops, certificate.fingerprint).routes())
    return Service(app, where, certificate)
