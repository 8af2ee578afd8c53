"""The service over real sockets: what it answers, what it refuses, and what it writes down of that: no words."""

from __future__ import annotations

import os
import socket
import ssl
import time
import uuid
from typing import TYPE_CHECKING

import pytest

from coprod.domain import acts
from coprod.domain.terms import ItemKind, NoteKind
from coprod.service.sharing.room import Message, Wish, WishKind
from tests.present.meeting import Meeting
from tests.serve.hosting import HERE, Device, Hosted, device, grouped, supported

if TYPE_CHECKING:
    from collections.abc import Iterator

SOAK = bool(os.environ.get("COPROD_SOAK"))
SECRET = "だれにも聞かせない言葉"


@pytest.fixture
def meeting() -> Meeting:
    made = grouped(Meeting())
    supported(made)
    return made


@pytest.fixture
def hosted(meeting: Meeting) -> Iterator[Hosted]:
    made = Hosted(meeting, participants=3)
    yield made
    made.close()


@pytest.fixture
def table(hosted: Hosted) -> Device:
    return device(hosted).join(0)


def raw(hosted: Hosted, data: bytes, seconds: float = 20) -> bytes:
    """Send bytes as they are; all that comes back."""
    context = Device(0).context
    with (
        socket.create_connection((HERE, hosted.port), seconds) as plain,
        context.wrap_socket(plain) as spoken,
    ):
        spoken.sendall(data)
        found = b""
        try:
            while part := spoken.recv(65536):
                found += part
                if b"\r\n\r\n" in found and b"Connection: close" not in data:
                    break
        except (TimeoutError, ssl.SSLError, ConnectionError):
            pass
        return found


def request(hosted: Hosted, line: str, *headers: str, host: str = "") -> bytes:
    there = host or f"{HERE}:{hosted.port}"
    return "\r\n".join([line, f"Host: {there}", "Connection: close", *headers, "", ""]).encode()


def status(answer: bytes) -> int:
    return int(answer.split(b" ", 2)[1]) if answer else 0


# ---- what it answers


def test_before_anybody_is_in_nothing_of_the_meeting_is_told(hosted: Hosted) -> None:
    told = str(device(hosted).get("/api/hello")[1])
    for word in ("庭がわ", "Sumire", "speak", "だれが話せるか", hosted.word.kana, hosted.word.roman):
        assert word not in told


def test_a_note_is_kept_once_however_often_it_is_sent(hosted: Hosted, table: Device) -> None:
    id = str(uuid.uuid4())
    assert [table.note("一度", id=id)[0] for _ in range(3)] == [201, 200, 200]
    assert hosted.notes() == ["一度"]
    assert table.get("/api/view")[1]["notes"] == [
        {"id": id, "text": {"ja": "一度"}, "who": [], "kind": "contribution", "minority": False, "own": True}
    ]


def test_a_note_that_the_rules_refuse_says_why_in_every_language(hosted: Hosted, table: Device) -> None:
    code, told = table.note("   ")
    assert (code, told["error"]) == (422, "no-text")
    assert set(told["text"]) == {"ja", "en", "ko"}
    assert hosted.notes() == []


def test_what_could_not_be_kept_may_be_sent_again(hosted: Hosted, table: Device, meeting: Meeting) -> None:
    id = str(uuid.uuid4())
    meeting.store.failing = "full"
    assert table.note("あとで", id=id)[0] == 503
    meeting.store.failing = None
    assert table.note("あとで", id=id)[0] == 201
    assert hosted.notes() == ["あとで"]


def test_off_the_record_nothing_is_kept_and_the_page_is_told(
    hosted: Hosted, table: Device, meeting: Meeting
) -> None:
    meeting.do(acts.PutPenDown())
    assert table.get("/api/view")[1]["off_record"] is True
    assert table.note(SECRET)[0] == 422
    meeting.do(acts.TakePenUp())
    assert hosted.notes() == []


def test_a_stream_tells_that_something_is_different_and_ends_with_the_sharing(
    hosted: Hosted, table: Device, meeting: Meeting
) -> None:
    connection = table.connect()
    headers = {"Authorization": f"Bearer {table.token}", "Accept": "text/event-stream"}
    connection.request("GET", "/api/events", headers=headers)
    stream = connection.getresponse()
    assert stream.headers["content-type"].startswith("text/event-stream")
    assert b"event: view" in stream.read1(4096)
    draft = acts.NoteDraft(NoteKind.IDEA, {"ja": "新しい"}, original="ja")
    meeting.do(
        acts.KeepNote(draft, meeting.state.small_groups()[1].id)
    )  # of another table: nothing is different here
    meeting.do(acts.KeepNote(draft, meeting.state.small_groups()[0].id))
    begun = time.monotonic()
    assert b"id: 2\nevent: view" in stream.read1(4096)
    assert time.monotonic() - begun < 5
    hosted.service.close()
    assert b"event: end" in stream.read1(4096)
    connection.close()


def test_whoever_asks_again_and_again_waits_until_something_is_different(
    table: Device, meeting: Meeting
) -> None:
    version = table.get("/api/view")[1]["version"]
    begun = time.monotonic()
    assert table.get(f"/api/events?after={version}&wait=0.3")[1] == {"version": version, "end": False}
    assert 0.25 < time.monotonic() - begun < 5
    meeting.open(ItemKind.CHECK_IN)
    assert table.get(f"/api/events?after={version}&wait=20")[1] == {"version": version + 1, "end": False}
    assert table.get("/api/events?after=x")[0] == 400


def test_wishes_and_messages_reach_the_console_once_and_are_kept_nowhere(
    hosted: Hosted, meeting: Meeting
) -> None:
    who = next(iter(meeting.state.participants))
    one = device(hosted).join(who, "participant")
    before = list(meeting.live.facts())
    for _ in range(2):
        assert (
            one.post("/api/wish", {"id": "0" * 8 + "-0000-4000-8000-" + "0" * 12, "wish": "later"})[0] == 202
        )
        sent = {"id": "1" * 8 + "-0000-4000-8000-" + "0" * 12, "to": who, "text": SECRET}
        assert one.post("/api/message", sent)[0] == 202
    assert hosted.told == [Wish(WishKind.LATER, who), Message(who, SECRET)]
    assert list(meeting.live.facts()) == before
    other = meeting.state.small_groups()[1].members[0]
    assert one.post("/api/message", {**sent, "to": other})[0] == 404


def test_a_participant_takes_back_what_that_page_sent_and_nothing_else(
    hosted: Hosted, table: Device, meeting: Meeting
) -> None:
    meeting.open(ItemKind.CHECK_IN)
    one, other = (device(hosted).join("", "participant") for _ in range(2))
    mine, theirs = str(uuid.uuid4()), str(uuid.uuid4())
    assert table.note("テーブルの", id=theirs)[0] == 201
    sent = {"id": mine, "texts": {"ja": SECRET}, "original": "ja"}
    assert one.post("/api/check-in", sent)[0] == 201
    assert other.get("/api/view")[1]["notes"] == []
    assert other.post(f"/api/notes/{mine}/take-back")[0] == 404
    assert one.post(f"/api/notes/{theirs}/take-back")[0] == 404
    assert one.post(f"/api/notes/{mine}/take-back")[0] == 200
    assert hosted.notes() == ["テーブルの"]
    assert one.get("/api/view")[1]["notes"] == []


def test_a_note_that_was_taken_back_does_not_come_again_with_a_late_request(
    hosted: Hosted, table: Device, meeting: Meeting
) -> None:
    id = str(uuid.uuid4())
    assert table.note(SECRET, id=id)[0] == 201
    assert table.post(f"/api/notes/{id}/take-back")[0] == 200
    assert table.note(SECRET, id=id)[0] == 200
    assert hosted.notes() == []
    assert SECRET not in {word.body for word in meeting.store.load(meeting.state.session).words.values()}


def test_while_the_pen_is_down_taking_back_waits_with_a_reason(table: Device, meeting: Meeting) -> None:
    id = str(uuid.uuid4())
    table.note("言葉", id=id)
    meeting.do(acts.PutPenDown())
    code, told = table.post(f"/api/notes/{id}/take-back")
    assert (code, told["error"]) == (422, "off-record")
