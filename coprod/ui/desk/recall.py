"""What earlier sessions tell whoever translates: read once, beside the windows, and searched as a row is opened."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from coprod.service.ports import StoreFailed
from coprod.ui.background import Background

if TYPE_CHECKING:
    from collections.abc import Callable

    from coprod.present.desk_rows import DeskLine
    from coprod.service.memory import Match, Memory

    Langs = tuple[str, str]
    Reader = Callable[[Langs, Callable[[], bool]], Memory]


class Recall(QObject):
    """`read`: the memory from one language into another; it asks, over and over, whether it is to stop."""

    found = Signal(str, object)
    """The id of a row, and its matches, the best first."""

    def __init__(self, read: Reader, parent: QObject) -> None:
        super().__init__(parent)
        self._read, self._background = read, Background(self)
        self._known: dict[Langs, Memory] = {}
        self._ended = False

    def forget(self) -> None:
        """Read the memory anew when it is needed next: what it holds may have been erased since."""
        self._known = {}

    def seek(self, line: DeskLine) -> None:
        """Look for earlier texts like that of a row; what is found comes by signal."""
        self._background.run(
            partial(self._matches, line.source.body, (line.source.lang, line.lang)),
            partial(self.found.emit, line.id),
            _nothing,
        )

    def end(self) -> None:
        """Leave off, before the window goes."""
        self._ended = True
        self._background.close()

    def _matches(self, source: str, langs: Langs) -> tuple[Match, ...]:
        if langs not in self._known:
            self._known[langs] = self._read(langs, lambda: self._ended)
        return self._known[langs].matches(source)


def _nothing(error: Exception) -> None:
    """A store that can't be read has nothing to offer; all else is a fault of the program."""
    if not isinstance(error, StoreFailed):
        raise error
