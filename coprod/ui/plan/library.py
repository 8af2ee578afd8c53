"""The library: find a prompt or a guideline by typing, choose it by Enter; and the organisation's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from coprod.present.library import library_view, tongues
from coprod.ui.kit.button import ActionButton, Role
from coprod.ui.kit.focus import FocusRing
from coprod.ui.kit.scroll import Scroll
from coprod.ui.kit.text import Words
from coprod.ui.notes.choice import ChoiceRow, Look
from coprod.ui.plan.entry import Entry
from coprod.ui.plan.rows import Rows
from coprod.ui.plan.text_rows import TextLine, TextRow
from coprod.ui.plan.texts_form import TextsForm
from coprod.ui.theme import BODY, SMALL, Theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from coprod.i18n import Catalogue
    from coprod.present.library import Entry as Shelved
    from coprod.present.library import LibraryLine, LibraryView

_SIZE = (640, 620)
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_WIDE = 1.5


class LibraryDialog(QDialog):
    """Shows the library. A row that is opened offers to be chosen (where `choosing`), changed or hidden.

    `chosen`: language to body. `kept`: id ("" for a new one), kind, language to body. `hidden`: the id of an entry
    not to be shown any more. Whoever keeps the library answers with `show_entries`.
    """

    chosen = Signal(object)
    kept = Signal(str, str, object)
    hidden = Signal(str)

    def __init__(
        self,
        theme: Theme,
        words: Catalogue,
        languages: Sequence[str],
        parent: QWidget | None = None,
        *,
        kind: str = "",
        choosing: bool = True,
    ) -> None:
        super().__init__(parent)
        self._theme, self._words, self._languages, self._kind = theme, words, tuple(languages), kind
        self._entries: tuple[Shelved, ...] = ()
        self._view: LibraryView | None = None
        self._open: str | None = None
        self._editing: str | None = None
        self._make(theme, words)
        self._lay_out()
        if not choosing:
            self._choose.hide()
            self._help.hide()
        self._connect()
        self.setWindowTitle(words.say("Library"))
        self.resize(theme.px(_SIZE[0]), theme.px(_SIZE[1]))
        self._ring = FocusRing(self, theme)

    def _make(self, theme: Theme, words: Catalogue) -> None:
        say = words.say
        self._search = Entry(theme, self)
        self._search.setAccessibleName(say("Search the library"))
        self._search.setPlaceholderText(say("Search the library"))
        self._kinds = ChoiceRow(theme, Look.CHIPS, self)
        self._passing = Words(theme, BODY, token="ink", parent=self)
        self._none = Words(theme, BODY, token="ink2")
        self._fold = QWidget()
        self._choose = ActionButton(
            theme, say("Choose"), role=Role.MAIN, icon="check", height=36, parent=self._fold
        )
        self._change = ActionButton(
            theme, say("Change"), role=Role.LINK, icon="pencil", height=36, parent=self._fold
        )
        self._hide = ActionButton(
            theme, say("Don’t show any more"), role=Role.LINK, icon="eye", height=36, parent=self._fold
        )
        self._rows: Rows[TextLine] = Rows(theme, TextRow, self._fold)
        self._scroll = Scroll(theme, self)
        self._form = TextsForm(theme, self)
        self._keep = ActionButton(theme, say("Keep"), icon="check", height=36, parent=self._form)
        self._write = ActionButton(theme, say("Write your own"), icon="plus", parent=self)
        self._close = ActionButton(theme, say("Close"), keys=("Esc",), parent=self)
        self._help = Words(theme, SMALL, token="ink2", parent=self)
        self._help.say(say("↓ goes to what was found, Enter opens it, Enter again chooses it."), words.lang)

    def _lay_out(self) -> None:
        px = self._theme.px
        column, foot, fold = QVBoxLayout(self), QHBoxLayout(), QGridLayout(self._fold)
        side = min(px(20), 28)
        column.setContentsMargins(side, side, side, side)
        column.setSpacing(px(10))
        for place, button in enumerate((self._choose, self._change, self._hide)):
            fold.addWidget(button, *((0, place) if self._theme.scale < _WIDE else (place, 0)))
        fold.setColumnStretch(3, 1)
        self._scroll.column.addWidget(self._form)
        self._scroll.column.addWidget(self._none)
        self._scroll.column.addWidget(self._rows)
        self._scroll.column.addStretch(1)
        self._form.column.addWidget(self._keep, 0, Qt.AlignmentFlag.AlignLeft)
        self._form.hide()
        column.addWidget(self._search)
        column.addWidget(self._kinds)
        column.addWidget(self._passing)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._help)
        foot.addWidget(self._write)
        foot.addStretch(1)
        foot.addWidget(self._close)
        column.addLayout(foot)

    def _connect(self) -> None:
        self._search.textChanged.connect(lambda _: self._show())
        self._kinds.chosen.connect(self._of_kind)
        self._rows.opened.connect(self._open_or_choose)
        self._choose.clicked.connect(lambda _=False: self._take())
        self._change.clicked.connect(lambda _=False: self._edit(self._open or ""))
        self._hide.clicked.connect(lambda _=False: self.hidden.emit(self._open or ""))
        self._write.clicked.connect(lambda _=False: self._edit(""))
        self._keep.clicked.connect(lambda _=False: self._kept())
        self._close.clicked.connect(lambda _=False: self.reject())

    def show_entries(self, entries: Sequence[Shelved]) -> None:
        """Show what is in the library now; what is typed and chosen stays."""
        self._entries = tuple(entries)
        self._show()

    def lines(self) -> tuple[LibraryLine, ...]:
        """What is found."""
        return self._view.lines if self._view else ()

    def _show(self) -> None:
        self._view = view = library_view(
            self._entries, self._languages, self._words, kind=self._kind, sought=self._search.text()
        )
        lang = self._words.lang
        self._kinds.show_options(view.kinds, self._words.say("Kind"))
        self._passing.say(view.passing, lang)
        self._passing.setVisible(bool(view.passing))
        self._none.say(view.none, lang)
        self._none.setVisible(bool(view.none))
        if self._open not in {line.id for line in view.lines}:
            self._open = None
        self._rows.show_rows([(line.id, line) for line in view.lines], self._open)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from the search to what is found; Escape ends the writing, then closes."""
        now = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape and self._form.isVisible():
            self._form.hide()
            self._search.setFocus(Qt.FocusReason.OtherFocusReason)
        elif now is self._search and event.key() in {Qt.Key.Key_Down, *_ENTER}:
            self._first()
        elif event.key() in _ENTER:
            if isinstance(now, ActionButton):
                now.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the paper."""
        QPainter(self).fillRect(self.rect(), self._theme.paper)

    def _first(self) -> None:
        rows = self._rows.rows()
        if rows and not self._search.composing:
            rows[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _of_kind(self, kind: str) -> None:
        self._kind = kind
        self._show()

    def _open_or_choose(self, key: str) -> None:
        if key == self._open and not self._choose.isHidden():
            self._take()
            return
        self._open = key
        self._show()
        self._scroll.reveal(self._fold)

    def _line(self) -> LibraryLine | None:
        return next((line for line in self.lines() if line.id == self._open), None)

    def _take(self) -> None:
        line = self._line()
        if line is not None:
            self.chosen.emit(dict(line.prose))
            self.accept()

    def _edit(self, entry: str) -> None:
        """Open the fields on an entry, or on nothing yet."""
        line = self._line() if entry else None
        self._editing = entry
        name = self._words.say("Change") if entry else self._words.say("Write your own")
        self._form.show_texts(tongues(self._languages), line.prose if line else {}, name)
        self._form.show()
        self._scroll.reveal(self._form)
        self._form.entries()[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _kept(self) -> None:
        texts = self._form.texts()
        if not texts or self._editing is None:
            return
        known = next((one for one in self._entries if one.id == self._editing), None)
        kind = known.kind if known else self._kind or next((one.kind for one in self._entries), "")
        if known is not None:
            texts = {
                **{lang: body for lang, body in known.text.items() if lang not in self._languages},
                **texts,
            }
        self._form.hide()
        self.kept.emit(self._editing, kind, texts)
