"""Two versions of a note side by side, as they came from two laptops; a person chooses which one stands."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from coprod.present.clashes import STANDING, Version, chosen, versions
from coprod.present.texts import Texts, reading
from coprod.ui.console.keys import Keys
from coprod.ui.kit.button import ActionButton, Role
from coprod.ui.kit.focus import FocusRing
from coprod.ui.kit.text import Words
from coprod.ui.plan.scroll import Scroll
from coprod.ui.theme import BODY, SAID, SMALL, TITLE

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from coprod.i18n import Catalogue
    from coprod.ui.bridge import Bridge
    from coprod.ui.theme import Theme

_SIZE = (1000, 560)


class VersionColumn(Scroll):
    """One version, whole, and the button that lets it stand."""

    def __init__(self, theme: Theme, version: Version, number: int, words: Catalogue) -> None:
        super().__init__(theme)
        say = words.say
        head = say("As it stands now") if version.id == STANDING else say("As it was written elsewhere")
        self.button = ActionButton(theme, say("Let this one stand"), role=Role.PLAIN, keys=(str(number),))
        self.button.setAccessibleName(say("Let this one stand: {words}", words=version.texts[0].body))
        parts = [Words(theme, BODY, bold=True), Words(theme, SMALL, token="ink2")]
        parts[0].say(head, words.lang)
        parts[1].say(version.about, words.lang)
        for place, text in enumerate(version.texts):
            parts.append(Words(theme, SAID, token="ink2" if place else "ink"))
            parts[-1].say(text.body, text.lang)
        for part in parts:
            self.column.addWidget(part)
        self.column.addSpacing(theme.px(12))
        self.column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)
        self.column.setSpacing(theme.px(8))


class ClashWindow(QWidget):
    """Over the note-taker's window; it closes when somebody has chosen, or when there is nothing to choose any more."""

    def __init__(self, bridge: Bridge, words: Catalogue, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._bridge, self._words, self._theme = bridge, words, theme
        self._note = ""
        self.columns: list[VersionColumn] = []
        self._head, self._lead = Words(theme, TITLE, bold=True), Words(theme, BODY, token="ink2")
        self._leave = ActionButton(theme, role=Role.LINK, keys=("Esc",))
        self._row, column, foot = QHBoxLayout(), QVBoxLayout(self), QHBoxLayout()
        px = theme.px
        column.setContentsMargins(px(28), px(20), px(28), px(16))
        column.setSpacing(px(12))
        self._row.setSpacing(px(24))
        foot.addStretch(1)
        foot.addWidget(self._leave)
        column.addWidget(self._head)
        column.addWidget(self._lead)
        column.addLayout(self._row, 1)
        column.addLayout(foot)
        self._ring, self._keys = FocusRing(self, theme), Keys(self, self._press)
        self._leave.clicked.connect(self.close)
        bridge.changed.connect(lambda _change: self._show() if self.isVisible() else None)
        self.resize(px(_SIZE[0]), px(_SIZE[1]))

    def begin(self, note: str) -> None:
        """Show the versions of a note."""
        self._note = note
        self._show()
        self.show()
        self.raise_()
        self.activateWindow()
        if self.columns:
            self.columns[0].button.setFocus()

    def _show(self) -> None:
        say = self._words.say
        found = versions(self._bridge.state, self._note, self._texts(), self._words)
        for old in self.columns:
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.columns = [
            VersionColumn(self._theme, one, n, self._words) for n, one in enumerate(found, start=1)
        ]
        for column, one in zip(self.columns, found, strict=True):
            self._row.addWidget(column, 1)
            column.button.clicked.connect(partial(self._choose, one.id))
            column.show()
        self.setWindowTitle(say("Two versions of a note"))
        self._head.say(say("Two versions of a note"), self._words.lang)
        self._lead.say(
            say("It was changed in two places. Nothing is lost: choose which one stands."), self._words.lang
        )
        self._leave.say(say("Close"))
        if not found:
            self.close()

    def _choose(self, version: str, _ticked: bool = False) -> None:
        act = chosen(self._bridge.state, self._note, version, self._texts())
        if act is not None:
            self._bridge.do(act)

    def _press(self, key: str, _typing: bool) -> bool:
        focus = QApplication.focusWidget()
        if key == "Escape":
            self.close()
        elif key == "Return" and isinstance(focus, ActionButton):
            focus.click()
        elif key.isdigit() and 0 < int(key) <= len(self.columns):
            self.columns[int(key) - 1].button.click()
        else:
            return False
        return True

    def _texts(self) -> Texts:
        about = self._bridge.state.description
        return reading(self._bridge.words, self._words.lang, about.languages if about else ())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground."""
        QPainter(self).fillRect(QRectF(self.rect()), self._theme.paper)
