"""The library in front of a window: what is chosen, kept or hidden there goes to the shelf."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from coprod import paths
from coprod.service.library import hidden, kept, library, shipped
from coprod.service.ports import StoreFailed
from coprod.ui.plan.library import LibraryDialog

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from coprod.i18n import Catalogue
    from coprod.service.library import Shelf, Shelved
    from coprod.ui.theme import Theme


class Shelving(QObject):
    """One library: the texts of a file that came with the program, and what the organisation made of them.

    `shelf` None: there is no store here, and only what came is known.
    """

    failed = Signal(str)
    """The code of a `StoreFailed`."""
    changed = Signal()

    def __init__(self, file: str, shelf: Shelf | None, parent: QObject) -> None:
        super().__init__(parent)
        self._shelf = shelf
        self._came = shipped(paths.resources() / "libraries" / file)
        self._kinds = {entry.kind for entry in self._came}

    def entries(self) -> tuple[Shelved, ...]:
        """All that is offered now."""
        try:
            own = self._shelf.shelved() if self._shelf else []
        except StoreFailed as failed:
            self.failed.emit(failed.code)
            own = []
        return library(self._came, [entry for entry in own if entry.kind in self._kinds])

    def open(
        self,
        window: QWidget,
        theme: Theme,
        words: Catalogue,
        languages: Sequence[str],
        *,
        kind: str,
        take: Callable[[object], None] | None,
    ) -> LibraryDialog:
        """Open it over a window; what is chosen goes to `take`, where there is one to take it."""
        dialog = LibraryDialog(theme, words, languages, window, kind=kind, choosing=take is not None)
        if take is not None:
            dialog.chosen.connect(take)
        dialog.kept.connect(lambda id, of, text: self._change(dialog, lambda on: kept(on, id, of, text)))
        dialog.hidden.connect(lambda id: self._change(dialog, lambda on: hidden(on, self._came, id)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.show_entries(self.entries())
        dialog.open()
        return dialog

    def _change(self, dialog: LibraryDialog, change: Callable[[Shelf], None]) -> None:
        if self._shelf is None:
            return
        try:
            change(self._shelf)
        except StoreFailed as failed:
            self.failed.emit(failed.code)
        dialog.show_entries(self.entries())
        self.changed.emit()
