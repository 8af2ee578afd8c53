"""The organisation on its minutes, in its window: each part is kept as it is given."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget

from coprod.i18n import LANGUAGES, Catalogue
from coprod.render.logo import read_logo
from coprod.service.house import house_of
from coprod.ui import theme as themes
from coprod.ui.settings.house import HouseDialog
from tests.fakes.memory import MemoryStore
from tests.logos import logo
from tests.ui.access.test_colours import THEMES, check_texts, reds
from tests.ui.access.test_layout import cut_off
from tests.ui.access.windows import controls

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.fixture
def shelf() -> MemoryStore:
    return MemoryStore()


@pytest.fixture
def opened(qtbot: QtBot, shelf: MemoryStore) -> Callable[..., HouseDialog]:
    parents: list[QWidget] = []

    def open_it(lang: str = "en", look: str = "light") -> HouseDialog:
        parent = QWidget()
        qtbot.addWidget(parent)
        parents.append(parent)
        dialog = HouseDialog((themes.load(look), Catalogue(lang)), shelf, read_logo, parent)
        dialog.show()
        qtbot.waitExposed(dialog)
        return dialog

    return open_it


def test_a_name_is_kept_as_its_field_is_left(opened: Callable[..., HouseDialog], shelf: MemoryStore) -> None:
    dialog = opened()
    dialog.names["en"].setFocus()
    QTest.keyClicks(dialog.names["en"], "House by the Tide")
    dialog.names["ja"].setFocus()
    dialog.names["en"].editingFinished.emit()
    assert house_of(shelf).name == (("en", "House by the Tide"),)
    assert dialog.said() == "Kept."
    dialog.names["ja"].setText("x" * 301)
    dialog.names["ja"].editingFinished.emit()
    assert dialog.said() == "A name is one line of at most 300 characters."
    assert house_of(shelf).name == (("en", "House by the Tide"),)


def test_a_logo_is_seen_and_taken_away(
    opened: Callable[..., HouseDialog], shelf: MemoryStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = opened()
    assert not dialog.logo.isVisible()
    (tmp_path / "ring.png").write_bytes(logo())
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "ring.png"), ""))
    dialog.choose.click()
    assert dialog.logo.isVisible()
    assert house_of(shelf).logo == read_logo(logo())
    (tmp_path / "text.png").write_text("tea", "utf-8")
    dialog.take_logo(tmp_path / "text.png")
    assert "no PNG and no JPEG" in dialog.said()
    dialog.take_logo(tmp_path / "gone.png")
    assert "can’t be read" in dialog.said()
    assert house_of(shelf).logo == read_logo(logo())
    dialog.without.click()
    assert house_of(shelf).logo == b""
    assert not dialog.logo.isVisible()


def test_the_era_is_ticked_and_a_store_that_is_full_is_told(
    opened: Callable[..., HouseDialog], shelf: MemoryStore
) -> None:
    dialog = opened()
    shelf.failing = "full"
    dialog.era.click()
    assert "disk is full" in dialog.said()
    shelf.failing = ""
    dialog.era.setChecked(False)
    dialog.era.click()
    assert house_of(shelf).era


@pytest.mark.parametrize("lang", LANGUAGES)
def test_all_of_it_is_whole_and_named(opened: Callable[..., HouseDialog], lang: str) -> None:
    dialog = opened(lang)
    for control in controls(dialog):
        spoken = QAccessible.queryAccessibleInterface(control)
        assert spoken.text(QAccessible.Text.Name).strip(), type(control).__name__
    assert cut_off(dialog) == []


@THEMES
def test_it_can_be_read_in_every_theme(opened: Callable[..., HouseDialog], name: str) -> None:
    dialog = opened(look=name)
    assert check_texts(dialog, themes.load(name), "house") > 4
    assert not reds(dialog.grab().toImage())
