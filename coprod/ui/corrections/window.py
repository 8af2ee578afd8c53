"""Puts the record right: the latest turns and pauses, from where people speak, whose the notes are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from coprod.present.commands import caps
from coprod.present.corrections import (
    CorrectionsView,
    Section,
    correct_note,
    correct_presence,
    correct_standpoint,
    correct_time,
    correct_who,
    corrections_view,
    moved,
    parse_time,
)
from coprod.ui.console.side import SideWindow
from coprod.ui.kit.button import ActionButton, Role
from coprod.ui.kit.text import Words
from coprod.ui.notes.choice import ChoiceRow, Look
from coprod.ui.theme import BODY, LARGE

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from coprod.domain.acts import Act
    from coprod.ui.theme import Theme


class TimeField(QLineEdit):
    """Takes a time of day; the arrow keys move it by a minute."""

    asked = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by a minute, or ask for the time that stands there."""
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
        if Qt.Key(event.key()) in steps:
            self.setText(moved(self.text(), steps[Qt.Key(event.key())]))
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.asked.emit()
        else:
            super().keyPressEvent(event)


class CorrectionsWindow(SideWindow):
    """A choice is carried out at once, and Undo takes it back; a time, when Enter is pressed."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._section, self._opened = Section.TURNS, ""
        self._shown: CorrectionsView | None = None
        self.sections = ChoiceRow(theme, Look.BOX)
        self.name = Words(theme, LARGE, bold=True)
        self.time_head, self.who_head, self.standpoint_head = (
            Words(theme, BODY, token="ink2") for _ in range(3)
        )
        self.time = TimeField()
        self.put = ActionButton(theme, role=Role.MAIN, keys=caps("Return"))
        self.who, self.standpoints = (ChoiceRow(theme, Look.CHIPS, several=True) for _ in range(2))
        self.presence = ChoiceRow(theme, Look.CHIPS, several=True)
        self._times = QHBoxLayout()
        self._lay_out_detail()
        self._connect()
        self.set_theme(theme)

    def _lay_out_detail(self) -> None:
        self.top.addWidget(self.sections)
        self.top.addStretch(1)
        self._times.addWidget(self.time)
        self._times.addWidget(self.put)
        self._times.addStretch(1)
        column = self.detail_column
        column.addWidget(self.name)
        column.addWidget(self.presence)
        column.addWidget(self.who_head)
        column.addWidget(self.who)
        column.addWidget(self.time_head)
        column.addLayout(self._times)
        column.addWidget(self.standpoint_head)
        column.addWidget(self.standpoints)
        column.addStretch(1)

    def _connect(self) -> None:
        self.sections.chosen.connect(self._go_to)
        self.time.asked.connect(self._put_time)
        self.put.clicked.connect(self._put_time)
        for row, choose in (
            (self.who, self._choose_who),
            (self.standpoints, self._choose_standpoint),
            (self.presence, self._choose_presence),
        ):
            row.chosen.connect(choose)
            row.added.connect(choose)

    def open(self, row: str) -> None:
        """Open a turn, a pause, a person or a note."""
        self._opened = row
        self._shown = None
        self.said.say("")
        self.present()

    def _go_to(self, section: str) -> None:
        self._section = Section(section)
        self.open("")

    def _choose_who(self, who: str) -> None:
        if self._context is None:
            return
        state, texts, _ = self._context
        if self._section is Section.NOTES:
            self._ask(correct_note(state, texts, self._opened, who=who))
        else:
            self._ask(correct_who(state, self._opened, who))

    def _choose_standpoint(self, standpoint: str) -> None:
        if self._context is None:
            return
        state, texts, _ = self._context
        if self._section is Section.NOTES:
            self._ask(correct_note(state, texts, self._opened, standpoint=standpoint))
        else:
            self._ask(correct_standpoint(state, self._opened, standpoint))

    def _choose_presence(self, presence: str) -> None:
        if self._context is not None:
            self._ask(correct_presence(self._context[0], self._opened, presence))

    def _put_time(self) -> None:
        if self._context is None:
            return
        if parse_time(self.time.text()) is None:
            self.said.say(self._context[2].say("Write the time like 14:05."), self.lang())
            return
        self._ask(correct_time(self._context[0], self._opened, self.time.text()))

    def _ask(self, act: Act | None) -> None:
        if act is not None:
            self.ask(act)

    # ---- what is seen

    def present(self) -> None:
        """Show the section as it is now; a time that is being typed stays until it is kept."""
        if self._context is None:
            return
        state, texts, words = self._context
        view = corrections_view(state, texts, words, self._section, self._opened)
        self._opened = view.opened
        self.setWindowTitle(words.say("Correct the record"))
        self.head.say(words.say("Correct the record"), words.lang)
        self.lead.say(words.say("Choose what is not right. The newest is at the top."), words.lang)
        self.sections.show_options(view.sections, words.say("What is put right"))
        self.rows.show_rows(view.rows, view.opened)
        self.name.say(view.head, words.lang)
        self._show_time(view)
        self.presence.show_options(view.presence, words.say("Who is here"))
        self.who_head.say(words.say("Whose it is"))
        self.who.show_options(view.who, words.say("Whose it is"))
        self.who_head.setVisible(bool(view.who))
        self.standpoint_head.say(words.say("Spoken from"))
        self.standpoints.show_options(view.standpoints, words.say("Spoken from"))
        self.standpoint_head.setVisible(bool(view.standpoints))
        self._shown = view

    def _show_time(self, view: CorrectionsView) -> None:
        words = self._context[2] if self._context else None
        if words is not None:
            self.time_head.say(words.say("When it began"))
            self.time.setAccessibleName(words.say("When it began"))
            self.put.say(words.say("Put it right"))
        for part in (self.time_head, self.time, self.put):
            part.setVisible(view.time is not None)
        if self._shown is None or self._shown.time != view.time:
            self.time.setText(view.time or "")

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and another scale."""
        super().set_theme(theme)
        heads = (self.time_head, self.who_head, self.standpoint_head)
        for part in (self.name, *heads, self.sections, self.who, self.standpoints, self.presence, self.put):
            part.set_theme(theme)
        self.time.setFont(theme.font(LARGE))
        self.time.setFixedSize(theme.px(120), theme.px(44))
        look = f"border: 1px solid {theme.edge.name()}; border-radius: {theme.px(8)}px; padding: 0 {theme.px(10)}px"
        self.time.setStyleSheet(f"QLineEdit {{ {look} }}")
