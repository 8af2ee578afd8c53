"""The chip of one person: readable in every standing and theme, by words as well as by colour, equal in weight."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from coprod.present.marks import Mark, Standing, Voice
from coprod.ui import theme as themes
from coprod.ui.kit.chip import VoiceChip
from tests.ui.kit.painted import counted, seen

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

STANDINGS = pytest.mark.parametrize("standing", list(Standing))


def chip(
    qtbot: QtBot, theme: themes.Theme, standing: Standing, mark: Mark = Mark.PEER, name: str = "Mina"
) -> VoiceChip:
    made = VoiceChip(theme)
    qtbot.addWidget(made)
    made.show_voice(Voice(name, mark, mark.value, standing, standing.value))
    return made


@STANDINGS
def test_words_can_be_read_on_the_ground_of_each_standing(
    qtbot: QtBot, dress: themes.Theme, standing: Standing
) -> None:
    colours = seen(chip(qtbot, dress, standing, name="■■■■"))
    ground = colours.most_common(1)[0][0]
    speaking = standing is Standing.SPEAKING
    grounds = {dress.accent.name()} if speaking else {dress.paper.name(), dress.surface.name()}
    assert ground in grounds
    ink = dress.on_accent if speaking else dress.ink
    assert ink.name() in colours
    assert themes.contrast(ink, getattr(dress, "accent" if speaking else "surface")) >= 7


def test_no_two_standings_look_alike_even_without_colour(qtbot: QtBot, dress: themes.Theme) -> None:
    grey = []
    for standing in Standing:
        made = chip(qtbot, dress, standing)
        made.resize(140, 54)
        grey.append(made.grab().toImage().convertToFormat(made.grab().toImage().Format.Format_Grayscale8))
    assert all(one != other for number, one in enumerate(grey) for other in grey[number + 1 :])


@pytest.mark.parametrize("mark", list(Mark))
def test_every_standpoint_has_the_same_room_and_the_same_ink(
    qtbot: QtBot, dress: themes.Theme, mark: Mark
) -> None:
    """No standpoint is larger, darker or nearer than another."""
    made, peer = chip(qtbot, dress, Standing.NOT_YET, mark), chip(qtbot, dress, Standing.NOT_YET)
    assert made.sizeHint() == peer.sizeHint()
    for one in (made, peer):
        one.resize(one.sizeHint())
    marks = [counted(one.grab().toImage().copy(0, 0, 32, 54)) for one in (made, peer)]
    assert dress.ink.name() in marks[0]
    shares = [sum(count for colour, count in one.items() if colour == dress.ink.name()) for one in marks]
    if mark is not Mark.NOT_SAID:  # a ring, open in the middle
        assert shares[0] == pytest.approx(shares[1], rel=0.3)


@STANDINGS
def test_a_long_name_yields_and_the_standing_does_not(
    qtbot: QtBot, dress: themes.Theme, standing: Standing
) -> None:
    made = chip(qtbot, dress, standing, name="Wilhelmina-Philippa Featherstonehaugh MM")
    assert made.minimumSizeHint().width() < made.sizeHint().width()
    assert made.toolTip() == "Wilhelmina-Philippa Featherstonehaugh MM"
    made.resize(made.minimumSizeHint())
    low, edge = made.grab().toImage(), made.width() - 4
    ground = low.pixelColor(edge, 8)
    right = {low.pixelColor(x, y).name() for x in range(edge - 2, edge) for y in range(8, 46)}
    assert right == {ground.name()}


def test_it_says_name_standpoint_and_standing_and_leaves_out_what_is_empty(
    qtbot: QtBot, dress: themes.Theme
) -> None:
    made = chip(qtbot, dress, Standing.LATER)
    assert made.accessibleName() == "Mina, peer, later"
    made.show_voice(Voice("Mina", Mark.PEER, "Peer", Standing.NOT_YET, ""))
    spoken = QAccessible.queryAccessibleInterface(made)
    assert spoken.text(QAccessible.Text.Name) == "Mina, Peer"
    assert spoken.role() == QAccessible.Role.Button


def test_a_chip_is_large_enough_and_grows_with_the_text(qtbot: QtBot, dress: themes.Theme) -> None:
    made = chip(qtbot, dress, Standing.NOT_YET)
    made.show_voice(Voice("·", Mark.PEER, "Peer", Standing.NOT_YET, ""))
    assert made.minimumSizeHint() == QSize(96, 54)
    made.set_theme(dress.scaled(1.5))
    assert made.minimumSizeHint() == QSize(144, 81)


def test_a_chip_is_given_the_voice_by_keys(qtbot: QtBot, dress: themes.Theme) -> None:
    made = chip(qtbot, dress, Standing.NOT_YET)
    made.show()
    with qtbot.waitSignal(made.clicked):
        QTest.keyClick(made, Qt.Key.Key_Space)
    assert made.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_the_same_voice_shown_again_changes_nothing(qtbot: QtBot, dress: themes.Theme) -> None:
    made = chip(qtbot, dress, Standing.SPEAKING)
    made.resize(made.sizeHint())
    before = made.grab().toImage()
    made.show_voice(Voice("Mina", Mark.PEER, "peer", Standing.SPEAKING, "speaking"))
    assert made.grab().toImage() == before
