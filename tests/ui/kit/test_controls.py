"""The controls: names for screen readers, keys, heights, what yields first, and what is painted."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coprod import paths
from coprod.present.marks import Mark, Standing, Voice
from coprod.ui import theme as themes
from coprod.ui.kit.arc import SoftTime, stepped
from coprod.ui.kit.breath import breath_at
from coprod.ui.kit.button import TALL, ActionButton, Role
from coprod.ui.kit.chip import VoiceChip
from coprod.ui.kit.focus import FocusRing
from coprod.ui.kit.toast import Toast
from tests.sessions import REPO

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


@pytest.fixture
def look(qapp: QApplication) -> themes.Theme:
    theme = themes.load("light")
    themes.apply(qapp, theme)
    return theme


def colours(widget: QWidget) -> set[str]:
    image = widget.grab().toImage()
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(0, image.height(), 2)}


def test_button_is_named_for_screen_readers(qtbot: QtBot, look: themes.Theme) -> None:
    button = ActionButton(look, "Undo", icon="undo-2", keys=("Ctrl", "Z"))
    qtbot.addWidget(button)
    spoken = QAccessible.queryAccessibleInterface(button)
    assert spoken.text(QAccessible.Text.Name) == "Undo"
    assert spoken.text(QAccessible.Text.Description) == "Ctrl+Z"
    assert spoken.role() == QAccessible.Role.Button


def test_button_heights_grow_with_the_scale(qtbot: QtBot, look: themes.Theme) -> None:
    tall = ActionButton(look, "Pass", height=TALL)
    qtbot.addWidget(tall)
    assert tall.sizeHint().height() == 64
    tall.set_theme(look.scaled(1.5))
    assert tall.sizeHint().height() == 96


def test_keys_yield_before_the_word(qtbot: QtBot, look: themes.Theme) -> None:
    button = ActionButton(look, "Blank the room", keys=("Ctrl", "B"))
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    with_keys = colours(button)
    button.resize(button.minimumSizeHint())
    assert look.edge.name() in with_keys
    assert look.edge.name() not in colours(button)
    assert look.ink.name() in colours(button)


def test_main_button_is_filled_and_answers_to_the_key(qtbot: QtBot, look: themes.Theme) -> None:
    button = ActionButton(look, "Next voice: Haru", role=Role.MAIN, keys=("Space",))
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    assert look.accent.name() in colours(button)
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Space)


def test_a_button_that_cannot_be_used_can_still_be_read(qtbot: QtBot, look: themes.Theme) -> None:
    button = ActionButton(look, "Undo", role=Role.MAIN)
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    button.setEnabled(False)
    assert look.ink2.name() in colours(button)
    assert look.accent.name() not in colours(button)


def test_chip_says_shape_name_and_standing(qtbot: QtBot, look: themes.Theme) -> None:
    chip = VoiceChip(look)
    qtbot.addWidget(chip)
    chip.show_voice(Voice("Mina", Mark.BOTH, "Both", Standing.SPEAKING, "speaking"))
    chip.resize(chip.sizeHint())
    assert chip.accessibleName() == "Mina, Both, speaking"
    assert look.accent.name() in colours(chip)


@pytest.mark.parametrize("standing", list(Standing))
def test_every_standing_can_be_painted(qtbot: QtBot, look: themes.Theme, standing: Standing) -> None:
    chip = VoiceChip(look)
    qtbot.addWidget(chip)
    chip.show_voice(Voice("Bartholomew Cholmondeley", Mark.PEER, "Peer", standing, "word"))
    chip.resize(chip.minimumSizeHint())
    ink = look.on_accent if standing is Standing.SPEAKING else look.ink
    assert ink.name() in colours(chip)


def test_toast_keeps_its_place_and_offers_undo(qtbot: QtBot, look: themes.Theme) -> None:
    toast = Toast(look)
    qtbot.addWidget(toast)
    toast.show()
    (button,) = toast.findChildren(ActionButton)
    empty = toast.sizeHint().height()
    toast.show_text("Ren passed.", "Undo", ("Ctrl", "Z"))
    assert toast.accessibleName() == toast.text() == "Ren passed."
    assert toast.sizeHint().height() == empty == 44
    with qtbot.waitSignal(toast.undo):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    toast.show_text("Saved.")
    assert button.isHidden()


def test_breath_is_four_in_and_six_out() -> None:
    assert [round(breath_at(t), 2) for t in (0, 2, 4, 7, 10, 14)] == [0.62, 0.81, 1.0, 0.81, 0.62, 1.0]
    assert breath_at(3.3, reduced=True) == 0.8


def test_arc_moves_in_ten_steps_where_motion_is_reduced() -> None:
    assert [stepped(share, reduced=True) for share in (0.0, 0.29, 0.3, 1.0)] == [0.0, 0.2, 0.3, 1.0]
    assert stepped(0.29, reduced=False) == 0.29


def test_arc_full_simply_stays_full(qtbot: QtBot, look: themes.Theme) -> None:
    arc = SoftTime(look)
    qtbot.addWidget(arc)
    arc.resize(136, 28)
    arc.show_share(1.0, "until 14:25")
    full = arc.grab().toImage()
    arc.show_share(1.7)
    assert arc.grab().toImage() == full


def test_focus_ring_follows_and_lies_outside(qtbot: QtBot, look: themes.Theme) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    rows = QVBoxLayout(window)
    one, two = ActionButton(look, "One"), ActionButton(look, "Two")
    rows.addWidget(one)
    rows.addWidget(two)
    ring = FocusRing(window, look)
    window.show()
    window.activateWindow()
    for each in (one, two):
        each.setFocus()
        around = each.geometry().adjusted(-5, -5, 5, 5)
        qtbot.waitUntil(partial(lambda wanted: bool(ring.geometry() == wanted), around))
    two.deleteLater()
    qtbot.waitUntil(lambda: not ring.isVisible() or ring.geometry().contains(one.geometry()))


def test_icons_are_used_with_their_licence_beside_them() -> None:
    folder = paths.resources() / "icons"
    assert "ISC" in (folder / "LICENSE.txt").read_text(encoding="utf-8")
    assert all("currentColor" in svg.read_text(encoding="utf-8") for svg in folder.glob("*.svg"))


def test_only_icons_that_are_used_are_bundled() -> None:
    code = "".join(source.read_text(encoding="utf-8") for source in (REPO / "coprod").rglob("*.py"))
    icons = [svg.stem for svg in (paths.resources() / "icons").glob("*.svg")]
    assert [icon for icon in icons if f'"{icon}"' not in code] == []
