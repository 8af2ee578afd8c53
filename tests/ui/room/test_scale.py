"""Larger text on the wall: it has more pages, and nothing is cut, lies over another or is too small."""

from __future__ import annotations

import os
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize

from coprod.i18n import Catalogue
from coprod.present.room import Kind, RoomView, Run
from coprod.ui import theme as themes
from coprod.ui.console.preview import RoomPreview
from coprod.ui.room.page import compose, read_aloud, render
from coprod.ui.room.window import RoomWindow
from tests.ui.room.walls import VIEWS, called, in_korean, ja_en, note, notes_view, question, turned_round

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from coprod.ui.room.sheet import Sheet

SOAK = os.environ.get("COPROD_SOAK") == "1"
SCALES = (1.25, 1.5, 2.0) if SOAK else (2.0,)
SMALL, WIDE = QSize(1024, 768), QSize(1920, 1080)
WALLS = (SMALL, QSize(1280, 720), WIDE, QSize(3840, 2160)) if SOAK else (SMALL, WIDE)
NAMES = sorted(set(VIEWS) - {"blank", "notes-endless"})
FORMS = pytest.mark.parametrize("form", [ja_en, turned_round, in_korean])


@pytest.fixture(scope="module")
def look(qapp: QApplication) -> themes.Theme:
    theme = themes.load("light")
    themes.apply(qapp, theme)
    return theme


def turned(view: RoomView, size: QSize, look: themes.Theme, scale: float) -> list[Sheet]:
    """All pages of a view."""
    pages = compose(view, size, look, scale=scale).pages
    return [compose(replace(view, page=page), size, look, scale=scale) for page in range(pages)]


def letters(sheets: list[Sheet]) -> str:
    return "".join("".join(text.block.lines) for sheet in sheets for text in sheet.placed).replace(" ", "")


def said(sheets: list[Sheet]) -> str:
    """The larger text of all pages, without the numbers of guidelines."""
    lines = ["".join(text.block.lines) for sheet in sheets for text in sheet.placed if text.scale > 1]
    return "".join(line for line in lines if not line.isdigit()).replace(" ", "")


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("size", [SMALL, WIDE])
@pytest.mark.parametrize("name", NAMES)
@FORMS
def test_nothing_is_cut_or_lies_over_another(
    name: str, size: QSize, scale: float, form: Callable[[RoomView], RoomView], look: themes.Theme
) -> None:
    for page, sheet in enumerate(turned(form(VIEWS[name]), size, look, scale)):
        for text in sheet.placed:
            where = f"{name} page {page}: {text.block.lines} {text.rect}"
            assert text.rect.left() >= sheet.side - 1, where
            assert text.rect.right() <= sheet.width - sheet.side + 1, where
            assert text.rect.top() >= 20, where
            assert text.rect.bottom() <= sheet.height - 20, where
        for one, other in combinations(sheet.placed, 2):
            both = one.rect.intersected(other.rect)
            lines = one.block.lines, other.block.lines
            air = 0.1 * max(one.px, other.px)  # there is air in a line above and below its letters
            assert min(both.width(), both.height()) <= max(14, air), f"{name} page {page}: {lines}"


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("size", WALLS)
def test_no_text_is_smaller_than_before_and_what_is_said_is_larger(
    size: QSize, scale: float, look: themes.Theme
) -> None:
    for name in NAMES:
        asked = {run.text[:3] for run in VIEWS[name].title}
        for sheet in turned(VIEWS[name], size, look, scale):
            for text in sheet.placed:
                assert text.px / sheet.height >= 1 / 25, name
                if VIEWS[name].kind is Kind.QUESTION and text.block.lines[0][:3] in asked:
                    assert text.px >= 44 * scale, name


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("size", [SMALL, WIDE])
@pytest.mark.parametrize("name", NAMES)
def test_every_word_is_on_some_page(name: str, size: QSize, scale: float, look: themes.Theme) -> None:
    view = VIEWS[name]
    sheets = turned(view, size, look, scale)
    shown = letters(sheets[:1]) + said(sheets)
    for one in view.notes:
        for mark in one.mark_word:  # it stands on every page of its note
            shown = shown.replace(mark.text, "")
    wanted = [*view.title, *view.under, *view.where, *view.foot]
    if view.kind is Kind.BREAK and view.clock:
        wanted = [*view.where, *view.foot, *view.clock.label]
    wanted += [run for one in view.guidelines for run in one.text]
    wanted += [run for one in view.notes[-2:] for run in one.text]
    wanted += [run for voice in (view.now, view.next) if voice for run in (*voice.label, *voice.name)]
    if view.kind in {Kind.BREATH, Kind.SILENCE}:
        wanted = [*view.title, *view.foot]
    for run in wanted:
        assert run.text.replace(" ", "") in shown, run


def test_the_smallest_wall_holds_seven_lines_of_fifteen_kanji_at_the_largest_text(look: themes.Theme) -> None:
    asked = question(title=(Run("ja", "漢字仮名交文章十五文字一行分也" * 28),), where=(), foot=())
    first, *_ = turned(asked, SMALL, look, 2.0)
    [block] = [text.block for text in first.placed if text.scale == 2.0]
    assert len(block.lines) == 7
    assert max(len(line) for line in block.lines) == 15


@pytest.mark.parametrize("scale", [1.0, *SCALES])
def test_the_usual_size_is_laid_out_as_ever_and_larger_text_needs_no_fewer_pages(
    scale: float, look: themes.Theme
) -> None:
    for name in NAMES:
        usual, larger = compose(VIEWS[name], WIDE, look), compose(VIEWS[name], WIDE, look, scale=scale)
        if VIEWS[name].kind is not Kind.WELCOME:  # its ring gives way to the words
            assert larger.pages >= usual.pages, name
        if scale == 1.0:
            assert [text.rect for text in larger.placed] == [text.rect for text in usual.placed]


def test_whoever_speaks_is_on_the_first_page_and_the_question_on_the_next(look: themes.Theme) -> None:
    now, following = called((Run("", "Mina"),))
    view = question(4, foot=(), now=now, next=replace(following, name=(Run("", "Sota"),)))
    pages = [letters([sheet]) for sheet in turned(view, SMALL, look, 2.0)]
    assert "Mina" in pages[0]
    assert "Sota" in pages[0]
    assert "最近" not in pages[0]
    assert "最近" in pages[1]
    assert "Mina" not in pages[1]


def test_a_short_question_and_short_names_stay_on_one_page_of_a_wide_wall(look: themes.Theme) -> None:
    now, following = called((Run("", "Mina"),))
    assert len(turned(question(now=now, next=following), WIDE, look, 1.25)) == 1


def test_the_newest_note_comes_first_and_one_that_never_ends_is_read_aloud(look: themes.Theme) -> None:
    newest = replace(note("b"), text=(Run("en", "The newest of them"),))
    first, *others = turned(notes_view(note("a"), newest), SMALL, look, 2.0)
    assert "Thenewest" in letters([first])
    assert "Thenewest" not in letters(others)
    endless = compose(notes_view(note("a"), note("b", 40)), SMALL, look, scale=2.0)
    assert endless.too_long == ("b",)


def test_every_page_of_larger_text_says_which_it_is(look: themes.Theme) -> None:
    sheets = turned(VIEWS["guidelines-many"], SMALL, look, 2.0)
    assert len(sheets) > 3
    for page, sheet in enumerate(sheets, start=1):
        assert f"{page} / {len(sheets)}" in [line for text in sheet.placed for line in text.block.lines]


def test_the_window_and_the_preview_have_the_same_pages(qtbot: QtBot, look: themes.Theme) -> None:
    window, preview = RoomWindow(look, Catalogue("en")), RoomPreview(look)
    qtbot.addWidget(window)
    qtbot.addWidget(preview)
    window.resize(SMALL)
    preview.set_wall(SMALL)
    for shown in (VIEWS["turn-ends"], VIEWS["guidelines-many"]):
        window.show_view(shown)
        preview.show_room(shown)
        usual = window.sheet().pages
        window.set_scale(2.0)
        preview.set_look(look, 2.0)
        assert window.sheet().pages == preview.sheet().pages > usual
        assert read_aloud(window.sheet()) == window.accessibleDescription() == preview.accessibleDescription()
        window.set_scale(1.0)
        preview.set_look(look, 1.0)


def test_the_wall_has_colours_of_its_own_in_the_preview(qtbot: QtBot, look: themes.Theme) -> None:
    dark = themes.load("dark")
    preview = RoomPreview(look)
    qtbot.addWidget(preview)
    preview.show_room(VIEWS["question"])
    preview.set_look(dark, 1.0)
    preview.set_theme(themes.load("contrast"))
    assert preview.sheet().theme == dark


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_larger_text_is_painted_with_more_ink_in_every_theme(theme: str, look: themes.Theme) -> None:
    colours = themes.load(theme)
    view = question(where=(), foot=())
    inked = []
    for scale in (1.0, 2.0):
        image = render(view, QSize(512, 288), colours, scale=scale)
        ground = image.pixel(0, 0)
        inked.append(sum(image.pixel(x, y) != ground for x in range(512) for y in range(288)))
    assert inked[1] > inked[0]
