"""What the composer looks like: its rows of choices around the words. What they do is the panel's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coprod.present.commands import caps
from coprod.present.notes import NOTE_COMMANDS
from coprod.ui.kit.button import ActionButton, Role
from coprod.ui.kit.text import Words
from coprod.ui.notes.action import ActionLine
from coprod.ui.notes.choice import ChoiceRow, Look, Tick
from coprod.ui.notes.words import WordsField
from coprod.ui.theme import BODY

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QPaintEvent

    from coprod.i18n import Catalogue
    from coprod.present.notes import ComposerView, Option
    from coprod.present.suggest import Asked
    from coprod.ui.theme import Theme

HINTS = {command.id: command.keys[0] for command in NOTE_COMMANDS}
"""The key of each command of the composer."""


class Face(QWidget):
    """The parts of the composer, and where they stand."""

    def __init__(
        self, theme: Theme, find: Callable[[Asked], Sequence[Option]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.who = ChoiceRow(theme, Look.CHIPS, self, several=True)
        self.language = ChoiceRow(theme, Look.BOX, self)
        self.standpoint = ChoiceRow(theme, Look.BOX, self)
        self.words = WordsField(theme, find, self)
        self.kind = ChoiceRow(theme, Look.WORDS, self)
        self.action = ActionLine(theme, self)
        self.naming = ChoiceRow(theme, Look.BOX, self)
        self.group = ChoiceRow(theme, Look.BOX, self)
        self.visibility = ChoiceRow(theme, Look.BOX, self)
        self.minority = Tick(theme, self)
        self.said = Words(theme, BODY, token="ink2", parent=self)
        self.keep_button = ActionButton(theme, role=Role.MAIN, keys=caps(HINTS["keep"]), parent=self)
        for name, row in {
            "who": self.who,
            "language": self.language,
            "standpoint": self.standpoint,
            "visibility": self.visibility,
            "naming": self.naming,
            "group": self.group,
        }.items():
            row.setObjectName(name)
        self._lay_out()

    def choices(self) -> tuple[ChoiceRow, ...]:
        """The rows of choices, save that of an action."""
        return (
            self.who,
            self.language,
            self.standpoint,
            self.kind,
            self.visibility,
            self.naming,
            self.group,
        )

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._top, self._seldom, self._foot = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        self._top.addWidget(self.who, 1, Qt.AlignmentFlag.AlignTop)
        self._top.addWidget(self.language, 0, Qt.AlignmentFlag.AlignTop)
        for widget in (self.visibility, self.minority):
            self._foot.addWidget(widget)
        for widget in (self.standpoint, self.naming, self.group):
            self._seldom.addWidget(widget)
        self._seldom.addStretch(1)
        self._foot.addWidget(self.said, 1)
        self._foot.addWidget(self.keep_button)
        self._column.addLayout(self._top)
        self._column.addWidget(self.words, 1)
        self._column.addWidget(self.kind)
        self._column.addWidget(self.action)
        self._column.addLayout(self._seldom)
        self._column.addLayout(self._foot)

    def show_rows(self, view: ComposerView, words: Catalogue) -> None:
        """Show what can be chosen; what is seldom chosen, only where it is not as usual."""
        self.who.show_options(view.who, words.say("Who said it"))
        self.language.show_options(view.languages, words.say("Language of the words"))
        self.standpoint.show_options(view.standpoints, words.say("Spoken from"))
        self.kind.show_options(view.kinds, words.say("Kind"))
        self.visibility.show_options(view.visibilities, words.say("How far it may travel"))
        for row, options, name in (
            (self.naming, view.namings, words.say("How the minutes name it")),
            (self.group, view.groups, words.say("Of which group")),
        ):
            row.show_options(options if any(one.chosen and one.key for one in options) else (), name)

    def retranslate(self, words: Catalogue) -> None:
        """Name what never changes, in another language."""
        self.minority.say(words.say("Minority opinion"), HINTS["minority"])
        self.setAccessibleName(words.say("Note"))

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and another scale."""
        self._theme = theme
        for row in self.choices():
            row.set_theme(theme)
        for part in (self.words, self.minority, self.said, self.action, self.keep_button):
            part.set_theme(theme)
        self._column.setContentsMargins(theme.px(16), theme.px(14), theme.px(16), theme.px(14))
        self._column.setSpacing(theme.px(8))
        for line in (self._top, self._seldom, self._foot):
            line.setSpacing(theme.px(14))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground with its edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.accent, 2))
        painter.setBrush(self._theme.surface)
        radius = self._theme.px(12)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
