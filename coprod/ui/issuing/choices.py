"""The choices of the issue sheet: a head and a row for each, of which only those are seen that there are."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from coprod.domain.terms import Edition
from coprod.present.issuing import Choice
from coprod.service.printing import Arrangement, Paper
from coprod.ui.kit.text import Words
from coprod.ui.notes.choice import ChoiceRow, Look, Tick
from coprod.ui.plan.entry import Entry
from coprod.ui.theme import SMALL

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from coprod.i18n import Catalogue
    from coprod.present.issuing import IssuingView
    from coprod.ui.theme import Theme

_TAKEN: Mapping[str, Callable[[Choice, str], Choice]] = {
    "edition": lambda choice, key: replace(choice, edition=Edition(key)),
    "whose": lambda choice, key: replace(choice, whose=key),
    "languages": lambda choice, key: replace(choice, languages=tuple(key.split("+"))),
    "kind": lambda choice, key: replace(choice, kind=key),
    "arrangement": lambda choice, key: replace(choice, arrangement=Arrangement(key)),
    "paper": lambda choice, key: replace(choice, paper=Paper(key)),
}
"""What each row changes."""


class Choices(QWidget):
    """`changed`: another `Choice`."""

    changed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choice = Choice(())
        self.rows = {name: ChoiceRow(theme, Look.CHIPS, self) for name in _TAKEN}
        self._heads = {
            name: Words(theme, SMALL, token="ink2", parent=self) for name in (*_TAKEN, "to", "lock")
        }
        self.large = Tick(theme, self)
        self.to, self.password, self.again = (Entry(theme, self) for _ in range(3))
        for field in (self.password, self.again):
            field.setEchoMode(QLineEdit.EchoMode.Password)
        self._column = QVBoxLayout(self)
        for name, row in self.rows.items():
            self._column.addWidget(self._heads[name])
            self._column.addWidget(row)
            row.chosen.connect(lambda key, name=name: self._take(name, key))
        self._column.addWidget(self.large)
        for name, fields in (("to", (self.to,)), ("lock", (self.password, self.again))):
            self._column.addWidget(self._heads[name])
            for field in fields:
                self._column.addWidget(field)
        self._column.addStretch(1)
        self.large.clicked.connect(self._enlarge)
        self.set_theme(theme)

    def show_view(self, view: IssuingView, words: Catalogue) -> None:
        """Show what can be chosen."""
        say, self._choice = words.say, view.choice
        rows = {
            "edition": (say("Which minutes"), view.editions),
            "whose": (say("Whose"), view.people),
            "languages": (say("Languages"), view.languages),
            "kind": (say("Kind of file"), view.kinds),
            "arrangement": (say("Two languages"), view.arrangements),
            "paper": (say("Paper"), view.papers),
        }
        for name, (head, options) in rows.items():
            self._heads[name].say(head, words.lang)
            self._heads[name].setVisible(bool(options))
            self.rows[name].show_options(options, head)
        self.large.say(say("Large print"), "")
        self.large.setChecked(view.choice.large)
        self.large.setVisible(view.may_be_large)
        self._name(self.password, say("Password"), view.takes_password)
        self._name(self.again, say("The same password again"), view.takes_password)
        self._heads["lock"].say(
            say("With a password it is no archive: whoever loses it can’t open the file.")
        )
        self._heads["lock"].setVisible(view.takes_password)
        self._heads["to"].say(say("To whom it goes"), words.lang)
        self._name(self.to, say("To whom it goes"), seen=True)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and another scale."""
        for head in self._heads.values():
            head.set_theme(theme)
        for row in self.rows.values():
            row.set_theme(theme)
        self.large.set_theme(theme)
        for field in (self.password, self.again, self.to):
            field.set_theme(theme)
        self._column.setContentsMargins(0, 0, theme.px(12), 0)
        self._column.setSpacing(theme.px(4))

    def _name(self, field: Entry, name: str, seen: bool) -> None:
        field.setAccessibleName(name)
        field.setPlaceholderText(name)
        field.setVisible(seen)
        if not seen:
            field.clear()

    def _take(self, name: str, key: str) -> None:
        self.changed.emit(_TAKEN[name](self._choice, key))

    def _enlarge(self, _ticked: bool = False) -> None:
        self.changed.emit(replace(self._choice, large=self.large.isChecked()))
