"""The plan window: one session prepared by keys; each change shown once it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractButton, QApplication, QHBoxLayout, QVBoxLayout, QWidget

from coprod.domain import acts
from coprod.i18n import LANGUAGES, N_
from coprod.present.commands import Command, caps
from coprod.present.deeds import deed, undoable
from coprod.present.guidelines import guidelines_view
from coprod.present.library import GUIDELINE
from coprod.present.people import people_view
from coprod.present.plan import plan_view
from coprod.present.refusals import failure, refusal
from coprod.present.texts import Texts, reading
from coprod.ui.console.beside import Beside
from coprod.ui.console.keys import Keys
from coprod.ui.kit.button import ActionButton, Role
from coprod.ui.kit.focus import FocusRing
from coprod.ui.kit.scroll import Scroll
from coprod.ui.kit.toast import Toast
from coprod.ui.plan.agenda import Agenda
from coprod.ui.plan.entry import Entry
from coprod.ui.plan.guidelines import GuidelinesList
from coprod.ui.plan.head import PlanHead
from coprod.ui.plan.people import PEOPLE_COMMANDS, PeopleColumn

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from coprod.domain.acts import Act
    from coprod.domain.rules.pen import Refused
    from coprod.i18n import Catalogue
    from coprod.service.live import Change
    from coprod.service.ports import StoreFailed
    from coprod.ui.bridge import Bridge
    from coprod.ui.plan.people import Parse
    from coprod.ui.theme import Theme

PLAN_COMMANDS: tuple[Command, ...] = (
    Command("ready", N_("Ready"), ("Ctrl+Return",)),
    Command("back", N_("To the sessions"), ("Ctrl+W",)),
    Command("language", N_("Language"), ("Ctrl+L",)),
    Command("share", N_("Page for participants"), ("Ctrl+P",)),
    Command("share-large", N_("Page for participants, in large print"), ("Ctrl+Shift+P",)),
    Command("try", N_("Try the room display"), ("F11",)),
    Command("add-item", N_("Add an item"), ("Alt+A",)),
    Command("guidelines", N_("Guidelines"), ("Alt+G",)),
    Command("groups", N_("Arrange the groups"), ("Ctrl+B",)),
    *PEOPLE_COMMANDS,
    Command("undo", N_("Undo"), ("Ctrl+Z",)),
)
_BY_KEY = {key: command for command in PLAN_COMMANDS for key in command.keys}
_SHORT = {"back": N_("Sessions"), "share": N_("Hand-out")}
"""What stands on a button where its whole name would leave no room for its key."""
_SIDE = 440


class PlanWindow(QWidget):
    """Somebody's window over a session that has not begun. It holds nothing of the session."""

    ready = Signal()
    back_requested = Signal()
    language_toggled = Signal()
    display_tried = Signal()
    page_asked = Signal(bool)
    """The page for participants; in large print."""
    library_asked = Signal(str, object)
    """A kind of the library, and what takes the text that is chosen from it."""

    def __init__(self, bridge: Bridge, words: Catalogue, theme: Theme, parse: Parse | None = None) -> None:
        super().__init__()
        self._bridge, self._words, self._theme = bridge, words, theme
        self._deed: Change | None = None
        self._told = ""
        self.head, self.agenda = PlanHead(theme), Agenda(theme)
        self.people, self.guidelines = PeopleColumn(theme, parse), GuidelinesList(theme)
        self.toast = Toast(theme)
        self.beside = Beside(self, bridge, theme, words)
        self._buttons = {
            "back": ActionButton(theme, role=Role.LINK, icon="arrow-left", keys=caps("Ctrl+W"), height=36),
            "language": ActionButton(theme, role=Role.LINK, icon="languages", keys=caps("Ctrl+L"), height=36),
            "share": ActionButton(theme, icon="file-text", keys=caps("Ctrl+P"), height=36),
            "try": ActionButton(theme, icon="monitor", keys=caps("F11"), height=36),
            "guidelines": ActionButton(theme, icon="list", keys=caps("Alt+G"), height=36),
            "ready": ActionButton(theme, role=Role.MAIN, keys=caps("Ctrl+Return"), height=36),
        }
        self._lay_out()
        self._ring = FocusRing(self, theme)
        self._keys = Keys(self, self._press)
        self._connect()
        self.set_theme(theme)
        self.retranslate(words)

    def _lay_out(self) -> None:
        self._column, self._top, self._body = QVBoxLayout(self), QHBoxLayout(), QHBoxLayout()
        for name in ("back", "language"):
            self._top.addWidget(self._buttons[name])
        self._top.addStretch(1)
        for name in ("guidelines", "share", "try", "ready"):
            self._top.addWidget(self._buttons[name])
        self._side = Scroll(self._theme)
        self._side.column.addWidget(self.guidelines)
        self._side.column.addStretch(1)
        self._side.hide()
        self._body.addWidget(self.agenda, 1)
        self._body.addWidget(self.people)
        self._body.addWidget(self._side)
        self._column.addLayout(self._top)
        self._column.addWidget(self.head)
        self._column.addLayout(self._body, 1)
        self._column.addWidget(self.toast, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._body.setSpacing(0)

    def _connect(self) -> None:
        for part in (self.head, self.agenda, self.people, self.guidelines):
            part.acted.connect(self._bridge.do)
        self.agenda.groups.connect(lambda: self.run("groups"))
        self.agenda.library.connect(lambda: self._ask_library(self.agenda.kind_of_library()))
        self.guidelines.library.connect(lambda: self.library_asked.emit(GUIDELINE, self.guidelines.take))
        for name, button in self._buttons.items():
            button.clicked.connect(lambda _=False, name=name: self.run(name))
        self.head.unread.connect(self._unread)
        self.toast.undo.connect(lambda: self.run("undo"))
        self._bridge.changed.connect(self._changed)
        self._bridge.refused.connect(self._refused)
        self._bridge.failed.connect(self._failed)

    @property
    def words(self) -> Catalogue:
        """The words of this window."""
        return self._words

    @property
    def theme(self) -> Theme:
        """The look of this window."""
        return self._theme

    # ---- what a person does

    def _ask_library(self, kind: str) -> None:
        self.library_asked.emit(kind, self.agenda.form.ask_prompt)

    def run(self, command: str) -> None:
        """Carry out a command."""
        local: dict[str, Callable[[], None]] = {
            "ready": self._go,
            "back": self.back_requested.emit,
            "language": self.language_toggled.emit,
            "try": self.display_tried.emit,
            "share": lambda: self._share(large=False),
            "share-large": lambda: self._share(large=True),
            "add-item": self.agenda.add,
            "guidelines": self._turn_side,
            "groups": self._arrange,
            "undo": lambda: self._bridge.do(acts.Undo()),
        }
        if command in local:
            local[command]()
        else:
            self.people.run(command)

    def _go(self) -> None:
        self.settle()
        self.ready.emit()

    def _share(self, *, large: bool) -> None:
        self.settle()
        self.page_asked.emit(large)

    def begin(self) -> None:
        """Give the focus to the title: what one begins with."""
        next(iter(self.head.entries().values())).setFocus()

    def settle(self) -> None:
        """Tell what is still being written."""
        self.head.settle()
        self.agenda.form.settle()

    def _arrange(self) -> None:
        self.settle()
        self.beside.open("groups")

    def _turn_side(self) -> None:
        """Show the guidelines in the place of the people, or the people again."""
        guidelines = self._side.isHidden()
        self._side.setVisible(guidelines)
        self.people.setVisible(not guidelines)
        self._name_side()

    def _press(self, key: str, typing: bool) -> bool:
        focus = QApplication.focusWidget()
        if isinstance(focus, Entry) and focus.composing:
            return False
        command = _BY_KEY.get(key)
        if command is not None and not (typing and key == "Ctrl+Z"):
            self.run(command.id)
            return True
        if key == "Return" and isinstance(focus, QAbstractButton) and isinstance(focus, ActionButton):
            focus.click()
            return True
        return False

    # ---- what became of it

    def _changed(self, change: Change) -> None:
        self._deed, self._told = change, ""
        self._show()

    def _refused(self, refused: Refused, _act: Act) -> None:
        self.tell(refusal(refused, self._bridge.state, self._texts(), self._words))
        self._show()

    def _failed(self, failed: StoreFailed, _act: Act) -> None:
        self.tell(failure(failed.code, self._words))

    def _unread(self, key: str) -> None:
        say = self._words.say
        sentence = {
            "day": say("This is not a day. Write it like 2026-06-30."),
            "number": say("This is not a number. Write it in digits."),
        }.get(key, say("This is not a time. Write it like 13:30, after the day is there."))
        self.tell(sentence)
        self._show()

    def tell(self, sentence: str) -> None:
        """Say in one sentence what came of something; it stays until the next act."""
        self._told = sentence
        self._say_deed()

    def no_second_screen(self) -> str:
        """What is said where there is no screen to try the room display on."""
        return self._words.say("There is no second screen here to try it on.")

    # ---- what is seen

    def retranslate(self, words: Catalogue) -> None:
        """Take another language, while running."""
        self._words = words
        self.beside.retranslate(words)
        for name in ("back", "share", "try", "ready"):
            command = next(one for one in PLAN_COMMANDS if one.id == name)
            self._buttons[name].say(words.say(_SHORT.get(name, command.name)))
        self._buttons["language"].say(LANGUAGES["en" if words.lang == "ja" else "ja"])
        self._name_side()
        self._show()

    def _name_side(self) -> None:
        say = self._words.say
        self._buttons["guidelines"].say(say("Guidelines") if self._side.isHidden() else say("Participants"))

    def _texts(self) -> Texts:
        about = self._bridge.state.description
        return reading(self._bridge.words, self._words.lang, about.languages if about else ())

    def _show(self) -> None:
        state, texts, words = self._bridge.state, self._texts(), self._words
        view = plan_view(state, texts, words)
        self.head.show_sheet(view.about, words.lang)
        self.agenda.show_view(view, words)
        self.people.show_view(people_view(state, texts, words), words)
        self.guidelines.show_view(guidelines_view(state, texts, words), words)
        about = state.description
        self.setWindowTitle(texts.body(about.title) if about else "Coprod")
        self._say_deed()

    def _say_deed(self) -> None:
        words, sentence, undo = self._words, self._told, ""
        if not sentence and self._deed is not None:
            sentence = deed(self._deed.act, self._deed.new, self._texts(), words)
            undo = words.say("Undo") if undoable(self._deed.act) else ""
        self.toast.show_text(sentence, undo, caps("Ctrl+Z"), words.lang)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and another scale."""
        self._theme = theme
        px = theme.px
        for part in (
            self.head,
            self.agenda,
            self.people,
            self.guidelines,
            self.toast,
            self._side,
            self._ring,
        ):
            part.set_theme(theme)
        for button in self._buttons.values():
            button.set_theme(theme)
        self.beside.set_theme(theme)
        self._top.setContentsMargins(px(20), px(12), px(24), px(4))
        self._top.setSpacing(px(12))
        self._side.column.setContentsMargins(px(18), px(18), px(12), px(12))
        self.people.setFixedWidth(min(px(_SIDE), max(280, self.width() // 2)))
        self._side.setFixedWidth(min(px(_SIDE), max(280, self.width() // 2)))
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the agenda at least half of the width."""
        super().resizeEvent(event)
        for side in (self.people, self._side):
            side.setFixedWidth(min(self._theme.px(_SIDE), max(280, self.width() // 2)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground, and that of the side."""
        painter = QPainter(self)
        painter.fillRect(QRectF(self.rect()), self._theme.paper)
        if self._side.isVisible():
            painter.fillRect(QRectF(self._side.geometry()), self._theme.sunk)
