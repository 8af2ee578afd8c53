"""The dialog for the six words: named, reached, legible, and whole in every language."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QAccessible, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget

from coprod.i18n import Catalogue
from coprod.ui import theme as themes
from coprod.ui.home.code import CodeDialog
from tests.ui.access.test_colours import THEMES, check_texts, reds
from tests.ui.access.test_layout import cut_off
from tests.ui.access.windows import by_tab, controls
from tests.ui.console.driving import strike_at

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def asking(qtbot: QtBot, lang: str = "en", look: str = "light", scale: float = 1.0) -> CodeDialog:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme = themes.load(look).scaled(scale)
    themes.apply(app, theme)
    window = QWidget()
    qtbot.addWidget(window)
    made = CodeDialog(theme, Catalogue(lang), window)
    made.destroyed.connect(lambda: window)  # keeps it as long as the dialog
    made.show()
    made.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is made)
    return made


def test_enter_gives_the_words_once_and_with_one_space_between(qtbot: QtBot) -> None:
    dialog = asking(qtbot)
    given: list[str] = []
    dialog.given.connect(given.append)
    dialog.entry.setText("  six   words that\topen one ")
    strike_at(dialog.entry, "Return")
    strike_at(dialog.entry, "Return")  # it is being tried
    assert given == ["six words that open one"]
    dialog.tell("The sheet does not open with this code.")
    strike_at(dialog.entry, "Return")
    assert len(given) == 2


def test_nothing_is_given_while_an_input_method_composes(qtbot: QtBot) -> None:
    dialog = asking(qtbot)
    given: list[str] = []
    dialog.given.connect(given.append)
    dialog.entry.setText("six words")
    QApplication.sendEvent(dialog.entry, QInputMethodEvent("ろく", []))
    dialog.entry.returnPressed.emit()
    assert given == []


@pytest.mark.parametrize("lang", ["en", "ja", "ko"])
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_it_is_named_reached_and_whole(qtbot: QtBot, lang: str, scale: float) -> None:
    dialog = asking(qtbot, lang, scale=scale)
    dialog.tell("“zebr” may be “zebra”. " * 6)
    QApplication.processEvents()
    for control in controls(dialog):
        spoken = QAccessible.queryAccessibleInterface(control)
        assert spoken.text(QAccessible.Text.Name).strip(), type(control).__name__
    stops = by_tab(dialog)
    assert [one.accessibleName() for one in controls(dialog) if one.isEnabled() and one not in stops] == []
    assert cut_off(dialog) == []


@THEMES
def test_its_texts_can_be_read(qtbot: QtBot, name: str) -> None:
    dialog = asking(qtbot, look=name)
    dialog.tell("The sheet does not open with this code.")
    QApplication.processEvents()
    assert not reds(dialog.grab().toImage())
    assert check_texts(dialog, themes.load(name), "code") >= 2
