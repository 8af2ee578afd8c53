"""The home window: the session at hand, large, with one button; all others by what they are waiting for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from coprod.i18n import LANGUAGES
from coprod.present.home import HomeView
from coprod.ui.home.lines import Card, ColumnOfLines
from coprod.ui.kit.button import ActionButton, Role
from coprod.ui.kit.focus import FocusRing
from coprod.ui.kit.shapes import paint_seats
from coprod.ui.kit.text import Words
from coprod.ui.theme import BODY, LARGE, TITLE, Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from coprod.i18n import Catalogue

_SIDE = 280


class HomeWindow(QWidget):
    """The list of sessions. It holds none of them: it shows a view, and says what was asked for."""

    session_chosen = Signal(str)
    sample_asked = Signal()
    import_asked = Signal()
    language_toggled = Signal()

    def __init__(self, theme: Theme, words: Catalogue) -> None:
        super().__init__()
        self.setObjectName("home")
        self._theme, self._words = theme, words
        self._view = HomeView("", None, ())
        self._notice = Words(theme, BODY)
        self._today = Words(theme, TITLE, bold=True)
        self._sample = self._side_button("book-open", self.sample_asked, "Ctrl+Shift+S")
        self._import = self._side_button("upload", self.import_asked, "Ctrl+O")
        self._language = self._side_button("languages", self.language_toggled, "Ctrl+L")
        self._sheet = QVBoxLayout()
        self._build()
        self._focus = FocusRing(self, theme)
        self.retranslate(words)

    def retranslate(self, words: Catalogue) -> None:
        """Speak another language. The sessions come with the next `show_view`."""
        self._words = words
        self.setWindowTitle("Coprod")
        self._sample.say(words.say("Open the sample session"))
        self._import.say(words.say("Bring in a session file"))
        self._language.say(LANGUAGES["en" if words.lang == "ja" else "ja"])
        self._language.setAccessibleDescription("Ctrl+L")

    def show_view(self, view: HomeView) -> None:
        """Show these sessions."""
        if view == self._view:
            return
        self._view = view
        self._today.say(view.today, self._words.lang)
        self._clear()
        if view.card:
            card = Card(self._theme, view.card)
            card.chosen.connect(self.session_chosen)
            self._sheet.addWidget(card)
            card.button.setFocus()
        row = QHBoxLayout()
        row.setSpacing(self._theme.px(32))
        for column in view.columns:
            lines = ColumnOfLines(self._theme, column)
            lines.chosen.connect(self.session_chosen)
            row.addWidget(lines, 1)
        self._sheet.addSpacing(self._theme.px(32))
        self._sheet.addLayout(row)
        self._sheet.addStretch(1)

    def tell(self, sentence: str) -> None:
        """Say in one sentence what came of the last thing asked for; it stays until the next."""
        self._notice.say(sentence, self._words.lang)
        self._notice.setVisible(bool(sentence))

    def _side_button(self, icon: str, asked: object, keys: str) -> ActionButton:
        button = ActionButton(self._theme, role=Role.LINK, icon=icon, height=36)
        button.clicked.connect(asked)
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.activated.connect(button.click)
        return button

    def _build(self) -> None:
        theme = self._theme
        side = _Side(theme)
        rows = QVBoxLayout(side)
        rows.setContentsMargins(theme.px(24), theme.px(24), theme.px(16), theme.px(16))
        rows.addWidget(_Brand(theme))
        rows.addStretch(1)
        for button in (self._sample, self._import, self._language):
            rows.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        body = QWidget()
        main = QVBoxLayout(body)
        main.setContentsMargins(theme.px(40), theme.px(32), theme.px(40), theme.px(24))
        main.setSpacing(theme.px(16))
        main.addWidget(self._today)
        main.addWidget(self._notice)
        self._notice.hide()
        self._sheet.setSpacing(0)
        main.addLayout(self._sheet, 1)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(body)
        both = QHBoxLayout(self)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(0)
        both.addWidget(side)
        both.addWidget(scroll, 1)
        self.resize(theme.px(1366), theme.px(768))

    def _clear(self) -> None:
        while (item := self._sheet.takeAt(0)) is not None:
            layout, widget = item.layout(), item.widget()
            while layout is not None and (inner := layout.takeAt(0)) is not None:
                if (part := inner.widget()) is not None:
                    part.deleteLater()
            if widget is not None:
                widget.deleteLater()


class _Side(QWidget):
    """The sunk column at the left."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedWidth(theme.px(_SIDE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._theme.sunk)


class _Brand(QWidget):
    """The mark of the product: a ring of seats, all alike, and its name."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedHeight(theme.px(40))
        self.setAccessibleName("Coprod")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(48), 0, 0, 0)
        name = Words(theme, LARGE, bold=True)
        name.say("Coprod")
        row.addWidget(name, 0, Qt.AlignmentFlag.AlignVCenter)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        side = self._theme.px(32)
        paint_seats(
            painter, QPointF(self._theme.px(4) + side / 2, self.height() / 2), side / 2, self._theme.accent
        )
