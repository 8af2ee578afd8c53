"""The note-taker's window: the notes under their items, and a composer that is always ready for the next words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from coprod.domain import acts
from coprod.present.commands import BY_KEY, caps, works_in_text
from coprod.present.deeds import deed
from coprod.present.notebook import Notebook, NotebookView
from coprod.present.notes import NOTE_KEYS
from coprod.present.refusals import failure, refusal
from coprod.present.texts import Texts, reading
from coprod.ui.console.keys import Keys
from coprod.ui.console.label import Label
from coprod.ui.console.strip import NOT_SAVED, SAVED, SAVING
from coprod.ui.kit.button import ActionButton, Role
from coprod.ui.kit.columns import ColumnsWindow
from coprod.ui.kit.focus import FocusRing
from coprod.ui.kit.lasting import Lasting
from coprod.ui.kit.text import Words
from coprod.ui.notes.agenda import AgendaColumn
from coprod.ui.notes.hint import HintLine
from coprod.ui.notes.list import NoteList
from coprod.ui.notes.now import NowColumn
from coprod.ui.notes.over import Over
from coprod.ui.notes.panel import NotePanel
from coprod.ui.notes.search import SearchField
from coprod.ui.notes.tray import Tray
from coprod.ui.parting import Parting
from coprod.ui.theme import BODY

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QHideEvent, QResizeEvent

    from coprod.domain.acts import Act
    from coprod.domain.parts import Ms
    from coprod.domain.rules.pen import Refused
    from coprod.i18n import Catalogue
    from coprod.service.holders import Keeping
    from coprod.service.live import Change
    from coprod.service.ports import StoreFailed
    from coprod.service.tables import TableReader
    from coprod.ui.bridge import Bridge
    from coprod.ui.theme import Theme

_SIDE, _BESIDE = 216, 244
_COMPOSER = 0.62
"""Of the height, that the composer has at most; it scrolls then."""
_TICK_MS = 1000
_STEP_MS = 10_000


class NotesWindow(ColumnsWindow):
    """A window of its own over the session that the bridge carries acts to. It holds what is being written alone."""

    command = Signal(str)
    """A command of the console that was asked for here."""
    hints_asked = Signal()
    """The organisation's wording hints are to be looked at."""

    def __init__(
        self,
        bridge: Bridge,
        words: Catalogue,
        theme: Theme,
        now: Callable[[], Ms],
        read_table: TableReader,
        store: Keeping | None,
    ) -> None:
        beside = NowColumn(theme)
        super().__init__(theme, beside, (_SIDE, _BESIDE))
        self._bridge, self._words, self._now, self._book = bridge, words, now, Notebook()
        self._view: NotebookView | None = None
        self._failed, self._step = "", -1
        self._parting, self.left = Parting(bridge, lambda: self._words, store, self), Lasting(theme)
        self._title, self._about = Label(theme, bold=True, token="ink"), Label(theme)
        self._pen, self._saved = Label(theme, icon="pencil"), Label(theme, icon="circle-check")
        self._close = ActionButton(theme, role=Role.LINK, keys=caps("Ctrl+W"), height=36)
        self.agenda, self.notes, self.now = AgendaColumn(theme), NoteList(theme), beside
        self.search, self.said = SearchField(), Words(theme, BODY, token="accent", bold=True)
        self.panel, self.hint = NotePanel(theme, stays=True), HintLine(theme)
        self._tray = Tray(self.panel, self)
        self.over = Over(self, bridge, words, theme, now, read_table, self._parting)
        self._clock = QTimer(self, interval=_TICK_MS)
        self._lay_out()
        self._ring, self._keys = FocusRing(self, theme), Keys(self, self._press)
        self._connect()
        self.set_theme(theme)
        self.retranslate(words)

    def _lay_out(self) -> None:
        middle = Qt.AlignmentFlag.AlignVCenter
        for label in (self._title, self._about, self._pen):
            self.strip.addWidget(label, 0, middle)
        self.strip.addStretch(1)
        self.strip.addWidget(self._saved, 0, middle)
        self.strip.addWidget(self._close, 0, middle)
        self.middle.addWidget(self.search)
        self.middle.addWidget(self.notes, 1)
        for part in (self.said, self.left, self.hint, self._tray):
            self.middle.addWidget(part)
        self.side.column.addWidget(self.agenda)

    def _connect(self) -> None:
        bridge = self._bridge
        bridge.changed.connect(self._changed)
        bridge.refused.connect(self._refused)
        bridge.failed.connect(self._could_not_save)
        bridge.settled.connect(self._say_saved)
        self.panel.kept.connect(self._do)
        self.panel.put_away.connect(self._put_away)
        self.panel.hinted.connect(lambda hint: self.hint.show_hint(hint, self._words))
        self.hint.left.connect(self.panel.leave_hint)
        self.agenda.chosen.connect(self.notes.show_item)
        self.notes.opened.connect(self._change)
        self.notes.typed.connect(self._type)
        self.panel.told.connect(self.tell)
        self.search.textChanged.connect(lambda _text: self._show())
        self._close.clicked.connect(self.close)
        self.over.dropped.connect(self.open_table)
        self.over.asked.connect(self._do)
        self.over.reword.connect(self._change)
        self.over.said.connect(self.tell)
        self._parting.left.connect(lambda lines: self.left.tell(lines, self._words))
        self._clock.timeout.connect(self.tick)
        self._clock.start()

    # ---- what it is told

    def begin(self) -> None:
        """Be ready for the first words."""
        self._show()
        self.panel.begin()

    def take_up(self, draft: str) -> None:
        """Go on with what was being written when the program last ended."""
        self._show()
        if self.panel.take_up(draft):
            self.tell(self._words.say("This was begun when the program ended. It is not kept yet."))

    def retranslate(self, words: Catalogue) -> None:
        """Take another language, while running."""
        self._words = words
        say = words.say
        self.tell("")
        self.over.retranslate(words)
        self.now.retranslate(words)
        self.left.retranslate(words)
        self._close.say(say("Close"))
        self.search.retranslate(words)
        self._show()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours, and another size of text."""
        super().set_theme(theme)
        self.over.set_theme(theme)

    def open_table(self, path: Path) -> None:
        """Show a table of somebody else's notes, of the group that is written for, before any is kept."""
        self.over.open_table(path, self.panel.written_for())

    def end(self) -> None:
        """Wait for what is under way, before the window goes."""
        self.over.end()

    def hideEvent(self, event: QHideEvent) -> None:
        """What is read back goes with it."""
        super().hideEvent(event)
        self.over.close()

    def tick(self) -> None:
        """Show the time that it is now."""
        if self._now() // _STEP_MS != self._step:
            self._show()

    def view(self) -> NotebookView | None:
        """What is shown."""
        return self._view

    # ---- what a person does

    def _do(self, act: Act) -> None:
        self._bridge.do(act)
        self._say_saved()

    def _change(self, note: str) -> None:
        if note in self._bridge.state.clashes:
            self.over.choose_version(note)
            return
        known = self._bridge.state.note(note)
        if known is not None and not self.panel.change(known):
            self.tell(self._words.say("Keep what you are writing first, or take its words away."))

    def _share(self) -> None:
        """Mark the chosen note as one that its group brings to everyone, or not any more."""
        known = self._bridge.state.note(self.notes.chosen() or self.notes.last())
        if known is not None:
            self._do(acts.ShareNote(known.entry, not known.content.share))

    def _show_history(self) -> None:
        note = self.notes.chosen() or self.notes.last()
        if note:
            self.over.show_history(note)

    def _type(self, text: str) -> None:
        """Letters typed over the list go where they were meant to go."""
        if not self._bridge.state.off_record:
            self.panel.begin()
            self.panel.words.editor().insertPlainText(text)

    def _put_away(self) -> None:
        """Go to the notes; a change that was begun is let go."""
        self.panel.let_go()
        self.notes.setFocus()

    def _press(self, key: str, typing: bool) -> bool:
        if self.panel.composing:
            return False
        warned = self._parting.let_go()
        focus = QApplication.focusWidget()
        if focus in (self.search, self.notes) and key == "Escape" and self.search.isVisible():
            self._end_search()
            return True
        if focus is self.search and key in {"Return", "Down"}:
            self.notes.setFocus()
            self.notes.first()
            return True
        if (key in NOTE_KEYS or typing) and focus is not self.search and self.panel.press(key):
            return True
        own: dict[str, Callable[[], object]] = {
            "Ctrl+F": self.search.begin,
            "Alt+E": self._share,
            "Alt+P": self._show_history,
            "Ctrl+W": self.close,
            "Ctrl+R": self.read_back,
            "Ctrl+Shift+H": self.hints_asked.emit,
            "Ctrl+O": lambda: self.over.choose_table(self.panel.written_for()),
            "Ctrl+Shift+V": lambda: self.over.paste(self.panel.written_for()),
        }
        if not (typing and (focus is self.search or self.panel.begun())):
            own["Ctrl+Z"] = lambda: self._do(acts.Undo())
        if focus is self.notes:
            own["Delete"] = lambda: self._take_out(warned)
        return self._run(own.get(key), key)

    def _run(self, own: Callable[[], object] | None, key: str) -> bool:
        """Do what a key is for here; else what its F key is for in the console."""
        command = BY_KEY.get(key)
        if own is not None:
            own()
        elif command is not None and works_in_text(key) and key.startswith("F"):
            self.command.emit(command.id)
        else:
            return False
        return True

    def read_back(self) -> None:
        """Read back what the contributor of the chosen note said; else whoever speaks; else all of it."""
        self.over.read_back(self.notes.chosen())

    def _take_out(self, warned: str) -> None:
        """Ask first; pressed once more, take the note out for good."""
        note = self.notes.chosen()
        if not note:
            return
        if warned == note:
            self._do(acts.TakeOutNote(note))
        else:
            question = self._words.say("Its words would be erased for good. Delete once more does it.")
            self._parting.warn(note, question, self.tell)

    def _end_search(self) -> None:
        self.search.leave()
        self.panel.begin()

    # ---- what became of it

    def _changed(self, change: Change) -> None:
        self._failed = ""
        mine = self.panel.came(change.act)
        self._show()
        if mine and isinstance(change.act, acts.ChangeNote):
            self.notes.choose(change.act.note)
        told = change.act is not None and not isinstance(change.act, acts.KeepNote)
        self.tell(deed(change.act, change.new, self._texts(), self._words) if told else "")

    def _refused(self, refused: Refused, act: Act) -> None:
        sentence = refusal(refused, self._bridge.state, self._texts(), self._words)
        if not self.panel.refuse(sentence, act):
            self.tell(sentence)

    def _could_not_save(self, failed: StoreFailed, _act: Act) -> None:
        self._failed = failed.code
        self.tell(failure(failed.code, self._words))
        self._say_saved()

    # ---- what is seen

    def _texts(self) -> Texts:
        about = self._bridge.state.description
        return reading(self._bridge.words, self._words.lang, about.languages if about else ())

    def _show(self) -> None:
        state, texts, now = self._bridge.state, self._texts(), self._now()
        self._step = now // _STEP_MS
        view = self._view = self._book.view(state, texts, self._words, now, self.search.text())
        say = self._words.say
        self._title.say(view.title)
        self._about.say(view.told)
        self._pen.say(view.off_record)
        self._pen.setVisible(bool(view.off_record))
        self.setWindowTitle(say("{title}: {what}", title=view.title, what=view.told))
        self.agenda.show_lines(view.agenda)
        empty = say("No note is like that.") if self.search.text() else say("No notes yet.")
        self.notes.show_rows(view.rows, say("Notes"), empty)
        self.now.show_view(view, self._words)
        if state.off_record and self._tray.isAncestorOf(self.focusWidget()):
            self.notes.setFocus()  # whoever is typing must not press what comes next, which closes the window
        self._tray.setVisible(not state.off_record)
        self.panel.show_session(state, texts, self._words, now)
        self._say_saved()

    def tell(self, sentence: str) -> None:
        """Say something to whoever writes; "" says no more."""
        self.said.say(sentence, self._words.lang)
        self.said.setVisible(bool(sentence))

    def _say_saved(self) -> None:
        state = NOT_SAVED if self._failed else SAVING if self._bridge.busy else SAVED
        self._saved.say(self._words.say(state), "circle-check" if state == SAVED else "history")

    # ---- size

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the scale that fits; the composer leaves room for the notes."""
        self._tray.setMaximumHeight(round(self.height() * _COMPOSER))
        super().resizeEvent(event)

    def dress(self, theme: Theme) -> None:
        """Give each part its colours and its scale."""
        labels = (self._title, self._about, self._pen, self._saved, self.said)
        parts = (self.hint, self._close, self.agenda, self.notes, self.now, self._tray, self.left, self._ring)
        for part in (*labels, *parts):
            part.set_theme(theme)
        self.search.set_theme(theme)
        self.middle.setContentsMargins(theme.px(24), theme.px(4), theme.px(16), theme.px(18))
