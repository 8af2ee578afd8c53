"""Minutes from the console: a draft of the record, as it stands now."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from coprod.present.issuing import NAMED, TAKEN
from coprod.present.reasons import reason
from coprod.service.issuing import names_in_file
from coprod.service.printing import KINDS, Setting
from coprod.service.publish import minutes_of_state
from coprod.ui.background import Background

if TYPE_CHECKING:
    from collections.abc import Callable

    from coprod.i18n import Catalogue
    from coprod.service.ports import Renderer
    from coprod.service.printing import House
    from coprod.ui.bridge import Bridge
    from coprod.ui.console.window import ConsoleWindow


def completed(path: Path, kind: str) -> Path | None:
    """A path that ends in `kind`; None where a file is there already of whose name the dialog did not ask."""
    if path.suffix.lower() == kind:
        return path
    path = path.with_name(path.name + kind)
    return None if path.exists() else path


class Publishing(QObject):
    """Writes beside the windows; the console says what came of it."""

    def __init__(
        self,
        bridge: Bridge,
        render: Renderer,
        house: Callable[[], House],
        words: Callable[[], Catalogue],
        console: ConsoleWindow,
    ) -> None:
        super().__init__(console)
        self._bridge, self._render, self._house = bridge, render, house
        self._words, self._console = words, console
        self._background = Background(self)

    def choose_place(self) -> None:
        """Ask where the minutes are to be written."""
        title = self._words().say("Write the minutes")
        name, _ = QFileDialog.getSaveFileName(self._console, title, "minutes.pdf", "PDF (*.pdf)")
        if not name:
            return
        path = Path(name) if Path(name).suffix else completed(Path(name), ".pdf")
        if path is None:
            self._console.tell(self._words().say(TAKEN))
        else:
            self.write(path)

    def write(self, path: Path) -> None:
        """Write the minutes as they stand now."""
        say, tell = self._words().say, self._console.tell
        if path.suffix.lower() not in KINDS:
            kinds = ", ".join(KINDS)
            tell(
                say(
                    "Minutes can’t be written into such a file. Give it a name that ends in {kinds}.",
                    kinds=kinds,
                )
            )
            return
        if names_in_file(path, self._bridge.state, self._bridge.words):
            tell(say(NAMED))
            return
        edition = minutes_of_state(self._bridge.state, dict(self._bridge.words))
        setting = Setting(house=self._house())
        self._background.run(
            lambda: self._render(edition, path, setting),
            lambda _none: tell(say("The minutes are written: {file}", file=path.name)),
            lambda error: tell(reason(error, self._words())),
        )

    def end(self) -> None:
        """Wait for what is being written."""
        self._background.close()
