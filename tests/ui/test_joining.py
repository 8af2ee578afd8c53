"""Joining another laptop's room from home, by keys: the word, a table, and notes that arrive while they are written."""

from __future__ import annotations

import socket
import time
from threading import Event
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from coprod import paths
from coprod.domain import acts
from coprod.domain.terms import ItemKind, NoteKind
from coprod.seal import SealedFiles
from coprod.serve import joining
from coprod.serve.joining import Met, Sender
from coprod.service.sharing import pairing
from coprod.service.sharing.pairing import Role
from coprod.service.sheets import merge, unsealed
from tests.present.meeting import Meeting
from tests.serve.hosting import HERE, Hosted, device, grouped

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from coprod.serve.joining import Joined
    from coprod.ui.home.joining import JoinDialog
    from coprod.ui.meeting import Meeting as Windowed
    from tests.ui.windows import Windows


@pytest.fixture
def hosted() -> Iterator[Hosted]:
    made = Hosted(grouped(Meeting()))
    yield made
    made.close()


@pytest.fixture
def dialog(windows: Windows, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> JoinDialog:
    monkeypatch.setattr(paths, "data_home", lambda: tmp_path / "data")
    monkeypatch.setattr(joining, "_PEN", 0.2)
    windows.start()
    return windows.shell.joining.ask()


def say(windows: Windows, dialog: JoinDialog, address: str, word: str) -> None:
    dialog.address.setText(address)
    dialog.word.setText(word)
    dialog._go.click()  # noqa: SLF001 - as by Enter
    windows.wait(lambda: dialog._go.isEnabled() or dialog.tables.isVisible())  # noqa: SLF001


def told_at_home(windows: Windows) -> str:
    return windows.shell.home._sheet.notice()  # noqa: SLF001 - what is said


def tables(dialog: JoinDialog) -> list[str]:
    return [one.word for one in dialog.tables.options()]


def test_a_table_is_taken_and_what_is_noted_arrives(
    windows: Windows, dialog: JoinDialog, hosted: Hosted, tmp_path: Path
) -> None:
    say(windows, dialog, f"{HERE}:{hosted.port}", hosted.word.kana)
    assert tables(dialog) == ["庭がわ table", "窓がわ table"]
    dialog.tables.chosen.emit(dialog.tables.options()[1].key)
    windows.wait(lambda: windows.shell.meeting is not None)
    meeting = windows.shell.meeting
    assert meeting is not None
    notes = meeting.notes
    assert notes is not None
    windows.wait(lambda: "six words" in notes.said.text() or "arrives" in notes.said.text())
    meeting.bridge.do(acts.KeepNote(acts.NoteDraft(NoteKind.IDEA, {"ja": "隣の部屋から"}, original="ja")))
    windows.wait(lambda: hosted.notes() == ["隣の部屋から"])
    windows.wait(lambda: notes.said.text() == "It arrives")
    hosted.stop_listening()
    meeting.bridge.do(acts.KeepNote(acts.NoteDraft(NoteKind.IDEA, {"ja": "切れた間"}, original="ja")))
    windows.wait(lambda: "can’t be heard" in notes.said.text())
    hosted.start()
    windows.wait(lambda: len(hosted.notes()) == 2)
    (sheet,) = (tmp_path / "data" / "sheets").iterdir()
    assert sheet.suffix == ".coprod-sheet"
    windows.shell.go_home()
    assert windows.shell.joining._sender is None  # noqa: SLF001 - nothing is sent any more
    assert told_at_home(windows) == ""


def test_a_wrong_word_or_address_is_said_and_may_be_typed_again(
    windows: Windows, dialog: JoinDialog, hosted: Hosted
) -> None:
    for address, word, told in (
        (f"{HERE}:{hosted.port}", "chigau", "That is not the word"),
        (f"{HERE}:1", hosted.word.kana, "Nothing answers at this address"),
        ("::::", hosted.word.kana, "This is no address"),
    ):
        say(windows, dialog, address, word)
        assert told in dialog._told.text()  # noqa: SLF001 - what is said
    say(windows, dialog, f"{HERE}:{hosted.port}", hosted.word.roman)
    assert len(tables(dialog)) == 2


def test_a_table_that_is_taken_is_not_offered(windows: Windows, dialog: JoinDialog, hosted: Hosted) -> None:
    device(hosted).join(0)
    say(windows, dialog, f"{HERE}:{hosted.port}", hosted.word.kana)
    assert tables(dialog) == ["窓がわ table"]
    device(hosted).join(1)
    dialog.tables.chosen.emit(dialog.tables.options()[0].key)
    windows.wait(lambda: "Another device is there already" in dialog._told.text())  # noqa: SLF001
    assert windows.shell.meeting is None


def test_where_there_are_no_tables_the_dialog_says_so(windows: Windows, dialog: JoinDialog) -> None:
    meeting = Meeting()
    meeting.open(ItemKind.ROUNDTABLE)
    whole = Hosted(meeting)
    try:
        say(windows, dialog, f"{HERE}:{whole.port}", whole.word.kana)
        assert tables(dialog) == []
        assert "no tables yet" in dialog._told.text()  # noqa: SLF001 - what is said
        meeting.do(acts.FormGroup({"ja": "庭"}, tuple(meeting.state.participants)[:3]))
        dialog._go.click()  # noqa: SLF001 - as by Enter
        windows.wait(lambda: len(tables(dialog)) == 1)
    finally:
        whole.close()


def test_a_dialog_that_is_closed_while_a_table_is_taken_gives_the_table_back(
    windows: Windows, dialog: JoinDialog, hosted: Hosted, monkeypatch: pytest.MonkeyPatch
) -> None:
    say(windows, dialog, f"{HERE}:{hosted.port}", hosted.word.kana)
    taken, closed, take = Event(), Event(), Met.take

    def slowly(met: Met, place: str) -> Joined:
        joined = take(met, place)
        taken.set()
        assert closed.wait(10)
        return joined

    monkeypatch.setattr(Met, "take", slowly)
    dialog.tables.chosen.emit(dialog.tables.options()[0].key)
    windows.wait(taken.is_set)
    gone: list[bool] = []
    dialog.destroyed.connect(lambda: gone.append(True))
    dialog.reject()
    windows.wait(lambda: bool(gone))
    closed.set()
    windows.wait(lambda: not hosted.door.guests())
    assert windows.shell.meeting is None


def test_a_sheet_that_can_not_be_written_here_gives_the_table_back(
    windows: Windows, dialog: JoinDialog, hosted: Hosted, tmp_path: Path
) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "sheets").write_text("in the way")
    say(windows, dialog, f"{HERE}:{hosted.port}", hosted.word.kana)
    dialog.tables.chosen.emit(dialog.tables.options()[0].key)
    windows.wait(lambda: bool(dialog._told.text()))  # noqa: SLF001 - what is said
    assert hosted.door.guests() == []
    assert windows.shell.meeting is None


def test_when_the_word_was_good_too_long_ago_it_can_be_entered_once_more(
    windows: Windows, dialog: JoinDialog, hosted: Hosted, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as over:
        over.setattr(pairing, "TICKET_SECONDS", -1.0)
        say(windows, dialog, f"{HERE}:{hosted.port}", hosted.word.kana)
        dialog.tables.chosen.emit(dialog.tables.options()[0].key)
        windows.wait(dialog.word.isVisible)
    assert "once more" in dialog._told.text()  # noqa: SLF001 - what is said
    assert dialog.address.text() == f"{HERE}:{hosted.port}"
    assert (dialog.word.text(), dialog.tables.isVisible()) == ("", False)
    say(windows, dialog, dialog.address.text(), hosted.word.kana)
    windows.wait(dialog.tables.isVisible)
    dialog.tables.chosen.emit(dialog.tables.options()[1].key)
    windows.wait(lambda: windows.shell.meeting is not None)
    assert [one.place for one in hosted.door.guests()] == [hosted.meeting.state.small_groups()[1].id]


def test_a_dialog_that_is_closed_while_the_room_is_met_is_let_go(
    windows: Windows, dialog: JoinDialog, hosted: Hosted
) -> None:
    dialog.address.setText(f"{HERE}:{hosted.port}")
    dialog.word.setText(hosted.word.kana)
    dialog._go.click()  # noqa: SLF001 - as by Enter
    gone: list[bool] = []
    dialog.destroyed.connect(lambda: gone.append(True))
    dialog.reject()
    windows.wait(lambda: bool(gone))
    windows.wait(lambda: bool(hosted.door._tickets))  # noqa: SLF001 - it was met all the same
    QTest.qWait(200)
    assert windows.shell.meeting is None


@pytest.fixture
def table(windows: Windows, dialog: JoinDialog, hosted: Hosted) -> Windowed:
    """The windows of a sheet of the second table."""
    say(windows, dialog, f"{HERE}:{hosted.port}", hosted.word.kana)
    dialog.tables.chosen.emit(dialog.tables.options()[1].key)
    windows.wait(lambda: windows.shell.meeting is not None and windows.shell.meeting.notes is not None)
    meeting = windows.shell.meeting
    assert meeting is not None
    write(meeting, "はじめの言葉")
    windows.wait(lambda: said(meeting) == "It arrives")
    return meeting


def said(meeting: Windowed) -> str:
    assert meeting.notes is not None
    return meeting.notes.said.text()


def write(meeting: Windowed, text: str) -> None:
    meeting.bridge.do(acts.KeepNote(acts.NoteDraft(NoteKind.IDEA, {"ja": text}, original="ja")))


def test_going_home_does_not_wait_for_a_laptop_that_is_silent_and_names_the_file(
    windows: Windows, table: Windowed, hosted: Hosted, tmp_path: Path
) -> None:
    sender = windows.shell.joining._sender  # noqa: SLF001 - its line is led astray
    assert isinstance(sender, Sender)
    with socket.create_server((HERE, 0)) as silent:  # takes the call and says nothing, as one that sleeps
        sender._line.port = silent.getsockname()[1]  # noqa: SLF001 - see above
        write(table, "言葉")
        QTest.qWait(700)
        begun = time.monotonic()
        windows.shell.go_home()
        assert time.monotonic() - begun < 3
        (sheet,) = (tmp_path / "data" / "sheets").iterdir()
        assert str(sheet) in told_at_home(windows)
    assert hosted.notes() == ["はじめの言葉"]
    brought = unsealed(sheet.read_bytes(), hosted.laptops.store, SealedFiles())
    assert merge(brought, hosted.meeting.live, hosted.meeting.clock.now()).notes == 1
    assert hosted.notes() == ["はじめの言葉", "言葉"]


def test_the_six_words_stay_until_something_is_written(
    windows: Windows, dialog: JoinDialog, hosted: Hosted
) -> None:
    say(windows, dialog, f"{HERE}:{hosted.port}", hosted.word.kana)
    dialog.tables.chosen.emit(dialog.tables.options()[0].key)
    windows.wait(lambda: windows.shell.meeting is not None)
    meeting = windows.shell.meeting
    assert meeting is not None
    QTest.qWait(1500)
    assert "six words" in said(meeting)
    write(meeting, "言葉")
    windows.wait(lambda: said(meeting) == "It arrives")


def test_while_the_pen_is_down_in_the_room_nothing_is_written_at_its_tables(
    windows: Windows, table: Windowed, hosted: Hosted
) -> None:
    notes = table.notes
    assert notes is not None
    notes.panel.words.editor().setFocus()
    hosted.meeting.do(acts.PutPenDown())
    windows.wait(lambda: said(table).startswith("The pen is down in the room"))
    assert table.bridge.state.off_record
    for key in (Qt.Key.Key_Space, Qt.Key.Key_A, Qt.Key.Key_Return):  # somebody was typing just then
        QTest.keyClick(notes.focusWidget(), key)
    assert notes.isVisible()
    write(table, "書かないでと言われた言葉")
    windows.wait(lambda: said(table) == "The pen is down: nothing is kept. Take it up first.")
    hosted.meeting.do(acts.TakePenUp())
    windows.wait(lambda: said(table) == "It arrives")
    windows.wait(lambda: not table.bridge.state.off_record)
    write(table, "そのあとの言葉")
    windows.wait(lambda: hosted.notes() == ["はじめの言葉", "そのあとの言葉"])


def test_a_pen_that_was_put_down_at_the_table_is_not_taken_up_from_the_room(
    windows: Windows, table: Windowed, hosted: Hosted
) -> None:
    table.bridge.do(acts.PutPenDown())
    hosted.meeting.do(acts.PutPenDown())
    windows.wait(lambda: said(table).startswith("The pen is down in the room"))
    hosted.meeting.do(acts.TakePenUp())
    windows.wait(lambda: said(table) == "It arrives")
    assert table.bridge.state.off_record


def test_while_the_room_can_not_be_heard_its_pen_stays_as_it_was(
    windows: Windows, table: Windowed, hosted: Hosted
) -> None:
    write(table, "言葉")
    hosted.meeting.do(acts.PutPenDown())
    windows.wait(lambda: said(table).startswith("The pen is down in the room"))
    hosted.stop_listening()
    QTest.qWait(1000)
    assert table.bridge.state.off_record
    hosted.start()
    hosted.meeting.do(acts.TakePenUp())
    windows.wait(lambda: not table.bridge.state.off_record)
    windows.wait(lambda: hosted.notes() == ["はじめの言葉", "言葉"])


def test_what_did_not_arrive_is_named_and_arrives_when_the_table_is_joined_again(
    windows: Windows, table: Windowed, hosted: Hosted, tmp_path: Path
) -> None:
    hosted.service.free(Role.NOTES, hosted.door.guests()[0].place)
    write(table, "残った言葉")
    windows.wait(lambda: said(table).startswith("The sharing is over"))
    (sheet,) = (tmp_path / "data" / "sheets").iterdir()
    assert str(sheet) in said(table)
    windows.shell.go_home()
    assert str(sheet) in told_at_home(windows)
    (sheet.parent / "other.coprod-sheet").write_bytes(b"no sheet")
    again = windows.shell.joining.ask()
    say(windows, again, f"{HERE}:{hosted.port}", hosted.word.kana)
    again.tables.chosen.emit(again.tables.options()[1].key)
    windows.wait(lambda: hosted.notes() == ["はじめの言葉", "残った言葉"])
    assert sheet.exists()
