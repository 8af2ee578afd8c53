"""The windows over the note-taker's: reading back, versions of a note, and notes that come from elsewhere."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog

from coprod.i18n import N_, NN_
from coprod.present.columns import no_table
from coprod.present.intake import keep_all, notes_in, told
from coprod.present.notes import today_in
from coprod.present.texts import Texts, reading
from coprod.service.tables import TableRefused
from coprod.ui.background import Background
from coprod.ui.kit.dragged import files_in
from coprod.ui.notes.clash import ClashWindow
from coprod.ui.notes.history import HistoryWindow
from coprod.ui.notes.readback import ReadBackWindow
from coprod.ui.notes.table import TableDialog
from coprod.ui.plan.paste import PasteDialog, Wording

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from coprod.domain.acts import NoteDraft
    from coprod.domain.parts import Ms
    from coprod.i18n import Catalogue
    from coprod.service.tables import Table, TableReader
    from coprod.ui.bridge import Bridge
    from coprod.ui.parting import Parting
    from coprod.ui.theme import Theme

TABLES = (".csv", ".tsv", ".txt", ".xlsx")
"""How the names of files end that may be tables."""
Versions = TypeVar("Versions", ClashWindow, HistoryWindow)


class Over(QObject):
    """Opens them. One that was opened before gives way to the next of its kind."""

    asked = Signal(object)
    """An act."""
    dropped = Signal(object)
    """The path of a table."""
    reword = Signal(str)
    """A note whose words are to be changed."""
    said = Signal(str)
    """A sentence for whoever writes."""

    def __init__(
        self,
        window: QWidget,
        bridge: Bridge,
        words: Catalogue,
        theme: Theme,
        now: Callable[[], Ms],
        read_table: TableReader,
        parting: Parting,
    ) -> None:
        super().__init__(window)
        self._window, self._bridge, self._words, self._theme = window, bridge, words, theme
        self._now, self._read_table, self._parting = now, read_table, parting
        self._background = Background(self)
        window.setAcceptDrops(True)
        window.installEventFilter(self)
        self.reading: ReadBackWindow | None = None
        self._versions: ClashWindow | HistoryWindow | None = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let a table be dropped on the window."""
        if isinstance(event, QDragEnterEvent | QDropEvent):
            tables = [path for path in files_in(event.mimeData()) if path.suffix.lower() in TABLES]
            if tables:
                event.acceptProposedAction()
            if tables and not isinstance(event, QDragEnterEvent):
                self.dropped.emit(tables[0])
            return bool(tables)
        return super().eventFilter(watched, event)

    def retranslate(self, words: Catalogue) -> None:
        """Speak another language; versions that are open are opened anew."""
        self._words = words
        if self.reading is not None:
            self.reading.retranslate(words)
        if self._versions is not None:
            self._versions.close()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and another scale."""
        self._theme = theme
        if self.reading is not None:
            self.reading.set_theme(theme)

    def close(self) -> None:
        """Close what shows what was said."""
        for window in (self.reading, self._versions):
            if window is not None:
                window.close()

    # ---- the record

    def choose_version(self, note: str) -> None:
        """Show the versions of a note that was changed in two places."""
        self._open_versions(ClashWindow).begin(note)

    def show_history(self, note: str) -> None:
        """Show how a note read before."""
        self._open_versions(HistoryWindow).begin(note)

    def _open_versions(self, kind: type[Versions]) -> Versions:
        if self._versions is not None:
            self._versions.close()
            self._versions.deleteLater()
        made = kind(self._bridge, self._words, self._theme, self._window)
        self._versions = made
        return made

    def read_back(self, note: str) -> None:
        """Read back what the contributor of that note said; else whoever speaks; else all of it."""
        state = self._bridge.state
        known, turn = state.note(note), state.open_turn()
        theirs = known.content.who if known else ((turn.who,) if turn else ())
        if self.reading is None:
            self.reading = ReadBackWindow(self._bridge, self._words, self._theme, self._window, self._parting)
            self.reading.reword.connect(self._reword)
            self.reading.ended.connect(self._window.activateWindow)
        if not any(self.reading.begin(who) for who in (*theirs[:1], None)):
            self.said.emit(self._words.say("There is nothing to read back: nobody is named in a note."))
            return
        self.reading.show()
        self.reading.raise_()
        self.reading.activateWindow()

    def _reword(self, note: str) -> None:
        if self.reading is not None:
            self.reading.close()
        self.reword.emit(note)

    # ---- notes from elsewhere

    def paste(self, group: str) -> None:
        """Take in the notes of somebody else: a line for each. They come by one act, and one undo takes them back."""
        state, texts = self._bridge.state, self._texts()
        wording: Wording[NoteDraft] = Wording(
            N_("Paste notes"),
            N_(
                "One note on each line: a name, a colon, the words; or the cells of a table. Nothing is kept yet."
            ),
            N_("Notes"),
            NN_("Keep {n} note", "Keep {n} notes"),
            lambda drafts, words: told(drafts, state, texts, words),
        )
        dialog = PasteDialog(
            self._theme, self._words, lambda text: notes_in(text, state, texts), wording, self._window
        )
        dialog.accepted.connect(lambda: self.asked.emit(keep_all(dialog.drafts(), group)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def choose_table(self, group: str) -> None:
        """Ask which file holds the table."""
        title, kinds = self._words.say("Notes from a table"), self._words.say("Tables")
        patterns = " ".join(f"*{one}" for one in TABLES)
        name, _ = QFileDialog.getOpenFileName(self._window, title, "", f"{kinds} ({patterns})")
        if name:
            self.open_table(Path(name), group)

    def open_table(self, path: Path, group: str) -> None:
        """Show a table of notes before they are kept, by one act."""
        self._background.run(lambda: self._read_table(path), partial(self._show_table, group), self._no_table)

    def _show_table(self, group: str, table: Table) -> None:
        today = today_in(self._bridge.state, self._now())
        dialog = TableDialog(self._theme, self._words, self._bridge.state, self._texts(), today, self._window)
        dialog.show_table(table)
        dialog.accepted.connect(lambda: self.asked.emit(keep_all(dialog.drafts(), group)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _no_table(self, error: Exception) -> None:
        if not isinstance(error, TableRefused):
            raise error
        self.said.emit(no_table(error.why, self._words))

    def end(self) -> None:
        """Wait for what is being read."""
        self._background.close()

    def _texts(self) -> Texts:
        about = self._bridge.state.description
        return reading(self._bridge.words, self._words.lang, about.languages if about else ())
