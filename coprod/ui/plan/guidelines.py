"""The guidelines that will be offered to the room: written, put in order, taken from the library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coprod.ui.kit.button import ActionButton, Role
from coprod.ui.kit.text import Words
from coprod.ui.plan.rows import Rows
from coprod.ui.plan.text_rows import TextLine, TextRow
from coprod.ui.plan.texts_form import TextsForm
from coprod.ui.theme import LARGE, SMALL, Theme

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QKeyEvent

    from coprod.i18n import Catalogue
    from coprod.present.guidelines import GuidelinesView


class GuidelinesList(QWidget):
    """Shows the list, and asks for it to be offered anew, whole. `library` asks for the library to be opened."""

    acted = Signal(object)
    library = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: GuidelinesView | None = None
        self._words: Catalogue | None = None
        self._open: int | None = None
        self._heading = Words(theme, LARGE, bold=True, parent=self)
        self._empty = Words(theme, SMALL, token="ink2", parent=self)
        self._foot = Words(theme, SMALL, token="ink2", parent=self)
        self._form = TextsForm(theme)
        self._drop = ActionButton(
            theme, role=Role.LINK, icon="x", keys=("Delete",), height=36, parent=self._form
        )
        self._form.column.addWidget(self._drop, 0, Qt.AlignmentFlag.AlignLeft)
        self._rows: Rows[TextLine] = Rows(theme, TextRow, self._form)
        self._write = ActionButton(theme, role=Role.LINK, icon="plus", height=36, parent=self)
        self._from = ActionButton(theme, role=Role.LINK, icon="library", height=36, parent=self)
        self._new = TextsForm(theme, self)
        self._new.hide()
        self._connect()
        self._lay_out()
        self.set_theme(theme)

    def _connect(self) -> None:
        self._write.clicked.connect(lambda _=False: self.begin_writing())
        self._from.clicked.connect(lambda _=False: self.library.emit())
        self._drop.clicked.connect(lambda _=False: self._remove(str(self._open)))
        self._form.written.connect(self._written)
        self._new.written.connect(self._written_new)
        self._rows.opened.connect(self._toggle)
        self._rows.moved.connect(self._move)
        self._rows.seated.connect(self._seat)
        self._rows.removed.connect(self._remove)

    def _lay_out(self) -> None:
        self._column, foot = QVBoxLayout(self), QHBoxLayout()
        for widget in (self._heading, self._empty, self._rows, self._new):
            self._column.addWidget(widget)
        foot.addWidget(self._write)
        foot.addWidget(self._from)
        foot.addStretch(1)
        self._column.addLayout(foot)
        self._column.addWidget(self._foot)
        self._column.addStretch(1)

    def show_view(self, view: GuidelinesView, words: Catalogue) -> None:
        """Show the list; what is open stays open."""
        self._view, self._words = view, words
        self._heading.say(view.heading, words.lang)
        self._empty.say(view.empty, words.lang)
        self._empty.setVisible(not view.lines)
        self._foot.say(view.foot, words.lang)
        self._write.say(words.say("Write one"))
        self._from.say(words.say("From the library"))
        self._drop.say(words.say("Off the list"))
        self._new.show_texts(view.tongues, {}, words.say("New guideline"))
        self._show()

    def _show(self) -> None:
        if self._view is None or self._words is None:
            return
        if self._open is not None and self._open >= len(self._view.lines):
            self._open = None
        if self._open is not None:
            name = self._words.say("Guideline")
            self._form.show_texts(self._view.tongues, self._view.prose[self._open], name)
        items = [(str(place), line) for place, line in enumerate(self._view.lines)]
        self._rows.show_rows(items, None if self._open is None else str(self._open))

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and another scale."""
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(6))
        for words in (self._heading, self._empty, self._foot):
            words.set_theme(theme)
        for button in (self._write, self._from, self._drop):
            button.set_theme(theme)
        self._form.set_theme(theme)
        self._new.set_theme(theme)
        self._rows.set_theme(theme)

    def begin_writing(self) -> None:
        """Open empty fields; Enter or leaving them offers what stands there, Escape puts them away."""
        self._new.show()
        self._new.entries()[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def take(self, *texts: Mapping[str, str]) -> None:
        """Offer texts chosen from the library."""
        self._ask(self._view and self._view.added(*texts))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape puts the empty fields away, then folds what is open; anything else is for others."""
        if event.key() == Qt.Key.Key_Escape and self._new.isVisible():
            self._new.hide()
            self._write.setFocus(Qt.FocusReason.OtherFocusReason)
        elif event.key() == Qt.Key.Key_Escape and self._open is not None:
            row = self._rows.row(str(self._open))
            self._toggle(str(self._open))
            if row is not None:
                row.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            event.ignore()

    def _toggle(self, key: str) -> None:
        self._form.settle()
        self._open = None if key == str(self._open) else int(key)
        self._show()

    def _written(self, lang: str, text: str) -> None:
        if self._open is not None:
            self._ask(self._view and self._view.written(self._open, lang, text))

    def _written_new(self, lang: str, text: str) -> None:
        """The first language makes the guideline; it is open then, and the others are written in its place."""
        if self._view is None or not text.strip():
            return
        self._new.hide()
        self._open = len(self._view.lines)
        self._ask(self._view.written(self._open, lang, text))

    def _move(self, key: str, step: int) -> None:
        act = self._view and self._view.moved(int(key), step)
        if act and self._open is not None:
            self._toggle(str(self._open))
        row = self._rows.row(str(int(key) + step))
        if act and row is not None:
            row.setFocus(Qt.FocusReason.TabFocusReason)
        self._ask(act)

    def _seat(self, key: str, place: int) -> None:
        to = place if place <= int(key) else place - 1
        self._ask(self._view and self._view.moved(int(key), to - int(key)))

    def _remove(self, key: str) -> None:
        if self._open is not None:
            self._open = None
        self._ask(self._view and self._view.removed(int(key)))

    def _ask(self, act: object) -> None:
        if act is not None:
            self.acted.emit(act)
