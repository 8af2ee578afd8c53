"""One session that is being planned on this machine: its window, and the bridge between it and the record."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, QTimeZone, Signal
from PySide6.QtWidgets import QFileDialog

from coprod.domain.forms import zone_named
from coprod.present.reasons import reason
from coprod.present.refusals import failure
from coprod.present.speech import tongues_of
from coprod.present.wall import room_view
from coprod.service.names import parse
from coprod.service.publish import handout_of_state
from coprod.ui import theme as themes
from coprod.ui.background import Background
from coprod.ui.bridge import Bridge
from coprod.ui.plan.shelf import Shelving
from coprod.ui.plan.window import PlanWindow
from coprod.ui.room.window import RoomWindow
from coprod.ui.settings.kept import kept_looks

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QRect

    from coprod.i18n import Catalogue
    from coprod.service.library import Shelf
    from coprod.service.live import LiveSession
    from coprod.ui.console.beside import Beside
    from coprod.ui.theme import Theme
    from coprod.ui.tools import Tools


def first_start(now: int) -> datetime:
    """When a new meeting is first planned: a week from now, at half past one."""
    day = datetime.fromtimestamp(now / 1000).astimezone() + timedelta(days=7)
    return day.replace(hour=13, minute=30, second=0, microsecond=0)


def local_zone() -> str | None:
    """The IANA zone of this machine, where it tells one."""
    name = bytes(QTimeZone.systemTimeZoneId().data()).decode("ascii", "replace")
    return name if zone_named(name) else None


def session_languages(lang: str) -> tuple[str, str]:
    """The two languages of a new meeting: the one in front of the screen first."""
    return (lang, "en" if lang != "en" else "ja")


class Planning(QObject):
    """Holds the plan window and, while it is tried, the room display together."""

    ready = Signal(str)
    back_requested = Signal()
    language_toggled = Signal()

    def __init__(
        self, live: LiveSession, shelf: Shelf, tools: Tools, theme: Theme, words: Catalogue, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._clock, self._tried = tools.clock, False
        self._shelving = Shelving("library.json", shelf, self)
        self._hand_out, self._background = tools.hand_out, Background(self)
        self.bridge = Bridge(live, self)
        self.window = PlanWindow(self.bridge, words, theme, parse)
        looks = kept_looks()
        self.room = RoomWindow(
            themes.load(looks.wall_theme),
            words,
            clock=tools.clock.waited,
            reduced=looks.reduced_motion,
            scale=looks.wall_text / 100,
        )
        self.window.ready.connect(self._go)
        self.window.back_requested.connect(self.back_requested)
        self.window.language_toggled.connect(self.language_toggled)
        self.window.display_tried.connect(self._try)
        self.window.page_asked.connect(self._choose_place)
        self.window.library_asked.connect(self._open_library)
        self._shelving.failed.connect(lambda code: self.window.tell(failure(code, self.window.words)))
        self.bridge.changed.connect(lambda _change: self._show_room())

    def show(self, geometry: QRect) -> None:
        """Open the window where the one before was."""
        self.window.setGeometry(geometry)
        self.window.show()
        self.window.activateWindow()
        self.window.begin()

    @property
    def beside(self) -> Beside:
        """The windows beside the plan."""
        return self.window.beside

    def retranslate(self, words: Catalogue) -> None:
        """Speak another language."""
        self.window.retranslate(words)
        self.room.retranslate(words)

    def close(self) -> None:
        """Finish what is under way, and close the windows."""
        self.window.settle()
        self._settle()
        self._background.close()
        self.bridge.close()
        for window in (self.room, self.window):
            window.hide()
            window.deleteLater()
        self.deleteLater()

    def _go(self) -> None:
        self.ready.emit(self.bridge.state.session)

    def _try(self) -> None:
        """Show what the wall would welcome with, on the second screen, or put it away."""
        self._tried = not self._tried
        self._show_room()
        if self._tried:
            self.room.attach(self.window)
        self.room.set_wanted(self._tried)
        if self._tried and not self.room.isVisible():
            self.window.tell(self.window.no_second_screen())

    # ---- the page for participants

    def _choose_place(self, large: bool) -> None:
        """Ask for a file, once all that was typed is kept."""
        self._settle()
        title = self.window.words.say("Page for participants")
        name, _ = QFileDialog.getSaveFileName(self.window, title, "participants.pdf", "PDF (*.pdf)")
        if name:
            path = Path(name)
            self.write_page(path if path.suffix else path.with_suffix(".pdf"), large=large)

    def write_page(self, path: Path, *, large: bool = False) -> None:
        """Write the page for participants; the window says what came of it."""
        doc = handout_of_state(self.bridge.state, self.bridge.words)
        if doc is None:
            return
        words = self.window.words
        self._background.run(
            lambda: self._hand_out(doc, doc.languages, path, large),
            lambda _none: self.window.tell(words.say("The page is written: {file}", file=path.name)),
            lambda error: self.window.tell(reason(error, words)),
        )

    def _settle(self) -> None:
        """Let everything that was asked for be carried out."""
        quietly = QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents
        while self.bridge.busy:
            QCoreApplication.processEvents(quietly | QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    # ---- the library

    def _open_library(self, kind: str, take: Callable[[object], None]) -> None:
        """Open the library at a kind; what is chosen goes to who asked."""
        about = self.bridge.state.description
        languages = about.languages if about else (self.window.words.lang,)
        self._shelving.open(
            self.window, self.window.theme, self.window.words, languages, kind=kind, take=take
        )

    def _show_room(self) -> None:
        state = self.bridge.state
        self.room.show_view(room_view(state, self.bridge.words, tongues_of(state), self._clock.now()))
