"""Versions of a note, to read beside each other; a button lets one of them stand."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from coprod.present.texts import Texts, reading
from coprod.ui.console.keys import Keys
from coprod.ui.kit.button import ActionButton, Role
from coprod.ui.kit.focus import FocusRing
from coprod.ui.kit.scroll import Scroll
from coprod.ui.kit.text import Words
from coprod.ui.theme import BODY, SAID, SMALL, TITLE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from coprod.domain.acts import Act
    from coprod.i18n import Catalogue
    from coprod.present.versions import Version
    from coprod.ui.bridge import Bridge
    from coprod.ui.theme import Theme

_SIZE = (1000, 640)
_SCROLLS = {"Up": -1, "Down": 1, "PageUp": -8, "PageDown": 8}
"""Keys, and by how many lines they scroll."""


class VersionBlock(QWidget):
    """One version, whole, and the button that lets it stand."""

    def __init__(self, theme: Theme, version: Version, button: str, number: int, words: Catalogue) -> None:
        super().__init__()
        self.button = ActionButton(theme, button, role=Role.PLAIN, keys=(str(number),))
        self.button.setAccessibleName(
            words.say("{what}: {words}", what=button, words=version.texts[0].body if version.texts else "")
        )
        if not button:
            self.button.hide()
        parts = [Words(theme, BODY, bold=True), Words(theme, SMALL, token="ink2")]
        parts[0].say(version.head, words.lang)
        parts[1].say(version.about, words.lang)
        for place, text in enumerate(version.texts):
            parts.append(Words(theme, SAID, token="ink2" if place else "ink"))
            parts[-1].say(text.body, text.lang)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.px(16))
        column.setSpacing(theme.px(8))
        for part in parts:
            column.addWidget(part)
        column.addSpacing(theme.px(8))
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)


class VersionsWindow(QWidget):
    """Over the note-taker's window: versions side by side, or one under the other. Whoever opens it says which."""

    def __init__(
        self, bridge: Bridge, words: Catalogue, theme: Theme, parent: QWidget, *, beside: bool
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._bridge, self._words, self._theme, self._beside = bridge, words, theme, beside
        self.blocks: list[VersionBlock] = []
        self._scrolls: list[Scroll] = []
        self._head, self._lead = Words(theme, TITLE, bold=True), Words(theme, BODY, token="ink2")
        self._leave = ActionButton(theme, role=Role.LINK, keys=("Esc",))
        self._row: QBoxLayout = QHBoxLayout()
        px, column, foot = theme.px, QVBoxLayout(self), QHBoxLayout()
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
        self.resize(px(_SIZE[0]), px(_SIZE[1]))

    def choose(self, version: str) -> Act | None:
        """The act that lets a version stand; the window that is opened says it."""
        raise NotImplementedError

    def name(self, head: str, lead: str) -> None:
        """Say what is shown here."""
        self.setWindowTitle(head)
        self._head.say(head, self._words.lang)
        self._lead.say(lead, self._words.lang)
        self._leave.say(self._words.say("Close"))

    def open(self) -> None:
        """Come to the front, with the hand on the first button."""
        self.show()
        self.raise_()
        self.activateWindow()
        self._take_the_hand()

    def show_versions(self, found: Sequence[Version], button: str) -> None:
        """Show these; the one that stands has no button where there is nothing to decide."""
        held = self.isAncestorOf(QApplication.focusWidget() or self)
        for old in self._scrolls:
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.blocks = [
            VersionBlock(self._theme, one, button if self._beside or not one.stands else "", n, self._words)
            for n, one in enumerate(found, start=1)
        ]
        scrolls = self._scrolls = [
            Scroll(self._theme) for _ in (self.blocks if self._beside else self.blocks[:1])
        ]
        for place, (block, one) in enumerate(zip(self.blocks, found, strict=True)):
            scrolls[place if self._beside else 0].column.addWidget(block)
            block.button.clicked.connect(partial(self._let_stand, one.id))
        for scroll in scrolls:
            scroll.column.addStretch(1)
            self._row.addWidget(scroll, 1)
            scroll.show()
        if held:
            self._take_the_hand()

    def texts(self) -> Texts:
        """The words of the session, in the language of the windows first."""
        about = self._bridge.state.description
        return reading(self._bridge.words, self._words.lang, about.languages if about else ())

    def _take_the_hand(self) -> None:
        """The focus is on the first button that does something."""
        (*self._buttons(), self._leave)[0].setFocus()

    def _let_stand(self, version: str, _ticked: bool = False) -> None:
        act = self.choose(version)
        if act is not None:
            self._bridge.do(act)

    def _buttons(self) -> list[ActionButton]:
        return [block.button for block in self.blocks if not block.button.isHidden()]

    def _press(self, key: str, _typing: bool) -> bool:
        focus = QApplication.focusWidget()
        named = {str(n): block.button for n, block in enumerate(self.blocks, start=1)}
        if key == "Escape":
            self.close()
        elif key == "Return" and isinstance(focus, ActionButton):
            focus.click()
        elif key in _SCROLLS:
            for scroll in self._scrolls:
                bar = scroll.verticalScrollBar()
                bar.setValue(bar.value() + _SCROLLS[key] * self._theme.px(SAID.line))
        elif key in named and not named[key].isHidden():
            named[key].click()
        else:
            return False
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground."""
        QPainter(self).fillRect(QRectF(self.rect()), self._theme.paper)
