"""One meeting on this machine: its console, its room display, and the bridge between them and the record."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, QSettings, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from coprod.domain.terms import Phase
from coprod.present.hints import hints_of
from coprod.present.library import HINT
from coprod.present.refusals import failure
from coprod.present.room import BLANK
from coprod.service.holders import Keeping
from coprod.service.house import house_of
from coprod.service.library import Shelf
from coprod.service.memory import Memory, Sessions, remembered
from coprod.service.ports import StoreFailed
from coprod.service.printing import NO_HOUSE, House
from coprod.ui import theme as themes
from coprod.ui.bridge import Bridge
from coprod.ui.console.window import ConsoleWindow
from coprod.ui.desk.aids import Aids
from coprod.ui.desk.window import DeskWindow
from coprod.ui.hosting import Sharing
from coprod.ui.leaving import leaves
from coprod.ui.notes.window import NotesWindow
from coprod.ui.parting import Parting, erases
from coprod.ui.plan.shelf import Shelving
from coprod.ui.publishing import Publishing
from coprod.ui.room.screens import walls
from coprod.ui.room.window import RoomWindow
from coprod.ui.settings.kept import kept_looks
from coprod.ui.sheeting import Sheeting
from coprod.ui.syncing import Syncing

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QRect, SignalInstance
    from PySide6.QtGui import QScreen

    from coprod.i18n import Catalogue
    from coprod.present.room import RoomView
    from coprod.present.settings import Looks
    from coprod.service.live import LiveSession
    from coprod.ui.console.beside import Beside
    from coprod.ui.theme import Theme
    from coprod.ui.tools import Tools

_DRAFT_MS = 300
_WALL, _BLANKED = "wall", "blanked"
"""The settings: on which screen the wall was, and the session whose wall was blank."""


class MeetingStore(Keeping, Shelf, Sessions, Protocol):
    """Where a meeting keeps what is not its log."""


class Meeting(QObject):
    """Holds the windows of a session together for as long as its console is open."""

    back_requested = Signal()
    language_toggled = Signal()
    plan_requested = Signal()
    next_requested = Signal()

    def __init__(
        self,
        live: LiveSession,
        tools: Tools,
        theme: Theme,
        words: Catalogue,
        parent: QObject,
        store: MeetingStore | None = None,
    ) -> None:
        super().__init__(parent)
        self._tools, self._words = tools, words
        self._unsaved = False
        self._alone = self._warned = False
        self._hints = Shelving("hints.json", store, self)
        self._hints.changed.connect(self._know_hints)
        self._hints.failed.connect(self._hints_failed)
        self.bridge = Bridge(live, self)
        self.console = ConsoleWindow(self.bridge, words, theme, tools.clock.now)
        self.room = RoomWindow(theme, words, clock=tools.clock.waited)
        self.notes: NotesWindow | None = None
        self.desk: DeskWindow | None = None
        self.sheeting = (
            Sheeting(self.bridge, store, tools, lambda: self._words, self.console) if store else None
        )
        self._store, self.parting = store, Parting(self.bridge, lambda: self._words, store, self)
        self.publishing = Publishing(
            self.bridge, tools.render, self._house, lambda: self._words, self.console
        )
        self.syncing = Syncing(
            self.bridge, getattr(store, "courier", None), lambda: self._words, self.console
        )
        self.sharing = Sharing(self.bridge, tools, store, lambda: self._words, self.console)
        self._drafting = QTimer(self, singleShot=True, interval=_DRAFT_MS)
        self._begun: dict[str, str] = {}
        self._connect()
        self._dress(kept_looks())
        if QSettings().value(_BLANKED, "") == live.state.session:
            self.console.run("blank")  # as it was when the last one ended
        view = self.console.room_view()
        if view is not None:
            self.room.show_view(view)

    def _dress(self, looks: Looks) -> None:
        """Give console and wall their colours and sizes of text."""
        theme, wall = themes.load(looks.theme), themes.load(looks.wall_theme)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.setPalette(themes.palette(theme))
        self._theme = theme.scaled(looks.text / 100)
        self.console.set_theme(theme, looks.text / 100)
        for window in (self.notes, self.desk):
            if window is not None:
                window.set_theme(self._theme)
        self.console.set_wall_look(wall, looks.wall_text / 100)
        self.room.set_theme(wall)
        self.room.set_scale(looks.wall_text / 100)
        self.room.set_reduced(looks.reduced_motion)

    def _connect(self) -> None:
        console, bridge = self.console, self.bridge
        console.room_view_changed.connect(self._show_room)
        console.back_requested.connect(self._go_back)
        console.language_toggled.connect(self.language_toggled)
        console.room_display_requested.connect(self.room.toggle)
        console.wall_move_requested.connect(self._move_wall)
        console.plan_requested.connect(lambda: self._if(Phase.PLANNED, self.plan_requested))
        console.next_requested.connect(lambda: self._if(Phase.CLOSED, self.next_requested))
        console.unfold_requested.connect(self._unfold)
        console.notes_requested.connect(self.open_notes)
        console.read_back_requested.connect(lambda: self.open_notes().read_back())
        console.desk_requested.connect(self.open_desk)
        console.board.panel.drafted.connect(partial(self._draft, "console"))
        self._drafting.timeout.connect(self._keep_drafts)
        console.minutes_requested.connect(self.publishing.choose_place)
        console.beside.looks_chosen.connect(self._dress)
        console.beside.withdrawal_asked.connect(self._ask_to_erase)
        self.parting.left.connect(console.beside.tell_left)
        console.installEventFilter(self)
        self.room.placed.connect(self._placed)
        if self.sheeting is not None:
            console.beside.sheet_asked.connect(self.sheeting.choose_place)
            console.beside.paper_asked.connect(self.sheeting.choose_page)
            console.beside.home_asked.connect(self.sheeting.choose_files)
            self.sheeting.made.connect(console.beside.show_code)
            self.sheeting.told.connect(console.beside.tell_of_sheets)
            self.sheeting.told.connect(console.tell)
        bridge.failed.connect(lambda _failed, _act: self._kept(kept=False))
        bridge.changed.connect(lambda _change: self._kept(kept=True))
        bridge.refused.connect(lambda _refused, _act: self._kept(kept=True))

    def show(self, geometry: QRect) -> None:
        """Open the console where home was, and the room display on another screen where there is one."""
        self.console.setGeometry(geometry)
        self.console.show()
        self.room.attach(self.console, str(QSettings().value(_WALL, "")))
        self.console.raise_()
        self.console.activateWindow()
        self._take_up()

    def close(self) -> None:
        """Finish what is under way, and close the windows."""
        self._settle()
        self._keep_drafts()
        self.publishing.end()
        self.sharing.close()
        self.syncing.close()
        for begun in (self.notes, self.desk):
            if begun is not None:
                begun.end()
        self.bridge.close()
        for window in (self.room, self.console, self.notes, self.desk):
            if window is None:
                continue
            window.hide()
            window.deleteLater()
        self.deleteLater()

    @property
    def beside(self) -> Beside:
        """The windows beside the console."""
        return self.console.beside

    def retranslate(self, words: Catalogue) -> None:
        """Speak another language; the wall speaks those of the session."""
        self._words = words
        self.console.retranslate(words)
        self.room.retranslate(words)
        for window in (self.notes, self.desk):
            if window is not None:
                window.retranslate(words)

    def tell(self, sentence: str) -> None:
        """Say something where somebody writes, and on the console."""
        self.console.tell(sentence)
        if self.notes is not None:
            self.notes.tell(sentence)

    def open_notes(self) -> NotesWindow:
        """Open the note-taker's window beside the console, on what was begun there."""
        if self.notes is None:
            tools = self._tools
            self.notes = NotesWindow(
                self.bridge, self._words, self._theme, tools.clock.now, tools.read_table, self._store
            )
            self.notes.command.connect(self.console.run)
            self.notes.hints_asked.connect(self._open_hints)
            self.notes.panel.know(hints_of(self._hints.entries()))
            self.notes.take_up(self.bridge.drafts.get("notes", ""))
            self.notes.panel.drafted.connect(partial(self._draft, "notes"))
        self.notes.show()
        self.notes.raise_()
        self.notes.activateWindow()
        self.notes.begin()
        return self.notes

    def open_desk(self) -> DeskWindow:
        """Open the desk on which the minutes are translated."""
        if self.desk is None:
            self.desk = DeskWindow(self.bridge, self._words, self._theme, self._aids())
            self.desk.read_back_asked.connect(lambda: self.open_notes().read_back())
        self.desk.show()
        self.desk.raise_()
        self.desk.activateWindow()
        self.desk.begin()
        return self.desk

    def _aids(self) -> Aids:
        store, tools, session = self._store, self._tools, self.bridge.state.session

        def recall(langs: tuple[str, str], stopped: Callable[[], bool]) -> Memory:
            return remembered(store, langs, session, stopped) if store else Memory(())

        def wording() -> tuple[tuple[str, str], ...]:
            return tuple((hint.lang, hint.word) for hint in hints_of(self._hints.entries()))

        return Aids(
            recall=recall,
            shelf=store,
            files=(tools.write_work, tools.read_work),
            render=tools.render,
            pages=tools.draw_pages,
            open_drafter=tools.open_drafter,
            house=self._house,
            read_logo=tools.read_logo,
            wording=wording,
        )

    def _house(self) -> House:
        """Whose minutes they are, as far as the store can be read."""
        with suppress(StoreFailed):
            return house_of(self._store) if self._store else NO_HOUSE
        return NO_HOUSE

    def _open_hints(self) -> None:
        """Show the organisation's wording hints over the notes."""
        about = self.bridge.state.description
        languages = about.languages if about else (self._words.lang,)
        if self.notes is not None and self.sheeting is not None:
            self._hints.open(self.notes, self._theme, self._words, languages, kind=HINT, take=None)
        elif self.notes is not None:
            self.notes.tell(
                self._words.say("The list of hints is changed where the session is, not on a sheet.")
            )

    def _hints_failed(self, code: str) -> None:
        if self.notes is not None:
            self.notes.tell(failure(code, self._words))

    def _know_hints(self) -> None:
        if self.notes is not None:
            self.notes.panel.know(hints_of(self._hints.entries()))

    def _draft(self, place: str, text: str) -> None:
        """Keep what is being written, a moment after it was: so often that a crash loses no more than that."""
        self._begun[place] = text
        self._drafting.start()

    def _keep_drafts(self) -> None:
        for place, text in self._begun.items():
            self.bridge.keep_draft(place, text)

    def _take_up(self) -> None:
        """Say where what was begun can be found, when the program ended in the midst of it."""
        drafts = self.bridge.drafts
        if self.console.board.panel.take_up(drafts.get("console", "")) or drafts.get("notes"):
            self.console.tell(
                self._words.say("Words that were begun are still there: in the note, or in the notes.")
            )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Before the console is closed, ask where something would be lost."""
        if watched is self.console and event.type() == QEvent.Type.Close and not self._may_leave():
            event.ignore()
            return True
        return False

    def _if(self, phase: Phase, asked: SignalInstance) -> None:
        if self.bridge.state.phase is phase:
            asked.emit()

    # ---- leaving

    def _go_back(self) -> None:
        if self._may_leave():
            self.back_requested.emit()

    def _may_leave(self) -> bool:
        """Whether nothing would be lost, or the person leaves without it."""
        self._settle()
        panels = [self.console.board.panel, *([self.notes.panel] if self.notes else [])]
        begun = any(panel.begun() for panel in panels) or (self.desk is not None and self.desk.begun())
        return leaves(
            self.console, self._words, unsaved=self._unsaved, begun=begun, message=self.sharing.waits
        )

    def _kept(self, *, kept: bool) -> None:
        self._unsaved = not kept

    def _settle(self) -> None:
        """Let everything that was asked for be carried out."""
        quietly = QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents
        while self.bridge.busy:
            QCoreApplication.processEvents(quietly | QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    # ---- withdrawing

    def _ask_to_erase(self, person: str, question: str) -> None:
        """Say first what it does not reach; then it is done where somebody says yes."""

        def ask(told: str) -> None:
            if erases(QApplication.activeWindow() or self.console, self._words, told):
                self.console.beside.withdraw(person)

        self.parting.warn(person, question, ask)

    # ---- the wall

    def _show_room(self, view: RoomView) -> None:
        """Show the wall, and remember one that was blanked: after a crash it must not speak by itself."""
        self.room.show_view(view)
        settings, blanked = QSettings(), self.bridge.state.session if view == BLANK else ""
        if settings.value(_BLANKED, "") != blanked:
            settings.setValue(_BLANKED, blanked)
            settings.sync()

    def _fold(self) -> None:
        """With one screen, or several that mirror it, the room sees the console, too."""
        alone = not self._walls() and self.bridge.state.sheet is None  # at a table there is no room to see it
        if alone is not self._alone:
            self._alone, self._warned = alone, False
            self.console.fold(folded=alone)
            for window in (self.notes, self.desk) if alone else ():
                if window is not None:
                    window.hide()  # what is begun stays

    def _unfold(self) -> None:
        """Say first that the room sees it; asked once more, open the rest."""
        if self._alone and not self._warned:
            self._warned = True
            say = self._words.say
            self.console.tell(say("The room may see this screen, too. Once more opens the rest."))
        else:
            self.console.fold(folded=False)

    def _walls(self) -> list[QScreen]:
        return walls(QGuiApplication.screens(), self.console.screen().name())

    def _move_wall(self) -> None:
        if not self.room.move_on():
            self.console.tell(self._words.say("There is no other screen for the room display."))

    def _placed(self, screen: str) -> None:
        self._fold()
        if screen:
            QSettings().setValue(_WALL, screen)
        shown = bool(screen) or self.room.in_window
        where = self._words.say("in a window") if shown and not screen else screen
        self.console.show_display(where, self.room.size() if shown else None)
