"""Work for an outside translator, from the desk: out as a file, and in again, text by text."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from coprod.present.reasons import reason
from coprod.present.texts import reading
from coprod.present.translating import came_in, left_lines, nothing_to_send, sent_out, why_no_work
from coprod.service.translation import Brought, Work, WorkRefused, brought, work_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from coprod.domain.word_list import Term
    from coprod.i18n import Catalogue
    from coprod.service.live import LiveSession
    from coprod.service.translation import WorkReader, WorkWriter
    from coprod.ui.bridge import Bridge

_SUFFIX = ".xlf"


class Sending(QObject):
    """`told`: a sentence about what came of it; `left`: lines about what did not come in, to be read in full."""

    told = Signal(str)
    left = Signal(str)

    def __init__(
        self,
        bridge: Bridge,
        words: Callable[[], Catalogue],
        files: tuple[WorkWriter, WorkReader],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._bridge, self._words, self._window = bridge, words, window
        self._write, self._read = files

    def choose_place(self, langs: tuple[str, str], terms: tuple[Term, ...]) -> None:
        """Ask where the work is to be written."""
        title = self._words().say("To a translator")
        kind = f"XLIFF (*{_SUFFIX})"
        name, _ = QFileDialog.getSaveFileName(self._window, title, f"{'-'.join(langs)}{_SUFFIX}", kind)
        if name:
            path = Path(name)
            self.send(path if path.suffix else path.with_suffix(_SUFFIX), langs, terms)

    def send(self, path: Path, langs: tuple[str, str], terms: tuple[Term, ...]) -> None:
        """Write what is to be translated from the first language into the second."""

        def make(live: LiveSession) -> Work:
            work = work_of(live.state, live.facts(), live.words, langs, terms)
            if work.rows:
                self._write(work, path)
            return work

        def made(work: Work) -> None:
            words = self._words()
            self.told.emit(sent_out(work, words) if work.rows else nothing_to_send(langs, words))

        self._bridge.ask(make, made, self._failed)

    def choose_file(self, by: str) -> None:
        """Ask which file came back. `by`: who translated it."""
        title = self._words().say("From a translator")
        name, _ = QFileDialog.getOpenFileName(self._window, title, "", f"XLIFF (*{_SUFFIX} *.xliff);;* (*)")
        if name:
            self.bring(Path(name), by)

    def bring(self, path: Path, by: str) -> None:
        """Take in what fits; what does not is told line by line."""

        def read(live: LiveSession) -> Brought:
            return brought(self._read(path), live.state, live.facts(), live.words, by)

        self._bridge.ask(read, self._came, self._failed)

    def _came(self, brings: Brought) -> None:
        words = self._words()
        if brings.act is not None:
            self._bridge.do(brings.act)
        if brings.left:
            self.left.emit("\n".join((came_in(brings, words), *self._not_taken(brings))))
        else:
            self.told.emit(came_in(brings, words))

    def _not_taken(self, brings: Brought) -> tuple[str, ...]:
        state, words = self._bridge.state, self._words()
        about = state.description
        texts = reading(self._bridge.words, words.lang, about.languages if about else ())
        return left_lines(brings, state, texts, words)

    def _failed(self, error: Exception) -> None:
        words = self._words()
        self.told.emit(
            why_no_work(error.why, words) if isinstance(error, WorkRefused) else reason(error, words)
        )
