"""Connections that take up room and ask nothing: let go after a while, and so many from one address at most."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from uvicorn.protocols.http.h11_impl import H11Protocol

if TYPE_CHECKING:
    import asyncio

    from uvicorn.config import Config
    from uvicorn.server import ServerState

SECONDS_TO_ASK = 10.0
MOST_FROM_ONE = 100


class PatientProtocol(H11Protocol):
    """Speaks HTTP/1.1, as long as somebody does. `from_each`: the connections of each address, of one service."""

    def __init__(
        self,
        config: Config,
        server_state: ServerState,
        app_state: dict[str, Any],
        _loop: asyncio.AbstractEventLoop | None = None,
    ) -> None:
        super().__init__(config, server_state, app_state, _loop)
        self._from_each: Counter[str] = app_state.setdefault("from_each", Counter())
        self._address = ""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Count it, and look again whether anything was asked."""
        super().connection_made(transport)
        peer = transport.get_extra_info("peername")
        self._address = str(peer[0]) if peer else ""
        self._from_each[self._address] += 1
        if self._from_each[self._address] > MOST_FROM_ONE:
            transport.abort()
        else:
            self.loop.call_later(SECONDS_TO_ASK, self._look)

    def connection_lost(self, exc: Exception | None) -> None:
        """Count it no more."""
        super().connection_lost(exc)
        self._from_each[self._address] -= 1

    def _look(self) -> None:
        """Again and again: a request that is answered goes on, and one that waits for the next is uvicorn's own."""
        if self.transport.is_closing():
            return
        cycle: Any = self.cycle  # None until something was asked
        answering = cycle is not None and not cycle.response_complete
        if answering or self.timeout_keep_alive_task is not None:
            self.loop.call_later(SECONDS_TO_ASK, self._look)
        else:
            self.transport.abort()
