"""Small groups in larger text: every name stands once, whole, under the name of its group."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize

from coprod.present.room import RoomView, Run, Table
from coprod.ui import theme as themes
from coprod.ui.room.page import compose
from tests.ui.room.walls import VIEWS, pair

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

SIZES = [QSize(1024, 768), QSize(1920, 1080)]


@pytest.fixture(scope="module")
def look(qapp: QApplication) -> themes.Theme:
    theme = themes.load("light")
    themes.apply(qapp, theme)
    return theme


def groups(count: int, members: int) -> RoomView:
    """So many groups of so many people."""
    tables = tuple(
        Table(
            pair(f"机{number}", f"Table {number}"),
            tuple((Run("", f"P{number}-{n}"),) for n in range(members)),
        )
        for number in range(count)
    )
    return replace(VIEWS["groups"], tables=tables)


@pytest.mark.parametrize("scale", [1.25, 1.5, 2.0])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("count", "members"), [(1, 3), (2, 13), (3, 6), (5, 9)])
def test_every_name_stands_once_beside_its_group(
    size: QSize, scale: float, count: int, members: int, look: themes.Theme
) -> None:
    view, seen = groups(count, members), list[str]()
    for page in range(compose(view, size, look, scale=scale).pages):
        sheet = compose(replace(view, page=page), size, look, scale=scale)
        lines = [line.strip() for text in sheet.placed for line in text.block.lines]
        names = [line for line in lines if line.startswith("P") and "-" in line and line[1].isdigit()]
        seen += names
        heads = {line for line in lines if line.startswith("Table ")}
        assert {f"Table {name[1]}" for name in names} <= heads
        assert all(text.rect.right() <= sheet.right + 1 for text in sheet.placed)
    assert sorted(seen) == sorted(f"P{number}-{n}" for number in range(count) for n in range(members))


@pytest.mark.parametrize("size", SIZES)
def test_no_groups_yet_leave_the_question_alone(size: QSize, look: themes.Theme) -> None:
    sheet = compose(groups(0, 0), size, look, scale=2.0)
    said = "".join(line for text in sheet.placed if text.scale == 2.0 for line in text.block.lines)
    assert said.startswith("最近")
