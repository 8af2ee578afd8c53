"""The question before a console is left while something is not kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMessageBox

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from coprod.i18n import Catalogue


def leaves(window: QWidget, words: Catalogue, *, unsaved: bool, begun: bool, message: bool) -> bool:
    """Ask whether to leave without what could not be saved, was begun, or was not read; True where there is nothing.

    `message`: a quiet message that somebody sent to a support person.
    """
    if not (unsaved or begun or message):
        return True
    box = QMessageBox(window)
    box.setWindowTitle("Coprod")
    box.setText(
        words.say("What was done last could not be saved yet.")
        if unsaved
        else words.say("A note is begun, and not kept yet.")
        if begun
        else words.say("A quiet message has not been read yet. It is kept nowhere else.")
    )
    stay = box.addButton(words.say("Stay here"), QMessageBox.ButtonRole.RejectRole)
    leave = box.addButton(words.say("Leave without it"), QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(stay)
    box.setEscapeButton(stay)
    box.exec()
    left = box.clickedButton() is leave
    box.deleteLater()
    return left
