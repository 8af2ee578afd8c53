"""What laptops ask: to be introduced by the word without saying it, for their group's sheet, and to bring it home."""

from __future__ import annotations

import secrets
import time
from base64 import b64decode, b64encode
from binascii import Error
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from coprod.domain.rules.pen import Refused
from coprod.serve import bodies
from coprod.serve.app import address_of
from coprod.serve.bodies import BadBody, body
from coprod.service.sharing.laptops import Introduction, NotIntroduced
from coprod.service.sharing.pairing import NotLetIn, Role, WhyNotIn
from coprod.service.sharing.room import ROOM

if TYPE_CHECKING:
    from starlette.requests import Request

    from coprod.serve.app import App
    from coprod.service.sharing.laptops import Laptops

_SECONDS, _MOST, _MOST_OF_ONE = 30.0, 50, 3
"""An introduction is over after so long, so many are under way, and so many of one address."""


@dataclass(frozen=True, slots=True)
class _Attempt:
    """An introduction under way. `own`: what proves this side, once the other has proved itself."""

    met: Introduction
    own: bytes
    until: float
    address: str


class LaptopRoutes:
    """`certificate`: the SHA-256 of the one that this service shows."""

    def __init__(self, app: App, laptops: Laptops, certificate: bytes) -> None:
        self._app, self._laptops, self._certificate = app, laptops, certificate
        self._under_way: dict[str, _Attempt] = {}

    def routes(self) -> list[Route]:
        """Everything that they can ask."""
        post = ["POST"]
        return [
            Route("/api/introduction", self.introduction, methods=post),
            Route("/api/introduction/{id}", self.proof, methods=post),
            Route("/api/sheet", self.sheet, methods=post),
            Route("/api/sheet/home", self.home, methods=post),
            Route("/api/sheet/pen", self.pen, methods=post),
        ]

    async def introduction(self, request: Request) -> Response:
        """The first messages are exchanged: neither tells anything of the word."""
        address = address_of(request)
        self._app.limit(address)
        self._app.door.check(address)
        asked = await body(request, bodies.Bytes)
        self._make_room(address)
        met = self._laptops.introduce(self._laptops.word, self._certificate, host=True)
        try:
            own = met.hear(_bytes(asked.data))
        except NotIntroduced:
            raise BadBody from None
        id = secrets.token_urlsafe(16)
        self._under_way[id] = _Attempt(met, own, time.monotonic() + _SECONDS, address)
        return JSONResponse({"id": id, "data": _text(met.message)})

    def _make_room(self, address: str) -> None:
        """Forget what is over, and the oldest where too many are under way: nobody waits because somebody dawdles."""
        now = time.monotonic()
        there = {key: one for key, one in self._under_way.items() if one.until > now}
        own = [key for key, one in there.items() if one.address == address]
        for key in own[: 1 - _MOST_OF_ONE]:
            del there[key]
        self._under_way = dict(list(there.items())[1 - _MOST :])

    async def proof(self, request: Request) -> Response:
        """The laptop proves first; a wrong proof is a wrong word, and counts as one."""
        address = address_of(request)
        self._app.limit(address)
        self._app.door.check(address)
        asked = await body(request, bodies.Bytes)
        attempt = self._under_way.pop(str(request.path_params["id"]), None)
        if attempt is None or attempt.until <= time.monotonic():
            raise NotLetIn(WhyNotIn.EXPIRED)
        try:
            attempt.met.prove(_bytes(asked.data))
        except NotIntroduced:
            self._app.door.count_wrong(address)
            raise NotLetIn(WhyNotIn.WRONG_WORD) from None
        return JSONResponse(
            {
                "data": _text(attempt.own),
                "ticket": self._app.door.admit(address, Role.NOTES),
                "places": self._tables(),
            }
        )

    def _tables(self) -> list[dict[str, Any]]:
        """The places that have a sheet; the whole room has none."""
        return [one for one in self._app.places(Role.NOTES) if one["id"] != ROOM]

    async def sheet(self, request: Request) -> Response:
        """The sheet of the laptop's group, and its code."""
        guest = self._app.guest(request, Role.NOTES)
        given = await self._app.ask(lambda live: self._laptops.issue(live, guest))
        if isinstance(given, Response):
            return given
        return JSONResponse({"code": given.code, "data": _text(given.data)})

    async def home(self, request: Request) -> Response:
        """What is new in a sheet."""
        guest = self._app.guest(request, Role.NOTES)
        data = _bytes((await body(request, bodies.Bytes)).data)
        home = await self._app.ask(lambda live: self._laptops.bring(live, guest, data))
        if isinstance(home, Refused):
            return JSONResponse({"error": home.why}, 503)
        return home if isinstance(home, Response) else JSONResponse({"notes": home.notes})

    async def pen(self, request: Request) -> Response:
        """Whether the pen is down: a laptop that writes nothing knows it, too, and is heard."""
        self._app.guest(request, Role.NOTES)
        down = await self._app.ask(lambda live: live.state.off_record)
        return down if isinstance(down, Response) else JSONResponse({"down": down})


def _bytes(text: str) -> bytes:
    try:
        return b64decode(text, validate=True)
    except (Error, ValueError):
        raise BadBody from None


def _text(data: bytes) -> str:
    return b64encode(data).decode()
