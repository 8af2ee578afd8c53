"""The field for the words: plain text with our own line height, and care for input methods."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QSize, Signal
from PySide6.QtGui import QGuiApplication, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from coprod.ui.theme import LARGE, Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QInputMethodEvent

_LINES = 2


class Editor(QTextEdit):
    """Takes typed and pasted words, never their looks. Tab leaves it."""

    written = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._composing = False
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.document().setDocumentMargin(2)
        self.setProperty("radius", 6)
        self.set_theme(theme)
        self.textChanged.connect(lambda: self.written.emit(self.toPlainText()))

    @property
    def composing(self) -> bool:
        """Whether an input method is at work: its text is not yet part of the words."""
        return self._composing

    def commit(self) -> None:
        """Make what an input method holds part of the words."""
        QGuiApplication.inputMethod().commit()

    def show_text(self, text: str) -> None:
        """Show other words; the same words leave the cursor where it is."""
        if text != self.toPlainText():
            self.blockSignals(True)
            self.setPlainText(text)
            self.blockSignals(False)
            self._set_lines()
            self.moveCursor(QTextCursor.MoveOperation.End)

    def erase(self) -> None:
        """Let the words go, and all that undo remembers of them."""
        self.blockSignals(True)
        self.clear()
        self.document().clearUndoRedoStacks()
        self.blockSignals(False)
        self._set_lines()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and another scale."""
        self._theme = theme
        self.setFont(theme.font(LARGE))
        self.viewport().setAutoFillBackground(False)
        self._set_lines()
        self.setMinimumHeight(theme.px(LARGE.line * _LINES + 6))
        self.updateGeometry()

    def _set_lines(self) -> None:
        """Give every line its height; QSS knows none."""
        form = QTextBlockFormat()
        form.setLineHeight(self._theme.px(LARGE.line), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor = QTextCursor(self.document())
        self.document().setUndoRedoEnabled(False)
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(form)
        self.document().setUndoRedoEnabled(True)

    def sizeHint(self) -> QSize:
        """Give room for a few lines."""
        return QSize(self._theme.px(400), self._theme.px(LARGE.line * _LINES + 6))

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take the words of what is pasted, without what they looked like."""
        self.insertPlainText(source.text())

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Know when an input method is at work."""
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)
