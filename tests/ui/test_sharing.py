"""Sharing from the console, by keys: begun, joined by a real phone's requests, shown, and over with the session."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import trustme
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QFileDialog, QMessageBox

from coprod.bootstrap import SystemClock
from coprod.domain import acts
from coprod.domain.terms import NoteKind, Part, Phase
from coprod.present.room import Kind
from coprod.seal import SealedFiles, WordIntroduction
from coprod.serve.joining import join
from coprod.service.live import LiveSession
from coprod.ui.console.hosting import HostingWindow
from coprod.ui.hosting import own_addresses
from tests.serve.hosting import Device, certificate_files

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from coprod.ui.meeting import Meeting
    from tests.ui.windows import Windows


@pytest.fixture
def meeting(windows: Windows) -> Meeting:
    windows.start()
    windows.open_sample()
    windows.do("main")
    assert windows.shell.meeting is not None
    made = windows.shell.meeting
    made.sharing.addresses = lambda: ["127.0.0.1"]
    return made


@pytest.fixture
def window(windows: Windows, meeting: Meeting) -> HostingWindow:
    for _ in range(2):  # there is one screen: it says first that the room may see it
        meeting.console.run("unfold")
    meeting.console.run("share")
    found = meeting.console.beside.window("share")
    assert isinstance(found, HostingWindow)
    return found


@pytest.fixture
def phone(windows: Windows, meeting: Meeting, window: HostingWindow) -> Callable[[], Device]:
    def joined() -> Device:
        joining = meeting.sharing.joining
        assert joining is not None
        assert joining.everyone is not None
        return Device(int(joining.address.rpartition(":")[2]), joining.kana, joining.everyone[0])

    window.everyone.setChecked(True)
    window.wifi.setText("room-b")
    window.begin.click()
    return joined


def test_it_is_off_until_it_is_begun_and_the_card_leads_to_where_that_is(
    meeting: Meeting, window: HostingWindow
) -> None:
    window.close()
    assert meeting.sharing.joining is None
    meeting.console.run("join")
    assert window.isVisible()
    assert window.first() is window.begin
    assert meeting.console.room_view() is not None


def test_the_card_goes_on_the_wall_and_off_again(
    windows: Windows, meeting: Meeting, window: HostingWindow, phone: Callable[[], Device]
) -> None:
    joining = meeting.sharing.joining
    assert joining is not None
    assert joining.wifi == QSettings().value("wifi") == "room-b"
    before = meeting.console.room_view()
    assert window.focusWidget() is window.card
    window.card.click()
    view = meeting.console.room_view()
    assert view is not None
    assert view.kind is Kind.JOIN
    assert view.invitation is not None
    assert view.invitation.address == joining.address
    assert joining.roman in window.lead.text()
    window.card.click()
    other = meeting.console.room_view()
    assert other is not None
    assert other.invitation is not None
    assert joining.everyone is not None
    assert joining.everyone[1] in [run.text for run in other.invitation.word]
    assert joining.everyone[1] in window.lead.text()
    window.card.click()
    assert meeting.console.room_view() == before
    window.card.click()
    window.end.click()
    assert meeting.console.room_view() == before
    assert meeting.sharing.joining is None


def test_a_note_from_a_phone_stands_on_the_console_and_undo_there_leaves_it(
    windows: Windows, meeting: Meeting, window: HostingWindow, phone: Callable[[], Device]
) -> None:
    table = phone().join(0)
    assert table.note("電話から")[0] == 201
    windows.wait(lambda: len(meeting.bridge.state.notes()) == 1)
    meeting.bridge.do(acts.Undo())
    windows.wait(lambda: not meeting.bridge.busy)
    assert len(meeting.bridge.state.notes()) == 1


def test_tables_are_seen_as_tables_and_their_places_freed(
    windows: Windows, meeting: Meeting, window: HostingWindow, phone: Callable[[], Device]
) -> None:
    def told() -> list[str]:
        return [row.accessibleName().rpartition(", ")[2] for row in window.rows.buttons()]

    assert set(told()) == {"nobody yet"}
    table = phone().join(0)
    windows.wait(lambda: told()[0] == "connected")
    window.rows.buttons()[0].click()
    assert "Choose it once more" in window.said.text()
    assert table.get("/api/view")[0] == 200
    window.rows.buttons()[0].click()
    assert window.said.text() == "Another device can take this place now."
    assert table.get("/api/view")[0] == 401
    phone().join(0)


def test_a_wish_is_told_without_a_name_and_a_message_is_read_once(
    windows: Windows, meeting: Meeting, window: HostingWindow, phone: Callable[[], Device]
) -> None:
    state = meeting.bridge.state
    who = next(id for id, one in state.participants.items() if Part.SUPPORTER in one.parts)
    one = phone().join("", "participant")
    assert one.post("/api/wish", {"id": "00000000-0000-4000-8000-000000000001", "wish": "pause"})[0] == 202
    windows.wait(lambda: window.said.text() == "Somebody would like a pause.")
    sent = {"id": "00000000-0000-4000-8000-000000000002", "to": who, "text": "あとで話せますか"}
    for _ in range(2):
        assert one.post("/api/message", sent)[0] == 202
    windows.wait(lambda: "A quiet message waits for" in window.waits.text())
    assert "あとで" not in " ".join(windows.told(window))
    window.read.click()
    assert window.message.text() == "あとで話せますか"
    assert not window.read.isVisible()
    window.close()
    assert window.message.text() == ""
    assert meeting.bridge.state.notes() == state.notes()


def test_a_note_from_a_laptop_stands_on_the_console(
    windows: Windows, meeting: Meeting, window: HostingWindow, phone: Callable[[], Device], tmp_path: Path
) -> None:
    joining = meeting.sharing.joining
    assert joining is not None
    met = join(joining.address, joining.roman, WordIntroduction)
    joined = met.take(met.places[0].id)
    path = tmp_path / "table.coprod-sheet"
    path.write_bytes(joined.data)
    sender = joined.send(path, lambda _sending: None)
    table = LiveSession(*SealedFiles().open(path, joined.code), SystemClock())
    table.do(acts.KeepNote(acts.NoteDraft(NoteKind.IDEA, {"ja": "隣の机から"}, original="ja")))
    windows.wait(lambda: [note.group for note in meeting.bridge.state.notes()] == [met.places[0].id])
    sender.close()


def test_a_quiet_message_outlives_the_sharing_and_holds_whoever_leaves(
    windows: Windows,
    meeting: Meeting,
    window: HostingWindow,
    phone: Callable[[], Device],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    who = next(id for id, one in meeting.bridge.state.participants.items() if Part.SUPPORTER in one.parts)
    one = phone().join("", "participant")
    sent = {"id": "00000000-0000-4000-8000-000000000002", "to": who, "text": "もう少し待って"}
    assert one.post("/api/message", sent)[0] == 202
    windows.wait(lambda: bool(window.waits.text()))
    meeting.bridge.do(acts.CloseSession())
    windows.wait(lambda: meeting.sharing.joining is None)
    asked: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: asked.append(box.text()))
    meeting.console.run("back")
    assert asked == ["A quiet message has not been read yet. It is kept nowhere else."]
    assert windows.shell.meeting is meeting
    window.read.click()
    assert window.message.text() == "もう少し待って"
    meeting.console.run("back")
    assert len(asked) == 1


def test_while_the_room_sees_the_console_nobody_is_named_for_whom_a_message_waits(
    windows: Windows, meeting: Meeting, window: HostingWindow, phone: Callable[[], Device]
) -> None:
    who = next(id for id, one in meeting.bridge.state.participants.items() if Part.SUPPORTER in one.parts)
    one = phone().join("", "participant")
    meeting.console.fold(folded=True)
    sent = {"id": "00000000-0000-4000-8000-000000000003", "to": who, "text": "あとで"}
    assert one.post("/api/message", sent)[0] == 202
    windows.wait(lambda: any("A quiet message waits" in told for told in windows.told(meeting.console)))
    assert not any("A quiet message waits for" in told for told in windows.told(meeting.console))


def test_a_second_sharing_is_where_the_first_was_and_lets_its_pages_know(
    meeting: Meeting, window: HostingWindow, phone: Callable[[], Device]
) -> None:
    first, table = address(meeting), phone().join(0)
    window.end.click()
    window.begin.click()
    assert address(meeting) == first
    assert table.get("/api/view")[0] == 401


def test_that_the_laptop_has_another_address_is_said(
    meeting: Meeting, window: HostingWindow, phone: Callable[[], Device], windows: Windows
) -> None:
    assert not window.trouble.isVisible()
    meeting.sharing.addresses = lambda: ["127.0.0.9"]
    windows.wait(window.trouble.isVisible)
    assert "another address now" in window.trouble.text()


def test_it_is_over_with_the_session(
    windows: Windows, meeting: Meeting, window: HostingWindow, phone: Callable[[], Device]
) -> None:
    table = phone().join(0)
    meeting.bridge.do(acts.CloseSession())
    windows.wait(lambda: meeting.bridge.state.phase is Phase.CLOSED)
    windows.wait(lambda: meeting.sharing.joining is None)
    windows.wait(lambda: gone(table))


def gone(table: Device) -> bool:
    """Whether nothing listens any more."""
    try:
        table.get("/api/view")
    except ConnectionRefusedError:
        return True
    except OSError:
        return False  # in the midst of going
    return False


def test_after_too_many_wrong_words_it_is_said_what_to_do(
    windows: Windows, meeting: Meeting, window: HostingWindow, phone: Callable[[], Device]
) -> None:
    assert not window.trouble.isVisible()
    door = meeting.sharing._door  # noqa: SLF001 - as by many addresses
    assert door is not None
    for n in range(30):
        door.count_wrong(f"address {n}")
    windows.wait(window.trouble.isVisible)
    assert "share again with a new word" in window.trouble.text()
    window.end.click()
    window.begin.click()
    assert not window.trouble.isVisible()
    phone().join(0)


def test_an_address_that_is_not_of_this_machine_is_said(meeting: Meeting, window: HostingWindow) -> None:
    meeting.sharing.begin("192.0.2.1", "", False)
    assert meeting.sharing.joining is None
    assert "at 192.0.2.1 (" in window.said.text()


def address(meeting: Meeting) -> str:
    """Where it is shared now; "" where it is not."""
    return meeting.sharing.joining.address if meeting.sharing.joining else ""


def test_the_organisations_own_certificate_is_shown_once_it_is_chosen(
    meeting: Meeting, window: HostingWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    certificate, key = certificate_files(tmp_path, trustme.CA().issue_cert("room.example.org"))
    chosen = iter([str(key), str(key), str(certificate), str(key), str(certificate), ""])
    monkeypatch.setattr(QFileDialog, "getOpenFileName", staticmethod(lambda *_: (next(chosen), "")))
    assert not window.certificate.without.isVisible()
    window.certificate.choose.click()
    window.begin.click()
    assert address(meeting) == ""
    assert "are no certificate and its key" in window.said.text()
    window.certificate.choose.click()
    window.certificate.choose.click()  # the second file is not chosen: nothing is different
    assert window.certificate.told().endswith("own.crt")
    window.begin.click()
    assert address(meeting).startswith("room.example.org:")
    window.end.click()
    window.certificate.without.click()
    window.begin.click()
    assert address(meeting).startswith("127.0.0.1:")


def test_the_addresses_of_this_machine_are_addresses() -> None:
    found = own_addresses()
    assert found
    assert all(len(one.split(".")) == 4 for one in found)
