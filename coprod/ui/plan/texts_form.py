"""A text in each of the session's languages, one field above the other."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coprod.ui.kit.text import Words
from coprod.ui.plan.entry import LongEntry
from coprod.ui.theme import SMALL, Theme

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QPaintEvent


class TextsForm(QWidget):
    """Fields for one text in several languages. `written` tells language and words when a field is left."""

    written = Signal(str, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._heads: dict[str, Words] = {}
        self._entries: dict[str, LongEntry] = {}
        self.column = QVBoxLayout(self)
        self._set_margins()

    def show_texts(self, tongues: Sequence[tuple[str, str]], texts: Mapping[str, str], name: str) -> None:
        """Show a text in these languages; `name` is what it is, for a screen reader."""
        if [lang for lang, _ in tongues] != list(self._entries):
            self._build([lang for lang, _ in tongues])
        for lang, tongue in tongues:
            self._heads[lang].say(tongue, lang)
            self._entries[lang].show_named(texts.get(lang, ""), f"{name}, {tongue}")

    def entries(self) -> list[LongEntry]:
        """The fields, in the order of the languages."""
        return list(self._entries.values())

    def texts(self) -> dict[str, str]:
        """What stands in the fields, without those that say nothing."""
        held = {lang: " ".join(entry.toPlainText().split()) for lang, entry in self._entries.items()}
        return {lang: body for lang, body in held.items() if body}

    def settle(self) -> None:
        """Let the field that is being written tell what it holds."""
        for entry in self._entries.values():
            if entry.hasFocus():
                entry.commit()
                entry.settle()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and another scale."""
        self._theme = theme
        for head in self._heads.values():
            head.set_theme(theme)
        for entry in self._entries.values():
            entry.set_theme(theme)
        self._set_margins()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground that joins the fields to their line."""
        QPainter(self).fillRect(self.rect(), self._theme.surface)

    def _set_margins(self) -> None:
        px = self._theme.px
        self.column.setContentsMargins(min(px(10), 12), px(4), min(px(10), 12), px(12))
        self.column.setSpacing(px(2))

    def _build(self, languages: list[str]) -> None:
        for widget in (*self._heads.values(), *self._entries.values()):
            self.column.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._heads, self._entries = {}, {}
        for place, lang in enumerate(languages):
            self._heads[lang] = Words(self._theme, SMALL, token="ink2", parent=self)
            entry = self._entries[lang] = LongEntry(self._theme, self)
            entry.settled.connect(partial(self.written.emit, lang))
            self.column.insertWidget(2 * place, self._heads[lang])
            self.column.insertWidget(2 * place + 1, entry)
