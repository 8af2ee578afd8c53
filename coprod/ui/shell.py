"""The shell: which window is open, and what one window asks of another."""

from __future__ import annotations

import gc
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QLibraryInfo, QObject, QSettings, QTimer, QTranslator
from PySide6.QtWidgets import QApplication, QFileDialog

from coprod import paths
from coprod.i18n import Catalogue
from coprod.present.home import home_view, kinds, trouble_view
from coprod.present.reasons import reason
from coprod.present.sheets import why_not
from coprod.service.archive import listed
from coprod.service.clocks import sheet_clock
from coprod.service.exchange.keeping import keep
from coprod.service.exchange.reading import read_path
from coprod.service.grouping import neighbours
from coprod.service.live import LiveSession
from coprod.service.planning import begin_plan, from_template, next_session, templates
from coprod.service.ports import Clock, Log, StoreFailed
from coprod.service.sample import sample_session
from coprod.service.sheets import SheetRefused
from coprod.ui import theme as themes
from coprod.ui.app import LANGUAGE
from coprod.ui.background import Background
from coprod.ui.home.code import CodeDialog
from coprod.ui.home.home import Home
from coprod.ui.joining import Joining
from coprod.ui.meeting import Meeting
from coprod.ui.planning import Planning, first_start, local_zone, session_languages
from coprod.ui.settings.kept import kept_looks
from coprod.ui.sheeting import SUFFIX

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QRect

    from coprod.service.exchange.keeping import Kept
    from coprod.ui.home.frame import HomeFrame
    from coprod.ui.theme import Theme
    from coprod.ui.tools import Store, Tools


T = TypeVar("T")


class Shell(QObject):
    """Home, and the meeting that is open."""

    def __init__(
        self, app: QApplication, frame: HomeFrame, tools: Tools, theme: Theme, words: Catalogue
    ) -> None:
        super().__init__(app)
        self._app, self._tools, self._theme, self.words = app, tools, theme, words
        self._background = Background(self)
        self._store: Store | None = None
        self._failed: StoreFailed | None = None
        self._place: Path | None = None
        self._sample = False
        self._meeting: Meeting | None = None
        self._planning: Planning | None = None
        self._looks = kept_looks()
        self._translator = QTranslator(self)
        self.home = Home(frame, theme, words)
        self.joining = Joining(tools, self._background, lambda: self.words, frame, lambda: self._meeting)
        self._connect()

    def _connect(self) -> None:
        home = self.home
        home.session_chosen.connect(self.open_session)
        home.sample_asked.connect(self.open_sample)
        home.import_asked.connect(self._choose_file)
        home.sheet_asked.connect(self._choose_sheet)
        home.join_asked.connect(self.joining.ask)
        self.joining.opened.connect(self.open_sheet)
        self.joining.left.connect(home.tell)
        home.new_asked.connect(self.ask_kind)
        home.kind_chosen.connect(self.plan_new)
        home.plan_asked.connect(self.open_plan)
        home.language_toggled.connect(self.toggle_language)
        home.again_asked.connect(self._open_store)
        home.elsewhere_asked.connect(self._choose_store)
        self._app.aboutToQuit.connect(self.close)

    # ---- beginning and end

    def start(self, *, sample: bool = False) -> None:
        """Open the store, and whatever was open when the last one ended."""
        self._install_translator()
        self._sample = sample
        QTimer.singleShot(0, self._open_store)

    def close(self) -> None:
        """Finish what is under way, and let go of everything."""
        self._end_meeting()
        self._end_planning()
        self._background.close()
        if self._store is not None:
            self._store.close()
            self._store = None

    @property
    def ready(self) -> bool:
        """Whether the store is open."""
        return self._store is not None

    @property
    def meeting(self) -> Meeting | None:
        """The meeting that is open."""
        return self._meeting

    def open_elsewhere(self, place: Path) -> None:
        """Open the store at another place than the one the program began with."""
        self._place = place
        self._open_store()

    def _open_store(self) -> None:
        self._background.run(lambda: self._tools.open_store(self._place), self._resume, self._not_opened)

    def _not_opened(self, error: Exception) -> None:
        if not isinstance(error, StoreFailed):
            raise error
        self._failed = error
        self.refresh()

    def _resume(self, store: Store) -> None:
        """Land where the last one ended: in the meeting that is under way."""
        self._store, self._failed = store, None
        self.refresh()
        running = self._ask(lambda: [row.session for row in store.sessions() if row.phase == "open"])
        if running:
            self.open_session(running[0])
        elif self._sample:
            self.open_sample()

    def _choose_store(self) -> None:
        title, kinds = self.words.say("Choose another place"), self.words.say("Stores of Coprod")
        name, _ = QFileDialog.getSaveFileName(
            self.home.frame,
            title,
            "coprod.db",
            f"{kinds} (*.db)",
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if name:
            self.open_elsewhere(Path(name))

    # ---- home

    def refresh(self) -> None:
        """Show the sessions as they are now, or why there are none."""
        now = datetime.fromtimestamp(self._tools.clock.now() / 1000).astimezone()
        store = self._store
        if store is not None:
            sessions = self._ask(lambda: listed(store))
            if sessions is not None:
                self.home.show_view(home_view(sessions, now, self.words))
        elif self._failed is not None:
            self.home.show_view(trouble_view(self._failed, now, self.words))

    def open_sample(self) -> None:
        """Open the sample session, brought in where it is not here yet."""
        path = paths.resources() / "sample" / "speaking-up.planned.coprod.json"
        self._with_store(lambda store: sample_session(store, self._tools.clock, path), self.open_session)

    def bring_in(self, path: Path) -> None:
        """Bring a session file into the store, and say what came of it."""
        self._with_store(lambda store: keep(read_path(path), store, self._tools.clock), self._brought)

    def _choose_file(self) -> None:
        if self._store is None:
            return
        title, kinds = self.words.say("Bring in a session file"), self.words.say("Session files")
        name, _ = QFileDialog.getOpenFileName(self.home.frame, title, "", f"{kinds} (*.coprod.json *.json)")
        if name:
            self.bring_in(Path(name))

    def _brought(self, kept: Kept) -> None:
        say = self.words.say
        self.refresh()
        self.home.tell(
            say("The session is here now.") if kept.added else say("This session was here already.")
        )

    def _with_store(self, work: Callable[[Store], T], done: Callable[[T], None]) -> None:
        """Do something with the store beside the windows; without a store there is nothing to do it with."""
        store = self._store
        if store is not None:
            self._background.run(lambda: work(store), done, self._told)

    def _ask(self, question: Callable[[], T]) -> T | None:
        """Ask the store something; where it can't answer, say why."""
        try:
            return question()
        except StoreFailed as failed:
            self._told(failed)
            return None

    def _told(self, error: Exception) -> None:
        """Say in one sentence why something could not be done; a bug is told as one."""
        self.home.tell(reason(error, self.words))

    # ---- a meeting

    def open_session(self, session: str) -> None:
        """Open the console of a session, and the room display where there is a second screen."""
        opened = self._take_up(session)
        if opened is None:
            return
        live, store, geometry = opened
        meeting = self._open_meeting(live, geometry, store, self._tools.clock)
        meeting.plan_requested.connect(lambda: self.open_plan(session))
        meeting.next_requested.connect(lambda: self.plan_next(session))
        self._ask_neighbours(session, store)

    def _open_meeting(self, live: LiveSession, geometry: QRect, store: Store | None, clock: Clock) -> Meeting:
        tools = replace(self._tools, clock=clock)
        meeting = Meeting(live, tools, self._theme, self.words, self, store)
        meeting.back_requested.connect(self.go_home)
        meeting.language_toggled.connect(self.toggle_language)
        self._meeting = meeting
        meeting.show(geometry)
        gc.freeze()  # what there is now stays: looking through it for what may go would hold up whoever types
        self.home.frame.hide()
        return meeting

    # ---- a group's sheet

    def ask_code(self, path: Path) -> None:
        """Ask for the six words of a sheet, until it opens or is left."""
        dialog = CodeDialog(self._theme, self.words, self.home.frame)
        dialog.given.connect(lambda code: self._try_code(dialog, path, code))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _try_code(self, dialog: CodeDialog, path: Path, code: str) -> None:
        seal = self._tools.seal()

        def refused(error: Exception) -> None:
            if isinstance(error, SheetRefused):
                dialog.tell(why_not(error.why, self.words, seal.misread(code)))
            else:
                dialog.reject()
                self._told(error)

        def opened(found: tuple[str, Log]) -> None:
            dialog.accept()
            self.open_sheet(*found)

        self._background.run(lambda: seal.open(path, code), opened, refused)

    def open_sheet(self, session: str, log: Log) -> None:
        """Open a sheet as its group's own console, and its notes."""
        clock = sheet_clock(self._tools.clock, log.load(session).facts)
        live = self._ask(lambda: LiveSession(session, log, clock))
        if live is not None:
            self._open_meeting(live, self._leave(), None, clock).open_notes()

    def _choose_sheet(self) -> None:
        title, kinds = self.words.say("Open a group’s sheet"), self.words.say("Group sheets")
        name, _ = QFileDialog.getOpenFileName(self.home.frame, title, "", f"{kinds} (*{SUFFIX});;* (*)")
        if name:
            self.ask_code(Path(name))

    def _ask_neighbours(self, session: str, store: Store) -> None:
        self._background.run(
            lambda: neighbours(session, store), partial(self._introduce, session), self._told
        )

    def _introduce(self, session: str, near: frozenset[tuple[str, str]]) -> None:
        """Tell the meeting, or its plan, who sat with whom last time, unless it was left meanwhile."""
        for open_now in (self._meeting, self._planning):
            if open_now is not None and open_now.bridge.state.session == session:
                open_now.beside.meet(near)

    def go_home(self) -> None:
        """Close the console, and show the sessions."""
        self.home.frame.setGeometry(self._leave())
        self.refresh()
        self.home.frame.show()

    def _take_up(self, session: str) -> tuple[LiveSession, Store, QRect] | None:
        """Leave what is open, for it may write to the same session, and take up another; None where that can't be."""
        store = self._store
        if store is None:
            return None
        geometry = self._leave()
        live = self._ask(lambda: LiveSession(session, store, self._tools.clock))
        if live is None:
            self.go_home()
            return None
        return live, store, geometry

    def _leave(self) -> QRect:
        """Close the window that is open; where it was."""
        window = self._meeting.console if self._meeting else self._planning.window if self._planning else None
        geometry = window.geometry() if window is not None else self.home.frame.geometry()
        self.home.tell("")
        self._end_meeting()
        self._end_planning()
        self._dress()
        return geometry

    def _dress(self) -> None:
        """Give home, and what is opened from it, the looks that were chosen in a meeting."""
        looks = kept_looks()
        if looks != self._looks:
            self._looks = looks
            self.home.frame.set_theme(themes.load(looks.theme).scaled(looks.text / 100))
            self._theme = self.home.frame.theme()

    # ---- a plan

    @property
    def planning(self) -> Planning | None:
        """The plan that is open."""
        return self._planning

    def ask_kind(self) -> None:
        """Ask which kind of meeting is to be planned."""
        self.home.ask_kind(kinds(templates(paths.resources() / "templates"), self.words))

    def plan_new(self, kind: str) -> None:
        """Begin the plan of a meeting of that kind, a week from now."""
        template = next(one for one in templates(paths.resources() / "templates") if one.id == kind)
        start = first_start(self._tools.clock.now())
        file = from_template(
            template, start=start, zone=local_zone(), languages=session_languages(self.words.lang)
        )
        self._with_store(lambda store: begin_plan(file, store, self._tools.clock), self.open_plan)

    def plan_next(self, session: str) -> None:
        """Begin the plan of the session after another one."""
        self._with_store(lambda store: next_session(session, store, self._tools.clock), self.open_plan)

    def open_plan(self, session: str) -> None:
        """Open the plan of a session."""
        opened = self._take_up(session)
        if opened is None:
            return
        live, store, geometry = opened
        planning = Planning(live, store, self._tools, self._theme, self.words, self)
        planning.ready.connect(self.open_session)
        planning.back_requested.connect(self.go_home)
        planning.language_toggled.connect(self.toggle_language)
        self._planning = planning
        planning.show(geometry)
        self._ask_neighbours(session, store)
        self.home.frame.hide()

    def _end_planning(self) -> None:
        if self._planning is not None:
            self._planning.close()
            self._planning = None

    def _end_meeting(self) -> None:
        if self._meeting is not None:
            self._meeting.close()
            self._meeting = None
            self.joining.close()

    # ---- language

    def toggle_language(self) -> None:
        """Speak the other language, in every window, at once."""
        self.words = Catalogue("en" if self.words.lang == "ja" else "ja")
        QSettings().setValue(LANGUAGE, self.words.lang)
        self._install_translator()
        self.home.tell("")
        self.home.retranslate(self.words)
        self.refresh()
        for open_now in (self._meeting, self._planning):
            if open_now is not None:
                open_now.retranslate(self.words)

    def _install_translator(self) -> None:
        """Qt's own words (dialogs, menus of text fields) in the same language."""
        self._app.removeTranslator(self._translator)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._translator.load(f"qtbase_{self.words.lang}", folder):
            self._app.installTranslator(self._translator)
