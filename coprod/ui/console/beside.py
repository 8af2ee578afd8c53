"""The windows beside the console: made when they are first asked for, shown the session after each act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from coprod.domain.acts import WithdrawParticipant
from coprod.present.refusals import refusal
from coprod.present.texts import Texts, reading
from coprod.ui.console.guidelines import GuidelinesWindow
from coprod.ui.console.hosting import HostingWindow
from coprod.ui.console.people import PeopleWindow
from coprod.ui.console.sheets import SheetsWindow
from coprod.ui.console.time_choice import TimeWindow
from coprod.ui.corrections.window import CorrectionsWindow
from coprod.ui.groups.window import GroupsWindow
from coprod.ui.settings.window import LooksWindow

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from PySide6.QtWidgets import QWidget

    from coprod.domain.acts import Act
    from coprod.domain.rules.pen import Refused
    from coprod.i18n import Catalogue
    from coprod.service.live import Change
    from coprod.ui.bridge import Bridge
    from coprod.ui.console.side import SideWindow
    from coprod.ui.theme import Theme

WINDOWS: Mapping[str, type[SideWindow]] = {
    "edit-guidelines": GuidelinesWindow,
    "correct": CorrectionsWindow,
    "time": TimeWindow,
    "people": PeopleWindow,
    "groups": GroupsWindow,
    "sheets": SheetsWindow,
    "share": HostingWindow,
    "display-settings": LooksWindow,
}
"""Command to window."""


class Beside(QObject):
    """Opens them, carries their acts to the record, and tells them what came of it."""

    command = Signal(str)
    """A command of the console that was asked for in one of them."""

    looks_chosen = Signal(object)
    """The `Looks` of this machine from now on."""

    opened = Signal(object)
    """A window that was made."""

    sheet_asked = Signal(str)
    """A group whose sheet is wanted."""
    paper_asked = Signal(str)
    """A group whose sheet is wanted on paper."""
    home_asked = Signal()
    """A sheet is to be brought home."""
    withdrawal_asked = Signal(str, str)
    """Who wants all that is theirs erased, and what is to be asked first."""

    def __init__(self, console: QWidget, bridge: Bridge, theme: Theme, words: Catalogue) -> None:
        super().__init__(console)
        self._console, self._bridge, self._theme, self._words = console, bridge, theme, words
        self._windows: dict[str, SideWindow] = {}
        self._near: frozenset[tuple[str, str]] = frozenset()
        bridge.changed.connect(self._changed)
        bridge.refused.connect(self._refused)

    def open(self, name: str) -> SideWindow:
        """Bring a window to the front."""
        if name not in self._windows:
            made = WINDOWS[name](self._theme, self._console)
            made.asked.connect(self._bridge.do)
            made.command.connect(self.command)
            if isinstance(made, SheetsWindow):
                made.issue_asked.connect(self.sheet_asked)
                made.paper_asked.connect(self.paper_asked)
                made.home_asked.connect(self.home_asked)
            if isinstance(made, PeopleWindow):
                made.withdrawal_asked.connect(self.withdrawal_asked)
            if isinstance(made, LooksWindow):
                made.looks_chosen.connect(self.looks_chosen)
            self._windows[name] = made
            self._acquaint()
            self.opened.emit(made)
        window = self._windows[name]
        self._show(window)
        window.show()
        window.raise_()
        window.activateWindow()
        return window

    def window(self, name: str) -> SideWindow | None:
        """One of them, where it was made."""
        return self._windows.get(name)

    def show_code(self, group: str, code: str) -> None:
        """Show the code of a sheet, once."""
        window = self._windows.get("sheets")
        if isinstance(window, SheetsWindow):
            window.show_code(group, code)
            window.raise_()  # it is shown once, and a dialog stood before it
            window.activateWindow()

    def tell_of_sheets(self, sentence: str) -> None:
        """Say what came of a sheet, where its window is open."""
        window = self._windows.get("sheets")
        if isinstance(window, SheetsWindow) and window.isVisible():
            window.tell(sentence)

    def withdraw(self, person: str) -> None:
        """Ask for it among the people, where it was asked and confirmed."""
        window = self._windows.get("people")
        if window is not None:
            window.ask(WithdrawParticipant(person))

    def tell_left(self, lines: str) -> None:
        """Say among the people what may still hold what was erased, until it is read."""
        window = self._windows.get("people")
        if isinstance(window, PeopleWindow):
            window.tell_left(lines)

    def put_away(self, names: Iterable[str]) -> None:
        """Hide those windows."""
        for name in names:
            if name in self._windows:
                self._windows[name].hide()

    def meet(self, near: frozenset[tuple[str, str]]) -> None:
        """Know who sat with whom last time."""
        self._near = near
        self._acquaint()

    def _acquaint(self) -> None:
        window = self._windows.get("groups")
        if isinstance(window, GroupsWindow):
            window.meet(self._near)

    def retranslate(self, words: Catalogue) -> None:
        """Speak another language."""
        self._words = words
        self._show_all()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and another scale."""
        self._theme = theme
        for window in self._windows.values():
            window.set_theme(theme)

    def _changed(self, change: Change) -> None:
        self._show_all()
        for window in self._windows.values():
            window.came(change.act)

    def _refused(self, refused: Refused, act: Act) -> None:
        sentence = refusal(refused, self._bridge.state, self._texts(), self._words)
        for window in self._windows.values():
            window.refuse(sentence, act)

    def _show_all(self) -> None:
        for window in self._windows.values():
            if window.isVisible():
                self._show(window)

    def _show(self, window: SideWindow) -> None:
        window.show_session(self._bridge.state, self._texts(), self._words)

    def _texts(self) -> Texts:
        about = self._bridge.state.description
        return reading(self._bridge.words, self._words.lang, about.languages if about else ())
