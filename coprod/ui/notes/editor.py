"""The field for the words: plain text with our own line height, and care for input methods."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QSize, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from coprod.ui.theme import LARGE, Theme

_LINES = 2


class Editor(QTextEdit):
    """Takes typed and pasted words, never their looks. Tab leaves it.

    As the focus goes, Qt asks the input method for what it holds, and ibus then gives once more what the person had
    taken back. So words that come in without having been composed anew wait until it is clear that the focus stays.
    """

    written = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._composing = False
        self._preedit = self._held = ""
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
        self._take_held()
        if self._composing:
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
        """Let the words go, with those that an input method holds, and all that undo remembers of them."""
        if self._preedit:
            QGuiApplication.inputMethod().reset()
        self._composing, self._preedit, self._held = False, "", ""
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

    def event(self, event: QEvent) -> bool:
        """As the focus goes, let go of what came in because of that: it had been taken back."""
        if event.type() == QEvent.Type.FocusAboutToChange:
            self._held = ""
        elif event.type() == QEvent.Type.KeyPress:
            self._take_held()
        return super().event(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Know when an input method is at work, and wait with what it seems to give once more."""
        given, preedit, was_composing = event.commitString(), event.preeditString(), self._composing
        self._take_held()
        self._composing = bool(preedit)
        if given and given == self._preedit and not was_composing:
            self._held, self._preedit = given, ""
            QTimer.singleShot(0, self, self._take_held)
            return
        self._preedit = preedit or (self._preedit if not given else "")
        super().inputMethodEvent(event)

    def _take_held(self) -> None:
        """The focus stayed: they are words."""
        held, self._held = self._held, ""
        if held:
            event = QInputMethodEvent()
            event.setCommitString(held)
            super().inputMethodEvent(event)
