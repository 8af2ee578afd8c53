"""One meeting: nothing is lost by leaving it, the minutes are written from it, and a blank wall stays blank."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QSettings
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton

from coprod.domain.terms import Attribution, Phase, Shown
from coprod.present.drafts import to_text
from coprod.present.library import HINT
from coprod.present.notes import Composed
from coprod.present.room import Kind
from coprod.service.ports import StoreFailed
from coprod.ui.plan.library import LibraryDialog
from tests.ui.windows import Windows, when_asked

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from coprod.ui.meeting import Meeting
    from tests.ui.windows import Opening


@pytest.fixture
def meeting(windows: Windows) -> Meeting:
    windows.start()
    windows.open_sample()
    windows.do("main")
    assert windows.shell.meeting is not None
    return windows.shell.meeting


def choose(text: str) -> list[str]:
    """Press a button of the question that comes; what it asked."""
    asked: list[str] = []

    def press(box: QMessageBox) -> None:
        asked.append(box.text())
        next(one for one in box.findChildren(QPushButton) if one.text() == text).click()

    when_asked(QMessageBox, press)
    return asked


def begin_a_note(meeting: Meeting) -> None:
    for _ in range(2):  # there is one screen: it says first that the room may see it
        meeting.console.run("unfold")
    meeting.console.run("note")
    meeting.console.board.panel._write("en", "half a thought")  # noqa: SLF001 - as if typed


def test_closing_carries_out_what_was_asked_for(windows: Windows, meeting: Meeting, opening: Opening) -> None:
    session, before = (
        meeting.bridge.state.session,
        len(opening.store.load(meeting.bridge.state.session).facts),
    )
    for command in ("breath", "breath", "silence", "silence"):
        meeting.console.run(command)
    assert meeting.bridge.busy
    meeting.console.close()
    assert not meeting.console.isVisible()
    assert len(opening.store.load(session).facts) >= before + 4


def test_going_home_carries_out_what_was_asked_for(
    windows: Windows, meeting: Meeting, opening: Opening
) -> None:
    session, before = (
        meeting.bridge.state.session,
        len(opening.store.load(meeting.bridge.state.session).facts),
    )
    for command in ("breath", "breath", "back"):
        meeting.console.run(command)
    windows.wait(windows.frame.isVisible)
    assert len(opening.store.load(session).facts) == before + 2


@pytest.mark.parametrize(("answer", "left"), [("Stay here", False), ("Leave without it", True)])
@pytest.mark.parametrize("way", ["back", "close"])
def test_a_note_that_was_begun_is_not_lost_without_asking(
    windows: Windows, meeting: Meeting, answer: str, left: bool, way: str
) -> None:
    begin_a_note(meeting)
    asked = choose(answer)
    if way == "back":
        meeting.console.run("back")
    else:
        meeting.console.close()
    assert asked == ["A note is begun, and not kept yet."]
    assert (windows.shell.meeting is None if way == "back" else not meeting.console.isVisible()) is left


def test_what_could_not_be_saved_is_not_lost_without_asking(
    windows: Windows, meeting: Meeting, opening: Opening
) -> None:
    opening.store.failing = "full"
    meeting.console.run("breath")
    windows.settle()
    asked = choose("Stay here")
    meeting.console.close()
    assert asked == ["What was done last could not be saved yet."]
    assert meeting.console.isVisible()
    opening.store.failing = None
    meeting.console.run("retry")
    windows.settle()
    assert meeting.bridge.state.open_pause() is not None
    meeting.console.close()
    assert not meeting.console.isVisible()


def test_a_blank_wall_is_blank_after_the_next_start(windows: Windows, meeting: Meeting, qtbot: QtBot) -> None:
    windows.do("blank")
    assert meeting.room.view().kind is Kind.BLANK
    windows.shell.close()
    later = Windows(qtbot, windows.opening)
    later.start()
    later.wait(lambda: later.shell.meeting is not None)
    again = later.shell.meeting
    assert again is not None
    assert again.room.view().kind is Kind.BLANK
    later.do("blank")
    assert again.room.view().kind is Kind.WELCOME
    assert QSettings().value("blanked") == ""
    later.close()


def test_the_wall_is_what_the_console_says_it_is(meeting: Meeting) -> None:
    assert meeting.room.view() == meeting.console.room_view()
    meeting.console.run("guidelines")
    assert meeting.room.view() == meeting.console.room_view()
    assert meeting.room.view().kind is Kind.GUIDELINES


def test_minutes_are_written_and_told(windows: Windows, meeting: Meeting, tmp_path: Path) -> None:
    meeting.publishing.write(tmp_path / "minutes.pdf")
    windows.wait(lambda: "The minutes are written: minutes.pdf" in windows.told(meeting.console))
    assert "('ja', 'en')" in (tmp_path / "minutes.pdf").read_text(encoding="utf-8")


def test_a_file_is_not_named_after_somebody_who_asked_for_no_name(
    windows: Windows, meeting: Meeting, tmp_path: Path
) -> None:
    person = next(
        one
        for one in meeting.bridge.state.participants.values()
        if one.attribution is not Attribution.NAMED and one.listed is not Shown.NAME
    )
    name = meeting.bridge.words[person.called[-1][1]].body  # in Japanese it may be a single letter
    meeting.publishing.write(tmp_path / f"for {name}.pdf")
    windows.wait(lambda: any("owner asked for none" in one for one in windows.told(meeting.console)))
    meeting.publishing.write(tmp_path / "minutes.exe")
    windows.wait(lambda: any("such a file" in one for one in windows.told(meeting.console)))
    assert list(tmp_path.glob("*.pdf")) == list(tmp_path.glob("*.exe")) == []


def test_minutes_that_cant_be_written_are_told(windows: Windows, meeting: Meeting, tmp_path: Path) -> None:
    meeting.publishing.write(tmp_path / "nowhere" / "minutes.pdf")
    windows.wait(lambda: any("could not be written" in one for one in windows.told(meeting.console)))


def test_with_one_screen_there_is_no_wall(meeting: Meeting) -> None:
    assert not meeting.room.isVisible()
    assert meeting.bridge.state.phase is Phase.OPEN


def test_the_screen_of_the_wall_is_remembered_by_its_name(meeting: Meeting) -> None:
    meeting.room.placed.emit("Beamer")
    meeting.room.placed.emit("")  # unplugged: it will be looked for again
    assert QSettings().value("wall") == "Beamer"


# ---- one screen


def test_on_one_screen_the_console_starts_folded_and_opening_the_rest_says_so_first(windows: Windows) -> None:
    windows.start()
    windows.open_sample()
    windows.do("main")
    meeting = windows.shell.meeting
    assert meeting is not None
    console = meeting.console
    assert not console.board.latest.isVisible()
    view = console.view()
    assert view is not None
    assert {seat.voice.mark_word for seat in view.round.seats} == {""}
    console.run("correct")
    assert console.board.centre.head.toast.text().startswith("The room may see this screen, too.")
    assert not console.board.latest.isVisible()
    console.run("unfold")
    QCoreApplication.processEvents()
    assert console.board.latest.isVisible()
    view = console.view()
    assert view is not None
    assert len({seat.voice.mark_word for seat in view.round.seats}) > 1


# ---- the note-taker's window


def test_the_notes_open_beside_the_console_and_the_room_must_not_see_them(
    windows: Windows, meeting: Meeting
) -> None:
    console = meeting.console
    console.run("notes")
    opened = [meeting.notes]
    assert opened == [None]  # there is one screen: it says first that the room may see it
    assert console.board.centre.head.toast.text().startswith("The room may see this screen, too.")
    console.run("unfold")
    console.run("notes")
    notes = meeting.notes
    assert notes is not None
    assert notes.isVisible()
    notes.command.emit("silence")
    windows.settle()
    assert meeting.bridge.state.open_pause() is not None


def test_where_the_last_other_screen_goes_the_notes_are_put_away_with_what_is_begun(
    windows: Windows, meeting: Meeting, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(meeting, "_walls", lambda: [meeting.console.screen()])
    meeting.room.placed.emit("Projector")
    notes = meeting.open_notes()
    notes.panel._write("en", "half a thought")  # noqa: SLF001 - as if typed
    assert notes.isVisible()
    monkeypatch.setattr(meeting, "_walls", list)
    meeting.room.placed.emit("")
    assert not notes.isVisible()
    assert notes.panel.begun()
    notes.panel.erase()


def test_what_is_kept_in_one_window_is_seen_in_the_other(windows: Windows, meeting: Meeting) -> None:
    notes = meeting.open_notes()
    before = len(meeting.bridge.state.notes())
    notes.panel._write("en", "From the notes")  # noqa: SLF001 - as if typed
    notes.panel.keep()
    windows.settle()
    assert len(meeting.bridge.state.notes()) == before + 1
    view = meeting.console.view()
    assert view is not None
    meeting.console.fold(folded=False)
    view = meeting.console.view()
    assert view is not None
    assert view.latest[0].said.body == "From the notes"


def test_words_begun_there_are_asked_about_before_leaving(windows: Windows, meeting: Meeting) -> None:
    notes = meeting.open_notes()
    notes.panel._write("en", "half a thought")  # noqa: SLF001 - as if typed
    asked = choose("Stay here")
    meeting.console.run("back")
    windows.settle()
    assert asked
    assert meeting.console.isVisible()


def test_off_the_record_both_windows_say_so_and_the_wall_too(windows: Windows, meeting: Meeting) -> None:
    notes = meeting.open_notes()
    windows.do("off-record")
    console, view = meeting.console.view(), notes.view()
    assert console is not None
    assert view is not None
    assert console.strip.phase == view.off_record == "The pen is down: nothing is kept"
    said = [run.text for run in meeting.room.view().where]
    assert "Nothing is written down now" in said
    windows.do("off-record")
    assert "Nothing is written down now" not in [run.text for run in meeting.room.view().where]


def test_the_notes_take_the_language_and_the_looks_of_the_meeting(windows: Windows, meeting: Meeting) -> None:
    notes = meeting.open_notes()
    windows.shell.toggle_language()
    view = notes.view()
    assert view is not None
    assert view.told == "メモ"
    meeting.close()
    assert not notes.isVisible()


# ---- what was begun


def test_what_was_being_written_is_there_after_the_program_ended_in_the_midst(
    windows: Windows, meeting: Meeting, opening: Opening
) -> None:
    session = meeting.bridge.state.session
    draft = to_text(Composed("en", texts={"en": "half a thought"}, first="en"))
    opening.store.keep_draft(session, json.dumps({"console": draft, "notes": draft}))
    windows.shell.open_session(session)
    again = windows.shell.meeting
    assert again is not None
    assert again is not meeting
    assert again.console.board.panel.begun()
    assert "still there" in again.console.board.centre.head.toast.text()
    assert again.open_notes().panel.begun()


def test_what_is_written_is_kept_a_moment_later_and_let_go_with_the_note(
    windows: Windows, meeting: Meeting, opening: Opening, qtbot: QtBot
) -> None:
    session, panel = meeting.bridge.state.session, meeting.open_notes().panel
    panel.words.editor().insertPlainText("half a thought")
    qtbot.waitUntil(lambda: "half a thought" in opening.store.draft(session), timeout=5000)
    panel.keep()
    windows.settle()
    qtbot.waitUntil(lambda: opening.store.draft(session) == "", timeout=5000)


# ---- what opens from it


def hints(meeting: Meeting) -> list[LibraryDialog]:
    return meeting.notes.findChildren(LibraryDialog) if meeting.notes else []


def test_the_list_of_hints_opens_over_the_notes_and_what_is_kept_there_is_known_at_once(
    windows: Windows, meeting: Meeting
) -> None:
    notes = meeting.open_notes()
    notes.hints_asked.emit()
    (dialog,) = hints(meeting)
    dialog.kept.emit("", HINT, {"en": "guys → everybody"})
    notes.panel._change(who=())  # noqa: SLF001 - nobody, as if chosen
    notes.panel._write("en", "guys")  # noqa: SLF001 - as if typed
    assert notes.hint.isVisible()
    dialog.close()
    windows.settle()
    notes.panel.erase()


def test_a_list_that_can_not_be_kept_is_told_of(meeting: Meeting, opening: Opening) -> None:
    notes = meeting.open_notes()
    notes.hints_asked.emit()
    (dialog,) = hints(meeting)
    before = len(dialog.lines())

    def full(_entry: object) -> None:
        raise StoreFailed("full")

    opening.store.shelve = full  # type: ignore[method-assign,assignment]
    dialog.kept.emit("", HINT, {"en": "guys → everybody"})
    assert len(dialog.lines()) == before
    assert "The disk is full" in notes.said.text()
    dialog.close()


def test_the_minutes_are_written_where_it_was_chosen_as_pdf(
    windows: Windows, meeting: Meeting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "june"), ""))
    meeting.console.run("minutes")
    windows.wait((tmp_path / "june.pdf").exists)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    meeting.console.run("minutes")
    windows.settle()
    assert [path.name for path in tmp_path.glob("*.pdf")] == ["june.pdf"]


def test_where_there_is_no_other_screen_the_wall_stays_and_it_is_said(
    windows: Windows, meeting: Meeting
) -> None:
    meeting.console.run("move-wall")
    toast = meeting.console.board.centre.head.toast
    assert toast.text() == "There is no other screen for the room display."


def test_minutes_that_get_their_ending_here_take_no_file_away(
    windows: Windows, meeting: Meeting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "minutes.pdf").write_bytes(b"mine")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "minutes"), ""))
    meeting.console.run("minutes")
    windows.wait(
        lambda: "There is a file of this name already. Give it another name." in windows.told(meeting.console)
    )
    assert (tmp_path / "minutes.pdf").read_bytes() == b"mine"
