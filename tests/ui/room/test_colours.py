"""What is really painted on the wall, pixel by pixel, in three themes: readable, quiet, and nowhere red."""

from __future__ import annotations

from array import array
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage

from coprod.present.room import BLANK
from coprod.ui import theme as themes
from coprod.ui.room.page import compose, render
from tests.ui.room.walls import VIEWS

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

SIZE = QSize(960, 540)
SHORT = [name for name in VIEWS if not name.endswith(("endless", "many", "long", "long-question"))]


@pytest.fixture(scope="module", params=["light", "dark", "contrast"])
def look(qapp: QApplication, request: pytest.FixtureRequest) -> themes.Theme:
    theme = themes.load(request.param)
    themes.apply(qapp, theme)
    return theme


def counted(image: QImage) -> Counter[int]:
    return Counter(array("I", bytes(image.convertToFormat(QImage.Format.Format_RGB32).constBits())))


def is_red(colour: QColor) -> bool:
    hue = colour.hsvHueF()
    return (0 <= hue < 0.045 or hue > 0.94) and colour.hsvSaturationF() > 0.45 and colour.valueF() > 0.35


@pytest.mark.parametrize("name", SHORT)
def test_nothing_is_red_and_every_text_can_be_read(name: str, look: themes.Theme) -> None:
    picture, sheet = render(VIEWS[name], SIZE, look), compose(VIEWS[name], SIZE, look)
    assert [one for one in map(QColor.fromRgb, counted(picture)) if is_red(one)] == []
    unit = SIZE.height() / sheet.height
    for text in sheet.placed:
        rect = text.rect
        part = picture.copy(
            round(rect.x() * unit),
            round(rect.y() * unit),
            round(rect.width() * unit),
            round(rect.height() * unit),
        )
        ground = QColor.fromRgb(counted(part).most_common(1)[0][0])
        assert ground == look.paper, text.block.lines
        best = max(themes.contrast(QColor.fromRgb(one), ground) for one in counted(part))
        assert best >= 7, text.block.lines


def test_the_wall_is_paper_most_of_all(look: themes.Theme) -> None:
    for name in ("turn", "notes", "guidelines", "welcome", "break"):
        colours = counted(render(VIEWS[name], SIZE, look))
        assert colours.most_common(1)[0][0] == look.paper.rgb()
        assert colours[look.paper.rgb()] > 0.75 * SIZE.width() * SIZE.height(), name


def test_blank_is_paper_and_nothing_else_in_every_theme(look: themes.Theme) -> None:
    assert set(counted(render(BLANK, SIZE, look))) == {look.paper.rgb()}


def test_colour_carries_nothing_alone(look: themes.Theme) -> None:
    """Who speaks now and who is next differ in words, in weight and in size, not in colour alone."""
    sheet = compose(VIEWS["turn"], SIZE, look)
    now = next(text for text in sheet.placed if text.block.lines == ("いま",))
    following = next(text for text in sheet.placed if text.block.lines == ("つぎ",))
    names = [text for text in sheet.placed if text.block.lines == ("Mina",)]
    assert now.x < following.x
    assert [one.block.font.bold() for one in names] == [True, False]
    assert names[0].block.font.pixelSize() > names[1].block.font.pixelSize()


def test_the_breath_stands_out_enough_to_be_seen_and_no_more(look: themes.Theme) -> None:
    colours = counted(render(VIEWS["breath"], SIZE, look, seconds=4))
    assert look.breath.rgb() in colours
    assert themes.contrast(look.breath, look.paper) >= 3
    if not look.filled_breath:
        assert colours[look.breath.rgb()] < 0.05 * SIZE.width() * SIZE.height()


def test_soft_time_changes_its_length_and_never_its_colours(look: themes.Theme) -> None:
    """Full time looks like any other time: the same colours, no more of them."""
    views = [replace(VIEWS["question-ends"], arc=arc) for arc in (0.5, 1.0)]
    known = {one.rgb() for one in themes.tokens(look).values()}
    used = [{one for one in counted(render(view, SIZE, look)) if one in known} for view in views]
    assert used[1] <= used[0]
