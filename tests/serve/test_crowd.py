"""Twenty devices at once, one of them a real Chromium, with connections cut in the middle: nothing lost or double."""

from __future__ import annotations

import os
import random
import time
import uuid
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from coprod.domain import acts
from coprod.domain.terms import ItemKind
from tests.present.meeting import Meeting
from tests.serve.browser import chromium, cut
from tests.serve.hosting import Device, Hosted, device
from tests.serve.reader import Reader

if TYPE_CHECKING:
    from collections.abc import Iterator

SOAK = bool(os.environ.get("COPROD_SOAK"))
TABLES, EACH = 20, 25 if SOAK else 6


@pytest.fixture
def hosted() -> Iterator[Hosted]:
    meeting = Meeting()
    who = tuple(meeting.state.participants)
    for n in range(TABLES):
        meeting.do(acts.FormGroup({"ja": f"テーブル{n}", "en": f"Table {n}"}, who[n % len(who) :][:1]))
    meeting.open(ItemKind.ROUNDTABLE)
    made = Hosted(meeting)
    yield made
    made.close()


class Stubborn:
    """A page without a screen: it sends each note until it knows that it is there, and is cut off while it does."""

    def __init__(self, joined: Device, seed: int) -> None:
        self.device, self.chance = joined, random.Random(seed)
        self.notes = [(str(uuid.uuid4()), f"言葉 {seed} {n}") for n in range(EACH)]

    def run(self) -> None:
        for id, text in self.notes:
            body: dict[str, object] = {"id": id, "texts": {"ja": text}, "original": "ja"}
            until = time.monotonic() + 60
            while not self._sent(body):
                assert time.monotonic() < until
                time.sleep(self.chance.uniform(0.05, 0.3))

    def _sent(self, body: dict[str, object]) -> bool:
        if self.chance.random() < 0.4:
            self._cut(body)
        try:
            return self.device.post("/api/notes", body)[0] in {200, 201}
        except OSError:
            return False

    def _cut(self, body: dict[str, object]) -> None:
        """Send it, and go away before any answer is heard: it may be there now, or not."""
        connection = self.device.connect()
        try:
            headers = {"Authorization": f"Bearer {self.device.token}"}
            connection.request("POST", "/api/notes", str(body).replace("'", '"').encode(), headers)
        except OSError:
            pass
        finally:
            connection.close()


def test_twenty_devices_lose_nothing_and_keep_nothing_twice(hosted: Hosted) -> None:
    with chromium("ja") as driver, ThreadPoolExecutor(TABLES) as threads:
        reader = Reader(driver, hosted).join("テーブル0")
        crowd = [Stubborn(device(hosted).join(n), n) for n in range(1, TABLES)]
        running = [threads.submit(one.run) for one in crowd]
        mine = [f"電話から {n}" for n in range(EACH)]
        for n, text in enumerate(mine):
            if n == 1:
                cut(driver, off=True)
            reader.note(text)
        time.sleep(0.5)
        hosted.stop_listening()
        time.sleep(0.5)
        hosted.start()
        cut(driver, off=False)
        for one in running:
            one.result(120)
        reader.wait(lambda: sum(text in mine for text in hosted.notes()) == EACH, 60)
        reader.wait(lambda: "届いています" in reader.text(), 30)
    wanted = sorted([*mine, *(text for one in crowd for _, text in one.notes)])
    assert sorted(hosted.notes()) == wanted
    assert [text for text in hosted.notes() if text in mine] == mine
    by_table = {note.group for note in hosted.meeting.state.notes()}
    assert by_table == set(hosted.meeting.state.groups)
