"""A list of names, pasted: what was understood of it stands below, before anybody is added."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from coprod.i18n import N_, NN_, Catalogue
from coprod.present.people import understood
from coprod.ui.kit.button import ActionButton, Role
from coprod.ui.kit.focus import FocusRing
from coprod.ui.kit.text import Words
from coprod.ui.plan.entry import LongEntry
from coprod.ui.plan.scroll import Scroll
from coprod.ui.theme import BODY, LARGE, SMALL, Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from coprod.domain.acts import ParticipantDraft

Draft = TypeVar("Draft")
_SIZE = (560, 560)
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class Lines(LongEntry):
    """A field of many lines, in which Enter begins the next."""

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and another scale."""
        super().set_theme(theme)
        self.setFixedHeight(theme.px(LARGE.line * 6 + 14))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave every key to the text."""
        super(LongEntry, self).keyPressEvent(event)


@dataclass(frozen=True, slots=True)
class Wording(Generic[Draft]):
    """What the dialog says, and how it shows what it understood. `count`: the word of its button, for one and many."""

    title: str
    lead: str
    field: str
    count: tuple[str, str]
    shown: Callable[[Sequence[Draft], Catalogue], Sequence[str]]


NAMES: Wording[ParticipantDraft] = Wording(
    N_("Paste names"),
    N_("Paste a list of names, one person on each line. Nothing is added yet."),
    N_("List of names"),
    NN_("Add {n} person", "Add {n} people"),
    understood,
)


class PasteDialog(QDialog, Generic[Draft]):
    """Asks for a pasted list. When accepted, `drafts` are what was understood of it."""

    def __init__(
        self,
        theme: Theme,
        words: Catalogue,
        parse: Callable[[str], Sequence[Draft]],
        wording: Wording[Draft],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._words, self._parse, self._wording = theme, words, parse, wording
        self._drafts: tuple[Draft, ...] = ()
        self.setWindowTitle(words.say(wording.title))
        self._lead = Words(theme, BODY, parent=self)
        self._lead.say(words.say(wording.lead), words.lang)
        self._field = Lines(theme, self)
        self._field.setAccessibleName(words.say(wording.field))
        self._head = Words(theme, SMALL, bold=True, token="ink2", parent=self)
        self._found = Words(theme, BODY)
        self._scroll = Scroll(theme, self)
        self._scroll.column.addWidget(self._found)
        self._scroll.column.addStretch(1)
        self._add = ActionButton(theme, role=Role.MAIN, parent=self)
        self._cancel = ActionButton(theme, words.say("Cancel"), keys=("Esc",), parent=self)
        self._ring = FocusRing(self, theme)
        self._lay_out()
        self._field.written.connect(self._read)
        self._add.clicked.connect(lambda _=False: self.accept())
        self._cancel.clicked.connect(lambda _=False: self.reject())
        self._read("")
        self.resize(theme.px(_SIZE[0]), theme.px(_SIZE[1]))

    def _lay_out(self) -> None:
        px = self._theme.px
        column, foot = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(px(24), px(20), px(24), px(20))
        column.setSpacing(px(10))
        foot.addStretch(1)
        foot.addWidget(self._cancel)
        foot.addWidget(self._add)
        for widget in (self._lead, self._field, self._head):
            column.addWidget(widget)
        column.addWidget(self._scroll, 1)
        column.addLayout(foot)

    def drafts(self) -> tuple[Draft, ...]:
        """What the list holds."""
        return self._drafts

    def _read(self, text: str) -> None:
        self._drafts = tuple(self._parse(text)) if text.strip() else ()
        say_n = self._words.say_n
        count = len(self._drafts)
        self._head.say(self._words.say("This is what was understood"), self._words.lang)
        self._found.say("\n".join(self._wording.shown(self._drafts, self._words)))
        self._add.say(say_n(*self._wording.count, count))
        self._add.setEnabled(bool(count))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes without adding; Enter is for whatever has the focus."""
        now = self.focusWidget()
        if event.key() in _ENTER and isinstance(now, ActionButton):
            now.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the paper."""
        QPainter(self).fillRect(self.rect(), self._theme.paper)
