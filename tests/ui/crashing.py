"""The program in a process of its own, up to a moment of the sample session; it waits there to be killed.

`play STORE PICTURE` plays the script until that picture; `look STORE NOW` only opens the windows. Each prints one JSON
object: what the console and the wall show. Two virtual screens, so that there is a wall.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from coprod.mt import open_drafter
from coprod.readers import read_table, read_work
from coprod.render.logo import read_logo
from coprod.render.preview import PageProcess
from coprod.render.xliff import write_work
from coprod.seal import SealedFiles, WordIntroduction
from coprod.serve import host, join
from coprod.store.local import open_store
from coprod.ui.demo.album import Album
from coprod.ui.demo.clock import MovedClock
from coprod.ui.demo.player import Player
from coprod.ui.demo.stage import begin_of_sample, open_sample, open_shell, sample, virtual_app
from coprod.ui.demo.typist import Typist
from coprod.ui.tools import Tools

if TYPE_CHECKING:
    from coprod.ui.meeting import Meeting
    from coprod.ui.shell import Shell


BEGUN = "Half a thought, 途中の言葉"


class Blind(Album):
    """An album that takes no pictures."""

    def take(self, name: str) -> None:
        pass

    def look(self) -> None:
        pass


def played(shell: Shell, clock: MovedClock, picture: str) -> Meeting:
    typist, meeting = open_sample(shell)
    steps = json.loads(sample("speaking-up.script.json").read_text("utf-8"))
    last = next(n for n, step in enumerate(steps) if step.get("picture") == picture)
    Player(meeting, typist, clock, Blind(Path(), meeting)).play(steps[:last])
    typist.settle()
    return meeting


def begin(meeting: Meeting) -> None:
    """Write half a note, and wait no longer than a moment: it is kept by then."""
    panel = meeting.console.board.panel
    panel.begin()
    panel.words.editor().insertPlainText(BEGUN)
    waited = time.monotonic() + 1.5
    while time.monotonic() < waited:
        QApplication.processEvents()


def reopened(shell: Shell) -> Meeting:
    Typist(lambda: shell.home.frame, lambda: False).wait(lambda: shell.meeting is not None)
    assert shell.meeting is not None
    return shell.meeting


def main(mode: str, store: str, moment: str) -> None:
    with tempfile.TemporaryDirectory() as place, virtual_app(Path(place)) as app:
        clock = MovedClock(begin_of_sample() if mode == "play" else int(moment))
        tools = Tools(
            lambda _place: open_store(Path(store)),
            lambda *_: None,
            lambda *_: None,
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
        shell = open_shell(app, tools, "en")
        meeting = played(shell, clock, moment) if mode == "play" else reopened(shell)
        app.processEvents()
        if mode == "play":
            begin(meeting)
        composed = meeting.console.board.panel.composed()
        told = {
            "begun": dict(composed.texts) if composed else {},
            "now": clock.now(),
            "console": repr(meeting.console.view()),
            "wall": repr(meeting.room.view()),
            "words": [word.body for word in meeting.bridge.words.values()],
            "on": meeting.room.screen().name() if meeting.room.isVisible() else "",
        }
        sys.stdout.write(json.dumps(told) + "\n")
        sys.stdout.flush()
        if mode == "play":
            time.sleep(60)  # until it is killed
        shell.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
