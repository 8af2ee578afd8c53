"""Connections that take up room and ask nothing: let go after a while."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from uvicorn.protocols.http.h11_impl import H11Protocol

if TYPE_CHECKING:
    import asyncio

SECONDS_TO_ASK = 10.0


class PatientProtocol(H11Protocol):
    """Speaks HTTP/1.1, as long as somebody does."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Look again after a while whether anything was asked."""
        super().connection_made(transport)
        self.loop.call_later(SECONDS_TO_ASK, self._look)

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
