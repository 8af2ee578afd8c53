"""The question before a console is left while something is not kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMessageBox

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from coprod.i18n import Catalogue


def leaves(window: QWidget, words: Catalogue, *, unsaved: bool, begun: bool) -> bool:
    """Ask whether to leave without acts that could not be saved, or a note that was begun; True where there is none."""
    if not (unsaved or begun):
        return True
    box = QMessageBox(window)
    box.setWindowTitle("Coprod")
    box.setText(
        words.say("What was done last could not be saved yet.")
        if unsaved
        else words.say("A note is begun, and not kept yet.")
    )
    stay = box.addButton(words.say("Stay here"), QMessageBox.ButtonRole.RejectRole)
    leave = box.addButton(words.say("Leave without it"), QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(stay)
    box.setEscapeButton(stay)
    box.exec()
    left = box.clickedButton() is leave
    box.deleteLater()
    return left
