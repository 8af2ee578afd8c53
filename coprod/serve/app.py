"""The service as an application: what can be asked, and of whom it is answered."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING, Any, TypeVar

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from coprod.domain.rules.pen import Refused, Why
from coprod.i18n import LANGUAGES, Catalogue
from coprod.present.refusals import refusal
from coprod.present.room_page import Telling
from coprod.present.room_strings import strings
from coprod.present.texts import reading
from coprod.serve import bodies
from coprod.serve.bodies import BadBody, body
from coprod.serve.events import Events
from coprod.serve.files import page_files
from coprod.serve.guard import TooBig, TooSlow
from coprod.service.ports import StoreFailed
from coprod.service.sharing.limits import Rate
from coprod.service.sharing.pairing import NotLetIn, Role, WhyNotIn
from coprod.service.sharing.room import (
    Message,
    Wish,
    keep,
    places,
    send_word,
    supporters,
    take_back,
    withdrawn,
)
from coprod.service.sheets import SheetRefused

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from starlette.requests import Request

    from coprod.service.live import Change, LiveSession
    from coprod.service.sharing.hosting import Told
    from coprod.service.sharing.pairing import Door, Guest
    from coprod.service.sharing.room import Record, Sent

T = TypeVar("T")

_STATUS = {
    WhyNotIn.WRONG_WORD: 403,
    WhyNotIn.WAIT: 429,
    WhyNotIn.CLOSED: 409,
    WhyNotIn.EXPIRED: 403,
    WhyNotIn.TAKEN: 409,
    WhyNotIn.UNKNOWN_PLACE: 404,
}
_LONGEST_POLL = 25.0
_PER_SECOND, _BURST = 4.0, 40
"""Requests of one token, or of one address that has none."""

_MOST_REMEMBERED = 200
"""Wishes and messages of one guest that are known again when they are sent again."""


class App:
    """Answers for one session, for as long as it is shared. `messages`: whether quiet ones can be read here."""

    def __init__(self, record: Record, door: Door, told: Told, *, messages: bool = True) -> None:
        self._record, self.door, self._tell, self._messages = record, door, told, messages
        self.events = Events(self._look)
        self._rate = Rate(_PER_SECOND, _BURST, time.monotonic)
        self._files = page_files()
        self._asked: dict[Guest, float] = {}
        self._told: dict[Guest, list[str]] = {}
        self._more: list[Route] = []

    def add(self, routes: Sequence[Route]) -> None:
        """Answer to more than pages ask."""
        self._more.extend(routes)

    def routes(self) -> list[Route]:
        """Everything that can be asked."""
        get, post = ["GET"], ["POST"]
        return [
            *(Route(path, self.file, methods=get) for path in self._files),
            Route("/api/hello", self.hello, methods=get),
            Route("/api/word", self.word, methods=post),
            Route("/api/join", self.join, methods=post),
            Route("/api/view", self.view, methods=get),
            Route("/api/events", self.listen, methods=get),
            Route("/api/notes", self.note, methods=post),
            Route("/api/notes/{note}/take-back", self.take_back, methods=post),
            Route("/api/check-in", self.check_in, methods=post),
            Route("/api/wish", self.wish, methods=post),
            Route("/api/message", self.message, methods=post),
            Route("/api/here", self.still_here, methods=post),
            Route("/api/leave", self.leave, methods=post),
            *self._more,
        ]

    def application(self) -> Starlette:
        """The same as an application; whatever else is asked for is not there."""
        made = Starlette(
            routes=self.routes(),
            exception_handlers={
                NotLetIn: _not_let_in,
                BadBody: _bad_body,
                TooBig: _too_big,
                TooSlow: _too_slow,
                HTTPException: _nothing_there,
                SheetRefused: _no_sheet,
                Exception: _failed,
            },
        )
        made.router.redirect_slashes = False
        return made

    def here(self) -> dict[Guest, float]:
        """Who is in, and how many seconds ago each was last heard."""
        now = time.monotonic()
        return {one: now - self._asked.get(one, now) for one in self.door.guests()}

    # ---- the page, and the way in

    async def file(self, request: Request) -> Response:
        """A file of the page."""
        kind, data = self._files[request.url.path]
        return Response(data, media_type=kind)

    async def hello(self, _request: Request) -> Response:
        """What a page needs before anybody is let in: nothing of the meeting."""
        return JSONResponse(
            {
                "strings": {lang: strings(Catalogue(lang)) for lang in LANGUAGES},
                "open": self.door.open,
            }
        )

    async def word(self, request: Request) -> Response:
        """A ticket for the word of the day, and the places that there are."""
        self.limit(address_of(request))
        asked = await body(request, bodies.Word)
        ticket, role = self.door.ask(asked.word, address_of(request))
        return JSONResponse({"ticket": ticket, "role": role, "places": self.places(role)})

    def places(self, role: Role) -> list[dict[str, Any]]:
        """The places of a role, and which are taken."""
        taken = {one.place for one in self.door.guests() if one.role is role}
        return self.telling().places(role, taken)

    async def join(self, request: Request) -> Response:
        """A token for a place."""
        self.limit(address_of(request))
        asked = await body(request, bodies.Place)
        state, _ = self._record.seen()
        heard = self.here()
        token, guest = self.door.enter(
            asked.ticket, asked.place, lambda role: places(state, role), lambda one: heard.get(one, 0.0)
        )
        self._asked[guest] = time.monotonic()
        return JSONResponse({"token": token, "role": guest.role})

    async def still_here(self, request: Request) -> Response:
        """Whoever says so is heard: that a stream takes what is written to it says nothing of who reads."""
        self.guest(request)
        return Response(status_code=204)

    async def leave(self, request: Request) -> Response:
        """Forget the token."""
        self.guest(request)
        self.door.leave(_token(request))
        return Response(status_code=204)

    # ---- what is seen

    async def view(self, request: Request) -> Response:
        """What the page shows."""
        guest = self.guest(request)
        return JSONResponse({**self.telling().view(guest), "version": self.events.version(guest)})

    async def listen(self, request: Request) -> Response:
        """That something is different: as a stream, or once."""
        guest, token = self.guest(request), _token(request)
        if "text/event-stream" in request.headers.get("accept", ""):
            stream = self.events.stream(guest, lambda: self.door.guest(token) is guest)
            return StreamingResponse(stream, media_type="text/event-stream")
        after, wait = (_number(request, name) for name in ("after", "wait"))
        version = await self.events.after(guest, int(after), min(wait, _LONGEST_POLL))
        return JSONResponse({"version": version, "end": self.events.ended})

    # ---- what is sent

    async def note(self, request: Request) -> Response:
        """A note of a group."""
        guest = self.guest(request, Role.NOTES)
        return await self._send(keep, guest, (await body(request, bodies.Note)).sent())

    async def check_in(self, request: Request) -> Response:
        """A word for the check-in."""
        guest = self.guest(request, Role.PARTICIPANT)
        return await self._send(send_word, guest, (await body(request, bodies.CheckInWord)).sent())

    async def take_back(self, request: Request) -> Response:
        """A note, or a word, is taken back by whoever sent it."""
        guest = self.guest(request)
        note = str(request.path_params["note"])
        outcome = await self.ask(lambda live: take_back(live, guest, note))
        if isinstance(outcome, Response):
            return outcome
        if not isinstance(outcome, Refused):
            return JSONResponse({"id": note})
        return _missing() if outcome.why is Why.UNKNOWN_NOTE else self._refused(outcome)

    async def wish(self, request: Request) -> Response:
        """A wish, shown on the console."""
        guest = self.guest(request, Role.PARTICIPANT)
        asked = await body(request, bodies.WishSent)
        if self._first(guest, asked.id):
            self._tell(Wish(asked.wish, guest.place))
        return Response(status_code=202)

    async def message(self, request: Request) -> Response:
        """A quiet message to a support person."""
        guest = self.guest(request, Role.PARTICIPANT)
        asked = await body(request, bodies.MessageSent)
        if not self._messages or asked.to not in supporters(self._record.seen()[0]):
            return _missing()
        if self._first(guest, asked.id):
            self._tell(Message(asked.to, asked.text))
        return Response(status_code=202)

    async def _send(
        self, send: Callable[[LiveSession, Guest, Sent], Change | Refused], guest: Guest, sent: Sent
    ) -> Response:
        outcome = await self.ask(lambda live: send(live, guest, sent))
        if isinstance(outcome, Response):
            return outcome
        if not isinstance(outcome, Refused):
            return JSONResponse({"id": sent.id}, 201)
        if outcome == Refused(Why.NOTHING_CHANGES, (sent.id,)) and sent.id in guest.notes:
            return JSONResponse({"id": sent.id})
        return self._refused(outcome)

    async def ask(self, work: Callable[[LiveSession], T]) -> T | Response:
        """Done in the thread of the record; where it could not be kept, it may be sent again."""
        try:
            return await asyncio.wrap_future(self._record.lend(work))
        except StoreFailed:
            return JSONResponse({"error": "not-kept"}, 503)

    # ---- who asks, and what they see

    def guest(self, request: Request, role: Role | None = None) -> Guest:
        """Who asks; raises HTTPException for nobody, and for somebody of another role."""
        token = _token(request)
        guest = self.door.guest(token) if token else None
        if guest is None:
            self.limit(address_of(request))
            raise HTTPException(401)
        if role is not None and guest.role is not role:
            raise HTTPException(403)
        if withdrawn(self._record.seen()[0], guest):
            self.door.leave(token)
            raise HTTPException(401)
        self.limit(guest.stream)
        self._asked[guest] = time.monotonic()
        return guest

    def limit(self, key: str) -> None:
        """Count a request. Raises NotLetIn."""
        if not self._rate.take(key):
            raise NotLetIn(WhyNotIn.WAIT, 1.0)

    def _first(self, guest: Guest, id: str) -> bool:
        known = self._told.setdefault(guest, [])
        if id in known:
            return False
        known.append(id)
        del known[:-_MOST_REMEMBERED]
        return True

    def telling(self) -> Telling:
        """The session for pages."""
        return Telling(*self._record.seen(), messages=self._messages)

    def _look(self, of: Hashable) -> Any:  # noqa: ANN401 - compared, and nothing else
        return self.telling().view(of)  # type: ignore[arg-type]

    def _refused(self, refused: Refused) -> Response:
        return JSONResponse({"error": refused.why, "text": self._said(refused)}, 422)

    def _said(self, refused: Refused) -> dict[str, str]:
        state, words = self._record.seen()
        about = state.description
        languages = about.languages if about else ()
        return {
            lang: refusal(refused, state, reading(words, lang, languages), Catalogue(lang))
            for lang in LANGUAGES
        }


def _token(request: Request) -> str:
    kind, _, token = request.headers.get("authorization", "").partition(" ")
    return token if kind.lower() == "bearer" else ""


def address_of(request: Request) -> str:
    """Where a request comes from."""
    return request.client.host if request.client else ""


def _number(request: Request, name: str) -> float:
    try:
        return max(0.0, min(1e9, float(request.query_params.get(name, "0"))))
    except ValueError:
        raise BadBody from None


def _missing() -> Response:
    return JSONResponse({"error": "not-there"}, 404)


async def _not_let_in(_request: Request, error: Exception) -> Response:
    assert isinstance(error, NotLetIn)
    headers = {"Retry-After": str(max(1, round(error.seconds)))} if error.seconds else None
    return JSONResponse({"error": error.why, "seconds": error.seconds}, _STATUS[error.why], headers)


async def _bad_body(_request: Request, _error: Exception) -> Response:
    return JSONResponse({"error": "not-understood"}, 400)


async def _too_big(_request: Request, _error: Exception) -> Response:
    return JSONResponse({"error": "too-big"}, 413, {"Connection": "close"})


async def _too_slow(_request: Request, _error: Exception) -> Response:
    return JSONResponse({"error": "too-slow"}, 408, {"Connection": "close"})


async def _no_sheet(_request: Request, error: Exception) -> Response:
    assert isinstance(error, SheetRefused)
    return JSONResponse({"error": error.why}, 422)


async def _failed(_request: Request, _error: Exception) -> Response:
    return JSONResponse({"error": "failed"}, 500)


async def _nothing_there(_request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    codes = {401: "gone", 403: "not-yours", 404: "not-there", 405: "not-so"}
    return JSONResponse({"error": codes.get(error.status_code, "failed")}, error.status_code)
