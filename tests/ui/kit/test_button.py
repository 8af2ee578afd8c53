"""The button in three themes: what it is filled with, what yields first, and how it is used without a mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QWidget

from coprod.ui import theme as themes
from coprod.ui.kit.button import LOW, TALL, ActionButton, Role
from coprod.ui.kit.keycap import keys_width, paint_keys
from tests.ui.kit.painted import counted, drawn, seen

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

LONG = "Next voice: Wilhelmina-Philippa Featherstonehaugh-Cholmondeley"


@pytest.mark.parametrize(
    ("role", "ground", "ink"),
    [
        (Role.MAIN, "accent", "on_accent"),
        (Role.PLAIN, "fill", "ink"),
        (Role.SURFACE, "surface", "ink"),
        (Role.LINK, "paper", "accent"),
    ],
)
def test_each_role_has_its_ground_and_its_ink(
    qtbot: QtBot, dress: themes.Theme, role: Role, ground: str, ink: str
) -> None:
    button = ActionButton(dress, "■■■", role=role, height=TALL)
    qtbot.addWidget(button)
    colours, tokens = seen(button), themes.tokens(dress)
    assert colours.most_common(1)[0][0] == tokens[ground].name()
    assert tokens[ink].name() in colours
    assert themes.contrast(tokens[ground], tokens[ink]) >= 7


def test_only_the_main_button_is_bold_and_larger(qtbot: QtBot, dress: themes.Theme) -> None:
    main, plain = (ActionButton(dress, "Pass", role=role, height=TALL) for role in (Role.MAIN, Role.PLAIN))
    for button in (main, plain):
        qtbot.addWidget(button)
    bold = QFontMetricsF(dress.font(themes.LARGE, bold=True)).horizontalAdvance("Pass")
    regular = QFontMetricsF(dress.font(themes.SAID)).horizontalAdvance("Pass")
    assert main.sizeHint().width() - plain.sizeHint().width() == pytest.approx(bold - regular, abs=1)


def test_in_high_contrast_a_button_has_an_edge_as_well(qtbot: QtBot, dress: themes.Theme) -> None:
    button = ActionButton(dress, "Pass")
    qtbot.addWidget(button)
    on_the_rim = button.grab().toImage().pixelColor(button.sizeHint().width() // 2, 0)
    assert (on_the_rim == dress.edge) == dress.edged_fill


@pytest.mark.parametrize("role", list(Role))
def test_what_cannot_be_used_has_a_dotted_edge_and_readable_words(
    qtbot: QtBot, dress: themes.Theme, role: Role
) -> None:
    button = ActionButton(dress, "■■■", role=role, icon="pencil")
    qtbot.addWidget(button)
    before = seen(button)
    button.setEnabled(False)
    after = seen(button)
    assert after != before
    assert dress.ink2.name() in after
    button.setEnabled(True)
    assert seen(button) == before


def test_a_pressed_button_looks_pressed(qtbot: QtBot, dress: themes.Theme) -> None:
    button = ActionButton(dress, "Pass", role=Role.MAIN)
    qtbot.addWidget(button)
    before = seen(button)
    button.setDown(True)
    assert seen(button).most_common(1) != before.most_common(1)


@pytest.mark.parametrize("keys", [(), ("Space",), ("Ctrl", "Shift", "→")])
def test_there_is_room_for_the_keys(qtbot: QtBot, dress: themes.Theme, keys: tuple[str, ...]) -> None:
    button = ActionButton(dress, "Pass", keys=keys)
    qtbot.addWidget(button)
    room = button.sizeHint().width() - button.minimumSizeHint().width()
    assert room >= keys_width(dress, keys)
    assert (dress.edge.name() in seen(button)) == (bool(keys) or dress.edged_fill)


def test_key_caps_are_as_wide_as_they_say_and_end_where_told(dress: themes.Theme) -> None:
    keys = ("Ctrl", "Z")

    def draw(at: float) -> set[int]:
        image = drawn(
            lambda painter: paint_keys(
                painter, dress, keys, QPointF(at, 20), (dress.ink, dress.edge), bold=False
            ),
            themes_size,
            dress.paper.name(),
        )
        return {
            x for x in range(image.width()) if any(image.pixelColor(x, y) != dress.paper for y in range(40))
        }

    themes_size = ActionButton(dress, "x" * 30).sizeHint()
    columns = draw(200)
    assert max(columns) == pytest.approx(199, abs=1)
    assert max(columns) - min(columns) == pytest.approx(keys_width(dress, keys), abs=2)


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5])
@pytest.mark.parametrize("height", [36, LOW, TALL])
def test_no_target_is_under_36(qtbot: QtBot, dress: themes.Theme, height: int, scale: float) -> None:
    button = ActionButton(dress.scaled(scale), "·", role=Role.LINK, height=height)
    qtbot.addWidget(button)
    assert button.sizeHint().height() == round(height * scale) >= 36


def test_a_longer_word_asks_for_more_room_and_a_new_name(qtbot: QtBot, dress: themes.Theme) -> None:
    button = ActionButton(dress, "Pass", keys=("S",))
    qtbot.addWidget(button)
    before = button.sizeHint().width()
    button.say("Pass, and come back", ("Shift", "S"))
    assert button.sizeHint().width() > before
    spoken = QAccessible.queryAccessibleInterface(button)
    assert spoken.text(QAccessible.Text.Name) == "Pass, and come back"
    assert spoken.text(QAccessible.Text.Description) == "Shift+S"


def test_a_very_long_word_ends_in_dots_and_is_whole_in_the_tool_tip(
    qtbot: QtBot, dress: themes.Theme
) -> None:
    button = ActionButton(dress, LONG, role=Role.MAIN, height=TALL)
    qtbot.addWidget(button)
    assert button.minimumSizeHint().width() == 300
    assert button.toolTip() == button.accessibleName() == LONG
    button.resize(button.minimumSizeHint())
    right = button.grab().toImage().copy(300 - 15, 12, 15, TALL - 24)
    assert dress.on_accent.name() not in counted(right)
    button.say("Pass")
    assert button.toolTip() == ""


def test_a_tool_tip_of_its_own_stays(qtbot: QtBot, dress: themes.Theme) -> None:
    button = ActionButton(dress, "Language")
    qtbot.addWidget(button)
    button.setToolTip("Ctrl+L")
    button.say("日本語")
    assert button.toolTip() == "Ctrl+L"


def test_by_keys_alone(qtbot: QtBot, dress: themes.Theme) -> None:
    """Tab reaches a button, Space presses it; one that cannot be used is passed over."""
    window = QWidget()
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    buttons = [ActionButton(dress, name) for name in ("One", "Two", "Three")]
    pressed: list[str] = []
    for button in buttons:
        row.addWidget(button)
        button.clicked.connect(lambda _=False, button=button: pressed.append(button.text()))
    buttons[1].setEnabled(False)
    window.show()
    window.activateWindow()
    buttons[0].setFocus()
    qtbot.waitUntil(buttons[0].hasFocus)
    for _ in range(2):
        focused = window.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Space)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert pressed == ["One", "Three"]


def test_nothing_is_painted_outside_its_round_corners(qtbot: QtBot, dress: themes.Theme) -> None:
    button = ActionButton(dress, "Pass", role=Role.MAIN, height=TALL)
    qtbot.addWidget(button)
    button.resize(200, TALL)
    image = button.grab().toImage()
    assert image.pixelColor(QPoint(0, 0)) == dress.paper
    assert image.pixelColor(QPoint(9, 0)) == (dress.edge if dress.edged_fill else dress.accent)
