"""Listening: no more connections than this program can spare, even of those that say nothing."""

from __future__ import annotations

import asyncio
import socket
from typing import Any

MOST, MOST_OF_ONE = 200, 100
"""Connections that are open at a time, and those from one address. A program may have 256 files on some systems."""

SECONDS_FOR_A_HANDSHAKE = 8.0
_MOST_WAITING = 100


class Listening(socket.socket):
    """Accepts as many as it may; others are let go of before a byte is read."""

    _there: list[tuple[str, socket.socket]]

    def accept(self) -> tuple[socket.socket, Any]:
        """The next connection. Raises BlockingIOError where there is none, or one too many."""
        taken, peer = super().accept()
        self._there = [one for one in getattr(self, "_there", ()) if one[1].fileno() != -1]
        address = str(peer[0])
        if len(self._there) >= MOST or sum(one == address for one, _ in self._there) >= MOST_OF_ONE:
            taken.close()
            raise BlockingIOError
        self._there.append((address, taken))
        return taken, peer


class Loop(asyncio.SelectorEventLoop):
    """Asks the listening socket for each connection, on every system, and waits for no handshake for long."""

    async def create_server(self, *arguments: Any, **options: Any) -> asyncio.Server:  # noqa: ANN401
        """Listen, as asyncio does."""
        return await super().create_server(
            *arguments, **options, ssl_handshake_timeout=SECONDS_FOR_A_HANDSHAKE
        )


def bound(address: str, port: int) -> Listening:
    """A socket that listens there; port 0: one that is free. Raises OSError."""
    family, kind, proto, _, there = socket.getaddrinfo(
        address, port, type=socket.SOCK_STREAM, flags=socket.AI_NUMERICHOST
    )[0]
    made = Listening(family, kind, proto)
    try:
        if hasattr(socket, "SO_EXCLUSIVEADDRUSE"):  # of Windows: nobody else may listen there, too
            made.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind(there)
        made.listen(_MOST_WAITING)
    except OSError:
        made.close()
        raise
    return made
