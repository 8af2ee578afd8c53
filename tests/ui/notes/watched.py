"""Coprod with its sample session, and somebody who looks over the note-taker's shoulder.

`python -m tests.ui.notes.watched` opens the windows as the program does. For each line on stdin it prints one JSON
object: what stands in the window of notes at that moment, with what an input method holds there.
"""

from __future__ import annotations

import json
import sys
import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QApplication

from coprod.bootstrap import _window_tools
from coprod.ui.app import run
from coprod.ui.notes.editor import Editor
from coprod.ui.shell import Shell

if TYPE_CHECKING:
    from coprod.ui.notes.window import NotesWindow
    from coprod.ui.tools import Tools


class Watcher(QObject):
    """Answers each line that comes in, from the thread of the windows."""

    asked = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self.asked.connect(self._answer)
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        for _ in sys.stdin:
            self.asked.emit()

    def _answer(self) -> None:
        print(json.dumps(self._seen(), ensure_ascii=False), flush=True)  # noqa: T201 - what the test reads

    def _seen(self) -> dict[str, object]:
        shell = self._app.findChild(Shell)
        meeting = shell.meeting if isinstance(shell, Shell) else None
        if meeting is None:
            return {"window": ""}
        active = QApplication.activeWindow()
        seen: dict[str, object] = {
            "window": type(active).__name__ if active else "",
            "kept": len(meeting.bridge.state.notes()),
            "busy": meeting.bridge.busy,
            "phase": str(meeting.bridge.state.phase),
        }
        return seen | (_written(meeting.notes) if meeting.notes is not None else {})


def _written(window: NotesWindow) -> dict[str, object]:
    """What is being written in the window of notes."""
    editor, composed, button = window.panel.words.editor(), window.panel.composed(), window.panel.keep_button
    state = window._bridge.state  # noqa: SLF001 - whom the window shows
    middle = button.mapToGlobal(QPoint(button.width() // 2, button.height() // 2))
    return {
        "open": window.isVisible(),
        "writing": isinstance(QApplication.focusWidget(), Editor),
        "text": editor.toPlainText(),
        "preedit": editor.textCursor().block().layout().preeditAreaText(),
        "composing": window.panel.composing,
        "who": [list(state.participants).index(one) for one in composed.who] if composed else [],
        "kind": str(composed.kind) if composed else "",
        "lang": composed.lang if composed else "",
        "keep": [middle.x(), middle.y()],
    }


def _tools() -> Tools:
    """The windows are painted: begin to watch."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    Watcher(app)
    return _window_tools(None)


if __name__ == "__main__":
    sys.exit(run(_tools, sample=True))
