"""Fields of the plan: what is written is told when the field is left or Enter is pressed, never while composing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from coprod.ui.notes.editor import Editor
from coprod.ui.theme import BODY, LARGE, Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent

_HIGH = 36


class Entry(QLineEdit):
    """One line. `settled` tells what was written where it differs from what was shown; Escape takes it back."""

    settled = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown, self._composing = "", False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.editingFinished.connect(self._settle)
        self.set_theme(theme)

    @property
    def composing(self) -> bool:
        """Whether an input method is at work."""
        return self._composing

    @property
    def pending(self) -> bool:
        """Whether something is written that was not told yet: Escape is the field's own then."""
        return self.text() != self._shown

    def show_text(self, text: str, name: str) -> None:
        """Show a text under a name; what is being written just now stays."""
        self.setAccessibleName(name)
        writing = self.hasFocus() and self.pending
        self._shown = text
        if not writing and self.text() != text:
            self.setText(text)
            self.setCursorPosition(0)  # of a long text, its beginning is seen

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and another scale."""
        self.setFont(theme.font(BODY))
        self.setProperty("radius", theme.px(8))
        self.setStyleSheet(_box("QLineEdit", theme, f"padding: 0 {theme.px(9)}px;"))
        self.setMinimumWidth(theme.px(64))
        self.setFixedHeight(theme.px(_HIGH))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape puts back what was shown; where nothing was written it is for others."""
        if event.key() == Qt.Key.Key_Escape and self.pending:
            self.setText(self._shown)
            return
        super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Know when an input method is at work."""
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def _settle(self) -> None:
        if not self._composing and self.text() != self._shown:
            self._shown = self.text()
            self.settled.emit(self.text())


class LongEntry(Editor):
    """A text of a few lines. Enter or leaving it tells what was written; Escape takes it back."""

    settled = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._shown = ""
        super().__init__(theme, parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_named(self, text: str, name: str) -> None:
        """Show a text under a name; what is being written just now stays."""
        self.setAccessibleName(name)
        writing = self.hasFocus() and self.toPlainText() != self._shown
        self._shown = text
        if not writing:
            self.show_text(text)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and another scale."""
        super().set_theme(theme)
        self.setProperty("radius", theme.px(8))
        self.setStyleSheet(_box("QTextEdit", theme, f"padding: {theme.px(2)}px {theme.px(7)}px;"))
        self.setFixedHeight(theme.px(LARGE.line * 2 + 14))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter tells what was written; a guideline or a question is one paragraph."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not self.composing:
            self.settle()
        elif event.key() == Qt.Key.Key_Escape and self.toPlainText() != self._shown:
            self.show_text(self._shown)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell what was written."""
        super().focusOutEvent(event)
        self.settle()

    def settle(self) -> None:
        """Tell what was written, where it differs from what was shown."""
        if not self.composing and self.toPlainText() != self._shown:
            self._shown = self.toPlainText()
            self.settled.emit(self._shown)


def _box(kind: str, theme: Theme, more: str) -> str:
    """A field: surface within an edge."""
    return (
        f"{kind} {{ background: {theme.surface.name()}; color: {theme.ink.name()};"
        f" border: 1px solid {theme.edge.name()}; border-radius: {theme.px(8)}px;"
        f" placeholder-text-color: {theme.ink2.name()}; {more} }}"
    )
