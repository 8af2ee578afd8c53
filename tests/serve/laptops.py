"""Laptops that join a session that is shared for a test, and somebody who stands between."""

from __future__ import annotations

import socket
import ssl
import threading
import time
from functools import partial
from typing import TYPE_CHECKING

from coprod.domain import acts
from coprod.domain.terms import NoteKind
from coprod.seal import SealedFiles, WordIntroduction
from coprod.serve import joining
from coprod.serve.certificate import made_for
from coprod.service.live import LiveSession
from tests.serve.hosting import HERE, Hosted

if TYPE_CHECKING:
    from pathlib import Path

    from coprod.serve.joining import Met
    from coprod.service.sharing.joining import Sending

join = partial(joining.join, introduce=WordIntroduction)


def met(hosted: Hosted, word: str = "") -> Met:
    return join(f"{HERE}:{hosted.port}", word or hosted.word.roman)


class Between:
    """Somebody between, with a certificate of their own, who passes on all that is said, and reads it."""

    def __init__(self, port: int) -> None:
        self.heard = b""
        self._context = made_for(HERE).context
        self._out = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        self._out.check_hostname, self._out.verify_mode = False, ssl.CERT_NONE
        self._to = port
        self._listening = socket.create_server((HERE, 0))
        self.port = self._listening.getsockname()[1]
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            try:
                plain, _ = self._listening.accept()
            except OSError:
                return
            threading.Thread(target=self._pass_on, args=(plain,), daemon=True).start()

    def _pass_on(self, plain: socket.socket) -> None:
        try:
            with (
                self._context.wrap_socket(plain, server_side=True) as near,
                self._out.wrap_socket(socket.create_connection((HERE, self._to))) as far,
            ):
                near.settimeout(0.02)
                far.settimeout(0.02)
                while self._turn(near, far) and self._turn(far, near):
                    pass
        except OSError:
            pass

    def _turn(self, one: ssl.SSLSocket, other: ssl.SSLSocket) -> bool:
        """Pass on what came, in one thread: such a socket is no two threads'."""
        try:
            data = one.recv(65536)
        except TimeoutError:
            return True
        self.heard += data
        other.sendall(data.replace(str(self.port).encode(), str(self._to).encode()))
        return bool(data)

    def close(self) -> None:
        self._listening.close()


def until(done: object, seconds: float = 15) -> None:
    end = time.monotonic() + seconds
    while not done():  # type: ignore[operator]
        assert time.monotonic() < end
        time.sleep(0.05)


class Laptop:
    """One that is in at a table, and writes there."""

    def __init__(self, hosted: Hosted, folder: Path, table: int = 0) -> None:
        found = met(hosted)
        self.joined = found.take(found.places[table].id)
        self.path = folder / f"{table}.coprod-sheet"
        self.path.write_bytes(self.joined.data)
        session, log = SealedFiles().open(self.path, self.joined.code)
        self.live = LiveSession(session, log, hosted.meeting.clock)
        self.told: list[Sending] = []
        self.sender = self.joined.send(self.path, self.told.append)
        until(lambda: self.told)

    def note(self, text: str) -> None:
        self.live.do(acts.KeepNote(acts.NoteDraft(NoteKind.IDEA, {"ja": text}, original="ja")))

    def hears(self, sending: Sending) -> None:
        until(lambda: self.told[-1] is sending)
