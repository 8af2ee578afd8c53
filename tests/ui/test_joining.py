"""Joining another laptop's room from home, by keys: the word, a table, and notes that arrive while they are written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coprod import paths
from coprod.domain import acts
from coprod.domain.terms import NoteKind
from tests.present.meeting import Meeting
from tests.serve.hosting import HERE, Hosted, device, grouped

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from coprod.ui.home.joining import JoinDialog
    from tests.ui.windows import Windows


@pytest.fixture
def hosted() -> Iterator[Hosted]:
    made = Hosted(grouped(Meeting()))
    yield made
    made.close()


@pytest.fixture
def dialog(windows: Windows, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> JoinDialog:
    monkeypatch.setattr(paths, "data_home", lambda: tmp_path / "data")
    windows.start()
    return windows.shell.joining.ask()


def say(windows: Windows, dialog: JoinDialog, address: str, word: str) -> None:
    dialog.address.setText(address)
    dialog.word.setText(word)
    dialog._go.click()  # noqa: SLF001 - as by Enter
    windows.wait(lambda: dialog._go.isEnabled() or dialog.tables.isVisible())  # noqa: SLF001


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
