"""The service running: in a thread of its own, on one address, for as long as a session is shared."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import socket
from threading import Event, Thread
from typing import TYPE_CHECKING

import uvicorn

from coprod.serve.guard import Guard
from coprod.serve.patience import PatientProtocol

if TYPE_CHECKING:
    from collections.abc import Callable

    from coprod.serve.app import App
    from coprod.serve.certificate import Certificate
    from coprod.service.sharing.hosting import Where
    from coprod.service.sharing.pairing import Guest, Role

_MOST_WAITING = 100
_SECONDS_TO_END, _SECONDS_TO_LET_GO = 2.0, 0.05


class Service:
    """Made, it runs; `close` ends it. Raises OSError where the address or the port can't be had."""

    def __init__(self, app: App, where: Where, certificate: Certificate) -> None:
        self._app, self.door = app, app.door
        self._socket = _bound(where)
        self.port: int = self._socket.getsockname()[1]
        names = [
            f"{_bracketed(name)}:{self.port}" for name in (*certificate.names, where.address, *where.names)
        ]
        self.address, self.known = names[0], certificate.known()
        config = uvicorn.Config(
            Guard(self._app.application(), frozenset(map(str.lower, names))),
            http=PatientProtocol,
            log_config=None,
            access_log=False,
            server_header=False,
            date_header=False,
            lifespan="off",
            ws="none",
            timeout_keep_alive=20,
            timeout_graceful_shutdown=1,
            limit_concurrency=400,
            h11_max_incomplete_event_size=16 * 1024,
        )
        for name in ("uvicorn.access", "uvicorn.error"):  # they would write down paths, and tracebacks
            logging.getLogger(name).disabled = True
        config.load()
        config.ssl = certificate.context
        self._server = uvicorn.Server(config)
        self._loop = asyncio.new_event_loop()
        self._ready = Event()
        self._thread = Thread(target=self._run, name="room-service", daemon=True)
        self._thread.start()
        self._ready.wait(_SECONDS_TO_END)

    def changed(self) -> None:
        """The session is different now; may be called from any thread."""
        self._soon(self._app.events.changed)

    def here(self) -> dict[Guest, float]:
        """Who is in, and how many seconds ago each was last heard."""
        return self._app.here()

    def free(self, role: Role, place: str) -> None:
        """Let another device take a place."""
        self.door.free(role, place)
        self.changed()

    def close(self) -> None:
        """End it: pages are told, tokens are gone, the port is free."""
        self.door.close()
        self._soon(self._app.events.end)
        self.stop()

    def stop(self) -> None:
        """Listen no more; whoever was let in may come back to another service with the same door."""
        self._soon(self._exit)
        self._thread.join(2 * _SECONDS_TO_END)
        self._socket.close()

    def _exit(self) -> None:
        self._server.should_exit = True

    def _soon(self, work: Callable[[], None]) -> None:
        with contextlib.suppress(RuntimeError):  # it has ended meanwhile
            self._loop.call_soon_threadsafe(work)

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.call_soon(self._ready.set)
        try:
            self._loop.run_until_complete(self._serve())
        finally:
            self._loop.close()

    async def _serve(self) -> None:
        await self._server.serve([self._socket])
        for left in list(self._server.server_state.connections):
            if left.transport is not None:  # whoever did not go when it was told
                left.transport.abort()
        await asyncio.sleep(_SECONDS_TO_LET_GO)


def _bound(where: Where) -> socket.socket:
    family, kind, proto, _, address = socket.getaddrinfo(
        where.address, where.port, type=socket.SOCK_STREAM, flags=socket.AI_NUMERICHOST
    )[0]
    made = socket.socket(family, kind, proto)
    try:
        if hasattr(socket, "SO_EXCLUSIVEADDRUSE"):  # of Windows: nobody else may listen there, too
            made.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind(address)
        made.listen(_MOST_WAITING)
    except OSError:
        made.close()
        raise
    return made


def _bracketed(address: str) -> str:
    return f"[{address}]" if ":" in address else address
