"""Whatever the wall shows: within its margins, nothing upon anything else, nothing too small, nothing cut."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter

from coprod.present.room import BLANK, Kind, RoomView, Run
from coprod.ui import theme as themes
from coprod.ui.room.page import compose, paint, read_aloud, render
from coprod.ui.room.sheet import FOOT, HEAD, SIDE, Placed, Sheet
from tests.ui.room.walls import (
    MINA,
    NOBODY,
    SHAPES,
    VIEWS,
    called,
    in_korean,
    ja_en,
    note,
    notes_view,
    pair,
    question,
    texts,
    turned_round,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication

WIDE = QSize(1920, 1080)


@pytest.fixture(scope="module", autouse=True)
def look(qapp: QApplication) -> themes.Theme:
    theme = themes.load("light")
    themes.apply(qapp, theme)
    return theme


def sheets(view: RoomView, size: QSize, look: themes.Theme) -> list[Sheet]:
    """Every page of a view."""
    first = compose(view, size, look)
    return [first, *(compose(replace(view, page=page), size, look) for page in range(1, first.pages))]


def ink(placed: Placed) -> QRectF:
    """The part of a text's place that letters can reach: the em box of each line, without the air between lines."""
    air = (placed.block.line - placed.block.font.pixelSize()) / 2
    return placed.rect.adjusted(0, air, 0, -air)


@pytest.mark.parametrize("size", SHAPES, ids=lambda size: f"{size.width()}x{size.height()}")
@pytest.mark.parametrize("form", [ja_en, turned_round, in_korean])
@pytest.mark.parametrize("name", VIEWS)
def test_text_is_within_margins_apart_and_large_enough(
    name: str, form: Callable[[RoomView], RoomView], size: QSize, look: themes.Theme
) -> None:
    for sheet in sheets(form(VIEWS[name]), size, look):
        room = QRectF(SIDE, HEAD - 12, sheet.width - 2 * SIDE, sheet.height - HEAD - FOOT + 24)
        for text in sheet.placed:
            assert room.adjusted(-1, 0, 1, 0).contains(ink(text)), text.block.lines
            assert text.block.font.pixelSize() >= 1080 / 25
        for one, other in combinations(sheet.placed, 2):
            assert not ink(one).intersects(ink(other)), (one.block.lines, other.block.lines)


@pytest.mark.parametrize("size", [QSize(1280, 720), QSize(3840, 2160)])
def test_walls_of_one_shape_show_the_same(size: QSize, look: themes.Theme) -> None:
    for name in ("turn", "notes", "guidelines"):
        one, other = (compose(VIEWS[name], each, look) for each in (WIDE, size))
        assert [(text.rect, text.block.lines) for text in one.placed] == [
            (text.rect, text.block.lines) for text in other.placed
        ]


@pytest.mark.parametrize("size", SHAPES, ids=lambda size: f"{size.width()}x{size.height()}")
@pytest.mark.parametrize("name", ["guidelines", "guidelines-many", "guidelines-long", "question-endless"])
def test_no_text_is_lost_between_pages(name: str, size: QSize, look: themes.Theme) -> None:
    view = replace(VIEWS[name], where=(), foot=())
    placed = [text for sheet in sheets(view, size, look) for text in sheet.placed if text.token == "ink"]
    shown = "".join(line for text in placed for line in text.block.lines).replace(" ", "")
    for text in [run.text for rule in view.guidelines for run in rule.text] or [
        run.text for run in view.title
    ]:
        assert text.replace(" ", "") in shown


def test_at_most_six_guidelines_on_a_page(look: themes.Theme) -> None:
    for sheet in sheets(VIEWS["guidelines-many"], WIDE, look):
        numbers = [text for text in sheet.placed if text.token == "accent" and text.y > 140]
        assert 1 <= len(numbers) <= 6


def test_first_language_is_larger_and_bold_whichever_it_is(look: themes.Theme) -> None:
    for view, first in ((question(), "ja"), (turned_round(question()), "en")):
        sheet = compose(view, WIDE, look)
        asked = {
            run.lang: next(
                text.block for text in sheet.placed if "".join(text.block.lines)[:4] == run.text[:4]
            )
            for run in view.title
        }
        larger, smaller = asked.pop(first), asked.popitem()[1]
        assert larger.font.bold()
        assert not smaller.font.bold()
        assert 0.7 <= smaller.font.pixelSize() / larger.font.pixelSize() <= 0.95


def test_both_languages_are_in_the_same_ink(look: themes.Theme) -> None:
    sheet = compose(notes_view(note("a")), WIDE, look)
    assert {text.token for text in sheet.placed} == {"ink", "accent"}


def test_two_notes_stand_side_by_side_under_the_question(look: themes.Theme) -> None:
    sheet = compose(VIEWS["notes"], WIDE, look)
    assert "朝のひとこと" in texts(sheet)
    assert {text.x for text in sheet.placed if "朝のひとこと" in "".join(text.block.lines)} == {112, 1004}
    assert "助けて" in texts(sheet)


def test_of_three_notes_the_newest_two_are_shown(look: themes.Theme) -> None:
    three = [replace(note(id), text=pair(f"ことば{id}", f"word {id}")) for id in "abc"]
    shown = texts(compose(notes_view(*three), WIDE, look))
    assert "ことばa" not in shown
    assert "ことばb" in shown
    assert "ことばc" in shown


def test_a_note_too_long_for_its_half_goes_alone(look: themes.Theme) -> None:
    sheet = compose(notes_view(note("a"), note("b", 8)), WIDE, look)
    assert sheet.too_long == ()
    assert texts(sheet).count("朝のひとこと") == 8
    assert "助けて" not in texts(sheet)


def test_a_note_that_fits_nowhere_is_neither_shown_nor_shortened(look: themes.Theme) -> None:
    sheet = compose(notes_view(note("a", 2), note("b", 30)), WIDE, look)
    assert sheet.too_long == ("b",)
    assert texts(sheet).count("朝のひとこと") == 2
    only = compose(notes_view(note("b", 30)), WIDE, look)
    assert "朝のひとこと" not in texts(only)
    assert "助けて" in texts(only)


def test_nonsense_of_any_length_does_not_stop_the_wall(look: themes.Theme) -> None:
    endless = replace(note("z"), text=(Run("en", "x" * 20_000), Run("ja", "あ" * 20_000)))
    assert compose(notes_view(endless), WIDE, look).too_long == ("z",)
    assert compose(replace(question(), title=endless.text), WIDE, look).pages > 2


def test_the_foot_says_what_is_allowed_on_every_page(look: themes.Theme) -> None:
    for sheet in sheets(VIEWS["turn-long-question"], WIDE, look):
        assert "パスも、あとでも、書くのも大丈夫" in texts(sheet)
        assert "いま" in texts(sheet)


def test_blank_is_paper_and_nothing_else(look: themes.Theme) -> None:
    picture = render(BLANK, QSize(320, 180), look)
    assert {picture.pixel(x, y) for x in range(320) for y in range(0, 180, 7)} == {look.paper.rgb()}


def test_breath_is_still_where_motion_is_reduced_and_moves_otherwise(look: themes.Theme) -> None:
    size, view = QSize(480, 270), VIEWS["breath"]
    assert render(view, size, look, seconds=0) != render(view, size, look, seconds=4)
    still = [render(view, size, look, seconds=seconds, reduced=True) for seconds in (0, 4)]
    assert still[0] == still[1]


def test_every_theme_paints_in_its_own_colours() -> None:
    for name in ("light", "dark", "contrast"):
        theme = themes.load(name)
        picture = render(VIEWS["turn"], QSize(960, 540), theme)
        found = {picture.pixel(x, y) for x in range(960) for y in range(0, 540, 3)}
        assert {theme.paper.rgb(), theme.ink.rgb(), theme.accent.rgb()} <= found
        red = [one for one in map(QColor, found) if one.red() > 150 and one.green() < 80 and one.blue() < 80]
        assert red == []


def test_the_preview_is_what_the_room_sees(look: themes.Theme) -> None:
    """The same sheet painted small: line for line, only scaled."""
    view = VIEWS["notes"]
    small = QImage(480, 270, QImage.Format.Format_RGB32)
    painter = QPainter(small)
    paint(painter, QRectF(0, 0, 480, 270), compose(view, WIDE, look))
    painter.end()
    assert small == render(view, QSize(480, 270), look)
    large = render(view, WIDE, look).scaled(QSize(480, 270))
    dark = [(x, y) for x in range(480) for y in range(270) if small.pixelColor(x, y).value() < 90]
    near = sum(min(large.pixelColor(x, y).value(), 255) < 200 for x, y in dark)
    assert near > 0.8 * len(dark) > 100


def test_painting_stays_within_its_rectangle(look: themes.Theme) -> None:
    image = QImage(400, 300, QImage.Format.Format_RGB32)
    image.fill(QColor("blue"))
    painter = QPainter(image)
    paint(
        painter, QRectF(QPointF(40, 30), QRectF(0, 0, 320, 180).size()), compose(VIEWS["breath"], WIDE, look)
    )
    painter.end()
    assert (
        image.pixelColor(39, 100) == QColor("blue") == image.pixelColor(200, 29) == image.pixelColor(361, 100)
    )
    assert image.pixelColor(45, 35) == look.paper


def test_no_standpoint_stands_beside_a_person_in_their_turn(look: themes.Theme) -> None:
    now, following = called(MINA)
    with_mark = compose(notes_view(note("a")), WIDE, look)
    turn = compose(question(now=now, next=following), WIDE, look)
    assert len(turn.drawings) == 2  # the two rules
    assert len(with_mark.drawings) == 3  # the arc, a rule and the mark of the note


def test_someone_without_a_name_on_the_wall_is_called_in_both_languages(look: themes.Theme) -> None:
    shown = texts(compose(question(now=called(NOBODY)[0]), WIDE, look))
    assert "次の方" in shown
    assert "Thenextperson" in shown


def test_read_aloud_tells_all_there_is(look: themes.Theme) -> None:
    told = read_aloud(compose(VIEWS["turn"], WIDE, look))
    for text in ("チェックイン", "Check-in", "Mina", "Now", "いま", "Pass, later or in writing: all fine"):
        assert text in told


def test_every_kind_has_a_picture() -> None:
    assert {view.kind for view in VIEWS.values()} == set(Kind)
