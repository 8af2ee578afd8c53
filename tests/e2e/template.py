"""A meeting planned from its template and run to the end by keys alone, through the real windows on two screens.

`python -m tests.e2e.template FOLDER` does it in a process of its own, and prints one JSON object: what the wall showed
at each stage, and the session as a file. Two virtual screens; the minutes go to FOLDER.
"""

from __future__ import annotations

import json
import sys
import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget

from coprod.bootstrap import _hand_out, _render
from coprod.i18n import Catalogue
from coprod.service.exchange.keeping import taken_out
from coprod.service.exchange.writing import write
from coprod.store.local import open_store
from coprod.ui.demo.clock import MovedClock
from coprod.ui.demo.stage import begin_of_sample, open_shell, virtual_app, write_minutes
from coprod.ui.demo.typist import Typist

if TYPE_CHECKING:
    from coprod.ui.meeting import Meeting
    from coprod.ui.planning import Planning
    from coprod.ui.shell import Shell
    from coprod.ui.tools import Tools

PEOPLE = ("Nagi", "Sora", "Tsumugi", "Ren")
TITLE = "Tea and a question"
MINUTE = 1


class Hands:
    """Somebody at the keyboard, who sees what the wall shows."""

    def __init__(self, shell: Shell, clock: MovedClock) -> None:
        self._shell, self._clock = shell, clock
        self.typist = Typist(self._window, self._busy)
        self.seen: list[list[str]] = []

    def _window(self) -> QWidget:
        plan, meeting = self._shell.planning, self._shell.meeting
        return meeting.console if meeting else plan.window if plan else self._shell.home.frame

    def _busy(self) -> bool:
        plan, meeting = self._shell.planning, self._shell.meeting
        return bool((meeting and meeting.bridge.busy) or (plan and plan.bridge.busy))

    @property
    def meeting(self) -> Meeting:
        assert self._shell.meeting is not None
        return self._shell.meeting

    @property
    def planning(self) -> Planning:
        assert self._shell.planning is not None
        return self._shell.planning

    def press(self, *keys: str) -> None:
        """Press keys; a minute goes by after each in the meeting, and the wall is looked at."""
        for key in keys:
            self.typist.press(key)
            if self._shell.meeting is not None:
                self._clock.move(MINUTE)
                self.meeting.console.tick()
                QApplication.processEvents()
                self.look()

    def look(self) -> None:
        view = self.meeting.room.view()
        said = [view.kind.value, *(run.text for run in (*view.title, *view.under))]
        said += [run.text for one in (view.now, view.next) if one for run in one.name]
        if not self.seen or self.seen[-1] != said:
            self.seen.append(said)

    def tab_to(self, name: str) -> None:
        """Go by Tab to what a screen reader calls so."""
        for _ in range(80):
            focus = QApplication.focusWidget()
            if focus is not None and focus.accessibleName() == name:
                return
            self.typist.press("Tab")
        raise AssertionError(name)


def plan(hands: Hands, shell: Shell) -> None:
    """Ctrl+N, the first kind; title, people, and another order of the items."""
    hands.typist.wait(lambda: shell.ready)
    hands.press("Ctrl+N", "Return")
    hands.typist.wait(lambda: shell.planning is not None)
    hands.typist.settle()
    hands.tab_to("Title (English)")
    hands.press("Ctrl+A")
    hands.typist.type(TITLE)
    hands.press("Return")
    hands.press("Alt+P")
    for name in PEOPLE:
        hands.typist.type(name)
        hands.press("Return")
    hands.planning.window.agenda.rows().rows()[4].setFocus()  # the break
    hands.press("Alt+Up")
    hands.press("Ctrl+Return")
    hands.typist.wait(lambda: shell.meeting is not None)
    hands.typist.settle()


def run(hands: Hands) -> None:
    """To the end: a clicker, passes, a later, a pause, a break made longer, a note on the wall."""
    hands.press("PageDown", "Ctrl+Right", "G", "G", "Space")  # begun; the guidelines are agreed
    hands.press("Space")  # the check-in
    hands.press("PageDown", "S", "PageDown", "L", "Space", "Space")
    hands.press("P", "P")
    hands.press("Space")
    for _ in range(60):
        words = hands.meeting.console.view()
        assert words is not None
        if hands.meeting.bridge.state.phase == "closed":
            return
        item = hands.meeting.bridge.state.open_item()
        if item is not None and item.kind == "break" and not hands.meeting.bridge.state.extended:
            hands.press("X")
        if item is not None and item.kind == "roundtable" and not hands.meeting.bridge.state.notes():
            note(hands)
        hands.press("Space")
    raise AssertionError("the meeting did not come to its end")


def note(hands: Hands) -> None:
    """Write a note for the room, and show it."""
    hands.press("N")
    hands.typist.type("I could say it because somebody waited.")
    hands.press("Alt+V", "Alt+V", "Ctrl+Return")  # review, then the room
    hands.press("R")


def main(folder: Path) -> None:
    with tempfile.TemporaryDirectory() as place, virtual_app(Path(place)) as app:
        clock = MovedClock(begin_of_sample())
        path = Path(place) / "coprod.db"
        shell = open_shell(app, tools(path, clock), "en")
        hands = Hands(shell, clock)
        plan(hands, shell)
        on = hands.meeting.room.screen().name() if hands.meeting.room.isVisible() else ""
        run(hands)
        session = hands.meeting.bridge.state.session
        write_minutes(hands.typist, (folder / "minutes.pdf").absolute())
        shell.close()
        with open_store(path) as store:
            file = taken_out(session, store)
        assert file is not None
        told = {
            "on": on,
            "seen": hands.seen,
            "session": json.loads(write(file)),
            "lang": Catalogue("en").lang,
        }
        print(json.dumps(told, ensure_ascii=False), flush=True)  # noqa: T201 - what the test reads


def tools(path: Path, clock: MovedClock) -> Tools:
    from coprod.mt import open_drafter  # noqa: PLC0415 - as late as the windows
    from coprod.readers import read_table, read_work  # noqa: PLC0415 - as late as the windows
    from coprod.render.logo import read_logo  # noqa: PLC0415 - as late as the windows
    from coprod.render.preview import PageProcess  # noqa: PLC0415 - as late as the windows
    from coprod.render.xliff import write_work  # noqa: PLC0415 - as late as the windows
    from coprod.seal import SealedFiles, WordIntroduction  # noqa: PLC0415 - as late as the windows
    from coprod.serve import host, join  # noqa: PLC0415 - as late as the windows
    from coprod.ui.tools import Tools  # noqa: PLC0415 - after the application is there

    return Tools(
        lambda _place: open_store(path),
        _render,
        _hand_out,
        clock,
        SealedFiles,
        read_table,
        lambda *_: None,
        write_work,
        read_work,
        PageProcess,
        open_drafter,
        read_logo,
        host,
        partial(join, introduce=WordIntroduction),
        WordIntroduction,
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
