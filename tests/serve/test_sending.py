"""A sheet comes home again and again; what can't arrive just now waits, and only a refusal for good ends it."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from coprod.domain import acts
from coprod.domain.terms import NoteKind
from coprod.seal import SealedFiles
from coprod.serve import guard, joining
from coprod.service.live import LiveSession
from coprod.service.sharing.joining import Sending
from coprod.service.sharing.pairing import Role
from coprod.service.sheets import merge, unsealed
from tests.present.meeting import Meeting
from tests.serve.hosting import Hosted, device
from tests.serve.laptops import Laptop, met, until

if TYPE_CHECKING:
    from pathlib import Path

    from tests.serve.laptops import Between


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


def test_a_laptop_that_ends_leaves_its_table(hosted: Hosted, tmp_path: Path) -> None:
    laptop = Laptop(hosted, tmp_path)
    laptop.note("終わりに")
    assert laptop.sender.close()
    assert (hosted.notes(), hosted.door.guests()) == (["終わりに"], [])


@pytest.fixture
def freed(hosted: Hosted, tmp_path: Path) -> Laptop:
    """A laptop whose table was freed before what it wrote arrived."""
    (tmp_path / "freed").mkdir()
    laptop = Laptop(hosted, tmp_path / "freed")
    laptop.note("届いた言葉")
    until(lambda: hosted.notes() == ["届いた言葉"])
    hosted.service.free(Role.NOTES, hosted.door.guests()[0].place)
    laptop.note("残った言葉")
    laptop.hears(Sending.OVER)
    assert not laptop.sender.close()
    return laptop


def test_what_did_not_arrive_comes_home_as_a_file_after_the_table_was_joined_again(
    hosted: Hosted, meeting: Meeting, freed: Laptop, tmp_path: Path
) -> None:
    again = Laptop(hosted, tmp_path)
    again.note("次の言葉")
    until(lambda: "次の言葉" in hosted.notes())
    for new in (1, 0):
        brought = unsealed(freed.path.read_bytes(), meeting.store, SealedFiles())
        assert merge(brought, meeting.live, meeting.clock.now()).notes == new
    again.note("そのあとの言葉")
    until(lambda: len(hosted.notes()) == 4)
    assert again.sender.close()
    assert set(hosted.notes()) == {"届いた言葉", "残った言葉", "次の言葉", "そのあとの言葉"}


def test_what_an_earlier_sheet_of_the_table_still_holds_is_sent_when_it_can_be(
    hosted: Hosted, meeting: Meeting, freed: Laptop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(joining, "_PEN", 0.2)
    damaged, path = tmp_path / "damaged", tmp_path / "again"
    damaged.write_bytes(b"no sheet")
    joined = met(hosted).take(meeting.state.small_groups()[0].id)
    path.write_bytes(joined.data)
    told: list[Sending] = []
    meeting.do(acts.PutPenDown())
    sender = joined.send(path, told.append, [tmp_path / "gone", damaged, freed.path])
    until(lambda: told == [Sending.OFF_RECORD])
    assert hosted.notes() == ["届いた言葉"]
    meeting.do(acts.TakePenUp())
    until(lambda: hosted.notes() == ["届いた言葉", "残った言葉"])
    until(lambda: told[-1] is Sending.ARRIVES)
    assert sender.close()
    assert (freed.path.exists(), damaged.exists()) == (True, True)
