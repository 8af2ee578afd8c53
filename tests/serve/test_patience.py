"""Connections that ask nothing are let go, so many come from one address at most, and others are still served."""

from __future__ import annotations

import contextlib
import socket
import time
from typing import TYPE_CHECKING

import pytest

from coprod.serve import listening, patience
from tests.present.meeting import Meeting
from tests.serve.hosting import HERE, Device, Hosted, device, grouped

if TYPE_CHECKING:
    import ssl
    from collections.abc import Iterator

OTHER = "127.0.0.2"
"""Another address of this machine, as if it were another device."""


@pytest.fixture
def hosted() -> Iterator[Hosted]:
    made = Hosted(grouped(Meeting()))
    yield made
    made.close()


def silent_from(hosted: Hosted, address: str) -> socket.socket:
    return socket.create_connection((HERE, hosted.port), 5, source_address=(address, 0))


def silent(hosted: Hosted, address: str = OTHER) -> ssl.SSLSocket:
    return Device(0).context.wrap_socket(silent_from(hosted, address))


def is_open(one: socket.socket) -> bool:
    one.settimeout(0.05)
    try:
        return one.recv(1) != b""
    except TimeoutError:
        return True
    except OSError:
        return False


def test_whoever_asks_nothing_is_let_go_and_whoever_listens_stays(
    hosted: Hosted, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patience, "SECONDS_TO_ASK", 0.4)
    table = device(hosted).join(0)
    stream = table.connect()
    headers = {"Authorization": f"Bearer {table.token}", "Accept": "text/event-stream"}
    stream.request("GET", "/api/events", headers=headers)
    answer = stream.getresponse()
    assert b"view" in answer.read1(100)
    slow = silent(hosted)
    slow.sendall(b"GET / HT")
    assert is_open(slow)
    time.sleep(0.8)
    assert not is_open(slow)
    assert table.note("まだ聞こえる")[0] == 201
    assert b"view" in answer.read1(100)
    stream.close()
    slow.close()


def test_one_address_does_not_take_the_room_of_all(hosted: Hosted, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listening, "MOST_OF_ONE", 20)
    with contextlib.ExitStack() as held:
        made = []
        for _ in range(40):
            with contextlib.suppress(OSError):
                made.append(held.enter_context(silent(hosted)))
        time.sleep(0.2)
        assert sum(map(is_open, made)) <= 20
        assert device(hosted).join(0).note("ここは入れる")[0] == 201
    time.sleep(0.3)
    again = silent(hosted)
    assert is_open(again)
    again.close()


def test_whoever_does_not_even_say_hello_takes_neither_the_room_nor_the_files_of_the_program(
    hosted: Hosted, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listening, "MOST", 20)
    with contextlib.ExitStack() as held:
        made = [held.enter_context(silent_from(hosted, f"127.0.0.{n % 5 + 10}")) for n in range(60)]
        time.sleep(0.3)
        assert sum(map(is_open, made)) <= 20
    time.sleep(0.3)
    assert device(hosted).join(0).note("また入れる")[0] == 201


def test_a_handshake_is_not_waited_for_for_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listening, "SECONDS_FOR_A_HANDSHAKE", 0.3)
    hosted = Hosted(grouped(Meeting()))
    with silent_from(hosted, OTHER) as one:
        assert is_open(one)
        time.sleep(0.8)
        assert not is_open(one)
    hosted.close()


def test_a_second_request_that_never_ends_is_let_go_too(
    hosted: Hosted, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patience, "SECONDS_TO_ASK", 0.4)
    slow = silent(hosted)
    slow.sendall(f"GET /room.css HTTP/1.1\r\nHost: {HERE}:{hosted.port}\r\n\r\n".encode())
    slow.settimeout(2)
    assert slow.recv(12) == b"HTTP/1.1 200"
    slow.sendall(b"GET / HT")
    end = time.monotonic() + 5
    gone = False
    while not gone:
        assert time.monotonic() < end
        try:
            gone = slow.recv(65536) == b""
        except OSError as error:
            gone = not isinstance(error, TimeoutError)
    slow.close()
