"""Beside the choices: what is left to look at, who has confirmed and approved, and what went out before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coprod.ui.kit.button import ActionButton, Role
from coprod.ui.kit.text import Words
from coprod.ui.notes.choice import ChoiceRow, Look
from coprod.ui.theme import BODY, SMALL

if TYPE_CHECKING:
    from coprod.i18n import Catalogue
    from coprod.present.issuing import IssuingView
    from coprod.ui.theme import Theme


class Standing(QWidget):
    """`looked`: somebody wants to look at what is left; `read_back`: to read back; `approved`: a part says yes.

    `house_asked`: the name and the logo of the organisation are to be looked at.
    """

    looked = Signal()
    read_back = Signal()
    approved = Signal(str)
    house_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found, self._confirmed = Words(theme, BODY, token="ink"), Words(theme, BODY, token="ink")
        self._look = ActionButton(theme, role=Role.LINK, icon="eye", height=36, parent=self)
        self._read = ActionButton(theme, role=Role.LINK, icon="audio-lines", height=36, parent=self)
        self.house = ActionButton(theme, role=Role.LINK, icon="pencil", height=36, parent=self)
        self._heads = [Words(theme, SMALL, token="ink2") for _ in range(2)]
        self.parts = ChoiceRow(theme, Look.CHIPS, self)
        self._gone, self._replaces = (Words(theme, SMALL, token="ink") for _ in range(2))
        self._column = QVBoxLayout(self)
        left = Qt.AlignmentFlag.AlignLeft
        for part, place in (
            (self._found, None),
            (self._look, left),
            (self._confirmed, None),
            (self._read, left),
            (self._heads[0], None),
            (self.parts, None),
            (self._replaces, None),
            (self._heads[1], None),
            (self._gone, None),
        ):
            self._column.addWidget(part) if place is None else self._column.addWidget(part, 0, place)
        self._column.addStretch(1)
        self._column.addWidget(self.house, 0, left)
        self.house.clicked.connect(lambda _=False: self.house_asked.emit())
        self._look.clicked.connect(lambda _=False: self.looked.emit())
        self._read.clicked.connect(lambda _=False: self.read_back.emit())
        self.parts.chosen.connect(self.approved)
        self.set_theme(theme)

    def show_view(self, view: IssuingView, words: Catalogue) -> None:
        """Show how far the minutes are."""
        say = words.say
        self._found.say(view.found, words.lang)
        self._confirmed.say(view.confirmed, words.lang)
        for part in (self._confirmed, self._read):
            part.setVisible(bool(view.confirmed))
        self._look.say(say("Look at it at the desk"))
        self._read.say(say("Read back"))
        self.house.say(say("Name and logo of your organisation"))
        self._heads[0].say(say("Approved by"), words.lang)
        self.parts.show_options(view.approved, say("Approved by"))
        self.parts.setEnabled(view.may_issue)
        self._replaces.say(view.replaces, words.lang)
        self._replaces.setVisible(bool(view.replaces))
        self._heads[1].say(say("What went out before"), words.lang)
        self._heads[1].setVisible(bool(view.gone))
        self._gone.say("\n".join(view.gone))
        self._gone.setVisible(bool(view.gone))

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and another scale."""
        for words in (self._found, self._confirmed, self._replaces, self._gone, *self._heads):
            words.set_theme(theme)
        for button in (self._look, self._read, self.house):
            button.set_theme(theme)
        self.parts.set_theme(theme)
        self._column.setContentsMargins(theme.px(12), 0, 0, 0)
        self._column.setSpacing(theme.px(6))
