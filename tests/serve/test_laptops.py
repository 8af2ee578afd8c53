"""Laptops that join by the word: the certificate is proved and pinned, and a sheet comes home again and again."""

from __future__ import annotations

import http.client
import json
import os
import re
import signal
import socket
import ssl
import subprocess
import sys
import threading
import time
import uuid
from functools import partial
from typing import TYPE_CHECKING

import pytest

from coprod.domain import acts
from coprod.domain.terms import ItemKind, NoteKind
from coprod.seal import SealedFiles, WordIntroduction
from coprod.serve import guard, joining
from coprod.serve.certificate import made_for
from coprod.service.live import LiveSession
from coprod.service.ports import StoreFailed
from coprod.service.sharing import limits
from coprod.service.sharing.joining import NotJoined, Sending, WhyNotJoined
from coprod.service.sharing.pairing import FREE, Role
from tests.cli.program import SAMPLE
from tests.present.meeting import Meeting
from tests.serve.hosting import BOOK, HERE, Device, Hosted, device, grouped

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from coprod.serve.joining import Met

join = partial(joining.join, introduce=WordIntroduction)


@pytest.fixture
def meeting() -> Meeting:
    return grouped(Meeting())


@pytest.fixture
def hosted(meeting: Meeting) -> Iterator[Hosted]:
    made = Hosted(meeting)
    yield made
    made.close()


def met(hosted: Hosted, word: str = "") -> Met:
    return join(f"{HERE}:{hosted.port}", word or hosted.word.roman)


def why(hosted: Hosted, word: str = "", address: str = "") -> NotJoined:
    with pytest.raises(NotJoined) as caught:
        join(address or f"{HERE}:{hosted.port}", word or hosted.word.roman)
    return caught.value


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


@pytest.fixture
def between(hosted: Hosted) -> Iterator[Between]:
    made = Between(hosted.port)
    yield made
    made.close()


def test_a_laptop_gets_its_tables_sheet_and_what_is_written_there_comes_home(
    hosted: Hosted, meeting: Meeting, tmp_path: Path
) -> None:
    found = met(hosted)
    assert [one.name["ja"] for one in found.places] == ["庭がわ", "窓がわ"]
    joined = found.take(found.places[1].id)
    path = tmp_path / "table.coprod-sheet"
    told: list[Sending] = []
    path.write_bytes(joined.data)
    session, log = SealedFiles().open(path, joined.code)
    live = LiveSession(session, log, meeting.clock)
    sender = joined.send(path, told.append)
    for n in range(3):
        live.do(acts.KeepNote(acts.NoteDraft(NoteKind.IDEA, {"ja": f"言葉 {n}"}, original="ja")))
        until(lambda n=n: len(hosted.notes()) == n + 1)
    assert hosted.notes() == ["言葉 0", "言葉 1", "言葉 2"]
    assert {note.group for note in meeting.state.notes()} == {found.places[1].id}
    live.undo()
    until(lambda: len(hosted.notes()) == 2)
    hosted.stop_listening()
    live.do(acts.KeepNote(acts.NoteDraft(NoteKind.IDEA, {"ja": "切れた間"}, original="ja")))
    until(lambda: told[-1:] == [Sending.WAITS])
    hosted.start()
    until(lambda: len(hosted.notes()) == 3)
    sender.close()
    assert told[-1] is Sending.ARRIVES
    assert sorted(hosted.notes()) == sorted(["言葉 0", "言葉 1", "切れた間"])


def other(hosted: Hosted) -> str:
    """A word that might be that of the day, and is not."""
    return next(word.roman for word in iter(BOOK.draw, None) if word != hosted.word)


def until(done: object, seconds: float = 15) -> None:
    end = time.monotonic() + seconds
    while not done():  # type: ignore[operator]
        assert time.monotonic() < end
        time.sleep(0.05)


def test_a_table_is_one_devices_whether_a_phone_has_it_or_a_laptop(hosted: Hosted) -> None:
    device(hosted).join(0)
    found = met(hosted)
    assert [one.taken for one in found.places] == [True, False]
    with pytest.raises(NotJoined) as caught:
        found.take(found.places[0].id)
    assert caught.value.why is WhyNotJoined.TAKEN
    found.take(found.places[1].id)
    with pytest.raises(NotJoined) as caught:
        found.take(found.places[1].id)
    assert caught.value.why is WhyNotJoined.EXPIRED


def test_where_there_are_no_tables_a_laptop_is_offered_none_and_phones_keep_the_room() -> None:
    meeting = Meeting()
    meeting.open(ItemKind.ROUNDTABLE)
    whole = Hosted(meeting)
    try:
        found = met(whole)
        assert found.places == []
        with pytest.raises(NotJoined) as caught:
            found.take("room")  # as one did that knew no better
        assert caught.value.why is WhyNotJoined.REFUSED
        assert whole.door.guests() == []
        device(whole).join("room")
    finally:
        whole.close()


def test_a_table_whose_sheet_could_not_be_taken_is_free_again(
    hosted: Hosted, meeting: Meeting, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = met(hosted)

    def fail(*_: object) -> None:
        raise StoreFailed("disk-full")

    with monkeypatch.context() as full:
        full.setattr(meeting.store, "keep_sheet", fail)
        with pytest.raises(NotJoined) as caught:
            found.take(found.places[0].id)
    assert caught.value.why is WhyNotJoined.AWAY
    assert hosted.door.guests() == []
    met(hosted).take(found.places[0].id)


def test_a_laptop_that_leaves_gives_its_table_back(hosted: Hosted) -> None:
    found = met(hosted)
    joined = found.take(found.places[0].id)
    joined.leave()
    assert hosted.door.guests() == []
    joined.leave()  # nobody hears it any more, and nothing is raised


def test_a_wrong_word_is_refused_counted_and_slowed_down(hosted: Hosted) -> None:
    for _ in range(FREE):
        assert why(hosted, other(hosted)).why is WhyNotJoined.WRONG_WORD
    waits = why(hosted)
    assert (waits.why, waits.seconds > 0) == (WhyNotJoined.WAIT, True)


def test_the_right_word_and_a_wrong_certificate_is_refused_and_nothing_is_told(
    hosted: Hosted, between: Between
) -> None:
    error = why(hosted, address=f"{HERE}:{between.port}")
    assert error.why in {WhyNotJoined.WRONG_CERTIFICATE, WhyNotJoined.WRONG_WORD}
    assert between.heard
    for secret in (hosted.word.roman, hosted.word.kana, *hosted.word.roman.split(), "ticket"):
        assert secret.encode() not in between.heard
    assert hosted.door.guests() == []


def test_a_certificate_that_is_another_one_later_gets_not_a_byte(hosted: Hosted, between: Between) -> None:
    found = met(hosted)
    found.line.port = between.port
    with pytest.raises(NotJoined) as caught:
        found.take(found.places[0].id)
    assert caught.value.why is WhyNotJoined.WRONG_CERTIFICATE
    assert between.heard == b""


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("", WhyNotJoined.NO_ADDRESS),
        ("127.0.0.1:x", WhyNotJoined.NO_ADDRESS),
        ("127.0.0.1:99999", WhyNotJoined.NO_ADDRESS),
        ("127.0.0.1:1", WhyNotJoined.AWAY),
        ("no such host:80", WhyNotJoined.NO_ADDRESS),
        ("nosuchhost.invalid:80", WhyNotJoined.AWAY),
        ("https://127.0.0.1:1/", WhyNotJoined.AWAY),
    ],
)
def test_an_address_that_is_none_or_where_nobody_is_is_said(
    hosted: Hosted, address: str, expected: WhyNotJoined
) -> None:
    with pytest.raises(NotJoined) as caught:
        join(address, hosted.word.roman)
    assert caught.value.why is expected


def test_an_introduction_is_good_once_and_what_is_no_bytes_is_refused(hosted: Hosted) -> None:
    one = device(hosted)
    introduction = WordIntroduction(hosted.word.roman, b"", host=False)
    code, began = one.post("/api/introduction", {"data": _text(introduction.message)})
    assert code == 200
    proof = _text(introduction.hear(_bytes(began["data"])))
    assert one.post(f"/api/introduction/{began['id']}", {"data": proof})[0] == 403  # it saw no certificate
    assert one.post(f"/api/introduction/{began['id']}", {"data": proof})[0] == 403
    for data in ("", "x", "QQ==", "é", "A" * 60):
        assert one.post("/api/introduction", {"data": data})[0] == 400


def test_who_begins_many_introductions_keeps_no_laptop_out_and_their_newest_ones_stand(
    hosted: Hosted, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits.Rate, "take", lambda *_: True)
    found, one = met(hosted), device(hosted)
    begun = []
    for _ in range(60):
        introduction = WordIntroduction(hosted.word.roman, hosted.certificate.fingerprint, host=False)
        code, told = one.post("/api/introduction", {"data": _text(introduction.message)})
        assert code == 200
        begun.append((told["id"], _text(introduction.hear(_bytes(told["data"])))))
    answers = [one.post(f"/api/introduction/{id}", {"data": proof})[0] for id, proof in begun]
    assert answers == [403] * 57 + [200] * 3
    assert met(hosted).places == found.places


def test_a_laptop_is_met_while_others_begin_one_introduction_after_another(
    hosted: Hosted, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits.Rate, "take", lambda *_: True)
    for n in range(1, 21):
        for _ in range(3):
            message = WordIntroduction("no word", b"", host=False).message
            other = http.client.HTTPSConnection(
                HERE, hosted.port, context=device(hosted).context, source_address=(f"127.0.1.{n}", 0)
            )
            other.request("POST", "/api/introduction", json.dumps({"data": _text(message)}))
            assert other.getresponse().status == 200
            other.close()
    assert len(met(hosted).places) == 2


def test_a_sheet_of_another_table_is_not_taken(hosted: Hosted, tmp_path: Path) -> None:
    first, second = met(hosted), met(hosted)
    one, other = first.take(first.places[0].id), second.take(second.places[1].id)
    path = tmp_path / "other.coprod-sheet"
    told: list[Sending] = []
    path.write_bytes(other.data)
    one.send(path, told.append).close()
    assert told == [Sending.OVER]
    assert hosted.door.guest(one.line.token) is not None


def test_while_the_pen_is_down_a_sheet_waits(hosted: Hosted, meeting: Meeting, tmp_path: Path) -> None:
    found = met(hosted)
    joined = found.take(found.places[0].id)
    path = tmp_path / "one.coprod-sheet"
    told: list[Sending] = []
    path.write_bytes(joined.data)
    session, log = SealedFiles().open(path, joined.code)
    meeting.do(acts.PutPenDown())
    draft = acts.NoteDraft(NoteKind.IDEA, {"ja": "待つ"}, original="ja")
    LiveSession(session, log, meeting.clock).do(acts.KeepNote(draft))
    sender = joined.send(path, told.append)
    until(lambda: told[-1:] == [Sending.OFF_RECORD])
    assert hosted.notes() == []
    meeting.do(acts.TakePenUp())
    until(lambda: hosted.notes() == ["待つ"])
    sender.close()


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


def test_a_laptop_that_writes_nothing_hears_of_the_pen_and_stays_near(
    hosted: Hosted, meeting: Meeting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(joining, "_PEN", 0.2)
    laptop = Laptop(hosted, tmp_path)
    for act, expected in ((acts.PutPenDown(), Sending.OFF_RECORD), (acts.TakePenUp(), Sending.ARRIVES)):
        meeting.do(act)
        laptop.hears(expected)
    time.sleep(1)
    assert laptop.told == [Sending.ARRIVES, Sending.OFF_RECORD, Sending.ARRIVES]
    assert max(hosted.service.here().values()) < 1
    hosted.stop_listening()
    time.sleep(1)
    hosted.start()
    meeting.do(acts.PutPenDown())
    laptop.hears(Sending.OFF_RECORD)
    assert len(laptop.told) == 4  # that nobody answered was nothing to it
    hosted.service.free(Role.NOTES, met(hosted).places[0].id)
    laptop.hears(Sending.OVER)
    assert laptop.sender.close(5)


def test_what_is_taken_out_while_the_pen_is_down_never_arrives(
    hosted: Hosted, meeting: Meeting, tmp_path: Path
) -> None:
    laptop = Laptop(hosted, tmp_path)
    meeting.do(acts.PutPenDown())
    laptop.note("書かないでと言われた言葉")
    laptop.hears(Sending.OFF_RECORD)
    (note,) = laptop.live.state.notes()
    laptop.live.do(acts.TakeOutNote(note.entry))
    meeting.do(acts.TakePenUp())
    laptop.note("そのあとの言葉")
    until(lambda: hosted.notes() == ["そのあとの言葉"])
    laptop.sender.close()
    assert "書かないで" not in str(hosted.record.seen()[1])


def test_what_is_written_before_the_session_begins_arrives_when_it_has(tmp_path: Path) -> None:
    meeting = Meeting()
    meeting.do(acts.FormGroup({"ja": "庭"}, tuple(meeting.state.participants)[:3]))
    early = Hosted(meeting)
    try:
        laptop = Laptop(early, tmp_path)
        laptop.note("早い言葉")
        laptop.hears(Sending.NOT_BEGUN)
        assert early.notes() == []
        meeting.do(acts.StartSession())
        until(lambda: early.notes() == ["早い言葉"])
        laptop.hears(Sending.ARRIVES)
        laptop.sender.close()
    finally:
        early.close()


def test_what_is_written_after_the_session_was_closed_arrives_when_it_is_opened_again(
    hosted: Hosted, meeting: Meeting, tmp_path: Path
) -> None:
    laptop = Laptop(hosted, tmp_path)
    meeting.do(acts.CloseSession())
    laptop.note("終わってから")
    laptop.hears(Sending.LATE)
    assert hosted.notes() == []
    meeting.do(acts.ReopenSession())
    until(lambda: hosted.notes() == ["終わってから"])
    laptop.sender.close()


def test_a_sheet_that_came_too_slowly_once_is_sent_again(
    hosted: Hosted, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    laptop = Laptop(hosted, tmp_path)
    with monkeypatch.context() as slow:
        slow.setattr(guard, "SECONDS_FOR_A_BODY", -1.0)
        laptop.note("遅い電波")
        laptop.hears(Sending.WAITS)
        assert hosted.notes() == []
    until(lambda: hosted.notes() == ["遅い電波"])
    laptop.sender.close()


def test_a_laptop_that_asked_too_often_waits_as_long_as_it_is_told(hosted: Hosted, tmp_path: Path) -> None:
    laptop, page = Laptop(hosted, tmp_path), device(hosted)
    page.token = laptop.joined.line.token
    while page.get("/api/view")[0] == 200:
        pass
    laptop.note("何度も")
    until(lambda: hosted.notes() == ["何度も"])
    assert Sending.OVER not in laptop.told
    laptop.sender.close()


def test_another_certificate_in_between_gets_nothing_and_what_waited_arrives_after_it(
    hosted: Hosted, between: Between, tmp_path: Path
) -> None:
    laptop = Laptop(hosted, tmp_path)
    line = laptop.joined.line
    line.port = between.port
    laptop.note("よその電波で")
    laptop.hears(Sending.ELSEWHERE)
    assert (between.heard, hosted.notes()) == (b"", [])
    line.port = hosted.port
    until(lambda: hosted.notes() == ["よその電波で"])
    laptop.hears(Sending.ARRIVES)
    laptop.sender.close()


@pytest.mark.parametrize("damage", [b"", b"no sheet", b"damaged"])
def test_a_sheet_that_is_refused_for_good_is_sent_once(hosted: Hosted, tmp_path: Path, damage: bytes) -> None:
    laptop = Laptop(hosted, tmp_path)
    data = laptop.path.read_bytes()
    laptop.path.write_bytes(data[:-1] + bytes([data[-1] ^ 1]) if damage == b"damaged" else damage)
    laptop.hears(Sending.OVER)
    time.sleep(1)
    laptop.sender.close()
    assert laptop.told == [Sending.ARRIVES, Sending.OVER]


def test_at_the_end_of_the_sharing_the_laptop_is_told(hosted: Hosted, tmp_path: Path) -> None:
    found = met(hosted)
    joined = found.take(found.places[0].id)
    path = tmp_path / "one.coprod-sheet"
    told: list[Sending] = []
    path.write_bytes(joined.data)
    hosted.service.free(Role.NOTES, found.places[0].id)
    joined.send(path, told.append).close()
    assert told == [Sending.OVER]


def _text(data: bytes) -> str:
    from base64 import b64encode  # noqa: PLC0415

    return b64encode(data).decode()


def _bytes(text: str) -> bytes:
    from base64 import b64decode  # noqa: PLC0415

    return b64decode(text)


# ---- as programs of their own


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
