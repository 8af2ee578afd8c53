"""From an act to both windows painted, through bridge and store, with 2,000 notes and with none.

An act begins with a key press at the console and ends when console and room display have painted what changed: the
wall at 1920 × 1080, the console at 1366 × 768. The session without notes and the one with many take turns, so that
whatever slows the machine slows both. The wall does not fade (a fade takes 400 ms by design); Undo, which folds the
session anew, is not among the acts.
"""

from __future__ import annotations

import os
import time
from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.table import Row
from coprod.domain import acts
from coprod.domain.acts import ItemDraft, NoteDraft, ParticipantDraft, SessionDraft
from coprod.domain.terms import ItemKind, NoteKind, Standpoint, Visibility
from coprod.i18n import Catalogue
from coprod.service.live import LiveSession
from coprod.store import open_store
from coprod.ui import theme as themes
from coprod.ui.bridge import Bridge
from coprod.ui.console.window import ConsoleWindow
from coprod.ui.room.window import RoomWindow

if TYPE_CHECKING:
    from collections.abc import Callable

NOTES, CYCLES, WARM_UP = 2_000, 60, 4
PEOPLE = ("Ama", "Bela", "Ciro", "Dana", "Emi", "Faro", "Gen", "Hoshi", "Ines", "Juri", "Kato", "Lior")
NOTE = NoteDraft(
    NoteKind.IDEA,
    {
        "ja": "次の会では、はじめに沈黙の時間を置きたいです。",
        "en": "Next time I would like to begin with a silence.",
    },
    original="ja",
    visibility=Visibility.ROOM,
)
SPACE, PASS, PAUSE, SHOW = Qt.Key.Key_Space, Qt.Key.Key_S, Qt.Key.Key_P, Qt.Key.Key_R


class SystemClock:
    """The time of this machine."""

    def now(self) -> int:
        """UTC in ms."""
        return time.time_ns() // 1_000_000

    def waited(self) -> float:
        """Seconds that never go back."""
        return time.monotonic()


class Desk:
    """A session with so many notes, its console and its room display."""

    def __init__(self, app: QApplication, folder: Path, notes: int, open_: ExitStack) -> None:
        self.app, self.loop = app, QEventLoop()
        theme, words, clock = themes.load("light"), Catalogue("ja"), SystemClock()
        themes.apply(app, theme)
        store = open_.enter_context(open_store(folder / f"{notes}.sqlite"))
        live = LiveSession("b0a1c2d3-0000-4000-8000-000000000001", store, clock)
        _plan(live)
        for _ in range(notes):
            live.do(acts.KeepNote(NOTE))
        live.do(acts.OpenItem(live.state.agenda[1].id))
        self.bridge = Bridge(live)
        self.bridge.settled.connect(self.loop.quit)
        self.console = ConsoleWindow(self.bridge, words, theme, clock.now)
        self.room = RoomWindow(theme, words, reduced=True)
        self.console.room_view_changed.connect(self.room.show_view)
        self.console.resize(1366, 768)
        self.room.resize(1920, 1080)
        self.console.show()
        self.room.show()
        self.console.activateWindow()
        open_.callback(self.close)
        self._paint()

    def cycle(self, number: int) -> list[float]:
        """Seconds of one act after another."""
        note = acts.KeepNote(replace(NOTE, who=(list(self.bridge.state.participants)[number % len(PEOPLE)],)))
        keys = (SPACE, PASS, PAUSE, PAUSE)
        spans = [self._time(partial(QTest.keyClick, self.console, key)) for key in keys]
        spans.append(self._time(partial(self.bridge.do, note)))
        spans += [self._time(partial(QTest.keyClick, self.console, SHOW)) for _ in range(2)]
        self.bridge.do(acts.BeginRound())
        self._paint()
        return spans

    def close(self) -> None:
        """Close the windows, then the bridge."""
        self.room.close()
        self.console.close()
        self.bridge.close()

    def _time(self, ask: Callable[[], object]) -> float:
        begin = time.perf_counter()
        ask()
        self._paint()
        return time.perf_counter() - begin

    def _paint(self) -> None:
        """Let the events run, as the program does, until the act is shown and nothing is left to paint."""
        if self.bridge.busy:
            self.loop.exec()
        self.app.processEvents()


def _plan(live: LiveSession) -> None:
    live.do(acts.Describe(SessionDraft({"ja": "はかる会", "en": "A measured meeting"}, ("ja", "en"))))
    for name in PEOPLE:
        live.do(acts.AddParticipant(ParticipantDraft({"": name}, standpoints=(Standpoint.PEER,))))
    for kind in (ItemKind.WELCOME, ItemKind.ROUNDTABLE, ItemKind.CHECK_OUT):
        prompt = {"ja": "今日、何を持ち帰りますか?", "en": "What do you take home today?"}
        live.do(acts.AddItem(ItemDraft(kind, prompt=prompt, minutes=30)))
    live.do(acts.StartSession())


def rows() -> list[Row]:
    """The slowest in a hundred, and how much the notes add to it."""
    app = QApplication([])
    with TemporaryDirectory() as folder, ExitStack() as open_:
        full, empty = (Desk(app, Path(folder), notes, open_) for notes in (NOTES, 0))
        many: list[float] = []
        none: list[float] = []
        for number in range(WARM_UP + CYCLES):
            spans = full.cycle(number), empty.cycle(number)
            if number >= WARM_UP:
                many += spans[0]
                none += spans[1]
    name = "act to both windows painted"
    return [
        Row(f"{name}, p99 at 2,000 notes", _p99(many) * 1000, 16.7, "ms"),
        Row(f"{name}, 2,000 notes ÷ none", median(many) / median(none), 1.3),
    ]


def _p99(spans: list[float]) -> float:
    return quantiles(spans, n=100)[-1]


if __name__ == "__main__":
    for row in rows():
        print(*row.cells())
