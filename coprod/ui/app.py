"""The application: which window is open, and what one window asks of another."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QSettings, QTimer, QTranslator
from PySide6.QtWidgets import QApplication, QFileDialog

from coprod import paths
from coprod.i18n import LANGUAGES, Catalogue
from coprod.present.home import home_view
from coprod.present.reasons import reason
from coprod.service.live import LiveSession
from coprod.service.ports import Archive, Clock, Log, Renderer, StoreFailed
from coprod.ui import theme as themes
from coprod.ui.background import Background
from coprod.ui.home.window import HomeWindow
from coprod.ui.report import catch_bugs

if TYPE_CHECKING:
    from coprod.service.exchange.keeping import Kept
    from coprod.ui.meeting import Meeting
    from coprod.ui.theme import Theme

_SWITCH = {"ja": "en", "en": "ja", "ko": "ja"}
_LANGUAGE = "language"


class Store(Log, Archive, Protocol):
    """A store, whole."""

    def close(self) -> None:
        """Let go of it."""


@dataclass(frozen=True, slots=True)
class Tools:
    """What bootstrap hands to the windows."""

    open_store: Callable[[], Store]
    render: Renderer
    clock: Clock


class Shell(QObject):
    """Home, and the meeting that is open. Everything slow comes after the first paint."""

    def __init__(self, app: QApplication, tools: Tools, theme: Theme, lang: str) -> None:
        super().__init__(app)
        self._app, self._tools, self._theme = app, tools, theme
        self._background = Background(self)
        self._store: Store | None = None
        self._sample = False
        self._meeting: Meeting | None = None
        self._translator = QTranslator(self)
        self.words = Catalogue(lang)
        self.home = HomeWindow(theme, self.words)
        self.home.session_chosen.connect(self.open_session)
        self.home.sample_asked.connect(self.open_sample)
        self.home.import_asked.connect(self._choose_file)
        self.home.language_toggled.connect(self.toggle_language)
        app.aboutToQuit.connect(self.close)

    # ---- beginning and end

    def start(self, *, sample: bool = False) -> None:
        """Show home; then open the store, and whatever was open when the last one ended."""
        self.home.show()
        self._install_translator()
        self._sample = sample
        QTimer.singleShot(0, self._open_store)

    def close(self) -> None:
        """Finish what is under way, and let go of everything."""
        self._end_meeting()
        self._background.close()
        if self._store is not None:
            self._store.close()
            self._store = None
        self.home.deleteLater()

    @property
    def ready(self) -> bool:
        """Whether the store is open."""
        return self._store is not None

    @property
    def meeting(self) -> Meeting | None:
        """The meeting that is open."""
        return self._meeting

    def _open_store(self) -> None:
        self._background.run(self._tools.open_store, self._resume, self._failed)

    def _resume(self, store: Store) -> None:
        """Land where the last one ended: in the meeting that is under way."""
        self._store = store
        running = [row.session for row in store.sessions() if row.phase == "open"]
        self.refresh()
        if running:
            self.open_session(running[0])
        elif self._sample:
            self.open_sample()

    # ---- home

    def refresh(self) -> None:
        """Show the sessions as they are now."""
        if self._store is not None:
            from coprod.service.archive import listed

            now = datetime.fromtimestamp(self._tools.clock.now() / 1000).astimezone()
            self.home.show_view(home_view(listed(self._store), now, self.words))

    def open_sample(self) -> None:
        """Open the sample session, brought in where it is not here yet."""
        store = self._store
        if store is None:
            return
        from coprod.service.sample import sample_session

        path = paths.resources() / "sample" / "speaking-up.planned.coprod.json"
        self._background.run(
            lambda: sample_session(store, self._tools.clock, path), self.open_session, self._failed
        )

    def bring_in(self, path: Path) -> None:
        """Bring a session file into the store, and say what came of it."""
        store = self._store
        if store is None:
            return
        from coprod.service.exchange.keeping import keep
        from coprod.service.exchange.reading import read_path

        self._background.run(
            lambda: keep(read_path(path), store, self._tools.clock), self._brought, self._failed
        )

    def _choose_file(self) -> None:
        title, kinds = self.words.say("Bring in a session file"), self.words.say("Session files")
        name, _ = QFileDialog.getOpenFileName(self.home, title, "", f"{kinds} (*.coprod.json *.json)")
        if name:
            self.bring_in(Path(name))

    def _brought(self, kept: Kept) -> None:
        say = self.words.say
        self.refresh()
        self.home.tell(
            say("The session is here now.") if kept.added else say("This session was here already.")
        )

    def _failed(self, error: Exception) -> None:
        """Say in one sentence why something could not be done; a bug is told as one."""
        self.home.tell(reason(error, self.words))

    # ---- a meeting

    def open_session(self, session: str) -> None:
        """Open the console of a session, and the room display where there is a second screen."""
        from coprod.ui.meeting import Meeting

        if self._store is None:
            return
        self._end_meeting()
        try:
            live = LiveSession(session, self._store, self._tools.clock)
        except StoreFailed as failed:
            self._failed(failed)
            return
        meeting = Meeting(live, self._tools, self._theme, self.words, self)
        meeting.back_requested.connect(self.go_home)
        meeting.language_toggled.connect(self.toggle_language)
        self._meeting = meeting
        meeting.show(self.home.geometry())
        self.home.hide()

    def go_home(self) -> None:
        """Close the console, and show the sessions."""
        self._end_meeting()
        self.home.tell("")
        self.refresh()
        self.home.show()

    def _end_meeting(self) -> None:
        if self._meeting is not None:
            self._meeting.close()
            self._meeting = None

    # ---- language

    def toggle_language(self) -> None:
        """Speak the other language, in every window, at once."""
        self.words = Catalogue(_SWITCH[self.words.lang])
        QSettings().setValue(_LANGUAGE, self.words.lang)
        self._install_translator()
        self.home.retranslate(self.words)
        self.refresh()
        if self._meeting is not None:
            self._meeting.retranslate(self.words)

    def _install_translator(self) -> None:
        """Qt's own words (dialogs, menus of text fields) in the same language."""
        self._app.removeTranslator(self._translator)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._translator.load(f"qtbase_{self.words.lang}", folder):
            self._app.installTranslator(self._translator)


def run(tools: Tools, *, sample: bool) -> int:
    """Open the windows; the exit code."""
    app = QApplication(sys.argv[:1])
    app.setOrganizationName("coprod")
    app.setApplicationName("Coprod")
    theme = themes.load("light")
    themes.apply(app, theme)
    shell = Shell(app, tools, theme, chosen_language())
    catch_bugs(lambda: shell.words)
    shell.start(sample=sample)
    return app.exec()


def chosen_language() -> str:
    """The language chosen last; else that of the system, where the program speaks it."""
    chosen = str(QSettings().value(_LANGUAGE, ""))
    spoken = [lang.split("-")[0] for lang in QLocale.system().uiLanguages()]
    return next((lang for lang in (chosen, *spoken) if lang in LANGUAGES), "en")
