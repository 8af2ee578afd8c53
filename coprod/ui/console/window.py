"""The console: one session run by keys, each act shown once it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QAbstractButton, QApplication, QVBoxLayout, QWidget

from coprod.domain.acts import OpenItem
from coprod.domain.rules.pen import Refused, Why
from coprod.domain.terms import Phase
from coprod.present.commands import BY_ID, BY_KEY, caps, works_in_text
from coprod.present.console import ConsoleView, console_view
from coprod.present.deeds import deed, undoable
from coprod.present.fold import PRIVATE
from coprod.present.fold import folded as folded_view
from coprod.present.latest import releasable
from coprod.present.palette import choices
from coprod.present.refusals import failure, refusal
from coprod.present.texts import Texts, reading
from coprod.present.time_choice import Bell
from coprod.present.wall import Look
from coprod.ui.console.beside import WINDOWS, Beside
from coprod.ui.console.board import Board
from coprod.ui.console.key_sheet import KeySheet
from coprod.ui.console.keys import Keys
from coprod.ui.console.palette import Palette
from coprod.ui.console.projection import Projection
from coprod.ui.console.strip import NOT_SAVED, SAVED, SAVING
from coprod.ui.console.waiting import BACK, Waiting
from coprod.ui.kit.chip import VoiceChip
from coprod.ui.kit.focus import FocusRing

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QSize
    from PySide6.QtGui import QResizeEvent

    from coprod.domain.acts import Act
    from coprod.domain.parts import Ms
    from coprod.domain.state import State
    from coprod.i18n import Catalogue
    from coprod.present.joining import Joining
    from coprod.present.palette import Choice
    from coprod.present.room import RoomView
    from coprod.service.live import Change
    from coprod.service.ports import StoreFailed
    from coprod.ui.bridge import Bridge
    from coprod.ui.kit.overlay import Overlay
    from coprod.ui.theme import Theme

_TICK_MS, _STEP_MS = 1000, 10_000
_SLOW_MS = 200
"""Saving that takes longer is named."""


class ConsoleWindow(QWidget):
    """The facilitator's window over one session. It holds what this device shows, never the state of the session."""

    room_view_changed = Signal(object)
    """The `RoomView` that the room display shows from now on."""
    back_requested = Signal()
    language_toggled = Signal()
    room_display_requested = Signal()
    wall_move_requested = Signal()
    minutes_requested = Signal()
    plan_requested = Signal()
    next_requested = Signal()
    unfold_requested = Signal()
    notes_requested = Signal()
    read_back_requested = Signal()
    desk_requested = Signal()

    def __init__(self, bridge: Bridge, words: Catalogue, theme: Theme, now: Callable[[], Ms]) -> None:
        super().__init__()
        self._bridge, self._words, self._now = bridge, words, now
        self._theme, self._text_scale = theme, 1.0
        self._bell = Bell()
        self._deed: tuple[Act | None, State] | None = None
        self._refusal: tuple[Refused, State] | None = None
        self._failed = self._told = ""
        self._shown: ConsoleView | None = None
        self._step = -1
        self.folded = False
        self.board = Board(theme, self)
        self._waiting = Waiting(bridge, self)
        self._projection = Projection(bridge, self.board.centre.stage, now, self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)  # it scrolls, and parts yield
        whole.addWidget(self.board)
        self.finder, self.key_sheet = Palette(theme, self), KeySheet(theme, self)
        self._overlays: tuple[Overlay, ...] = (self.finder, self.key_sheet)
        self._ring = FocusRing(self, theme)
        self._keys = Keys(self, self._press)
        self.beside = Beside(self, bridge, theme, words)
        self._connect()
        self.retranslate(words)
        self.board.buttons.focus_main()

    def _connect(self) -> None:
        bridge, board = self._bridge, self.board
        bridge.changed.connect(self._changed)
        bridge.refused.connect(self._refused)
        bridge.failed.connect(self._could_not_save)
        bridge.settled.connect(self._say_saved)
        self._waiting.meant.connect(self._do)
        self._waiting.ended.connect(self.minutes_requested)
        self._projection.changed.connect(self.room_view_changed)
        board.pressed.connect(self.run)
        board.centre.seats.pressed.connect(lambda who: self.run("voice", person=who))
        board.latest.pressed.connect(lambda note: self.run("release", note=note))
        self.beside.command.connect(self.run)
        board.panel.kept.connect(self._do)
        self.finder.chosen.connect(self._chosen)
        board.panel.put_away.connect(lambda: self._write(writing=False))
        self._slow = QTimer(self, singleShot=True, interval=_SLOW_MS)
        self._slow.timeout.connect(self._say_saved)
        self._clock = QTimer(self, interval=_TICK_MS)
        self._clock.timeout.connect(self.tick)
        self._clock.start()

    # ---- what the shell tells it

    def retranslate(self, words: Catalogue) -> None:
        """Take another language, while running."""
        self._words = words
        self.board.strip.retranslate(words)
        self.beside.retranslate(words)
        self._show()
        self._projection.show_coming()

    def show_display(self, where: str, size: QSize | None = None) -> None:
        """Say on which screen the room display is ("" for none), and the size of that wall."""
        self.board.strip.show_display(where, self._words)
        if size is not None:
            self.board.centre.stage.set_wall(size)

    def set_theme(self, theme: Theme, text_scale: float = 1.0) -> None:
        """Take other colours, and another size of text."""
        self._theme, self._text_scale = theme, text_scale
        self._fit(force=True)

    def set_wall_look(self, theme: Theme, scale: float) -> None:
        """Preview the wall in the colours and the size of text that it has."""
        self.board.centre.stage.set_look(theme, scale)
        self._show()

    def fold(self, *, folded: bool) -> None:
        """Show only what the wall may show, or everything."""
        self.folded = folded
        if folded:
            self.finder.close_again()
            self.beside.put_away(PRIVATE)
            if self.board.panel.isVisible():
                self._write(writing=False)  # what is begun stays in the composer
        self.board.fold(folded=folded)
        self._show()

    def tell(self, sentence: str) -> None:
        """Say in one sentence what came of something beside the record; it stays until the next act."""
        self._told = sentence
        self._say_deed()

    def view(self) -> ConsoleView | None:
        """What is shown."""
        return self._shown

    def room_view(self) -> RoomView | None:
        """What the room sees."""
        return self._projection.view()

    def tick(self) -> None:
        """Show the time that it is now; soft time moves every ten seconds at most."""
        if self._bell.rings(self._bridge.state, self._now()):
            QApplication.beep()
        if self._now() // _STEP_MS != self._step:
            self._show()

    # ---- what a person does

    def run(self, command: str, person: str | None = None, note: str | None = None) -> None:
        """Carry out a command; one that changes the record waits until the acts before it are kept."""
        local = {
            "guidelines": lambda: self._toggle(Look.GUIDELINES),
            "blank": lambda: self._toggle(Look.BLANK),
            "join": self._toggle_card,
            "page": self._forth,
            "page-back": self._back,
            "find": self._find,
            "keys": lambda: self.key_sheet.tell(self._words),
            "note": lambda: self._write(writing=True),
            "room": self.room_display_requested.emit,
            "move-wall": self.wall_move_requested.emit,
            "language": self.language_toggled.emit,
            "minutes": self.minutes_requested.emit,
            "plan": self.plan_requested.emit,
            "next-session": self.next_requested.emit,
            "unfold": self.unfold_requested.emit,
            "notes": self.notes_requested.emit,
            "read-back": self.read_back_requested.emit,
            "desk": self.desk_requested.emit,
            "back": self.back_requested.emit,
            "retry": self._bridge.retry,
        }
        if command in PRIVATE and self.folded:
            self.unfold_requested.emit()
            if self.folded:  # it was said that the room sees it; once more opens it
                return
        if command in local:
            local[command]()
            return
        if command in WINDOWS:
            view = self.view()
            if view is None or command in view.actions.enabled:
                self.beside.open(command)
            return
        who, about = person or self.board.centre.seats.person(), note or self.board.latest.note()
        if who:
            self.board.buttons.focus_main()  # what comes next is about who is next
        self._waiting.add(command, who, about)

    def _press(self, key: str, typing: bool) -> bool:
        over = next((one for one in self._overlays if one.isVisible()), None)
        if over is None or (works_in_text(key) and key not in over.KEYS):
            return self._press_here(key, typing)
        return over.press(key)  # what it does not take belongs to what has the focus in there

    def _press_here(self, key: str, typing: bool) -> bool:
        board, focus = self.board, QApplication.focusWidget()
        writing = board.panel.isVisible()
        if writing and board.panel.press(key):
            return True
        if writing and board.panel.composing:
            return False
        if (typing or (focus and board.panel.isAncestorOf(focus))) and not works_in_text(key):
            return False
        if board.centre.seats.step(key) or board.latest.step(key):
            return True
        if key == "Return" and isinstance(focus, QAbstractButton) and not isinstance(focus, VoiceChip):
            focus.click()
            return True
        command = BY_KEY.get(key)
        if command is None or (command.id == "retry" and not self._failed):
            return False
        self.run(command.id)
        return True

    def _do(self, act: Act) -> None:
        self._bridge.do(act)
        self._slow.start()

    def _write(self, *, writing: bool) -> None:
        if writing and self._bridge.state.off_record:
            self.tell(self._why(Refused(Why.OFF_RECORD), self._bridge.state))
            return
        self.board.compose(writing=writing)
        if writing:
            self.board.panel.begin()
        else:
            self.board.buttons.focus_main()

    # ---- the palette, and a clicker

    def _find(self) -> None:
        state, texts = self._bridge.state, self._texts()
        self.finder.ask(
            lambda query: choices(state, texts, self._words, query, room_sees=self.folded), self._words
        )

    def _chosen(self, choice: Choice) -> None:
        if choice.act is not None:
            self._do(choice.act)
        else:
            self.run(choice.command, person=choice.person)

    def _forth(self) -> None:
        """The next page of the wall; after the last, what comes next."""
        if self._projection.page + 1 < self._projection.pages:
            self._turn(1)
        elif self._bridge.state.phase is not Phase.CLOSED:
            self.run("main")

    def _back(self) -> None:
        """The page before; on the first, the last step is taken back, and the one before it by the next press."""
        if self._projection.page:
            self._turn(-1)
        else:
            self._waiting.add(BACK)

    def _turn(self, step: int) -> None:
        self._projection.turn(step)
        self._show()

    def invite(self, joining: Joining | None) -> None:
        """Know how devices join, for the card on the wall; None: nothing is shared."""
        self._projection.invite(joining)
        self._show()

    def _toggle_card(self) -> None:
        """The card of what is shared; where nothing is, the window in which that is begun."""
        if self._projection.invites:
            self._projection.next_card()
            self._show()
        else:
            self.run("share")

    def _toggle(self, look: Look) -> None:
        self._projection.toggle(look)
        self._show()

    # ---- what became of it

    def _changed(self, change: Change) -> None:
        self._deed, self._refusal = (change.act, change.new), None
        self._failed = self._told = ""
        if isinstance(change.act, OpenItem):
            self._projection.follow()
        if self.board.panel.came(change.act):
            self._write(writing=False)
        if change.new.off_record and self.board.panel.isVisible():
            self._write(writing=False)
        self._show()

    def _refused(self, refused: Refused, act: Act) -> None:
        sentence = self._why(refused, self._bridge.state)
        if not self.board.panel.refuse(sentence, act):
            self._refusal = (refused, self._bridge.state)
        self._say_deed()

    def _could_not_save(self, failed: StoreFailed, _act: Act) -> None:
        self._waiting.clear()
        self._failed = failed.code
        self._say_saved()

    # ---- what is seen

    def _texts(self) -> Texts:
        about = self._bridge.state.description
        return reading(self._bridge.words, self._words.lang, about.languages if about else ())

    def _show(self) -> None:
        state, texts, now = self._bridge.state, self._texts(), self._now()
        self._step = now // _STEP_MS
        shown = console_view(state, texts, self._words, now)
        self._shown = folded_view(shown, state, self._words) if self.folded else shown
        note = releasable(state)
        self.board.show_view(self._shown, note.entry if note else "", self._words)
        self.board.panel.show_session(state, texts, self._words, now)
        self.setWindowTitle(self._shown.strip.title)
        self._say_deed()
        self._say_saved()
        self._projection.show(self._words)

    def _say_deed(self) -> None:
        words, undo, keys = self._words, "", BY_ID["undo"].keys[0]
        sentence = self._told
        if not sentence and self._refusal:
            sentence = self._why(*self._refusal)
        elif not sentence and self._deed:
            act, state = self._deed
            private = self.folded and hasattr(act, "who")
            sentence = words.say("Done.") if private else deed(act, state, self._texts(), words)
            undo = words.say(BY_ID["undo"].name) if undoable(act) else ""
        self.board.centre.tell(sentence, undo, caps(keys), words.lang)

    def _why(self, refused: Refused, state: State) -> str:
        return refusal(refused, state, self._texts(), self._words, room_sees=self.folded)

    def _say_saved(self) -> None:
        words = self._words
        text = failure(self._failed, words) if self._failed else ""
        self.board.banner.show_text(text, words.say(BY_ID["retry"].name))
        state = NOT_SAVED if self._failed else SAVING if self._bridge.busy else SAVED
        if state is not SAVING or not self._slow.isActive():
            self.board.strip.show_saved(state, words)

    # ---- size

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the scale that fits: a larger window has larger text, not stretched space."""
        super().resizeEvent(event)
        self._fit()
        for over in self._overlays:
            over.fit()

    def _fit(self, *, force: bool = False) -> None:
        fit = min(self.width() / 1366, self.height() / 690, 1.25)
        scale = max(1.0, int(fit * 20) / 20) * self._text_scale
        if force or scale != self._theme.scale:
            self._theme = self._theme.scaled(scale)
            self.board.set_theme(self._theme)
            self._ring.set_theme(self._theme)
            self.beside.set_theme(self._theme)
            for over in self._overlays:
                over.set_theme(self._theme)
