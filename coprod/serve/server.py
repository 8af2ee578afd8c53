"""The service running: in a thread of its own, on one address, for as long as a session is shared."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from threading import Event, Thread
from typing import TYPE_CHECKING

import uvicorn

from coprod.serve.guard import Guard
from coprod.serve.listening import Loop, bound
from coprod.serve.patience import PatientProtocol

if TYPE_CHECKING:
    from collections.abc import Callable

    from coprod.serve.app import App
    from coprod.serve.certificate import Certificate
    from coprod.service.sharing.hosting import Where
    from coprod.service.sharing.pairing import Guest, Role

_HTTPS = 443
_SECONDS_TO_END, _SECONDS_TO_LET_GO = 2.0, 0.05


class Service:
    """Made, it runs; `close` ends it. Raises OSError where the address or the port can't be had."""

    def __init__(self, app: App, where: Where, certificate: Certificate) -> None:
        self._app, self.door = app, app.door
        self._socket = bound(where.address, where.port)
        self.port: int = self._socket.getsockname()[1]
        bare = [_bracketed(name) for name in (*certificate.names, where.address)]
        hosts = {f"{name}:{self.port}".lower() for name in bare}
        if self.port == _HTTPS:
            hosts |= {name.lower() for name in bare}  # browsers leave it out
        self.address, self.known = f"{bare[0]}:{self.port}", certificate.known()
        config = uvicorn.Config(
            Guard(self._app.application(), frozenset(hosts)),
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
        self._loop = Loop()
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

    def end(self) -> None:
        """End it: tokens are gone, and pages are told; nobody waits for them."""
        self.door.close()
        self._soon(self._app.events.end)
        self._soon(self._exit)

    def close(self) -> None:
        """The same, and wait until pages know and the port is free: a second or two."""
        self.end()
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


def _bracketed(address: str) -> str:
    return f"[{address}]" if ":" in address else address
