"""A person takes back all that is theirs: it is asked, and said what that does not reach."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QPushButton

from coprod.service.holders import InBackup
from coprod.ui.console.people import PeopleWindow
from coprod.ui.plan.person_form import PersonForm
from coprod.ui.sheeting import SUFFIX
from tests.ui.windows import Windows, when_asked

if TYPE_CHECKING:
    from pathlib import Path

    from coprod.ui.meeting import Meeting


@pytest.fixture
def home(windows: Windows, tmp_path: Path) -> Meeting:
    """The sample under way; a sheet was made for its first group, and there is a backup."""
    windows.start()
    windows.open_sample()
    windows.do("main")
    meeting = windows.shell.meeting
    assert meeting is not None
    assert meeting.sheeting is not None
    meeting.console.fold(folded=False)
    made: list[str] = []
    meeting.sheeting.made.connect(lambda group, _code: made.append(group))
    meeting.sheeting.issue(meeting.bridge.state.small_groups()[0].id, tmp_path / f"a{SUFFIX}")
    windows.wait(lambda: bool(made))
    windows.opening.store.copies.append(InBackup("there/s.db.0002.backup", windows.clock.now()))
    return meeting


def asked(windows: Windows, meeting: Meeting, answer: str) -> tuple[str, str, PeopleWindow]:
    """Press the button on somebody's sheet, and answer; who it was, and what was asked."""
    who = meeting.bridge.state.small_groups()[0].members[0]
    window = meeting.console.beside.open("people")
    assert isinstance(window, PeopleWindow)
    window.column.open_person(who)
    (form,) = window.findChildren(PersonForm)
    said: list[str] = []

    def reply(box: QMessageBox) -> None:
        said.append(box.text())
        (button,) = [one for one in box.findChildren(QPushButton) if one.text() == answer]
        button.click()

    when_asked(QMessageBox, reply)
    windows.qtbot.mouseClick(form._withdraw, Qt.MouseButton.LeftButton)  # noqa: SLF001
    windows.wait(lambda: bool(said))
    windows.settle()
    return who, said[0], window


def test_it_is_said_first_and_nothing_is_done_where_it_is_left(windows: Windows, home: Meeting) -> None:
    who, said, window = asked(windows, home, "Leave it as it is")
    name = home.bridge.words[home.bridge.state.participants[who].called[0][1]].body
    lines = said.split("\n")
    assert lines[0].endswith("would be erased for good. What several said stays.")
    assert lines[1] == "It may still stand elsewhere:"
    assert lines[2].startswith("The sheet of ")
    assert lines[3].startswith("A backup of ")
    assert lines[4] == "there/s.db.0002.backup"
    assert lines[5].startswith("What was printed")
    assert name not in "".join(lines[1:])
    assert who in home.bridge.state.participants
    assert window.left.text() == ""


def test_what_still_holds_it_stays_among_the_people_until_it_is_read(windows: Windows, home: Meeting) -> None:
    who, _, window = asked(windows, home, "Erase it")
    windows.wait(lambda: who not in home.bridge.state.participants)
    windows.wait(window.left.isVisible)
    assert window.said.text() == "Everything that was theirs alone is erased."
    assert window.left.text().split("\n")[0] == "It is erased here."
    assert "The sheet of " in window.left.text()
    windows.qtbot.mouseClick(window.left.read, Qt.MouseButton.LeftButton)
    assert not window.left.isVisible()
