"""Text is laid out in as few lines as it needs, balanced, within its width, whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFont, QImage

from coprod.ui import theme as themes
from coprod.ui.kit.phrases import characters
from coprod.ui.kit.text import Words, lay, shape

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

LONG = "When the agenda comes a day before, I can prepare my words, and then I am not afraid to begin."


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> themes.Theme:
    theme = themes.load("light")
    themes.apply(qapp, theme)
    return theme


def advance(text: str, font: QFont, lang: str = "") -> float:
    layout = shape(text, font, lang)
    return layout.lineAt(0).naturalTextWidth()


def test_short_english_is_balanced() -> None:
    block = lay("If how you are right now were weather, what would it be?", "en", themes.font(62), 84, 1440)
    assert len(block.lines) == 2
    assert min(block.widths) / max(block.widths) > 0.8


def test_japanese_never_splits_a_phrase_that_fits() -> None:
    block = lay("急いで結論を出そうとして、待てていないと気づきました。", "ja", themes.font(50), 70, 810)
    assert block.lines == ("急いで結論を出そうとして、", "待てていないと気づきました。")


def test_a_word_longer_than_the_line_is_split_and_kept() -> None:
    block = lay("x" * 300, "en", themes.font(20), 28, 200)
    assert "".join(block.lines) == "x" * 300
    assert block.width <= 200


def test_a_long_name_is_split_at_its_hyphen_first() -> None:
    block = lay("Featherstonehaugh-Cholmondeley", "en", themes.font(44), 60, 560)
    assert block.lines == ("Featherstonehaugh-", "Cholmondeley")


def test_own_line_height() -> None:
    block = lay(LONG, "en", themes.font(17), 28, 300)
    assert block.height == 28 * len(block.lines) > 28


def test_line_breaks_of_the_writer_are_kept() -> None:
    assert lay("one\ntwo", "en", themes.font(17), 28, 300).lines == ("one", "two")


def test_nothing_to_say_is_one_empty_line() -> None:
    assert lay("", "en", themes.font(17), 28, 300).lines == ("",)


@pytest.mark.parametrize("bold", [False, True])
def test_curly_apostrophe_advances_like_the_straight_one(bold: bool) -> None:
    font = themes.font(100, bold=bold)
    curly, straight = (advance(text, font, "en") for text in ("don’t", "don't"))
    assert curly == pytest.approx(straight, abs=1)
    assert lay("don’t", "en", font, 120).width == pytest.approx(straight, abs=1)
    assert advance("don’t", font, "ja") > straight + 10


def test_apostrophe_after_a_letter_beyond_the_first_plane() -> None:
    font = themes.font(100)
    curly, straight = (advance(text, font, "en") for text in ("𝒜’s", "𝒜's"))
    assert curly == pytest.approx(straight, abs=1)


@given(text=st.text(alphabet="ab ’、。「」あ漢字한글𝒜", max_size=60), width=st.floats(40, 400))
def test_every_line_is_within_its_width_and_nothing_is_lost(text: str, width: float) -> None:
    block = lay(text, "", themes.font(17), 28, width)
    assert "".join("".join(block.lines).split()) == "".join(text.split())
    wide = [line for line in block.lines if advance(line, block.font) > width + 1]
    assert all(len(characters(line)) == 1 for line in wide)


def test_words_take_the_height_of_their_lines(qtbot: QtBot, look: themes.Theme) -> None:
    words = Words(look, themes.SAID)
    qtbot.addWidget(words)
    words.say(LONG, "en")
    assert words.heightForWidth(200) > words.heightForWidth(600) >= 28
    assert words.accessibleName() == words.text() == LONG


def test_words_paint_in_the_colour_asked(qtbot: QtBot, look: themes.Theme) -> None:
    words = Words(look, themes.SAID, token="accent")
    qtbot.addWidget(words)
    words.say("■■■")
    words.resize(100, 28)
    image = words.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    assert any(image.pixelColor(x, 14) == look.accent for x in range(100))
