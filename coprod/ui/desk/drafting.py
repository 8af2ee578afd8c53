"""Drafts by a machine, from the desk: of a model that somebody put into a folder, beside the windows, until stopped."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from coprod.present.drafting import came_of, why_no_drafter
from coprod.service.drafting import DrafterRefused, Drafts, Kept, Wanted, drafted, kept, wanted
from coprod.ui.background import Background

if TYPE_CHECKING:
    from collections.abc import Callable

    from coprod.i18n import Catalogue
    from coprod.service.drafting import DrafterOpener
    from coprod.service.live import LiveSession
    from coprod.ui.bridge import Bridge

    Langs = tuple[str, str]


class Drafting(QObject):
    """One run at a time. `told`: a sentence about it; `ran`: whether one is under way."""

    told = Signal(str)
    ran = Signal(bool)

    _reached = Signal(int, int)

    def __init__(
        self, bridge: Bridge, words: Callable[[], Catalogue], open_drafter: DrafterOpener, window: QWidget
    ) -> None:
        super().__init__(window)
        self._bridge, self._words, self._open, self._window = bridge, words, open_drafter, window
        self._background = Background(self)
        self._running = self._stopped = False
        self._reached.connect(self._tell_reached)

    def choose_folder(self, langs: Langs) -> None:
        """Ask where the model is; while one is at work, stop it instead."""
        if self._running:
            self.stop()
            return
        folder = QFileDialog.getExistingDirectory(self._window, self._words().say("The folder of the model"))
        if folder:
            self.draft(Path(folder), langs)

    def draft(self, folder: Path, langs: Langs) -> None:
        """Draft the notes that nobody has translated from the first language into the second."""
        self._running, self._stopped = True, False
        self.ran.emit(True)
        self.told.emit(self._words().say("The machine is at work …"))
        self._bridge.ask(lambda live: wanted(live, langs), partial(self._run, folder), self._failed(langs))

    def stop(self) -> None:
        """Leave off after the notes that are being drafted; what was made is kept."""
        self._stopped = True

    def end(self) -> None:
        """Leave off, before the window goes."""
        self._stopped = True
        self._background.close()

    def _run(self, folder: Path, asked: Wanted) -> None:
        def work() -> Drafts:
            drafter = self._open(folder, asked.langs)
            return drafted(asked, drafter, lambda: self._stopped, self._reached.emit)

        self._background.run(work, self._keep, self._failed(asked.langs))

    def _keep(self, drafts: Drafts) -> None:
        def check(live: LiveSession) -> Kept:
            return kept(drafts, live)

        self._bridge.ask(check, partial(self._came, drafts), self._failed(drafts.wanted.langs))

    def _came(self, drafts: Drafts, what: Kept) -> None:
        if what.act is not None:
            self._bridge.do(what.act)
        self._over(came_of(drafts, what, self._words()))

    def _failed(self, langs: Langs) -> Callable[[Exception], None]:
        def tell(error: Exception) -> None:
            if not isinstance(error, DrafterRefused):
                self._over("")
                raise error
            self._over(why_no_drafter(error.why, langs, self._words()))

        return tell

    def _over(self, sentence: str) -> None:
        self._running = False
        self.ran.emit(False)
        self.told.emit(sentence)

    def _tell_reached(self, done: int, of: int) -> None:
        if self._running:
            self.told.emit(self._words().say("The machine has drafted {n} of {all}", n=done, all=of))
