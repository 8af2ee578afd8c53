"""The measures of the wall, as fractions of its height H: what the room is promised to be able to read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize

from coprod.present.room import Kind, RoomView, Run
from coprod.ui import theme as themes
from coprod.ui.room.page import compose
from coprod.ui.room.setting import LINE
from tests.ui.room.walls import (
    LONG_NAME,
    MINA,
    NOBODY,
    QUESTION,
    VIEWS,
    called,
    in_korean,
    ja_en,
    note,
    notes_view,
    pair,
    question,
    turned_round,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication

    from coprod.ui.room.sheet import Placed, Sheet

H = 1080
WIDE = QSize(1920, 1080)
FORMS = pytest.mark.parametrize("form", [ja_en, turned_round, in_korean])
WALLS = pytest.mark.parametrize(
    "size",
    [
        QSize(1024, 768),
        QSize(1280, 800),
        QSize(1366, 768),
        QSize(1920, 1080),
        QSize(2560, 1080),
        QSize(3840, 2160),
    ],
    ids=lambda size: f"{size.width()}x{size.height()}",
)


@pytest.fixture(scope="module", autouse=True)
def look(qapp: QApplication) -> themes.Theme:
    theme = themes.load("light")
    themes.apply(qapp, theme)
    return theme


def px(sheet: Sheet, text: str) -> int:
    """The size of the text that begins so."""
    return of(sheet, text).block.font.pixelSize()


def of(sheet: Sheet, text: str) -> Placed:
    return next(one for one in sheet.placed if "".join(one.block.lines).startswith(text))


def test_a_short_question_is_as_large_as_promised(look: themes.Theme) -> None:
    sheet = compose(question(), WIDE, look)
    assert px(sheet, "最近") == round(H / 13) + 1 == 84
    assert px(sheet, "When") == 62
    assert H / 17.6 <= px(sheet, "When") <= H / 16.6


def test_english_is_about_three_quarters_of_the_japanese_in_questions_and_nine_tenths_in_notes(
    look: themes.Theme,
) -> None:
    asked = compose(question(), WIDE, look)
    noted = compose(notes_view(note("a"), note("b")), WIDE, look)
    assert px(asked, "When") / px(asked, "最近") == pytest.approx(3 / 4, abs=0.03)
    assert px(noted, "A word") / px(noted, "朝の") == pytest.approx(9 / 10, abs=0.03)


def test_notes_are_as_large_as_promised(look: themes.Theme) -> None:
    sheet = compose(notes_view(note("a"), note("b")), WIDE, look)
    assert px(sheet, "朝の") == 50 == round(H / 21.6)
    assert px(sheet, "A word") == 45 == H / 24


def test_names_are_as_large_as_promised(look: themes.Theme) -> None:
    now, following = called(MINA)
    sheet = compose(question(now=now, next=replace(following, name=(Run("", "Sota"),))), WIDE, look)
    assert px(sheet, "Mina") == 120 == H / 9
    assert px(sheet, "Sota") == 84
    assert of(sheet, "Mina").block.font.bold()
    assert not of(sheet, "Sota").block.font.bold()


def test_somebody_without_a_name_is_called_no_larger_and_no_smaller_than_fits(look: themes.Theme) -> None:
    now, _ = called(NOBODY)
    sheet = compose(question(now=now), WIDE, look)
    assert px(sheet, "次の方") == 84
    assert px(sheet, "The next") == 63


def test_the_longest_name_is_whole(look: themes.Theme) -> None:
    now, following = called(LONG_NAME)
    sheet = compose(question(now=now, next=following), WIDE, look)
    shown = "".join(line for text in sheet.placed for line in text.block.lines)
    assert shown.replace(" ", "").count(LONG_NAME[0].text.replace(" ", "")) == 2


def test_the_clock_of_the_return_is_very_large(look: themes.Theme) -> None:
    sheet = compose(VIEWS["break"], WIDE, look)
    assert px(sheet, "14:35") == 400 == round(H / 2.7)
    assert px(sheet, "再開") == 84


def test_the_greeting_is_larger_than_any_question(look: themes.Theme) -> None:
    assert px(compose(VIEWS["welcome"], WIDE, look), "ようこそ") > 84


def test_one_number_stands_for_both_languages(look: themes.Theme) -> None:
    for name in ("question-ends", "break", "groups", "welcome"):
        sheet = compose(VIEWS[name], WIDE, look)
        clock = VIEWS[name].clock
        assert clock is not None
        lines = [line for text in sheet.placed for line in text.block.lines]
        assert lines.count(clock.time) == 1


@FORMS
@pytest.mark.parametrize("name", VIEWS)
def test_lines_have_air_between_them(
    name: str, form: Callable[[RoomView], RoomView], look: themes.Theme
) -> None:
    for text in compose(form(VIEWS[name]), WIDE, look).placed:
        assert 1.35 <= text.block.line / text.block.font.pixelSize() <= 1.45 or len(text.block.lines) == 1
    assert 1.35 <= LINE <= 1.45


@WALLS
@pytest.mark.parametrize("name", ["turn-ends", "notes", "guidelines", "welcome", "break", "groups", "breath"])
def test_margins_and_the_smallest_text_hold_on_any_wall(name: str, size: QSize, look: themes.Theme) -> None:
    """In px of the real wall: sides H/9.6, above and below 64 to 72 of 1080, no text under H/24.5."""
    sheet = compose(VIEWS[name], size, look)
    unit = size.height() / sheet.height
    height = size.height() if size.width() / size.height() >= 1.25 else size.width() / 1.25
    for text in sheet.placed:
        left, right = text.rect.left() * unit, size.width() - text.rect.right() * unit
        assert min(left, right) >= height / 9.65 - 1, text.block.lines
        above, below = text.rect.top() * unit, size.height() - text.rect.bottom() * unit
        assert min(above, below) >= height * 50 / H, text.block.lines
        assert text.block.font.pixelSize() * unit >= height / 24.6


@WALLS
def test_the_same_words_are_on_every_wall(size: QSize, look: themes.Theme) -> None:
    for name in ("turn-ends", "note", "guidelines", "welcome", "break", "breath", "closing"):
        said = [
            sorted(
                "".join(text.block.lines).replace(" ", "") for text in compose(VIEWS[name], wall, look).placed
            )
            for wall in (size, WIDE)
        ]
        assert said[0] == said[1], name


@FORMS
def test_neither_language_is_grey_beside_the_other(
    form: Callable[[RoomView], RoomView], look: themes.Theme
) -> None:
    for name, view in VIEWS.items():
        sheet = compose(replace(form(view), where=()), WIDE, look)
        for run in form(view).title:
            tokens = {text.token for text in sheet.placed if "".join(text.block.lines)[:5] == run.text[:5]}
            assert tokens <= {"ink"}, name


def test_where_a_question_is_long_both_languages_shrink_together(look: themes.Theme) -> None:
    sizes = []
    for times in range(1, 6):
        sheet = compose(question(times), WIDE, look)
        if sheet.pages == 1:
            sizes.append((px(sheet, "最近"), px(sheet, "When")))
    assert len(sizes) >= 3
    assert sizes == sorted(sizes, reverse=True)
    assert all(0.7 <= english / japanese <= 1 for japanese, english in sizes)


def test_the_ring_of_seats_and_the_breath_are_within_the_wall(look: themes.Theme) -> None:
    for size in (QSize(1024, 768), WIDE, QSize(2560, 1080)):
        sheet = compose(VIEWS["breath"], size, look)
        assert sheet.breath is not None
        centre, radius = sheet.breath
        assert radius <= centre.y() - 72
        assert centre.x() == pytest.approx(sheet.width / 2)
        words = min(text.rect.top() for text in sheet.placed)
        assert centre.y() + radius <= words


def test_a_view_of_one_language_alone_stands_as_large_as_two(look: themes.Theme) -> None:
    alone = replace(question(), title=QUESTION[:1], where=(), foot=())
    both = replace(question(), where=(), foot=())
    assert px(compose(alone, WIDE, look), "最近") == px(compose(both, WIDE, look), "最近")


def test_an_empty_view_of_any_kind_stops_nothing(look: themes.Theme) -> None:
    for kind in Kind:
        sheet = compose(RoomView(kind), WIDE, look)
        assert sheet.placed == []
        assert sheet.pages == 1


def test_a_page_beyond_the_last_begins_again(look: themes.Theme) -> None:
    first = compose(VIEWS["guidelines-many"], WIDE, look)
    again = compose(replace(VIEWS["guidelines-many"], page=first.pages), WIDE, look)
    assert [text.block.lines for text in again.placed] == [text.block.lines for text in first.placed]


def test_every_page_says_which_it_is_of_how_many(look: themes.Theme) -> None:
    for name in ("guidelines-many", "question-endless", "groups-many", "welcome-long"):
        pages = compose(VIEWS[name], WIDE, look).pages
        for page in range(pages):
            lines = [
                line
                for text in compose(replace(VIEWS[name], page=page), WIDE, look).placed
                for line in text.block.lines
            ]
            assert (f"{page + 1} / {pages}" in lines) == (pages > 1), name


def test_small_groups_keep_every_name_over_their_pages(look: themes.Theme) -> None:
    tables = VIEWS["groups-many"].tables
    many = tuple(
        replace(table, members=tuple(pair(f"人{number}-{n}", "")[:1] for n in range(21)))
        for number, table in enumerate(tables)
    )
    view = replace(VIEWS["groups-many"], tables=many)
    shown = [
        line
        for page in range(compose(view, WIDE, look).pages)
        for text in compose(replace(view, page=page), WIDE, look).placed
        for line in text.block.lines
    ]
    for number in range(len(many)):
        for member in range(21):
            assert shown.count(f"人{number}-{member}") == 1
