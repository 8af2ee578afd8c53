"""The room's own network: from a note sent by one of twenty devices to the console, and how long that is held up.

Meanwhile somebody else in the room tries wrong words, and sends what is no request, a hundred times a second.

The devices are threads of another process, over TLS, each a few notes; a note is there when the console has shown it.
Both read the clock of this machine.
"""

from __future__ import annotations

import gc
import http.client
import json
import os
import ssl
import subprocess
import sys
import time
import uuid
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory
from threading import Thread

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from benchmarks._beat import Beat
from benchmarks.paint import SystemClock, _plan
from benchmarks.table import Row
from coprod.domain import acts
from coprod.i18n import Catalogue
from coprod.serve import host
from coprod.service.live import Change, LiveSession
from coprod.service.sharing.hosting import Where
from coprod.service.sharing.pairing import Door, Role
from coprod.store import open_store
from coprod.ui import theme as themes
from coprod.ui.bridge import Bridge
from coprod.ui.console.window import ConsoleWindow

SESSION = "b0a1c2d3-0000-4000-8000-000000000006"
HERE = "127.0.0.1"
DEVICES, EACH, SECONDS = 20, 20, 0.5
"""Devices, notes of each, and the time between two of them."""


def rows() -> list[Row]:
    """The slowest note of a hundred, and the longest hold of all."""
    with TemporaryDirectory() as folder, open_store(Path(folder) / "room.sqlite") as store:
        live = LiveSession(SESSION, store, SystemClock())
        _plan(live)
        who = tuple(live.state.participants)
        for n in range(DEVICES):
            live.do(acts.FormGroup({"ja": f"テーブル{n}"}, who[n % len(who) :][:1]))
        live.do(acts.StartSession())
        live.do(acts.OpenItem(live.state.agenda[0].id))
        took, held = _measured(live)
    return [
        Row(f"a note of one of {DEVICES} devices on the console, p99", quantiles(took, n=100)[-1], 50, "ms"),
        Row("the console is held up meanwhile, at most", held * 1000, 33, "ms"),
    ]


def _measured(live: LiveSession) -> tuple[list[float], float]:
    app = QApplication.instance() or QApplication([])
    if not isinstance(app, QApplication):
        raise TypeError("an application without windows")
    themes.apply(app, theme := themes.load("light"))
    bridge, beat = Bridge(live), Beat()
    took: list[float] = []
    console = ConsoleWindow(bridge, Catalogue("ja"), theme, SystemClock().now)
    console.show()
    door = Door(str, {"word": Role.NOTES}, time.monotonic)
    service = host(bridge, door, Where(HERE), lambda _told: None)

    def shown(change: Change) -> None:
        service.changed()
        now, new = time.time(), change.new.notes()[len(change.old.notes()) :]
        took.extend((now - float(change.words[note.content.text[0][1]].body)) * 1000 for note in new)

    bridge.changed.connect(shown)
    tickets = [door.admit(HERE, Role.NOTES) for _ in range(DEVICES)]
    places = [group.id for group in live.state.small_groups()]
    tokens = [
        door.enter(ticket, place, lambda _role: set(places))[0]
        for ticket, place in zip(tickets, places, strict=True)
    ]
    gc.freeze()  # as the program does when a meeting is open
    port = service.address.rpartition(":")[2]
    crowd = subprocess.Popen([sys.executable, "-m", "benchmarks.room", port, *tokens])
    beat.begin()
    abuse = subprocess.Popen([sys.executable, "-m", "benchmarks.room", port])
    while abuse.poll() is None or crowd.poll() is None or len(took) < DEVICES * EACH:
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    beat.end()
    service.close()
    bridge.close()
    return took, beat.longest


def _crowd(port: int, tokens: list[str]) -> None:
    with ThreadPoolExecutor(len(tokens)) as threads:
        list(threads.map(lambda one: _device(port, *one), enumerate(tokens)))


def _device(port: int, number: int, token: str) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    connection = http.client.HTTPSConnection(HERE, port, context=context, timeout=30)
    connection.connect()
    Thread(target=_listen, args=(port, token, context), daemon=True).start()
    time.sleep(1 + SECONDS * number / DEVICES)  # they begin one after another
    for _ in range(EACH):
        note = {"id": str(uuid.uuid4()), "texts": {"ja": repr(time.time())}, "original": "ja"}
        connection.request(
            "POST", "/api/notes", json.dumps(note).encode(), {"Authorization": f"Bearer {token}"}
        )
        answer = connection.getresponse()
        answer.read()
        if answer.status != http.client.CREATED:
            raise SystemExit(f"a note was answered by {answer.status}")
        time.sleep(SECONDS)


def _listen(port: int, token: str, context: ssl.SSLContext) -> None:
    """Hear what is new, and fetch it, as a page does."""
    stream, views = (http.client.HTTPSConnection(HERE, port, context=context) for _ in range(2))
    headers = {"Authorization": f"Bearer {token}"}
    stream.request("GET", "/api/events", headers={**headers, "Accept": "text/event-stream"})
    told = stream.getresponse()
    while told.read1(4096):
        views.request("GET", "/api/view", headers=headers)
        views.getresponse().read()


def _abuse(port: int) -> None:
    """Wrong words, bodies that are too large, and bytes that are no request, for as long as notes are sent."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    end = time.monotonic() + EACH * SECONDS
    bodies = (b'{"word": "wrong"}', b"x" * 60_000, b"x" * 100_000, b"\x00" * 500)
    n = 0
    while time.monotonic() < end:
        connection = http.client.HTTPSConnection(HERE, port, context=context, timeout=5)
        try:
            for _ in range(20):
                connection.request("POST", ("/api/word", "/api/notes")[n % 2], bodies[n % len(bodies)])
                connection.getresponse().read()
                n += 1
                time.sleep(0.01)
        except (OSError, http.client.HTTPException):
            n += 1
        finally:
            connection.close()


if __name__ == "__main__":
    if sys.argv[2:]:
        _crowd(int(sys.argv[1]), sys.argv[2:])
    else:
        _abuse(int(sys.argv[1]))
