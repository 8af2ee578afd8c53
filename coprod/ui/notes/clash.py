"""Two versions of a note side by side, as they came from two laptops; a person chooses which one stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coprod.present.clashes import chosen, versions
from coprod.ui.notes.versions import VersionsWindow

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from coprod.domain.acts import Act
    from coprod.i18n import Catalogue
    from coprod.ui.bridge import Bridge
    from coprod.ui.theme import Theme


class ClashWindow(VersionsWindow):
    """It closes when somebody has chosen, or when there is nothing to choose any more."""

    def __init__(self, bridge: Bridge, words: Catalogue, theme: Theme, parent: QWidget) -> None:
        super().__init__(bridge, words, theme, parent, beside=True)
        self._note = ""
        bridge.changed.connect(self._changed)

    def begin(self, note: str) -> None:
        """Show the versions of a note."""
        self._note = note
        self._show()
        self.open()

    def choose(self, version: str) -> Act | None:
        """Let that one stand, and the others go."""
        return chosen(self._bridge.state, self._note, version, self.texts())

    def _changed(self, _change: object) -> None:
        if self.isVisible():
            self._show()

    def _show(self) -> None:
        say = self._words.say
        found = versions(self._bridge.state, self._note, self.texts(), self._words)
        self.show_versions(found, say("Let this one stand"))
        self.name(
            say("Two versions of a note"),
            say("It was changed in two places. Nothing is lost: choose which one stands."),
        )
        if not found:
            self.close()
