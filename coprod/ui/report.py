"""A bug reaches the person as one sentence and a report to copy: where it was, and no words of a meeting."""

from __future__ import annotations

import platform
import sys
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from coprod.i18n import Catalogue


def report(error: BaseException) -> str:
    """Where the program was: kinds of error, file names and lines. Their messages may hold words, so they stay out."""
    lines = [f"Coprod, Python {platform.python_version()}, Qt {qVersion()}, {platform.system()}"]
    told: BaseException | None = error
    while told is not None:
        lines.append(type(told).__name__)
        lines += [
            f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(told.__traceback__)
        ]
        told = told.__cause__ or told.__context__
    return "\n".join(lines)


def catch_bugs(words: Callable[[], Catalogue]) -> None:
    """Show every error that nobody caught, one at a time; the log already holds the work."""
    shown: list[str] = []

    def hook(kind: type[BaseException], error: BaseException, _traceback: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QGuiApplication.quit()
            return
        told = report(error)
        print(told, file=sys.stderr)  # noqa: T201 - where it was, and no words
        if not shown:  # a fault in what is painted comes again and again: one dialog is enough
            shown.append(told)
            try:
                tell(told, words())
            finally:
                shown.clear()

    sys.excepthook = hook


def tell(text: str, words: Catalogue) -> None:
    """Show a report; it is copied only when the person asks."""
    box = QMessageBox(_lasting(QApplication.activeWindow()))
    box.setWindowTitle("Coprod")
    box.setText(words.say("Something in the program went wrong. What was kept is safe; please go on."))
    box.setInformativeText(words.say("The report holds no words and no names of the meeting."))
    box.setDetailedText(text)
    copy = box.addButton(words.say("Copy the report"), QMessageBox.ButtonRole.ActionRole)
    go_on = box.addButton(words.say("Go on"), QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(go_on)
    box.setEscapeButton(go_on)
    box.exec()
    if box.clickedButton() is copy:
        QGuiApplication.clipboard().setText(text)
    box.deleteLater()


def _lasting(window: QWidget | None) -> QWidget | None:
    """The window under a dialog: a dialog may go while the report is still being read."""
    while isinstance(window, QDialog):
        window = window.parentWidget()
    return window
