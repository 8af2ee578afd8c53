"""Every kind of wall with its longest texts: nothing overlaps, nothing is outside, nothing is too small."""

from __future__ import annotations

import os
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize

from coprod.present.room import Kind, RoomView, Run, Table
from coprod.ui import theme as themes
from coprod.ui.room.page import compose
from tests.ui.room.walls import (
    END,
    LONG_NAME,
    MINA,
    VIEWS,
    called,
    in_korean,
    ja_en,
    pair,
    question,
    turned_round,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication

THEMES = ["light", "dark", "contrast"] if os.environ.get("COPROD_SOAK") == "1" else ["light"]
SIZES = [QSize(1024, 768), QSize(1280, 720), QSize(1920, 1080), QSize(3840, 2160)]
SHARE = pair("ほかの人の話を聞いて、思ったことを", "What came to you while you listened")
MANY = {
    **VIEWS,
    "question-under": question(under=SHARE),
    "question-under-turn": question(
        under=SHARE, now=called(MINA)[0], next=called(MINA)[1], clock=END, arc=0.5
    ),
    "groups-sixty": question(
        kind=Kind.GROUPS, tables=tuple(Table(pair("窓ぎわ", "Window"), (MINA,) * 5) for _ in range(12))
    ),
    "question-2000": question(
        title=(Run("ja", "助け合うこと。" * 286), Run("en", "to help each other " * 105))
    ),
    "turn-name-300": question(now=called((Run("en", "Wilhelmina " * 27),))[0]),
    "groups-long-names": question(
        kind=Kind.GROUPS, tables=tuple(Table(pair("窓ぎわ", "Window"), (LONG_NAME,) * 3) for _ in range(3))
    ),
}


@pytest.fixture(scope="module", params=THEMES)
def look(request: pytest.FixtureRequest, qapp: QApplication) -> themes.Theme:
    theme = themes.load(request.param)
    themes.apply(qapp, theme)
    return theme


def faults(view: RoomView, size: QSize, look: themes.Theme) -> list[str]:
    """What is wrong with any page of a view."""
    found = []
    for page in range(min(compose(view, size, look).pages, 4)):
        sheet = compose(replace(view, page=page), size, look)
        rects = [
            text.rect.adjusted(1, 0.2 * text.block.font.pixelSize(), -1, -0.2 * text.block.font.pixelSize())
            for text in sheet.placed
        ]
        for text, rect in zip(sheet.placed, rects, strict=True):
            if (
                rect.left() < 0
                or rect.top() < 0
                or rect.right() > sheet.width
                or rect.bottom() > sheet.height
            ):
                found.append(f"outside: {text.block.lines}")
            if text.block.font.pixelSize() < 1080 / 25:
                found.append(f"small: {text.block.lines}")
        for one, two in combinations(range(len(rects)), 2):
            if rects[one].intersects(rects[two]):
                found.append(f"overlap: {sheet.placed[one].block.lines} {sheet.placed[two].block.lines}")
    return found


@pytest.mark.parametrize("form", [ja_en, turned_round, in_korean])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size.width()}x{size.height()}")
@pytest.mark.parametrize("name", MANY)
def test_nothing_overlaps_is_outside_or_too_small(
    name: str, size: QSize, form: Callable[[RoomView], RoomView], look: themes.Theme
) -> None:
    assert faults(form(MANY[name]), size, look) == []


def test_names_of_all_groups_have_one_size(look: themes.Theme) -> None:
    sizes = set()
    tables = tuple(Table(pair("窓ぎわ", "Window"), ((Run("", "Juno"),),) * count) for count in (2, 9, 3, 7))
    view = question(kind=Kind.GROUPS, tables=tables)
    for page in range(compose(view, SIZES[2], look).pages):
        sheet = compose(replace(view, page=page), SIZES[2], look)
        sizes |= {text.block.font.pixelSize() for text in sheet.placed if "".join(text.block.lines) == "Juno"}
    assert len(sizes) == 1


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size.width()}x{size.height()}")
def test_sixty_people_are_all_on_the_pages_of_their_groups(size: QSize, look: themes.Theme) -> None:
    names = [f"Juno{number}" for number in range(60)]
    tables = tuple(
        Table(pair("窓ぎわ", "Window"), tuple((Run("", name),) for name in names[first : first + 12]))
        for first in range(0, 60, 12)
    )
    view = question(kind=Kind.GROUPS, tables=tables)
    shown: list[str] = []
    for page in range(compose(view, size, look).pages):
        sheet = compose(replace(view, page=page), size, look)
        shown += ["".join(text.block.lines) for text in sheet.placed]
    assert [name for name in shown if name.startswith("Juno")] == names


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size.width()}x{size.height()}")
def test_no_english_word_is_broken_inside(size: QSize, look: themes.Theme) -> None:
    for name in ("question-long", "guidelines-long", "welcome-long", "turn-long-question", "question-2000"):
        view = MANY[name]
        said = {word for run in view.title + view.under for word in run.text.split() if run.lang == "en"}
        said |= {word for one in view.guidelines for run in one.text for word in run.text.split()}
        for page in range(compose(view, size, look).pages):
            for text in compose(replace(view, page=page), size, look).placed:
                lines = text.block.lines if text.token == "ink" else []
                ends = [line.split()[-1] for line in lines[:-1] if line.isascii() and line.split()]
                assert set(ends) <= said | {"."}, (name, ends)


def test_a_question_of_two_thousand_characters_is_whole_on_its_pages(look: themes.Theme) -> None:
    view, shown = MANY["question-2000"], ""
    for page in range(compose(view, SIZES[2], look).pages):
        shown += "".join(
            "".join(text.block.lines) for text in compose(replace(view, page=page), SIZES[2], look).placed
        )
    assert shown.count("助け合うこと") >= 280
