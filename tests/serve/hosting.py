"""A session that is shared for a test, and devices that speak to it over real sockets and real TLS."""

from __future__ import annotations

import http.client
import json
import ssl
import time
import uuid
from typing import TYPE_CHECKING, Any, Self

from coprod.domain import acts
from coprod.domain.rules.pen import Refused
from coprod.domain.terms import ItemKind, Part
from coprod.seal import SealedFiles, WordIntroduction
from coprod.serve.app import App
from coprod.serve.certificate import made_for
from coprod.serve.laptops import LaptopRoutes
from coprod.serve.server import Service
from coprod.service.sharing.alone import AloneRecord
from coprod.service.sharing.hosting import Where, door_for, drawn
from coprod.service.sharing.laptops import Laptops
from coprod.service.sharing.words import shipped

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from trustme import LeafCert

    from coprod.service.sharing.pairing import Door
    from coprod.service.sharing.room import Message, Wish
    from tests.present.meeting import Meeting

HERE = "127.0.0.1"
BOOK = shipped()


def grouped(meeting: Meeting) -> Meeting:
    """Two tables, a support person, and the small groups open."""
    state = meeting.state
    names = {meeting.texts().body(one.called): id for id, one in state.participants.items()}
    for name, who in (("庭がわ", ("Sumire", "Tadashi", "Umi")), ("窓がわ", ("Vera", "Wakana"))):
        meeting.do(acts.FormGroup({"ja": name, "en": f"{name} table"}, tuple(names[one] for one in who)))
    meeting.open(ItemKind.ROUNDTABLE)
    return meeting


def certificate_files(folder: Path, leaf: LeafCert) -> tuple[Path, Path]:
    """A certificate and its key, as an organisation has them."""
    certificate, key = folder / "own.crt", folder / "own.key"
    certificate.write_bytes(b"".join(one.bytes() for one in leaf.cert_chain_pems))
    key.write_bytes(leaf.private_key_pem.bytes())
    return certificate, key


class Hosted:
    """A service on a free port of this machine; `told` is what reached the console."""

    def __init__(self, meeting: Meeting, *, participants: int = 0, port: int = 0) -> None:
        self.meeting = meeting
        self.words = drawn(BOOK, everyone=participants > 0)
        self.word = self.words.notes
        self.told: list[Wish | Message] = []
        self.record = AloneRecord(meeting.live)
        self._participants = participants
        self.door = self.door_of(meeting.state.session)
        self._port = port
        self.certificate = made_for(HERE)
        self.laptops = Laptops(self.word.roman, WordIntroduction, meeting.store, SealedFiles, meeting.clock)
        self.start()
        meeting.live.listen(lambda _change: self.service.changed())

    def door_of(self, session: str) -> Door:
        """A door of which nobody has a token yet."""
        return door_for(BOOK, self.words, time.monotonic, self._participants, session)

    def start(self) -> None:
        """Begin to listen."""
        app = App(self.record, self.door, self.told.append)
        app.add(LaptopRoutes(app, self.laptops, self.certificate.fingerprint).routes())
        self.service = Service(app, Where(HERE, self._port), self.certificate)
        self._port = self.service.port

    def stop_listening(self) -> None:
        """Be away, as a laptop that sleeps: who was let in is still known."""
        self.service.stop()

    @property
    def port(self) -> int:
        """Where it listens."""
        return self.service.port

    def everyone(self) -> str:
        """The word for participants."""
        assert self.words.everyone is not None
        return self.words.everyone.kana

    def notes(self) -> list[str]:
        """The words of all notes that are kept, the first first."""
        state, words = self.record.seen()
        return [words[note.content.text[0][1]].body for note in state.notes()]

    def close(self) -> None:
        """End it."""
        self.service.close()
        self.record.close()


def device(hosted: Hosted) -> Device:
    """One that has read the word off the wall."""
    everyone = hosted.words.everyone
    return Device(hosted.port, hosted.word.kana, everyone.kana if everyone else "")


class Device:
    """Something that speaks to the service as a page does."""

    def __init__(self, port: int, word: str = "", everyone: str = "") -> None:
        self.port, self.token = port, ""
        self.words = {"notes": word, "participant": everyone}
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        self.context.check_hostname = False
        self.context.verify_mode = ssl.CERT_NONE

    def connect(self, seconds: float = 20) -> http.client.HTTPSConnection:
        """A connection of its own."""
        return http.client.HTTPSConnection(HERE, self.port, context=self.context, timeout=seconds)

    def ask(
        self, method: str, path: str, body: Any = None, headers: dict[str, str] | None = None
    ) -> tuple[int, Any, dict[str, str]]:
        """Status, body as JSON, headers."""
        connection = self.connect()
        sent = {"Authorization": f"Bearer {self.token}"} if self.token else {}
        data = json.dumps(body).encode() if body is not None and not isinstance(body, bytes) else body
        try:
            connection.request(method, path, data, sent | (headers or {}))
            answer = connection.getresponse()
            text = answer.read()
            kind = answer.headers.get("content-type", "")
            found = json.loads(text) if "json" in kind and text else text
            return answer.status, found, {key.lower(): one for key, one in answer.headers.items()}
        finally:
            connection.close()

    def post(self, path: str, body: Any = None) -> tuple[int, Any]:
        """Send something."""
        status, found, _ = self.ask("POST", path, body if body is not None else {})
        return status, found

    def get(self, path: str) -> tuple[int, Any]:
        """Fetch something."""
        status, found, _ = self.ask("GET", path)
        return status, found

    def ticket(self, role: str = "notes") -> tuple[str, list[dict[str, Any]]]:
        """Say the word."""
        status, found = self.post("/api/word", {"word": self.words[role]})
        assert (status, found["role"]) == (200, role), found
        return found["ticket"], found["places"]

    def join(self, place: int | str = 0, role: str = "notes") -> Self:
        """Say the word and take a place, by its number or as it is."""
        ticket, places = self.ticket(role)
        status, found = self.post(
            "/api/join", {"ticket": ticket, "place": places[place]["id"] if isinstance(place, int) else place}
        )
        assert status == 200, found
        self.token = found["token"]
        return self

    def note(self, text: str, **parts: Any) -> tuple[int, Any]:
        """Keep a note."""
        given = {"id": str(uuid.uuid4()), "texts": {"ja": text}, "original": "ja", **parts}
        return self.post("/api/notes", given)


def supported(meeting: Meeting) -> str:
    """Make the first person a support person."""
    who = next(iter(meeting.state.participants))
    person = meeting.state.participants[who]
    changed = meeting.live.do(
        acts.ChangeParticipant(
            who,
            acts.ParticipantDraft(
                called=meeting.texts().prose(person.called),
                standpoints=person.standpoints,
                parts=(Part.SUPPORTER,),
            ),
        )
    )
    assert not isinstance(changed, Refused)
    return who


def hosting(meeting: Meeting, **options: Any) -> Iterator[Hosted]:
    """For a fixture."""
    hosted = Hosted(meeting, **options)
    yield hosted
    hosted.close()
