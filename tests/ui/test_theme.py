"""The colours can be read, the fonts are ours, and the palette leaves nothing to the style."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor, QFontInfo, QPalette

from coprod import paths
from coprod.ui import theme as themes

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

NAMES = ("light", "dark", "contrast")
GROUNDS = ("paper", "surface", "sunk", "fill", "accent_soft")


def test_contrast_of_black_and_white() -> None:
    assert themes.contrast(QColor("black"), QColor("white")) == pytest.approx(21)
    assert themes.contrast(QColor("#777777"), QColor("#777777")) == pytest.approx(1)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("text", ["ink", "ink2", "accent"])
def test_text_can_be_read_on_every_ground(name: str, ground: str, text: str) -> None:
    tokens = themes.tokens(themes.load(name))
    assert themes.contrast(tokens[text], tokens[ground]) >= 7


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("ground", ["paper", "surface", "sunk", "fill"])
@pytest.mark.parametrize("shape", ["edge", "breath", "ink", "accent"])
def test_shapes_stand_out(name: str, ground: str, shape: str) -> None:
    tokens = themes.tokens(themes.load(name))
    if (shape, name) != ("breath", "light") or ground in {
        "paper",
        "surface",
    }:  # the breath is on the wall alone
        assert themes.contrast(tokens[shape], tokens[ground]) >= 3


@pytest.mark.parametrize("name", NAMES)
def test_text_on_accent(name: str) -> None:
    theme = themes.load(name)
    assert themes.contrast(theme.on_accent, theme.accent) >= 7


@pytest.mark.parametrize("name", NAMES)
def test_no_colour_is_red(name: str) -> None:
    for token, colour in themes.tokens(themes.load(name)).items():
        assert not (colour.red() > 120 and colour.green() < 90 and colour.blue() < 90), token


@pytest.mark.parametrize("name", NAMES)
def test_a_theme_is_toml_and_read_as_such(name: str) -> None:
    text = (paths.resources() / "themes" / f"{name}.toml").read_text(encoding="utf-8")
    whole = tomllib.loads(text)
    assert themes.read(text) == whole.pop("colours") | whole


def test_offered_themes_exist() -> None:
    assert [themes.load(name).scale for name in themes.OFFERED] == [1.0, 1.0, 1.0]


@pytest.mark.parametrize("bold", [False, True])
def test_bundled_font_is_the_one_drawn(qapp: QApplication, bold: bool) -> None:
    themes.apply(qapp, themes.load("light"))
    info = QFontInfo(themes.load("light").font(themes.BODY, bold=bold))
    assert (info.family(), info.pixelSize(), info.bold()) == ("BIZ UDPGothic", 15, bold)


def test_scale_enlarges_text_and_lengths() -> None:
    theme = themes.load("light").scaled(1.5)
    assert theme.font(themes.LARGE).pixelSize() == 30
    assert theme.px(8) == 12


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("group", list(QPalette.ColorGroup)[:3])
def test_palette_can_be_read_in_every_state(name: str, group: QPalette.ColorGroup) -> None:
    made = themes.palette(themes.load(name))
    role = QPalette.ColorRole
    pairs = [
        (role.WindowText, role.Window),
        (role.Text, role.Base),
        (role.ButtonText, role.Button),
        (role.HighlightedText, role.Highlight),
        (role.PlaceholderText, role.Base),
        (role.ToolTipText, role.ToolTipBase),
    ]
    for text, ground in pairs:
        assert themes.contrast(made.color(group, text), made.color(group, ground)) >= 7, text
