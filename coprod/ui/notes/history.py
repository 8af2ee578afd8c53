"""How a note read before: its versions one under the other, the newest first."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from coprod.domain.history import wordings
from coprod.present.history import earlier, so_again
from coprod.ui.notes.versions import VersionsWindow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from coprod.domain.acts import Act
    from coprod.domain.history import Wording
    from coprod.i18n import Catalogue
    from coprod.ui.bridge import Bridge
    from coprod.ui.theme import Theme


class HistoryWindow(VersionsWindow):
    """It asks the record for the versions, and closes when the note is taken out."""

    def __init__(self, bridge: Bridge, words: Catalogue, theme: Theme, parent: QWidget) -> None:
        super().__init__(bridge, words, theme, parent, beside=False)
        self._note = ""
        self._found: Sequence[Wording] = ()
        bridge.changed.connect(self._changed)

    def begin(self, note: str) -> None:
        """Show how a note read before."""
        self._note = note
        self._ask(opening=True)

    def choose(self, version: str) -> Act | None:
        """Write it so again."""
        return so_again(self._found, self._bridge.state, self._note, version, self.texts())

    def _changed(self, _change: object) -> None:
        if self.isVisible():
            self._ask(opening=False)

    def _ask(self, *, opening: bool) -> None:
        note = self._note
        self._bridge.ask(
            lambda live: wordings(live.facts(), note), partial(self._show, opening), self._not_known
        )

    def _show(self, opening: bool, found: Sequence[Wording]) -> None:
        self._found = found
        say = self._words.say
        versions = earlier(found, self._bridge.state, self._note, self.texts(), self._words)
        self.show_versions(versions, say("Write it so again"))
        self.name(
            say("How this note read before"), say("What was taken out of the record is not here either.")
        )
        if not versions:
            self.close()
        elif opening:
            self.open()

    def _not_known(self, error: Exception) -> None:
        """It holds no file and asks for nothing that can fail: this is a bug."""
        raise error
