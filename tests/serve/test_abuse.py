"""The service over real sockets: what it refuses, and what it writes down of that: no words."""

from __future__ import annotations

import contextlib
import logging
import os
import socket
import ssl
import time
import uuid
from typing import TYPE_CHECKING, Any

import pytest

from coprod.serve.guard import HEADERS, MOST_BYTES
from coprod.service.sharing.pairing import FREE, MOST_WRONG, Role
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
        found = b""
        try:
            spoken.sendall(data)
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


# ---- what it refuses


def test_every_answer_has_strict_headers_and_says_nothing_of_what_serves_it(
    hosted: Hosted, table: Device
) -> None:
    for method, path in (
        ("GET", "/"),
        ("GET", "/api/view"),
        ("GET", "/nothing"),
        ("POST", "/api/notes"),
        ("PUT", "/"),
    ):
        _, _, headers = table.ask(method, path, {})
        for key, value in HEADERS.items():
            assert headers[key.lower()] == value, (path, key)
        assert "server" not in headers
        assert "set-cookie" not in headers
    assert "unsafe" not in HEADERS["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/api/view"),
        ("GET", "/api/events"),
        ("POST", "/api/notes"),
        ("POST", "/api/leave"),
        ("POST", "/api/wish"),
    ],
)
def test_without_a_token_or_with_an_invented_one_nothing_is_answered(
    hosted: Hosted, method: str, path: str
) -> None:
    stranger = device(hosted)
    for token in ("", "invented", "x" * 5000, "é"):
        headers = {"Authorization": f"Bearer {token}"} if token.isascii() and token else {}
        code, told, _ = stranger.ask(method, path, {}, headers)
        assert (code, told["error"]) == (401, "gone")


def test_a_token_is_good_for_its_role_alone(hosted: Hosted, table: Device) -> None:
    one = device(hosted).join("", "participant")
    assert one.note(SECRET)[0] == 403
    note = str(uuid.uuid4())
    table.note(SECRET, id=note)
    assert one.post(f"/api/notes/{note}/take-back")[0] == 404
    for path in ("/api/check-in", "/api/wish", "/api/message"):
        assert table.post(path, {"id": str(uuid.uuid4())})[0] == 403
    assert one.get("/api/view")[1]["notes"] == []


def test_a_stolen_token_is_worth_nothing_after_its_place_was_freed_left_or_the_sharing_ended(
    hosted: Hosted,
) -> None:
    first, second = device(hosted).join(0), device(hosted).join(1)
    place = next(iter(hosted.meeting.state.groups))
    hosted.service.free(Role.NOTES, place)
    assert first.note(SECRET)[0] == 401
    assert second.post("/api/leave")[0] == 204
    assert second.get("/api/view")[0] == 401
    third = device(hosted).join(0)
    hosted.door.close()
    assert third.get("/api/view")[0] == 401
    assert hosted.notes() == []


def test_a_ticket_that_is_replayed_gets_nothing(hosted: Hosted) -> None:
    one = device(hosted)
    ticket, places = one.ticket()
    assert one.post("/api/join", {"ticket": ticket, "place": places[0]["id"]})[0] == 200
    assert one.post("/api/join", {"ticket": ticket, "place": places[1]["id"]})[0] == 403


def test_nothing_of_another_table_can_be_read_written_or_taken_back(hosted: Hosted, table: Device) -> None:
    other = device(hosted).join(1)
    id = str(uuid.uuid4())
    other.note(SECRET, id=id)
    assert SECRET not in str(table.get("/api/view"))
    assert table.post(f"/api/notes/{id}/take-back")[0] == 404
    there = [one["id"] for one in other.get("/api/view")[1]["people"]]
    assert table.note("x", who=there)[0] == 422
    assert table.note("x", group=hosted.meeting.state.small_groups()[1].id)[0] == 400
    assert (
        table.note("x", id=id)[0] == 422
    )  # somebody else's id tells nothing of their note, and changes nothing
    assert hosted.notes() == [SECRET]


def test_html_and_scripts_come_back_as_the_words_they_are(hosted: Hosted, table: Device) -> None:
    wicked = "</script><svg onload=alert(1)>\u2028'\"&lt;"
    table.note(wicked)
    code, told, headers = table.ask("GET", "/api/view")
    assert code == 200
    assert told["notes"][0]["text"] == {"ja": wicked}
    assert headers["content-type"] == "application/json"


@pytest.mark.parametrize(
    "body",
    [
        b"", b"[]", b"{", b"null", b"\xff\xfe", b'{"id": 1}', b"[" * 50_000,
        b'{"id":"x","texts":{"ja":"a"},"original":"ja"}',
        b'{"id":"00000000-0000-4000-8000-000000000000","texts":{},"original":"ja"}',
        b'{"id":"00000000-0000-4000-8000-000000000000","texts":{"ja":"a"},"original":"ja","kind":"verdict"}',
        b'{"id":"00000000-0000-4000-8000-000000000000","texts":{"ja":"a"},"original":"../ja"}',
        b'{"id":"00000000-0000-4000-8000-000000000000","texts":{"ja":"\\ud800"},"original":"ja"}',
    ],
)  # fmt: skip
def test_what_is_no_note_is_refused(hosted: Hosted, table: Device, body: bytes) -> None:
    code, told, _ = table.ask("POST", "/api/notes", body)
    assert code in {400, 422}, told
    assert hosted.notes() == []


def test_a_body_that_is_too_large_is_refused_whether_it_says_so_or_not(hosted: Hosted, table: Device) -> None:
    assert table.ask("POST", "/api/notes", b"x" * (MOST_BYTES + 1))[0] == 413
    head = request(
        hosted,
        "POST /api/notes HTTP/1.1",
        f"Authorization: Bearer {table.token}",
        "Transfer-Encoding: chunked",
    )
    chunk = b"4000\r\n" + b"x" * 0x4000 + b"\r\n"
    assert status(raw(hosted, head + chunk * 6)) == 413
    said = request(hosted, "POST /api/word HTTP/1.1", "Content-Length: 99999999999")
    assert status(raw(hosted, said)) == 413


def test_a_body_that_comes_too_slowly_is_let_go(
    hosted: Hosted, table: Device, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("coprod.serve.guard.SECONDS_FOR_A_BODY", 0.5)
    head = request(
        hosted, "POST /api/notes HTTP/1.1", f"Authorization: Bearer {table.token}", "Content-Length: 500"
    )
    begun = time.monotonic()
    assert status(raw(hosted, head + b"{")) == 408
    assert time.monotonic() - begun < 5
    assert table.note("まだ聞いている")[0] == 201


def test_ten_thousand_wrong_words_open_nothing(hosted: Hosted, table: Device) -> None:
    stranger = device(hosted)
    connection = stranger.connect()
    codes: list[int] = []
    for n in range(10_000 if SOAK else 300):
        connection.request("POST", "/api/word", f'{{"word": "word {n}"}}'.encode())
        answer = connection.getresponse()
        answer.read()
        codes.append(answer.status)
    connection.close()
    assert codes[:FREE] == [403] * FREE
    assert codes.count(403) < MOST_WRONG
    assert set(codes) <= {403, 429, 409}
    assert table.note("ここは続く")[0] == 201


def test_many_requests_of_one_guest_wait_and_another_does_not(hosted: Hosted, table: Device) -> None:
    codes = [table.get("/api/view")[0] for _ in range(60)]
    assert codes[:20] == [200] * 20
    assert 429 in codes
    assert device(hosted).join(1).note("となりは続く")[0] == 201


@pytest.mark.parametrize(
    "path",
    ["/..", "/../room.css", "/%2e%2e/%2e%2e/etc/passwd", "//etc/passwd", "/room.css/", "/ROOM.CSS", "/room.css%00.js",
     "/page/room.css", "/api", "/api/", "/docs", "/openapi.json", "/main.js.map", "/index.html",
     "/api/notes//take-back", "/api/notes/..%2f..%2f/take-back", "/\\..\\", "/room.css?../../"],
)  # fmt: skip
def test_no_trick_with_a_path_finds_anything_else(hosted: Hosted, path: str) -> None:
    code = status(raw(hosted, request(hosted, f"GET {path} HTTP/1.1")))
    assert code == (200 if path == "/room.css?../../" else code)
    assert code in {200, 400, 404, 405}
    if code == 200:
        assert path.startswith("/room.css?")


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT"])
def test_other_methods_are_not_answered(hosted: Hosted, method: str) -> None:
    assert status(raw(hosted, request(hosted, f"{method} /api/notes HTTP/1.1"))) in {400, 404, 405}


def test_it_answers_only_under_its_own_name_and_no_other_pages_requests(
    hosted: Hosted, table: Device
) -> None:
    for host in ("evil.example", f"{HERE}:1", "127.0.0.1.evil.example"):
        assert status(raw(hosted, request(hosted, "GET / HTTP/1.1", host=host))) == 421
    code, _, _ = table.ask("POST", "/api/notes", {}, {"Origin": "https://evil.example"})
    assert code == 421
    assert table.ask("GET", "/", None, {"Origin": f"https://{HERE}:{hosted.port}"})[0] == 200


def test_no_websocket_is_opened(hosted: Hosted) -> None:
    answer = raw(
        hosted,
        request(
            hosted,
            "GET /api/events HTTP/1.1",
            "Upgrade: websocket",
            "Sec-WebSocket-Version: 13",
            "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==",
        ),
    )
    assert b"101" not in answer.split(b"\r\n")[0]


@pytest.mark.parametrize(
    "data", [b"\x00" * 100, b"GET / HTTP/9.9\r\n\r\n", b"GET /" + b"a" * 100_000, b"\r\n" * 50]
)
def test_what_is_no_request_is_let_go(hosted: Hosted, table: Device, data: bytes) -> None:
    assert status(raw(hosted, data, 2) or b"x 400") in {400, 404, 414, 421, 431}
    assert table.note("ここは続く")[0] == 201


def test_plain_http_gets_nothing(hosted: Hosted) -> None:
    with socket.create_connection((HERE, hosted.port), 5) as plain:
        plain.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
        with contextlib.suppress(ConnectionError):
            assert b"HTTP" not in plain.recv(1000)


def test_it_listens_on_its_own_address_alone(hosted: Hosted) -> None:
    with pytest.raises(OSError, match=r"refused|timed out"):
        socket.create_connection(("127.0.0.2", hosted.port), 2).close()


def test_what_is_written_down_has_no_words_no_names_and_no_secrets(
    hosted: Hosted, table: Device, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    table.note(SECRET)
    table.ask("POST", "/api/notes", SECRET.encode())
    stranger = device(hosted)
    stranger.post("/api/word", {"word": SECRET})
    stranger.get(f"/api/view?token={table.token}")
    one = device(hosted).join("", "participant")
    who = next(iter(hosted.meeting.state.participants))
    one.post("/api/message", {"id": str(uuid.uuid4()), "to": who, "text": SECRET})
    hosted.stop_listening()
    lines = [record.getMessage() for record in caplog.records]
    assert [line for line in lines if "POST note 201" in line]
    assert [line for line in lines if "POST word 403" in line]
    whole = "\n".join(lines)
    for secret in (
        SECRET,
        table.token,
        one.token,
        hosted.word.kana,
        hosted.word.roman,
        who,
        "Sumire",
        "庭がわ",
    ):
        assert secret not in whole


def test_a_bug_tells_its_kind_and_nothing_else(
    hosted: Hosted, table: Device, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: Any) -> None:
        raise RuntimeError(SECRET)

    monkeypatch.setattr("coprod.serve.app.Telling.view", fail)
    caplog.set_level(logging.DEBUG)
    code, told = table.get("/api/view")
    assert (code, told) == (500, {"error": "failed"})
    hosted.stop_listening()  # it is written down after it is answered
    assert "RuntimeError" in caplog.text
    assert SECRET not in caplog.text
