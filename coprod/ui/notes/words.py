"""Where the words are written: in one language, or in two at once; @ and / offer what can be named there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coprod.i18n import LANGUAGES
from coprod.present.suggest import KIND, PERSON, Asked, asked
from coprod.ui.kit.text import Words
from coprod.ui.notes.editor import Editor
from coprod.ui.notes.suggest import Suggest
from coprod.ui.theme import SMALL

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from coprod.i18n import Catalogue
    from coprod.present.notes import Option
    from coprod.ui.theme import Theme


class WordsField(QWidget):
    """One editor for each language that is written now; with two, each says which it is."""

    written = Signal(str, str)
    """A language, and the words that stand there now."""
    suggested = Signal(str, str)
    """The sign that was typed, and the key of what was chosen."""

    def __init__(
        self, theme: Theme, find: Callable[[Asked], Sequence[Option]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._find = theme, find
        self._languages: tuple[str, ...] = ("",)
        self._suggest: Suggest | None = None
        self._asked: Asked | None = None
        self._names = {PERSON: "", KIND: ""}
        self._heads = [Words(theme, SMALL, token="ink2") for _ in range(2)]
        self._editors = [Editor(theme) for _ in range(2)]
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._places = [QWidget() for _ in range(2)]
        for place, (head, editor) in enumerate(zip(self._heads, self._editors, strict=True)):
            column = QVBoxLayout(self._places[place])
            column.setContentsMargins(0, 0, 0, 0)
            column.addWidget(head)
            column.addWidget(editor, 1)
            self._row.addWidget(self._places[place], 1)
            editor.written.connect(partial(self._write, place))
            editor.cursorPositionChanged.connect(partial(self._look, place))
        self._show_places()

    def show_words(self, languages: tuple[str, ...], texts: Mapping[str, str], words: Catalogue) -> None:
        """Show the words in one language or two; the same words leave the cursor where it is."""
        self._languages, both = languages, len(languages) > 1
        self._names = {PERSON: words.say("Who said it"), KIND: words.say("Kind")}
        for lang, head, editor in zip(languages, self._heads, self._editors, strict=False):
            name = LANGUAGES.get(lang.split("-")[0], lang)
            head.say(name, words.lang)
            told = words.say("The words in {language}", language=name) if both else words.say("The words")
            editor.setAccessibleName(told)
            editor.setPlaceholderText(words.say("What was said"))
            editor.show_text(texts.get(lang, ""))
        self._show_places()

    def editor(self) -> Editor:
        """The one that has the focus, else the first."""
        return next((one for one in self._editors if one.hasFocus()), self._editors[0])

    @property
    def composing(self) -> bool:
        """Whether an input method is at work in one of them."""
        return any(editor.composing for editor in self._editors)

    def begin(self) -> None:
        """Give the focus to the first."""
        self._editors[0].setFocus()

    def commit(self) -> None:
        """Make what an input method holds part of the words."""
        self.editor().commit()

    def erase(self) -> None:
        """Let all words go, and what undo remembers of them."""
        for editor in self._editors:
            editor.erase()

    def lock(self, *, locked: bool) -> None:
        """Take no words, while nothing is to be written."""
        for editor in self._editors:
            editor.setReadOnly(locked)

    def press(self, key: str) -> bool:
        """Whether a key was about what is offered."""
        return self._suggest is not None and not self.composing and self._suggest.press(key)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and another scale."""
        self._theme = theme
        self._row.setSpacing(theme.px(18))
        for head in self._heads:
            head.set_theme(theme)
        for editor in self._editors:
            editor.set_theme(theme)
        if self._suggest is not None:
            self._suggest.set_theme(theme)

    def _show_places(self) -> None:
        both = len(self._languages) > 1
        self._places[1].setVisible(both)
        for head in self._heads:
            head.setVisible(both)

    def _write(self, place: int, text: str) -> None:
        if place < len(self._languages):
            self.written.emit(self._languages[place], text)

    # ---- what is offered

    def _look(self, place: int) -> None:
        """Offer what is asked for before the cursor; nothing while an input method composes."""
        editor = self._editors[place]
        if not editor.hasFocus():
            return
        cursor = editor.textCursor()
        before = cursor.block().text()[: cursor.positionInBlock()]
        found = None if editor.composing or cursor.hasSelection() else asked(before)
        if found is not None or self._suggest is not None:
            self._offer(found, editor)

    def _offer(self, asked: Asked | None, editor: Editor) -> None:
        if self._suggest is None:
            self._suggest = Suggest(self._theme, self.window())
            self._suggest.set_theme(self._theme)
            self._suggest.chosen.connect(self._take)
        self._asked = asked
        at = editor.viewport().mapTo(self.window(), editor.cursorRect().topLeft())
        self._suggest.offer(
            self._find(asked) if asked else (), self._names[asked.sign if asked else KIND], at
        )

    def _take(self, key: str) -> None:
        """Take the sign and what was typed after it away, and tell what was chosen."""
        asked = self._asked
        if asked is not None:
            cursor = self.editor().textCursor()
            cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, asked.length)
            cursor.removeSelectedText()
            self.suggested.emit(asked.sign, key)
