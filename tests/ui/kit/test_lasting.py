"""What has to be read stays until somebody says that they have read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coprod.i18n import Catalogue
from coprod.ui.kit.lasting import Lasting
from coprod.ui.kit.text import Words

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from coprod.ui.theme import Theme

ENGLISH = Catalogue("en")


def test_it_stays_until_it_is_read_and_takes_in_what_comes_meanwhile(qtbot: QtBot, dress: Theme) -> None:
    strip = Lasting(dress)
    qtbot.addWidget(strip)
    assert not strip.isVisible()
    strip.tell("One.\nMore of it.", ENGLISH)
    strip.tell("Two.", ENGLISH)
    assert strip.isVisible()
    assert strip.text() == strip.accessibleName() == "One.\nMore of it.\nTwo."
    strip.set_theme(dress.scaled(1.5))
    qtbot.mouseClick(strip.read, Qt.MouseButton.LeftButton)
    assert not strip.isVisible()
    assert strip.text() == ""
    strip.tell("Three.", ENGLISH)
    assert strip.text() == "Three."


def test_its_button_speaks_the_language_of_the_window(qtbot: QtBot, dress: Theme) -> None:
    strip = Lasting(dress)
    qtbot.addWidget(strip)
    strip.tell("One.", ENGLISH)
    assert strip.read.accessibleName() == "I have read it"
    strip.retranslate(Catalogue("ja"))
    assert strip.read.accessibleName() != "I have read it"


def test_its_lines_are_whole_where_it_is_narrow(qtbot: QtBot, dress: Theme) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column, strip, rest = QVBoxLayout(window), Lasting(dress), QWidget()
    column.addWidget(strip)
    column.addWidget(rest, 1)
    strip.tell("A line that is longer than the window is wide. there/s.db.0002.backup\nAnother one.", ENGLISH)
    window.resize(420, 400)
    window.show()
    qtbot.waitExposed(window)
    (words,) = strip.findChildren(Words)
    assert words.height() >= words.heightForWidth(words.width()) > words.heightForWidth(4000)
