"""Around every answer: strict headers, sizes, and slow bodies; inside of it nothing has to think of them."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from starlette.responses import JSONResponse

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

MOST_BYTES = 64 * 1024
"""Of a body: no note is longer."""

MORE_BYTES = {"/api/sheet/home": 6 * 1024 * 1024}
"""Of what may be longer: a sheet holds all notes of a group."""

SECONDS_FOR_A_BODY = 10.0
_log = logging.getLogger("coprod.serve")

HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        "manifest-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
_RAW = [(key.lower().encode(), value.encode()) for key, value in HEADERS.items()]


class TooBig(Exception):
    """A body that is larger than any note."""


class TooSlow(Exception):
    """A body that did not come."""


class Guard:
    """Wraps the application. `hosts`: the names under which it may be asked, as in `Host`."""

    def __init__(self, app: ASGIApp, hosts: frozenset[str]) -> None:
        self._app, self._hosts = app, hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request; nothing else, a websocket least of all, is answered."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            return
        status = 0

        async def answer(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message = {**message, "headers": [*message.get("headers", ()), *_RAW]}
            await send(message)

        try:
            most = MORE_BYTES.get(scope["path"], MOST_BYTES)
            await self._judged(scope, most)(scope, _Slowly(receive, most), answer)
        except Exception as bug:  # its kind is told, never the words of a meeting
            _log.error("%s", type(bug).__name__)
        finally:
            route = scope.get("endpoint")
            _log.info("%s %s %d", scope["method"], getattr(route, "__name__", "-"), status)

    def _judged(self, scope: Scope, most: int) -> ASGIApp:
        """The application, unless the request came for somebody else, or from another page."""
        headers = dict(scope["headers"])
        host = headers.get(b"host", b"").decode("latin-1").lower()
        origin = headers.get(b"origin", b"").decode("latin-1").lower()
        if host not in self._hosts or (origin and origin != f"https://{host}"):
            return JSONResponse({"error": "elsewhere"}, 421, {"Connection": "close"})
        if int(headers.get(b"content-length", b"0") or b"0") > most:
            return JSONResponse({"error": "too-big"}, 413, {"Connection": "close"})
        return self._app


class _Slowly:
    """Takes a body in, as far as it is neither too large nor too slow."""

    def __init__(self, receive: Receive, most: int) -> None:
        self._receive, self._most = receive, most
        self._bytes, self._whole = 0, False
        self._until = asyncio.get_running_loop().time() + SECONDS_FOR_A_BODY

    async def __call__(self) -> Message:
        if self._whole:
            return await self._receive()  # only that the guest has gone can still come
        left = self._until - asyncio.get_running_loop().time()
        try:
            message = await asyncio.wait_for(self._receive(), max(0.0, left))
        except TimeoutError:
            raise TooSlow from None
        self._bytes += len(message.get("body", b""))
        self._whole = not message.get("more_body", False)
        if self._bytes > self._most:
            raise TooBig
        return message
