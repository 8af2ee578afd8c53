"""Which screen is the wall, whatever screens come, go, are renamed or change places: never the console's."""

from __future__ import annotations

from itertools import combinations, permutations
from typing import TYPE_CHECKING, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect

from coprod.ui.room.screens import next_wall, wall_screen, walls

if TYPE_CHECKING:
    from PySide6.QtGui import QScreen

NAMES = ("Laptop", "Projector", "Monitor", "")


class Screen:
    """As much of a screen as the choice looks at."""

    def __init__(self, name: str, at: int = 0) -> None:
        self._name, self._at = name, at

    def geometry(self) -> QRect:
        return QRect(self._at, 0, 1366, 768)

    def name(self) -> str:
        return self._name


def chosen(screens: tuple[str, ...], console: str, remembered: str = "") -> str | None:
    found = wall_screen(
        [cast("QScreen", Screen(name, 1366 * at)) for at, name in enumerate(screens)], console, remembered
    )
    return found.name() if found else None


@given(
    screens=st.lists(st.sampled_from(NAMES), max_size=4, unique=True).map(tuple),
    console=st.sampled_from(NAMES),
    remembered=st.sampled_from(NAMES),
)
def test_never_the_console_and_the_remembered_one_wherever_it_can_be(
    screens: tuple[str, ...], console: str, remembered: str
) -> None:
    wall = chosen(screens, console, remembered)
    others = set(screens) - {console}
    assert wall in others if others else wall is None
    if remembered in others:
        assert wall == remembered


@pytest.mark.parametrize("order", list(permutations(("Laptop", "Projector", "Monitor"))))
def test_the_order_of_the_screens_is_no_matter_where_one_is_remembered(order: tuple[str, ...]) -> None:
    for console, remembered in combinations(order, 2):
        assert chosen(order, console, remembered) == remembered


def test_a_projector_that_comes_back_under_another_name_is_taken() -> None:
    assert chosen(("Laptop", "Projector (2)"), "Laptop", "Projector") == "Projector (2)"


def test_the_remembered_screen_is_left_to_the_console_that_moved_there() -> None:
    assert chosen(("Laptop", "Projector"), "Projector", "Projector") == "Laptop"
    assert chosen(("Projector",), "Projector", "Projector") is None


def test_a_screen_that_mirrors_the_consoles_is_no_wall() -> None:
    laptop, mirror = (cast("QScreen", Screen(name)) for name in ("Laptop", "Projector"))
    assert wall_screen([laptop, mirror], "Laptop", "Projector") is None
    beside = cast("QScreen", Screen("Monitor", 1366))
    assert wall_screen([laptop, mirror, beside], "Laptop") is beside


@given(at=st.integers(-3000, 3000))
def test_a_screen_that_shows_any_part_of_the_consoles_is_no_wall(at: int) -> None:
    laptop, other = Screen("Laptop"), Screen("Projector", at)
    found = walls([cast("QScreen", laptop), cast("QScreen", other)], "Laptop")
    assert bool(found) is (abs(at) >= 1366)


@given(
    screens=st.lists(st.sampled_from(NAMES), max_size=4, unique=True),
    console=st.sampled_from(NAMES),
    current=st.sampled_from(NAMES),
)
def test_moving_on_goes_through_all_that_can_be_the_wall(
    screens: list[str], console: str, current: str
) -> None:
    there = [cast("QScreen", Screen(name, 1366 * at)) for at, name in enumerate(screens)]
    others = [name for name in screens if name != console]
    following = next_wall(there, console, current)
    if set(others) <= {current}:
        assert following is None
        return
    assert following is not None
    seen = [following.name()]
    while (following := next_wall(there, console, seen[-1])) and following.name() not in seen:
        seen.append(following.name())
    assert set(others) - {current} <= set(seen) <= set(others)
    assert seen[0] != current
