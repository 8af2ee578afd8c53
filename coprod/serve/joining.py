"""Joining from a laptop: the certificate is trusted because both sides know the word, and is pinned from then on."""

from __future__ import annotations

import http.client
import json
import ssl
from base64 import b64decode, b64encode
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from http import HTTPStatus
from threading import Event, Thread
from time import monotonic
from typing import TYPE_CHECKING, Any

from coprod.service.sharing.hosting import USUAL_PORT
from coprod.service.sharing.joining import NotJoined, Place, Sending, WhyNotJoined
from coprod.service.sharing.laptops import NotIntroduced
from coprod.service.sharing.words import shipped

if TYPE_CHECKING:
    from pathlib import Path

    from coprod.service.sharing.joining import Heard
    from coprod.service.sharing.laptops import Introduce

_SECONDS = 10.0
_LOOK, _LONGEST, _PEN = 0.3, 15.0, 3.0
"""So often the sheet is looked at; so long is waited at most before it is sent again; so often the pen is asked for."""

_LAST_PORT = 65_535

_LATER = {HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.MISDIRECTED_REQUEST, HTTPStatus.TOO_MANY_REQUESTS}
"""Answers, beside those of 500 and more, that may be others when the same is asked again."""

_STANDS = {
    WhyNotJoined.WRONG_CERTIFICATE: Sending.ELSEWHERE,
    WhyNotJoined.OFF_RECORD: Sending.OFF_RECORD,
    WhyNotJoined.NOT_BEGUN: Sending.NOT_BEGUN,
    WhyNotJoined.LATE: Sending.LATE,
    WhyNotJoined.GONE: Sending.OVER,
    WhyNotJoined.REFUSED: Sending.OVER,
}
"""How what is written stands when it was not taken; it waits where nothing else is said."""


class _Connection(http.client.HTTPSConnection):
    """To a certificate that nobody vouches for. `pinned`: its SHA-256; None: whichever there is, to be proved."""

    def __init__(self, host: str, port: int, pinned: bytes | None) -> None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        context.minimum_version = ssl.TLSVersion.TLSv1_2
        super().__init__(host, port, context=context, timeout=_SECONDS)
        self._pinned, self.seen = pinned, b""

    def connect(self) -> None:
        """Connect, and go no further where it is another certificate: not a byte has been sent."""
        super().connect()
        certificate = (
            self.sock.getpeercert(binary_form=True) if isinstance(self.sock, ssl.SSLSocket) else None
        )
        self.seen = sha256(certificate or b"").digest()
        if self._pinned is not None and self.seen != self._pinned:
            self.close()
            raise NotJoined(WhyNotJoined.WRONG_CERTIFICATE)


@dataclass(slots=True)
class Line:
    """Asks the service, always over the pinned certificate."""

    host: str
    port: int
    pinned: bytes
    token: str = ""

    def ask(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        """What is answered. Raises NotJoined."""
        connection = _Connection(self.host, self.port, self.pinned)
        try:
            return _asked(connection, path, body, self.token)
        finally:
            connection.close()

    def leave(self) -> None:
        """Give the place back, as far as that is heard."""
        with suppress(NotJoined):
            self.ask("/api/leave", {})


@dataclass(frozen=True, slots=True)
class Joined:
    """A laptop that is in. `code` opens its sheet; `data` is the sheet."""

    line: Line
    code: str
    data: bytes

    def send(self, path: Path, heard: Heard, earlier: Sequence[Path] = ()) -> Sender:
        """Send the sheet at `path` home from now on, and once what `earlier` sheets of the table still hold."""
        return Sender(self.line, path, heard, earlier)

    def leave(self) -> None:
        """Give the table back, as far as that is heard."""
        self.line.leave()


@dataclass(frozen=True, slots=True)
class Met:
    """The service and this laptop know each other. A ticket is good once, and for a short while."""

    line: Line
    ticket: str
    places: Sequence[Place]

    def take(self, place: str) -> Joined:
        """Take notes for a table; without its sheet it is given back. Raises NotJoined."""
        found = self.line.ask("/api/join", {"ticket": self.ticket, "place": place})
        line = Line(self.line.host, self.line.port, self.line.pinned, str(found["token"]))
        try:
            given = line.ask("/api/sheet", {})
        except NotJoined:
            line.leave()
            raise
        return Joined(line, str(given["code"]), b64decode(given["data"]))


def join(address: str, word: str, introduce: Introduce) -> Met:
    """Meet the service at "HOST:PORT" by the word of the day, in whichever letters. Raises NotJoined."""
    host, port = _parted(address)
    word = shipped().read(word)
    if not word:
        raise NotJoined(WhyNotJoined.WRONG_WORD)  # it is none of ours: nobody needs to be asked
    try:
        connection = _Connection(host, port, None)
    except http.client.InvalidURL:
        raise NotJoined(WhyNotJoined.NO_ADDRESS) from None
    try:
        try:
            connection.connect()
        except (OSError, ValueError):
            raise NotJoined(WhyNotJoined.AWAY) from None
        return _introduced(connection, word, introduce)
    finally:
        connection.close()


def _introduced(connection: _Connection, word: str, introduce: Introduce) -> Met:
    """All of it over one connection, whose certificate is mixed into the proofs."""
    met = introduce(word, connection.seen, host=False)
    began = _asked(connection, "/api/introduction", {"data": _text(met.message)})
    try:
        proof = met.hear(b64decode(began["data"]))
        proved = _asked(connection, f"/api/introduction/{began['id']}", {"data": _text(proof)})
        met.prove(b64decode(proved["data"]))
    except NotIntroduced:
        raise NotJoined(WhyNotJoined.WRONG_CERTIFICATE) from None
    line = Line(connection.host, connection.port or USUAL_PORT, connection.seen)
    return Met(line, str(proved["ticket"]), [Place(**one) for one in proved["places"]])


class Sender:
    """A thread that looks at the sheet's file, and sends it where it changed; `heard` is told from it."""

    def __init__(self, line: Line, path: Path, heard: Heard, earlier: Sequence[Path] = ()) -> None:
        self._line, self._path, self._heard = line, path, heard
        self._earlier = list(earlier)
        self._ended, self._sent = Event(), b""
        self._stands, self._look_at = Sending.WAITS, 0.0
        self._thread = Thread(target=self._run, name="sheet-sender", daemon=True)
        self._thread.start()

    def close(self, seconds: float = 2 * _SECONDS) -> bool:
        """Send once more what is not there yet, leave the table, and end; whether everything is there.

        Waits for `seconds` at most; a thread that still waits for an answer then goes on by itself for a while.
        """
        self._ended.set()
        self._thread.join(seconds)
        return self._there()

    def _there(self) -> bool:
        with suppress(OSError):
            return self._path.read_bytes() == self._sent
        return False

    def _run(self) -> None:
        wait = _LOOK
        while self._stands is not Sending.OVER and not self._ended.wait(wait):
            wait = self._tried(wait)
        if self._stands is not Sending.OVER and not self._there():
            self._tried(wait)
        if self._stands is not Sending.OVER:
            self._line.leave()

    def _tried(self, wait: float) -> float:
        """Send it where it changed, else ask now and then for the pen; how long to wait then."""
        try:
            data = self._path.read_bytes()
            if data == self._sent:
                self._look_around()
                return _LOOK
            self._line.ask("/api/sheet/home", {"data": _text(data)})
        except NotJoined as error:
            self._say(_STANDS.get(error.why, Sending.WAITS))
            longest = _PEN if self._stands is Sending.OFF_RECORD else _LONGEST
            return max(error.seconds, min(longest, wait * 2))
        except OSError:
            return min(_LONGEST, wait * 2)
        self._say(Sending.ARRIVES)
        self._sent = data
        return _LOOK

    def _look_around(self) -> None:
        """Now and then, send what is left of earlier sheets, and say where the pen was put down, or taken up.

        That nobody answers is said once something waits.
        """
        if monotonic() < self._look_at:
            return
        stands = self._stands
        try:
            self._send_earlier()
            down = bool(self._line.ask("/api/sheet/pen", {}).get("down"))
            stands = Sending.OFF_RECORD if down else Sending.ARRIVES
        except NotJoined as error:
            stands = Sending.OVER if error.why is WhyNotJoined.GONE else stands
        if stands is not self._stands:
            self._say(stands)
        self._look_at = monotonic() + _PEN

    def _send_earlier(self) -> None:
        """What is refused for good, or can't be read, stays where it is; the rest is sent the next time."""
        while self._earlier:
            try:
                self._line.ask("/api/sheet/home", {"data": _text(self._earlier[0].read_bytes())})
            except NotJoined as error:
                if error.why is not WhyNotJoined.REFUSED:
                    return
            except OSError:
                pass
            del self._earlier[0]

    def _say(self, stands: Sending) -> None:
        self._stands = stands
        self._heard(stands)


def _asked(
    connection: http.client.HTTPSConnection, path: str, body: dict[str, Any], token: str = ""
) -> dict[str, Any]:
    headers = {"Content-Type": "application/json"} | ({"Authorization": f"Bearer {token}"} if token else {})
    try:
        connection.request("POST", path, json.dumps(body), headers)
        answer = connection.getresponse()
        found = json.loads(answer.read() or "{}")
    except (OSError, http.client.HTTPException, ValueError):
        raise NotJoined(WhyNotJoined.AWAY) from None
    if answer.status in {HTTPStatus.OK, HTTPStatus.NO_CONTENT} and isinstance(found, dict):
        return found
    code = str(found.get("error", "")) if isinstance(found, dict) else ""
    known = code in set(WhyNotJoined)
    later = answer.status >= HTTPStatus.INTERNAL_SERVER_ERROR or answer.status in _LATER
    why = WhyNotJoined(code) if known else WhyNotJoined.AWAY if later else WhyNotJoined.REFUSED
    raise NotJoined(why, float(found.get("seconds", 0.0)) if isinstance(found, dict) else 0.0)


def _parted(address: str) -> tuple[str, int]:
    """Host and port of "192.168.1.5:8443", with or without what a browser writes before and behind."""
    bare = address.strip().removeprefix("https://").rstrip("/")
    host, colon, port = bare.rpartition(":")
    if not colon or "]" in port:
        host, port = bare, str(USUAL_PORT)
    if not host or not port.isascii() or not port.isdigit() or int(port) > _LAST_PORT:
        raise NotJoined(WhyNotJoined.NO_ADDRESS)
    return host.strip("[]"), int(port)


def _text(data: bytes) -> str:
    return b64encode(data).decode()
