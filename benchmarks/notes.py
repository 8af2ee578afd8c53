"""From the key that keeps a note to its being stored and shown, through the note-taker’s window; and sheets merged.

The window holds 2,000 notes. A note begins with Ctrl+Enter in the composer and ends when it is durable and the list
has painted it. Merging: what four sheets with 300 notes each bring, beside the same facts, words and rows put into the
tables by the bare driver in one transaction for each sheet.
"""

from __future__ import annotations

import os
import time
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from uuid import uuid4

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import sqlcipher3.dbapi2 as driver
from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.paint import NOTE, SystemClock, _p99, _plan
from benchmarks.table import Row
from coprod.domain import acts
from coprod.i18n import Catalogue
from coprod.readers import read_table
from coprod.seal import SealedFiles
from coprod.seal.head import LEAST_COST
from coprod.service.exchange.sheet_content import Content, grown
from coprod.service.live import LiveSession
from coprod.service.ports import Batch, Stored
from coprod.service.sheets import issue, merge, unsealed
from coprod.store import archive, log, open_store
from coprod.ui import theme as themes
from coprod.ui.bridge import Bridge
from coprod.ui.notes.window import NotesWindow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coprod.domain.parts import Group
    from coprod.service.sheets import Brought
    from coprod.store.local import LocalStore

NOTES, TYPED, WARM_UP = 2_000, 120, 8
SHEETS, OF_EACH = 4, 300
SESSION = "b0a1c2d3-0000-4000-8000-000000000002"


def rows() -> list[Row]:
    """The slowest key in a hundred, and what a merge costs beside the rows alone."""
    with TemporaryDirectory() as folder, ExitStack() as open_:
        store = open_.enter_context(open_store(Path(folder) / "notes.sqlite"))
        spans = _typed(store)
        ratio = median(_merged(Path(folder), number) for number in range(3))
    return [
        Row("note kept and shown, p99 at 2,000 notes", _p99(spans) * 1000, 16.7, "ms"),
        Row("four sheets of 300 notes merged ÷ the same rows, raw", ratio, 3),
    ]


def _typed(store: LocalStore) -> list[float]:
    """Seconds from the key to a painted list, for one note after another."""
    app = QApplication.instance() or QApplication([])
    if not isinstance(app, QApplication):
        raise TypeError("an application without windows")
    theme, clock = themes.load("light"), SystemClock()
    themes.apply(app, theme)
    live = LiveSession(SESSION, store, clock)
    _plan(live)
    for _ in range(NOTES):
        live.do(acts.KeepNote(NOTE))
    bridge, loop = Bridge(live), QEventLoop()
    bridge.settled.connect(loop.quit)
    window = NotesWindow(bridge, Catalogue("ja"), theme, clock.now, read_table, None)
    window.show()
    window.begin()
    app.processEvents()
    spans = []
    for number in range(WARM_UP + TYPED):
        editor = window.panel.words.editor()
        editor.setPlainText(f"次の会では、はじめに沈黙の時間を置きたいです。{number}")
        app.processEvents()
        begin = time.perf_counter()
        QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        if bridge.busy:
            loop.exec()
        app.processEvents()
        if number >= WARM_UP:
            spans.append(time.perf_counter() - begin)
    window.close()
    bridge.close()
    return spans


class _Recorder:
    """The store, remembering what was committed."""

    def __init__(self, store: LocalStore) -> None:
        self._store, self.batches = store, list[Batch]()
        self.load, self.stream, self.draft, self.keep_draft = (
            store.load,
            store.stream,
            store.draft,
            store.keep_draft,
        )

    def append(self, batch: Batch) -> None:
        self.batches.append(batch)
        self._store.append(batch)


class _Laptop:
    """A group's laptop: a log in memory that begins as the sheet was issued."""

    def __init__(self, content: Content) -> None:
        self.content = content

    def load(self, _session: str) -> Stored:
        return Stored(self.content.seed, {word.id: word for word in self.content.words}, {})

    def append(self, batch: Batch) -> None:
        self.content = grown(self.content, batch)

    def stream(self, _session: str) -> str:
        return str(uuid4())

    def draft(self, _session: str) -> str:
        return ""

    def keep_draft(self, session: str, text: str, *, erase_all: bool = False) -> None:
        """Nothing is begun here."""


def _merged(folder: Path, number: int) -> float:
    """How much longer four sheets take to come home than their rows to be inserted."""
    seal, clock, raw = SealedFiles(LEAST_COST), SystemClock(), folder / f"raw-{number}.sqlite"
    open_store(raw).close()
    with open_store(folder / f"home-{number}.sqlite") as store:
        recorder = _Recorder(store)
        live = LiveSession(SESSION, recorder, clock)
        _plan(live)
        people = tuple(live.state.participants)
        groups = [acts.GroupDraft({"en": f"{n}"}, people[3 * n : 3 * n + 3]) for n in range(SHEETS)]
        live.do(acts.FormGroups(tuple(groups)))
        brought = [_written(live, store, seal, group) for group in live.state.groups.values()]
        recorder.batches.clear()
        begin = time.perf_counter()
        for one in brought:
            merge(one, live, clock.now())
        return (time.perf_counter() - begin) / _inserted(raw, recorder.batches)


def _written(live: LiveSession, store: LocalStore, seal: SealedFiles, group: Group) -> Brought:
    """The sheet of a group that was written full."""
    given = issue(live.state, live.words, group, SystemClock().now(), store, seal)
    brought = unsealed(given.data, store, seal)
    laptop = _Laptop(brought.content)
    there = LiveSession(SESSION, laptop, SystemClock())
    members = tuple(there.state.participants)
    for number in range(OF_EACH):
        there.do(acts.KeepNote(replace(NOTE, who=(members[number % len(members)],))))
    return replace(brought, content=laptop.content)


def _inserted(path: Path, batches: Sequence[Batch]) -> float:
    """Seconds that the bare driver takes for the same rows, one transaction for each sheet."""
    bare = driver.connect(path, isolation_level=None)
    bare.execute("PRAGMA synchronous=FULL")
    every = [log.writes(batch) + archive.writes(batch) for batch in batches]
    begin = time.perf_counter()
    for writes in every:
        bare.execute("BEGIN IMMEDIATE")
        for sql, rows in writes:
            bare.executemany(sql, rows)
        bare.execute("COMMIT")
    spent = time.perf_counter() - begin
    bare.close()
    return spent
