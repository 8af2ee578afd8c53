"""The title strip: which session this is, whether all is saved, and the ways out of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from coprod.i18n import LANGUAGES, N_
from coprod.present.commands import BY_ID, caps
from coprod.ui.console.label import Label
from coprod.ui.kit.button import ActionButton, Role
from coprod.ui.kit.text import Words
from coprod.ui.theme import BODY, Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from coprod.i18n import Catalogue
    from coprod.present.console import StripView

HEIGHT = 52

SAVED, SAVING, NOT_SAVED = N_("All saved"), N_("Saving …"), N_("Not saved")
_HERE = N_("Saved here; the server is away")


class Strip(QWidget):
    """The strip at the top. What yields first is the name of the programme."""

    pressed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Label(theme, bold=True, token="ink", parent=self)
        self._title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._programme = Words(theme, BODY, token="ink2", parent=self)
        self._phase = Label(theme, parent=self)
        self._saved = Label(theme, icon="circle-check", parent=self)
        self._back = self._button(theme, "back", "arrow-left")
        self._language = self._button(theme, "language", "languages")
        self._room = self._button(theme, "room", "monitor")
        self._row = QHBoxLayout(self)
        for widget in (self._back, self._title, self._programme, self._phase):
            self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addStretch(1)
        for widget in (self._room, self._language, self._saved):
            self._row.addWidget(widget)
        self._state, self._display, self._away = SAVED, "", False
        self._view: StripView | None = None
        self.set_theme(theme)

    def _button(self, theme: Theme, command: str, icon: str) -> ActionButton:
        button = ActionButton(theme, role=Role.LINK, icon=icon, keys=caps(BY_ID[command].keys[0]), height=36)
        button.clicked.connect(lambda: self.pressed.emit(command))
        return button

    def show_view(self, view: StripView) -> None:
        """Show which session this is."""
        if view == self._view:
            return
        self._view = view
        self._title.say(view.title)
        self._title.setToolTip(view.title)
        self._programme.say(view.programme)
        self._phase.say(view.phase)
        self._phase.setVisible(bool(view.phase))
        self._yield()

    def show_saved(self, state: str, words: Catalogue) -> None:
        """Show whether all is saved: `SAVED`, `SAVING` or `NOT_SAVED`."""
        self._state = state
        here = self._away and state == SAVED
        self._saved.say(words.say(_HERE if here else state), "circle-check" if state == SAVED else "history")

    def show_away(self, words: Catalogue, *, away: bool) -> None:
        """Show, as long as it is so, that an organisation's server can't be reached."""
        self._away = away
        self.show_saved(self._state, words)
        self._yield()

    def show_display(self, where: str, words: Catalogue) -> None:
        """Show where the room display is; "" where it is nowhere."""
        self._display = where
        shown = words.say("Room display: {where}", where=where) if where else words.say("Room display")
        self._room.say(shown)

    def retranslate(self, words: Catalogue) -> None:
        """Take another language. The button for the language names the one it leads to."""
        self._back.say(words.say("Sessions"))
        self._language.say(LANGUAGES["en" if words.lang == "ja" else "ja"])
        self.show_saved(self._state, words)
        self.show_display(self._display, words)
        self._yield()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and another scale."""
        self._theme = theme
        parts = (
            self._title,
            self._programme,
            self._phase,
            self._saved,
            self._back,
            self._language,
            self._room,
        )
        for part in parts:
            part.set_theme(theme)
        self._row.setContentsMargins(theme.px(12), 0, theme.px(24), 0)
        self._row.setSpacing(theme.px(14))
        self.setFixedHeight(theme.px(HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the programme yield."""
        super().resizeEvent(event)
        self._yield()

    def _yield(self) -> None:
        """Let yield the programme, then the keys on the buttons."""
        gap, buttons = self._theme.px(14), (self._back, self._language, self._room)
        others = (self._title, self._saved, self._phase)
        wanted = sum(part.sizeHint().width() + gap for part in (*buttons, *others)) + self._theme.px(36)
        programme = self._programme.sizeHint().width() + gap
        self._programme.setVisible(bool(self._programme.text()) and wanted + programme <= self.width())
        for button in buttons:
            hint = button.sizeHint() if wanted <= self.width() else button.minimumSizeHint()
            button.setFixedWidth(hint.width())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground."""
        QPainter(self).fillRect(QRectF(self.rect()), self._theme.sunk)
