"""Home: what stands in its frame. The session at hand, large, with one button; all others by what they wait for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QShortcut
from PySide6.QtWidgets import QAbstractButton, QApplication, QVBoxLayout, QWidget

from coprod.i18n import LANGUAGES
from coprod.ui.home import panel as panels
from coprod.ui.home.chooser import Chooser
from coprod.ui.home.frame import MARK
from coprod.ui.home.lines import ColumnOfLines
from coprod.ui.home.sheet import Sheet
from coprod.ui.kit.button import ActionButton, Role
from coprod.ui.kit.focus import FocusRing
from coprod.ui.kit.seats import paint_seats

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import SignalInstance
    from PySide6.QtGui import QPaintEvent

    from coprod.i18n import Catalogue
    from coprod.present.home import HomeView, Kind
    from coprod.ui.home.frame import HomeFrame
    from coprod.ui.home.panel import Panel
    from coprod.ui.theme import Theme


class Home(QObject):
    """Fills the frame. It holds no session: it shows a view, and says what was asked for."""

    session_chosen = Signal(str)
    sample_asked = Signal()
    import_asked = Signal()
    sheet_asked = Signal()
    """Open the sheet of a group."""
    join_asked = Signal()
    """Join the room of another laptop."""
    new_asked = Signal()
    """Plan a new meeting."""
    kind_chosen = Signal(str)
    plan_asked = Signal(str)
    """Change the plan of a session."""
    language_toggled = Signal()
    again_asked = Signal()
    """Try once more to open the store."""
    elsewhere_asked = Signal()
    """Open a store at another place."""

    def __init__(self, frame: HomeFrame, theme: Theme, words: Catalogue) -> None:
        super().__init__(frame)
        self.frame, self._theme, self._words = frame, theme, words
        self._view: HomeView | None = None
        self._sheet = Sheet(theme)
        main = QVBoxLayout(frame.main)
        main.setContentsMargins(0, 0, 0, 0)
        main.addWidget(self._sheet)
        self._new = self._side_button("plus", self.new_asked, "Ctrl+N")
        self._sample = self._side_button("book-open", self.sample_asked, "Ctrl+Shift+S")
        self._import = self._side_button("upload", self.import_asked, "Ctrl+O")
        self._group = self._side_button("file-text", self.sheet_asked, "Ctrl+Shift+G")
        self._join = self._side_button("door-open", self.join_asked, "Ctrl+J")
        self._language = self._side_button("languages", self.language_toggled, "Ctrl+L")
        self._side = QVBoxLayout(frame.side)
        self._mark = Mark(theme)
        self._side.addWidget(self._mark)
        self._side.addStretch(1)
        for button in self._buttons():
            self._side.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.chooser = Chooser(theme, frame)
        self.chooser.chosen.connect(self.kind_chosen)
        self._ring = FocusRing(frame, theme)
        for key in ("Return", "Enter"):
            QShortcut(QKeySequence(key), frame).activated.connect(self._press)
        self._measure()
        frame.scaled.connect(self.set_theme)
        self.retranslate(words)

    def retranslate(self, words: Catalogue) -> None:
        """Speak another language. The sessions come with the next `show_view`."""
        self._words = words
        self._new.say(words.say("New meeting"))
        self._sample.say(words.say("Open the sample session"))
        self._import.say(words.say("Bring in a session file"))
        self._group.say(words.say("Open a group’s sheet"))
        self._join.say(words.say("Join a room"))
        self._language.say(LANGUAGES["en" if words.lang == "ja" else "ja"])

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and another scale."""
        self._theme = theme
        for button in self._buttons():
            button.set_theme(theme)
        self._ring.set_theme(theme)
        self.chooser.set_theme(theme)
        self._mark.set_theme(theme)
        self._measure()
        self._sheet.set_theme(theme)
        self._put()

    def show_view(self, view: HomeView) -> None:
        """Show these sessions, or why there are none."""
        self.frame.say_today(view.today)
        if view != self._view:
            self._view = view
            self._put()

    def ask_kind(self, kinds: Sequence[Kind]) -> None:
        """Ask which kind of meeting is to be planned."""
        self.chooser.ask(kinds, self._words)

    def tell(self, sentence: str) -> None:
        """Say in one sentence what came of the last thing asked for; it stays until the next."""
        self._sheet.tell(sentence, self._words.lang)

    def _press(self) -> None:
        """Press what has the focus: by itself Qt lets Space do so, and not Enter."""
        focus = QApplication.focusWidget()
        if isinstance(focus, QAbstractButton):
            focus.click()

    def _measure(self) -> None:
        px = self._theme.px
        self._side.setContentsMargins(px(24), px(MARK[1]), px(8), px(16))

    def _put(self) -> None:
        if self._view is None:
            return
        columns = [ColumnOfLines(self._theme, column) for column in self._view.columns]
        for column in columns:
            column.chosen.connect(self.session_chosen)
            column.planned.connect(self.plan_asked)
        panel = self._panel(self._view)
        self._sheet.put(panel, columns)
        if panel is not None:
            panel.buttons()[0].setFocus()

    def _panel(self, view: HomeView) -> Panel | None:
        if view.trouble is not None:
            panel = panels.trouble(self._theme, view.trouble, self._words.lang)
            return _asking(panel, self.again_asked, self.elsewhere_asked)
        if view.invitation is not None:
            panel = panels.invitation(self._theme, view.invitation, self._words.lang)
            return _asking(panel, self.sample_asked, self.import_asked)
        if view.card is not None:
            session, panel = view.card.session, panels.card(self._theme, view.card)
            panel.buttons()[0].clicked.connect(lambda: self.session_chosen.emit(session))
            for plan in panel.buttons()[1:]:
                plan.clicked.connect(lambda: self.plan_asked.emit(session))
            return panel
        return None

    def _side_button(self, icon: str, asked: SignalInstance, keys: str) -> ActionButton:
        button = ActionButton(self._theme, role=Role.LINK, icon=icon, height=36)
        button.setToolTip(keys)
        button.clicked.connect(asked)
        QShortcut(QKeySequence(keys), self.frame).activated.connect(button.click)
        return button

    def _buttons(self) -> tuple[ActionButton, ...]:
        return self._new, self._sample, self._import, self._group, self._join, self._language


class Mark(QWidget):
    """The mark of the product, beside its name."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setAccessibleName("Coprod")
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and another scale."""
        self._theme = theme
        self.setFixedSize(theme.px(4 + MARK[2]), theme.px(MARK[2]))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ring of seats."""
        radius, centre = self.height() / 2, QPointF(self.width() - self.height() / 2, self.height() / 2)
        paint_seats(QPainter(self), centre, radius, self._theme.accent)


def _asking(panel: Panel, *asked: SignalInstance) -> Panel:
    for button, signal in zip(panel.buttons(), asked, strict=True):
        button.clicked.connect(signal)
    return panel
