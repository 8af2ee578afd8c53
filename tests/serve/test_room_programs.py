"""`coprod host` and `coprod join`, as programs of their own."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
import uuid
from typing import TYPE_CHECKING

from coprod.domain import acts
from coprod.service.live import LiveSession
from tests.cli.program import SAMPLE
from tests.serve.hosting import HERE, Device
from tests.serve.laptops import Between

if TYPE_CHECKING:
    from pathlib import Path


class Program:
    """A command that runs until it is stopped."""

    def __init__(self, *arguments: object, **environment: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "main.py", *map(str, arguments)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            env={**os.environ, "PYTHONUTF8": "1", **environment},
        )

    def line(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip()

    def complaint(self) -> str:
        assert self._process.stderr is not None
        return self._process.stderr.readline().strip()

    def stop(self) -> tuple[int, str]:
        self._process.send_signal(signal.SIGTERM)
        _, errors = self._process.communicate(timeout=20)
        return self._process.returncode, errors


def command(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "main.py", *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1", **environment},
        check=False,
        timeout=60,
    )


def test_a_second_program_joins_by_the_word_and_a_third_with_another_certificate_is_refused(
    tmp_path: Path,
) -> None:
    store = tmp_path / "store.db"
    planned = SAMPLE.with_name("speaking-up.planned.coprod.json")
    imported = command("--store", store, "import", planned)
    session = imported.stdout.split("\t")[0]
    begin(store, session)
    host = Program("--store", store, "host", session, "--address", HERE, "--port", "0")
    url, kana, roman = host.line().split("\t")
    assert re.fullmatch(r"https://127\.0\.0\.1:\d+/", url)
    sheet = tmp_path / "table.coprod-sheet"
    laptop = Program("join", url, "-o", sheet, COPROD_WORD=kana)
    code = laptop.line()
    assert len(code.split()) == 6
    kept = command("note", sheet, "--lang", "ja", "隣の部屋から", COPROD_CODE=code)
    assert kept.returncode == 0, kept.stderr
    between = Between(int(url.rstrip("/").rpartition(":")[2]))
    third = command("join", f"{HERE}:{between.port}", "-o", tmp_path / "third", COPROD_WORD=roman)
    between.close()
    assert third.returncode == 2
    assert "Traceback" not in third.stderr
    assert not (tmp_path / "third").exists()
    time.sleep(1.5)
    assert laptop.stop() == (0, f"{url}: room: It arrives\n" * 2)
    code_of_host, errors = host.stop()
    assert (code_of_host, "Traceback" in errors) == (0, False)
    out = command("--store", store, "export", session)
    assert "隣の部屋から" in out.stdout
    assert command("--store", store, "verify").returncode == 0


def test_what_is_written_after_the_end_is_brought_as_a_file_though_the_table_was_joined_again(
    tmp_path: Path,
) -> None:
    store, sheet = tmp_path / "store.db", tmp_path / "table.coprod-sheet"
    imported = command("--store", store, "import", SAMPLE.with_name("speaking-up.planned.coprod.json"))
    session = imported.stdout.split("\t")[0]
    begin(store, session)
    host = Program("--store", store, "host", session, "--address", HERE, "--port", "0")
    url, kana, _ = host.line().split("\t")
    laptop = Program("join", url, "-o", sheet, COPROD_WORD=kana)
    code = laptop.line()
    assert laptop.complaint().endswith("It arrives")
    assert laptop.stop()[0] == 0
    kept = command("note", sheet, "--lang", "ja", "ひとりになってから", COPROD_CODE=code)
    assert kept.returncode == 0, kept.stderr
    again = Program("join", url, "-o", tmp_path / "again.coprod-sheet", COPROD_WORD=kana)
    assert again.complaint().endswith("It arrives")  # its table was left
    assert again.stop()[0] == 0
    host.stop()
    merged = command("--store", store, "sheet", "merge", sheet)
    assert merged.returncode == 0, merged.stderr
    assert "ひとりになってから" in command("--store", store, "export", session).stdout


def begin(store: Path, session: str) -> None:
    """Begin the session and form its groups, as the facilitator would."""
    from coprod.bootstrap import SystemClock  # noqa: PLC0415
    from coprod.store import open_store  # noqa: PLC0415

    with open_store(store) as opened:
        live = LiveSession(session, opened, SystemClock())
        live.do(acts.StartSession())
        who = tuple(live.state.participants)
        if not live.state.small_groups():
            live.do(acts.FormGroup({"ja": "海"}, who[:3]))


def test_a_program_without_windows_tells_wishes_and_takes_no_messages(tmp_path: Path) -> None:
    store = tmp_path / "store.db"
    imported = command("--store", store, "import", SAMPLE.with_name("speaking-up.planned.coprod.json"))
    session = imported.stdout.split("\t")[0]
    begin(store, session)
    host = Program("--store", store, "host", session, "--address", HERE, "--port", "0", "--participants")
    url, kana, _ = host.line().split("\t")
    everyone = host.line().split("\t")[1]
    one = Device(int(url.rstrip("/").rpartition(":")[2]), kana, everyone).join("", "participant")
    assert one.get("/api/view")[1]["support"] == []
    assert one.post("/api/wish", {"id": str(uuid.uuid4()), "wish": "pause"})[0] == 202
    assert host.line() == "Somebody would like a pause."
    assert host.stop()[0] == 0
