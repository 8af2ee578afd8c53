"""The true pages at the desk, after one change at 500 contributions; and how long the window is held up meanwhile.

The change is a translation, kept by the store; it ends when the page with it is shown. Held up is the longest time
between two turns of the event loop of the windows while pages are drawn.
"""

from __future__ import annotations

import gc
import os
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from benchmarks._beat import Beat
from benchmarks.paint import SystemClock, _plan
from benchmarks.table import Row
from coprod.domain import acts
from coprod.domain.acts import NoteDraft
from coprod.domain.terms import NoteKind, TranslationState
from coprod.i18n import Catalogue
from coprod.mt import open_drafter
from coprod.readers import read_work
from coprod.render.logo import read_logo
from coprod.render.preview import PageProcess
from coprod.render.written import write_edition
from coprod.render.xliff import write_work
from coprod.service.live import LiveSession
from coprod.service.memory import Memory
from coprod.service.printing import NO_HOUSE
from coprod.store import open_store
from coprod.ui import theme as themes
from coprod.ui.bridge import Bridge
from coprod.ui.desk.aids import Aids
from coprod.ui.desk.window import DeskWindow

NOTES, CHANGES = 500, 12
SESSION = "b0a1c2d3-0000-4000-8000-000000000003"
SAID = "会議の前に、話したいことを一言ずつ紙に書いておくと、あわてずに待てる気がします。"
WRITTEN = "If each of us wrote down a few words before the meeting, I think I could wait without hurrying."
AIDS = Aids(
    recall=lambda _langs, _stopped: Memory(()),
    shelf=None,
    files=(write_work, read_work),
    render=write_edition,
    pages=PageProcess,
    open_drafter=open_drafter,
    house=lambda: NO_HOUSE,
    read_logo=read_logo,
    wording=lambda: (),
)


def rows() -> list[Row]:
    """The usual time from a change to its page, and the longest hold of all."""
    with TemporaryDirectory() as folder, open_store(Path(folder) / "preview.sqlite") as store:
        live = LiveSession(SESSION, store, SystemClock())
        _plan(live)
        notes = [
            NoteDraft(NoteKind.IDEA, {"ja": f"{SAID}（{number}）", "en": WRITTEN}, original="ja")
            for number in range(NOTES)
        ]
        live.do(acts.KeepNotes(tuple(notes)))
        spans, held = _measured(live)
    return [
        Row(f"preview after one change at {NOTES}", median(spans) * 1000, 500, "ms"),
        Row("the window is held up meanwhile, at most", held * 1000, 33, "ms"),
    ]


def _measured(live: LiveSession) -> tuple[list[float], float]:
    app = QApplication.instance() or QApplication([])
    if not isinstance(app, QApplication):
        raise TypeError("an application without windows")
    theme = themes.load("light")
    themes.apply(app, theme)
    bridge, beat = Bridge(live), Beat()
    window = DeskWindow(bridge, Catalogue("ja"), theme, AIDS)
    window.show()
    window.begin()
    window.turn_pages()
    _until(lambda: window.preview.sight() is not None and not window.preview.busy())
    spans: list[float] = []
    gc.freeze()  # as the program does when a meeting is open
    for number in range(CHANGES):
        note = live.state.notes()[number % 3].entry  # on the first page
        before, start = window.preview.sight(), time.perf_counter()
        beat.begin()
        bridge.do(acts.TranslateNote(note, "en", TranslationState.DRAFT, f"{WRITTEN} ({number})"))
        _until(lambda before=before: window.preview.sight() is not before)
        spans.append(time.perf_counter() - start)
        _until(lambda: not window.preview.busy() and not bridge.busy)
        beat.end()
    window.end()
    bridge.close()
    return spans, beat.longest


def _until(done: object) -> None:
    loop, timer = QEventLoop(), QTimer(interval=2)
    timer.timeout.connect(lambda: loop.quit() if done() else None)  # type: ignore[operator]
    timer.start()
    loop.exec()
