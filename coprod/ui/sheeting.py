"""The way of group sheets through the windows: made into a file, brought home by a choice or a drop."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from coprod.files import write_whole
from coprod.present.kinds import table_name
from coprod.present.reasons import reason
from coprod.present.sheets import came_home, why_not
from coprod.present.texts import reading
from coprod.service.publish import paper_sheet_of_state
from coprod.service.sheets import SheetRefused, WhyNot, issue, merge, unsealed
from coprod.ui.kit.dragged import files_in

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from coprod.i18n import Catalogue
    from coprod.service.live import LiveSession
    from coprod.service.sheets import Home, Sheets
    from coprod.ui.bridge import Bridge
    from coprod.ui.tools import Tools

SUFFIX = ".coprod-sheet"


class Sheeting(QObject):
    """Makes sheets of the session that is open, and brings them home. `words` tells the language of the windows."""

    made = Signal(str, str)
    """A group, and the code of its sheet."""
    told = Signal(str)
    """What came of it, in one sentence."""

    def __init__(
        self, bridge: Bridge, store: Sheets, tools: Tools, words: Callable[[], Catalogue], window: QWidget
    ) -> None:
        super().__init__(window)
        self._bridge, self._store, self._seal, self._clock = bridge, store, tools.seal, tools.clock
        self._print, self._words, self._window = tools.print_sheet, words, window
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take the files of sheets that are dropped on the window."""
        if isinstance(event, QDragEnterEvent | QDropEvent) and _sheets_in(event):
            event.acceptProposedAction()
            if event.type() == QEvent.Type.Drop:
                self.bring(_sheets_in(event))
            return True
        return False

    def choose_place(self, group: str) -> None:
        """Ask where the sheet of a group is to be written."""
        say = self._words().say
        path = self._place(say("Make a group sheet"), group, say("Group sheets"), SUFFIX)
        if path:
            self.issue(group, path)

    def issue(self, group: str, path: Path) -> None:
        """Write the sheet of a group; its code is told once."""

        def make(live: LiveSession) -> str:
            given = issue(
                live.state, live.words, live.state.groups[group], self._clock.now(), self._store, self._seal()
            )
            write_whole(path, given.data)
            return given.code

        self._bridge.ask(make, lambda code: self.made.emit(group, code), self._failed)

    def choose_page(self, group: str) -> None:
        """Ask where the sheet of a group for paper is to be written."""
        path = self._place(self._words().say("Print a group sheet for paper"), group, "PDF", ".pdf")
        if path:
            self.print_page(group, path)

    def print_page(self, group: str, path: Path) -> None:
        """Write the sheet of a group for paper; what came of it is told."""

        def make(live: LiveSession) -> bool:
            doc = paper_sheet_of_state(live.state, live.state.groups[group], live.words)
            if doc is not None:
                self._print(doc, doc.languages, path, False)
            return doc is not None

        def made(written: bool) -> None:
            if written:
                self.told.emit(self._words().say("The page is written: {file}", file=path.name))

        self._bridge.ask(make, made, self._failed)

    def _place(self, title: str, group: str, kind: str, suffix: str) -> Path | None:
        """Where a person wants a file of a group."""
        name, _ = QFileDialog.getSaveFileName(
            self._window, title, f"{self._table(group)}{suffix}", f"{kind} (*{suffix})"
        )
        path = Path(name) if name else None
        return path.with_suffix(suffix) if path and not path.suffix else path

    def choose_files(self) -> None:
        """Ask which sheets are to come home."""
        say = self._words().say
        title, kinds = say("Bring a sheet home"), say("Group sheets")
        names, _ = QFileDialog.getOpenFileNames(self._window, title, "", f"{kinds} (*{SUFFIX});;* (*)")
        self.bring([Path(name) for name in names])

    def bring(self, paths: Sequence[Path], *, late: bool = False) -> None:
        """Bring sheets home; each says what came of it."""
        for path in paths:
            work = partial(self._merged, path, late=late)
            self._bridge.ask(work, self._came, partial(self._not_taken, path, late=late))

    def _merged(self, path: Path, live: LiveSession, *, late: bool) -> Home:
        seal = self._seal()
        brought = unsealed(seal.read(path), self._store, seal)
        if brought.sheet.session != live.state.session:
            raise SheetRefused(WhyNot.FOREIGN)
        return merge(brought, live, self._clock.now(), late=late)

    def _came(self, home: Home) -> None:
        if home.change is not None:
            self._bridge.show(home.change)
        self.told.emit(came_home(self._table(home.group), home.notes, self._words()))

    def _not_taken(self, path: Path, error: Exception, *, late: bool) -> None:
        if isinstance(error, SheetRefused) and error.why is WhyNot.LATE and not late:
            if self._wants_it_late():
                self.bring([path], late=True)
            return
        self._failed(error)

    def _wants_it_late(self) -> bool:
        say = self._words().say
        box = QMessageBox(self._window)
        box.setText(say("The session is closed. Bring the notes of this sheet in all the same?"))
        yes = box.addButton(say("Bring them in"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(say("Leave them out"), QMessageBox.ButtonRole.RejectRole)
        box.exec()
        return box.clickedButton() is yes

    def _failed(self, error: Exception) -> None:
        words = self._words()
        self.told.emit(why_not(error.why, words) if isinstance(error, SheetRefused) else reason(error, words))

    def _table(self, group: str) -> str:
        about = self._bridge.state.description
        texts = reading(self._bridge.words, self._words().lang, about.languages if about else ())
        return table_name(self._bridge.state, group, texts, self._words())


def _sheets_in(event: QDragEnterEvent | QDropEvent) -> list[Path]:
    return [path for path in files_in(event.mimeData()) if path.suffix == SUFFIX]
